"""The edits that tests ask for: what must come of them, and where the text may change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

import yaml

from tas_cli.method.catalogue import criterion_keys
from tas_cli.source.edit import Edit, Insert, Put, Rename
from tas_cli.source.nodes import Mapping, Node, Scalar, plain_value
from tas_cli.source.parse import parse
from tas_cli.source.text import decode
from tas_cli.source.values import Plain, Quoted, Value, same

Path = tuple[str | int, ...]

TEXTS = ["Maria", "x", "A longer text, with a comma", "key: value", "#tag", "it's", 'say "so"', "-"]
TEXTS += [
    "back\\slash",
    "über 日本語",
    "two\nlines\n",
    "tab\there",
    "true",
    "12",
    "😀",
    "a ",
    "[x]",
]
TEXTS += ["\U000e0001", "\u200b\x07", "3M", "50% - or so", "e\u0301", "https://example.com/?a=b#c"]
DAYS = ["2026-12-24", "2028-02-29"]
AMOUNTS = ["0", "3000000", "1250.50"]

_TEXT_KEYS = {"name", "customer", "owner", "external_id", "what", "who", "reason", "note", "by"}
_PLAIN_KEYS = {"date": DAYS, "expected_close": DAYS, "when": DAYS, "amount": AMOUNTS}
_PLAIN_KEYS |= {"one_year": AMOUNTS, "three_years": AMOUNTS, "currency": ["CHF", "JPY"]}


class Asked(NamedTuple):
    """An edit, the file's whole data after it, and where the text may change.

    Nothing outside `within` (a section of the text) may change, and with `adds` nothing of the old
    text is removed. Comments in `goes` may be removed.
    """

    edit: Edit
    after: Any
    within: tuple[int, int]
    adds: bool = False
    goes: tuple[int, int] = (0, 0)


class File:
    """A file to be edited, with its data."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.content = decode(data).content
        root = parse(data).root
        assert isinstance(root, Mapping)
        self.root: Node = root
        self.value = same(plain_value(root))

    def nodes(self) -> Iterator[tuple[Path, Node, bool]]:
        """Yield every path with its node, and whether it is inside brackets."""
        yield from _below((), self.root, within=False)

    def region(self, path: Path, node: Node) -> tuple[int, int]:
        """Return the range where a value may show: after its key to the end of its line."""
        start = node.span.start
        parent = {at: found for at, found, _ in self.nodes()}.get(path[:-1])
        if isinstance(parent, Mapping):
            start = next(key.span.end for key, value in parent.entries if value is node)
        return start, self.line_end(_last(node, self.content))

    def inside(self, node: Node) -> tuple[int, int]:
        """Return the range where an entry may be added to a collection.

        A key of the file may go after comments, wherever these keep its place.
        """
        if node is self.root:
            return 0, len(self.content)
        return node.span.start, self.line_end(_last(node, self.content))

    def removed_with(self, path: Path) -> Path:
        """Return the place that is removed as a whole: the outermost with no other content."""
        nodes = {at: node for at, node, _ in self.nodes()}
        while len(path) > 1 and len(parts(nodes[path[:-1]])) == 1:
            path = path[:-1]
        return path

    def range_of(self, path: Path) -> tuple[int, int]:
        """Return the range that has only an entry, its line and its separators."""
        nodes = {at: node for at, node, _ in self.nodes()}
        parent = nodes[path[:-1]]
        steps = [step for step, _ in parts(parent)]
        number = steps.index(path[-1])
        line = re.compile(r"[^\r\n]*(\r\n|\r|\n)?")
        if number:
            start = _last(parts(parent)[number - 1][1], self.content)
        else:
            start = max(0, self.content[: parent.span.start + 1].rfind("\n") - 1)
        end = line.match(self.content, _last(nodes[path], self.content))
        following = _starts(parent)[number + 1 : number + 2]
        return start, max([end.end() if end else 0, *following])

    def line_end(self, index: int) -> int:
        """Return the end of the line of a character."""
        return re.compile(r"[^\r\n]*").match(self.content, index).end()  # type: ignore[union-attr]


