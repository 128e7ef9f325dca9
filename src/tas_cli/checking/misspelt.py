"""Misspelt keys, and the known name that each was meant to be: where only one comes into question.

A key is renamed only if one known name is nearer than every other, stands not there yet, and is not
meant by another key beside it; and if what the key holds is what belongs under that name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from pydantic import TypeAdapter, ValidationError

from tas_cli.checking.equivalence import Fix, Fixed, reads_as
from tas_cli.diagnostics import Finding, Path
from tas_cli.model.base import FileModel
from tas_cli.model.paths import annotation_at, key_type, known_keys
from tas_cli.reading.competitors import declare_bare_competitors
from tas_cli.reading.empty_keys import empty_keys
from tas_cli.reading.nearest import nearest
from tas_cli.reading.signs import mend_signs
from tas_cli.reading.validation_errors import complaints
from tas_cli.source.nodes import Mapping, Node, Scalar, plain_value
from tas_cli.source.parse import parse
from tas_cli.source.splicing.splice import Splice, encode, spliced

CODE = "TAS105"


def renamed(data: bytes, model: type[FileModel]) -> Fixed:
    """Return the content with its misspelt keys renamed."""
    result = Fixed(data)
    for finding in _misspelt(data, model):
        after = _renamed(result.data, finding, model)
        if after is not None:
            result = Fixed(after.data, result.fixes + after.fixes)
    return result


def _misspelt(data: bytes, model: type[FileModel]) -> list[Finding]:
    """Return the findings of keys of which it is clear what they mean."""
    found = [each for each in _findings(data, model) if each.code == CODE and each.meant]
    meant = Counter(each.meant for each in found)
    return [each for each in found if meant[each.meant] == 1 and _clear(each, model)]


def _findings(data: bytes, model: type[FileModel]) -> Iterator[Finding]:
    root = parse(data).root
    if root is None:
        return
    mend_signs(root)
    declare_bare_competitors(root)
    yield from empty_keys(root, model)
    try:
        model.model_validate(plain_value(root))
    except ValidationError as error:
        yield from complaints(error, model)


def _clear(finding: Finding, model: type[FileModel]) -> bool:
    """Whether no other known name is as near; one that is meant by number or title has no rival."""
    name, known = str(finding.path[-1]), _known(finding.path, model)
    meant = finding.meant[-1] if finding.meant else None
    if nearest(name, known) != meant:
        return True
    ratios = {key: SequenceMatcher(None, key, name.strip().lower()).ratio() for key in known}
    return sum(ratio >= ratios[str(meant)] for ratio in ratios.values()) == 1


def _known(path: Path, model: type[FileModel]) -> list[str]:
    """Return the keys that are known where a path ends."""
    keys = known_keys(model, path[:-1])
    if keys:
        return keys
    try:
        TypeAdapter(key_type(annotation_at(model, path[:-1]))).validate_python(path[-1])
    except ValidationError as error:
        names: str = error.errors()[0].get("ctx", {}).get("names", "")
        return names.split()
    return []


def _renamed(data: bytes, finding: Finding, model: type[FileModel]) -> Fixed | None:
    """Return the content with one key renamed; None where that would not be the whole story.

    That a key stands there twice, before or afterwards, is an error more or less, and proves it.
    """
    document = parse(data)
    key = _key_at(document.root, finding.path)
    if key is None or finding.meant is None:
        return None
    was, key.text = key.text, str(finding.meant[-1])
    content = document.text.content
    quote = content[key.span.start]
    written = f"{quote}{key.text}{quote}" if quote in "'\"" else key.text
    after = encode(document.text, spliced(content, [Splice(key.span, written)]))
    if not reads_as(document, after):
        return None
    if any(each.path == finding.meant for each in _findings(after, model)):
        return None  # what it holds belongs somewhere else
    line = document.text.position(key.span.start).line
    return Fixed(after, (Fix(CODE, line, f"`{was}` renamed to `{key.text}`"),))


def _key_at(root: Node | None, path: Path) -> Scalar | None:
    mapping = _mapping_at(root, path[:-1])
    keys = [key for key, _ in mapping.entries] if mapping else []
    return next((key for key in keys if key.text == path[-1]), None)


def _mapping_at(node: Node | None, path: Path) -> Mapping | None:
    for step in path:
        if isinstance(node, Mapping):
            node = next((value for key, value in node.entries if key.text == step), None)
        elif node is None or isinstance(node, Scalar) or not isinstance(step, int):
            return None
        else:
            node = node.items[step]
    return node if isinstance(node, Mapping) else None
