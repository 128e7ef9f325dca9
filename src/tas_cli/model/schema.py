"""The JSON Schemas of the files, for editors: what the models say, in the words of the method.

They are draft-07, because editors lag behind, and use keywords that VS Code and
yaml-language-server support in addition: `markdownDescription`, `enumDescriptions`,
`patternErrorMessage`, `defaultSnippets`.

A file is valid under its schema if the reader finds no error, except for what a schema cannot
express. Only the reader rejects

- a bare number that is not spelled like its kind (`1e3`, `0x10`, `+5`, `1.0` for a whole number,
  more than six decimals): a schema sees only the number's value;
- a date that does not exist, such as 2027-02-30;
- a reference that leads nowhere: an undeclared party, a variation of another strategy, two
  assessments with the same date;
- `null` and `~`, which a schema cannot distinguish from an empty value;
- what never reaches a model: anchors, aliases, tags, merge keys, duplicate keys, a second
  document, control characters, and a file that is too large or too deep.

Only the schema rejects

- a whole number in quotes (`tas: "1"`, `days: "30"`): editors suggest the number itself;
- `us` and `nobody` as a party's id without a value, which counts as absent.
"""

from __future__ import annotations

import re
from typing import Any, get_args

from tas_cli.kinds import OPPORTUNITY, SETTINGS, FileKind
from tas_cli.method.catalogue import NOBODY, US
from tas_cli.model.kinds import MODELS
from tas_cli.model.scalars import Amount, Day, Id, Name, Rate, Rating, SignedAmount, Winner
from tas_cli.model.schema_words import StepWords, Word, step_words, words

_Json = dict[str, Any]

_NOTHING = {
    "title": "Nothing",
    "description": "No value: the same as leaving the key out.",
    # Like {"type": "null"}, but editors do not offer to write `null` for it.
    "not": {"type": ["array", "boolean", "number", "object", "string"]},
}
_BOUNDS = {
    "rate": {"exclusiveMaximum": 10**9},
    "amount": {"exclusiveMaximum": 10**15},
    "signed_amount": {"exclusiveMinimum": -(10**15), "exclusiveMaximum": 10**15},
}
"""The smallest numbers with one digit too many, by the error of their kind."""


def schema_of(kind: FileKind) -> _Json:
    """Return the schema of a kind of file."""
    made = MODELS[kind].model_json_schema(ref_template="#/definitions/{model}")
    if kind is OPPORTUNITY:
        _name_parties(made["$defs"])
    schema = _schema(made, kind)
    if kind is OPPORTUNITY:
        _refine_opportunity(schema["properties"], schema["definitions"])
    if kind is SETTINGS:
        _name_steps(schema["properties"]["steps"], schema["definitions"], "StepSettings")
    return schema


def _name_parties(definitions: _Json) -> None:
    ratings = definitions["Assessment"]["properties"]["ratings"]
    definitions["Parties"] = ratings["additionalProperties"] | {"title": "Parties"}
    ratings["additionalProperties"] = _to("Parties")


def _refine_opportunity(properties: _Json, definitions: _Json) -> None:
    _rate(definitions)
    _score(definitions)
    properties["competitors"]["propertyNames"]["not"] = {"enum": [US, NOBODY]}
    properties["incumbent"] = _one_or_several(properties["incumbent"])
    _name_process(definitions)


def _schema(made: _Json, kind: FileKind) -> _Json:
    """Turn pydantic's schema of a model into the one that tas publishes."""
    definitions = {key: _converted(part) for key, part in made.pop("$defs", {}).items()}
    in_lists = {name for part in (made, *definitions.values()) for name in _listed(part)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:tas-cli:schema:{kind.name}:1",
        **(_converted(made) | {"description": kind.about}),
        "definitions": {
            **{
                key: part if key in in_lists else _or_nothing(part)
                for key, part in definitions.items()
            },
            "Nothing": _NOTHING,
        },
    }


def _listed(model: _Json) -> list[str]:
    """Return the definitions that are items of the model's lists, which must not be empty."""
    lists = (part["items"] for part in model.get("properties", {}).values() if "items" in part)
    return [str(item["$ref"]).rpartition("/")[2] for item in lists if "$ref" in item]


