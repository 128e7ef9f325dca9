"""Records a meeting: from the call, from a file, or from what a person answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tas_cli.assess.changes import FieldChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.people import with_people_of
from tas_cli.assess.process import sales_process
from tas_cli.board.offered import met, offered
from tas_cli.board.offers import Offer
from tas_cli.commands.display import has_full_screen
from tas_cli.commands.edit_support import (
    Target,
    effect_of,
    print_effect,
    seen_account,
    target,
)
from tas_cli.commands.inputs import all_given, file_given, given
from tas_cli.commands.options import How
from tas_cli.commands.person import say_mistyped
from tas_cli.commands.prompts import can_ask, confirmed
from tas_cli.commands.rating import write_asking
from tas_cli.commands.standard_error import say
from tas_cli.edits.effect import cells_of, fields_of
from tas_cli.edits.meeting import (
    Recorded,
    agreed_before,
    mapped,
    noted_before,
    plan_of_account,
    record,
)
from tas_cli.edits.meeting_file import InFile, in_file
from tas_cli.edits.meeting_lines import Learned, Meeting, learned
from tas_cli.edits.meeting_people import closer, people, with_said
from tas_cli.edits.meeting_tactics import numbered, open_with, ticked
from tas_cli.edits.process import Met
from tas_cli.edits.process_names import outcome_named
from tas_cli.edits.promises import seems_promised
from tas_cli.edits.table import TableRow
from tas_cli.edits.table_ratings import batches
from tas_cli.edits.texts import comma_separated
from tas_cli.model.meeting import MeetingFile
from tas_cli.model.opportunity import AgreedAction, Opportunity
from tas_cli.model.tracked import person_field
from tas_cli.nouns.noun import texts_of
from tas_cli.nouns.people import PEOPLE
from tas_cli.reading.names import joined
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views.meeting import closer_question, question, tactic_question
from tas_cli.views.words import party_name
from tas_cli.writing import Plan, Written

_NOTHING = InFile(MeetingFile())


class MeetingCall(NamedTuple):
    """What the call says about the meeting."""

    lines: list[str]
    people: str | None
    when: str | None
    link: str | None
    by: str | None
    outcomes: list[str]
    tactics: list[int]
    file: str | None
    replace: bool
    plain: bool


def carry_out(name: str, call: MeetingCall, how: How) -> None:
    """Record the meeting; without lines or a file, ask for it."""
    to = target(name)
    said = _NOTHING
    if call.file is not None:
        said = in_file(file_given(call.file), call.file)
    meeting = _meeting(call, said, to)
    if meeting.lines or said.rows:
        recorded = _recorded(meeting, said, to, call.file)
    elif call.file:
        raise WrongCall(
            f"{call.file} says nothing about a meeting.",
            "Write a line for each thing you learned, such as '4 + Reserve approved'.",
        )
    elif not can_ask(how.output):
        raise WrongCall(
            "there is nothing to record.",
            "Add lines such as '4 + Reserve approved', or --from FILE; - is standard input.",
        )
    elif has_full_screen() and not (call.plain or call.tactics):
        from tas_cli.commands.meeting_screen import on_the_screen  # noqa: PLC0415 - loads textual

        on_the_screen(to, meeting)
        return
    else:
        from tas_cli.commands.meeting_prompts import asked  # noqa: PLC0415 - only for this

        with asked(meeting, to, kept=how.dry_run) as recorded:
            save(to, _with_all(recorded, call, to, how), how, replace=call.replace)
        return
    save(to, _with_all(recorded, call, to, how), how, replace=call.replace)


def _with_all(recorded: Recorded, call: MeetingCall, to: Target, how: How) -> Recorded:
    """Return the meeting with all that the call names or the user confirms."""
    return _with_tactics(_with_offers(recorded, to, how), call, to, how)


def _meeting(call: MeetingCall, said: InFile, to: Target) -> Meeting:
    """Return the meeting as the call and the file say it; options go first."""
    file = said.said
    when = given(call.when, "--when") or file.when
    coming = to.opportunity.next
    with_whom = given(call.people, "--with") or file.people
    day = to.interpreter.past_day(when, "--when") if when else to.interpreter.today
    expected = coming.people if coming and coming.date == day else ()
    known = whole(to).people
    met = people(with_whom or "; ".join(expected), known)
    say_mistyped(met, known)
    return Meeting(
        met,
        day,
        given(call.link, "--link") or file.link,
        given(call.by, "--by") or file.by or to.opportunity.owner,
        (*all_given(call.lines, "LINE"), *(each.text for each in said.lines)),
        (*all_given(call.outcomes, "--outcome"), *comma_separated(file.outcomes or "")),
    )


def whole(to: Target) -> Opportunity:
    """Return the deal with the people of its account."""
    return with_people_of(to.account, to.opportunity)


def _recorded(meeting: Meeting, said: InFile, to: Target, file: str | None) -> Recorded:
    """Return what the lines mean, and the rows of a table."""
    first = len(meeting.lines) - len(said.lines)
    places = [f"line {number}" for number in range(1, first + 1)]
    places += [f"{file}:{each.number}" for each in said.lines]
    deal = whole(to)
    found = learned(meeting, deal, to.interpreter, places)
    for note in found.notes:
        if seems_promised(note, to.interpreter.today):
            say(f'A note: "{note}" To make it an action item, begin with we will or they will.')
    rows = [_as_met(row, meeting, deal) for row in said.rows]
    for batch in batches(rows, deal, meeting.day, to.interpreter):
        found = found.with_line(Learned(cells=batch.cells), deal)
    return Recorded(meeting, found)


def _as_met(row: TableRow, meeting: Meeting, deal: Opportunity) -> TableRow:
    """Return a row whose evidence has the meeting's day and people, where it has no others."""
    if not row.values["evidence"]:
        return row
    usual = {"who": meeting.who, "when": meeting.day.isoformat(), "link": meeting.link}
    filled = {name: row.values[name] or text or "" for name, text in usual.items()}
    who = joined(people(row.values["who"], deal.people)) or filled["who"]
    return row._replace(values=row.values | filled | {"who": who})


