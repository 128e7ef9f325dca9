"""The public JSON as schemas and tables, generated from one declaration for `generate.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from tas_cli.model.account import Account
from tas_cli.model.debrief import ActionItem
from tas_cli.model.evidence import Evidence
from tas_cli.model.paths import model_at, type_below
from tas_cli.nouns.fields import RecordField, fields_of
from tas_cli.nouns.noun import Noun
from tas_cli.views.markdown.words import table

HOME = Path("src/tas_cli/views/json")
_SCALARS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "day": {"type": "string", "format": "date"},
    "number": {"type": "integer"},
    "yes_no": {"type": "boolean"},
    "sign": {"enum": ["+", "-", "?"]},
    "severity": {"enum": ["error", "warning", "info"]},
    "anything": {},
}
_WORDS = {"text": "string", "day": "date", "yes_no": "boolean", "sign": '`"+"`, `"-"` or `"?"`'}
_SHARED = {"shared?": "AccountEdit — what was written to the account's file, if there is one"}
_INSTEAD = {"instead_of?": "MadeFrom — the record from which it was made"}
_LISTED: dict[object, str] = {Evidence: "Evidence", ActionItem: "AccountAction"}
"""The shapes of what records have lists of."""
_SHAPE = re.compile(r"[A-Z]\w*")


class Shapes:
    """The declared shapes, including those of the nouns."""

    def __init__(self, nouns: Iterable[Noun]) -> None:
        """Read the declaration, and add what every noun's command prints."""
        declared = yaml.safe_load((HOME / "shapes.yaml").read_text(encoding="utf-8"))
        self.commands: dict[str, str] = declared["commands"]
        self._shapes: dict[str, dict[str, Any]] = declared["shapes"]
        for noun in nouns:
            self._add(noun)

    def _add(self, noun: Noun) -> None:
        name = "".join(word.capitalize() for word in re.findall(r"\w+", noun.one))
        self._add_fields(name, fields_of(noun.model))
        for key, field in noun.model.model_fields.items():
            listed = _LISTED.get(model_at(type_below(field.rebuild_annotation(), 0)))
            if listed:
                self._shapes[name][key] = f"[{listed}] — {field.description}"
        more = self._shapes.get(f"{name}s", {})
        self._shapes |= {
            f"{name}Listed": {"key": "text — its number or short name", "...": [name]},
            f"{name}s": {"...": ["Named"], noun.key: f"[{name}Listed]", **more},
            f"{name}Edit": {
                "...": ["Edit"],
                "noun": f'"{noun.key}"',
                "key": "text",
                "before": f"{name}? — null if it was new",
                "after": f"{name}? — null if it was removed",
                **(_SHARED if noun.key in Account.model_fields else {}),
                **(_INSTEAD if noun.made_from else {}),
            },
        }
        listing = f"{name}s or {name}Edit"
        others = self.commands.get(noun.command)
        self.commands[noun.command] = f"{others} or {listing}" if others else listing

    def _add_fields(self, name: str, fields: Iterable[RecordField]) -> None:
        """Add the shape of a record, and those of the mappings in it."""
        shape: dict[str, str] = {}
        nested: dict[str, list[RecordField]] = {}
        for each in fields:
            head, _, rest = each.name.partition(".")
            if each.name.endswith("."):
                shape[head] = f"{{text}} — {each.about}"
            elif rest:
                nested.setdefault(head, []).append(each._replace(name=rest))
                shape[head] = f"{name}{head.capitalize()}?"
            else:
                shape[head] = _kind_of(each)
        self._shapes[name] = shape
        for head, parts in nested.items():
            self._add_fields(f"{name}{head.capitalize()}", parts)

    def keys(self, shape: str) -> Iterator[tuple[str, str, str]]:
        """Yield a shape's keys, with included ones in place: key, kind, meaning."""
        for key, value in self._shapes[shape].items():
            if key.startswith("..."):
                for each in value:
                    yield from self.keys(each)
            else:
                kind, _, about = value.partition(" — ")
                yield key, kind, about

    def below(self, kind: str) -> list[str]:
        """Return the shapes that a kind refers to, itself first, without duplicates."""
        found: list[str] = _SHAPE.findall(kind)
        for shape in found:
            for _, each, _ in self.keys(shape):
                found += [name for name in _SHAPE.findall(_bare(each)) if name not in found]
        return found

    def schema(self, command: str) -> dict[str, Any]:
        """Return the JSON Schema of a command's output."""
        forms = self.commands[command].split(" or ")
        below = [name for form in forms for name in self.below(form) if name not in forms]
        tops = [self._object(form, version=True) for form in forms]
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:tas-cli:json:{command}:1",
            "title": f"tas {command} --format json",
            **(tops[0] if len(tops) == 1 else {"oneOf": tops}),
            "$defs": {name: self._object(name) for name in dict.fromkeys(below)},
        }

    def _object(self, shape: str, *, version: bool = False) -> dict[str, Any]:
        keys = list(self.keys(shape))
        first: dict[str, Any] = {"version": {"const": 1}} if version else {}
        properties = {key.rstrip("?"): _schema(kind) | _said(about) for key, kind, about in keys}
        needed = [*first, *(key for key, _, _ in keys if not key.endswith("?"))]
        return {
            "type": "object",
            "properties": first | properties,
            "required": needed,
            "additionalProperties": False,
        }

    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield each command with its tables; a shape that came before is only named."""
        known: set[str] = set()
        for command, kind in self.commands.items():
            names = dict.fromkeys(name for form in kind.split(" or ") for name in self.below(form))
            blocks = [self._table(name) for name in names if name not in known]
            forms = " or ".join(f"**{form}**" for form in kind.split(" or "))
            known |= set(names)
            yield command, "\n\n".join([f"`tas {command}` prints {forms}.", *blocks])

    def _table(self, shape: str) -> str:
        rows = []
        for key, kind, about in self.keys(shape):
            left_out = ", or left out" if key.endswith("?") else ""
            rows.append([f"`{key.rstrip('?')}`", _in_words(kind) + left_out, about])
        return "\n".join([f"**{shape}**", "", *table(["key", "value", "meaning"], rows)])


def _kind_of(field: RecordField) -> str:
    if field.name.endswith("."):
        return f"{{text}} — {field.about}"
    one = "number" if field.kind.json.get("type") == "integer" else "text"
    return f"[{one}] — {field.about}" if field.several else f"{one}? — {field.about}"


def _bare(kind: str) -> str:
    """Return a kind without its literal words."""
    return re.sub(r'"[^"]*"', "", kind)


def _said(about: str) -> dict[str, str]:
    return {"description": f"{about[0].upper()}{about[1:]}."} if about else {}


def _schema(kind: str) -> dict[str, Any]:
    if kind.endswith("?"):
        return {"anyOf": [_schema(kind[:-1]), {"type": "null"}]}
    if kind[0] == "[":
        return {"type": "array", "items": _schema(kind[1:-1])}
    if kind[0] == "{":
        return {"type": "object", "additionalProperties": _schema(kind[1:-1])}
    several = kind.split(" or ")
    if kind[0] == '"':
        return {"enum": [each.strip('"') for each in several]}
    if len(several) > 1:
        return {"anyOf": [_schema(each) for each in several]}
    return _SCALARS.get(kind, {"$ref": f"#/$defs/{kind}"})


def _in_words(kind: str) -> str:
    if kind.endswith("?"):
        return f"{_in_words(kind[:-1])}, or null"
    if kind[0] == "[":
        return f"list of {_in_words(kind[1:-1])}"
    if kind[0] == "{":
        return f"map of {_in_words(kind[1:-1])}"
    if " or " in kind:
        return " or ".join(map(_in_words, kind.split(" or ")))
    return _WORDS.get(kind) or re.sub(r'"\w+"', lambda word: f"`{word[0]}`", kind)
