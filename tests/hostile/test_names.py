"""A name alone does not decide which folder is a workspace or which file its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from calls import CALLS, Call
from ground import DEAL
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

SETTINGS = "tas: 1\ncurrency: EUR\n"
BROKEN = "tas: 1\nname: Broken\n"
INSIDE = {
    "settings": {"opportunities/tas.yaml": SETTINGS},
    "a-deal-named-tas": {"opportunities/tas.yaml": DEAL},
    "settings-below": {"opportunities/north/tas.yaml": SETTINGS},
    "opportunities-below": {"opportunities/opportunities/d3.yaml": DEAL},
    "a-workspace-below": {
        "opportunities/north/tas.yaml": SETTINGS,
        "opportunities/north/opportunities/d3.yaml": DEAL,
    },
}
"""Files among the deals that could make their folder look like a workspace."""


def _found(tas: Tas, *paths: str) -> dict[str, list[str]]:
    """Return the codes of `tas check` for each file."""
    found: dict[str, list[str]] = {}
    for each in _diagnostics(tas, *paths):
        found.setdefault(each["file"], []).append(each["code"])
    return found


def _diagnostics(tas: Tas, *paths: str) -> list[dict[str, Any]]:
    result = tas("check", *paths, "--select", "TAS1,TAS52", "--format", "json")
    found: list[dict[str, Any]] = result.json["diagnostics"]
    return found


@pytest.mark.parametrize("files", INSIDE.values(), ids=INSIDE)
def test_no_file_among_the_deals_makes_a_workspace(
    ground: Path, tas: Tas, files: dict[str, str]
) -> None:
    """A check of the deals, also from inside, finds the broken one and the misplaced settings."""
    write(ground, files | {"opportunities/broken.yaml": BROKEN})
    expected = {"opportunities/broken.yaml": ["TAS106"]}
    expected |= {name: ["TAS521"] for name in files if name.endswith("/tas.yaml")}
    assert _found(tas, "opportunities") == _found(tas) == expected
    for folder in {(ground / name).parent for name in files}:
        assert tas.at(folder)("show", "d2").status == 0
        assert len(_found(tas)) == len(expected)


@pytest.mark.parametrize("call", [call for call in CALLS if call.names_deal], ids=str)
def test_a_deal_named_tas_hides_no_other(ground: Path, tas: Tas, call: Call) -> None:
    """Every command finds the other deals from inside the folder."""
    if call.names_file:
        pytest.skip("reads standard input")
    write(ground, {"opportunities/tas.yaml": DEAL})
    assert tas.at(ground / "opportunities")(*call.words("d1")).status == call.status


def test_a_workspace_in_a_folder_called_opportunities(tas: Tas, tmp_path: Path) -> None:
    """A workspace stays one inside a folder that only has the name of a deals folder."""
    write(tmp_path / "opportunities/acme", {"tas.yaml": SETTINGS, "opportunities/d1.yaml": DEAL})
    assert tas.at(tmp_path / "opportunities/acme/opportunities")("show", "d1").status == 0
    assert _found(tas) == {}


@pytest.mark.parametrize("name", ["tas", "us", "nobody", "con", "lpt9"])
def test_reserved_names_are_not_short_names(ground: Path, tas: Tas, name: str) -> None:
    """`tas new` refuses such a name, and a file that has it is reported."""
    result = tas("new", name, "--name", "N", "--customer", "C")
    assert result.status == 2
    assert f"{name} is reserved: " in result.err
    assert not (ground / f"opportunities/{name}.yaml").exists()
    write(ground, {f"opportunities/{name}.yaml": HEAD})
    severity = "error" if name == "tas" else "warning"
    assert [(each["code"], each["severity"]) for each in _diagnostics(tas)] == [
        ("TAS521", severity)
    ]


@pytest.mark.parametrize("name", ["d3.YAML", "d3.Yml", "d3.yMl"])
def test_capital_letters_in_an_extension(ground: Path, tas: Tas, name: str) -> None:
    """A deal is read whatever the case of its extension, by name and by path."""
    write(ground, {f"opportunities/{name}": HEAD})
    assert tas("show", "d3").status == tas("show", f"opportunities/{name}").status == 0
    assert tas("set", "d3", "owner=kim").status == 0
    assert "4 files" in tas("check").out


@pytest.mark.parametrize("name", ["tas.yml", "TAS.yaml", "Tas.YML"])
def test_settings_that_are_not_read(ground: Path, tas: Tas, name: str) -> None:
    """`tas.yml` gets a warning; without `tas.yaml` every command says what it uses."""
    write(ground, {name: "tas: 1\nrules: {TAS101: off}\n"})
    assert _found(tas) == _found(tas, name) == {name: ["TAS522"]}
    assert "move its settings into tas.yaml" in tas("check").out
    (ground / "tas.yaml").unlink()
    assert tas("check").status == 0
    assert "rename it to tas.yaml" in tas("check").out
    for command in ("list", "board", "actions"):
        assert f"{name} is not read; tas uses the default settings" in tas(command).err
    assert "TAS522" in tas("show", "d1").err


def test_a_name_like_the_settings_makes_no_workspace(tas: Tas, tmp_path: Path) -> None:
    """Elsewhere a `tas.yml` is ignored: the CI job of a workspace has that name."""
    write(tmp_path, {"opportunities/d1.yaml": DEAL, ".github/workflows/tas.yml": "on: push\n"})
    result = tas.at(tmp_path / ".github/workflows")("show", "d1")
    assert (result.status, result.err) == (0, "")
