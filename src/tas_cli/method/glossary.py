"""The glossary: terms of the method that are no criterion, strategy or step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from tas_cli.method.people import approaches, indicators, sources, standings
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.method.value import (
    Group,
    chain_links,
    cost_kinds,
    directions,
    need_levels,
    patterns,
    slots,
)
from tas_cli.source.packaged import packaged, tuples


class Part(NamedTuple):
    """One part of what a term covers; `key` is its own name, if it has one."""

    title: str
    text: str | None = None
    key: str | None = None


class Section(NamedTuple):
    """Some parts under a heading of their own."""

    title: str
    parts: tuple[Part, ...]


class Term(NamedTuple):
    """A term of the method other than a criterion, a strategy or a step.

    `also` are other words that people look for.
    """

    key: str
    title: str
    about: str
    parts: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()
    see: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@cache
def terms() -> dict[str, Term]:
    """Return the glossary by its keys."""
    return {entry["key"]: _term(entry) for entry in packaged("glossary")["terms"]}


def _term(entry: dict[str, Any]) -> Term:
    listed = _parts(**entry["parts_of"]) if "parts_of" in entry else _written(entry)
    fields = {key: entry[key] for key in entry.keys() - {"parts", "parts_of", "page_of"}}
    about = _PAGES[entry["page_of"]](entry["key"]) if "page_of" in entry else {}
    return Term(**{"parts": listed} | about | tuples(fields))


def _written(entry: dict[str, Any]) -> tuple[Part, ...]:
    return tuple(Part(**part) for part in entry.get("parts", ()))


def _parts(*, people: str, title: str, text: str) -> tuple[Part, ...]:
    """Return a part for each entry of the people's data; `title` and `text` have its fields."""
    return tuple(
        Part(title.format(**each), text.format(**each), each["key"])
        for each in packaged("people")[people]
    )


def _approach(key: str) -> dict[str, Any]:
    found = approaches()[key]
    fitting = [each for each in standings().values() if key in (each.approach, each.otherwise)]
    sections = (
        _listed("For whom", (f"{each.title}. {each.about}" for each in fitting)),
        Section("Process", tuple(Part(each.title, each.text) for each in found.process)),
        _listed("Watch out", found.caveats),
    )
    own = {"title": found.title, "about": found.about, "reading": found.reading}
    return {**own, "sections": sections}


def _source(key: str) -> dict[str, Any]:
    found = sources()[key]
    shows = (
        Part("Inner circle", found.inner_circle),
        Part("Political structure", found.structure),
    )
    sections = (
        Section("How it shows", shows),
        _listed("Ask", found.asks),
        _listed("Build credibility", found.build),
    )
    return {"title": found.title, "sections": sections}


def _indicators(_key: str) -> dict[str, Any]:
    found = (_listed(each.title, each.signs) for each in indicators().values())
    return {"sections": tuple(found)}


def _challenge(_key: str) -> dict[str, Any]:
    columns = (_listed(each.title, each.asks) for each in score_columns().values())
    categories = (
        Section(
            each.title,
            tuple(Part(asked.key, asked.ask) for asked in each.questions),
        )
        for each in challenge_categories().values()
    )
    names = tuple(Part(each.key, each.title) for each in challenge_categories().values())
    return {"sections": (*columns, Section("Categories", names), *categories)}


def _chain(_key: str) -> dict[str, Any]:
    sides = {"theirs": "The customer's side", "ours": "Our side"}
    links = chain_links().values()
    sections = (
        Section(title, tuple(Part(each.title, each.ask) for each in links if each.side == side))
        for side, title in sides.items()
    )
    return {"sections": tuple(sections)}


def _costs(_key: str) -> dict[str, Any]:
    gains = (
        Part(each.title.capitalize(), ", ".join(each.examples)) for each in directions().values()
    )
    return {"parts": _groups(cost_kinds()), "sections": (Section("A benefit", tuple(gains)),)}


def _patterns(_key: str) -> dict[str, Any]:
    sentences = (
        Part(each.key, each.sentence.replace("{", "[").replace("}", "]"), each.key)
        for each in patterns().values()
    )
    filled = (
        Part(each.key, f"{each.ask} Write {each.form}: {each.example}.")
        for each in slots().values()
    )
    return {"parts": tuple(sentences), "sections": (Section("Slots", tuple(filled)),)}


def _needs(_key: str) -> dict[str, Any]:
    return {"parts": _groups(need_levels())}


def _groups(found: dict[str, Group]) -> tuple[Part, ...]:
    return tuple(Part(each.title, each.about, each.key) for each in found.values())


def _listed(title: str, texts: Iterable[str]) -> Section:
    return Section(title, tuple(map(Part, texts)))


_PAGES: dict[str, Callable[[str], dict[str, Any]]] = {
    "approaches": _approach,
    "sources": _source,
    "indicators": _indicators,
    "challenge": _challenge,
    "chain": _chain,
    "costs": _costs,
    "patterns": _patterns,
    "needs": _needs,
}
"""The data about people, the plan and value whose entries have a page of their own."""
