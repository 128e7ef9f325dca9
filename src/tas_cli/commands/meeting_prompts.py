"""`tas meeting --plain`: asks for a meeting line by line, on any terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from tas_cli.commands.edit_support import Target
from tas_cli.commands.prompts import ask, ask_for, confirmed, tell
from tas_cli.commands.standard_error import say
from tas_cli.edits.meeting import Recorded
from tas_cli.edits.meeting_forms import listed
from tas_cli.edits.meeting_lines import Meeting
from tas_cli.meeting.kept import BROKEN, draft_files, kept_of, restored
from tas_cli.meeting.session import Session, State
from tas_cli.refusals import Refusal, WrongCall, reason_of
from tas_cli.tui.draft_files import DraftFiles, discard
from tas_cli.typed.interpreter import day_named
from tas_cli.views.meeting import meaning, warnings
from tas_cli.views.page import bare

_UNDO = "undo"


@contextmanager
def asked(meeting: Meeting, to: Target, *, kept: bool) -> Iterator[Recorded]:
    """Yield the meeting as a person at a terminal tells it; an empty line ends it.

    Every line is in a draft, which goes once the meeting is saved, unless it is to be `kept`.
    """
    session = Session(
        to.opportunity, to.workspace.settings, to.interpreter, State(meeting), to.account
    )
    files = draft_files(to.path)
    tell(f"Meeting about {to.opportunity.name}. An empty line ends it.")
    _offer(session, files)
    try:
        _ask(session, to, files)
        yield session.recorded._replace(outcomes=())
    except (typer.Abort, Refusal):
        if session.given:
            say(f"Your lines are kept in a draft: `tas meeting {to.id}` offers it again.")
        raise
    if not kept:
        _keep(None, files)


def _offer(session: Session, files: DraftFiles) -> None:
    """Offer the draft of an earlier meeting."""
    found, damaged = files.waiting(lambda data: restored(data, session), BROKEN)
    for each in damaged:
        say(f"Cannot read a draft. It was moved to {each}")
    if found is None:
        return
    path, (about, state) = found
    for line in about:
        tell(line)
    if not confirmed("Resume this draft?"):
        if confirmed("Discard it?", otherwise="n"):
            discard(path)
        return
    session.resume(state)
    if _keep(session, files):
        discard(path)


def _ask(session: Session, to: Target, files: DraftFiles) -> None:
    """Ask whom, when, and for lines."""
    session.with_whom(ask("Whom did you meet, by name and role", session.meeting.who or ""))
    day = session.meeting.day.isoformat()
    found = ask_for("When", day, lambda text: to.interpreter.past_day(text, "the day"))
    session.on(found.isoformat())
    tell(
        f"{day_named(found)}. Now a line for each thing you learned; ? for examples, undo to take"
        " back the last."
    )
    for line in session.meeting.lines:
        tell(f"> {line}")
    if session.state.typed:
        tell(f"Not added yet: {session.state.typed}")
    while line := ask(">"):
        _take(line, session, to)
        _keep(session, files)
    session.typing("")
    if not session.meeting.lines:
        raise typer.Abort


def _take(line: str, session: Session, to: Target) -> None:
    """Take a line, and show what it means or what is wrong with it."""
    if line == "?":
        sys.stdout.write(f"{listed()}\n")
    elif line.casefold() == _UNDO:
        last = session.recall()
        tell(f"Took back: {last}" if last else "There is no line to take back.", 2)
    else:
        try:
            session.add(line)
        except WrongCall as error:
            tell(error.one_line, 2)
            return
        new, day = session.meanings[-1], session.meeting.day
        for words in (
            bare(meaning(new, session.was, day)),
            *warnings(new, session.was, day, to.id),
        ):
            tell(words.strip(), 2)


def _keep(session: Session | None, files: DraftFiles) -> bool:
    """Keep what is not saved yet, or remove the draft; say so if that fails."""
    try:
        files.keep(kept_of(session) if session else None)
    except OSError as error:
        say(f"Cannot keep a draft: {reason_of(error)}.")
        return False
    return True
