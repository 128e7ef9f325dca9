"""Asks one question of every opportunity file of a workspace, with cached answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tas_cli.gather.accounts import accounts
from tas_cli.gather.gather import Way, gathered
from tas_cli.gather.memory import Kept, Memory
from tas_cli.gather.spread import Look, Progress, Work, processors
from tas_cli.places import opportunity_id, shown_name
from tas_cli.source.files import Found
from tas_cli.source.private import cache_folder


class Question(NamedTuple):
    """A question: the name of its cache, the type of an answer, and the work.

    `depends_on` names what answers depend on besides a file, and with `accounts` that of its
    account.
    """

    name: str
    answer: Any
    work: Work
    depends_on: tuple[str, ...]
    accounts: bool = False


class Answer(NamedTuple):
    """The answer for a file: empty or None if the file cannot be used."""

    id: str
    file: str
    kept: Kept | None


def answers(
    root: Path, found: list[Found], question: Question, progress: Progress, *, remember: bool
) -> Iterator[Answer]:
    """Yield the answer for each file, first those that could not be opened."""
    for each in found:
        if each.fault is not None:
            yield Answer(opportunity_id(each.path), shown_name(each.path), None)
    memory = None
    if remember:
        memory = Memory(cache_folder(), question.name, question.answer, root, *question.depends_on)
    names = [each.name for each in found if each.fault is None]
    way = Way(memory, processors(), progress)
    other = accounts(root) if question.accounts else None
    for name, looked in gathered(names, Look(root, question.work, other), way):
        yield Answer(opportunity_id(name), shown_name(name), looked.kept)
