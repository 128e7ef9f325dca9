"""`tas board --rep --format json`, version 1."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.board.line import DealLine
from tas_cli.board.rep import Evidence, RepPage, plus
from tas_cli.views.json.document import document
from tas_cli.views.rep import question


def rep_json(shown: RepPage) -> str:
    """Return what to talk about with a rep."""
    return document(
        {
            "date": shown.scope.day,
            "rep": shown.rep,
            "deals": _ids(shown.lines),
            "team": shown.team,
            "criteria": [
                {
                    "criterion": each.criterion,
                    "weak": _ids(each.weak),
                    "unknown": _ids(each.unknown),
                    "question": question(shown, each.criterion),
                }
                for each in shown.open
            ],
            "evidence": _evidence(shown.evidence),
            "others": _evidence(shown.others),
            "without_evidence": [
                {"id": line.id, "ratings": plus(line) - line.proven} for line in shown.unproven
            ],
            "actions": [
                {"id": line.id, "open": line.actions, "overdue": line.overdue_actions}
                for line in shown.acting
            ],
            "tactics": [
                {"id": line.id, "open": line.open_tactics, "overdue": line.overdue_tactics}
                for line in shown.planned
            ],
            "debriefs": shown.debriefs,
            "undebriefed": _ids(shown.undebriefed),
            "left_out": shown.broken,
        }
    )


def _ids(lines: Iterable[DealLine]) -> list[str]:
    return [line.id for line in lines]


def _evidence(found: Evidence) -> dict[str, int | None]:
    return {**found._asdict(), "share": found.share}
