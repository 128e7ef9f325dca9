"""The prompts of `tas new`: questions, defaults, and what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import typer

from tas_cli.commands.app import load
from tas_cli.commands.days import interpreter_for
from tas_cli.commands.opening import user
from tas_cli.commands.prompts import Meant, ask_for, confirmed, tell
from tas_cli.edits.fields import checked, competitors_named, typed
from tas_cli.refusals import WrongCall
from tas_cli.source.journal.recording import going_on_as
from tas_cli.source.new_file import NewDeal
from tas_cli.typed.amounts import money
from tas_cli.typed.ids import id_from
from tas_cli.typed.interpreter import Interpreter
from tas_cli.workspace import Workspace

_NONE = "-"
_SET, _COMPETITORS = "tas set ID {}=…", 'tas competitors ID "Their Name"'
"""The commands that add what is skipped."""


def guided(
    name_id: str | None, given: NewDeal, workspace: Workspace, free: Callable[[str], str]
) -> tuple[str, NewDeal]:
    """Ask for what the call left out, and return the deal's id and its draft.

    `free` refuses an id that is invalid or taken.
    """
    tell(
        "New deal. Enter accepts the value in brackets, or skips the question; only the customer"
        " and what the deal is about are needed."
    )
    interpreter = interpreter_for(workspace.settings, given.currency)
    customer = given.customer or _needed("Customer", "customer", interpreter)
    name = given.name or _needed("What the deal is about", "name", interpreter)
    amount, symbol = (given.amount, ()) if given.amount else _amount(interpreter)
    currency = given.currency
    if amount and not currency:
        currency = _currency(workspace.settings.currency, symbol, interpreter)
    close = given.expected_close or _optional_field(
        "Expected close (31 Mar or 2027-03-31)", "expected_close", interpreter
    )
    owner = given.owner or _optional_field("Owner", "owner", interpreter, user(workspace) or "")
    competitors = given.competitors or _competitors()
    proposed = "" if name_id else _proposed(customer, name, free)
    key = name_id or ask_for("Short name for commands", proposed, free, repaired=id_from)
    return key, replace(
        given,
        customer=customer,
        name=name,
        owner=owner,
        amount=amount,
        currency=currency,
        expected_close=close,
        competitors=competitors,
    )


def _proposed(customer: str, name: str, free: Callable[[str], str]) -> str:
    """Return a default id made from the customer, or from customer and name if that is taken."""
    for words in (customer, f"{customer} {name}") if id_from(customer) else ():
        with suppress(WrongCall):
            return free(id_from(words))
    return ""


def _needed(question: str, field: str, interpreter: Interpreter) -> str:
    """Ask for a field that every deal has."""

    def meant(answer: str) -> str:
        if not answer:
            raise WrongCall("This one is needed.", "Write at least one word.")
        return _value(field, answer, interpreter)

    return ask_for(question, "", meant)


def _optional_field(
    question: str, field: str, interpreter: Interpreter, default: str = ""
) -> str | None:
    hint = f" ({_NONE} for none)" if default else ""
    return _optional(
        question + hint,
        _SET.format(field),
        lambda answer: _value(field, answer, interpreter),
        default,
        interpreter,
    )


def _value(field: str, answer: str, interpreter: Interpreter) -> str:
    """Return an answer as files spell it.

    Raises:
        WrongCall: it can mean two things, or the model rejects it.
    """
    try:
        text = typed(field, answer, interpreter)
        checked(field, tuple(field.split(".")), text)
    except WrongCall as error:
        message = error.message.removeprefix(field).removeprefix(":").lstrip()
        raise WrongCall(message, error.advice) from None
    return text


def _amount(interpreter: Interpreter) -> tuple[str | None, tuple[str, ...]]:
    """Ask for the amount; return the currencies of its symbol, too."""

    def meant(answer: str) -> tuple[str, tuple[str, ...]]:
        found = money(answer)
        return _value("amount", answer, interpreter), found.currencies if found else ()

    return _optional("Amount", _SET.format("amount"), meant, interpreter=interpreter) or (None, ())


def _currency(usual: str, symbol: tuple[str, ...], interpreter: Interpreter) -> str | None:
    """Ask for the currency, which must fit the amount's symbol; None if it is the usual one."""

    def meant(answer: str) -> str:
        code = _value("currency", answer, interpreter)
        if symbol and code not in symbol:
            raise WrongCall(f"The amount is in {symbol[0]}.")
        return code

    default = usual if not symbol or usual in symbol else symbol[0]
    code = ask_for("Currency", default, meant)
    return None if code == usual else code


def _optional(
    question: str,
    later: str,
    meant: Callable[[str], Meant],
    default: str = "",
    interpreter: Interpreter | None = None,
) -> Meant | None:
    """Ask for an optional value; Enter skips it, or a hyphen if there is a default.

    Skipping it after a refused answer is reported, with the command that adds it `later`, so nobody
    thinks that the answer counted.
    """
    refused: list[str] = []

    def meant_or_none(answer: str) -> Meant | None:
        if answer in ("", _NONE):
            return None
        refused.append(answer)  # matters only if `meant` refuses it
        return meant(answer)

    found = ask_for(question, default, meant_or_none, interpreter)
    if found is None and refused:
        tell(f"Skipped. Add it later: `{later}`", 2)
    return found


def _competitors() -> dict[str, str]:
    """Ask for competitors until there are no more."""
    found: dict[str, str] = {}
    tell(
        "Competitors, most dangerous first: a name, or short-name=Their Name. Put ; between"
        " several. Press Enter when you are done."
    )
    several = partial(competitors_named, known=found)
    while (more := _optional("Competitor", _COMPETITORS, several)) is not None:
        found.update(more)
    return found


def offer_scorecard(name: str) -> int:
    """Offer to rate the new deal on the scorecard now."""
    try:
        if not confirmed("Rate it now?"):
            return 0
    except typer.Abort:  # the file exists, so do not say that nothing was changed
        return 0
    going_on_as(["score", name])
    status = load("score").main([name], prog_name="tas score", standalone_mode=False)
    return status if isinstance(status, int) else 0
