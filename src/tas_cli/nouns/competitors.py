"""Competitors as records: the first in the race is the primary one, and ids can change."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from tas_cli.model.opportunity import Competitor, Opportunity
from tas_cli.model.scalars import Id, YesNo
from tas_cli.nouns.noun import Noun, Record


class CompetitorRecord(Competitor):
    """A competitor with its place in the deal."""

    id: Id = Field(description="The short name; a new one replaces it everywhere in the file.")
    primary: YesNo | None = Field(default=None, description="yes makes it the primary competitor.")
    incumbent: YesNo | None = Field(
        default=None, description="yes if it has a position today, no if it has none."
    )


def _found(deal: Opportunity) -> Iterator[Record]:
    racing = [key for key, each in deal.competitors.items() if each.out is None]
    for key, each in deal.competitors.items():
        value = CompetitorRecord.model_construct(
            **dict(each),
            id=key,
            primary="yes" if key in racing[:1] else None,
            incumbent="yes" if key in (deal.incumbent or ()) else None,
        )
        yield Record(key, ("competitors", key), value)


COMPETITORS = Noun(
    key="competitors",
    one="competitor",
    model=CompetitorRecord,
    about="Add, rename or remove competitors, or take one out.",
    table=("name", "primary", "incumbent", "out.date"),
    same=("name",),
    main="name",
    new="",
    find=_found,
    key_field="id",
    usage=(
        "`tas competitors ID` lists the deal's competitors. A name adds one, with a short name made"
        ' from it: `tas competitors ID "GE Healthcare"`. To choose the short name, write KEY'
        " name=NAME; to change a competitor, KEY FIELD=VALUE. out=DATE reason=TEXT takes one out of"
        " the race and keeps its ratings; out= brings it back. Removing one removes its ratings and"
        " what else is said about it, too; if there is any, tas asks first; in a script, add"
        " --replace."
    ),
)
