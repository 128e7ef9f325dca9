"""Action items as records: those of debriefs and the deal's own, numbered together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Path
from tas_cli.model.debrief import ActionItem
from tas_cli.model.opportunity import AgreedAction, Opportunity
from tas_cli.nouns.noun import Noun, Record


def _found(deal: Opportunity) -> Iterator[Record]:
    """Yield all action items by the day they were agreed on; on the same day, debriefs' first.

    So a later debrief or action item does not change earlier numbers.
    """
    found: list[tuple[date, Path, ActionItem]] = [
        (debrief.date, ("debriefs", at, "actions", index), action)
        for at, debrief in enumerate(deal.debriefs)
        for index, action in enumerate(debrief.actions)
    ]
    found += ((own.date, ("actions", at), own) for at, own in enumerate(deal.actions))
    found.sort(key=lambda each: each[0])
    for number, (day, path, action) in enumerate(found, 1):
        yield Record(
            str(number), path, AgreedAction.model_construct(**{**dict(action), "date": day})
        )


ACTIONS = Noun(
    key="actions",
    one="action item",
    many="action items",
    model=AgreedAction,
    about="List the action items of all deals, or add, change or close one.",
    table=("date", "owner", "due", "done", "what"),
    same=("date", "what"),
    main="what",
    find=_found,
)
