"""Reads a file that may have faults: what they are, where, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any

from pydantic import ValidationError

from tas_cli.diagnostics import Diagnostic, Path, in_order
from tas_cli.reading.competitors import declare_bare_competitors
from tas_cli.reading.empty_keys import empty_keys
from tas_cli.reading.reading import Model, Reading, diagnostic_of, no_tree
from tas_cli.reading.references import references
from tas_cli.reading.repairs import repaired
from tas_cli.reading.salvage import leave_out, undeclares, usable_part
from tas_cli.reading.shown import with_block, with_lines, without_value
from tas_cli.reading.signs import fix_signs
from tas_cli.reading.validation_errors import complaints, one_for_each_cause
from tas_cli.reading.violations import Violation
from tas_cli.source.faults import MAX_FAULTS, Fault
from tas_cli.source.nodes import Node, locate, path_at, plain_value
from tas_cli.source.parse import parse
from tas_cli.source.text import Text

_TREE_USABLE = ("TAS104",)
"""Faults that make a file untrusted, but do not stop further checks."""
_NO_MORE = f"; only {MAX_FAULTS} findings of a file are shown, and there may be more"


def salvaged(model: type[Model], data: bytes, wrong: Iterable[Diagnostic]) -> Model | None:
    """Return a file's content without what is wrong; None if too little is left, or no tree."""
    root = parse(data).root
    if root is None:
        return None
    declare_bare_competitors(root)
    return usable_part(model, plain_value(root), [found.path for found in wrong])


def read_guarded(data: bytes, file: str, model: type[Model]) -> Reading[Model]:
    """Read the bytes of a file, and report everything that is wrong."""
    document = parse(data)
    faults = [*repaired(document)]
    root, value = document.root, None
    if root is not None:
        faults += fix_signs(root)
        declare_bare_competitors(root)
        faults = [fault._replace(path=path_at(root, fault.span.start)) for fault in _first(faults)]
        if all(fault.fixed or fault.code in _TREE_USABLE for fault in faults):
            value, findings = _validate(root, model)
            refused = [fault.path for fault in faults if not fault.fixed]
            faults += (
                _fault(root, finding) for finding in findings if not _within(finding.path, refused)
            )
    if not all(fault.fixed for fault in faults):
        value = None
    shown = in_order([_diagnostic(fault, document.text, file) for fault in _first(faults)])
    if len(shown) == MAX_FAULTS:
        shown[-1] = shown[-1]._replace(message=shown[-1].message + _NO_MORE)
    tree = no_tree if root is None else partial(_whole, root)
    return Reading(file, value, tuple(shown), document.text, tree)


def _whole(root: Node, _: Path) -> Node:
    return root


def _within(path: Path, refused: list[Path]) -> bool:
    """Whether a place is part of a rejected one: nothing more is reported about it."""
    return any(path[: len(place)] == place for place in refused)


def _first(faults: list[Fault]) -> list[Fault]:
    """Return no more faults than are shown; those that make the file unreadable always stay."""
    return sorted(faults, key=lambda fault: fault.fixed)[:MAX_FAULTS]


def _validate(root: Node, model: type[Model]) -> tuple[Model | None, list[Violation]]:
    """Return the model if it could be built, and the first findings of each kind."""
    content = plain_value(root)
    value: Model | None = None
    whole: Model | None
    found: list[Violation] = []
    try:
        whole = value = model.model_validate(content)
    except ValidationError as error:
        first = islice(complaints(error, model), MAX_FAULTS)
        found = [_not_twice(finding, content) for finding in first]
        whole = _without(content, [finding.path for finding in found], model)
    if whole is not None:
        found += islice(references(whole), MAX_FAULTS)
    return value, one_for_each_cause([*found, *islice(empty_keys(root, model), MAX_FAULTS)])


def _not_twice(finding: Violation, content: Any) -> Violation:
    """Do not suggest the right name for a misspelled key if that key exists already."""
    if finding.meant is None:
        return finding
    *way, key = finding.meant
    for step in way:
        content = content[step]
    if key not in content:
        return finding
    return finding._replace(help=f"`{key}` exists already: combine the two", meant=None, instead=())


def _without(content: Any, places: Iterable[Path], model: type[Model]) -> Model | None:
    """Return the model of what is left without some places; None if too little is left."""
    for place in places:
        if undeclares(place):
            return None  # rated competitors would seem undeclared
        leave_out(content, place)
    try:
        return model.model_validate(content)
    except ValidationError:
        return None


def _fault(root: Node, found: Violation) -> Fault:
    span = locate(root, found.path, key=found.on_key)
    fault = Fault(
        found.code, found.message, span, found.help, path=found.path, instead=found.instead
    )
    if not found.instead or found.on_key:
        return fault
    return with_block(fault, root)


def _diagnostic(fault: Fault, text: Text, file: str) -> Diagnostic:
    """Return a fault as a diagnostic; its help shows the corrected line."""
    if fault.instead or fault.code == "TAS106":
        fault = fault._replace(help=without_value(fault, text) or with_lines(fault, text))
    return diagnostic_of(fault, text, file)
