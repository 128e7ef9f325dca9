"""Editing by splices: only the requested place changes, byte for byte.

An edit finds its place in the node tree and replaces or inserts text there in the file's own style.
The result is parsed again: it must contain exactly the intended change, or the edit fails.

A scalar keeps the quotes of the one it replaces, and stays plain if that was plain and YAML allows
it. So the reverse edit restores the old bytes, except for what only an author would write: a text
over several lines comes back on one line; a bare sign, a text with escapes, and a plain text that
was replaced by one needing quotes come back in quotes.

Adding something new and removing it again also restores the old bytes, unless an empty place was
there before: a key without a value or empty brackets are removed with what was put into them. What
is removed and put back goes where new things go: the end of its mapping or list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tas_cli.source.nodes import Mapping, Node, locate, plain_value
from tas_cli.source.parse import Document, parse
from tas_cli.source.splicing.layout import Layout
from tas_cli.source.splicing.operations import CannotEdit, Edit, First, Insert, Put, Rename
from tas_cli.source.splicing.planning import splices
from tas_cli.source.splicing.quoting import with_signs_quoted
from tas_cli.source.splicing.splice import encode, spliced
from tas_cli.source.splicing.verify import at, proven
from tas_cli.source.values import same

__all__ = [
    "CannotEdit",
    "Edit",
    "First",
    "Insert",
    "Put",
    "Rename",
    "as_bytes",
    "changed",
    "edited",
    "with_signs_quoted",
]


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with edits applied: see `changed`."""
    return as_bytes(changed(parse(data), edits))


def as_bytes(document: Document) -> bytes:
    """Return the bytes a document was read from."""
    return encode(document.text, document.text.content)


def changed(document: Document, edits: Iterable[Edit]) -> Document:
    """Return a document with edits applied in turn, each verified by parsing again.

    Raises:
        CannotEdit: there is nothing to edit, or a result would not be exactly the requested change.
    """
    for edit in edits:
        document = _changed(document, edit)
    return document


def _changed(document: Document, edit: Edit) -> Document:
    root = _root(document)
    before = same(plain_value(root))
    if _is_nothing(edit, before):
        return document
    content = document.text.content
    try:
        found = splices(Layout(content, root), edit)
    except CannotEdit as error:
        raise CannotEdit(str(error), _line(document, root, edit)) from None
    again = parse(encode(document.text, spliced(content, found)))
    _refuse_too_much(again)
    if again.root is None or not proven(before, edit, root, same(plain_value(again.root))):
        message = "this edit would change other parts of the file, too"
        if not content.endswith(("\n", "\r")):
            message = (
                "the file does not end with a newline, so nothing can be added after its last line"
            )
        raise CannotEdit(message, _line(document, root, edit))
    return again


def _is_nothing(edit: Edit, before: Any) -> bool:
    """Whether an edit removes what is not there, or names or places an entry as it is."""
    if isinstance(edit, Rename):
        return edit.path[-1] == edit.key
    if isinstance(edit, First):
        return next(iter(at(before, edit.path[:-1])), None) == edit.path[-1]
    return isinstance(edit, Put) and edit.value == "" and at(before, edit.path) is None


def _refuse_too_much(result: Document) -> None:
    """Report that a limit prevents the edit: the file itself is fine."""
    for fault in result.faults:
        if fault.code == "TAS112":
            message = f"this is too much for one file: {fault.message}"
            raise CannotEdit(message, advice="Nothing was saved. Enter less at a time.")


def _line(document: Document, root: Node, edit: Edit) -> int:
    return document.text.position(locate(root, edit.path).start).line


def _root(document: Document) -> Node:
    stopping = [fault for fault in document.faults if not fault.fixed]
    if document.root is None or not isinstance(document.root, Mapping):
        line = document.text.position(stopping[0].span.start).line if stopping else 1
        raise CannotEdit(stopping[0].message if stopping else "the file is not a mapping", line)
    return document.root
