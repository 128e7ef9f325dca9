"""`tas rename`: a deal's short name and its file's name, and what follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from cli import TODAY
from workspaces import write

from tas_cli.tui.draft_files import DraftFiles

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal in a folder of its own, and another one."""
    tas.env(TAS_STATE_DIR=str(tmp_path / "state"))
    write(tmp_path, {"opportunities/b.yaml": DEAL, "opportunities/north/c.yml": DEAL})
    return Deal(tas, tmp_path)


def names(deal: Deal) -> list[str]:
    """Return the names of the deals' files."""
    return sorted(each.name for each in deal.path.parent.rglob("*.y*ml"))


def test_the_file_gets_the_name_in_its_folder(deal: Deal) -> None:
    """The file keeps its content, folder and suffix; the new short name works at once."""
    result = deal.tas("rename", "c", "north-1")
    assert (result.status, result.err) == (0, "")
    assert result.out == "Renamed opportunities/north/c.yml to opportunities/north/north-1.yml.\n"
    assert names(deal) == ["a.yaml", "b.yaml", "north-1.yml"]
    assert (deal.path.parent / "north/north-1.yml").read_bytes() == deal.before
    assert deal.tas("show", "north-1").status == 0


@pytest.mark.parametrize(
    ("new", "status", "message"),
    [
        ("b", 1, "opportunities/b.yaml already exists"),
        ("c", 1, "opportunities/north/c.yml already exists"),
        ("Big Deal", 2, "Did you mean `tas rename a big-deal`?"),
        ("../b", 2, "cannot be a short name"),
        ("", 2, "cannot be a short name"),
        ("con", 2, "is reserved"),
    ],
)
def test_a_name_that_cannot_be_is_refused(deal: Deal, new: str, status: int, message: str) -> None:
    """A name that is taken anywhere in the workspace, or is invalid, changes nothing."""
    result = deal.tas("rename", "a", new)
    assert (result.status, result.out) == (status, "")
    assert message in result.err
    assert names(deal) == ["a.yaml", "b.yaml", "c.yml"]


def test_nothing_is_renamed_in_a_dry_run_or_to_the_same_name(deal: Deal) -> None:
    """A dry run says what would happen, and a deal's own name is no change."""
    printed = deal.tas("rename", "a", "d", "--dry-run", "--format", "json").json
    assert (printed["id"], printed["was"]["id"], printed["dry_run"]) == ("d", "a", True)
    assert "Would rename opportunities/a.yaml" in deal.tas("rename", "a", "d", "--dry-run").out
    assert "Nothing to change" in deal.tas("rename", "a", "a").out
    assert names(deal) == ["a.yaml", "b.yaml", "c.yml"]


def test_drafts_follow(deal: Deal) -> None:
    """Drafts about the deal, and about its debrief of today, are offered under the new name."""
    new = deal.path.with_name("d.yaml")
    for kind, about in (("drafts", ""), ("debriefs", f" {TODAY}")):
        DraftFiles(kind, f"{deal.path.resolve()}{about}").keep({"kind": kind})
    deal.tas("rename", "a", "d")
    for kind, about in (("drafts", ""), ("debriefs", f" {TODAY}")):
        found, _ = DraftFiles(kind, f"{new.resolve()}{about}").waiting(json.loads, (ValueError,))
        assert found is not None
        assert found[1] == {"kind": kind}


def test_the_baseline_follows(deal: Deal) -> None:
    """Findings that the baseline allows stay allowed."""
    deal.tas("check", "--write-baseline")
    before = deal.tas("check", "--strict").out
    assert deal.tas("rename", "b", "b-2").status == 0
    assert deal.tas("check", "--strict").out == before
    baseline = json.loads((deal.path.parent.parent / "tas-baseline.json").read_text())
    assert "opportunities/b-2.yaml" in baseline["findings"]
    assert "opportunities/b.yaml" not in baseline["findings"]


def test_a_link_is_left_alone(deal: Deal) -> None:
    """A link is refused: the file that it points to has a name of its own."""
    (deal.path.parent / "l.yaml").symlink_to(deal.path)
    result = deal.tas("rename", "l", "m")
    assert result.status == 1
    assert "is a link" in result.err
    assert names(deal) == ["a.yaml", "b.yaml", "c.yml", "l.yaml"]
