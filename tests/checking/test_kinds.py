"""A kind of file is one declaration and a model: all that goes through files knows it then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli import Tas
from pydantic import Field
from workspaces import write

from tas_cli.kinds import KINDS, FileKind
from tas_cli.model.base import FileModel
from tas_cli.model.kinds import MODELS
from tas_cli.model.scalars import FormatVersion, RequiredText
from tas_cli.places import kind_named, kind_of

DEAL = "tas: 1\nname: Cranes\ncustomer: Harbour\n"
HARBOUR = FileKind("harbour", "A harbour.", "harbour.schema.json", folder="harbours")


class Harbour(FileModel):
    """A harbour: the whole of one file."""

    tas: FormatVersion = Field(description="The version of the file format: 1.")
    name: RequiredText = Field(description="What it is called.")


@pytest.fixture(autouse=True)
def _harbours() -> Iterator[None]:
    """Let harbours be a kind of file."""
    KINDS.append(HARBOUR)
    MODELS[HARBOUR] = Harbour
    yield
    KINDS.remove(HARBOUR)
    del MODELS[HARBOUR]


def test_files_of_a_kind_are_found_and_checked(tas: Tas, tmp_path: Path) -> None:
    """They are read by the kind's model, wherever the check begins, and no deal is made of them."""
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
    """It has a schema, which `tas schema` prints and writes, and editors hear of its files."""
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
    """`check --fix` puts right what the kind's own model finds misspelt."""
    files = {"opportunities/cranes.yaml": DEAL, "harbours/hull.yaml": "tas: 1\nnmae: Hull\n"}
    here = tas.at(write(tmp_path, files))
    assert here("check", "harbours", "--fix", "--fix-keys").status == 0
    assert (tmp_path / "harbours/hull.yaml").read_text() == "tas: 1\nname: Hull\n"


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
def test_the_place_says_the_kind(tmp_path: Path, file: str, kind: str) -> None:
    """A folder at the root has the files of its kind; whatever lies elsewhere counts as a deal."""
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
def test_a_name_says_the_kind_of_what_is_typed(name: str, kind: str) -> None:
    """What comes through standard input lies nowhere, so its name alone counts."""
    assert kind_named(name).name == kind
