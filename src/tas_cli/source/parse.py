"""A guarded parse: text in, a tree with positions and the faults out.

The guard checks the parser's events, so nothing deep, huge or self-referential is ever built or
expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import yaml

from tas_cli.source.characters import INVISIBLE
from tas_cli.source.conflicts import conflicts
from tas_cli.source.faults import MAX_FAULTS, Fault
from tas_cli.source.files import MAX_BYTES
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence, Span
from tas_cli.source.signs import NO_STAND_INS, StandIns, with_stand_ins
from tas_cli.source.syntax import explain_syntax
from tas_cli.source.text import Text, decode, is_utf16

MAX_DEPTH = 32
MAX_NODES = 50_000
_STANDARD = "tag:yaml.org,2002:"
"""What YAML's own tags stand for, which a file writes as `!!`."""


@dataclass(slots=True)
class Document:
    """A text and the tree read from it; `root` is None if nothing could be read.

    `nameless` means that a key has no name: a bare `?` in a list, to newer versions of libyaml.
    """

    text: Text
    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    nameless: bool = False


class _Stop(Exception):  # noqa: N818 - ends the walk, not an error of the program
    """The guard stops the parse: the fault says why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def parse(data: bytes) -> Document:
    """Read a file's bytes; never raises, whatever they are."""
    if len(data) > MAX_BYTES:
        return _unreadable(
            "TAS112",
            f"the file is larger than {MAX_BYTES // 1024} KiB",
            "check that this is the right file: a deal takes a few KiB",
        )
    if is_utf16(data):
        return _unreadable(
            "TAS114",
            "the file is saved as UTF-16 (Windows calls it Unicode), not as UTF-8",
            "save the file as UTF-8",
        )
    try:
        text = decode(data)
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    faults = [
        *conflicts(text.content, lambda each: _parse_text(Text(each)).root),
        *_invisible(text.content),
    ]
    if faults:
        return Document(text, None, faults)
    return _parse_text(text)


def _unreadable(code: str, message: str, advice: str) -> Document:
    return Document(Text(""), None, [Fault(code, message, Span(0, 0), advice)])


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Document:
    """Report the first invalid byte; the rest is decoded loosely to count the lines."""
    before = decode(data[: error.start]).content
    fault = Fault(
        "TAS114",
        f"this character is not UTF-8 (byte 0x{data[error.start]:02x})",
        Span(len(before), len(before) + 1),
        "save the file as UTF-8",
    )
    return Document(decode(data, errors="replace"), None, [fault])


def _invisible(content: str) -> list[Fault]:
    return [
        Fault(
            "TAS116",
            f"invisible character (U+{ord(found[0]):04X})",
            Span(found.start(), found.end()),
            "delete it; it was probably pasted along with some text",
        )
        for found in islice(INVISIBLE.finditer(content), MAX_FAULTS)
    ]


def _parse_text(text: Text) -> Document:
    first, error = _attempt(text, text.content, NO_STAND_INS)
    if error is None and not first.nameless:
        return first
    stand_ins = with_stand_ins(text.content)
    if stand_ins is not None:
        second, still = _attempt(text, stand_ins.content, stand_ins)
        if still is None:
            return second
        error = error and still
    return first if error is None else Document(text, None, [error])


def _attempt(text: Text, content: str, stand_ins: StandIns) -> tuple[Document, Fault | None]:
    """Parse once; the second value is the syntax fault that ended the attempt, if any."""
    builder = _Builder(stand_ins)
    try:
        root = builder.document(iter(yaml.parse(content, Loader=yaml.CSafeLoader)))
    except _Stop as stop:
        return Document(text, None, [stop.fault, *builder.faults]), None
    except yaml.MarkedYAMLError as error:
        return Document(text), _syntax_fault(error, len(content))
    except yaml.YAMLError as error:  # the reader's: a character that YAML forbids
        at = int(getattr(error, "position", 0))
        return Document(text), _forbidden(at)
    return Document(text, root, builder.faults, builder.nameless), None


def _forbidden(at: int) -> Fault:
    return Fault(
        "TAS101", "YAML does not allow this character", Span(at, at + 1), "delete the character"
    )


