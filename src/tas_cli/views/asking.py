"""What a manager asks about: a few deals with their questions, and what is true of many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, islice, takewhile
from textwrap import wrap

from tas_cli.board.asking import Asking, Shared, question
from tas_cli.board.line import DealLine
from tas_cli.board.matters import MatteringDeal
from tas_cli.board.scope import Scope
from tas_cli.method.plan import lost_control
from tas_cli.views import mentions
from tas_cli.views.page import (
    DIM,
    MINUS,
    NUMBER,
    STRONG,
    Block,
    Item,
    Section,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.words import short_amount
from tas_cli.words import counted, some, spelled

_WORDS = 2
"""How many of the things that matter in a deal are said."""
_LEAST, _INDENT = 2, 6
"""The fewest deals that are shown, and the cells before what matters in them."""
_SIGNS = 3
"""How many signs are named."""
_OWNERS = 6
"""How many owners are named."""


def asks(found: Asking, most: int, whole: str) -> Section:
    """Return the first deals to ask about, at most `most`; `whole` is the command for all."""
    shown = found.asks[:most]
    hidden = len(found.asks) - len(shown)
    rest = f"{counted(hidden, 'more deal')} to ask about: {whole}" if hidden else ""
    return section(
        "Ask about these, money at risk first",
        items(map(_ask, shown), 4, NUMBER),
        paragraph((rest, DIM)),
    )


def fitting(found: Asking, lines: int, width: int) -> int:
    """Return how many deals fit on these lines of a terminal; at least two are shown."""
    room = width - _INDENT
    heights = (1 + _reasons(each, room) + _asked(each, room) for each in found.asks)
    return max(_LEAST, sum(1 for _ in takewhile(lines.__ge__, accumulate(heights))))


def _reasons(ask: MatteringDeal, room: int) -> int:
    """Return how many lines it takes to say what matters, and the signs."""
    return sum(len(wrap(each, room)) for each in (said(ask), *signs(ask.line)))


def _asked(ask: MatteringDeal, room: int) -> int:
    """Return how many lines the question and the command take."""
    lines = wrap(question(ask), room)
    command = f" > {ask.matters[0].command}"
    return len(lines) + (len(lines[-1] + command) > room)


def _ask(ask: MatteringDeal) -> Item:
    """Return a deal: whose it is, what matters in it, the question and the command."""
    serious = MINUS if not ask.rank else ""
    return item(
        mentions.deal(ask.line.id, style=STRONG),
        (f" · {' · '.join(facts(ask.line))}", DIM),
        below=[(said(ask), serious), *signs(ask.line), question(ask)],
        command=ask.matters[0].command,
    )


def signs(line: DealLine) -> Iterator[str]:
    """Yield the signs that we are not in control of the sale, if there are any."""
    if line.signs_seen:
        titles = some([lost_control()[each].title for each in line.signs_seen], _SIGNS)
        yield f"Signs of lost control: {titles}."


def said(ask: MatteringDeal, most: int = _WORDS) -> str:
    """Return the first things that matter in a deal, at most `most`, as a sentence."""
    first, *more = islice(ask.found.values(), most)
    hidden = len(ask.found) - most
    rest = [f"and {counted(hidden, 'more reason')}"] if hidden > 0 else []
    return f"{'; '.join([first[:1].upper() + first[1:], *more, *rest])}."


def facts(line: DealLine) -> Iterator[str]:
    """Yield whose a deal is, its amount and its forecast category."""
    yield line.owner or "no owner"
    if line.amount:
        yield f"{line.currency} {short_amount(Decimal(line.amount))}"
    if line.called:
        yield spelled(line.called).lower()


def shared(found: Asking, every: int, scope: Scope) -> Iterator[Block]:
    """Yield what is true of many of the open deals, each in a sentence."""
    words = {
        "undecided": "Strategy undecided",
        "unchosen": "No strategy chosen",
        "review": "Not updated for too long",
        "days": "Longer in a sales step than usual",
        "debrief": f"No debrief in {counted(scope.settings.debrief_after, 'day')}",
        "unknown": "More than half unknown",
    }
    for each in found.shared:
        yield paragraph(_shared(each, every, words[each.code]))


def _shared(each: Shared, every: int, words: str) -> str:
    owners = some([*each.owners], _OWNERS)
    return f"{words}: {len(each.lines)} of {every} deals{f' ({owners})' if owners else ''}."
