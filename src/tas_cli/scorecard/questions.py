"""What is asked beside the grid: whose value holds, and what to do with a draft."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from tas_cli.method.catalogue import US, criteria_by_key, criterion_keys
from tas_cli.model.opportunity import Evidence, Opportunity
from tas_cli.scorecard.dialogs import Choice, Option
from tas_cli.scorecard.draft import Draft
from tas_cli.scorecard.ink import ink
from tas_cli.scorecard.session import Clash, Session
from tas_cli.views.terminal.page import SIGN, SIGN_STYLE
from tas_cli.views.terminal.words import numbered, party_name

_MOST_NAMED = 12


def clash_question(clash: Clash, now: Opportunity, rest: int) -> Choice:
    """Return the question about a cell changed meanwhile; `rest` counts it and the others left."""
    name = f"{numbered(clash.place[0])}, {party_name(now, clash.place[1])}"
    mine = _value("mine  ", clash.mine.rating, clash.mine.evidence, clash.mine.note)
    if clash.theirs is None:
        gone = ink("This competitor is no longer in the file.")
        options = [Option("t", "leave it out"), Option("b", "back")]
        return Choice(f"{name}: changed meanwhile", [mine, gone], options)
    theirs = _value("theirs", *clash.theirs)
    was = _value("it was", *clash.mine.base)
    options = [Option("m", "mine"), Option("t", "theirs")]
    if rest > 1:
        options += [Option("M", f"all {rest} mine"), Option("T", f"all {rest} theirs")]
    options.append(Option("b", "back"))
    return Choice(f"{name}: somebody changed it meanwhile", [was, theirs, mine], options)


def _value(label: str, rating: str, evidence: Iterable[Evidence], note: str | None) -> Text:
    said = " · ".join(entry.what or entry.who or entry.link or "" for entry in evidence)
    return ink((f"{label}  ", "dim"), (SIGN[rating], SIGN_STYLE[rating]), f"  {said} {note or ''}")


def draft_offer(draft: Draft, session: Session) -> Choice:
    """Return the question what to do with an interrupted session's draft."""
    number = len(draft.touched)
    cells = "one cell" if number == 1 else f"{number} cells"
    names = [
        f"#{criteria_by_key()[key].number}{_whose(session, party)}"
        for key, party in draft.touched
        if key in criterion_keys()
    ]
    more = " …" if number > _MOST_NAMED else ""
    lines = [ink(f"{cells}: {', '.join(names[:_MOST_NAMED])}{more}")]
    if draft.open_elsewhere:
        lines.append(ink("It may still be open in another terminal."))
    if draft.day != session.day:
        lines.append(ink(f"Saving will put it in the assessment of today, {session.day}."))
    options = (Option("r", "resume"), Option("d", "discard"), Option("l", "later"))
    return Choice(f"A draft of {draft.day} was not saved", lines, options)


def _whose(session: Session, party: str) -> str:
    return "" if party == US else f" {party_name(session.opportunity, party)}"
