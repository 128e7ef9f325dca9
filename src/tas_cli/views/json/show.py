"""`tas show --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.assess.scorecard import CellState, Scorecard
from tas_cli.assess.sheet import Block, Sheet
from tas_cli.assess.tally import Tally
from tas_cli.method.catalogue import criteria
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.json.around import around, choice, plans_of
from tas_cli.views.json.document import document
from tas_cli.views.json.turned import changes
from tas_cli.views.pair import Pair
from tas_cli.views.words import party_name
from tas_cli.workspace import Deal


def show_json(
    deal: Deal,
    sheet: Sheet,
    cards: Sequence[Scorecard],
    changed: dict[str, Any] | None = None,
) -> str:
    """Return the sheet of a deal.

    `cards` are the columns of its history, and `changed` is what changed since a day, if asked for.
    """
    return document(
        {
            **_sheet(deal, sheet),
            **({"history": [_column(card, sheet.parties) for card in cards]} if cards else {}),
            **({"difference": changed} if changed else {}),
        }
    )


def pair_json(pair: Pair) -> str:
    """Return two deals beside each other."""
    return document(
        {
            "date": pair.sheets[0].day,
            "evidenced": pair.sheets[0].evidenced,
            "deals": [_sheet(deal, sheet) for deal, sheet in zip(*pair, strict=True)],
            "differing": pair.differing,
        }
    )


def _sheet(deal: Deal, sheet: Sheet) -> dict[str, Any]:
    decision, earlier, event = sheet.decision, sheet.previous, sheet.opportunity.compelling_event
    return {
        "id": deal.id,
        "file": deal.file,
        "date": sheet.day,
        "evidenced": sheet.evidenced,
        **_facts(sheet.opportunity, sheet.settings.currency),
        **plans_of(sheet.opportunity),
        **around(sheet.opportunity, sheet.standing),
        "assessments": sheet.card.dates,
        "later_assessments": sheet.later,
        "compelling_event": event.model_dump() if event else None,
        "parties": [
            {
                "id": party,
                "name": party_name(sheet.opportunity, party),
                "out": _out(sheet, party),
            }
            for party in sheet.parties
        ],
        "questions": [_block(block, sheet) for block in sheet.blocks],
        "totals": _tallies(sheet.totals),
        "leaders": sheet.leaders,
        "changes": changes(earlier.dates[-1] if earlier else None, sheet.changes),
        "strategy": {
            "recommended": decision.recommended,
            "variation": decision.variation,
            "reachable": decision.reachable,
            "chosen": sheet.opportunity.chosen,
            **choice(sheet.opportunity),
        },
    }


def _out(sheet: Sheet, party: str) -> dict[str, Any] | None:
    """Return since when and why a party is out of the race; None if it is in it."""
    out = sheet.opportunity.competitors[party].out if party in sheet.card.out else None
    return out.model_dump() if out else None


def _facts(opportunity: Opportunity, currency: str) -> dict[str, Any]:
    """Return an opportunity's plain fields; amounts are text, so no digit is lost."""
    return {
        "name": opportunity.name,
        "customer": opportunity.customer,
        "account": opportunity.account,
        "external_id": opportunity.external_id,
        "owner": opportunity.owner,
        "amount": opportunity.amount,
        "currency": opportunity.currency or currency,
        "expected_close": opportunity.expected_close,
        "status": opportunity.status,
    }


def _tallies(tallies: dict[str, Tally]) -> dict[str, dict[str, int]]:
    """Return the counts of each party's signs; `known` is in percent, rounded down."""
    return {
        party: {**counts._asdict(), "balance": counts.balance, "known": counts.known}
        for party, counts in tallies.items()
    }


def _block(block: Block, sheet: Sheet) -> dict[str, Any]:
    return {
        "number": block.question.number,
        "key": block.question.key,
        "title": block.question.title,
        "tallies": _tallies(block.tallies),
        "leaders": block.leaders,
        "criteria": [
            {
                "number": row.criterion.number,
                "key": row.criterion.key,
                "title": row.criterion.title,
                "cells": {party: _cell(state, sheet) for party, state in row.cells.items()},
            }
            for row in block.rows
        ],
    }


def _cell(state: CellState, sheet: Sheet) -> dict[str, Any]:
    day = sheet.day
    return {
        "rating": state.rating,
        "rated": state.rated,
        "stated": state.stated,
        "since": state.since,
        "age": state.age(day),
        "evidence_age": state.evidence_age(day),
        "evidence": [entry.model_dump() for entry in state.evidence],
        "note": state.note,
        "stale": sheet.staleness.is_stale(state.stated),
    }


def _column(card: Scorecard, parties: tuple[str, ...]) -> dict[str, Any]:
    return {
        "date": card.day,
        "ratings": {
            criterion.key: {party: card.rating(criterion.key, party) for party in parties}
            for criterion in criteria()
        },
    }
