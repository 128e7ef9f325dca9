"""`tas report`: a deal's page as one file, which replaces nothing but pages."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from meridian import DEAL
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

FILES = {"tas.yaml": "tas: 1\n", "opportunities/flow.yaml": DEAL, "opportunities/a.yaml": HEAD}


@pytest.fixture
def ground(tas: Tas, tmp_path: Path) -> Path:
    """Call in a workspace with a deal of nine people, and one with the required keys alone."""
    tas.at(write(tmp_path, FILES))
    return tmp_path


@pytest.mark.parametrize("deal", ["flow", "a"])
def test_a_page_goes_to_a_pipe_or_to_a_file(tas: Tas, ground: Path, deal: str) -> None:
    """Both are the same, and a later page takes the place of an earlier one."""
    shown = tas("report", deal).out
    assert shown.startswith("<!doctype html>")
    for _ in range(2):
        written = tas("report", deal, "--output", "mail/deal.html")
        assert (written.status, written.out) == (0, "Wrote mail/deal.html.\n")
        assert (ground / "mail/deal.html").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("notes.html", "is not a page written by tas"),
        ("opportunities/deal.html", "reserved for files of the workspace"),
        ("deal.pdf", "the page is html, not pdf"),
    ],
)
def test_a_page_replaces_nothing_else(tas: Tas, ground: Path, file: str, why: str) -> None:
    """A file that is no page of ours stays."""
    (ground / "notes.html").write_text("<!doctype html><p>mine")
    refused = tas("report", "flow", "--output", file)
    assert refused.status == 2
    assert why in refused.err
    assert (ground / "notes.html").read_text() == "<!doctype html><p>mine"


@pytest.mark.usefixtures("ground")
def test_only_the_parts_asked_for_are_there(tas: Tas) -> None:
    """`--only` takes names of parts, and names them all where it meets another."""
    assert 'id="grid"' in tas("report", "flow", "--only", "grid").out
    refused = tas("report", "flow", "--only", "gird")
    assert refused.status == 2
    assert "grid" in refused.err


RUN = """
import sys
from contextlib import redirect_stdout
from io import StringIO
from tas_cli.__main__ import run
with redirect_stdout(StringIO()):
    for call in sys.argv[1:]:
        assert run(call.split()) in (0, 1), call
print(*sys.modules)
"""


def test_only_pages_load_the_library_of_templates() -> None:
    """The other commands that show deals start without it, as textual is for full screens only."""
    deal = "national-manufacturing"
    calls = [f"{each} {deal}" for each in ("show", "map", "plan", "value", "prep", "strategy")]
    calls += ["list", "board", "check", "today", "matrix", "report --help"]
    result = subprocess.run(
        [sys.executable, "-c", RUN, *calls], cwd=ROOT, capture_output=True, check=True
    )
    loaded = set(result.stdout.decode().split())
    assert "tas_cli.views.show" in loaded
    assert not loaded & {"jinja2", "markupsafe", "textual"}