def _converted(schema: _Json) -> _Json:
    """Return a part of a schema in its published form, with everything inside it."""
    made = _without_alternatives(schema)
    if made.get("default") in (None, [], {}):
        made.pop("default", None)
    said = _for_people(made)
    made = said | made | said | _with_names(made) | _with_pattern(made.get("pattern", ""))
    if "items" in made:
        made["items"] = _converted(made["items"])
    if "properties" in made:
        made["properties"] = _properties(made)
    elif made.get("type") == "object":
        made = _mapping(made)
    return made


def _without_alternatives(schema: _Json) -> _Json:
    """Merge a scalar's alternatives, without null: each keyword applies to its own type."""
    made = {key: value for key, value in schema.items() if key != "anyOf"}
    types = []
    for alternative in schema.get("anyOf", []):
        if alternative != {"type": "null"}:
            types.append(alternative.get("type"))
            made |= alternative
    return made | {"type": types} if len(types) > 1 else made


def _for_people(schema: _Json) -> _Json:
    """Return the title and the description, if any, in the form that people read."""
    said: _Json = {}
    if "title" in schema:
        said["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", schema["title"]).capitalize()
    if "description" in schema:
        first = schema["description"].partition("\n\n")[0]
        said["description"] = re.sub(r" \(method,[^)]*\)", "", first)
    return said


def _with_names(schema: _Json) -> _Json:
    """Return the meanings of the valid names that the method defines."""
    known = words().get(tuple(schema.get("enum", ())))
    return {"enumDescriptions": [word.about for word in known]} if known else {}


def _with_pattern(pattern: str) -> _Json:
    """Return what goes with a text's pattern: advice, and for amounts the bounds as a number."""
    for alias in (Day, Id, Name, Rate, Amount, SignedAmount, Winner):
        kind = get_args(alias)[1]
        if pattern in (part.get("pattern") for part in kind.json.get("anyOf", [kind.json])):
            return _BOUNDS.get(kind.error, {}) | {"patternErrorMessage": kind.wanted}
    return {}


def _properties(model: _Json) -> _Json:
    """Return a model's properties; optional ones may also be empty."""
    required = model.get("required", [])
    parts = {key: _converted(part) for key, part in model["properties"].items()}
    return {key: part if key in required else _or_nothing(part) for key, part in parts.items()}


def _or_nothing(schema: _Json) -> _Json:
    """Allow an empty value; a referenced definition already allows it.

    Only keywords about the type go into the alternative: editors expect the rest outside it.
    """
    if "$ref" in schema:
        return schema
    moved = ("type", "enum", "enumDescriptions", "const")
    own = {key: schema[key] for key in moved if key in schema}
    rest = {key: value for key, value in schema.items() if key not in moved}
    return rest | {"anyOf": [own, _to("Nothing")]}


def _mapping(schema: _Json) -> _Json:
    """Describe a mapping by names: known names one by one, ids by their pattern."""
    made = dict(schema)
    names = made.pop("propertyNames", {})
    by_id = made.pop("patternProperties", {})
    known = words().get(tuple(names.get("enum", ())))
    if known:
        value = made["additionalProperties"]
        named = {word.name: value | _about(word) for word in known}
        return made | {"properties": named, "additionalProperties": False}
    if by_id:
        ((pattern, value),) = by_id.items()
        by_pattern = {"pattern": pattern} | _with_pattern(pattern)
        return made | {"propertyNames": by_pattern, "additionalProperties": _value(value)}
    only = {"propertyNames": names} if names else {}
    return made | only | {"additionalProperties": _value(made["additionalProperties"])}


def _value(schema: _Json) -> _Json:
    """Return a mapping's value, which may be empty."""
    return _or_nothing(_converted(schema))


def _about(word: Word) -> _Json:
    markdown = {"markdownDescription": word.markdown} if word.markdown else {}
    return {"title": word.title, "description": word.about} | markdown


