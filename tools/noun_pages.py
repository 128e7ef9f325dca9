"""What the documents say of the nouns, made from their declarations, for `generate.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.nouns.fields import RecordField
from tas_cli.nouns.noun import Noun
from tas_cli.views.markdown.words import table

_IN_WORDS = {"date": "a day", "text": "words", "id": "a short name", "name": "a name"}
_RECORD = (
    "| `id`, `file` | the deal and its file |\n"
    "| `{key}` | of the list: the records, each with its number or short name as `key` and its"
    " fields {fields}; null where it says nothing |\n"
    "| `changed`, `dry_run`, `diff` | of a change: as in `tas rate` |\n"
    "| `noun`, `key`, `before`, `after` | of a change: which record, and all of its fields then and"
    " now; null where it is none |"
)


def format_part(nouns: Iterable[Noun]) -> str:
    """Return the part of the document of the format: each noun's fields, and what they take."""
    return "\n\n".join(map(_fields, nouns))


def _fields(noun: Noun) -> str:
    rows = [[f"`{each.name}`", _takes(noun, each), each.about] for each in noun.fields]
    lines = table(["field", "takes", "about"], rows, 0)
    return "\n".join(
        [f"### `{noun.key}:`", "", (noun.model.__doc__ or "").partition("\n\n")[0], "", *lines]
    )


def _takes(noun: Noun, field: RecordField) -> str:
    """Return what a field takes, and whether it is needed."""
    refers = noun.refers.get(field.name)
    one = f"a key of `{refers}:`" if refers else _IN_WORDS.get(field.kind.error, "")
    listed = ", ".join(f"`{name}`" for name in field.kind.names)
    words = one or listed or field.kind.expected
    return f"{words}{', several' if field.several else ''}{'; needed' if field.required else ''}"


def json_part(nouns: Iterable[Noun]) -> str:
    """Return the part of the document of JSON: what each noun's command prints."""
    return "\n\n".join(map(_document, nouns))


def _document(noun: Noun) -> str:
    fields = ", ".join(f"`{name}`" for name in noun.model.model_fields)
    rows = _RECORD.format(key=noun.key, fields=fields)
    return f"## `tas {noun.key}`\n\n| key | value |\n|---|---|\n{rows}"


def with_part(document: str, name: str, part: str) -> str:
    """Return a document with the part between its two marks of that name made anew."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, _, rest = document.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n\n{part}\n\n{end}{after}"


def parts(nouns: Iterable[Noun]) -> Iterator[tuple[str, str]]:
    """Yield the documents that have a part on the nouns, and the part."""
    listed = list(nouns)
    yield "docs/format.md", format_part(listed)
    yield "docs/json.md", json_part(listed)
