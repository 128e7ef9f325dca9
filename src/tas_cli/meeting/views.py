"""What the screen shows of a meeting: its lines with their meaning, and what they change."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.edits.fields import Asked
from tas_cli.edits.meeting_lines import Learned
from tas_cli.edits.rate import RatedCell
from tas_cli.meeting.session import Session
from tas_cli.method.catalogue import US, criteria_by_key
from tas_cli.model.opportunity import AgreedAction
from tas_cli.model.paths import value_at
from tas_cli.tui.widgets import SessionView, clipped, exactly, ink, page
from tas_cli.views.page import DIM, HEADING, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part
from tas_cli.views.verdict import verdict
from tas_cli.views.words import party_name

_MEANING = 34
"""The width of a line's meaning, in cells."""


class Lines(SessionView[Session]):
    """The lines so far, the latest at the bottom, each with what it means."""

    def draw(self, width: int, height: int) -> Text:
        """Return the last lines that fit."""
        session = self.session
        typed = list(zip(session.meeting.lines, session.meanings, strict=True))
        if not typed:
            return page([ink((" Now what you learned: number, sign, words. F1 lists more.", DIM))])
        room = max(8, width - _MEANING - 3)
        shown = []
        for line, found in typed[-height:]:
            left = clipped(ink(f" {line}"), room)
            left.pad_right(max(0, room - left.cell_len) + 1)
            shown.append(left + clipped(ink(*self._meaning(found)), width - left.cell_len - 1))
        return page(shown)

    def _meaning(self, found: Learned) -> list[Part]:
        """Return what a line means, in a few words."""
        parts: list[Part] = []
        for cell in found.cells:
            parts += self._rated(cell)
        for action in found.actions:
            parts += _agreed(action)
        for each in found.fields:
            parts += [*self._field(each), " "]
        for gone in found.dropped:
            parts += [f"{party_name(self.session.opportunity, gone.key)} out of the race"]
        return parts or [("note", DIM)]

    def _rated(self, cell: RatedCell) -> Iterator[Part]:
        criterion = criteria_by_key()[cell.criterion]
        before = self.session.was.card.cell(*cell.where)
        whose = "" if cell.party == US else f" {cell.party}"
        yield f"#{criterion.number} {criterion.short}{whose} "
        yield (SIGN[before.rating], SIGN_STYLE[before.rating]) if before.rated else ("new", DIM)
        yield " → "
        yield SIGN[cell.rating], SIGN_STYLE[cell.rating]

    def _field(self, each: Asked) -> Iterator[Part]:
        before = value_at(self.session.opportunity, each.path)
        yield f"{each.field} "
        yield f"{before} → " if before else "", DIM
        yield ", ".join(each.meant) if isinstance(each.meant, list) else str(each.meant), STRONG


def _agreed(action: AgreedAction) -> Iterator[Part]:
    yield "action", DIM
    yield f" {action.owner}" if action.owner else ""
    yield f" by {action.due:%a} {action.due}" if action.due else ""


class Changes(SessionView[Session]):
    """What saving changes: the strategy before and after, and the outcome to confirm."""

    def draw(self, width: int, height: int) -> Text:
        """Return as much as fits, the question first."""
        session = self.session
        lines = [ink(("─" * width, DIM))] if height > 1 else []
        if session.offer:
            title = session.offer.outcome.title
            lines.append(ink((" Does this show it? ", UNKNOWN), title))
            lines.append(ink(("   Enter: yes   n Enter: no", DIM)))
        was, now = session.was.decision, session.now.decision
        if was.reachable == now.reachable:
            lines.append(ink(" ", *verdict(now), (" Unchanged.", DIM)))
        else:
            lines.append(ink((" Before ", DIM), *verdict(was)))
            lines.append(ink((" Now    ", HEADING), *verdict(now)))
        taken = len(session.meeting.outcomes)
        if taken:
            lines.append(ink((f" Outcomes to record: {taken}", STRONG)))
        return page([clipped(line, width) for line in exactly(lines, height)])
