"""`tas plan --suggest`: shows the tactics that a deal suggests, and writes those that are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import MOST, Suggestions, suggestions
from tas_cli.commands.edit_support import Target, change, print_result, target
from tas_cli.commands.inputs import given
from tas_cli.commands.opening import user
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_as
from tas_cli.commands.prompts import ask, ask_for, can_ask
from tas_cli.diagnostics import DEAL, filled_in
from tas_cli.edits.valid import valid
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.tactics import TACTICS
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import Refused, WrongCall
from tas_cli.source.edit import Edit, Insert
from tas_cli.today import todays_date
from tas_cli.views import suggestions as views
from tas_cli.views.json.suggestions import suggested_json, taken_json

_SOON = "+1w"
"""When a tactic is due if nobody says."""


class Asked(NamedTuple):
    """The call: the deal, whether to show all, and the options of those to take."""

    deal: str
    everything: bool
    take: str | None
    owner: str | None
    due: str | None


def suggested(asked: Asked, how: How) -> None:
    """Print what to do next, and ask on a terminal what to take of it; or take what is named."""
    try:
        _suggested(asked, how)
    except WrongCall as refusal:
        refusal.advice = filled_in(refusal.advice, f"{asked.deal}.yaml") or ""
        raise


def _suggested(asked: Asked, how: How) -> None:
    to = target(asked.deal)
    deal = _on_day(to, to.opportunity)
    found = suggestions(deal, None if asked.everything else MOST)
    if asked.take is not None:
        _save(to, _named(given(asked.take, "--take") or "", found), asked, how)
        return
    asking = bool(found.open) and can_ask(how.output)
    if not asking and (asked.owner is not None or asked.due is not None):
        raise WrongCall("--owner and --due need tactics to take.", "Add --take and their keys.")
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
    picked = ask_for(question, "", lambda answer: _numbered(answer, found))
    if not picked:
        return
    owner = asked.owner
    if owner is None:
        owner = ask("Who does it", to.opportunity.owner or user(to.workspace) or "")
    due = asked.due
    if due is None:
        due = ask_for("By when", _SOON, lambda text: _due(to, text, "the day"), to.interpreter)
    _save(to, picked, asked._replace(owner=owner, due=due), how)


def _due(to: Target, text: str, name: str) -> str:
    return to.interpreter.next_day(text, name).isoformat()


def _numbered(answer: str, found: Suggestions) -> list[Suggestion]:
    """Return those that a person picks, by number on the screen or by key.

    Raises:
        WrongCall: there is none with that number or key.
    """
    if answer.casefold() in ("a", "all"):
        return [*found.shown]
    words = [word for each in _words(answer) for word in _spread(each, len(found.shown))]
    return _named(" ".join(words), found, {str(at): each for at, each in _counted(found)})


def _counted(found: Suggestions) -> Iterator[tuple[int, Suggestion]]:
    return enumerate(found.shown, 1)


def _words(answer: str) -> list[str]:
    return answer.replace(",", " ").split()


def _spread(word: str, last: int) -> Iterable[str]:
    """Return the numbers from one to another, as in 5-8; any other word as it is."""
    ends = re.fullmatch(r"([0-9]{1,4})-([0-9]{1,4})", word)
    if not ends:
        return [word]
    first, end = map(int, ends.groups())
    if not 1 <= first <= end <= last:
        raise WrongCall(f"{word} is not within 1-{last}.")
    return map(str, range(first, end + 1))


def _named(
    answer: str, found: Suggestions, numbers: dict[str, Suggestion] | None = None
) -> list[Suggestion]:
    """Return the suggestions with these keys, each once, in the order of the list.

    Raises:
        WrongCall: a key is unknown, or an open tactic covers it.
    """
    if answer.casefold() == "all":
        return [*found.shown]
    known = {each.key.casefold(): each for each in found.open} | (numbers or {})
    keys = {each: known[each].key for each in known}
    covered = {each.key.casefold(): each.key for each in found.covered}
    words = [each.casefold() for each in _words(answer)]
    for each in words:
        if each in covered:
            raise WrongCall(f"an open tactic covers {covered[each]} already.")
        if each not in known:
            advice = did_you_mean(each, keys, f"`tas plan {DEAL} --suggest --all` lists them.")
            raise WrongCall(f"there is no suggestion {each!r}.", advice)
    picked = {known[each].key for each in words}
    return [each for each in found.open if each.key in picked]


def _save(to: Target, picked: list[Suggestion], asked: Asked, how: How) -> None:
    """Write the tactics in one save, and report them."""
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the list.")
    if not picked:
        raise WrongCall("--take names no suggestion.", f"`tas plan {DEAL} --suggest` lists them.")
    owner = given(asked.owner, "--owner") if asked.owner is not None else to.opportunity.owner
    due = _due(to, given(asked.due, "--due") or _SOON, "--due")
    tactics = [valid(TACTICS.model, _content(each, owner, due)) for each in picked]

    def plan(now: Opportunity) -> list[Edit]:
        _check(picked, suggestions(_on_day(to, now)))
        return [Insert((TACTICS.key,), each) for each in tactics]

    written = change(to, plan, how)
    taken = views.Taken.of(to.id, written, picked, how.dry_run)
    print_result(written, how, json=lambda: taken_json(taken), page=lambda: views.taken(taken))


def _check(picked: Iterable[Suggestion], now: Suggestions) -> None:
    """Make sure that the file as it is now still suggests what was picked."""
    keys = {each.key for each in now.open}
    gone = [each.key for each in picked if each.key not in keys]
    if gone:
        raise Refused(
            f"the deal has changed meanwhile, and does not suggest {', '.join(gone)} any more;"
            " nothing was saved.",
            "Run the command again.",
        )


def _content(suggestion: Suggestion, owner: str | None, due: str) -> dict[str, object]:
    """Return a tactic as a file has it."""
    found = {
        "what": suggestion.what,
        "kind": suggestion.kind,
        "criteria": [str(each) for each in suggestion.numbers],
        "people": [*suggestion.people],
        "owner": owner,
        "due": due,
    }
    return {key: value for key, value in found.items() if value}
