"""Reading one file: bytes in, the model and the diagnostics out; never raises, never writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from tas_cli.diagnostics import Diagnostic, Finding, Severity, in_order
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.model.settings import Settings
from tas_cli.reading.competitors import declare_bare_competitors
from tas_cli.reading.complaints import complaints
from tas_cli.reading.empty_keys import empty_keys
from tas_cli.reading.references import references
from tas_cli.reading.signs import mend_signs
from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Span, locate, plain_value
from tas_cli.source.parse import MAX_FAULTS, Document, parse
from tas_cli.source.text import NO_TEXT, Text

Model = TypeVar("Model", bound=FileModel)


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


def read_opportunity(data: bytes, file: str) -> Reading[Opportunity]:
    """Read the bytes of an opportunity file, called `file` in what is said about it."""
    return _read(data, file, Opportunity, references)


def read_settings(data: bytes, file: str) -> Reading[Settings]:
    """Read the bytes of a `tas.yaml`."""
    return _read(data, file, Settings, lambda _: ())


def unreadable(fault: Fault, file: str) -> Diagnostic:
    """Return the diagnostic for a file of which nothing can be read."""
    return _diagnostic(fault, NO_TEXT, file)


def file_name_findings(name: str, earlier: str | None) -> Iterable[Fault]:
    """Yield what is wrong with the id that a file's name gives; `earlier` is a file with the same.

    The file's content can be trusted all the same.
    """
    nowhere = Span(0, 0)
    if not re.fullmatch(ID_PATTERN, name):
        yield Fault(
            "TAS504",
            f"the file's name gives the id {name!r}, which is none",
            nowhere,
            "rename it: small letters, digits and hyphens, beginning with a letter or digit",
        )
    if earlier is not None:
        yield Fault("TAS505", f"the id {name} is also that of {earlier}", nowhere, "rename one")


def _read(
    data: bytes, file: str, model: type[Model], check: Callable[[Model], Iterable[Finding]]
) -> Reading[Model]:
    document = parse(data)
    faults = list(document.faults)
    value = None
    if document.root is not None:
        faults += mend_signs(document.root)
        declare_bare_competitors(document.root)
        if all(fault.mended for fault in faults):
            value, findings = _validate(plain_value(document.root), model, check)
            findings += empty_keys(document.root, model)
            faults += map(partial(_fault, document), findings)
    if not all(fault.mended for fault in faults):
        value = None
    shown = [_diagnostic(fault, document.text, file) for fault in faults[:MAX_FAULTS]]
    return Reading(file, value, tuple(in_order(shown)), document.text)


def _validate(
    content: Any, model: type[Model], check: Callable[[Model], Iterable[Finding]]
) -> tuple[Model | None, list[Finding]]:
    try:
        value = model.model_validate(content)
    except ValidationError as error:
        return None, list(complaints(error, model))
    return value, list(check(value))


def _fault(document: Document, finding: Finding) -> Fault:
    root = document.root
    span = locate(root, finding.path, key=finding.on_key) if root else Span(0, 0)
    return Fault(finding.code, finding.message, span, finding.help, finding.mended, finding.path)


def _diagnostic(fault: Fault, text: Text, file: str) -> Diagnostic:
    start, end = text.position(fault.span.start), text.position(fault.span.end)
    return Diagnostic(
        code=fault.code,
        severity=Severity.ERROR,
        message=fault.message,
        file=file,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        path=fault.path,
        help=fault.help,
    )
