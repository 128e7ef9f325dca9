"""Action items as records: those of debriefs and the deal's own, numbered together."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.model.opportunity import AgreedAction, Opportunity
from tas_cli.nouns.noun import Noun, Record


def _found(deal: Opportunity) -> Iterator[Record]:
    for number, (day, path, action) in enumerate(deal.agreed, 1):
        value = AgreedAction.model_construct(**{**dict(action), "date": day})
        yield Record(str(number), path, value)


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
