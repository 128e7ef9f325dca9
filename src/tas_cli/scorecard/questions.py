"""What is asked beside the grid: whose value holds, and what to do with a draft."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from tas_cli.edits.choice import Choice as Strategy
from tas_cli.edits.rate import Losses
from tas_cli.method.catalogue import US, criteria_by_key, criterion_keys, strategies, tree
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity, StatedAnswer
from tas_cli.scorecard.clashes import AnswerClash, CellClash, ChoiceClash, Clash
from tas_cli.scorecard.unsaved import Rechosen, Restated, Unsaved
from tas_cli.tui.choice import Choice, Option
from tas_cli.tui.widgets import clipped, ink
from tas_cli.views.page import SIGN, SIGN_STYLE, Part
from tas_cli.views.words import numbered, party_name

_MOST_NAMED = 12
_LONGEST = 210
"""How much is told of a value: three lines, so that the buttons stay in view."""


def clash_question(clash: Clash, now: Opportunity, rest: int) -> Choice:
    """Return the question about what was changed meanwhile; `rest` counts what is left to ask."""
    name, lines = _told(clash, now)
    if isinstance(clash, CellClash) and clash.theirs is None:
        options = [Option("t", "leave it out"), Option("b", "back")]
        return Choice(f"{name}: changed meanwhile", lines, options)
    options = [Option("m", "mine"), Option("t", "theirs")]
    if rest > 1:
        options += [Option("M", f"all {rest} mine"), Option("T", f"all {rest} theirs")]
    options.append(Option("b", "back"))
    return Choice(f"{name}: somebody changed it meanwhile", lines, options)


def discard_question(losses: Losses, now: Opportunity) -> Choice:
    """Return the question whether the day's evidence may go with its sign."""
    lines = []
    for cell, before in losses[:_MOST_NAMED]:
        name = f"{numbered(cell.criterion)}, {party_name(now, cell.party)}"
        lines.append(_line(name, _value(before.rating, before.evidence, None)))
    options = [Option("r", "remove it"), Option("b", "back")]
    return Choice("A new sign removes the evidence of today", lines, options, careful=True)


def _told(clash: Clash, now: Opportunity) -> tuple[str, list[Text]]:
    """Return what it is that clashes, and what it was, is in the file, and is to be."""
    match clash:
        case CellClash(place, mine, theirs):
            name = f"{numbered(place[0])}, {party_name(now, place[1])}"
            to_be = _value(mine.rating, mine.evidence, mine.note)
            if theirs is None:
                gone = ink("This competitor is no longer in the file.")
                return name, [_line("mine  ", to_be), gone]
            return name, _beside([_value(*mine.base), _value(*theirs), to_be])
        case ChoiceClash(rechosen, choice):
            ways: list[list[Part]] = [[_way(each)] for each in (rechosen.base, choice, rechosen)]
            return "The strategy", _beside(ways)
        case AnswerClash(step, restated, stated):
            answers: list[list[Part]] = [
                [_answer(each)] for each in (restated.base, stated, restated)
            ]
            return tree().steps[step].title, _beside(answers)


def _beside(values: Iterable[list[Part]]) -> list[Text]:
    return [_line(*each) for each in zip(("it was", "theirs", "mine  "), values, strict=True)]


def _line(label: str, value: list[Part]) -> Text:
    return clipped(ink((f"{label}  ", "dim"), *value), _LONGEST)


def _value(rating: str, evidence: Iterable[Evidence], note: str | None) -> list[Part]:
    said = " · ".join(entry.what or entry.who or entry.link or "" for entry in evidence)
    return [(SIGN[rating], SIGN_STYLE[rating]), f"  {said} {note or ''}"]


def _way(choice: Strategy | Rechosen | None) -> str:
    """Return a choice in words."""
    if choice is None:
        return "none chosen"
    strategy = strategies()[choice.chosen]
    ways = [each.title for each in strategy.variations if each.key == choice.variation]
    since = f" since {choice.since}" if isinstance(choice, Strategy) and choice.since else ""
    return f"{strategy.title}{f' ({ways[0]})' if ways else ''}{since}{_why(choice.reason)}"


def _answer(stated: StatedAnswer | Restated | None) -> str:
    """Return a stated answer in words."""
    if stated is None or stated.answer is None:
        return "not stated"
    on = f" on {stated.date}" if isinstance(stated, StatedAnswer) and stated.date else ""
    return f"{stated.answer}{on}{_why(stated.because)}"


def _why(reason: str | None) -> str:
    return f", because: {reason}" if reason else ""


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
        lines.append(f"the strategy: {_way(unsaved.choice)}")
    for step, new in unsaved.answers.items():
        title = tree().steps[step].title if step in tree().steps else step
        lines.append(f"{title}: {_answer(new)}")
    return lines
