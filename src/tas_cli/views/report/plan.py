"""The plan on a page: what is next, goals, the plan in time, tactics, and what is not covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tas_cli.assess.plan import Planned, in_time_order, is_planned, uses_plan
from tas_cli.assess.sheet import Sheet
from tas_cli.assess.timeline import Moment, Timeline, timeline
from tas_cli.views.challenge import challenged, scores
from tas_cli.views.page import (
    MINUS,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    On,
    Table,
    Words,
    cells,
    items,
    paragraph,
    section,
    used_columns,
)
from tas_cli.views.plan import due, not_covered
from tas_cli.views.plan_frame import frame
from tas_cli.views.timeline_figure import figure
from tas_cli.views.timeline_words import what, when
from tas_cli.views.way_back import agreed, whether_it_fits
from tas_cli.views.words import amount, named
from tas_cli.words import spelled

_TACTICS = (
    Column("What we do"),
    Column("Kind", On.FULL),
    Column("About", On.FULL),
    Column("With", On.FULL),
    Column("Who"),
    Column("Due"),
)


def plan(name: str, sheet: Sheet) -> Iterator[Block]:
    """Yield the plan; nothing if the file has none of it."""
    if is_planned(sheet.opportunity):
        found = timeline(sheet)
        yield from _next(found) if sheet.open else ()
        yield from _in_time(name, sheet, found)
        yield from _tactics(sheet)
        yield section("Goals", *frame(sheet))
        if sheet.open:
            yield section("Not covered", items(not_covered(sheet)))
    if uses_plan(sheet.opportunity):
        yield section("Challenged", *_challenged(sheet))


def _challenged(sheet: Sheet) -> Iterator[Block]:
    """Yield the last challenge in a few lines, and what the team and the outsider scored."""
    for part in challenged(sheet):
        yield from part.blocks
        yield from scores(sheet)


def _next(found: Timeline) -> Iterator[Block]:
    """Yield what is to be done next: first what is overdue the longest, then what lies ahead."""
    late = [each for each in found.ours if each.state == "late"]
    undated = (each for each in found.undated if each.ours)
    ahead = next((each for each in (*found.ours, *undated) if each.state == "open"), None)
    if late:
        mark = (f"overdue since {when(late[0], found.today)}", MINUS)
        who = f", {late[0].who}" if late[0].who else ""
        yield paragraph((f"Next: {what(late[0])}", STRONG), " (", mark, f"{who}).")
    if len(late) > 1:
        yield paragraph((f"{len(late)} tactics and action items overdue.", MINUS))
    if ahead:
        words = (f"{'Then' if late else 'Next'}: {what(ahead)}", "" if late else STRONG)
        yield paragraph(words, _who_when(ahead, found.today))
    elif not late:
        yield paragraph(("Nothing is planned next.", UNKNOWN))


def _who_when(moment: Moment, today: date) -> str:
    known = ", ".join(filter(None, (when(moment, today), moment.who)))
    return f" ({known})." if known else "."


def _in_time(name: str, sheet: Sheet, found: Timeline) -> Iterator[Block]:
    if found.back:
        yield from whether_it_fits(found.back, sheet)
    if found.dated:
        yield figure(found)
    if found.back:
        yield from agreed(name, sheet)


def _tactics(sheet: Sheet) -> Iterator[Table]:
    """Yield the tactics without the columns in which none has anything; their results on demand."""
    listed = in_time_order(sheet.opportunity)
    rows = tuple(_tactic(each, sheet) for each in listed)
    if rows:
        yield used_columns(Table(_TACTICS, rows, details=_details(listed, sheet)))


def _tactic(each: Planned, sheet: Sheet) -> tuple[Words, ...]:
    tactic = each.tactic
    return (
        *cells(
            tactic.what,
            spelled(tactic.kind or ""),
            " ".join(f"#{number}" for number in tactic.criteria),
            ", ".join(named(key, sheet.people) for key in tactic.people),
            tactic.owner or "",
        ),
        due(each, sheet.day),
    )


def _details(listed: Sequence[Planned], sheet: Sheet) -> tuple[tuple[Block, ...], ...]:
    """Return what each tactic takes, what that buys, and what came of it."""
    return tuple(tuple(map(paragraph, _facts(each, sheet))) for each in listed)


def _facts(each: Planned, sheet: Sheet) -> Iterator[str]:
    tactic = each.tactic
    facts = {
        "Takes": tactic.resources,
        "Costs": amount(tactic.cost, sheet.currency),
        "Buys": tactic.gain,
        "Result": tactic.result,
    }
    yield from (f"{label}: {fact}" for label, fact in facts.items() if fact)
