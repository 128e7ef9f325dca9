"""Reads one file: bytes in, the model and the diagnostics out; never raises, never writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.reserved import reserved
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.reading.reading import Model, Reading, unreadable
from tas_cli.reading.references import references
from tas_cli.source.fast_path import Quick, read_quickly
from tas_cli.source.faults import NOWHERE, Fault

_REPEATED_DATE = "TAS118"
"""Both assessments of that day are valid; without the date, neither would be."""
_ID = re.compile(ID_PATTERN)
_RENAME = "rename it: lowercase letters, digits and hyphens, starting with a letter or digit"


def read_opportunity(data: bytes, file: str) -> Reading[Opportunity]:
    """Read the bytes of an opportunity file, which diagnostics call `file`."""
    return read_as(Opportunity, data, file)


def read_opportunities(contents: Sequence[bytes]) -> list[Reading[Opportunity]]:
    """Read the bytes of a batch of opportunity files, whose names are not needed.

    They go through each step together, which is faster than one by one.
    """
    quick = [read_quickly(data) for data in contents]
    return [
        _good(each, "", Opportunity) or _guarded(data, "", Opportunity)
        for each, data in zip(quick, contents, strict=True)
    ]


def read_leniently(model: type[Model], data: bytes, file: str) -> Reading[Model]:
    """Read as much of a file as its model accepts: what is wrong is left out of the value.

    The diagnostics are complete. The value is None if the file cannot be parsed or has another
    version of the format.
    """
    reading = read_as(model, data, file)
    if reading.value is not None:
        return reading
    from tas_cli.reading.guarded import salvaged  # noqa: PLC0415 - most files are good

    wrong = [found for found in reading.diagnostics if found.code != _REPEATED_DATE]
    return Reading(file, salvaged(model, data, wrong), reading.diagnostics, reading.text)


def read_as(model: type[Model], data: bytes, file: str) -> Reading[Model]:
    """Read the bytes of a file of any kind, by its model."""
    return _good(read_quickly(data), file, model) or _guarded(data, file, model)


def file_name_findings(by_id: dict[str, list[str]], what: str = "a deal") -> Iterator[Diagnostic]:
    """Yield what is wrong with the ids that file names give, from the files by id.

    Of several files, the first by name keeps the id. The content of all can be trusted.
    """
    for name, files in by_id.items():
        if len(files) > 1:
            first, *others = sorted(files)
            message = f"the short name {name} is already used by {first}"
            fault = Fault("TAS505", message, NOWHERE, "rename one of the files")
            yield from (unreadable(fault, file) for file in others)
        if meaning := reserved(name):
            message = f"the short name {name} is reserved: {meaning}"
            fault = Fault("TAS521", message, NOWHERE, _RENAME, severity=Severity.WARNING)
            yield from (unreadable(fault, file) for file in files)
        if not _ID.fullmatch(name):
            message = f"{name!r} is not a valid short name for {what}"
            fault = Fault("TAS504", message, NOWHERE, _RENAME)
            yield from (unreadable(fault, file) for file in files)


def _good(quick: Quick | None, file: str, model: type[Model]) -> Reading[Model] | None:
    """Return the reading of a file without faults; None if it may have any."""
    if quick is None:
        return None
    try:
        value = model.model_validate(quick.value)
    except ValidationError:
        return None
    if any(True for _ in references(value)):
        return None
    return Reading(file, value, (), quick.text, quick.along)


def _guarded(data: bytes, file: str, model: type[Model]) -> Reading[Model]:
    from tas_cli.reading.guarded import read_guarded  # noqa: PLC0415 - most files are good

    return read_guarded(data, file, model)
