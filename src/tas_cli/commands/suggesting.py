"""`tas plan --suggest`: shows the tactics that a deal suggests, and writes those that are taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import MOST, Suggestions, suggestions
from tas_cli.board.taking import Taking, additions, outdated
from tas_cli.commands.display import has_full_screen
from tas_cli.commands.edit_support import Target, change, print_result, target
from tas_cli.commands.inputs import given
from tas_cli.commands.opening import user
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_as
from tas_cli.commands.prompts import ask, ask_for, can_ask
from tas_cli.commands.suggestions_taken import named, numbered
from tas_cli.diagnostics import typeable
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refused, WrongCall
from tas_cli.source.edit import Edit
from tas_cli.today import todays_date
from tas_cli.views import suggestions as views
from tas_cli.views.json.suggestions import suggested_json, taken_json

SOON = "+1w"
"""When a tactic is due if nobody says."""


class Asked(NamedTuple):
    """The call: the deal, whether to show all, and the options of those to take."""

    deal: str
    everything: bool
    take: str | None
    owner: str | None
    due: str | None
    plain: bool = False


def suggested(asked: Asked, how: How) -> None:
    """Print what to do next, and ask on a terminal what to take of it; or take what is named."""
    to = target(asked.deal)
    deal = _on_day(to, to.opportunity)
    most = None if asked.everything else MOST
    found = suggestions(deal, most)
    if asked.take is not None:
        _save(to, named(given(asked.take, "--take") or "", found, to.id), asked, how)
        return
    asking = bool(found.open) and can_ask(how.output)
    if not asking and (asked.owner is not None or asked.due is not None):
        raise WrongCall("--owner and --due need tactics to take.", "Add --take and their keys.")
    if asking and has_full_screen() and not (asked.plain or how.dry_run):
        from tas_cli.commands.suggesting_screen import on_the_screen  # noqa: PLC0415 - loads textual

        due = _due(to, given(asked.due, "--due") or SOON, "--due")
        usual = asked.owner is None
        owner = _usual_owner(to) if usual else given(asked.owner, "--owner")
        on_the_screen(to, most, owner, due)
        return
    print_as(
        how.output,
        json=lambda: suggested_json(to.id, to.seen.file, deal, found),
        page=lambda: views.suggested(to.id, deal, found, asking=asking),
    )
    if asking:
        _ask(to, found, asked, how)


def _on_day(to: Target, now: Opportunity) -> DealOnDay:
    return DealOnDay.of(now, to.workspace.settings, todays_date(), account=to.account)


def _ask(to: Target, found: Suggestions, asked: Asked, how: How) -> None:
    """Ask which to take, who does them and by when, and save them."""
    question = "Take which? (1 3 5-8, a for all, Enter for none)"
    picked = ask_for(question, "", lambda answer: numbered(answer, found))
    if not picked:
        return
    owner = asked.owner
    if owner is None:
        owner = ask("Who does it", _usual_owner(to) or "")
    due = asked.due
    if due is None:
        due = ask_for(
            "By when", SOON, lambda text: _due(to, text, "the day"), to.interpreter
        ).isoformat()
    _save(to, picked, asked._replace(owner=owner, due=due), how)


def _usual_owner(to: Target) -> str | None:
    return to.opportunity.owner or user(to.workspace)


def _due(to: Target, text: str, name: str) -> date:
    return to.interpreter.next_day(text, name)


def _save(to: Target, picked: list[Suggestion], asked: Asked, how: How) -> None:
    """Write the tactics in one save, and report them."""
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the list.")
    if not picked:
        raise WrongCall(
            "--take names no suggestion.", f"`tas plan {typeable(to.id)} --suggest` lists them."
        )
    owner = given(asked.owner, "--owner") if asked.owner is not None else to.opportunity.owner
    due = _due(to, given(asked.due, "--due") or SOON, "--due")
    tactics = additions(Taking(each, each.what, owner, due) for each in picked)

    def plan(now: Opportunity) -> list[Edit]:
        _check(picked, suggestions(_on_day(to, now)))
        return tactics

    written = change(to, plan, how)
    taken = views.Taken.of(to.id, written, picked, how.dry_run)
    print_result(written, how, json=lambda: taken_json(taken), page=lambda: views.taken(taken))


def _check(picked: Iterable[Suggestion], now: Suggestions) -> None:
    """Make sure that the file as it is now still suggests what was picked."""
    gone = ", ".join(outdated(picked, now))
    if gone:
        raise Refused(
            f"the deal has changed meanwhile, and does not suggest {gone} any more;"
            " nothing was saved.",
            "Run the command again.",
        )
