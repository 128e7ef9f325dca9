"""Misspelled keys, and the known name that each was meant to be, if only one is possible.

A key is renamed only if one known name is nearer than all others, is not used yet, and is not the
one that a neighboring key means; and only if its value is valid under that name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from pydantic import TypeAdapter, ValidationError

from tas_cli.checking.equivalence import Fix, Fixed
from tas_cli.diagnostics import Path
from tas_cli.model.base import FileModel
from tas_cli.model.paths import annotation_at, key_type, known_keys
from tas_cli.reading.competitors import declare_bare_competitors
from tas_cli.reading.empty_keys import empty_keys
from tas_cli.reading.nearest import nearest
from tas_cli.reading.signs import fix_signs
from tas_cli.reading.validation_errors import complaints
from tas_cli.reading.violations import Violation
from tas_cli.source.edit import CannotEdit, Rename, as_bytes, changed
from tas_cli.source.nodes import locate, plain_value
from tas_cli.source.parse import parse

CODE = "TAS105"


def renamed(data: bytes, model: type[FileModel]) -> Fixed:
    """Return the content with its misspelled keys renamed."""
    result = Fixed(data)
    for finding in _misspelled(data, model):
        after = _renamed(result.data, finding, model)
        if after is not None:
            result = Fixed(after.data, result.fixes + after.fixes)
    return result


def _misspelled(data: bytes, model: type[FileModel]) -> list[Violation]:
    """Return the findings of keys whose meaning is clear."""
    found = [each for each in findings(data, model) if each.code == CODE and each.meant]
    meant = Counter(each.meant for each in found)
    return [each for each in found if meant[each.meant] == 1 and _clear(each, model)]


def findings(data: bytes, model: type[FileModel]) -> Iterator[Violation]:
    """Yield what the model rejects in a content whose signs are fixed."""
    root = parse(data).root
    if root is None:
        return
    fix_signs(root)
    declare_bare_competitors(root)
    yield from empty_keys(root, model)
    try:
        model.model_validate(plain_value(root))
    except ValidationError as error:
        yield from complaints(error, model)


def _clear(finding: Violation, model: type[FileModel]) -> bool:
    """Whether no other known name is as near; a criterion's number or title has no rival."""
    name, known = str(finding.path[-1]), _known(finding.path, model)
    meant = finding.meant[-1] if finding.meant else None
    if nearest(name, known) != meant:
        return True
    ratios = {key: SequenceMatcher(None, key, name.strip().lower()).ratio() for key in known}
    return sum(ratio >= ratios[str(meant)] for ratio in ratios.values()) == 1


def _known(path: Path, model: type[FileModel]) -> list[str]:
    """Return the valid keys where a path ends."""
    keys = known_keys(model, path[:-1])
    if keys:
        return keys
    try:
        TypeAdapter(key_type(annotation_at(model, path[:-1]))).validate_python(path[-1])
    except ValidationError as error:
        names: str = error.errors()[0].get("ctx", {}).get("names", "")
        return names.split()
    return []


def _renamed(data: bytes, finding: Violation, model: type[FileModel]) -> Fixed | None:
    """Return the content with one key renamed; None if that would not fix it.

    A key that appears twice, before or afterwards, is not renamed.
    """
    document = parse(data)
    if finding.meant is None or document.root is None:
        return None
    was, key = finding.path[-1], str(finding.meant[-1])
    try:
        after = as_bytes(changed(document, [Rename(finding.path, key)]))
    except CannotEdit:
        return None
    if any(each.path == finding.meant for each in findings(after, model)):
        return None  # its content belongs somewhere else
    line = document.text.position(locate(document.root, finding.path, key=True).start).line
    return Fixed(after, (Fix(CODE, line, f"renamed `{was}` to `{key}`"),))
