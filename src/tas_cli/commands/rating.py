"""Rates cells from a call or a table, and asks what to do about concurrent changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import (
    Along,
    Target,
    change_files,
    effect_of,
    print_effect,
    target,
)
from tas_cli.commands.inputs import all_given, file_given, given
from tas_cli.commands.options import How
from tas_cli.commands.picking import chosen
from tas_cli.commands.prompts import agreed_or_stop, ask_for_words
from tas_cli.commands.standard_error import say
from tas_cli.edits.batch import Clash, Discard, rate_all
from tas_cli.edits.effect import cells_of
from tas_cli.edits.rate_arguments import Details, batch
from tas_cli.edits.table import rows
from tas_cli.edits.table_ratings import batches
from tas_cli.method.catalogue import US, criteria_by_key
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.typed.choices import Choice
from tas_cli.writing import Plan, Written


class RatingCall(NamedTuple):
    """A call: ratings, cells to confirm, and details of the single cell named; or a table.

    `by` is the author; `replace` allows a new sign to remove the day's evidence.
    """

    ratings: list[str] | None
    confirm: str | None
    details: tuple[str | None, ...]
    by: str | None
    table: str | None
    replace: bool


def rate(name: str, call: RatingCall, how: How) -> None:
    """Write the ratings, and report their effect."""
    to = target(name)
    details = _details(*call.details)
    named, still = all_given(call.ratings, "CELL=SIGN"), given(call.confirm, "--confirm")
    day = day_not_in_future(how.on)
    if call.table is None and not named and still is None:
        named = [_picked(to)]
    if call.table is None:
        asked = batch(named, still or "", details, to.opportunity, (day, to.interpreter))
        wanted = [asked._replace(only_then=how.on is not None)]
    elif named or still or details.given:
        raise WrongCall(
            "--from cannot be combined with other ratings, evidence or notes.",
            "Put them in the table.",
        )
    else:
        table = rows(file_given(call.table))
        wanted = batches(table, to.opportunity, day, to.interpreter)
    by = given(call.by, "--by")
    author = by or to.opportunity.owner

    def plan(first: Opportunity, replace: bool) -> Plan[Opportunity]:  # noqa: FBT001 - see Asking
        return lambda now: rate_all(first, now, wanted, author, replace=replace)

    written, *_ = write_asking(to, plan, how, replace=call.replace)
    days = [each.day for each in wanted]
    for assessment in written.was.assessments:
        if by and assessment.date in days and assessment.by != by:
            known = assessment.by or "none"
            say(f"tas: the assessment of {assessment.date} keeps its author ({known}).")
    effect = effect_of(to, written, how)
    print_effect(effect._replace(cells=cells_of(effect, wanted)), how)


def _picked(to: Target) -> str:
    """Return the rating that a person picks; the criteria to find out next come first.

    Raises:
        WrongCall: there is nobody to ask; the advice begins with those criteria.
    """
    decision = DealOnDay.of(to.opportunity, to.workspace.settings, todays_date()).decision
    first = [each.criterion for each in decision.deciding if each.party == US]
    known = criteria_by_key()
    choices = [
        Choice(str(known[key].number), known[key].short)
        for key in {**dict.fromkeys(first), **known}
    ]
    form = f"`tas rate {to.id} {choices[0].key}=u` (or + or -); what to find out next comes first"
    criterion = chosen("criterion", choices, "tas explain", form)
    sign = ask_for_words(f"#{criterion.key} {criterion.about}: +, - or u")
    return f"{criterion.key}={sign}"


def _details(*texts: str | None) -> Details:
    """Return the details given as options; only a note may be empty."""
    names = Details._fields
    found = Details(*(given(text, f"--{name}") for name, text in zip(names, texts, strict=True)))
    return found if texts[-1] is None else found._replace(note=found.note or "")


Asking = Callable[[Opportunity, bool], Plan[Opportunity]]
"""Returns the plan for the file as the user last saw it, and whether evidence may be removed."""


def write_asking(
    to: Target, plan: Asking, how: How, *, replace: bool, along: Along = ()
) -> list[Written[Any]]:
    """Write ratings; ask first about concurrent ratings and about evidence to be lost."""
    looked_at, replace = to.opportunity, replace or how.dry_run
    while True:
        try:
            files = ((to.seen, plan(looked_at, replace)), *along)
            return change_files(to, files, how, compared=True)
        except Clash as clash:
            agreed_or_stop(clash, "Save yours anyway?", how.output)
            looked_at = clash.now
        except Discard as discard:
            agreed_or_stop(discard, "Remove the evidence?", how.output)
            replace = True
