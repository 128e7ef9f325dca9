"""Reading one file: bytes in, the model and the diagnostics out; never raises, never writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from tas_cli.diagnostics import Diagnostic, Finding, Path, Severity, in_order
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.reserved import reserved
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.model.settings import Settings
from tas_cli.reading.competitors import declare_bare_competitors
from tas_cli.reading.empty_keys import empty_keys
from tas_cli.reading.references import references
from tas_cli.reading.salvage import leave_out, undeclares, what_holds
from tas_cli.reading.signs import mend_signs
from tas_cli.reading.validation_errors import complaints, one_for_each_cause
from tas_cli.reading.violations import Violation
from tas_cli.source.fast_path import Quick, read_quickly
from tas_cli.source.faults import MAX_FAULTS, NOWHERE, Fault
from tas_cli.source.nodes import Mapping, Node, locate, path_at, plain_value
from tas_cli.source.text import NO_TEXT, Text

if TYPE_CHECKING:
    from tas_cli.source.parse import Document

_TREE_STANDS = ("TAS104",)
"""Faults that stop a file from being trusted, but not from being looked at any further."""
_REPEATED_DATE = "TAS118"
"""Both assessments of that day are good; without its date neither would be one."""
_NO_MORE = f"; no more than {MAX_FAULTS} places of a file are named, and there may be others"
_ID = re.compile(ID_PATTERN)
_RENAME = "rename it: small letters, digits and hyphens, beginning with a letter or digit"

Model = TypeVar("Model", bound=FileModel)
_Check = Callable[[Model], Iterable[Violation]]
"""Looks for what a model cannot say of itself."""


def _no_tree(_: Path) -> Node:
    return Mapping(NOWHERE)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Model]):
    """What came of a file.

    `value` is None where an error keeps the file from being trusted as data; signs that were
    mended on the way are errors, too, but do not.
    """

    file: str
    value: Model | None
    diagnostics: tuple[Diagnostic, ...] = ()
    text: Text = NO_TEXT
    tree: Callable[[Path], Node] = field(default=_no_tree, compare=False, repr=False)
    """The document's tree, as far as a path needs it."""

    def diagnostic(self, finding: Finding, code: str, severity: Severity) -> Diagnostic:
        """Return what the check of a code found, with its place in this file.

        It has the check's severity unless the finding has one of its own.
        """
        message, path, help_, on_key, own = finding
        span = locate(self.tree(path), path, key=on_key)
        fault = Fault(code, message, span, help_, path=path, severity=own or severity)
        return _diagnostic(fault, self.text, self.file)


def read_opportunity(data: bytes, file: str) -> Reading[Opportunity]:
    """Read the bytes of an opportunity file, called `file` in what is said about it."""
    return _read(data, file, Opportunity, references)


def read_opportunities(contents: Sequence[bytes]) -> list[Reading[Opportunity]]:
    """Read the bytes of a handful of opportunity files, of which nothing says the names.

    They go through each step together, which is faster than one after the other.
    """
    quick = [read_quickly(data) for data in contents]
    return [
        _good(each, "", Opportunity, references) or _guarded(data, "", Opportunity, references)
        for each, data in zip(quick, contents, strict=True)
    ]


def read_leniently(data: bytes, file: str) -> Reading[Opportunity]:
    """Read an opportunity as far as it goes: what is in error is left out of the value.

    The diagnostics are all there. The value is None where the file cannot be parsed, or is of
    another version of the format.
    """
    reading = read_opportunity(data, file)
    if reading.value is not None:
        return reading
    root = _document(data).root
    if root is None or not reading.diagnostics:
        return reading
    declare_bare_competitors(root)
    wrong = (found for found in reading.diagnostics if found.code != _REPEATED_DATE)
    value = what_holds(plain_value(root), [found.path for found in wrong])
    return Reading(file, value, reading.diagnostics, reading.text)


def read_settings(data: bytes, file: str) -> Reading[Settings]:
    """Read the bytes of a `tas.yaml`."""
    return read_as(Settings, data, file)


def read_as(model: type[Model], data: bytes, file: str) -> Reading[Model]:
    """Read the bytes of a file of any other kind, by its model."""
    return _read(data, file, model, lambda _: ())


def unreadable(fault: Fault, file: str) -> Diagnostic:
    """Return the diagnostic for a file of which nothing can be read."""
    return _diagnostic(fault, NO_TEXT, file)


