"""`tas explain`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tas_cli.commands.folding import width
from tas_cli.commands.options import Formatted
from tas_cli.method.lookup import Topic, find, method_topics, tidy
from tas_cli.reading.nearest import either, nearest
from tas_cli.refusals import WrongCall
from tas_cli.rules.topics import rule_topics
from tas_cli.views.explain import overview, pages, readable
from tas_cli.views.json.explain import explain_json
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

_LONGEST_SHOWN = 60
_SHORTEST_PART = 4
_OFFERED = 3


def complete(incomplete: str) -> list[tuple[str, str]]:
    """Return the keys and codes that start with this, with their titles; codes in either case."""
    titles = {topic.key: topic.title for topic in _topics()}
    lower = {key.lower(): title for key, title in titles.items()}
    known = lower if incomplete and incomplete.islower() else titles
    return [(key, title) for key, title in known.items() if key.startswith(incomplete)]


def command(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            help="A criterion or its number, a strategy, step or term, or a check's code.",
            autocompletion=complete,
            show_default=False,
        ),
    ] = None,
    *,
    output: Formatted = "text",
) -> None:
    """Explain a criterion, strategy, step or check.

    Without NAME, list everything that has a page. If a name has two meanings, you get both pages:
    use `step:develop` or `strategy:develop` to get one.
    """
    topics = _topics()
    found = _wanted(name, topics) if name else list(topics)
    if output == "json":
        sys.stdout.write(explain_json(found))
        return
    on = Screen(readable(width()), prose=True)
    page = pages(found, on.width) if name else overview(found, on.width)
    sys.stdout.write(text(page, on, fold=False))


def _topics() -> tuple[Topic, ...]:
    return (*method_topics(), *rule_topics())


def _wanted(words: list[str], topics: tuple[Topic, ...]) -> list[Topic]:
    """Return the topics for all the words as one name, or else for each word."""
    together = find(" ".join(words), topics)
    if together:
        return together
    apart = [find(word, topics) for word in words]
    if not all(apart):
        raise _unknown(" ".join(words), topics)
    return [topic for found in apart for topic in found]


def _unknown(name: str, topics: tuple[Topic, ...]) -> WrongCall:
    shown = name if len(name) <= _LONGEST_SHOWN else name[: _LONGEST_SHOWN - 1] + "…"
    near = _near(name, topics)
    advice = f"Did you mean {either(near)}? " if near else ""
    return WrongCall(f'unknown name "{shown}".', f"{advice}Run `tas explain` to list all names.")


def _near(name: str, topics: tuple[Topic, ...]) -> list[str]:
    """Return up to three keys: those that contain the name, or else the nearest ones.

    Numbers and codes get no suggestions: they are not mistyped words.
    """
    wanted = tidy(name)
    if len(wanted) >= _SHORTEST_PART:
        holding = [topic.key for topic in topics if wanted in topic.key.casefold()]
        if holding:
            return holding[:_OFFERED]
    if wanted.removeprefix("tas").isdecimal():
        return []
    names = ((known, topic.key) for topic in topics for known in topic.names)
    key_of = {known: key for known, key in names if ":" in wanted or ":" not in known}
    found: list[str] = []
    while len(found) < _OFFERED and (known := nearest(wanted, key_of)):
        found.append(key_of[known])
        key_of = {other: key for other, key in key_of.items() if key != found[-1]}
    return found
