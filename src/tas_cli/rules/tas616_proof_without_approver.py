"""TAS616: the deal is in step Proof or later, and an approver is missing or was never met."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.influence import no_approver
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import DEVELOPED, QUALIFIED, RATED, SOLVED, URGENT
from tas_cli.rules.on_map import mapped, name_of, unmet
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_STEP = "proof"


def _check(subject: Subject) -> Iterator[Finding]:
    """Report that nobody is named, or each approver without contact."""
    if not subject.standing.reached(_STEP):
        return
    if no_approver(subject.present):
        yield Finding(
            "all approvers have to accept the proof, but the map names none",
            ("process", "step"),
            "add whoever must approve; if you do not know who it is: "
            f"{command('people', 'unknown-approver', 'roles=approver', 'unidentified=yes')}",
        )
    for key, person in subject.present.items():
        if "approver" in person.roles and unmet(person):
            yield Finding(
                f"{name_of(subject, key)} has to approve, but we have not met",
                subject.person_path(key, "coverage"),
                f"prepare a meeting: {command('prep', '--with', key)}; if there was one: "
                f"{command('people', key, 'coverage=brief')}",
            )


_MEYER = 'meyer: {name: "Joan Meyer", roles: [%s]}\nprado: {name: "Luis Prado", roles: [sponsor]}'
_PROCESS = f"process:\n  step: proof\n  steps:\n{QUALIFIED}{DEVELOPED}{SOLVED}{RATED}{URGENT}"

RULE = Rule(
    code="TAS616",
    name="proof-without-approver",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A proof of concept has to convince every approver. Somebody you do not know or have never "
        "met cannot tell you what that takes, and can stop the deal in its last week. A map "
        "without roles is not checked, and an approver whose contact is not filled in counts as "
        "met."
    ),
    bad=mapped(_MEYER % "decision_maker", rest=_PROCESS),
    good=mapped(_MEYER % "decision_maker, approver", rest=_PROCESS),
    instead=(
        "Add whoever must approve (`tas people ID hall roles=approver`), meet them, and enter it: "
        "`tas people ID hall coverage=brief`."
    ),
    asked_of=mapped_deals,
    check=_check,
)