def _with_offers(recorded: Recorded, to: Target, how: How) -> Recorded:
    """Return the meeting with the outcomes that the call names or the user confirms."""
    deal = DealOnDay.of(
        to.opportunity, to.workspace.settings, recorded.meeting.day, account=to.account
    )
    found = {each.outcome.key: each for each in offered(recorded.learned, deal)}
    shown = [_named(name, found, recorded, to) for name in recorded.meeting.outcomes]
    taken = {each.outcome.outcome.key for each in shown}
    for key, offer in found.items():
        if key in taken:
            continue
        if can_ask(how.output):
            if confirmed(question(offer.outcome.title)):
                shown.append(met(offer, recorded.meeting))
        else:
            say(f"{question(offer.outcome.title)} If so, add --outcome {key}.")
    return _with_map(recorded._replace(outcomes=tuple(shown)), to, how)


def _with_tactics(recorded: Recorded, call: MeetingCall, to: Target, how: How) -> Recorded:
    """Return the meeting with the tactics that it was; ask about those with the people met."""
    deal, meeting = whole(to), recorded.meeting
    done = {each: numbered(each, deal) for each in call.tactics}
    for each in open_with(meeting, deal):
        if each.number in done:
            continue
        if not can_ask(how.output):
            say(f"{tactic_question(each)} If so, add --tactic {each.number}.")
        elif confirmed(tactic_question(each), otherwise="n"):
            done[each.number] = each
    return recorded._replace(tactics=tuple(ticked(each, meeting) for each in done.values()))


