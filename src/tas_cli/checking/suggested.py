"""Values in a form that a file does not accept, replaced by the one that the finding suggests.

Only where nothing else can be meant: a competitor's name in place of its mapping, and an amount
with separators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tas_cli.checking.equivalence import Fix, Fixed
from tas_cli.checking.misspelled import findings
from tas_cli.diagnostics import Path
from tas_cli.model.base import FileModel
from tas_cli.model.paths import annotation_at, kind_of
from tas_cli.reading.violations import Violation
from tas_cli.source.edit import CannotEdit, Put, as_bytes, changed
from tas_cli.source.nodes import Scalar, locate, plain_value
from tas_cli.source.parse import Document, parse
from tas_cli.source.values import Plain, Value

SHAPE, AMOUNT = "TAS107", "TAS108"
_SEPARATED = re.compile(r"-?[0-9][0-9.,'’_\s]*")
_AMOUNTS = ("amount", "signed_amount")


def named_competitors(data: bytes, model: type[FileModel]) -> Fixed:
    """Return the content with `medplan: MedPlan` under competitors as `{name: MedPlan}`."""
    return _replaced(data, (each for each in findings(data, model) if _is_name(each)))


def plain_amounts(data: bytes, model: type[FileModel]) -> Fixed:
    """Return the content with amounts as digits, where their separators have one meaning."""
    return _replaced(data, (each for each in findings(data, model) if _is_amount(each, model)))


def _is_name(finding: Violation) -> bool:
    under = finding.path[:-1] == ("competitors",)
    return finding.code == SHAPE and under and len(finding.instead) == 1


def _is_amount(finding: Violation, model: type[FileModel]) -> bool:
    kind = kind_of(annotation_at(model, finding.path))
    single = kind is not None and kind.error in _AMOUNTS and len(finding.instead) == 1
    return finding.code == AMOUNT and single


def _replaced(data: bytes, found: Iterator[Violation]) -> Fixed:
    result = Fixed(data)
    for finding in found:
        after = _with(parse(result.data), finding)
        if after is not None:
            result = Fixed(after.data, result.fixes + after.fixes)
    return result


def _with(document: Document, finding: Violation) -> Fixed | None:
    """Return the content with what a finding suggests; None if the file does not allow it."""
    root = document.root
    value = _value(document, finding) if root else None
    if root is None or value is None:
        return None
    try:
        after = as_bytes(changed(document, [Put(finding.path, value)]))
    except CannotEdit:
        return None
    [suggestion] = finding.instead
    line = document.text.position(locate(root, finding.path).start).line
    return Fixed(after, (Fix(finding.code, line, f"wrote {_where(finding.path)}{suggestion}"),))


def _value(document: Document, finding: Violation) -> Value | None:
    """Return what to write: the suggestion as a value, if the text there allows no other."""
    span = locate(document.root, finding.path) if document.root else None
    text = document.text.content[span.start : span.end] if span else ""
    [suggestion] = finding.instead
    if finding.code == AMOUNT:
        return Plain(suggestion) if _SEPARATED.fullmatch(text.strip("'\"")) else None
    name = parse(suggestion.encode()).root
    parts = plain_value(name) if name and not isinstance(name, Scalar) else {}
    return parts if isinstance(parts.get("name"), str) else None


def _where(path: Path) -> str:
    return f"{path[-1]}: "
