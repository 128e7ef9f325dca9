"""What to do first about a deal: the most urgent things to prepare, one of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.scorecard import cell_name
from tas_cli.board.prep import Prep
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import US, becoming, criteria_by_key, numbered
from tas_cli.views.page import NUMBER, STRONG, Item, Part, Section, bare, item, items, section
from tas_cli.views.words import RIVAL_QUESTION, party_name
from tas_cli.words import counted, some

_MOST, _NAMED = 3, 3
"""How many things are shown, and how many unknown cells are named."""


def first(name: str, shown: Prep) -> Section:
    """Return the first things to do, most urgent first; none for a deal closed or on hold."""
    found = [_with_command(each) for each in things(name, shown)]
    return section("Do first", items(found, 3, NUMBER))


def things(name: str, shown: Prep) -> list[Item]:
    """Return the same as items, each with the command that does it, if one does."""
    return [*_things(typeable(name), shown)][:_MOST]


def _with_command(each: Item) -> Item:
    """Return an item with its command among its words, where it can be broken over lines."""
    mark = " " if bare(each.words).endswith("?") else ": "
    words = (*each.words, f"{mark}`{each.command}`") if each.command else each.words
    return each._replace(words=words, command="")


def _things(name: str, shown: Prep) -> Iterator[Item]:
    if not shown.deal.open or shown.deal.opportunity.on_hold:
        return
    yield from _overdue(name, shown)
    yield from _too_soon(shown)
    yield from _unknown(shown)
    yield from _missing(shown)
    yield from _claims(name, shown)
    yield from _wins(shown)
    yield from _stale(name, shown)


def _thing(what: str, *words: Part, command: str = "") -> Item:
    return item((what, STRONG), *words, command=command)


def _number(criterion: str) -> str:
    return str(criteria_by_key()[criterion].number)


def _overdue(name: str, shown: Prep) -> Iterator[Item]:
    """Yield the close date and the action item that are overdue."""
    close = shown.deal.opportunity.expected_close
    if close and close < shown.deal.day:
        command = f"tas set {name} expected_close=DATE"
        yield _thing("Set a new close date", ", or close the deal", command=command)
    late = [each for each in shown.actions if each.overdue(shown.deal.day)]
    for each in late[:1]:
        owner = f", {each.action.owner}" if each.action.owner else ""
        words = f": {each.action.what.rstrip('.')} (action item {each.number}{owner})"
        yield _thing(f"Overdue since {each.action.due}", words)


def _too_soon(shown: Prep) -> Iterator[Item]:
    """Yield that the usual steps take longer than is left before the close date."""
    close, needed = shown.deal.opportunity.expected_close, shown.deal.standing.days_ahead
    if close is None or needed is None or close < shown.deal.day:
        return
    left = (close - shown.deal.day).days
    if left < needed:
        words = f": the usual steps take {counted(needed, 'more day')}, and you have {left}"
        yield _thing("Check the close date", words)


def _unknown(shown: Prep) -> Iterator[Item]:
    """Yield the unknown cells that decide, and a question about the first one."""
    if shown.ask:
        opportunity, (cell, questions, _) = shown.deal.opportunity, shown.ask[0]
        cells = [each.cell for each in shown.ask]
        names = [cell_name(opportunity, each.criterion, each.party) for each in cells]
        ask = questions[0] if cell.party == US else RIVAL_QUESTION
        yield _thing(f"Find out {some(names, _NAMED)}", f". {ask}")


def _missing(shown: Prep) -> Iterator[Item]:
    """Yield the first outcome without evidence, where the file says which step it works on."""
    if shown.deal.opportunity.process is not None:
        for each in shown.missing[:1]:
            yield _thing("Bring back evidence", f": {each.title.rstrip('.')}")


def _claims(name: str, shown: Prep) -> Iterator[Item]:
    """Yield the first + without evidence that the strategy depends on."""
    matter = {flip.criterion for flip in shown.deal.decision.flips if flip.party == US}
    for criterion in [each for each in shown.claims if each in matter][:1]:
        command = f'tas rate {name} {_number(criterion)}=+ --evidence "…"'
        yield _thing(f"Get evidence for + on {numbered(criterion)}", command=command)


def _wins(shown: Prep) -> Iterator[Item]:
    for flip in shown.wins[:1]:
        named = numbered(flip.criterion)
        if flip.party == US:
            yield _thing(f"Win {named}", f", and {becoming(flip.strategy)}")
        else:
            who = party_name(shown.deal.opportunity, flip.party)
            yield _thing(f"Weaken {who} on {named}", f", and {becoming(flip.strategy)}")


def _stale(name: str, shown: Prep) -> Iterator[Item]:
    if shown.stale:
        again = ",".join(_number(each.criterion) for each in shown.stale)
        command = f"tas rate {name} --confirm {again}"
        yield _thing("Re-check old ratings", ". Still true?", command=command)
