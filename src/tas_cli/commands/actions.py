"""`tas actions`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import takewhile
from typing import Annotated

import typer

from tas_cli.assess.changes import FieldChange
from tas_cli.board.actions import DealActions, in_order, listed
from tas_cli.board.restore import restored_actions
from tas_cli.board.survey import Question
from tas_cli.board.worker import answered
from tas_cli.commands.account_tasks import account_tasks
from tas_cli.commands.completion import Offer, opportunities, owner_named
from tas_cli.commands.completion_names import accounts
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import (
    account_target,
    change,
    effect_of,
    opened_account,
    print_result,
    target,
)
from tas_cli.commands.everywhere import everywhere, warn_of_wrong_settings
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import DryRun, Expect, How, On, Paged, PageFormat, Remembered, Text
from tas_cli.commands.printing import print_as
from tas_cli.commands.record_call import Called, carry_out
from tas_cli.commands.record_completion import offered_from, offered_of
from tas_cli.edits.actions import asked_action, finish
from tas_cli.edits.record_words import existing
from tas_cli.nouns.account import ACCOUNT_ACTIONS
from tas_cli.nouns.actions import ACTIONS
from tas_cli.nouns.noun import Noun
from tas_cli.reading.owners import Owners
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views.actions import actions, closed
from tas_cli.views.json.actions import actions_json
from tas_cli.views.json.changed import changed_json

_ADD, _DONE = "add", "done"
_USAGE = "Mark one done: `tas actions done ID N`. Change one: `tas actions ID N FIELD=VALUE`."
_DIGITS = 9
"""The most digits of an action item's number."""


