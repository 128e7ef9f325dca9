"""What the documents say about nouns, generated from their declarations for `generate.py`."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import Noun
from tas_cli.views.markdown.words import table

_IN_WORDS = {"date": "a date", "text": "text", "id": "a short name", "name": "a name"}


def format_part(nouns: Iterable[Noun]) -> str:
    """Return the nouns' part of the format document: each noun's fields and their values."""
    return "\n\n".join(map(_fields, nouns))


def _fields(noun: Noun) -> str:
    fields = [each for each in noun.fields if each.name not in noun.elsewhere]
    rows = [[f"`{each.name}`", _takes(noun, each), each.about] for each in fields]
    lines = table(["field", "value", "meaning"], rows)
    return "\n".join(
        [
            f"### `{'.'.join(map(str, noun.path))}:`",
            "",
            (noun.model.__doc__ or "").partition("\n\n")[0],
            "",
            *lines,
        ]
    )


def _takes(noun: Noun, field: RecordField) -> str:
    """Return what a field takes, and whether it is required."""
    refers = noun.refers.get(field.name)
    one = f"a short name from `{refers}:`" if refers else _IN_WORDS.get(field.kind.error, "")
    listed = ", ".join(f"`{name}`" for name in field.kind.names)
    words = one or listed or field.kind.expected
    return f"{words}{', several' if field.several else ''}{'; required' if field.required else ''}"


def with_part(document: str, name: str, part: str) -> str:
    """Return a document with the part between its two marks of that name replaced."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, _, rest = document.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{part}\n\n{end}{after}"