def file_name_findings(by_id: dict[str, list[str]]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the ids that the names of files give; by id, its files.

    Of several the first by name has it, whatever their order. The content of all can be trusted.
    """
    for name, files in by_id.items():
        if len(files) > 1:
            first, *others = sorted(files)
            message = f"the id {name} is also that of {first}"
            fault = Fault("TAS505", message, NOWHERE, "rename one of the files")
            yield from (unreadable(fault, file) for file in others)
        if meaning := reserved(name):
            message = f"the file's name gives the id {name}, which is taken: {meaning}"
            fault = Fault("TAS521", message, NOWHERE, _RENAME, severity=Severity.WARNING)
            yield from (unreadable(fault, file) for file in files)
        if not _ID.fullmatch(name):
            message = f"the file's name gives the id {name!r}, which is none"
            fault = Fault("TAS504", message, NOWHERE, _RENAME)
            yield from (unreadable(fault, file) for file in files)


def _read(data: bytes, file: str, model: type[Model], check: _Check[Model]) -> Reading[Model]:
    quick = read_quickly(data)
    return _good(quick, file, model, check) or _guarded(data, file, model, check)


def _good(
    quick: Quick | None, file: str, model: type[Model], check: _Check[Model]
) -> Reading[Model] | None:
    """Return the reading of a file in which nothing is wrong; None where anything may be."""
    if quick is None:
        return None
    try:
        value = model.model_validate(quick.value)
    except ValidationError:
        return None
    if any(True for _ in check(value)):
        return None
    return Reading(file, value, (), quick.text, quick.along)


def _guarded(data: bytes, file: str, model: type[Model], check: _Check[Model]) -> Reading[Model]:
    from tas_cli.reading.repairs import repaired  # noqa: PLC0415 - most files are good

    document = _document(data)
    faults = [*repaired(document)]
    root, value = document.root, None
    if root is not None:
        faults += mend_signs(root)
        declare_bare_competitors(root)
        faults = [fault._replace(path=path_at(root, fault.span.start)) for fault in _first(faults)]
        if all(fault.mended or fault.code in _TREE_STANDS for fault in faults):
            value, findings = _validate(root, model, check)
            refused = [fault.path for fault in faults if not fault.mended]
            faults += (
                _fault(root, finding) for finding in findings if not _within(finding.path, refused)
            )
    if not all(fault.mended for fault in faults):
        value = None
    shown = in_order([_diagnostic(fault, document.text, file) for fault in _first(faults)])
    if len(shown) == MAX_FAULTS:
        shown[-1] = shown[-1]._replace(message=shown[-1].message + _NO_MORE)
    tree = _no_tree if root is None else partial(_whole, root)
    return Reading(file, value, tuple(shown), document.text, tree)


def _document(data: bytes) -> Document:
    from tas_cli.source.parse import parse  # noqa: PLC0415 - most files are good, and need none

    return parse(data)


def _whole(root: Node, _: Path) -> Node:
    return root


def _within(path: Path, refused: list[Path]) -> bool:
    """Whether a place lies in one that was refused already: there is nothing more to say of it."""
    return any(path[: len(place)] == place for place in refused)


def _first(faults: list[Fault]) -> list[Fault]:
    """Return no more than are shown; what stops the file is never cut away."""
    return sorted(faults, key=lambda fault: fault.mended)[:MAX_FAULTS]


def _validate(
    root: Node, model: type[Model], check: _Check[Model]
) -> tuple[Model | None, list[Violation]]:
    """Return the model where it could be made, and the first findings of each kind."""
    content = plain_value(root)
    value: Model | None = None
    whole: Model | None
    found: list[Violation] = []
    try:
        whole = value = model.model_validate(content)
    except ValidationError as error:
        told = islice(complaints(error, model), MAX_FAULTS)
        found = [_not_twice(finding, content) for finding in told]
        whole = _without(content, [finding.path for finding in found], model)
    if whole is not None:
        found += islice(check(whole), MAX_FAULTS)
    return value, one_for_each_cause([*found, *islice(empty_keys(root, model), MAX_FAULTS)])


def _not_twice(finding: Violation, content: Any) -> Violation:
    """Do not advise a misspelt key's right name where that stands beside it already."""
    if finding.meant is None:
        return finding
    *way, key = finding.meant
    for step in way:
        content = content[step]
    if key not in content:
        return finding
    return finding._replace(
        help=f"`{key}` is there already: put the two together", meant=None, instead=()
    )


def _without(content: Any, places: Iterable[Path], model: type[Model]) -> Model | None:
    """Return the model of what is left without some places; None where they are too much of it."""
    for place in places:
        if undeclares(place):
            return None  # whoever is rated would seem to be undeclared
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
    from tas_cli.reading.shown import with_block  # noqa: PLC0415 - most files are good

    return with_block(fault, root)


def _diagnostic(fault: Fault, text: Text, file: str) -> Diagnostic:
    length = len(text.content)
    start = text.position(min(fault.span.start, length))
    end = text.position(min(fault.span.end, length))
    return Diagnostic(
        code=fault.code,
        severity=fault.severity,
        message=fault.message,
        file=file,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        path=fault.path,
        help=_help(fault, text),
    )


def _help(fault: Fault, text: Text) -> str | None:
    if not fault.instead and fault.code != "TAS106":
        return fault.help
    from tas_cli.reading.shown import with_lines, without_value  # noqa: PLC0415 - most files are good

    return without_value(fault, text) or with_lines(fault, text)
