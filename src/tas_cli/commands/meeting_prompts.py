"""`tas meeting --plain`: asks for a meeting line by line, on any terminal."""

from __future__ import annotations

import sys

import typer

from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.edit_support import Target
from tas_cli.commands.prompts import ask, ask_for, tell
from tas_cli.edits.meeting import Recorded
from tas_cli.edits.meeting_forms import listed
from tas_cli.edits.meeting_lines import Meeting, learned, meant, people
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import day_named
from tas_cli.views.meeting import meaning, warnings
from tas_cli.views.page import bare


def asked(meeting: Meeting, to: Target) -> Recorded:
    """Return the meeting as a person at a terminal tells it; an empty line ends it."""
    tell(f"Meeting about {to.opportunity.name}. An empty line ends it.")
    who = ask("Whom did you meet, by name and role", meeting.who or "")
    day = ask_for(
        "When", meeting.day.isoformat(), lambda text: to.interpreter.past_day(text, "the day")
    )
    tell(f"{day_named(day)}. Now a line for each thing you learned; ? for examples.")
    heard = meeting._replace(people=people(who), day=day)
    was = DealOnDay.of(to.opportunity, to.workspace.settings, to.interpreter.today)
    while line := ask(">"):
        if line == "?":
            sys.stdout.write(f"{listed()}\n")
            continue
        try:
            heard = _with(heard, line, to, was)
        except WrongCall as error:
            tell(error.one_line, 2)
    if not heard.lines:
        raise typer.Abort
    return Recorded(heard, learned(heard, to.opportunity, to.interpreter))


def _with(heard: Meeting, line: str, to: Target, was: DealOnDay) -> Meeting:
    """Return the meeting with another line, once what it means is shown.

    Raises:
        WrongCall: it is wrong, or contradicts an earlier one.
    """
    longer = heard._replace(lines=(*heard.lines, line))
    new = meant(line, heard, to.opportunity, to.interpreter)
    learned(heard, to.opportunity, to.interpreter).with_line(new, to.opportunity)
    tell(bare(meaning(new, was, heard.day)).strip(), 2)
    for sentence in warnings(new, was, heard.day, to.id):
        tell(sentence, 2)
    return longer
