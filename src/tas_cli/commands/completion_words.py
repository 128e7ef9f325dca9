"""The words that completion offers for fields and the like; it loads the models."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from tas_cli.assess.process import sales_process
from tas_cli.edits import account, fields, plan, value
from tas_cli.method.catalogue import SalesStep
from tas_cli.method.value import chain_links
from tas_cli.model.scalars import NO_COMPETITOR
from tas_cli.views.deal_columns import COLUMNS
from tas_cli.workspace import open_workspace

Words = list[tuple[str, str]]


def columns() -> Words:
    """Return the columns of a list."""
    return [(each.name, each.about) for each in COLUMNS]


def deal_fields(named: str) -> list[str]:
    """Return the fields that can be set, with the choices of the one that is named."""
    names = [*(f"{name}=" for name in fields.FIELDS if name != named), fields.COMPETITOR]
    return names + [f"{named}={value}" for value in fields.choices(named)]


def account_fields() -> Words:
    """Return the fields of an account."""
    return [(f"{each.name}=", each.about) for each in account.FIELDS.values()]


def plan_fields() -> Words:
    """Return the fields of a plan, and the outcomes that the customer can have a date for."""
    named = [(name, "") for name in plan.FIELDS]
    named += [(outcome.key, outcome.title) for step in steps() for outcome in step.outcomes]
    return [(f"{name}=", about) for name, about in named]


def value_fields() -> Words:
    """Return the fields that `tas value` sets, and what the links of the chain are."""
    about = {f"chain.{key}": link.ask for key, link in chain_links().items()}
    return [(f"{name}=", about.get(name, "")) for name in value.FIELDS]


def nobody() -> Words:
    """Return what a customer does instead of buying from anybody."""
    return [(name, "") for name in NO_COMPETITOR]


def steps() -> Iterable[SalesStep]:
    """Return the workspace's sales process; none if it cannot be read."""
    with suppress(Exception):
        return sales_process(open_workspace().settings)
    return ()
