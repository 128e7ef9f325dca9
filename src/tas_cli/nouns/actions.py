"""Action items as records: those of debriefs and challenges and the deal's own, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from tas_cli.model.opportunity import AgreedAction, Opportunity
from tas_cli.model.scalars import Text
from tas_cli.nouns.noun import Noun, Record


class ListedAction(AgreedAction):
    """An action item; those of debriefs and challenges are under their own keys."""

    recommendation: Text | None = Field(default=None, description="What a challenger recommends.")
    answer: Text | None = Field(default=None, description="The team's answer to a challenge.")


def _found(deal: Opportunity) -> Iterator[Record]:
    for number, (day, path, action) in enumerate(deal.agreed, 1):
        value = ListedAction.model_construct(**{**dict(action), "date": day})
        yield Record(str(number), path, value)


ACTIONS = Noun(
    key="actions",
    one="action item",
    many="action items",
    model=ListedAction,
    about="List the action items of all deals, or add, change or close one.",
    table=("date", "owner", "due", "done", "tactic", "answer", "what"),
    same=("date", "what"),
    main="what",
    find=_found,
    made_from="tactics",
    elsewhere=("recommendation", "answer"),
)
