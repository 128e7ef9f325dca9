"""Turns the rows of a rating table into ratings for one day or several."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.assess.scorecard import cell_name
from tas_cli.edits.batch import Batch
from tas_cli.edits.cells import criterion, party, sign
from tas_cli.edits.cells_of_csv import BadRow
from tas_cli.edits.evidence import evidence
from tas_cli.edits.rate import RatedCell
from tas_cli.edits.table import TableRow
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter

_Cells = dict[CellKey, tuple[int, RatedCell]]


def batches(
    rows: Iterable[TableRow], opportunity: Opportunity, day: date, interpreter: Interpreter
) -> list[Batch]:
    """Return the rows' ratings, oldest day first; `day` is used for rows without a date.

    Several rows may give evidence for one cell.

    Raises:
        WrongCall: a row is invalid; the message gives its number.
    """
    found: dict[date, _Cells] = {}
    for row in rows:
        try:
            on = row.values["date"]
            then = interpreter.past_day(on, "date:") if on else day
            cell = _cell(row, opportunity, interpreter)
            _add(found.setdefault(then, {}), row, cell, opportunity)
        except BadRow:
            raise
        except WrongCall as error:
            raise BadRow(row.number, error.message, error.advice) from None
    return [Batch(then, tuple(cell for _, cell in found[then].values())) for then in sorted(found)]


def _cell(row: TableRow, opportunity: Opportunity, interpreter: Interpreter) -> RatedCell:
    values = row.values
    texts = {name: values[name] for name in ("who", "when", "link")}
    if values["when"]:
        texts["when"] = interpreter.past_day(values["when"], "when:").isoformat()
    entry = evidence(values["evidence"], **texts, interpreter=interpreter)
    return RatedCell(
        criterion(values["criterion"]),
        party(values["party"], opportunity),
        sign(values["rating"]),
        (entry,) if entry else (),
        values["note"] or None,
    )


def _add(cells: _Cells, row: TableRow, cell: RatedCell, opportunity: Opportunity) -> None:
    """Add a row's cell; an earlier row may have added evidence, but not a different rating."""
    if cell.where in cells:
        number, before = cells[cell.where]
        if before.rating != cell.rating:
            name = cell_name(opportunity, *cell.where)
            raise BadRow(row.number, f"{name} is already rated {before.rating} in row {number}.")
        cell = cell._replace(
            evidence=before.evidence + cell.evidence, note=cell.note or before.note
        )
    cells[cell.where] = (row.number, cell)
