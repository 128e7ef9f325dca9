"""Running in the wrong folder gives an error that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.mark.parametrize("command", ["list", "board", "actions", "check"])
def test_no_workspace(tas: Tas, tmp_path: Path, command: str) -> None:
    """A command over all deals fails without a workspace, instead of finding no deals."""
    result = tas.at(tmp_path)(command)
    assert (result.status, result.out) == (2, "")
    assert "there is no workspace here" in result.err
    assert "tas init" in result.err


@pytest.mark.parametrize("call", ["show acme", "meeting acme", "set acme amount=5"])
def test_a_deal_is_not_looked_for_without_a_workspace(tas: Tas, tmp_path: Path, call: str) -> None:
    """Naming a deal outside of any workspace says so, rather than that there is no such deal."""
    result = tas.at(tmp_path)(*call.split())
    assert (result.status, result.out) == (2, "")
    assert "there is no workspace here" in result.err
    assert "tas init" in result.err


PLACES = {
    "here": "a folder that holds a deal, but in no workspace",
    "sales": "a folder above a workspace",
    "empty": "a folder beside the deals of a workspace",
    ".": "the folder above all of them",
    "empty opportunities": "one of several",
}


@pytest.mark.parametrize("options", ["", "--fix", "--strict --format junit", "--output x.json"])
@pytest.mark.parametrize("names", PLACES)
def test_a_check_without_files_does_not_pass(
    tas: Tas, tmp_path: Path, names: str, options: str
) -> None:
    """Checking without any deal is an error, whatever the options, and creates no file."""
    write(tmp_path, {"here/a.yaml": HEAD, "sales/north/deals/opportunities/b.yaml": "broken: ["})
    if "empty" in names:
        write(tmp_path, {"opportunities/c.yaml": HEAD})
    (tmp_path / "empty").mkdir()
    tas.at(tmp_path / "sales" if names == "." else tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = tas("check", *names.split(), *options.split())
    assert (result.status, result.out) == (2, "")
    assert "Looked for tas.yaml and" in result.err
    assert sorted(tmp_path.rglob("*")) == before


def test_workspaces_further_down_are_named(tas: Tas, tmp_path: Path) -> None:
    """Above several workspaces, the error lists them; links and hidden folders do not count."""
    write(tmp_path, {"a/opportunities/a.yaml": HEAD, "b/c/tas.yaml": "tas: 1\n"})
    write(tmp_path, {".d/tas.yaml": "tas: 1\n"})
    (tmp_path / "b/again").symlink_to("..")
    for call in (["check"], ["check", "."], ["list"]):
        assert "Go to a workspace below this folder: a, b/c.\n" in tas.at(tmp_path)(*call).err


@pytest.mark.parametrize("files", [{"tas.yaml": "tas: 1\n"}, {"opportunities/.keep": ""}])
def test_a_fresh_workspace_passes_and_says_so(
    tas: Tas, tmp_path: Path, files: dict[str, str]
) -> None:
    """A workspace without deals is not an error, but is not silently called clean either."""
    tas.at(write(tmp_path, files))
    for call in (["check"], ["check"], ["check", "."], ["check", "--strict"]):
        result = tas(*call)
        assert result.status == 0
        assert result.out.endswith(". There are no deals yet.\n")
    write(tmp_path, {"opportunities/a.yaml": HEAD})
    assert "yet" not in tas("check").out
