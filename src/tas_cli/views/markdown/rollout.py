"""`tas board --rollout --format markdown`."""

from __future__ import annotations

from tas_cli.board.figures import share
from tas_cli.board.rollout import Rollout, Stand
from tas_cli.views.board import left_out, percent
from tas_cli.views.markdown.words import plain, table
from tas_cli.views.rollout import (
    REP_COLUMNS,
    columns,
    duties_of,
    in_view,
    label,
    rep_cells,
    rep_name,
    standard,
)


def rollout(shown: Rollout) -> str:
    """Return the roll-out."""
    if shown.began is None:
        return "No opportunity has an assessment yet: the roll-out has not begun.\n"
    heads = ["", "Date", *columns()]
    rows = [_row(stand, shown) for stand in shown.stands]
    reps = [[plain(rep_name(rep)), *rep_cells(rep)] for rep in shown.by_rep]
    return "\n".join(
        [
            f"## Roll-out since {shown.began}",
            "",
            f"As of {shown.day}: {in_view(shown)}.",
            "",
            *table(heads, rows, len(heads) - 1),
            "",
            *table(["Rep", *REP_COLUMNS], reps, len(REP_COLUMNS)),
            "",
            *_duties(shown),
            plain(standard()),
            *(["", plain(left_out(shown.broken))] if shown.broken else []),
            "",
        ]
    )


def _duties(shown: Rollout) -> list[str]:
    if not shown.duties:
        return []
    return [f"### {duties_of(shown)}", "", *(f"- {plain(each)}" for each in shown.duties), ""]


def _row(stand: Stand, shown: Rollout) -> list[str]:
    shares = [
        percent(share(each, shown.deals)) for each in (stand.entered, stand.graded, stand.reviewed)
    ]
    aim = "" if stand.aim is None else percent(stand.aim)
    debriefs = "–" if stand.debriefs is None else str(stand.debriefs)
    return [label(stand), str(stand.date), *shares, aim, debriefs]
