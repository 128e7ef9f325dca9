"""Turns cached answers back into deals."""

from __future__ import annotations

from pathlib import Path

from tas_cli.board.actions import DealActions, Due
from tas_cli.board.line import DealLine, Hold, Meeting, Then
from tas_cli.board.once import Deal
from tas_cli.board.points import DealPoints, Point
from tas_cli.board.survey import Answer
from tas_cli.gather.memory import Kept
from tas_cli.model.settings import Settings


def restored_line(answer: Answer, root: Path, settings: Settings) -> DealLine | None:
    """Return the line of a file's deal, None if the file cannot be used."""
    line = _restored(answer, DealLine)
    if line is None:
        return None
    if line.agreed or line.tactics or line.meeting or line.hold or line.earlier:
        line = line._replace(
            agreed=[Due._make(each) for each in line.agreed],
            tactics=[Due._make(each) for each in line.tactics],
            meeting=line.meeting and Meeting._make(line.meeting),
            hold=line.hold and Hold._make(line.hold),
            earlier=line.earlier and Then._make(line.earlier),
        )
    if not line.forecast or not (settings.rules or settings.rules_for):
        return line
    from tas_cli.board.leveled import leveled  # noqa: PLC0415 - few deals have findings

    return leveled(line, root, settings)


def restored_actions(answer: Answer) -> DealActions | None:
    """Return the actions of a file's deal, None if the file cannot be used."""
    deal = _restored(answer, DealActions)
    return deal and deal._replace(actions=[Due._make(each) for each in deal.actions])


def restored_points(answer: Answer) -> DealPoints | None:
    """Return the points of a file's deal, None if the file cannot be used."""
    deal = _restored(answer, DealPoints)
    return deal and deal._replace(points=[Point._make(each) for each in deal.points])


def _restored(answer: Answer, shape: type[Deal]) -> Deal | None:
    """Return a deal with its id and file, the last two fields, which are empty in the cache."""
    kept: Kept = answer.kept or []
    return shape._make([*kept[:-2], answer.id, answer.file]) if kept else None
