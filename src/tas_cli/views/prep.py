"""The preparation in words that text and markdown share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tas_cli.board.prep import Ask, Missing, Prep
from tas_cli.method.catalogue import US, criteria_by_key, strategies
from tas_cli.strategy.decision import Flip
from tas_cli.views.page import SIGN
from tas_cli.views.verdict import place
from tas_cli.views.words import age, numbered, party_name, questions_each
from tas_cli.words import counted

_CELLS = 4
"""Unknown cells that are shown."""
_ITEMS, _WINS = 6, 3
"""Items of any other list that are shown, and ways to win."""


class Item(NamedTuple):
    """One thing to prepare: what it is, what is to be said of it, and questions below."""

    head: str
    words: str = ""
    below: tuple[str, ...] = ()
    urgent: bool = False


class Section(NamedTuple):
    """Things of one kind; `more` counts those that are not shown, `short` ones stand in a row."""

    title: str
    items: tuple[Item, ...]
    more: int = 0
    short: bool = False


def sections(shown: Prep) -> list[Section]:
    """Return what there is to prepare, the most important first; what is empty is left out."""
    found = [_ask(shown), _missing(shown), _actions(shown), _claims(shown), _wins(shown)]
    return [section for section in (*found, _stale(shown)) if section.items]


def _first(title: str, items: list[Item], most: int = _ITEMS) -> Section:
    return Section(title, tuple(items[:most]), max(0, len(items) - most))


def _ask(shown: Prep) -> Section:
    alone = bool(shown.ask) and shown.ask[0].cell.alone
    title = "Find out: each alone narrows it down" if alone else "Find out: together they decide"
    questions = questions_each(min(len(shown.ask), _CELLS))
    return _first(title, [_asked(ask, shown, questions) for ask in shown.ask], _CELLS)


def _asked(ask: Ask, shown: Prep, questions: int) -> Item:
    head = place(shown.deal.opportunity, ask.cell.criterion, ask.cell.party)
    return Item(head, "", ask.questions[:questions])


def _missing(shown: Prep) -> Section:
    titles = {state.step.key: state.step.title for state in shown.deal.standing.states}
    *before, last = dict.fromkeys(titles[each.step] for each in shown.missing) or [""]
    steps = f"{', '.join(before)} and {last}" if before else last
    items = [Item(each.title, _whom(each)) for each in shown.missing]
    return _first(f"Bring back, with evidence, for {steps}", items)


def _whom(each: Missing) -> str:
    known = ""
    if each.person and each.known_from:
        known = f" ({each.person}, on #{criteria_by_key()[each.known_from].number})"
    said = "said to be met; " if each.met else ""
    return f"{said}ask {each.role}{known}"


def _actions(shown: Prep) -> Section:
    day = shown.deal.day
    return _first(
        "Agreed, and still to do",
        [
            Item(
                f"{each.number} {each.action.what}",
                ", ".join(_facts(each.action.owner, str(each.action.due or ""))),
                urgent=each.overdue(day),
            )
            for each in shown.actions
        ],
    )


def _facts(owner: str | None, due: str) -> Iterator[str]:
    if owner:
        yield owner
    if due:
        yield f"due {due}"


def _claims(shown: Prep) -> Section:
    items = [Item(numbered(key)) for key in shown.claims]
    return _first("Claimed, with nothing to show for it", items)._replace(short=True)


def _wins(shown: Prep) -> Section:
    return _first("What would win most", [Item(_flip(flip, shown)) for flip in shown.wins], _WINS)


def _flip(flip: Flip, shown: Prep) -> str:
    becomes = strategies()[flip.strategy].title if flip.strategy else "an open question"
    named = numbered(flip.criterion)
    if flip.party == US:
        return f"Win {named}, and this becomes {becomes}."
    who = party_name(shown.deal.opportunity, flip.party)
    return f"If {who} loses {named}, this becomes {becomes}."


def _stale(shown: Prep) -> Section:
    items = [
        Item(f"{numbered(each.criterion)} {SIGN[each.rating]} {age(each.days)}")
        for each in shown.stale
    ]
    return _first("Not looked at for long: still true?", items)._replace(short=True)


def nothing(shown: Prep) -> str:
    """Return what to say where there is nothing to prepare."""
    status = shown.deal.opportunity.status
    if status != "open":
        return f"The deal is {status}: there is nothing to prepare."
    return "Nothing is missing: every claim has evidence, and no rating is old."


def process(shown: Prep) -> str:
    """Return where the deal stands in the sales process; nothing where the file has none."""
    if shown.deal.opportunity.process is None or shown.step is None:
        return ""
    supported = shown.deal.standing.supported
    proven = f"the evidence shows {supported.title if supported else 'no step'}"
    days = shown.deal.standing.days
    since = f" for {counted(days, 'day')}, usually {shown.step.step.days}" if days else ""
    return f"In {shown.step.step.title}{since}; {proven}."
