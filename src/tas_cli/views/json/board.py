"""`tas board --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.board.asking import Shared, question
from tas_cli.board.board import Board, Urgent
from tas_cli.board.changes import handed_over, moved, pulled_in, repriced, slipped
from tas_cli.board.figures import Figures, share
from tas_cli.board.line import DealLine
from tas_cli.board.matters import MatteringDeal
from tas_cli.board.money import Money
from tas_cli.board.rollout import Reached, Rep, Rollout
from tas_cli.method.catalogue import rollout_calendar, strategies
from tas_cli.views.board import group_name
from tas_cli.views.json.document import document


def board_json(shown: Board, quarter: dict[str, Any], not_yet: Sequence[str]) -> str:
    """Return the board with its quarter's forecast.

    `not_yet` are the files of deals that had not begun on its day.
    """
    found = shown.changes
    return document(
        {
            "date": shown.scope.day,
            "since": shown.scope.since,
            "by": shown.by,
            "currency": shown.scale.currency,
            "converted": shown.scale.rates is not None,
            "missing_rates": shown.scale.missing,
            "total": _figures(shown.total),
            "groups": [
                {"key": each.key, "name": group_name(shown, each.key), **_figures(each.figures)}
                for each in shown.groups
            ],
            "quarter": quarter,
            "asks": [asked(each) for each in shown.asking.asks],
            "shared": [_shared(each) for each in shown.asking.shared],
            "changes": {
                "new": [deal(row) for row in found["new"]],
                "closed": [deal(row) | {"status": row.status} for row in found["closed"]],
                "grown": [deal(row) | _pair(repriced(row)) for row in found["grown"]],
                "shrunk": [deal(row) | _pair(repriced(row)) for row in found["shrunk"]],
                "slipped": [deal(row) | _pair(slipped(row)) for row in found["slipped"]],
                "pulled_in": [deal(row) | _pair(pulled_in(row)) for row in found["pulled_in"]],
                "handed_over": [
                    deal(row) | _pair(handed_over(row)) for row in found["handed_over"]
                ],
                "moved": [deal(row) | _pair(moved(row)) for row in found["moved"]],
                "better": [deal(row) | {"criteria": row.better} for row in found["better"]],
                "worse": [deal(row) | {"criteria": row.worse} for row in found["worse"]],
            },
            "debrief": [_urgent(each) for each in shown.urgent],
            "needing": shown.needing,
            "forecast": [deal(row) | {"findings": _findings(row)} for row in shown.forecast],
            "left_out": shown.broken,
            "not_yet": not_yet,
        }
    )


def asked(ask: MatteringDeal) -> dict[str, Any]:
    """Return a deal to ask about."""
    return deal(ask.line) | {
        "matters": [{"code": each.code, "words": each.words} for each in ask.matters],
        "signs": ask.line.signs_seen,
        "question": question(ask),
        "command": ask.matters[0].command,
    }


def _shared(each: Shared) -> dict[str, Any]:
    deals = [line.id for line in each.lines]
    return {"code": each.code, "deals": deals, "owners": each.owners}


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "open": figures.open,
        "money": [money_json(each) for each in figures.money],
        "without_amount": figures.without_amount,
        "reviewed": {"deals": figures.reviewed, "share": figures.share(figures.reviewed)},
        "debriefed": {"deals": figures.debriefed, "share": figures.share(figures.debriefed)},
        "debriefs": figures.debriefs,
        "reps": figures.reps,
        "debriefs_per_rep": figures.debriefs_per_rep,
        "ratings": {"rated": figures.rated, "age": figures.age},
        "unknown": {"cells": figures.unknown, "share": figures.unknown_share},
        "actions": {"open": figures.actions, "overdue": figures.overdue_actions},
        "tactics": {"open": figures.tactics, "overdue": figures.overdue_tactics},
        "past_close": figures.past_close,
        "past_days": figures.past_days,
        "late": figures.late,
        "chosen": _counts(figures.chosen),
        "recommended": _counts(figures.recommended),
    }


def money_json(money: Money) -> dict[str, str]:
    """Return the sums in one currency."""
    return {
        "currency": money.currency,
        **{name: f"{value:f}" for name, value in money._asdict().items() if name != "currency"},
    }


def _counts(counts: dict[str | None, int]) -> dict[str, int]:
    return {key or "none": counts.get(key, 0) for key in (*strategies(), None)}


def deal(line: DealLine) -> dict[str, Any]:
    """Return what every deal in these documents has."""
    return {
        "id": line.id,
        "file": line.file,
        "name": line.name,
        "customer": line.customer,
        "owner": line.owner,
        "amount": line.amount,
        "currency": line.currency,
    }


def _pair(pair: tuple[str | None, str | None] | None) -> dict[str, str | None]:
    before, after = pair or (None, None)
    return {"from": before, "to": after}


def _urgent(each: Urgent) -> dict[str, Any]:
    line = each.deal
    return deal(line) | {
        "expected_close": line.close,
        "step": line.step,
        "claimed": line.claimed,
        "supported": line.supported,
        "debriefed": line.debriefs[-1] if line.debriefs else None,
        "weight": each.weight,
        "reasons": [
            {"code": why.code, "weight": why.weight, "message": why.words} for why in each.reasons
        ],
    }


def _findings(row: DealLine) -> list[dict[str, str]]:
    return [
        {"code": code, "severity": severity, "message": message}
        for code, severity, message in row.forecast
    ]


def rollout_json(shown: Rollout) -> str:
    """Return the rollout."""
    return document(
        {
            "date": shown.day,
            "from": shown.began,
            "deals": shown.deals,
            "reps": shown.reps,
            "days": [_day(reached, shown) for reached in shown.by_day],
            "by_rep": [_rep(each) for each in shown.by_rep],
            "total": _figures(shown.total),
            "debriefs_each": rollout_calendar().debriefs_each,
            "week": shown.week,
            "duties": shown.duties,
            "left_out": shown.broken,
        }
    )


def _day(reached: Reached, shown: Rollout) -> dict[str, Any]:
    return {
        "day": reached.days,
        "date": reached.date,
        "today": reached.aim is None,
        "reached": reached.entered is not None,
        "aim": reached.aim,
        **_reached(reached, shown.deals),
    }


def _rep(rep: Rep) -> dict[str, Any]:
    return {
        "name": rep.name,
        "deals": rep.deals,
        **_reached(rep.reached, rep.deals),
        "to_enter": [line.id for line in rep.to_enter],
        "to_grade": [line.id for line in rep.to_grade],
        "to_review": [line.id for line in rep.to_review],
        "debriefs_owed": rep.debriefs_owed,
    }


def _reached(reached: Reached, deals: int) -> dict[str, Any]:
    return {
        "entered": {"deals": reached.entered, "share": share(reached.entered, deals)},
        "graded": {"deals": reached.graded, "share": share(reached.graded, deals)},
        "reviewed": {"deals": reached.reviewed, "share": share(reached.reviewed, deals)},
        "debriefs": reached.debriefs,
    }
