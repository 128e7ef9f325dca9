"""The questions to a batch of files; the code that answers them is loaded only if needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tas_cli.board.scope import Scope
from tas_cli.gather.content import Content
from tas_cli.gather.memory import Kept
from tas_cli.model.settings import Settings


def lines_of(contents: Sequence[Content], scope: Scope) -> list[Kept]:
    """Return the lines of a batch of files, each empty if the file cannot be trusted."""
    from tas_cli.board.work import lines  # noqa: PLC0415 - not for what is kept

    return lines(contents, scope)


def actions_of(contents: Sequence[Content], day: date) -> list[Kept]:
    """Return the action items of a batch of files as of a day; likewise."""
    from tas_cli.board.work import actions  # noqa: PLC0415 - not for what is kept

    return actions([each.data for each in contents], day)


def points_of(contents: Sequence[Content], settings: Settings, days: Sequence[date]) -> list[Kept]:
    """Return the points of a batch of files on some days; likewise."""
    from tas_cli.board.work import all_points  # noqa: PLC0415 - not for what is kept

    return all_points([each.data for each in contents], settings, days)
