"""Questions to the user: whose value to keep, and what to do with a draft."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from tas_cli.edits.choice import Choice
from tas_cli.method.catalogue import criterion_keys, numbered, strategies, tree
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Cell, Opportunity, StatedAnswer
from tas_cli.scorecard.clashes import Clash
from tas_cli.scorecard.unsaved import STRATEGY, Thing, Unsaved, Where
from tas_cli.tui.widgets import clipped, ink
from tas_cli.views.page import SIGN, SIGN_STYLE, Part
from tas_cli.views.words import party_name, short_name

_MOST_NAMED = 12
_LONGEST = 210
"""The most characters shown of a value: three lines, so that the buttons stay in view."""


def clash_question(clash: Clash, now: Opportunity) -> tuple[str, list[Text]]:
    """Return a clash as a title and lines: the value before, theirs and mine."""
    name = _named(clash.where, now)
    values = [_words(each, clash.where) for each in (clash.mine.base, clash.theirs, clash.mine.now)]
    if clash.orphaned:
        gone = ink("This competitor is no longer in the file.")
        return f"{name}: changed by someone else", [_line("mine  ", values[-1]), gone]
    lines = list(map(_line, ("before", "theirs", "mine  "), values))
    return f"{name}: changed by someone else", lines


def losses_listed(losses: Sequence[tuple[CellKey, Cell]], now: Opportunity) -> list[Text]:
    """Return what is removed from cells with their signs."""
    return [_line(_named(where, now), _words(before)) for where, before in losses[:_MOST_NAMED]]


def _named(where: Where, now: Opportunity) -> str:
    """Return the name of what was changed."""
    if isinstance(where, tuple):
        return f"{numbered(where[0])}, {party_name(now, where[1])}"
    return "The strategy" if where == STRATEGY else tree().steps[where].title


def _line(label: str, value: list[Part]) -> Text:
    return clipped(ink((f"{label}  ", "dim"), *value), _LONGEST)


def _words(thing: Thing, where: Where = "") -> list[Part]:
    """Return a value in words."""
    match thing:
        case Cell(rating=rating, evidence=evidence, note=note):
            said = " · ".join(each.what or each.who or each.link or "" for each in evidence)
            return [(SIGN[rating], SIGN_STYLE[rating]), f"  {said} {note or ''}"]
        case Choice(chosen, variation, since, reason):
            strategy = strategies()[chosen]
            ways = [f" ({way.title})" for way in strategy.variations if way.key == variation]
            more = _of(" since", since) + _of("; reason:", reason)
            return ["".join((strategy.title, *ways, more))]
        case StatedAnswer(answer=answer, because=because, date=date):
            return [answer + _of(" on", date) + _of("; reason:", because)]
        case None:
            if isinstance(where, tuple):
                return ["never rated"]
            return ["none chosen" if where == STRATEGY else "no answer"]


def _of(words: str, what: object) -> str:
    return f"{words} {what}" if what else ""


def left(unsaved: Unsaved, opportunity: Opportunity) -> list[str]:
    """Return what an interrupted session left, one line per kind of change."""
    lines = []
    places = [*unsaved.cells, *unsaved.unrated]
    names = [
        short_name(opportunity, key, party) for key, party in places if key in criterion_keys()
    ]
    if places:
        number = len(places)
        cells = "1 cell" if number == 1 else f"{number} cells"
        more = " …" if number > _MOST_NAMED else ""
        lines.append(f"{cells}: {', '.join(names[:_MOST_NAMED])}{more}")
    if unsaved.choice:
        lines.append(f"Strategy: {ink(*_words(unsaved.choice)).plain}")
    for step, new in unsaved.answers.items():
        title = tree().steps[step].title if step in tree().steps else step
        lines.append(f"{title}: {ink(*_words(new)).plain}")
    return lines