def _offered(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Return what can follow: `done` or a deal, then its action items, and their fields."""
    words = [*(ctx.params.get("words") or ())]
    if not words:
        offers = _owners(incomplete)
        verbs = [(_ADD, "Add one."), (_DONE, "Mark one done.")]
        return [*(each for each in verbs if each[0].startswith(incomplete)), *offers]
    if words[0] in (_ADD, _DONE):
        words = words[1:]
    if not words:
        return _owners(incomplete)
    name, *more = words
    with suppress(Exception):
        noun = _noun_of(name)
        return offered_of(noun, owner_named(noun, name), more, incomplete)
    return []


def _owners(incomplete: str) -> list[Offer]:
    """Return the deals and accounts, without reading any file."""
    return [*((name, "") for name in opportunities(incomplete)), *accounts(incomplete)]


def command(  # noqa: PLR0913 - its options
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID N FIELD=VALUE",
            help="A deal, an action item's number, and its new values; or add ID TEXT, done ID N.",
            autocompletion=_offered,
        ),
    ] = None,
    *,
    owner: Annotated[
        Text, typer.Option(metavar="NAME", help="Only this person's action items.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Include items that are done, and those of closed deals.")
    ] = False,
    origin: Annotated[
        Text,
        typer.Option(
            "--from-tactic",
            metavar="N",
            help="Make an action item of this tactic of the deal.",
            autocompletion=offered_from,
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove that action item.")] = False,
    expect: Expect = None,
    on: On = None,
    dry_run: DryRun = False,
    no_cache: Remembered = False,
    output: Paged = "text",
) -> None:
    """List the action items of all deals, or add, change or close one.

    Overdue items come first. `tas actions ID` lists a deal's. `add ID "Kim to call Ruiz by fri"`
    adds one that was agreed outside a debrief; without `add`, FIELD=VALUE or the text does the
    same. N FIELD=VALUE changes one, and `done ID N` marks one done. Fields: what, owner, due, done,
    date (the day it was agreed on, by default today); for a point of a challenge (`tas challenge`)
    recommendation and answer, too. An empty value clears a field.

    `tas tactics ID --from-action N` makes a tactic of one: it stays in its record and is not open
    any more. ID --from-tactic N goes the other way.

    For an account, `tas actions ID` lists what you do about its priorities and SWOT. Name what an
    action is for: `add ID priorities 2 "Kim to call Ruiz by fri"`, `done ID priorities 2 1`.

    A deal's items are numbered by the day they were agreed on, across all of its debriefs and
    challenges.
    """
    named, listing = words or [], owner is not None or everything or no_cache
    closes, changes = named[:1] == [_DONE], remove or expect is not None
    if named and listing:
        raise WrongCall("--owner, --all and --no-cache apply only to the list.")
    if on is not None and not closes:
        raise WrongCall("--date needs an action item to close.", _USAGE)
    if origin is not None and (closes or not named):
        raise WrongCall("--from-tactic needs a deal.", "Write `tas actions ID --from-tactic N`.")
    if (changes and (closes or not named)) or (dry_run and not named):
        raise WrongCall("--remove, --expect and --dry-run need an action item.", _USAGE)
    if named[:1] == [_ADD]:
        named = _added(named)
    if closes and len(named) > 1 and _noun_of(named[1]) is not ACTIONS:
        _close_of_account(named, How(on, dry_run, output))
    elif closes:
        _close(named, How(on, dry_run, output))
    elif named:
        noun = _noun_of(named[0])
        call = Called(noun, named[0], named[1:], remove=remove, replace=False, expect=expect)
        carry_out(call._replace(origin=origin), How(None, dry_run, output))
    else:
        _list(owner, output, everything=everything, remember=not no_cache)


def _noun_of(name: str) -> Noun:
    """Return the action items of a deal as a noun, or those of an account if it has that name."""
    return ACTIONS if opened_account(name) is None else ACCOUNT_ACTIONS


def _added(words: list[str]) -> list[str]:
    """Return the deal and the fields of what to add: words without a field are what to do.

    Raises:
        WrongCall: one of them is missing.
    """
    _, *rest = words
    in_account = bool(rest) and _noun_of(rest[0]) is not ACTIONS
    if in_account and any("=" in word or " " in word for word in rest[1:]):
        return rest
    if in_account or len(rest) < 2:
        raise WrongCall(
            "what was agreed?", 'Add it: `tas actions add ID "Kim to call Ruiz by fri"`.'
        )
    name, *more = rest
    text = [*takewhile(lambda word: "=" not in word, more)]
    what = [f"{ACTIONS.main}={' '.join(text)}"] if text else []
    return [name, *what, *more[len(text) :]]


def _list(owner: str | None, output: PageFormat, *, everything: bool, remember: bool) -> None:
    day, workspace = todays_date(), workspace_here()
    work = partial(answered, question="actions", day=day)
    question = Question("actions", DealActions | tuple[()], work, (str(day),))
    found = everywhere(workspace, question, restored_actions, remember=remember)
    owners = Owners(workspace.settings.team)
    tasks = [*account_tasks(workspace, day)]
    person = owners.wanted(owner, (*_people(found.deals), *(each.owner for each in tasks)))
    every = listed(found.deals, day, everything=everything)
    shown, for_accounts = (
        [each for each in some if owners.same(each.owner, person)]
        for some in (every, in_order(tasks))
    )
    print_as(
        output,
        json=lambda: actions_json(shown, for_accounts, found.left_out),
        page=lambda: actions(in_order([*shown, *for_accounts]), found.left_out),
    )
    warn_of_wrong_settings(workspace)


def _people(deals: list[DealActions]) -> Iterator[str | None]:
    """Yield everybody who owns a deal or an action."""
    for deal in deals:
        yield deal.owner
        yield from (action.owner for action in deal.actions)


def _close(words: list[str], how: How) -> None:
    """Close the named action, and report it."""
    name, number = _asked(words)
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the list.")
    to = target(name)
    day = day_not_in_future(how.on)
    before = asked_action(to.opportunity, number, day).action
    written = change(to, lambda now: finish(now, number, day), how)
    field = FieldChange(f"action {number}", before.done, day)
    effect = effect_of(to, written, how)._replace(fields=(field,))
    print_result(
        written,
        how,
        json=lambda: changed_json(effect),
        page=lambda: closed(effect, number, before.what),
    )


def _close_of_account(words: list[str], how: How) -> None:
    """Close the named action of an account, and report it."""
    _, name, *key = words
    noun, owner = _noun_of(name), account_target(name).seen.value
    found = existing(noun, owner, " ".join(key))
    closing = [*found.key.split(), f"done={how.on or todays_date()}"]
    carry_out(Called(noun, name, closing, remove=False, replace=False, expect=None), how)


def _asked(words: list[str]) -> tuple[str, int]:
    """Return the deal, and the number of the action to close."""
    if len(words) != 3 or words[0] != _DONE:
        raise WrongCall(f"unknown arguments `{' '.join(words)}`.", _USAGE)
    _, name, number = words
    if not number.isascii() or not number.isdecimal() or len(number) > _DIGITS:
        raise WrongCall(f"{number!r} is not the number of an action item.", _USAGE)
    return name, int(number)
