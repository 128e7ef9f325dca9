"""TAS223: a competitor's name that means somebody else as well."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import NOBODY, US
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject
from tas_cli.source.characters import folded


def _check(subject: Subject) -> Iterator[Finding]:
    """Find each name that is also a short name, `us`, `nobody` or an earlier name."""
    opportunity = subject.opportunity
    known = dict.fromkeys(opportunity.competitors, "the short name of another competitor")
    known |= {US: "the word for your own company", NOBODY: "the word for no incumbent"}
    for party in opportunity.competitors:
        name = opportunity.party_name(party)
        wanted = folded(name)
        if wanted in known and wanted != party:
            yield Finding(
                f"`{party}` is called {name}, which is also {known[wanted]}",
                ("competitors", party, "name"),
                f"give it a name of its own: {command('set', f'competitor:{party}={TEXT}')}",
            )
        known.setdefault(wanted, f"the name of `{party}`")


RULE = Rule(
    code="TAS223",
    name="ambiguous-name",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "In tables of ratings, in `tas rate` and in conversation, a competitor goes by its name. "
        "Where two share one, a rating can end up with the wrong competitor. Capitals, spaces and "
        "the way an accent is typed make no difference. A short name takes precedence over a "
        "name, and a name that two competitors share is refused."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  x-sys: {name: X-Sys}
  x-sys-uk: {name: X-Sys}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
competitors:
  x-sys: {name: X-Sys}
  x-sys-uk: {name: X-Sys UK}
""",
    instead=('Give each competitor a unique name: `tas set ID competitor:x-sys-uk="X-Sys UK"`.'),
    check=_check,
)
