"""Ratings of a date, written into files of every style, are read back as given."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from random import Random
from typing import Any

from hand_kept import RANDOMS, files
from hypothesis import given, settings

from tas_cli.edits.rate import RatedCell, rate
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.spelling import spelled
from tas_cli.reading.read import read_opportunity
from tas_cli.source.edit import CannotEdit, Edit, edited

NEW_DAY = date(2026, 12, 24)
TEXTS = ["said so", "key: value, [x]", "two\nlines", "it's", "#1 über", 'the "plan"']


def _cells(opportunity: Opportunity, random: Random) -> list[RatedCell]:
    parties = ["us", *opportunity.competitors]
    return [
        RatedCell(
            criterion=random.choice(criterion_keys()),
            party=random.choice(parties),
            rating=random.choice(["+", "-", "?"]),
            evidence=tuple(
                Evidence.model_validate({"when": str(NEW_DAY), "what": random.choice(TEXTS)})
                for _ in range(random.choice([0, 0, 1, 2]))
            ),
            note=random.choice([None, None, random.choice(TEXTS)]),
        )
        for _ in range(random.randint(1, 6))
    ]


def _rated(opportunity: Opportunity, day: date, cells: list[RatedCell]) -> list[Edit]:
    return [spelled(edit, Opportunity) for edit in rate(opportunity, day, cells)]


def _intended(opportunity: Opportunity, day: date, cells: list[RatedCell]) -> dict[str, Any]:
    """Return the data the file should have, computed from its old data."""
    data = opportunity.model_dump()
    found = [each for each in data["assessments"] if each["date"] == day]
    if not found:
        found = [{"date": day, "by": None, "ratings": {}}]
        data["assessments"] += found
    latest = {(cell.criterion, cell.party): cell for cell in cells}
    for cell in latest.values():
        row = found[0]["ratings"].setdefault(cell.criterion, {})
        before = row.get(cell.party)
        new = [entry.model_dump() for entry in cell.evidence]
        if before is None:
            row[cell.party] = {"rating": cell.rating, "evidence": new, "note": cell.note}
            continue
        if before["rating"] != cell.rating:
            before |= {"rating": cell.rating, "evidence": []}
        before["evidence"] += [entry for entry in new if entry not in before["evidence"]]
        before["note"] = cell.note or before["note"]
    return data


def test_ratings_are_read_back_as_given() -> None:
    """New cells, changed cells, evidence and notes, on an existing date and on a new one."""
    count: Counter[str] = Counter()

    @settings(max_examples=250)
    @given(files(), RANDOMS)
    def check(data: bytes, random: Random) -> None:
        before = read_opportunity(data, "f.yaml").value
        assert before is not None
        day = random.choice([NEW_DAY, *(each.date for each in before.assessments)])
        cells = _cells(before, random)
        count["all"] += 1
        try:
            result = edited(data, _rated(before, day, cells))
        except CannotEdit:
            count["refused"] += 1
            return
        after = read_opportunity(result, "f.yaml")
        assert after.value is not None
        assert not after.diagnostics
        assert after.value.model_dump() == _intended(before, day, cells)

    check()
    assert count["refused"] <= 0.02 * count["all"]


def test_existing_ratings_change_nothing() -> None:
    """Rating a cell as it is rated already, with nothing to add, gives the same bytes."""

    @settings(max_examples=50)
    @given(files())
    def check(data: bytes) -> None:
        before = read_opportunity(data, "f.yaml").value
        assert before is not None
        for assessment in before.assessments:
            cells = [
                RatedCell(key, party, cell.rating)
                for key, row in assessment.ratings.items()
                for party, cell in row.items()
            ]
            assert edited(data, _rated(before, assessment.date, cells)) == data

    check()


def test_a_file_without_assessments_gets_its_first() -> None:
    """The key may be commented out, missing, or without a value."""
    head = b"tas: 1\nname: A\ncustomer: B\n"
    for rest in (b"", b"# assessments:\n", b"assessments:\n", b"assessments: []\n"):
        before = read_opportunity(head + rest, "f.yaml").value
        assert before is not None
        rated = _rated(before, NEW_DAY, [RatedCell("solution_fit", "us", "+")])
        result = edited(head + rest, rated)
        assert re.search(
            r'^assessments:\n  - date: 2026-12-24\n    ratings:\n      solution_fit: {us: "\+"}$',
            result.decode(),
            re.MULTILINE,
        )
