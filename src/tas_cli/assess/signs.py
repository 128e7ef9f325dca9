"""Signs that we are losing control of the sale, as a deal's file shows them (section 2); pure.

Which facts count as which sign is our reading. The other signs can only be noticed by people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import uses_plan
from tas_cli.assess.slips import slips
from tas_cli.assess.statements import Statement, course
from tas_cli.method.catalogue import US, criterion_keys, numbered, numbers
from tas_cli.words import counted, enumerated, some

FLIPS = 2
"""How often a rating of ours turned between + and - if it goes back and forth."""
SLIPS = 2
"""How often the close date slipped if it keeps slipping."""
UNCLEAR_STANDING = "unclear_standing"
"""The sign that nothing is known about a competitor."""
_NAMED = 5
_FUNDS, _SUPPORT, _SUPPORT_FROM = "access_to_funds", "inside_support", "develop"
_Value = TypeVar("_Value")


class Seen(NamedTuple):
    """A sign by its key, the day from which the file shows it, and what shows it.

    Without a day, nothing was ever recorded about it.
    """

    sign: str
    date: date | None
    why: str


def seen_signs(deal: DealOnDay) -> tuple[Seen, ...]:
    """Return what the file of an open deal shows on its day, the latest first."""
    if not deal.open:
        return ()
    found = chain.from_iterable(find(deal) for find in _FINDERS)
    return tuple(sorted(found, key=lambda each: each.date or date.min, reverse=True))


def signs_of(deal: DealOnDay) -> tuple[str, ...]:
    """Return the signs of an open deal, derived or entered, each once, the latest first.

    A deal without anything of a plan has none here, so that boards and debriefs show none unasked.
    """
    if not (deal.open and uses_plan(deal.opportunity)):
        return ()
    entered = ((each.date, each.sign) for each in deal.opportunity.signs)
    derived = ((each.date or date.min, each.sign) for each in seen_signs(deal))
    latest = sorted((*entered, *derived), key=lambda each: each[0], reverse=True)
    return tuple(dict.fromkeys(sign for _, sign in latest))


def _flipping(deal: DealOnDay) -> Iterator[Seen]:
    """Yield whether ratings of ours keep changing: to - and back to +, or to + and back."""
    stated = deal.statements[US].items()
    courses = {key: course(said) for key, said in stated if len(said) > FLIPS}
    often = {key: each for key, each in courses.items() if len(each) > FLIPS}
    if often:
        last = max(_day(deal, each[-1]) for each in often.values())
        shown = (f"{numbers([key])} ({_signs(each)})" for key, each in _by_number(often))
        yield Seen("changing_criteria", last, f"Went back and forth: {some([*shown], _NAMED)}")


def _slanted(deal: DealOnDay) -> Iterator[Seen]:
    """Yield whether criteria turned to - for us on which a competitor in the race has +."""
    ours, compared = deal.statements[US], deal.compared
    turned = {
        key: _day(deal, fell)
        for key, said in ours.items()
        if said[-1][1].rating == "-" and key in compared and (fell := _fall(said))
    }
    found = [
        (key, party, max(day, _since(deal, key, party)))
        for key, day in _by_number(turned)
        for party in deal.facts.competitors
        if deal.facts.rating(key, party) == "+"
    ]
    if found:
        name = deal.opportunity.party_name
        shown = [f"{numbered(key)} ({name(party)} has +)" for key, party, _ in found]
        last = max(day for *_, day in found)
        yield Seen("slanted_criteria", last, f"Turned against us: {some(shown, _NAMED)}")


def _delays(deal: DealOnDay) -> Iterator[Seen]:
    moved = slips(deal.opportunity, deal.day)
    if len(moved) >= SLIPS:
        days = counted(sum(each.days for each in moved), "day")
        yield Seen(
            "delays", moved[-1].day, f"The close date slipped {len(moved)} times, by {days} in all"
        )


def _money(deal: DealOnDay) -> Iterator[Seen]:
    """Yield whether #4 was + and no longer is, or whether the amount was taken out."""
    said = deal.statements[US].get(_FUNDS, [])
    lost = _lost(said)
    if lost:
        now = "-" if said[-1][1].rating == "-" else "unknown"
        yield Seen("budget_gone", _day(deal, lost), f"{numbered(_FUNDS)} was +, and is {now}")
    cleared = [
        each.date
        for each in deal.opportunity.history
        if each.field == "amount" and each.before and not each.after and each.date <= deal.day
    ]
    if cleared and deal.opportunity.amount is None:
        yield Seen("budget_gone", max(cleared), "The deal had an amount, and has none now")


def _support(deal: DealOnDay) -> Iterator[Seen]:
    """Yield whether nobody inside supports us from sales step Develop on."""
    sign = deal.sign(_SUPPORT)
    begun = deal.opportunity.process is not None
    if sign == "+" or not (begun and deal.standing.reached(_SUPPORT_FROM)):
        return
    since = deal.card.cell(_SUPPORT, US).since
    state = "is -" if sign == "-" else "is unknown" if since else "was never rated"
    why = f"{numbered(_SUPPORT)} {state} in sales step Develop or later"
    yield Seen("no_inside_support", since, why)


def _players(deal: DealOnDay) -> Iterator[Seen]:
    gone = {each.named(key): each.left for key, each in deal.people.items() if each.gone(deal.day)}
    days = [day for day in gone.values() if day]
    if gone:
        names = some([*gone], _NAMED)
        have = "has" if len(gone) == 1 else "have"
        yield Seen("changing_players", max(days, default=None), f"{names} {have} left")


def _standing(deal: DealOnDay) -> Iterator[Seen]:
    """Yield whether nothing is known about competitors, although the deal was assessed."""
    blank = [
        deal.opportunity.party_name(party)
        for party in deal.facts.competitors
        if all(deal.facts.rating(key, party) == "?" for key in deal.compared)
    ]
    if blank and deal.past:
        why = f"Nothing is known about {enumerated(blank)} on #6-#15"
        yield Seen(UNCLEAR_STANDING, deal.date_of(deal.past[-1]), why)


_FINDERS = (_flipping, _slanted, _delays, _money, _support, _players, _standing)


def _fall(said: Iterable[Statement]) -> Statement | None:
    """Return the statement with which a sign became - for good; None if it is not, or ever was."""
    fell, before = None, "-"
    for each in said:
        sign = each[1].rating
        fell = None if sign != "-" else each if before != "-" else fell
        before = sign
    return fell


def _lost(said: Iterable[Statement]) -> Statement | None:
    """Return the statement with which a sign was + no more; None if it is +, or never was."""
    lost, had = None, False
    for each in said:
        if each[1].rating == "+":
            lost, had = None, True
        elif had and lost is None:
            lost = each
    return lost


def _by_number(found: Mapping[str, _Value]) -> list[tuple[str, _Value]]:
    """Return what was found by criterion, in the order of their numbers."""
    return [(key, found[key]) for key in criterion_keys() if key in found]


def _signs(said: Iterable[Statement]) -> str:
    return " ".join(cell.rating for _, cell in said)


def _day(deal: DealOnDay, said: Statement) -> date:
    return deal.date_of(said[0])


def _since(deal: DealOnDay, criterion: str, party: str) -> date:
    return deal.card.cell(criterion, party).since or date.min
