"""The evidence for ratings as records: by cell, and by number within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pydantic import Field

from tas_cli.method.catalogue import US
from tas_cli.method.cells import CellKey, cell_code, cell_keys
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Day
from tas_cli.nouns.noun import Noun, Record


class EvidenceRecord(Evidence):
    """A piece of evidence for a rating."""

    assessment: Day | None = Field(default=None, description="The day of its assessment.")


def _found(deal: Opportunity) -> Iterator[Record]:
    """Yield the evidence by criterion and party; in a cell by assessment, then as in the file."""
    dated = sorted(enumerate(deal.assessments), key=lambda each: each[1].date)
    found: dict[CellKey, list[Record]] = defaultdict(list)
    for at, assessment in dated:
        for criterion, column in assessment.ratings.items():
            for party, cell in column.items():
                path = ("assessments", at, "ratings", criterion, party, "evidence")
                for index, each in enumerate(cell.evidence):
                    before = found[criterion, party]
                    key = f"{cell_code(criterion, party)} {len(before) + 1}"
                    value = EvidenceRecord.model_construct(**dict(each), assessment=assessment.date)
                    before.append(Record(key, (*path, index), value))
    for where in cell_keys((US, *deal.competitors)):
        yield from found[where]


PIECES = Noun(
    key="evidence",
    one="piece of evidence",
    many="pieces of evidence",
    model=EvidenceRecord,
    about="List, add, change or remove evidence for ratings.",
    table=("assessment", "when", "who", "what"),
    same=("assessment", "when", "who", "what", "link"),
    main="what",
    new="CELL",
    usage=(
        "`tas evidence ID` lists all evidence, `tas evidence ID CELL` that of one rating. CELL"
        " FIELD=VALUE adds a piece to the latest assessment of that cell, CELL NUMBER FIELD=VALUE"
        " changes one. Cells are written as in `tas rate`: 5 or 9:x-sys. An empty value clears a"
        " field."
    ),
    find=_found,
    derived=("assessment",),
    words=2,
)