def _below(path: Path, node: Node, *, within: bool) -> Iterator[tuple[Path, Node, bool]]:
    yield path, node, within
    if isinstance(node, Scalar):
        return
    for step, part in parts(node):
        yield from _below((*path, step), part, within=within or node.flow)


def parts(node: Node) -> list[tuple[str | int, Node]]:
    """Return a collection's items, each with the step that leads there."""
    if isinstance(node, Mapping):
        return [(key.text, value) for key, value in node.entries]
    return [] if isinstance(node, Scalar) else list(enumerate(node.items))


def _starts(node: Node) -> list[int]:
    if isinstance(node, Mapping):
        return [key.span.start for key, _ in node.entries]
    return [part.span.start for _, part in parts(node)]


def _last(node: Node, content: str) -> int:
    """Return the end of the last thing that belongs to a value."""
    if not isinstance(node, Scalar) and not node.flow:
        ends = (
            [max(key.span.end, _last(value, content)) for key, value in node.entries]
            if isinstance(node, Mapping)
            else [_last(item, content) for item in node.items]
        )
        return max([node.span.start, *ends])
    text = content[node.span.start : node.span.end]
    return node.span.end if text[:1] in "|>" else node.span.start + len(text.rstrip())


def changed(value: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Return data with the value at a path changed; None removes it."""
    value = deepcopy(value)
    place: Any = value
    for step in path[:-1]:
        place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
    if isinstance(place, list):
        new = change(place[int(path[-1])])
        place[int(path[-1]) : int(path[-1]) + 1] = [] if new is None else [new]
        return value
    new = change(place.get(path[-1]))
    place.pop(path[-1], None) if new is None else place.update({path[-1]: new})
    return value


def read_by_another(data: bytes) -> Any:
    """Return what another parser reads, all scalars as text, without empty values."""
    loaded = yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506 - only text
    return without_empty(loaded)


def without_empty(value: Any) -> Any:
    """Return data without empty values, as in the other parser's reading."""
    if isinstance(value, dict):
        return {key: without_empty(part) for key, part in value.items() if part != ""}
    return [without_empty(part) for part in value] if isinstance(value, list) else value


def another_scalar(file: File, random: Random) -> Asked | None:
    """Ask for another text, date, amount or rating in place of an existing one."""
    found = []
    for path, node, _ in file.nodes():
        if path and isinstance(node, Scalar) and not node.empty:
            kind = _kind(path)
            if kind is not None:
                found.append((path, node, kind))
    if not found:
        return None
    path, node, kind = random.choice(found)
    new = _of_kind(kind, path, random)
    edit = Put(path, new)
    after = changed(file.value, path, lambda _: str(new))
    return Asked(edit, after, file.region(path, node))


def _kind(path: Path) -> type[str] | None:
    if path[-1] in _PLAIN_KEYS:
        return Plain
    if path[-1] in _TEXT_KEYS:
        return str
    sign = len(path) == 5 and path[2] == "ratings"
    return Quoted if sign or path[-1] == "rating" else None


def _of_kind(kind: type[str], path: Path, random: Random) -> str:
    if kind is Plain:
        return Plain(random.choice(_PLAIN_KEYS[str(path[-1])]))
    return Quoted(random.choice("+-?")) if kind is Quoted else random.choice(TEXTS)


_ABSENT: tuple[tuple[str, Callable[[Random], Value]], ...] = (
    ("owner", lambda random: random.choice(TEXTS)),
    ("amount", lambda _: Plain("12")),
    ("compelling_event", lambda random: {"what": random.choice(TEXTS), "date": Plain(DAYS[0])}),
    ("strategy", lambda random: {"answers": {"three_to_one": {"because": random.choice(TEXTS)}}}),
)


def another_key(file: File, random: Random) -> Asked | None:
    """Ask for a missing value: a new key, or a key that has no value yet."""
    found: list[tuple[Path, Node, Value]] = []
    for path, node, _ in file.nodes():
        if isinstance(node, Mapping):
            for step, value in _possible(path, random):
                if step not in _at(file.value, path):
                    found.append(((*path, step), node, value))
    if not found:
        return None
    path, node, value = random.choice(found)
    after = changed(file.value, path, lambda _: same(value))
    return Asked(Put(path, value), after, file.inside(node), adds=True)


def _possible(path: Path, random: Random) -> Iterator[tuple[str, Value]]:
    text = random.choice(TEXTS)
    if not path:
        for key, make in _ABSENT:
            yield key, make(random)
        yield "competitors", {"new": {"name": text}}
    elif path == ("competitors",):
        yield "new", random.choice([{"name": text}, {}])
    elif path in (("compelling_event",), ("strategy",)):
        yield ("what" if path[0] == "compelling_event" else "reason"), text
    elif path[0] == "assessments" and len(path) == 2:
        yield "by", text
        yield "ratings", {criterion_keys()[0]: {"us": Quoted("+")}}
    elif path[0] == "assessments" and len(path) == 3:
        yield random.choice(criterion_keys()), {"us": Quoted("-")}
    elif path[0] == "assessments" and len(path) == 4:
        cells: list[Value] = [Quoted("?"), {"rating": Quoted("+"), "note": text}]
        yield "us", random.choice(cells)
    elif path[0] == "assessments" and len(path) == 5:
        yield "note", text
        yield "evidence", [{"when": Plain(DAYS[0]), "what": text}]
    elif path[0] == "assessments" and len(path) == 7:
        yield "link", text


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _entry(random: Random) -> dict[str, Any]:
    short: dict[str, Any] = {
        "date": Plain(random.choice([*DAYS, "2026-01-01"])),
        "field": "owner",
        "to": random.choice(TEXTS),
    }
    long = "A text that is too long for a line, because somebody had a lot to say" * 2
    return random.choice([short, {**short, "from": long}])


def another_item(file: File, random: Random) -> Asked | None:
    """Ask for one more item of a list, which is created if missing."""
    found: list[tuple[Path, Value]] = [
        (("history",), _entry(random)),
        (
            ("assessments",),
            {"date": Plain(DAYS[0]), "ratings": {"solution_fit": {"us": Quoted("+")}}},
        ),
    ]
    paths = {path: node for path, node, _ in file.nodes()}
    for path, node in paths.items():
        if len(path) == 5 and path[2:3] == ("ratings",) and isinstance(node, Mapping):
            found += [((*path, "evidence"), {"when": Plain(DAYS[0]), "what": random.choice(TEXTS)})]
        if path == ("incumbent",) and not isinstance(node, Scalar):
            found.append((path, Plain("nobody")))
    path, item = random.choice(found)
    edit = Insert(path, item, at=random.choice([None, 0, 1]))
    if path == ("history",):
        edit = Insert(path, item, order="date")
    after = changed(file.value, path, lambda old: _with_item(old or [], edit))
    old = paths.get(path)
    if old is None or isinstance(old, Scalar):
        return Asked(edit, after, file.inside(paths[path[:-1]]), adds=True)
    filled = not (isinstance(old, Mapping) or old.items)
    within = file.region(path, old) if filled else file.inside(old)
    return Asked(edit, after, within, adds=not filled)


def _with_item(old: list[Any], edit: Insert) -> list[Any]:
    """Return a list with one more item: at its index, or after the last that is not later."""
    new = same(edit.item)
    if edit.at is not None:
        return [*old[: edit.at], new, *old[edit.at :]]
    later = 0
    while edit.order and later < len(old) and old[-1 - later]["date"] > new["date"]:
        later += 1
    at = len(old) - later
    return [*old[:at], new, *old[at:]]


def more_of_a_cell(file: File, random: Random) -> Asked | None:
    """Ask for evidence or a note on a cell that is a bare sign."""
    found = [
        (path, node)
        for path, node, _ in file.nodes()
        if len(path) == 5 and path[2] == "ratings" and isinstance(node, Scalar) and not node.empty
    ]
    if not found:
        return None
    path, node = random.choice(found)
    text = random.choice(TEXTS)
    evidence = {"when": Plain(DAYS[0]), "what": text}
    choices: list[tuple[Edit, dict[str, Any]]] = [
        (Put((*path, "note"), text, "rating"), {"note": text}),
        (Insert((*path, "evidence"), evidence, "rating"), {"evidence": [same(evidence)]}),
    ]
    edit, added = random.choice(choices)
    after = changed(file.value, path, lambda sign: {"rating": sign, **added})
    return Asked(edit, after, file.region(path, node))


def another_cell(file: File, random: Random) -> Asked | None:
    """Ask for another cell in place of one, whatever the two are."""
    found = [
        (path, node)
        for path, node, _ in file.nodes()
        if len(path) == 5 and path[2] == "ratings" and _at_or_none(file.value, path) is not None
    ]
    if not found:
        return None
    path, node = random.choice(found)
    text = random.choice(TEXTS)
    entry = {"when": Plain(DAYS[0]), "what": text}
    cells: list[Value] = [
        Quoted("-"),
        {"rating": Quoted("+"), "evidence": [entry]},
        {"rating": Quoted("?"), "note": text},
    ]
    new = random.choice(cells)
    after = changed(file.value, path, lambda _: same(new))
    goes = (node.span.start, file.inside(node)[1])
    return Asked(Put(path, new), after, file.region(path, node), goes=goes)


def _at_or_none(value: Any, path: Path) -> Any:
    try:
        return _at(value, path)
    except LookupError:
        return None


def one_removed(file: File, random: Random) -> Asked | None:
    """Ask for the removal of a key with its value, or of an item of a list."""
    found = [
        path
        for path, node, _ in file.nodes()
        if path and not (isinstance(node, Scalar) and node.empty)
    ]
    path = random.choice(found)
    whole = file.removed_with(path)
    start, end = file.range_of(whole)
    after = changed(file.value, whole, lambda _: None)
    return Asked(Put(path, ""), after, (start, end), goes=(start, end))


def another_in_its_place(file: File, random: Random) -> Asked | None:
    """Ask for another item in place of one of a list, whatever the two are."""
    found = [(path, node) for path, node, _ in file.nodes() if path and isinstance(path[-1], int)]
    if not found:
        return None
    path, node = random.choice(found)
    entry = _entry(random)
    items: list[Value] = [random.choice(TEXTS), entry, {"a": [entry]}]
    new = random.choice(items)
    after = changed(file.value, path, lambda _: same(new))
    within = (node.span.start, file.line_end(_last(node, file.content)))
    return Asked(Put(path, new), after, within, goes=within)


KEYS = ["x-sys-2", "42", "true", "key: value", "it's", "a, b", "日本語"]


def another_name(file: File, random: Random) -> Asked | None:
    """Ask for another key in place of one; its value stays."""
    found = [
        ((*path, key.text), key)
        for path, node, _ in file.nodes()
        if isinstance(node, Mapping)
        for key, value in node.entries
        if not (isinstance(value, Scalar) and value.empty)
    ]
    path, key = random.choice(found)
    new = random.choice(KEYS)
    there = _at(file.value, path[:-1])
    if new in there:
        return None
    renamed = {new if each == path[-1] else each: value for each, value in there.items()}
    after = changed(file.value, path[:-1], lambda _: renamed) if path[1:] else renamed
    return Asked(Rename(path, new), after, key.span)


EVERYDAY: dict[str, Callable[[File, Random], Asked | None]] = {
    "another scalar": another_scalar,
    "another key": another_key,
    "another item": another_item,
    "more of a cell": more_of_a_cell,
    "another cell": another_cell,
    "one removed": one_removed,
    "another in its place": another_in_its_place,
    "another name": another_name,
}
