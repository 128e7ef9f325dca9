"""Corrective actions in words that all outputs share."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.board.actions import Listed
from tas_cli.words import counted


def title(found: Sequence[Listed]) -> str:
    """Return how many actions there are, and how many of them are late."""
    if not found:
        return "No corrective action is open."
    done = sum(each.action.done is not None for each in found)
    overdue = sum(each.overdue for each in found)
    parts = [f"{counted(len(found) - done, 'corrective action')} open, {overdue} overdue"]
    return "; ".join([*parts, *([f"{done} done"] if done else [])])


def lateness(each: Listed) -> str:
    """Return how late an action is, or that it is done."""
    if each.action.done:
        return "done"
    return f"{each.days}d over" if each.overdue else ""
