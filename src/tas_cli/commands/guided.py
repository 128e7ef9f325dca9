"""The questions of `tas new`: what is asked, what is proposed, and what is wrong with an answer."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import typer

from tas_cli.commands.app import load
from tas_cli.commands.opening import user
from tas_cli.commands.prompts import agreed, ask_until
from tas_cli.edits.fields import asked_competitor, checked, several_competitors, typed
from tas_cli.edits.wrong_call import WrongCall
from tas_cli.source.new_file import NewDeal
from tas_cli.workspace import Workspace

_NONE = "-"
_LONGEST_ID = 40


class Start(NamedTuple):
    """An opportunity's id and what is known of it."""

    id: str
    draft: NewDeal


def guided(
    name_id: str | None, given: NewDeal, workspace: Workspace, taken: Callable[[str], str]
) -> Start:
    """Ask for what the call has left out; `taken` says what is wrong with an id."""
    sys.stdout.write("A new opportunity. Enter takes what stands in brackets, or leaves it out.\n")
    customer = given.customer or _field("Customer", "customer")
    name = given.name or _field("What the deal is about", "name")
    proposed = _id_from(customer)
    if proposed and taken(proposed):
        proposed = _id_from(f"{customer} {name}")
    key = name_id or ask_until("Its id", "" if taken(proposed) else proposed, taken)
    owner = given.owner or _optional("Owner", "owner", user(workspace) or "")
    amount = given.amount or _optional("Amount, in digits", "amount")
    currency = given.currency
    if amount and not currency:
        default = workspace.settings.currency
        currency = _field("Currency", "currency", default)
        currency = None if currency == default else currency
    close = given.expected_close or _optional("Expected close, year-month-day", "expected_close")
    draft = replace(
        given,
        customer=customer,
        name=name,
        owner=owner,
        amount=amount,
        currency=currency,
        expected_close=close,
        competitors=given.competitors or _competitors(),
    )
    return Start(key, draft)


def _field(question: str, field: str, default: str = "") -> str:
    return ask_until(question, default, lambda answer: _problem(field, answer))


def _optional(question: str, field: str, default: str = "") -> str | None:
    """Ask for what may be left out; where something is proposed, a hyphen leaves it out."""
    hint = f" ({_NONE} for none)" if default else ""
    answer = _unless_left_out(question + hint, default, field, lambda text: _problem(field, text))
    return typed(field, answer) if answer else None


def _unless_left_out(question: str, default: str, field: str, problem: Callable[[str], str]) -> str:
    """Ask until an answer is fine or left out; return nothing then.

    Leaving it out after a refused answer is said, so that nobody thinks that the answer counted.
    """
    refused = False

    def wrong(answer: str) -> str:
        nonlocal refused
        found = problem(answer) if answer not in ("", _NONE) else ""
        refused = refused or bool(found)
        return found

    answer = ask_until(question, default, wrong)
    if answer not in ("", _NONE):
        return answer
    if refused:
        sys.stdout.write(f"  Left out. Add it later: tas set ID {field}=…\n")
    return ""


def _problem(field: str, answer: str) -> str:
    """Return what the model has against a value, nothing where it is fine."""
    try:
        checked(field, tuple(field.split(".")), typed(field, answer))
    except WrongCall as error:
        return f"{error.message.removeprefix(f'{field}: ')} {error.advice}"
    return ""


def _competitors() -> dict[str, str]:
    """Ask for competitors until there is no more."""
    found: dict[str, str] = {}
    sys.stdout.write(
        "Competitors, the most dangerous first: a name, or their-id=Their Name; several with ;"
        " between them. Enter ends the list.\n"
    )
    while answer := _unless_left_out(
        "Competitor", "", "competitor:their-id", lambda text: _competitors_problem(text, found)
    ):
        found.update(_competitors_of(answer))
    return found


def _competitors_of(answer: str) -> dict[str, str]:
    return dict(map(_competitor, several_competitors(answer)))


def _competitor(answer: str) -> tuple[str, str]:
    """Return a competitor's id and name: `x-sys=X-Sys`, or the name alone."""
    key, equals, name = answer.partition("=")
    return (key.strip(), name.strip()) if equals else (_id_from(answer), answer)


def _competitors_problem(answer: str, found: dict[str, str]) -> str:
    """Return what is wrong with the first of several competitors that cannot be taken."""
    known = dict(found)
    for each in several_competitors(answer):
        problem = _competitor_problem(*_competitor(each), known)
        if problem:
            return problem
        known.update([_competitor(each)])
    return ""


def _competitor_problem(key: str, name: str, found: dict[str, str]) -> str:
    if not key:
        return "Give it an id as well: their-id=Their Name."
    if key in found:
        return f"{key} stands on the list already."
    try:
        asked_competitor(f"competitor:{key}", name)
    except WrongCall as error:
        return f"{error.message} {error.advice}"
    return ""


def _id_from(words: str) -> str:
    """Return an id made of words: small letters and digits, the rest hyphens."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_ID].strip("-")


def offer_scorecard(name: str) -> int:
    """Offer to rate the new deal at once, on the scorecard."""
    try:
        if not agreed("Rate it now?"):
            return 0
    except typer.Abort:  # the file is made: no word of nothing having changed
        return 0
    status = load("score").main([name], prog_name="tas score", standalone_mode=False)
    return status if isinstance(status, int) else 0
