"""TAS401: a confirmed burning issue, and a compelling event that is not rated +."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import (
    DEVELOPED,
    HEAD,
    QUALIFIED,
    RATED,
    URGENT,
    unsupported,
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
        "A customer with a confirmed burning issue must act, and a customer that must act has a "
        "compelling event. Where the process says yes and the rating does not, one of the two is "
        "wishful thinking, and the deal may well end in no decision."
    ),
    bad=_PROCESS + RATED + '      compelling_event: {us: "?"}\n',
    good=_PROCESS + RATED + URGENT,
    instead=(
        "Ask what happens if the customer does nothing, and by when. Rate #5 according to the "
        'answer (`tas rate ID 5=+ --evidence "…" --who "…"`), or remove the outcome until you have '
        "one: `tas outcome ID develop.burning_issue_confirmed --remove`."
    ),
    asked_of=open_processes,
    check=unsupported(
        ("develop", "burning_issue_confirmed"),
        "compelling_event",
        "the burning issue is recorded as confirmed",
    ),
)
