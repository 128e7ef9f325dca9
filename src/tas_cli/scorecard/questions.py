"""What is asked beside the grid: whose value holds, and what to do with a draft."""

from __future__ import annotations

from rich.text import Text

from tas_cli.edits.choice import Choice as Chosen
from tas_cli.edits.rate import Losses
from tas_cli.method.catalogue import US, criteria_by_key, criterion_keys, strategies, tree
from tas_cli.model.opportunity import Cell, Opportunity, StatedAnswer
from tas_cli.scorecard.clashes import Clash
from tas_cli.scorecard.unsaved import STRATEGY, Thing, Unsaved, Where
from tas_cli.tui.choice import Choice, Option
from tas_cli.tui.widgets import clipped, ink
from tas_cli.views.page import SIGN, SIGN_STYLE, Part
from tas_cli.views.words import numbered, party_name

_MOST_NAMED = 12
_LONGEST = 210
"""How much is told of a value: three lines, so that the buttons stay in view."""


def clash_question(clash: Clash, now: Opportunity, rest: int) -> Choice:
    """Return the question about what was changed meanwhile; `rest` counts what is left to ask."""
    name = _named(clash.where, now)
    values = [_words(each, clash.where) for each in (clash.mine.base, clash.theirs, clash.mine.now)]
    if clash.homeless:
        lines = [_line("mine  ", values[-1]), ink("This competitor is no longer in the file.")]
        options = [Option("t", "leave it out"), Option("b", "back")]
        return Choice(f"{name}: changed meanwhile", lines, options)
    lines = list(map(_line, ("it was", "theirs", "mine  "), values))
    options = [Option("m", "mine"), Option("t", "theirs")]
    if rest > 1:
        options += [Option("M", f"all {rest} mine"), Option("T", f"all {rest} theirs")]
    options.append(Option("b", "back"))
    return Choice(f"{name}: somebody changed it meanwhile", lines, options)


def discard_question(losses: Losses, now: Opportunity) -> Choice:
    """Return the question whether the day's evidence may go with its sign."""
    lines = []
    for cell, before in losses[:_MOST_NAMED]:
        name = _named((cell.criterion, cell.party), now)
        lines.append(_line(name, _words(before.model_copy(update={"note": None}))))
    options = [Option("r", "remove it"), Option("b", "back")]
    return Choice("A new sign removes the evidence of today", lines, options, careful=True)


def _named(where: Where, now: Opportunity) -> str:
    """Return what it is that was changed."""
    if isinstance(where, tuple):
        return f"{numbered(where[0])}, {party_name(now, where[1])}"
    return "The strategy" if where == STRATEGY else tree().steps[where].title


def _line(label: str, value: list[Part]) -> Text:
    return clipped(ink((f"{label}  ", "dim"), *value), _LONGEST)


def _words(thing: Thing, where: Where = "") -> list[Part]:
    """Return a thing in words."""
    match thing:
        case Cell(rating=rating, evidence=evidence, note=note):
            said = " · ".join(each.what or each.who or each.link or "" for each in evidence)
            return [(SIGN[rating], SIGN_STYLE[rating]), f"  {said} {note or ''}"]
        case Chosen(chosen, variation, since, reason):
            strategy = strategies()[chosen]
            ways = [f" ({way.title})" for way in strategy.variations if way.key == variation]
            more = _of(" since", since) + _of(", because:", reason)
            return ["".join((strategy.title, *ways, more))]
        case StatedAnswer(answer=answer, because=because, date=date):
            return [answer + _of(" on", date) + _of(", because:", because)]
        case None:
            return ["none chosen" if where == STRATEGY else "not stated"]


def _of(words: str, what: object) -> str:
    return f"{words} {what}" if what else ""


def _whose(opportunity: Opportunity, party: str) -> str:
    return "" if party == US else f" {party_name(opportunity, party)}"


def left(unsaved: Unsaved, opportunity: Opportunity) -> list[str]:
    """Return what an interrupted session left, a line for each kind of thing."""
    lines = []
    names = [
        f"#{criteria_by_key()[key].number}{_whose(opportunity, party)}"
        for key, party in unsaved.cells
        if key in criterion_keys()
    ]
    if unsaved.cells:
        number = len(unsaved.cells)
        cells = "one cell" if number == 1 else f"{number} cells"
        more = " …" if number > _MOST_NAMED else ""
        lines.append(f"{cells}: {', '.join(names[:_MOST_NAMED])}{more}")
    if unsaved.choice:
        lines.append(f"the strategy: {ink(*_words(unsaved.choice)).plain}")
    for step, new in unsaved.answers.items():
        title = tree().steps[step].title if step in tree().steps else step
        lines.append(f"{title}: {ink(*_words(new)).plain}")
    return lines
