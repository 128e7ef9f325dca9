"""`tas board --rep`: what to talk about with a rep, each fact with the question to put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tas_cli.assess.figures import figures
from tas_cli.board.rep import Evidence, Open, RepPage, plus
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import criteria_by_key, numbered
from tas_cli.views import mentions
from tas_cli.views.board import left_out, percent
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    UNKNOWN,
    Item,
    Page,
    Part,
    Title,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.words import counted

_NAMED = 4
"""How many deals are named."""
_READING = "Facts from the files, to talk about: no score of a person."


def page(shown: RepPage) -> Page:
    """Return the page about a rep's open deals."""
    return (
        Title(shown.rep, (counted(len(shown.lines), "open deal"), f"as of {shown.scope.day}")),
        section("Weak or unknown in several deals", items(_criteria(shown), 2)),
        section("Evidence", items(_evidence(shown), 2)),
        section("Action items", items(_actions(shown), 2)),
        section("Tactics", items(_tactics(shown), 2)),
        section("Debriefs", items(_debriefs(shown), 2)),
        GAP,
        paragraph((_READING if shown.lines else "No open deal.", DIM)),
        paragraph((left_out(shown.broken), MINUS)),
    )


def question(shown: RepPage, criterion: str) -> str:
    """Return what to ask about a criterion: the method's first question."""
    return criteria_by_key()[criterion].asked(**figures(shown.scope.settings))[0]


def _criteria(shown: RepPage) -> Iterator[Item]:
    for each in shown.open:
        words: list[Part] = [(numbered(each.criterion), STRONG), ": ", *_where(each)]
        yield item(*words, below=(question(shown, each.criterion),))


def _where(each: Open) -> Iterator[Part]:
    """Yield in which deals a criterion is weak, and in which unknown."""
    for sign, style, lines in (("–", MINUS, each.weak), ("?", UNKNOWN, each.unknown)):
        if lines:
            yield "; " if sign == "?" and each.weak else ""
            yield (f"{sign} in {len(lines)}", style)
            yield from (" (", *mentions.deals([line.id for line in lines], most=_NAMED), ")")


def _evidence(shown: RepPage) -> Iterator[Item]:
    if not shown.evidence.plus:
        return
    whose = f"team {shown.team}" if shown.team else "other reps"
    beside = f"; {whose}: {_share(shown.others)}" if shown.others.plus else ""
    without = [line.id for line in shown.unproven]
    claims = [f" {plus(line) - line.proven}" for line in shown.unproven]
    yield item(f"{_share(shown.evidence)} of the + have evidence{beside}.")
    if without:
        yield item(
            "Without evidence: ",
            *mentions.deals(without, claims, _NAMED),
            ".",
            below=("What did they say or do that shows it?",),
            command=f"tas show {typeable(shown.unproven[0].id)} --evidence",
        )


def _share(found: Evidence) -> str:
    return f"{found.proven} of {found.plus} ({percent(found.share)})"


def _actions(shown: RepPage) -> Iterator[Item]:
    found = shown.acting
    overdue = sum(line.overdue_actions for line in found)
    yield from _to_do("actions", [(line.id, line.actions) for line in found], overdue)


def _tactics(shown: RepPage) -> Iterator[Item]:
    found = shown.planned
    overdue = sum(line.overdue_tactics for line in found)
    yield from _to_do("tactics", [(line.id, line.open_tactics) for line in found], overdue)


def _to_do(command: str, found: Sequence[tuple[str, int]], overdue: int) -> Iterator[Item]:
    """Yield how many are open, in which deals, and what to ask about them; nothing without any."""
    if not found:
        return
    names, numbers = zip(*found, strict=True)
    listed = mentions.deals(names, [f" {number}" for number in numbers], _NAMED)
    ask = "What keeps you from it?" if overdue else "Which comes first?"
    late = (f", {overdue} overdue", MINUS) if overdue else ""
    yield item(
        f"{sum(number for _, number in found)} open",
        late,
        ": ",
        *listed,
        ".",
        below=(ask,),
        command=f"tas {command} {typeable(found[0][0])}",
    )


def _debriefs(shown: RepPage) -> Iterator[Item]:
    if not shown.lines:
        return
    without = [line.id for line in shown.undebriefed]
    yield item(f"{shown.debriefs} in the last 30 days.")
    if without:
        yield item(
            "None in 30 days: ",
            *mentions.deals(without, most=_NAMED),
            ".",
            below=("When do we go through it?",),
            command=f"tas debrief {typeable(without[0])}",
        )
