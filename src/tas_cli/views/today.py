"""`tas today`: a rep's page, on one screen if possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from tas_cli.board.actions import ACTIONS, TACTICS, Listed
from tas_cli.board.line import DealLine, Meeting
from tas_cli.board.matters import Matter, MatteringDeal, asked
from tas_cli.board.today import Today
from tas_cli.diagnostics import typeable
from tas_cli.views.bridge import money
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Block,
    Hint,
    Item,
    Items,
    Page,
    Part,
    Title,
    Words,
    bare,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.words import short_amount, short_day
from tas_cli.words import counted, some

_SCREEN = 23
"""The lines of a small terminal above its prompt."""
_LINES, _LEAST = 3, 3
"""How many lines a deal takes, and the fewest deals that are shown."""
_WHEN = 14
"""The cells that the day of an action item takes."""
_DUE, _WAITING, _MEETINGS = 5, 3, 3
"""How many action items and meetings are shown."""


def page(shown: Today, whole: str, *, everything: bool, remark: str = "") -> Page:
    """Return the page; `remark` says whose deals these are, `whole` is the command for the rest.

    With `everything`, nothing is left out: neither deals that can wait nor what else matters.
    """
    above = (
        _title(shown),
        paragraph((remark, DIM)),
        *_forecast(shown),
        *_meetings(shown, everything=everything),
        *_due(shown, everything=everything),
    )
    deals = (
        shown.deals if everything else _fitting(shown, bool(remark) + (shown.outlook is not None))
    )
    rest = () if everything else _rest(shown, deals, whole)
    about = items((_deal(each, everything=everything) for each in deals), 2, "•")
    below = [*_waiting(shown, everything=everything), *rest]
    return (
        *above,
        section(f"{'What' if everything else 'One thing that'} matters per deal", about),
        *([GAP, *below] if below else ()),
    )


def _title(shown: Today) -> Title:
    team, person = shown.scope.settings.team, shown.person
    named = team[person].name if person in team else None
    worth = [f"{each.currency} {short_amount(each.amount)}" for each in shown.money if each.amount]
    deals = ", ".join([counted(len(shown.deals), "open deal"), *worth])
    day = short_day(shown.scope.day, shown.scope.day)
    return Title(day, (named or person or "everybody", deals))


def _forecast(shown: Today) -> Iterator[Block]:
    """Yield the person's forecast for the quarter, if it is used: called, evidenced, the quota."""
    group = shown.outlook
    if group is None or group.only is None:
        return
    called, evidenced = group.only.called, group.only.evidenced
    gap: Part = (
        f"{money(evidenced.commit)} evidenced",
        MINUS if evidenced.commit < called.commit else "",
    )
    quota = f". Quota {money(group.quota)}, won {money(group.only.won)}" if group.quota else ""
    yield paragraph(
        f"{shown.quarter}: commit {money(called.commit)} called, ",
        gap,
        f"; best case {money(called.best_case)}{quota}.",
    )


def _meetings(shown: Today, *, everything: bool) -> Iterator[Block]:
    """Yield the next meetings with customers, and which deals have none, if others do."""
    found = shown.meetings if everything else shown.meetings[:_MEETINGS]
    day = shown.scope.day
    listed = _dated(_meeting(line, each, day) for line in found if (each := line.meeting))
    none = some([line.id for line in shown.unplanned], _MEETINGS)
    yield section(
        "Customer meetings",
        *((listed,) if found else ()),
        paragraph(f"No next meeting: {none}" if none else ""),
    )


def _meeting(line: DealLine, meeting: Meeting, today: date) -> Item:
    """Return a meeting: when, which deal, with whom, what about, and what to bring back."""
    name = typeable(line.id)
    then = date.fromisoformat(meeting.date) if meeting.date else None
    past = then is not None and then < today
    about = ": ".join(filter(None, (meeting.named, meeting.what)))
    wanted = "" if past else asked(line, of_customer=True)
    below: list[Part] = [f"Bring back {wanted}"] if wanted else []
    command = f"tas meeting {name}" if past else f"tas prep {name}"
    return item(
        (line.id, STRONG),
        f" · {about}" if about else "",
        mark=(short_day(then, today) if then else "no date", MINUS if past else ""),
        below=below,
        command=command,
    )


