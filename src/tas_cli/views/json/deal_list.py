"""`tas list --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tas_cli.board.line import DealLine
from tas_cli.views.json.around import of_line
from tas_cli.views.json.document import document


def overview_json(
    rows: Sequence[DealLine], day: date, left_out: Sequence[str], not_yet: Sequence[str]
) -> str:
    """Return a line for each deal, and the files that were left out."""
    deals = [_deal(row, day) for row in rows]
    return document({"opportunities": deals, "left_out": left_out, "not_yet": not_yet})


def _deal(line: DealLine, day: date) -> dict[str, Any]:
    return {
        "id": line.id,
        "file": line.file,
        "name": line.name,
        "customer": line.customer,
        "external_id": line.external_id,
        "owner": line.owner,
        "amount": line.amount,
        "currency": line.currency,
        "expected_close": line.close,
        "status": line.status,
        "balance": line.balances,
        "known": line.known,
        "assessed": line.assessed,
        "recommended": line.recommended,
        "variation": line.variation,
        "reachable": line.reachable,
        "chosen": line.chosen,
        "overdue": line.past_close(day),
        **of_line(line),
    }
