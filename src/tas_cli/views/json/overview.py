"""`tas list --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.overview import Line
from tas_cli.views.json.document import document
from tas_cli.views.json.show import facts


def overview_json(lines: Sequence[Line], currency: str) -> str:
    """Return a line for each opportunity; `currency` is the default one."""
    return document(
        {
            "opportunities": [
                {
                    "id": line.deal.id,
                    "file": line.deal.file,
                    **facts(line.deal.opportunity, currency),
                    "balance": line.balance.questions,
                    "known": line.balance.known,
                    "assessed": line.balance.assessed,
                    "recommended": line.recommended,
                    "variation": line.variation,
                    "reachable": line.reachable,
                    "chosen": line.chosen,
                    "overdue": line.overdue,
                }
                for line in lines
            ]
        }
    )
