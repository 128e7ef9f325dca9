"""`tas path`: the way to a person, what to ask on it, or who could open one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.path import (
    BOSS_OF,
    CONTACT,
    INFLUENCES,
    REPORTS_TO,
    SUPPORT,
    VIA,
    Opener,
    Step,
    Way,
)
from tas_cli.assess.people import for_us, known_well
from tas_cli.diagnostics import typeable
from tas_cli.model.person import Person
from tas_cli.views.page import (
    DIM,
    GAP,
    NUMBER,
    STRONG,
    Block,
    Item,
    Page,
    Title,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.person import agenda, facts, planned_approach, proposed_approach, trust

_RELATED = {
    REPORTS_TO: "reports to",
    BOSS_OF: "is the boss of",
    INFLUENCES: "influences",
    VIA: "is noted as the way to",
}
_OPENERS = 5
"""How many people who could open a way are shown."""


def page(name: str, deal: DealOnDay, found: Way) -> Page:
    """Return the way to a person, or who could open one."""
    return (
        Title(f"The way to {found.person.titled(found.to)}", (deal.opportunity.customer,)),
        paragraph((f"{name} · as of {deal.day}", DIM)),
        GAP,
        *(_way if found.steps else _no_way)(typeable(name), deal, found),
    )


def _way(name: str, deal: DealOnDay, found: Way) -> Iterator[Block]:
    *helpers, last = found.steps
    if helpers:
        through = ", then ".join(each.person.named(each.key) for each in helpers)
        yield paragraph("Through ", (through, STRONG), ".")
    else:
        yield paragraph(f"We know {last.person.named(last.key)} well. Ask directly.")
    yield GAP
    shown = [_helper(name, deal, *pair) for pair in pairwise(found.steps)]
    yield items((*shown, _last(name, deal, last)), 3, NUMBER)


def _helper(name: str, deal: DealOnDay, step: Step, following: Step) -> Item:
    related = _related(step.relations, following.person.named(following.key))
    return _on_the_way(name, step, [related, *planned_approach(deal, step.person)])


def _last(name: str, deal: DealOnDay, step: Step) -> Item:
    approach = planned_approach(deal, step.person) or [proposed_approach(step.person)]
    return _on_the_way(name, step, [*agenda(step.person), *approach, *trust(step.person)])


def _on_the_way(name: str, step: Step, known: Iterable[str]) -> Item:
    command = f"tas prep {name} --with {step.key}"
    return _item(step.key, step.person, (*known, *step.asks), command)


def _item(key: str, person: Person, below: Iterable[str], command: str) -> Item:
    known = facts(person)
    named = (person.titled(key), STRONG)
    return item(named, f": {known}" if known else "", below=below, command=command)


def _related(relations: Iterable[str], to: str) -> str:
    words = " and ".join(_RELATED[each] for each in relations)
    return f"{words[:1].upper()}{words[1:]} {to}."


def _no_way(name: str, deal: DealOnDay, found: Way) -> Iterator[Block]:
    to = found.person.named(found.to)
    yield paragraph(("No way yet. ", STRONG), _why(deal, to))
    yield section(
        "Who could open a way",
        items((_opener(name, each, to) for each in found.openers[:_OPENERS]), 2, "•"),
    )
    yield section("Ask around", items(map(item, found.asks), 2, "•"))
    yield section("What the map may lack", items(_lines_to_add(name, found, to), 2, "•"))


def _lines_to_add(name: str, found: Way, to: str) -> Iterator[Item]:
    """Yield the lines that would lead to somebody, each with the command that adds it."""
    command = f"tas people {name}"
    if not found.person.reports_to:
        yield item(f"Whom {to} reports to", command=f"{command} {found.to} reports_to=KEY")
    yield item(f"Who influences {to}", command=f"{command} KEY influences=+{found.to}")
    if not found.person.via:
        yield item("Who could introduce us", command=f"{command} {found.to} via=KEY")


def _why(deal: DealOnDay, to: str) -> str:
    there = deal.present.values()
    if not any(for_us(each) and known_well(each) for each in there):
        return "There is no supporter or mentor whom we know well, to start from."
    return f"No line leads from the supporters and mentors whom we know well to {to}."


def _opener(name: str, opener: Opener, to: str) -> Item:
    direct = [each.key for each in opener.steps] == [opener.key]
    command = f"prep {name} --with" if direct else f"path {name}"
    below = (_related(opener.relations, to), _lacking(opener))
    return _item(opener.key, opener.person, below, f"tas {command} {opener.key}")


def _lacking(opener: Opener) -> str:
    """Return what is missing for somebody to open a way, or that nothing is."""
    support, contact = (each in opener.missing for each in (SUPPORT, CONTACT))
    if support and contact:
        return "Neither for us nor within reach yet."
    if support:
        return "Within reach, but not for us yet."
    return "For us, but not within reach yet." if contact else "For us and within reach: ask first."