def _syntax_fault(error: yaml.MarkedYAMLError, length: int) -> Fault:
    if "nesting depth" in str(error.problem):  # libyaml reads ahead, and has a limit of its own
        at = min(error.problem_mark.index if error.problem_mark else 0, length)
        return _too_deep(Span(at, at + 1))
    message, advice = explain_syntax(str(error.problem or error.context or "unknown"))
    mark = error.problem_mark or error.context_mark
    open_ended = any(what in str(error.problem) for what in ("expected ':'", "end of stream"))
    if open_ended and error.context_mark is not None:
        mark = error.context_mark  # where the colon or quote is missing, not what comes after it
    start = min(mark.index if mark else 0, length)
    return Fault("TAS101", message, Span(start, start + 1), advice)


class _Builder:
    """Builds nodes from the parser's events, refusing what the format does not allow."""

    def __init__(self, stand_ins: StandIns) -> None:
        self.faults: list[Fault] = []
        self.nameless = False
        self._stand_ins = stand_ins
        self._nodes = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Return the root of the only document; an empty file is an empty mapping."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    advice = "move it to a file of its own: one deal per file"
                    raise _Stop(
                        Fault("TAS111", "a second document starts here", _span(event), advice)
                    )
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        if root is None or (isinstance(root, Scalar) and root.empty):
            return Mapping(Span(0, 0))
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        span = _span(event)
        self._guard(event, span, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(Mapping(span, flow=bool(event.flow_style)), events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(Sequence(span, flow=bool(event.flow_style)), events, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, span)
        return Scalar("", span, plain=False)  # an alias, refused by the guard

    def _guard(self, event: yaml.Event, span: Span, depth: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _Stop(
                Fault(
                    "TAS112",
                    f"the file has more than {MAX_NODES:,} values",
                    span,
                    "look for pasted text and delete it, or split the file",
                )
            )
        if depth > MAX_DEPTH:
            raise _Stop(_too_deep(span))
        self.faults.extend(_foreign_features(event, span))

    def _mapping(self, node: Mapping, events: Iterator[yaml.Event], depth: int) -> Mapping:
        seen: set[str] = set()
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                node.span = Span(node.span.start, _span(event).end)
                break
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                message = "a list or mapping cannot be used as a key"
                self._refuse("TAS111", message, key, "write a plain word before the colon")
                continue
            self._check_key(key, seen)
            self.nameless = self.nameless or key.empty
            node.entries.append((key, value))
        return node

    def _check_key(self, key: Scalar, seen: set[str]) -> None:
        if key.plain and key.text == "<<":
            self._refuse("TAS111", "merge keys (<<) are not allowed", key, "write the keys out")
        elif key.text in seen:
            message = f"`{key.text}` appears twice in the same place"
            advice = "keep one of them; YAML would silently use the last"
            self._refuse("TAS104", message, key, advice)
        seen.add(key.text)

    def _refuse(self, code: str, message: str, node: Node, advice: str) -> None:
        self.faults.append(Fault(code, message, node.span, advice))

    def _sequence(self, node: Sequence, events: Iterator[yaml.Event], depth: int) -> Sequence:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                node.span = Span(node.span.start, _span(event).end)
                break
            node.items.append(self._node(event, events, depth + 1))
        return node

    def _scalar(self, event: yaml.ScalarEvent, span: Span) -> Scalar:
        text, plain = str(event.value), not event.style
        sign = self._stand_ins.sign_of.get(text) if plain else None
        if sign is not None:
            if len(self.faults) < MAX_FAULTS:
                self.faults.append(_bare_sign(sign, span))
            return Scalar(sign, span, plain=False)
        return Scalar(self._stand_ins.restore(text), span, plain=plain)


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.index if start else 0, end.index if end else 0)


def _foreign_features(event: yaml.Event, span: Span) -> Iterator[Fault]:
    """Report anchors, aliases and tags: they make a file mean more than it shows."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        yield Fault("TAS111", f"aliases (*{anchor}) are not allowed", span, "write the value out")
    elif anchor is not None:
        yield Fault("TAS111", f"anchors (&{anchor}) are not allowed", span, f"delete `&{anchor}`")
    if tag is not None:
        written = tag.replace(_STANDARD, "!!", 1)
        yield Fault("TAS111", f"tags ({written}) are not allowed", span, f"delete `{written}`")


def _too_deep(span: Span) -> Fault:
    return Fault(
        "TAS112",
        f"lists and mappings are nested more than {MAX_DEPTH} deep",
        span,
        "look for extra brackets: a deal needs at most eight levels",
    )


def _bare_sign(sign: str, span: Span) -> Fault:
    return Fault(
        "TAS102",
        f"a bare {sign} needs quotes",
        span,
        f'write `"{sign}"`, or run `tas check --fix`',
        fixed=True,
        instead=(f'"{sign}"',),
    )
