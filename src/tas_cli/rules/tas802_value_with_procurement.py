"""TAS802: all benefits belong to procurement."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.people import is_procurement
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_value import valued
from tas_cli.rules.on_map import names_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import valued_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report the first owner if everybody who owns a benefit is in procurement.

    | owners of benefits | found |
    |---|---|
    | none, or one who is not on the map | no |
    | one who is not in procurement | no |
    | all in procurement | yes |
    """
    value, people = subject.opportunity.value, subject.people
    benefits = enumerate(value.benefits if value else [], 1)
    owned = {at: each.owner for at, each in benefits if each.owner}
    buyers = {key for key, each in people.items() if is_procurement(each.title or "")}
    if owned and buyers.issuperset(owned.values()):
        first = next(iter(owned))
        names = names_of(subject, dict.fromkeys(owned.values()))
        cleared = command("benefits", str(first), "owner=")
        yield Finding(
            f"only procurement ({names}) owns benefits, and is seldom the value buyer",
            ("value", "benefits", first - 1, "owner"),
            f"ask whose figure gets better; until you know, leave it open: {cleared}",
        )


_PEOPLE = """\
people:
  brandt: {name: "Hal Brandt", title: Head of purchasing}
  prado: {name: "Luis Prado", title: Controller}
"""

RULE = Rule(
    code="TAS802",
    name="value-with-procurement",
    severity=Severity.INFO,
    since="0.2.0",
    why=(
        "A value buyer owns the figure that gets better, and will speak for the solution that "
        "improves it. Procurement is measured by price, so it is seldom the value buyer. tas looks "
        "for people whose title names purchasing or procurement. One benefit with another owner is "
        "enough."
    ),
    bad=valued('what: "Fewer repeat calls", owner: brandt', rest=_PEOPLE),
    good=valued('what: "Fewer repeat calls", owner: prado', rest=_PEOPLE),
    instead=(
        "Ask whose figure the benefit changes, and enter that person: `tas benefits ID 1 "
        "owner=prado`. If you have not met, find a way: `tas path ID prado`."
    ),
    asked_of=valued_deals,
    check=_check,
)
