"""`tas close`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.edit_support import (
    DryRun,
    On,
    Target,
    change_fields,
    day_that_has_come,
    given,
    reason_or_stop,
    target,
)
from tas_cli.commands.options import Format, Formatted, Opportunity
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.edits.closing import Ending


_PLACES = (("status",), ("closed", "date"), ("closed", "reason"))


class Status(StrEnum):
    """How a deal ended; open reopens it."""

    won = "won"
    lost = "lost"
    disengaged = "disengaged"
    open = "open"


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    status: Annotated[Status, typer.Argument(help="How it ended; open reopens it.")],
    *,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it ended so.")] = None,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Close a deal as won, lost or disengaged, or reopen it."""
    from tas_cli.edits.closing import close  # noqa: PLC0415

    to = target(opportunity)
    day = day_that_has_come(on)
    ending = _ending(to, status, given(reason, "--reason"), on, output)
    change_fields(
        to,
        lambda now: close(now, ending, day),
        [(".".join(path), path) for path in _PLACES],
        dry_run=dry_run,
        output=output,
    )


def _ending(
    to: Target, status: Status, reason: str | None, on: str | None, output: Format
) -> Ending:
    """Return how it ended; what the file says of the same ending already holds."""
    from tas_cli.edits.closing import Ending  # noqa: PLC0415

    if status is Status.open:
        if reason is not None:
            raise Stop("to reopen a deal takes no --reason.", status=WRONG_CALL)
        return Ending(status.value)
    day = day_that_has_come(on)
    same = to.opportunity.closed if to.opportunity.status == status.value else None
    if same:
        day = day if on or same.date is None else same.date
        reason = reason or same.reason or None
    reason = reason or reason_or_stop("--reason", f"why {status.value}", output)
    return Ending(status.value, day, reason)
