"""Shell completion for names of the method and of a workspace's sales process."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from tas_cli.commands.completion import Offer, competitors
from tas_cli.kinds import ACCOUNT
from tas_cli.method import catalogue
from tas_cli.method.plan import challenge_categories
from tas_cli.places import find_root, found_in, opportunity_id


def cells(incomplete: str) -> list[Offer]:
    """Return the criteria by number or key, ready for the sign that follows."""
    named = [(str(each.number), each.short) for each in catalogue.criteria()]
    named += [(each.key, each.short) for each in catalogue.criteria()]
    return [(f"{name}=", title) for name, title in _matching(named, incomplete)]


def columns(incomplete: str) -> list[Offer]:
    """Return the columns of a list; after a comma, of a list of columns, the next one."""
    before, comma, last = incomplete.rpartition(",")
    found = _matching(_words().columns(), last)
    return [(f"{before}{comma}{name}", about) for name, about in found]


def fields(incomplete: str) -> list[str]:
    """Return the fields that can be set."""
    named = incomplete.partition("=")[0] if "=" in incomplete else ""
    return [name for name in _words().deal_fields(named) if name.startswith(incomplete)]


def accounts(incomplete: str) -> list[Offer]:
    """Return the accounts of the workspace."""
    found = found_in(find_root(Path.cwd()), ACCOUNT)
    return _matching([(opportunity_id(each.name), "") for each in found], incomplete)


def account_fields(incomplete: str) -> list[Offer]:
    """Return the fields of an account."""
    return _matching(_words().account_fields(), incomplete)


def challenge_words(incomplete: str) -> list[Offer]:
    """Return the categories of a challenge, and its questions, ready for three grades."""
    found = [(key, each.title) for key, each in challenge_categories().items()]
    found += [
        (f"{key}.{question.key}=", question.ask)
        for key, each in challenge_categories().items()
        for question in each.questions
    ]
    return _matching(found, incomplete)


def plan_fields(incomplete: str) -> list[Offer]:
    """Return the fields of a plan, and the outcomes that the customer can have a date for."""
    return _matching(_words().plan_fields(), incomplete)


def value_fields(incomplete: str) -> list[Offer]:
    """Return the fields that `tas value` sets."""
    return _matching(_words().value_fields(), incomplete)


def winners(ctx: Any, incomplete: str) -> list[Offer]:
    """Return who can win a deal that is lost: its competitors, or nobody."""
    return [*competitors(ctx, incomplete), *_matching(_words().nobody(), incomplete)]


def strategies(incomplete: str) -> list[Offer]:
    """Return the strategies, and what takes a choice back."""
    listed = [(each.key, each.title) for each in catalogue.strategies().values()]
    return _matching([*listed, ("none", "Take the choice back")], incomplete)


def variations(ctx: Any, incomplete: str) -> list[Offer]:
    """Return the variations of the strategy named on the command line, or else all variations."""
    known = catalogue.strategies()
    words = {str(ctx.params.get("strategy")), *ctx.args}
    chosen = [known[word] for word in words if word in known] or list(known.values())
    listed = [(each.key, each.title) for strategy in chosen for each in strategy.variations]
    return _matching(listed, incomplete)


def tree_steps(incomplete: str) -> list[Offer]:
    """Return the questions of the tree, ready for the answer that follows."""
    listed = catalogue.tree().steps.values()
    return _matching(((f"{each.key}=", each.title) for each in listed), incomplete)


def sales_steps(incomplete: str) -> list[Offer]:
    """Return the steps of the workspace's sales process; never fails."""
    listed = [(each.key, each.title) for each in _words().steps()]
    return _matching([*listed, ("none", "Not in any step")], incomplete)


def outcomes(incomplete: str) -> list[Offer]:
    """Return the outcomes of the workspace's sales process; never fails."""
    named = [
        (name, outcome.title)
        for step in _words().steps()
        for outcome in step.outcomes
        for name in (f"{step.key}.{outcome.key}", outcome.key)
    ]
    return _matching(named, incomplete)


def _words() -> ModuleType:
    from tas_cli.commands import completion_words  # noqa: PLC0415 - an id needs no model

    return completion_words


def _matching(offers: Iterable[Offer], incomplete: str) -> list[Offer]:
    """Return the offers that begin with what was typed."""
    return [(word, title) for word, title in offers if word.startswith(incomplete)]
