"""`tas board --rollout --format markdown`."""

from __future__ import annotations

from tas_cli.board.rollout import Rollout, Stand
from tas_cli.views.board import left_out, percent
from tas_cli.views.markdown.words import plain, table
from tas_cli.views.rollout import STANDARD, columns, duty, in_view, label, of_rep


def rollout(shown: Rollout) -> str:
    """Return the roll-out."""
    if shown.began is None:
        return "No opportunity has an assessment yet: the roll-out has not begun.\n"
    heads = ["", "Date", *columns()]
    rows = [_row(stand, shown) for stand in shown.stands]
    return "\n".join(
        [
            f"## Roll-out since {shown.began}",
            "",
            f"As of {shown.day}: {in_view(shown)}.",
            "",
            *table(heads, rows, len(heads) - 1),
            "",
            *(f"- {plain(rep.name or 'nobody')}: {of_rep(rep)}" for rep in shown.by_rep),
            "",
            *([plain(duty(shown)), ""] if duty(shown) else []),
            plain(STANDARD),
            *(["", plain(left_out(shown.broken))] if shown.broken else []),
            "",
        ]
    )


def _row(stand: Stand, shown: Rollout) -> list[str]:
    shares = [percent(shown.share(each)) for each in (stand.entered, stand.graded, stand.reviewed)]
    aim = "" if stand.aim is None else percent(stand.aim)
    debriefs = "–" if stand.debriefs is None else str(stand.debriefs)
    return [label(stand), str(stand.date), *shares, aim, debriefs]
