"""Shell completion for names of the method and of a workspace's sales process."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tas_cli.commands.completion import Offer, competitors
from tas_cli.kinds import ACCOUNT
from tas_cli.method import catalogue
from tas_cli.method.plan import challenge_categories
from tas_cli.places import find_root, found_in, opportunity_id

if TYPE_CHECKING:
    from tas_cli.method.catalogue import SalesStep


def cells(incomplete: str) -> list[Offer]:
    """Return the criteria by number or key, ready for the sign that follows."""
    named = [(str(each.number), each.short) for each in catalogue.criteria()]
    named += [(each.key, each.short) for each in catalogue.criteria()]
    return [(f"{name}=", title) for name, title in _matching(named, incomplete)]


def columns(incomplete: str) -> list[Offer]:
    """Return the columns of a list; after a comma, of a list of columns, the next one."""
    from tas_cli.views.deal_columns import COLUMNS  # noqa: PLC0415 - an id needs no model

    before, comma, last = incomplete.rpartition(",")
    found = _matching(((each.name, each.about) for each in COLUMNS), last)
    return [(f"{before}{comma}{name}", about) for name, about in found]


def fields(incomplete: str) -> list[str]:
    """Return the fields that can be set."""
    from tas_cli.edits.fields import COMPETITOR, FIELDS, choices  # noqa: PLC0415 - an id needs no model

    named = incomplete.partition("=")[0] if "=" in incomplete else ""
    names = [*(f"{name}=" for name in FIELDS if name != named), COMPETITOR]
    names += [f"{named}={value}" for value in choices(named)]
    return [name for name in names if name.startswith(incomplete)]


def accounts(incomplete: str) -> list[Offer]:
    """Return the accounts of the workspace."""
    found = found_in(find_root(Path.cwd()), ACCOUNT)
    return _matching([(opportunity_id(each.name), "") for each in found], incomplete)


def account_fields(incomplete: str) -> list[Offer]:
    """Return the fields of an account."""
    from tas_cli.edits.account import FIELDS  # noqa: PLC0415 - an id needs no model

    return _matching([(f"{each.name}=", each.about) for each in FIELDS.values()], incomplete)


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
    from tas_cli.edits.plan import FIELDS  # noqa: PLC0415 - an id needs no model

    named = [(name, "") for name in FIELDS]
    named += [(outcome.key, outcome.title) for step in _process() for outcome in step.outcomes]
    return _matching([(f"{name}=", about) for name, about in named], incomplete)


def winners(ctx: Any, incomplete: str) -> list[Offer]:
    """Return who can win a deal that is lost: its competitors, or nobody."""
    from tas_cli.model.scalars import NO_COMPETITOR  # noqa: PLC0415 - an id needs no model

    nobody = ((name, "") for name in NO_COMPETITOR)
    return [*competitors(ctx, incomplete), *_matching(nobody, incomplete)]


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
    listed = [(each.key, each.title) for each in _process()]
    return _matching([*listed, ("none", "Not in any step")], incomplete)


def outcomes(incomplete: str) -> list[Offer]:
    """Return the outcomes of the workspace's sales process; never fails."""
    named = [
        (name, outcome.title)
        for step in _process()
        for outcome in step.outcomes
        for name in (f"{step.key}.{outcome.key}", outcome.key)
    ]
    return _matching(named, incomplete)


def _process() -> Iterable[SalesStep]:
    from tas_cli.assess.process import sales_process  # noqa: PLC0415 - as above
    from tas_cli.workspace import open_workspace  # noqa: PLC0415 - as above

    with suppress(Exception):
        return sales_process(open_workspace().settings)
    return ()


def _matching(offers: Iterable[Offer], incomplete: str) -> list[Offer]:
    """Return the offers that begin with what was typed."""
    return [(word, title) for word, title in offers if word.startswith(incomplete)]
