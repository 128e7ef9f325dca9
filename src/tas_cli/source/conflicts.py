"""Unresolved merge conflicts, and whether to keep one side or both.

If two people each add an entry to a list, git reports a conflict although both entries are right.
To detect that, the text is read twice: with all conflicts resolved one way, then the other way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tas_cli.source.faults import MAX_FAULTS, Fault
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span, plain_value
from tas_cli.source.text import Text

_MARKER = re.compile(r"(?:(?<=[\r\n])|\A)(<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|\Z)[^\r\n]*")
_LINE_END = re.compile(r"\r\n?|\n|\Z")
_WHOLE = ("<=>", "<|=>")
"""The markers of a conflict as git writes them; the longer one has the text before both changes."""
_COMPARED = 20
"""The most conflicts that are compared: more of them need more than a line of advice."""
_COUNT = {1: "marker line", 2: "two marker lines", 3: "three marker lines", 4: "four marker lines"}

Markers = list[re.Match[str]]
Parse = Callable[[str], Node | None]


class _Side(NamedTuple):
    """A text with its conflicts resolved one way, and the places of the lines kept."""

    content: str
    kept: list[Span]


def conflicts(content: str, parse: Parse) -> list[Fault]:
    """Return one fault per conflict, at its first marker; `parse` returns a text's tree."""
    found = _found(content)
    both = _both_wanted(content, found, parse) if found else {}
    return [
        Fault(
            "TAS113",
            "the file has an unresolved merge conflict",
            Span(*markers[0].span()),
            _advice(markers, both.get(number)),
        )
        for number, markers in enumerate(found[:MAX_FAULTS])
    ]


def _found(content: str) -> list[Markers]:
    """Return the markers of each conflict: it begins with `<`, or if that is missing, with `>`."""
    found: list[Markers] = []
    markers = list(_MARKER.finditer(content))
    kinds = {marker[1][0] for marker in markers}
    first = "<" if "<" in kinds else ">"
    for marker in markers:
        if marker[1][0] == first:
            found.append([marker])
        elif found:
            found[-1].append(marker)
    return found


def _advice(markers: Markers, both: str | None) -> str:
    kinds = list(dict.fromkeys(marker[1] for marker in markers))
    keep, delete = both or "keep one version", [] if both else ["the other"]
    if "|||||||" in kinds:
        delete.append("the old text between ||||||| and =======")
    marks = f"the {_COUNT[len(kinds)]} ({' '.join(kinds)})"
    return (
        f"{keep}; delete {', '.join(delete)} and {marks}" if delete else f"{keep}; delete {marks}"
    )


def _both_wanted(content: str, found: list[Markers], parse: Parse) -> dict[int, str]:
    """Return, by a conflict's number, what both sides add, if neither changes anything."""
    if len(found) > _COMPARED or any(_kinds(markers) not in _WHOLE for markers in found):
        return {}
    ours, theirs = _settled(content, found, 0), _settled(content, found, -2)
    one, other = parse(ours.content), parse(theirs.content)
    if one is None or other is None:
        return {}
    both: dict[int, str] = {}
    for name, mine, yours in _additions(one, other):
        said = _said(name, _first_line(ours, mine), _first_line(theirs, yours))
        for number, (here, there) in enumerate(zip(ours.kept, theirs.kept, strict=True)):
            if _touch(here, mine) or _touch(there, yours):
                both[number] = said
    return both


def _kinds(markers: Markers) -> str:
    return "".join(marker[1][0] for marker in markers)


def _settled(content: str, found: list[Markers], side: int) -> _Side:
    """Keep the lines after marker number `side` of every conflict."""
    settled, kept, at = "", [], 0
    for markers in found:
        settled += content[at : markers[0].start()]
        lines = content[_after(content, markers[side]) : markers[side + 1].start()]
        kept.append(Span(len(settled), len(settled) + len(lines)))
        settled += lines
        at = _after(content, markers[-1])
    return _Side(settled + content[at:], kept)


def _after(content: str, marker: re.Match[str]) -> int:
    end = _LINE_END.search(content, marker.end())
    return end.end() if end else len(content)


def _additions(one: Node, other: Node, name: str = "") -> Iterator[tuple[str, Span, Span]]:
    """Yield where each document has something the other lacks, and what that is part of."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        values = {key.text: value for key, value in other.entries}
        for key, value in one.entries:
            if key.text in values:
                yield from _additions(value, values[key.text], key.text)
        mine, yours = _only_in(one, other), _only_in(other, one)
        if mine and yours:
            yield "", _over(mine), _over(yours)
    elif isinstance(one, Sequence) and isinstance(other, Sequence):
        mine, yours = _unlike(one, other), _unlike(other, one)
        if mine and yours and not {*map(_identity, mine)} & {*map(_identity, yours)}:
            yield name, _over(mine), _over(yours)


def _only_in(mapping: Mapping, other: Mapping) -> list[Node]:
    there = {key.text for key, _ in other.entries}
    entries = [entry for entry in mapping.entries if entry[0].text not in there]
    return [part for entry in entries for part in entry]


def _unlike(items: Sequence, others: Sequence) -> list[Node]:
    there = [plain_value(item) for item in others.items]
    return [item for item in items.items if plain_value(item) not in there]


def _identity(item: Node) -> str:
    """Return what identifies an entry of a list: its first value, such as its date."""
    while not isinstance(item, Scalar):
        parts = [value for _, value in item.entries] if isinstance(item, Mapping) else item.items
        if not parts:
            return ""
        item = parts[0]
    return item.text


def _over(nodes: list[Node]) -> Span:
    return Span(nodes[0].span.start, nodes[-1].span.end)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _first_line(side: _Side, span: Span) -> str:
    text = Text(side.content)
    return text.line(text.position(span.start).line).strip()


def _said(name: str, mine: str, yours: str) -> str:
    where = f"both sides add to the list `{name}`" if name else "both sides add keys"
    return f"{where}: keep both, `{mine}` and `{yours}`, with all their lines"