def _rate(definitions: _Json) -> None:
    """Describe a cell (a rating, or a mapping with more) and the parties that have one."""
    mapping = definitions["Cell"]
    rating = mapping["properties"]["rating"]
    mapping["properties"]["rating"] = _to("Rating")
    definitions["Rating"] = _rating(rating)
    about = {"title": "Rating with more", "description": "A rating with evidence and a note."}
    definitions["RatingWithMore"] = mapping | about
    definitions["Cell"] = {
        "title": "Cell",
        "description": "A party's rating on a criterion: the sign alone, or a mapping with more.",
        "anyOf": [_to("Rating"), _to("RatingWithMore")],
    }
    definitions["Parties"]["propertyNames"]["not"] = {"enum": [NOBODY]}
    definitions["Parties"]["properties"] = {US: _to("Cell")}


def _score(definitions: _Json) -> None:
    """Describe the scores of a question in a challenge: three grades in one text, or a mapping."""
    about = {"title": "Scores with names", "description": "Each grade under its own key."}
    definitions["NamedScores"] = definitions["Scores"] | about
    definitions["Scores"] = {
        "title": "Scores",
        "description": "Confidence, implications and actions, from 1 to 5: `4 2 3`, or a mapping.",
        "anyOf": [
            {"type": "string", "pattern": r"^\s*[1-5]\s+[1-5]\s+[1-5]\s*$"},
            _to("NamedScores"),
        ],
    }


def _rating(schema: _Json) -> _Json:
    """Describe a rating so that editors write it in quotes.

    yaml-language-server would offer a bare + for an enum; it does not look for one in `then`.
    """
    signs = zip(schema["enum"], schema["enumDescriptions"], strict=True)
    return {
        "title": schema["title"],
        "description": schema["description"],
        "type": "string",
        "if": {"type": "string"},
        "then": {
            "enum": schema["enum"],
            "enumDescriptions": schema["enumDescriptions"],
            "errorMessage": get_args(Rating)[1].wanted,
        },
        "defaultSnippets": [
            {"label": f'"{sign}"', "description": about, "body": f'"{sign}"'}
            for sign, about in signs
        ],
    }


def _name_process(definitions: _Json) -> None:
    """Offer the method's steps and outcomes wherever a file names one; others stay valid."""
    process, debrief = (definitions[name]["properties"] for name in ("Process", "Debrief"))
    _name_steps(process["steps"], definitions, "StepRecord")
    outcomes = [word for step in step_words() for word in step.entries["outcomes"]]
    debrief["outcomes"] = _offering(debrief["outcomes"], outcomes)
    keys = [step.step.name for step in step_words()]
    for place in (process["step"], *(debrief[key] for key in ("claimed", "supported", "reset_to"))):
        place["examples"] = keys


def _name_steps(steps: _Json, definitions: _Json, model: str) -> None:
    """Offer the method's steps in a mapping of steps, and in each step its own names."""
    steps["properties"] = {}
    for known in step_words():
        name = f"{model}{known.step.name.capitalize()}"
        definitions[name] = _with_entries(definitions[model], known)
        steps["properties"][known.step.name] = _to(name) | _about(known.step)


def _with_entries(model: _Json, known: StepWords) -> _Json:
    properties = dict(model["properties"])
    for key, names in known.entries.items():
        if key in properties:
            properties[key] = _offering(properties[key], names)
    return model | {"properties": properties}


def _offering(mapping: _Json, names: list[Word]) -> _Json:
    """Return a mapping with free keys that offers some of them with their meaning."""
    value = mapping["additionalProperties"]
    return mapping | {"properties": {word.name: value | _about(word) for word in names}}


def _one_or_several(schema: _Json) -> _Json:
    """Describe the incumbent: an id, or a list of ids in which `nobody` must be alone."""
    party = schema["items"] | {"type": ["string", "integer"], "minimum": 0}
    one = party | {"examples": [US, NOBODY]}
    several = {
        "type": "array",
        "items": party,
        "if": {"contains": {"const": NOBODY}},
        "then": {"maxItems": 1},
    }
    rest = {key: schema[key] for key in ("title", "description")}
    return rest | {"anyOf": [one, several, _to("Nothing")]}


def _to(definition: str) -> _Json:
    return {"$ref": f"#/definitions/{definition}"}
