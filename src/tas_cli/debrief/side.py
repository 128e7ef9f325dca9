"""The side panel: what a manager needs next to the questions, ending with the changed grid."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.assess.briefing import Briefing
from tas_cli.debrief.session import Session
from tas_cli.method.catalogue import US, Criterion, criteria, questions
from tas_cli.tui.scrolling import ScrolledView
from tas_cli.tui.widgets import clipped, ink, page, wrapped
from tas_cli.views.briefing import background
from tas_cli.views.cells import column_width, fit, greyed, slots
from tas_cli.views.page import (
    DIM,
    HEADING,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Part,
    Section,
    listed,
    styled,
)
from tas_cli.views.words import party_name

_NAME, _CELL = 25, 9


class Side(ScrolledView[Session]):
    """Shows the sections of the side panel."""

    KEY = "Page Down"

    def draw(self, width: int, height: int) -> Text:
        """Return the lines that fit from the current position."""
        lines = list(_all(self.session.brief, max(20, width - 2)))
        return page([clipped(ink(" ") + line, width) for line in self.window(lines, height)])


def _all(brief: Briefing, width: int) -> Iterator[Text]:
    goes, deciding, warnings, _ = background(brief)
    for section in (goes, warnings, deciding):
        yield from _section(section, width)
        yield Text()
    yield from _grid(brief, width)


def _section(section: Section, width: int) -> Iterator[Text]:
    yield ink((section.title, HEADING))
    for item in listed(section):
        mark, style = styled(item.mark)
        words = ink((f"{mark.strip() or ' '} ", style), *item.words)
        yield from wrapped(words, width, indent="  ")
        for line in item.below:
            yield from wrapped(ink(line), width, first="    ", indent="    ")


def _grid(brief: Briefing, width: int) -> Iterator[Text]:
    """Yield the grid: a cell for each party that fits, with the changes on the right."""
    parties = brief.card.parties[: max(1, (width - _NAME) // _CELL)]
    since = f"changes since {brief.since}" if brief.since else ""
    names = [party_name(brief.opportunity, each) for each in parties]
    cell = column_width(names, _CELL, width - _NAME - len(since))
    heads = "".join(fit(name, cell - 1) + " " for name in names)
    yield ink((fit("Grid", _NAME), HEADING), (heads, STRONG), (since, DIM))
    for question in questions():
        yield ink((f"{question.number} {question.title}", DIM))
        for criterion in criteria():
            if criterion.question == question.number:
                yield ink(*_row(brief, criterion, parties, cell))


def _row(brief: Briefing, criterion: Criterion, parties: tuple[str, ...], cell: int) -> list[Part]:
    ours = brief.card.rating(criterion.key, US)
    style = SIGN_STYLE[ours] if ours == "-" else ""
    parts: list[Part] = [(fit(f"{criterion.number:>2} {criterion.short}", _NAME - 1) + " ", style)]
    for party in parties:
        marks = _cell(brief, criterion.key, party, cell)
        parts += greyed(marks) if party in brief.card.out else marks
    for change in brief.changes:
        if change.criterion == criterion.key:
            who = "" if change.party == US else f"{party_name(brief.opportunity, change.party)} "
            before = "new" if change.first else SIGN[change.before]
            after = (SIGN[change.after], SIGN_STYLE[change.after])
            parts += [(f"{who}{before} to ", STRONG), after, " "]
    return parts


def _cell(brief: Briefing, criterion: str, party: str, width: int) -> list[Part]:
    state = brief.card.cell(criterion, party)
    claimed = party == US and state.rating == "+" and not state.evidence
    marks = slots(state.rating, rated=state.rated)
    return [*marks, (fit(" !" if claimed else "", width - 3), UNKNOWN)]
