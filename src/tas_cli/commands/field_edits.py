"""Edits of plain fields, for `tas set`, `tas answer` and `tas close`."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import Target, change_fields, target
from tas_cli.commands.inputs import all_given, given
from tas_cli.commands.options import How
from tas_cli.commands.prompts import reason_or_stop
from tas_cli.commands.standard_error import say
from tas_cli.edits import closing
from tas_cli.edits.choice import answer_named, state
from tas_cli.edits.fields import asked, set_fields
from tas_cli.model.paths import value_at
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.words import counted
from tas_cli.workspace import account_path

_WHY = {"won": "why did you win", "lost": "why did you lose", "disengaged": "why disengage"}
_ENDING = (("status",), ("closed", "date"), ("closed", "reason"))
_WINNER = ("closed", "to")


def set_plain(name: str, assignments: list[str], how: How) -> None:
    """Set the fields named in the call."""
    to = target(name)
    today = todays_date()
    wanted = asked(all_given(assignments, "FIELD=VALUE"), to.opportunity, to.interpreter)
    change_fields(
        to,
        lambda now: set_fields(now, wanted, today),
        [(each.field, each.path) for each in wanted],
        how,
    )
    if joined := next((each.meant for each in wanted if each.field == "account"), None):
        _say_what_is_missing(to, joined)


def _say_what_is_missing(to: Target, account: str) -> None:
    """Say on standard error how to start the account of a deal, or to share the deal's people."""
    if account_path(to.workspace, account) is None:
        say(f'There is no account {account} yet. To start it: `tas account {account} name="…"`.')
    elif number := len(to.opportunity.people):
        are = f"{counted(number, 'person', 'people')} {'is' if number == 1 else 'are'}"
        say(f"{are} in this deal only. To share: `tas account {account} --share {to.id}`.")


def answer(name: str, answers: list[str], because: str | None, how: How) -> None:
    """State answers to questions of the tree; ask for the reason if it is missing."""
    to = target(name)
    day = day_not_in_future(how.on)
    wanted = [answer_named(text) for text in all_given(answers, "QUESTION=ANSWER")]
    if len({each.step for each in wanted}) < len(wanted):
        raise WrongCall("a question is answered twice.")
    reason = given(because, "--because")
    if reason is None and any(each.answer for each in wanted):
        reason = reason_or_stop("--because", "why this answer", how.output)
    change_fields(
        to,
        lambda now: [
            edit for each in wanted for edit in state(now, each._replace(because=reason), day)
        ],
        [(".".join(each.path), each.path) for each in wanted],
        how,
    )


class Close(NamedTuple):
    """How a deal ended, as given in the call."""

    status: str
    reason: str | None
    to: str | None


def close(name: str, call: Close, how: How) -> None:
    """Close or reopen a deal; ask for the reason if it is missing."""
    to = target(name)
    day = day_not_in_future(how.on)
    ending = _ending(to, call, how)
    names_winner = bool(ending.to or value_at(to.opportunity, _WINNER))
    change_fields(
        to,
        lambda now: closing.close(now, ending, day),
        [(".".join(path), path) for path in (*_ENDING, *([_WINNER] if names_winner else []))],
        how,
    )


def _ending(to: Target, call: Close, how: How) -> closing.Ending:
    """Return how the deal ended; keep what the file already says about the same ending."""
    status, reason = call.status, given(call.reason, "--reason")
    won_by = given(call.to, "--to")
    if won_by is not None and status != "lost":
        raise WrongCall("--to applies only to a lost deal.")
    if status == "open":
        if reason is not None:
            raise WrongCall("--reason cannot be used when reopening.")
        return closing.Ending(status)
    day = day_not_in_future(how.on)
    same = to.opportunity.closed if to.opportunity.status == status else None
    if same:
        day = day if how.on or same.date is None else same.date
        reason = reason or same.reason or None
    before = same.to if same else None
    lost_to = closing.winner(won_by, to.opportunity) if won_by else before
    reason = reason or reason_or_stop("--reason", _WHY[status], how.output)
    return closing.Ending(status, day, reason, lost_to)
