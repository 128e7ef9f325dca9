"""Records under `history:` the changes to the fields that a deal is judged by.

An entry says what the field was until that day. So a change cannot be dated before a later change
of the same field: the days between the two would have no value.
"""

from __future__ import annotations

from datetime import date

from tas_cli.model.account import Account
from tas_cli.model.opportunity import NO_CHOICE, Opportunity
from tas_cli.model.tracked import CHOSEN, COMPETITOR
from tas_cli.refusals import Refused
from tas_cli.source.edit import Edit, Insert

WithHistory = Opportunity | Account
"""The files that keep a history."""
_CHOICE = ("variation", "since", "reason", "by")


def kept(  # noqa: PLR0913 - what an entry says, and how its date can be chosen
    now: WithHistory, field: str, before: object, after: object, day: date, *, dated: bool = True
) -> list[Edit]:
    """Return the edit that records a change; none if nothing changed.

    `dated` says that the command has --date.

    Raises:
        Refused: the field has a later change.
    """
    if before == after:
        return []
    _refuse_before_a_later(now, field, day, dated=dated)
    return [_entry(field, before, after, day)]


def choice_kept(now: Opportunity, chosen: str | None, day: date, *, lost: bool) -> list[Edit]:
    """Return the edit that records the strategy being replaced or taken back, with its details.

    `lost` means that details are replaced although the strategy stays the same.

    Raises:
        Refused: the strategy has a later change.
    """
    before = now.strategy or NO_CHOICE
    if before.chosen == chosen and not lost:
        return []
    _refuse_before_a_later(now, CHOSEN, day)
    details = {key: getattr(before, key) for key in _CHOICE} if before.chosen else {}
    return [_entry(CHOSEN, before.chosen, chosen, day, **details)]


def _refuse_before_a_later(now: WithHistory, field: str, day: date, *, dated: bool = True) -> None:
    later = [each for each in now.history if each.field == field and each.date > day]
    if later:
        last = max(later, key=lambda each: each.date)
        what = f"to {last.after}" if last.after else "to nothing"
        otherwise = f", or use --date {last.date} or later" if dated else ""
        raise Refused(
            f"{field} changed {what} on {last.date}, after {day}. Nothing was saved.",
            f"Correct that date under `history:` with `tas edit`{otherwise}.",
        )


def _entry(field: str, before: object, after: object, day: date, **more: object) -> Edit:
    entry = {"date": day, "field": field, "from": before, "to": after, **more}
    return Insert(("history",), entry, order="date")


def name_kept(
    now: Opportunity, key: str, name: str | None, day: date, *, as_key: str = ""
) -> list[Edit]:
    """Return the history entry for a competitor's new name, None if it is removed.

    One without a name goes by its id; `as_key` is its new one.
    """
    before = now.party_name(key) if key in now.competitors else None
    return kept(now, COMPETITOR + (as_key or key), before, name, day, dated=False)
