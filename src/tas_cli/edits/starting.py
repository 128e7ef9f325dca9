"""A new opportunity file, read back before it is written: what was given must be valid, and arrive.

Amount, currency, dates and ids go into the text as they were given, so they could be more than one
value, or another.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

from tas_cli.edits.wrong_call import WrongCall
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.read import read_opportunity
from tas_cli.source.new_file import NewDeal, compose

_SCHEMA = "../schemas/opportunity.schema.json"


def composed(draft: NewDeal) -> str:
    """Return the text of a new file.

    Raises:
        WrongCall: it would not hold what the draft says, or nothing that is valid.
    """
    text = compose(draft, schema=_SCHEMA)
    reading = read_opportunity(text.encode(), "the new file")
    if reading.diagnostics:
        found = reading.diagnostics[0]
        raise WrongCall(f"{found.message}.", f"{found.help or ''}.")
    if reading.value is None or _held(reading.value) != _given(draft):
        raise WrongCall(
            "one of the options holds more than a single value.",
            "Amount, currency, dates and ids are written into the file as they are.",
        )
    return text


def _held(value: Opportunity) -> tuple[object, ...]:
    """Return what a file holds of a draft, and all that a draft never gives."""
    return (
        *(value.name, value.customer, value.owner, value.amount, value.currency),
        value.expected_close,
        {party: value.party_name(party) for party in value.competitors},
        tuple(value.incumbent or ()),
        *(value.external_id, value.profit, value.status, value.assessments, value.strategy),
    )


def _given(draft: NewDeal) -> tuple[object, ...]:
    """Return what the file of a draft has to hold."""
    with suppress(ValueError, ArithmeticError):
        return (
            *(draft.name, draft.customer, draft.owner or None),
            Decimal(draft.amount) if draft.amount else None,
            draft.currency or None,
            date.fromisoformat(draft.expected_close) if draft.expected_close else None,
            draft.competitors,
            draft.incumbent,
            *(None, None, "open", [], None),
        )
    return ()
