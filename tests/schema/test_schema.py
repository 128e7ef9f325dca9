"""The schemas agree with the reader, and the files in `schemas/` are the printed ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from mutants import GOOD, GOOD_SETTINGS, ONE_CHANGE, around, at, changed, drop, places, put_there
from plain_json import from_yaml, to_yaml

from tas_cli import kinds
from tas_cli.commands.schema import rendered
from tas_cli.kinds import KINDS, FileKind
from tas_cli.method.catalogue import criteria
from tas_cli.model.schema import schema_of
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as, read_opportunity
from tas_cli.reading.reading import Reading

ROOT = Path(__file__).parents[2]
OPPORTUNITY = Draft7Validator(schema_of(kinds.OPPORTUNITY))
SETTINGS = Draft7Validator(schema_of(kinds.SETTINGS))

# Dates that do not exist, undeclared parties, duplicate dates, another strategy's variation.
BEYOND_A_SCHEMA = {"TAS110", "TAS117", "TAS118", "TAS120"}


def _refused(reading: Reading[Any]) -> set[str]:
    """Return the codes of errors that the reader finds and a schema could find, too."""
    return {found.code for found in reading.diagnostics} - BEYOND_A_SCHEMA


def _disagreement(text: str, schema: Draft7Validator, read: Callable[..., Reading[Any]]) -> str:
    """Return the reader's and the schema's results for a file if they differ."""
    data = from_yaml(text)
    codes = _refused(read(text.encode(), "file.yaml"))
    error = next(schema.iter_errors(data), None)  # the first is enough: finding all is slow
    if isinstance(data.get("incumbent"), list) and any(one is True for one in data["incumbent"]):
        return ""  # `true` is a party's id for the reader only, as documented
    same = bool(codes) == (error is not None)
    return "" if same else f"{codes} but {error and error.message[:100]} in {text}"


def _named(path: tuple[Any, ...]) -> str:
    return ".".join(map(str, path))


@st.composite
def _changed_several_times(draw: st.DrawFn, good: dict[str, Any]) -> dict[str, Any]:
    """Draw the good file with up to four changes, many of them harmless."""
    harmless = st.sampled_from([drop, put_there(None)])
    elsewhere = st.sampled_from([put_there(at(good, path)) for path in places(good)])
    data = good
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(list(places(data))))
        data = changed(data, path, draw(harmless | elsewhere | st.sampled_from(ONE_CHANGE)))
        assume(data)
    return data


@pytest.mark.parametrize("schema", [schema_of(kinds.OPPORTUNITY), schema_of(kinds.SETTINGS)])
def test_schema_is_draft_07(schema: dict[str, Any]) -> None:
    """A schema is valid by its own draft and uses no later keywords."""
    Draft7Validator.check_schema(schema)
    text = json.dumps(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not [
        word for word in ("$defs", "unevaluated", "prefixItems", "dependent") if word in text
    ]


@pytest.mark.parametrize("path", sorted(ROOT.glob("opportunities/**/*.yaml")), ids=lambda p: p.stem)
def test_example_opportunities_are_valid(path: Path) -> None:
    """Every opportunity of the example workspace is valid under the schema."""
    assert not list(OPPORTUNITY.iter_errors(from_yaml(path.read_text(encoding="utf-8"))))


def test_example_settings_are_valid() -> None:
    """The settings of the example workspace are valid under the schema."""
    text = (ROOT / "tas.yaml").read_text(encoding="utf-8")
    assert not list(SETTINGS.iter_errors(from_yaml(text)))


def test_good_files_are_good() -> None:
    """The files that the mutations start from have no error for the reader or the schema."""
    assert not read_opportunity(to_yaml(GOOD).encode(), "good.yaml").diagnostics
    assert not list(OPPORTUNITY.iter_errors(from_yaml(to_yaml(GOOD))))
    assert not read_as(Settings, to_yaml(GOOD_SETTINGS).encode(), "tas.yaml").diagnostics
    assert not list(SETTINGS.iter_errors(from_yaml(to_yaml(GOOD_SETTINGS))))


@pytest.mark.no_cover
@pytest.mark.parametrize("path", list(places(GOOD)), ids=_named)
def test_schema_agrees_with_reader_about_one_change(path: tuple[Any, ...]) -> None:
    """A change of any kind, anywhere in an opportunity, is refused by both or by neither."""
    good = around(GOOD, path)
    for change in ONE_CHANGE:
        text = to_yaml(changed(good, path, change))
        assert not _disagreement(text, OPPORTUNITY, read_opportunity)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", list(places(GOOD_SETTINGS)), ids=_named)
def test_settings_schema_agrees_with_reader_about_one_change(path: tuple[Any, ...]) -> None:
    """A change of any kind, anywhere in the settings, is refused by both or by neither."""
    good = around(GOOD_SETTINGS, path)
    for change in ONE_CHANGE:
        text = to_yaml(changed(good, path, change))
        assert not _disagreement(text, SETTINGS, partial(read_as, Settings))


@given(_changed_several_times(GOOD))
@settings(deadline=None, max_examples=300)
def test_schema_agrees_with_reader_about_several_changes(data: dict[str, Any]) -> None:
    """Interacting changes and moved parts do not make them differ."""
    assert not _disagreement(to_yaml(data), OPPORTUNITY, read_opportunity)


@given(_changed_several_times(GOOD_SETTINGS))
@settings(deadline=None, max_examples=300)
def test_settings_schema_agrees_with_reader_about_several_changes(data: dict[str, Any]) -> None:
    """The same is true of the settings."""
    assert not _disagreement(to_yaml(data), SETTINGS, partial(read_as, Settings))


@pytest.mark.parametrize(
    ("line", "read", "valid"),
    [
        ("amount: 1e3", False, True),
        ("amount: 0x10", False, True),
        ("amount: +5", False, True),
        ("amount: 1.0000000", False, True),
        ("owner: null", False, True),
        ("expected_close: 2027-02-30", False, True),
        ("incumbent: x-sys", False, True),
        ("strategy: {chosen: frontal, variation: niche}", False, True),
        ("assessments: [{date: 2026-01-01}, {date: 2026-01-01}]", False, True),
        ('tas: "1"', True, False),
    ],
)
def test_documented_exceptions(line: str, read: bool, valid: bool) -> None:  # noqa: FBT001
    """Reader and schema differ exactly as the module's docstring says."""
    text = f"name: a\ncustomer: b\n{line}\n" + ("" if "tas:" in line else "tas: 1\n")
    assert bool(read_opportunity(text.encode(), "x.yaml").diagnostics) is not read
    assert OPPORTUNITY.is_valid(from_yaml(text)) is valid


def test_criteria_are_offered_in_order_with_their_words() -> None:
    """The ratings list the twenty criteria in order, each with number, name, poles and claims."""
    ratings = schema_of(kinds.OPPORTUNITY)["definitions"]["Assessment"]["properties"]["ratings"]
    assert list(ratings["properties"]) == [criterion.key for criterion in criteria()]
    for criterion in criteria():
        part = ratings["properties"][criterion.key]
        assert part["title"] == f"{criterion.number} {criterion.title}"
        for words in (criterion.about, criterion.plus_pole, criterion.minus_pole):
            assert words in part["description"]
            assert words in part["markdownDescription"]
        assert criterion.plus in part["description"]
        assert criterion.minus in part["description"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_files_in_schemas_are_fresh(kind: FileKind) -> None:
    """The committed schemas are what `tas schema` prints; `tas schema --write` updates them."""
    assert (ROOT / "schemas" / kind.schema).read_text(encoding="ascii") == rendered(kind)
