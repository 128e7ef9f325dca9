"""Shell completion: what the shell is offered, asked the way that bash asks."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path


def offered(line: str, cwd: Path = ROOT) -> set[str]:
    """Return what bash would be offered at the end of a line."""
    words = line.split(" ")
    env = os.environ | {
        "_TAS_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    result = subprocess.run(
        [sys.executable, "-m", "tas_cli"], cwd=cwd, env=env, capture_output=True, check=False
    )
    assert result.stderr == b""
    return set(result.stdout.decode().split())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tas s", {"show", "strategy", "schema"}),
        ("tas show na", {"national-manufacturing"}),
        ("tas strategy kes", {"kestrel-rail"}),
        ("tas check lake", {"lakeshore-grocers"}),
        ("tas show saint-evariste-assurances --vs ", {"garonne", "claimhub", "sequoia"}),
        ("tas explain compel", {"compelling_event"}),
        ("tas rate kestrel-rail exec", {"executive_credibility="}),
        ("tas rate kestrel-rail 1", {"1=", "12="}),
        ("tas set kestrel-rail am", {"amount="}),
        ("tas choose kestrel-rail f", {"frontal", "flanking", "fragment"}),
        ("tas choose kestrel-rail defend --variation ", {"insulate", "isolate"}),
        ("tas answer kestrel-rail three", {"three_to_one="}),
        ("tas close kestrel-rail ", {"won", "lost", "disengaged", "open"}),
        ("tas explain TAS10", {f"TAS10{n}" for n in range(1, 10)}),
    ],
)
def test_what_is_offered(line: str, expected: set[str]) -> None:
    """Commands, ids, competitors and names of the method are completed."""
    assert expected <= offered(line)


def test_outside_a_workspace_nothing_is_offered(tmp_path: Path) -> None:
    """Where there is nothing to offer, the shell hears nothing, and no error either."""
    assert offered("tas show ", cwd=tmp_path) == set()
    write(tmp_path, {"opportunities/a.yaml": "tas: [", "opportunities/b.yaml": HEAD})
    assert offered("tas show ", cwd=tmp_path) == {"a", "b"}
    assert offered("tas show a --vs ", cwd=tmp_path) == set()
