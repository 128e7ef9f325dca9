"""What the commands that look at all deals have in common: the way through the files."""

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
    """What a question came to in all files: each deal once, and what is not among them.

    `broken` are the files that cannot be used, `copies` those of a deal that another file counts
    for, `later` the deals of which nobody knew on the day that was asked about.
    """

    deals: list[Deal]
    broken: list[str]
    copies: list[Copy]
    later: Sequence[Deal] = ()

    @property
    def left_out(self) -> list[str]:
        """The files that `tas check` has something to say of."""
        return sorted([*self.broken, *(each.file for each in self.copies)])

    @property
    def not_yet(self) -> list[str]:
        """The files of the deals of which nobody knew on that day."""
        return [deal.file for deal in self.later]


def everywhere(
    workspace: Workspace,
    question: Question,
    restored: Callable[[Answer], Deal | None],
    *,
    remember: bool,
) -> Surveyed[Deal]:
    """Return what came of every opportunity file, each answer `restored` to its deal.

    A bar on a terminal shows how far it has come.
    """
    found = list(opportunities_in(workspace.root))
    deals, broken = [], []
    with progress("reading", len(found)) as told:
        for answer in answers(workspace.root, found, question, told, remember=remember):
            deal = restored(answer)
            if deal is None:
                broken.append(answer.file)
            else:
                deals.append(deal)
    kept, copies = once(deals)
    return Surveyed(kept, broken, copies)


def say_settings_are_wrong(workspace: Workspace) -> None:
    """Say on standard error that the settings cannot be used, so that no figure misleads."""
    reading = workspace.settings_reading
    if reading is not None and reading.value is None:
        broken = any(found.severity is Severity.ERROR for found in reading.diagnostics)
        state = "has errors" if broken else "is not read"
        say(f"{reading.file} {state}: the defaults are used, see `tas check`.")