def _with_map(recorded: Recorded, to: Target, how: How) -> Recorded:
    """Return the meeting with its changes to the map; ask whether we know those we met better."""
    deal, meeting, found = whole(to), recorded.meeting, recorded.learned
    known = with_said(deal, found.people, to.interpreter)
    for each in closer(known, meeting.people, meeting.day, found.people):
        if not can_ask(how.output):
            say(f'{closer_question(each)} If so, add the line "{each.line}".')
        elif confirmed(closer_question(each)):
            found = found.with_line(Learned(people=(each.words,)), deal)
    return mapped(recorded._replace(learned=found), deal, to.account, to.interpreter)


def _named(name: str, found: dict[str, Offer], recorded: Recorded, to: Target) -> Met:
    """Return an outcome named in the call, with the evidence that shows it.

    Raises:
        WrongCall: there is no such outcome, or nothing in the meeting that shows it.
    """
    outcome = outcome_named(name, sales_process(to.workspace.settings))
    offer = found.get(outcome.outcome.key)
    pieces = [entry for cell in recorded.learned.cells for entry in cell.evidence]
    if offer is None and len(pieces) != 1:
        raise WrongCall(
            f"no line of the meeting shows {outcome.name}.",
            "Record it with its own evidence: `tas outcome`.",
        )
    entry = offer.entry if offer else pieces[0]
    return Met(outcome, recorded.meeting.day, recorded.meeting.day, entry)


def save(to: Target, recorded: Recorded, how: How, *, replace: bool) -> None:
    """Write the meeting, and report its effect."""
    today = todays_date()

    def plan(first: Opportunity, replace: bool) -> Plan[Opportunity]:  # noqa: FBT001 - see Asking
        return lambda now: record(first, now, recorded, today, replace=replace)

    along = []
    if recorded.people and (shared := seen_account(to)):
        along = [(shared, plan_of_account(recorded, to.opportunity, today))]
    written, *others = write_asking(to, plan, how, replace=replace, along=along)
    effect = effect_of(to, written, how)
    changes = (*_fields(recorded, written), *_added(recorded, written), *_mapped(recorded))
    effect = effect._replace(cells=cells_of(effect, recorded.batches), fields=changes)
    print_effect(effect, how, also=others)


def _fields(recorded: Recorded, written: Written[Opportunity]) -> tuple[FieldChange, ...]:
    """Return the fields that the meeting changed, before and after."""
    named = [(each.field, each.path) for each in recorded.learned.fields]
    return tuple(each for each in fields_of(written, named) if each.before != each.after)


def _added(recorded: Recorded, written: Written[Opportunity]) -> Iterator[FieldChange]:
    """Yield what was added: outcomes, action items, notes, competitors that dropped out."""
    for each in recorded.outcomes:
        yield FieldChange("outcome", None, each.outcome.outcome.title)
    for made in recorded.tactics:
        yield FieldChange(f"tactic {made.key} done", None, str(recorded.meeting.day))
    for dropped in recorded.learned.dropped:
        yield FieldChange("out", None, party_name(written.now, dropped.key))
    for action in recorded.learned.actions:
        words = _action(action)
        yield FieldChange("action", words if agreed_before(written.was, action) else None, words)
    for note in recorded.learned.notes:
        known = noted_before(written.was, recorded.meeting.day, note)
        yield FieldChange("note", note if known else None, note)


def _mapped(recorded: Recorded) -> Iterator[FieldChange]:
    """Yield the changes to the map, field by field."""
    for made in recorded.people:
        for field in PEOPLE.fields:
            before, after = (
                ", ".join(texts_of(each, field.name)) or None for each in (made.before, made.after)
            )
            if before != after:
                yield FieldChange(person_field(made.key, field.name), before, after)


def _action(action: AgreedAction) -> str:
    parts: Iterable[str | None] = (
        action.what,
        action.owner,
        f"by {action.due}" if action.due else None,
    )
    return ", ".join(filter(None, parts))
