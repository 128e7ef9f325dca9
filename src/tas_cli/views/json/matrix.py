"""`tas matrix --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.board.matrix import MONTHS, QUADRANTS, Bar, Matrix, Placed, by_term, totals
from tas_cli.views.json.deal_list import LeftOut
from tas_cli.views.json.document import document
from tas_cli.views.matrix import titles


def matrix_json(shown: Matrix, found: LeftOut) -> str:
    """Return the quadrants with all that is in them, and the files that were left out."""
    named = titles()
    return document(
        {
            "date": shown.frame.day,
            "currency": shown.frame.scale.currency,
            "missing_rates": shown.frame.scale.missing,
            "columns": [
                {"months": months, "until": end}
                for months, end in zip(MONTHS, shown.frame.ends, strict=True)
            ],
            "high": [_bar(each) for _, each in sorted(shown.frame.bars.items())],
            "money": [each._asdict() for each in totals(shown.placed)],
            **{
                key: [each._asdict() for each in sums]
                for key, sums in by_term(shown.placed).items()
            },
            "quadrants": [
                {
                    "quadrant": number,
                    "key": key,
                    "title": named[key],
                    "money": [each._asdict() for each in totals(shown.of(key))],
                    "deals": [_placed(each) for each in shown.of(key)],
                }
                for number, key in enumerate(QUADRANTS, 1)
            ],
            "left_out": found.left_out,
            "not_yet": found.not_yet,
        }
    )


def _bar(each: Bar) -> dict[str, Any]:
    return {
        "currency": each.currency,
        "from": each.amount,
        "of": "order_amount" if each.set_by_us else "median",
    }


def _placed(each: Placed) -> dict[str, Any]:
    found, line = each.candidate, each.candidate.line
    potential = None if each.high is None else "high" if each.high else "low"
    return {
        "number": each.number,
        "key": found.key,
        "file": found.file,
        "name": found.name,
        "customer": found.customer,
        "account": found.account,
        "currency": found.currency,
        "amount": found.amount,
        "when": found.when,
        "trigger": found.trigger,
        "column": each.column,
        "potential": potential,
        "likelihood": each.likelihood,
        "next_step": each.next and each.next._asdict(),
        "owner": line and line.owner,
        "status": line and line.status,
        "step": line and line.step,
        "forecast": line and line.called,
    }
