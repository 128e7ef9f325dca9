"""`tas diff --format json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tas_cli.assess.portfolio import DealChange, Kept, pipeline
from tas_cli.places import opportunity_id
from tas_cli.views.json.difference import difference_json
from tas_cli.views.json.document import document


def diff_json(found: Sequence[DealChange], left_out: Sequence[str], since: date) -> str:
    """Return what changed, deal by deal; `since` is the first day that counts."""
    moved = [
        {"currency": key, "before": was, "after": now, "amount": f"{now - was:f}"}
        for key, (was, now) in pipeline(found).items()
    ]
    deals = [_deal(each, since) for each in found]
    return document({"date": since, "deals": deals, "pipeline": moved, "left_out": left_out})


def _deal(change: DealChange, since: date) -> dict[str, Any]:
    return {
        "id": opportunity_id(change.shown.file),
        "file": change.shown.file,
        "change": change.kind,
        "before": _side(change.before),
        "after": _side(change.after),
        "difference": change.difference and difference_json(change.difference, since),
    }


def _side(kept: Kept | None) -> dict[str, Any] | None:
    if kept is None:
        return None
    said = kept.deal.opportunity
    return {
        "file": kept.file,
        "name": said.name,
        "customer": said.customer,
        "owner": said.owner or None,
        "amount": said.amount,
        "currency": kept.deal.currency,
        "expected_close": said.expected_close,
        "status": said.status,
    }
