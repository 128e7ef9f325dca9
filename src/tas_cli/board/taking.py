"""Makes tactics of the suggestions that somebody takes. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import Suggestions
from tas_cli.edits.valid import valid
from tas_cli.nouns.tactics import TACTICS
from tas_cli.source.edit import Edit, Insert


class Taking(NamedTuple):
    """A suggestion that somebody takes: in which words, who does it, and by when."""

    suggestion: Suggestion
    what: str
    owner: str | None
    due: date


def additions(taken: Iterable[Taking]) -> list[Edit]:
    """Return the edits that add the tactics to a deal.

    Raises:
        WrongCall: the words or the owner are not valid in a file.
    """
    return [Insert((TACTICS.key,), valid(TACTICS.model, _content(each))) for each in taken]


def outdated(taken: Iterable[Suggestion], now: Suggestions) -> Iterator[str]:
    """Yield the keys of the suggestions that the deal, as it is now, does not make any more."""
    keys = {each.key for each in now.open}
    yield from (each.key for each in taken if each.key not in keys)


def _content(taking: Taking) -> dict[str, object]:
    """Return a tactic as a file has it."""
    suggestion = taking.suggestion
    found = {
        "what": taking.what,
        "kind": suggestion.kind,
        "criteria": [str(each) for each in suggestion.numbers],
        "people": [*suggestion.people],
        "owner": taking.owner,
        "due": taking.due.isoformat(),
    }
    return {key: value for key, value in found.items() if value}