def _due(shown: Today, *, everything: bool) -> Iterator[Block]:
    """Yield the action items and tactics that are due, and how to mark one done."""
    due = shown.all_due + shown.all_later if everything else shown.all_due[:_DUE]
    if not due:
        return
    hint = Hint(f"Done? `{due[0].done_command}`")
    yield section("Due", _dated(_item(each, shown.scope.day) for each in due), hint)


def _dated(found: Iterable[Item]) -> Items:
    """Return items next to their days; one in another year takes more room."""
    listed = list(found)
    return items(listed, max([_WHEN, *(len(bare([each.mark])) + 2 for each in listed)]))


def _item(each: Listed, today: date) -> Item:
    """Return an action item: when it is due, its deal and number, what to do."""
    when = (_when(each, today), MINUS if each.overdue else "")
    return item((each.name, STRONG), f" · {each.action.what}", mark=when)


def _when(each: Listed, today: date) -> str:
    if each.action.due is None:
        return "no date"
    if each.overdue:
        return f"{counted(each.days or 0, 'day')} late"
    return short_day(date.fromisoformat(each.action.due), today)


def _fitting(shown: Today, remarks: int) -> Sequence[MatteringDeal]:
    """Return the deals with something urgent that fit on a screen with the rest of the page."""
    due = min(len(shown.all_due), _DUE)
    met = 3 * min(len(shown.meetings), _MEETINGS)
    used = 1 + 2 * remarks + (met + 3 if met else 0) + (due + 3 if due else 0) + 2 + 3
    urgent = [each for each in shown.deals if each.urgent]
    return urgent[: max(_LEAST, (_SCREEN - used) // _LINES)]


def _deal(deal: MatteringDeal, *, everything: bool) -> Item:
    """Return a deal with what matters most in it, and the command for that."""
    name: Words = ((deal.line.id, STRONG), *_worth(deal.line))
    if not deal.matters:
        return item(*name, " · Nothing to do.")
    first, *others = deal.matters
    if not everything:
        return item(*name, f" · {_sentence(first)}", command=first.command)
    below = [(f"> {first.command}", DIM)]
    below += [(f"{_sentence(each)} > {each.command}", DIM) for each in others]
    return item(*name, f" · {_sentence(first)}", below=below)


def _worth(line: DealLine) -> Iterator[str]:
    if line.amount:
        yield f" · {line.currency} {short_amount(Decimal(line.amount))}"


def _sentence(matter: Matter) -> str:
    return f"{matter.words[:1].upper()}{matter.words[1:]}."


def _waiting(shown: Today, *, everything: bool) -> Iterator[Block]:
    """Yield what others are to do in the person's deals."""
    found = shown.waiting if everything else shown.waiting[:_WAITING]
    if not found:
        return
    listed = "; ".join(_owed(each, shown.scope.day) for each in found)
    yield paragraph(("Waiting for others: ", STRONG), listed)


def _owed(each: Listed, today: date) -> str:
    """Return what somebody else is to do: lena, 20 min with Adeyemi, by Fri 11 Dec (acme 2)."""
    when = f"{'' if each.overdue else 'by '}{_when(each, today)}" if each.action.due else ""
    facts = ", ".join(filter(None, (each.owner, each.action.what, when)))
    return f"{facts} ({each.name})"


def _rest(shown: Today, deals: Sequence[MatteringDeal], whole: str) -> Iterator[Block]:
    """Yield what is not shown, and the command that shows it; or that there is no deal."""
    if not shown.deals:
        yield paragraph("No open deals. `tas new` starts one.")
    held = [each.line.id for each in shown.deals[len(deals) :] if each.line.held]
    hidden = [each for each in shown.deals[len(deals) :] if not each.line.held]
    unseen = Counter(each.noun for each in (*shown.all_due[_DUE:], *shown.all_later))
    items_left = unseen[ACTIONS] + max(0, len(shown.waiting) - _WAITING)
    meetings_left = max(0, len(shown.meetings) - _MEETINGS)
    calm = "" if any(each.urgent for each in hidden) else " with nothing urgent"
    left = (
        counted(meetings_left, "meeting") if meetings_left else "",
        counted(items_left, "action item") if items_left else "",
        counted(unseen[TACTICS], "tactic") if unseen[TACTICS] else "",
        f"{counted(len(hidden), 'deal')}{calm}" if hidden else "",
    )
    said = (
        f"Not shown: {', '.join(filter(None, left))}." if any(left) else "",
        f"On hold: {some(held, _MEETINGS)}." if held else "",
    )
    if any(said):
        yield paragraph((f"{' '.join(filter(None, said))} `{whole}`", DIM))
