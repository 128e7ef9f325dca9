"""TAS401: a burning issue that counts as confirmed, and a compelling event that does not."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import (
    DEVELOPED,
    HEAD,
    QUALIFIED,
    RATED,
    URGENT,
    unborne,
)
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes

_PROCESS = f"{HEAD}process:\n  step: develop\n  steps:\n{QUALIFIED}{DEVELOPED}"

RULE = Rule(
    code="TAS401",
    name="burning-issue-unrated",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A customer that must act has a compelling event: both say the same thing. Where the "
        "process says yes and the rating does not, one of them is a hope, and the deal may well "
        "end with no decision at all."
    ),
    bad=_PROCESS + RATED + '      compelling_event: {us: "?"}\n',
    good=_PROCESS + RATED + URGENT,
    instead=(
        "Ask what happens if the customer does nothing, and by when. Rate criterion 5 by the "
        "answer, or take the outcome away until you have one: `tas outcome … --remove`."
    ),
    asked_of=open_processes,
    check=unborne(
        ("develop", "burning_issue_confirmed"),
        "compelling_event",
        "the customer's issue counts as urgent",
        "if they must act, rate #5 + with who said so; if not, take the outcome away",
    ),
)
