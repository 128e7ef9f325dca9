"""What the commands that look at all deals share: asking a question of every file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple

from tas_cli.board.once import Copy, Deal, once
from tas_cli.board.survey import Answer, Question, answers
from tas_cli.commands.progress import progress
from tas_cli.commands.standard_error import say
from tas_cli.diagnostics import Severity
from tas_cli.places import opportunities_in
from tas_cli.workspace import Workspace


class Surveyed(NamedTuple, Generic[Deal]):
    """The answers to a question from all files: each deal once, and what was left out.

    `broken` are files that cannot be used, `copies` are files of a deal that another file already
    counts for, and `later` are deals that had not begun on the day in question.
    """

    deals: list[Deal]
    broken: list[str]
    copies: list[Copy]
    later: Sequence[Deal] = ()

    @property
    def left_out(self) -> list[str]:
        """The files left out because of a problem that `tas check` reports."""
        return sorted([*self.broken, *(each.file for each in self.copies)])

    @property
    def not_yet(self) -> list[str]:
        """The files of the deals that had not begun on that day."""
        return [deal.file for deal in self.later]


def everywhere(
    workspace: Workspace,
    question: Question,
    restored: Callable[[Answer], Deal | None],
    *,
    remember: bool,
) -> Surveyed[Deal]:
    """Ask the question of every opportunity file; `restored` turns an answer into a deal.

    On a terminal a bar shows the progress.
    """
    found = list(opportunities_in(workspace.root))
    deals, broken = [], []
    with progress("reading", len(found)) as advance:
        for answer in answers(workspace.root, found, question, advance, remember=remember):
            deal = restored(answer)
            if deal is None:
                broken.append(answer.file)
            else:
                deals.append(deal)
    kept, copies = once(deals)
    return Surveyed(kept, broken, copies)


def warn_of_wrong_settings(workspace: Workspace) -> None:
    """Warn on standard error if the settings cannot be used, since figures may mislead then."""
    reading = workspace.settings_reading
    if reading is not None and reading.value is None:
        broken = any(found.severity is Severity.ERROR for found in reading.diagnostics)
        state = "has errors" if broken else "is not read"
        say(f"{reading.file} {state}; tas uses the default settings. See `tas check`.")
