"""TAS704: a tactic without an owner or a date."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.plan import open_tactics
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, TEXT, command
from tas_cli.rules.in_plan import planned, tactic_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report an open tactic that lacks `owner`, `due` or both, once."""
    for each in open_tactics(subject.opportunity):
        wanted = {
            "owner": (not each.tactic.owner, TEXT),
            "date": (not each.tactic.due, DAY),
        }
        missing = [name for name, (lacks, _) in wanted.items() if lacks]
        if missing:
            fields = [f"{'due' if name == 'date' else name}={wanted[name][1]}" for name in missing]
            yield Finding(
                f"this tactic has no {' and no '.join(missing)}",
                tactic_path(each),
                command("tactics", str(each.number), *fields),
            )


RULE = Rule(
    code="TAS704",
    name="tactic-unassigned",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Without an owner and a date, a tactic is an idea: nobody sees it under `tas today`, and "
        "nobody notices when it does not happen. A tactic that is done is not asked for either."
    ),
    bad=planned("kind: retrieve", "criteria: [14]"),
    good=planned("kind: retrieve", "criteria: [14]", "owner: nicole", "due: 2026-12-04"),
    instead=(
        "Agree on who does it and by when: `tas tactics ID 1 owner=nicole due=fri`. If nobody "
        "wants to, remove it: `tas tactics ID 1 --remove`."
    ),
    asked_of=planned_deals,
    check=_check,
)
