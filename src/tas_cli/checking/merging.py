"""Assessments of one day merged into the first of them, where they do not contradict it."""

from __future__ import annotations

from tas_cli.checking.equivalence import Fix, Fixed
from tas_cli.edits.merging import merged
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.spelling import spelled
from tas_cli.reading.read import read_leniently
from tas_cli.source.edit import CannotEdit, as_bytes, changed
from tas_cli.source.nodes import locate
from tas_cli.source.parse import parse

CODE = "TAS118"


def one_a_day(data: bytes) -> Fixed:
    """Return the content with one assessment per day; the lines are those before."""
    document = parse(data)
    deal = read_leniently(Opportunity, data, "").value
    if deal is None or document.root is None:
        return Fixed(data)
    days = [each.date for each in deal.assessments]
    repeated = [at for at, day in enumerate(days) if day in days[:at]]
    result = Fixed(data)
    for at in reversed(repeated):
        span = locate(document.root, ("assessments", at, "date"))
        fix = Fix(
            CODE, document.text.position(span.start).line, f"merged two assessments of {days[at]}"
        )
        after = _merged(result.data, at, days.index(days[at]))
        if after is not None:
            result = Fixed(after, (fix, *result.fixes))
    return result


def _merged(data: bytes, at: int, first: int) -> bytes | None:
    """Return the content with one assessment merged into an earlier one; None if they differ."""
    deal = read_leniently(Opportunity, data, "").value
    if deal is None or deal.assessments[at].differing(deal.assessments[first]):
        return None
    edits = [spelled(edit, Opportunity) for edit in merged(deal, at, first)]
    try:
        return as_bytes(changed(parse(data), edits))
    except CannotEdit:
        return None
