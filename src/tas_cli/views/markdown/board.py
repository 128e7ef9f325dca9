"""`tas board --format markdown`: to be posted to a channel."""

from __future__ import annotations

from tas_cli.board.board import Board
from tas_cli.board.figures import Figures
from tas_cli.views.board import (
    about,
    changed,
    group_name,
    left_out,
    percent,
    strategies_counted,
    summary,
)
from tas_cli.views.markdown.words import plain, table

_HEADS = ["Open", "Amount", "Shown", "Claimed", "Optimism", "Reviewed", "Debriefed", "Debriefs"]
_HEADS += ["Age", "Unknown", "Actions", "Overdue", "Past close", "Past days"]
_WORDS = ["Recommended", "Chosen"]
_NAMED = 20


def board(shown: Board) -> str:
    """Return the board."""
    lines = [f"## Board of {shown.scope.day}", ""]
    if shown.groups:
        lines += [*_table(shown), "", *(f"{plain(each)}  " for each in summary(shown)), ""]
    lines += [*_changes(shown), *_urgent(shown), *_forecast(shown)]
    if shown.broken:
        lines += [plain(left_out(shown.broken)), ""]
    return "\n".join(lines)


def _table(shown: Board) -> list[str]:
    rows = [_row(plain(group_name(shown, group.key)), group.figures) for group in shown.groups]
    total = _row("**All**", shown.total)
    return table([shown.by.capitalize(), *_WORDS, *_HEADS], [*rows, total], len(_HEADS))


def _row(name: str, figures: Figures) -> list[str]:
    """Return a group's row; several currencies stand below each other in their cells."""
    money = [
        "<br>".join(column)
        for column in zip(
            *(
                (f"{each.currency} {each.amount:,f}", *(f"{part:,f}" for part in each[2:]))
                for each in figures.money
            ),
            strict=True,
        )
    ]
    strategies = (
        strategies_counted(figures.recommended, "not settled"),
        strategies_counted(figures.chosen, "none"),
    )
    return [name, *strategies, str(figures.open), *(money or [""] * 4), *_counts(figures)]


def _counts(figures: Figures) -> list[str]:
    return [
        percent(figures.share(figures.reviewed)),
        percent(figures.share(figures.debriefed)),
        str(figures.debriefs),
        "–" if figures.age is None else f"{figures.age}d",
        percent(figures.unknown_share),
        str(figures.actions),
        str(figures.overdue_actions),
        str(figures.past_close),
        str(figures.past_days),
    ]


def _changes(shown: Board) -> list[str]:
    found = changed(shown)
    lines = [f"### Since {shown.scope.since:%A} {shown.scope.since}", ""]
    for kind, deals in found:
        named = [f"**{plain(name)}** {plain(what)}" for name, what in deals[:_NAMED]]
        more = f"; and {len(deals) - len(named)} more" if len(deals) > len(named) else ""
        lines.append(f"- {len(deals)} {kind.lower()}: {'; '.join(named)}{more}")
    return [*lines, *([] if found else ["Nothing changed."]), ""]


def _urgent(shown: Board) -> list[str]:
    if not shown.urgent:
        return []
    some = f": {len(shown.urgent)} of {shown.needing}" if shown.needing > len(shown.urgent) else ""
    lines = [f"### Most in need of a debrief{some}", ""]
    for number, each in enumerate(shown.urgent, 1):
        why = plain("; ".join(reason.words for reason in each.reasons))
        lines.append(f"{number}. **{plain(each.deal.id)}** {plain(about(each.deal, shown))}: {why}")
    return [*lines, ""]


def _forecast(shown: Board) -> list[str]:
    if not shown.forecast:
        return []
    lines = ["### Forecast that should not be", ""]
    for row in shown.forecast:
        why = plain("; ".join(message for _, _, message in row.forecast))
        lines.append(f"- **{plain(row.id)}**: {why}")
    return [*lines, ""]
