"""How the plan in time is worded, in a drawing and in the table behind it."""

from __future__ import annotations

from datetime import date

from tas_cli.assess.timeline import Moment
from tas_cli.assess.way_back import Stretch, WayBack
from tas_cli.views.words import short_date
from tas_cli.words import counted


def what(moment: Moment) -> str:
    """Return what happens or is to be done."""
    if moment.kind == "close":
        return "Closed" if moment.state == "done" else "Expected close"
    begun = {"event": "Customer must act", "meeting": "Meeting"}.get(moment.kind, "")
    return ": ".join(filter(None, (begun, moment.what)))


def when(moment: Moment, today: date) -> str:
    """Return its day, with the time if it has one; empty if it has no day."""
    day = short_date(moment.day, today) if moment.day else ""
    return f"{day} {moment.time}".strip()


def note(moment: Moment) -> str:
    """Return what else is known: whether it is done or overdue, and who does it."""
    kinds = {"action": "action item", "customer": "customer's date"}
    who = f"with {moment.who}" if moment.kind == "meeting" and moment.who else moment.who
    parts = [kinds.get(moment.kind, ""), _state(moment), who]
    return ", ".join(filter(None, parts))


def _state(moment: Moment) -> str:
    late = "overdue" if moment.ours else "too late" if moment.kind == "customer" else "passed"
    return {"open": "", "done": "done" if moment.ours else "", "late": late}[moment.state]


def stretch_note(stretch: Stretch, today: date) -> str:
    """Return how many days a step usually takes, and by when it has to be done."""
    return f"{counted(stretch.days, 'day')}, by {short_date(stretch.end, today)}"


def back_words(back: WayBack, today: date) -> str:
    """Return from when the steps are counted back, and whether their usual days fit."""
    since = f"Steps left, back from {short_date(back.until, today)}"
    if back.left < 0:
        return f"{since}, which has passed"
    short = f", {back.short} short" if back.short else ""
    return f"{since}: {counted(back.needed, 'usual day')}, {back.left} left{short}"
