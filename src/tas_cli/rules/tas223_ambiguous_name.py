"""TAS223: a competitor's name that means somebody else as well."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import NOBODY, US
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject
from tas_cli.source.characters import folded


def _check(subject: Subject) -> Iterator[Finding]:
    """Find each name that is also an id, `us` or `nobody`, or the name of a competitor above."""
    opportunity = subject.opportunity
    known = dict.fromkeys(opportunity.competitors, "the id of another competitor")
    known |= {US: "what files call your own company", NOBODY: "what files call an empty place"}
    for party in opportunity.competitors:
        name = opportunity.party_name(party)
        wanted = folded(name)
        if wanted in known and wanted != party:
            yield Finding(
                f"the name {name} of `{party}` is {known[wanted]}",
                ("competitors", party, "name"),
                f'give it a name of its own: tas set ID competitor:{party}="…"',
            )
        known.setdefault(wanted, f"the name of `{party}` as well")


RULE = Rule(
    code="TAS223",
    name="ambiguous-name",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "In a table of ratings, in a call of `tas rate` and in a conversation a competitor goes by "
        "its name. Where two share one, a rating can end up with the wrong party. Small and "
        "capital letters, blanks and accents typed in another way make no difference. An id always "
        "comes before a name, and a name that two have is refused."
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
    instead="Give each competitor a name that only it has.",
    check=_check,
)
