"""The lines of all deals of a workspace as of a day, each deal once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from tas_cli.board.line import DealLine
from tas_cli.board.once import Copy, once
from tas_cli.board.restore import restored
from tas_cli.board.scope import Scope
from tas_cli.board.survey import Question
from tas_cli.board.worker import lines_of
from tas_cli.commands.everywhere import everywhere, say_settings_are_wrong
from tas_cli.commands.stop import say
from tas_cli.workspace import Workspace

_NAMED = 10
"""Files that are named on standard error; JSON names all that are left out."""


class AllDeals(NamedTuple):
    """The deals of a day, and what is not among them.

    `broken` are the files that cannot be used, `copies` those of a deal that another file counts
    for, `later` the deals of which nobody knew on that day.
    """

    rows: list[DealLine]
    broken: list[str]
    copies: list[Copy]
    later: list[DealLine]

    @property
    def not_yet(self) -> list[str]:
        """The files of the deals of which nobody knew on that day."""
        return [row.file for row in self.later]

    @property
    def left_out(self) -> list[str]:
        """The files that `tas check` has something to say of."""
        return sorted([*self.broken, *(each.file for each in self.copies)])


def all_deals(workspace: Workspace, scope: Scope, *, remember: bool) -> AllDeals:
    """Return the lines of all deals."""
    depends_on = (scope.settings.model_dump_json(), str(scope.day), str(scope.since))
    work = partial(lines_of, scope=scope)
    question = Question("board", DealLine | tuple[()], work, depends_on)
    rows, broken = [], []
    for each in everywhere(workspace, question, "reading", remember=remember):
        row = restored(each, workspace.root, workspace.settings)
        if row is None:
            broken.append(each.file)
        else:
            rows.append(row)
    rows, copies = once(rows)
    there = [row for row in rows if not row.later_than(scope.day)]
    later = [row for row in rows if row.later_than(scope.day)]
    return AllDeals(there, broken, copies, later)


def say_what_is_missing(found: AllDeals, workspace: Workspace, scope: Scope) -> None:
    """Name on standard error what is not counted, and why."""
    say_settings_are_wrong(workspace)
    for copy in found.copies[:_NAMED]:
        say(f"{copy.file} is left out: it is a copy of {copy.of}, see `tas check`.")
    if found.later:
        names = some([row.id for row in found.later])
        say(f"Not counted, begun after {scope.day}: {names}.")


def some(names: Sequence[str]) -> str:
    """Return the first of many names, and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
