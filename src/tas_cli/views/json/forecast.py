"""`tas board --quarter --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tas_cli.board.bridge import Move
from tas_cli.board.called import Standard, call, evidenced_call, standard
from tas_cli.board.forecast import Forecast, Group, Outlook, Sums
from tas_cli.board.line import DealLine
from tas_cli.typed.periods import quarters_in
from tas_cli.views.json.board import asked, deal
from tas_cli.views.json.document import document


def forecast_json(shown: Forecast, not_yet: Sequence[str]) -> str:
    """Return a forecast; `not_yet` are the files of deals that had not begun on its day."""
    period, settings = shown.wanted.period, shown.scope.settings
    standards = standard(settings)
    return document(
        {
            "date": shown.scope.day,
            "since": shown.scope.since,
            "period": {
                "name": shown.wanted.label,
                "from": period.first,
                "to": period.last,
                "quarters": quarters_in(period, settings.first_month),
            },
            "by": shown.wanted.by,
            "currency": shown.scale.currency,
            "converted": shown.scale.rates is not None,
            "missing_rates": shown.scale.missing,
            "total": outlook(shown.total),
            "groups": [{"key": each.key, **outlook(each)} for each in shown.groups],
            "deals": [_counted(line, standards) for line in shown.open],
            "omitted": [_counted(line, standards) for line in shown.omitted],
            "taken": [
                deal(each.line) | {"evidenced": each.now, "without": each.without}
                for each in shown.taken
            ],
            "without_amount": [deal(line) for line in shown.without_amount],
            "without_date": [deal(line) for line in shown.without_date],
            "weighted": [
                {
                    "currency": each.currency,
                    "evidenced": _text(each.weighted),
                    "claimed": _text(each.claimed),
                }
                for each in shown.weighted
            ],
            "asks": [asked(each) for each in shown.asking.asks],
            "left_out": shown.broken,
            "not_yet": not_yet,
        }
    )


def quarter_json(name: str, total: Group) -> dict[str, Any]:
    """Return the total of a forecast with the name of its period, for the board."""
    return {"name": name, **outlook(total)}


def _counted(line: DealLine, standards: Standard) -> dict[str, Any]:
    return deal(line) | {
        "expected_close": line.close,
        "forecast": line.called,
        "called": call(line, standards),
        "evidenced": evidenced_call(line, standards),
    }


def outlook(group: Group) -> dict[str, Any]:
    """Return a group's forecast: sums, quota and moves."""
    return {
        "quota": _text(group.quota),
        "quota_left": _text(group.left),
        "coverage": _text(group.coverage),
        "money": [_outlook(each, group.left) for each in group.money],
        "moves": [_move(each) for each in group.moves],
    }


def _outlook(money: Outlook, left: Decimal | None) -> dict[str, Any]:
    return {
        "currency": money.currency,
        "won": _text(money.won),
        "called": _sums(money.called, left),
        "evidenced": _sums(money.evidenced, left),
        "opening": _text(money.opening),
        "moved": {kind: _text(amount) for kind, amount in money.moved.items()},
        "closing": _text(money.called.open),
    }


def _sums(sums: Sums, left: Decimal | None) -> dict[str, Any]:
    return {
        **{name: _text(value) for name, value in sums._asdict().items()},
        "short": None if left is None else _text(left - sums.commit),
    }


def _move(move: Move) -> dict[str, Any]:
    then = move.line.then
    return {
        "kind": move.kind,
        "moved": {"currency": move.currency, "amount": _text(move.amount)},
        **deal(move.line),
        "status": move.line.status,
        "expected_close": move.line.close,
        "was": then
        and {
            "amount": then.amount,
            "currency": then.currency,
            "owner": then.person,
            "expected_close": then.close,
        },
    }


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"
