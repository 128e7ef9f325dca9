"""A kind of file is one declaration and a model; everything that handles files then knows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from cli import Tas
from pydantic import Field
from workspaces import write

from tas_cli.commands import schema
from tas_cli.edits.record_words import change, words_of
from tas_cli.edits.records import edits
from tas_cli.kinds import KINDS, FileKind
from tas_cli.model.base import FileModel
from tas_cli.model.kinds import MODELS
from tas_cli.model.scalars import Day, FormatVersion, RequiredText
from tas_cli.nouns.noun import Noun
from tas_cli.places import kind_named, kind_of
from tas_cli.refusals import Refused
from tas_cli.source.edit import Edit, Insert, Put
from tas_cli.typed.interpreter import Interpreter
from tas_cli.workspace import open_workspace
from tas_cli.writing import Seen, look, update

DEAL = "tas: 1\nname: Cranes\ncustomer: Harbour\n"
HARBOUR = FileKind("harbour", "A harbour.", "harbour.schema.json", folder="harbours")


LOADED = (schema,)
"""Loaded before harbors are a kind, since its help lists the kinds at that time."""


class Quay(FileModel):
    """A quay of a harbor."""

    name: RequiredText = Field(description="What it is called.")
    built: Day | None = Field(default=None, description="The day it was completed.")


class Harbour(FileModel):
    """A harbor: the whole of one file."""

    tas: FormatVersion = Field(description="The version of the file format: 1.")
    name: RequiredText = Field(description="What it is called.")
    quays: list[Quay] = Field([], description="Its quays.")


QUAYS = Noun(
    key="quays",
    one="quay",
    model=Quay,
    about="Quays.",
    table=("name", "built"),
    same=("name",),
    main="name",
)
HULL = "tas: 1\nname: Hull  # by the sea\nquays:\n  - {name: East}\n"


@pytest.fixture(autouse=True)
def _harbours() -> Iterator[None]:
    """Let harbors be a kind of file."""
    KINDS.append(HARBOUR)
    MODELS[HARBOUR] = Harbour
    yield
    KINDS.remove(HARBOUR)
    del MODELS[HARBOUR]


def test_files_of_a_kind_are_found_and_checked(tas: Tas, tmp_path: Path) -> None:
    """The kind's model reads them, wherever the check begins, and they do not count as deals."""
    files = {
        "opportunities/cranes.yaml": DEAL,
        "harbours/north/hull.yaml": "tas: 1\nnamed: Hull\n",
        "harbours/ghent.yml": "tas: 1\nname: Ghent\n",
    }
    root = write(tmp_path, files)
    here = tas.at(root)
    for names in ([], ["."], ["harbours"], ["harbours/north/hull.yaml"]):
        found = json.loads(here("check", *names, "--format", "json").out)
        assert {each["file"] for each in found["diagnostics"]} == {"harbours/north/hull.yaml"}
        assert [each["code"] for each in found["diagnostics"]] == ["TAS105"]
    assert json.loads(here("check", "--format", "json").out)["summary"]["files"] == 3
    listed = json.loads(here("list", "--format", "json").out)
    assert [deal["id"] for deal in listed["opportunities"]] == ["cranes"]


def test_editors_know_a_kind(tas: Tas, tmp_path: Path) -> None:
    """The kind has a schema, which `tas schema` prints and writes, and editors find its files."""
    here = tas.at(write(tmp_path, {"opportunities/cranes.yaml": DEAL}))
    schema = json.loads(here("schema", "harbour").out)
    assert schema["description"] == "A harbour."
    assert schema["required"] == ["tas", "name"]
    assert here("schema", "--write").status == 0
    assert json.loads((tmp_path / "schemas/harbour.schema.json").read_text()) == schema
    assert here("init", "new").status == 0
    editor = json.loads((tmp_path / "new/.vscode/settings.json").read_text())
    files = editor["yaml.schemas"]["./schemas/harbour.schema.json"]
    assert files == ["harbours/**/*.yaml", "harbours/**/*.yml"]


def test_repairs_go_by_the_kind(tas: Tas, tmp_path: Path) -> None:
    """`check --fix` corrects the spelling that the kind's own model rejects."""
    files = {"opportunities/cranes.yaml": DEAL, "harbours/hull.yaml": "tas: 1\nnmae: Hull\n"}
    here = tas.at(write(tmp_path, files))
    assert here("check", "harbours", "--fix", "--fix-keys").status == 0
    assert (tmp_path / "harbours/hull.yaml").read_text() == "tas: 1\nname: Hull\n"


