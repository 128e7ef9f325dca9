"""Composes a new opportunity file, and reads it back to make sure that it says what was given.

Amount, currency, dates and ids are inserted into the text as given, so one of them could turn out
to be several values, or a different one.
"""

from __future__ import annotations

from contextlib import suppress

from pydantic import ValidationError

from tas_cli.edits.fields import checked
from tas_cli.kinds import OPPORTUNITY, SCHEMAS
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.read import read_opportunity
from tas_cli.refusals import WrongCall
from tas_cli.source.new_file import NewDeal, compose

_SCHEMA = f"../{SCHEMAS}/{OPPORTUNITY.schema}"
_OPTIONS = {"--amount": "amount", "--currency": "currency", "--close": "expected_close"}


def composed(draft: NewDeal) -> str:
    """Return the text of a new file.

    Raises:
        WrongCall: the file would be invalid, or would not say what the draft says.
    """
    text = compose(draft, schema=_SCHEMA)
    reading = read_opportunity(text.encode(), "the new file")
    if reading.diagnostics:
        _check_options(draft)
        found = reading.diagnostics[0]
        advice = found.help or ""
        raise WrongCall(f"{found.message}.", f"{advice[:1].upper()}{advice[1:]}.")
    if reading.value != _meant(draft):
        raise WrongCall(
            "an option contains more than one value.",
            "Check the amount, currency, close date and short names.",
        )
    return text


def _check_options(draft: NewDeal) -> None:
    """Refuse an invalid value in the words of its option, not of the file's line."""
    for option, key in _OPTIONS.items():
        if value := getattr(draft, key):
            checked(option, (key,), value)


def _meant(draft: NewDeal) -> Opportunity | None:
    """Return what a draft's file must contain; None if the draft itself is invalid."""
    given = {key: value for key, value in vars(draft).items() if value}
    competitors = {key: {"name": name} for key, name in draft.competitors.items()}
    whole = {"tas": "1", **given, "competitors": competitors, "incumbent": list(draft.incumbent)}
    with suppress(ValidationError):
        return Opportunity.model_validate({key: value for key, value in whole.items() if value})
    return None
