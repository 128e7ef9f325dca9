"""TAS620: evidence quotes people who are not on the map."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.reading.names import bare
from tas_cli.rules.command_lines import command
from tas_cli.rules.on_map import listed, mapped, plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject
from tas_cli.rules.voices import strangers


def _check(subject: Subject) -> Iterator[Finding]:
    """Report all of them at once."""
    if missing := strangers(subject):
        yield Finding(
            f"the evidence is from people who are not on the map: {listed(map(bare, missing))}",
            ("people",) if subject.opportunity.people else ("account",),
            f"add them: {command('people', '--from-evidence')}",
            on_key=True,
        )


RULE = Rule(
    code="TAS620",
    name="speaker-off-map",
    severity=Severity.INFO,
    since="0.2.0",
    why=(
        "Whoever told you something has a view of the decision, and perhaps a part in it. On the "
        "map, with role and standing, it shows whose word your ratings rest on. This is reported "
        "once for a deal that has people; your own team does not count."
    ),
    bad=mapped('hall: {name: "Ed Hall"}', plus("customer_project")),
    good=mapped('meyer: {name: "Joan Meyer"}', plus("customer_project")),
    instead=(
        "Add all of them (`tas people ID --from-evidence`), or one of them, with the name that the "
        'evidence has: `tas people ID meyer name="Joan Meyer"`.'
    ),
    asked_of=mapped_deals,
    check=_check,
)