def _seen(tmp_path: Path, text: str = HULL) -> Seen[FileModel]:
    """Look at a harbor to change it, by the kind of its place."""
    path = write(tmp_path, {"harbours/hull.yaml": text}) / "harbours/hull.yaml"
    return look(path, open_workspace(tmp_path), MODELS[kind_of(path, tmp_path)])


EDITS: dict[str, tuple[Edit, str]] = {
    "put": (Put(("name",), "Hull: old"), HULL.replace("Hull", '"Hull: old"')),
    "insert": (Insert(("quays",), Quay(name="12")), f'{HULL}  - {{name: "12"}}\n'),
    "take-away": (Put(("quays", 0), ""), HULL[: HULL.index("quays")]),
}


@pytest.mark.parametrize(("edit", "after"), EDITS.values(), ids=EDITS)
def test_the_writer_goes_by_the_kind(tmp_path: Path, edit: Edit, after: str) -> None:
    """The writer reads, spells and checks a file by the kind's own model."""
    seen = _seen(tmp_path)
    assert update(seen, lambda _: [edit]).changed
    assert seen.path.read_text() == after


@pytest.mark.parametrize(
    ("words", "after"),
    [
        (["name=West", "built=2020-05-01"], f"{HULL}  - {{name: West, built: 2020-05-01}}\n"),
        (["1", "name=North"], HULL.replace("East", "North")),
    ],
)
def test_records_of_a_kind_are_written(tmp_path: Path, words: list[str], after: str) -> None:
    """A noun only needs the key of its records in the file."""
    seen = _seen(tmp_path)
    made = change(QUAYS, seen.value, words_of(QUAYS, words), {}, Interpreter(date(2026, 11, 27)))
    update(seen, lambda _: edits(made))
    assert seen.path.read_text() == after


def test_changes_by_others_in_a_file_of_a_kind_are_kept(tmp_path: Path) -> None:
    """The writer compares the place with its state when the user looked."""
    seen = _seen(tmp_path)
    theirs = HULL.replace("Hull", "Kingston")
    seen.path.write_text(theirs)
    with pytest.raises(Refused, match="someone else has changed name"):
        update(seen, lambda _: [Put(("name",), "Goole")])
    assert seen.path.read_text() == theirs


@pytest.mark.parametrize("edit", [Put(("name",), ""), Put(("quays", 0, "built"), "long ago")])
def test_no_error_is_added_to_a_file_of_a_kind(tmp_path: Path, edit: Edit) -> None:
    """A value that the kind's model refuses is not written."""
    seen = _seen(tmp_path)
    with pytest.raises(Refused):
        update(seen, lambda _: [edit])
    assert seen.path.read_text() == HULL


def test_errors_elsewhere_in_a_file_of_a_kind_stay(tmp_path: Path) -> None:
    """An error is left out of the reading and does not block other edits."""
    wrong = HULL.replace("name: East", "built: 2020-02-30")
    seen = _seen(tmp_path, wrong)
    assert update(seen, lambda _: [Put(("name",), "Goole")]).diagnostics
    assert seen.path.read_text() == wrong.replace("Hull", "Goole")


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("harbours/hull.yaml", "harbour"),
        ("harbours/north/hull.yaml", "harbour"),
        ("harbours.yaml", "opportunity"),
        ("other/harbours/hull.yaml", "opportunity"),
        ("opportunities/harbours/hull.yaml", "opportunity"),
        ("opportunities/a.yaml", "opportunity"),
        ("a.yaml", "opportunity"),
        ("tas.yaml", "settings"),
        ("opportunities/tas.yaml", "opportunity"),
    ],
)
def test_the_folder_decides_the_kind(tmp_path: Path, file: str, kind: str) -> None:
    """A folder at the root has the files of its kind; anything elsewhere counts as a deal."""
    path = write(tmp_path, {file: DEAL}) / file
    assert kind_of(path, tmp_path).name == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("harbours/hull.yaml", "harbour"),
        ("stdin.yaml", "opportunity"),
        ("opportunities/a.yaml", "opportunity"),
        ("x/tas.yaml", "settings"),
        ("", "opportunity"),
    ],
)
def test_the_name_decides_the_kind_of_standard_input(name: str, kind: str) -> None:
    """Standard input has no place, so its name alone decides."""
    assert kind_named(name).name == kind
