"""`tas map --output`: the map as a picture in a file, which replaces nothing but pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from meridian import DEAL
from workspaces import HEAD, write

from tas_cli.views.svg.document import canvas, picture

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

FILES = {"tas.yaml": "tas: 1\n", "opportunities/flow.yaml": DEAL, "opportunities/a.yaml": HEAD}


@pytest.fixture
def ground(tas: Tas, tmp_path: Path) -> Path:
    """Call in a workspace with a deal of nine people, and one of nobody."""
    tas.at(write(tmp_path, FILES))
    return tmp_path


def test_a_picture_goes_to_standard_output_or_to_a_file(tas: Tas, ground: Path) -> None:
    """Both are the same, in ASCII, and a later picture takes the place of an earlier one."""
    shown = tas("map", "flow", "--format", "svg").out
    assert shown.startswith("<svg ")
    assert shown.isascii()
    written = tas("map", "flow", "--output", "slides/map.svg")
    assert (written.status, written.out) == (0, "Drew 9 people to slides/map.svg.\n")
    assert (ground / "slides/map.svg").read_text() == shown
    again = tas("map", "flow", "--format", "svg", "--output", "slides/map.svg", "--at", "1 Nov")
    assert again.status == 0
    assert "1 November" in (ground / "slides/map.svg").read_text()


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("notes.svg", "is not a picture drawn by tas"),
        ("opportunities/map.svg", "reserved for files of the workspace"),
        ("map.png", "the picture is svg, not png"),
        ("tas.yaml", "the picture is svg, not yaml"),
    ],
)
def test_a_picture_replaces_nothing_else(tas: Tas, ground: Path, file: str, why: str) -> None:
    """A file that is no picture of ours stays, unless --force says otherwise."""
    (ground / "notes.svg").write_text("<svg>mine</svg>")
    refused = tas("map", "flow", "--output", file)
    assert refused.status == 2
    assert why in refused.err
    assert (ground / "notes.svg").read_text() == "<svg>mine</svg>"
    assert tas("map", "flow", "--output", file, "--force").status == (0 if "drawn" in why else 2)


@pytest.mark.parametrize("options", ["--sort influence --format svg", "--format json --output a"])
def test_a_picture_takes_no_other_options(tas: Tas, ground: Path, options: str) -> None:
    """Another order or format beside a picture is refused, with the call that works."""
    refused = tas("map", "flow", *options.split())
    assert refused.status == 2
    assert "tas map flow --format svg --output map.svg" in refused.err
    assert not (ground / "a").exists()


def test_nobody_to_draw(tas: Tas, ground: Path) -> None:
    """Without people there is no picture, but the command that adds the first."""
    refused = tas("map", "a", "--output", "map.svg")
    assert refused.status == 1
    assert 'tas people a "Ann Lee, CEO"' in refused.err
    assert not (ground / "map.svg").exists()


def test_a_picture_takes_the_place_of_any_other(tas: Tas, ground: Path) -> None:
    """What tas drew may be replaced, by whichever command and version it was drawn."""
    old = '<svg xmlns="http://www.w3.org/2000/svg" role="img">\n<title id="map-title">'
    new = picture(canvas(10, 10), "Any", ())
    for drawn in (old, new):
        (ground / "any.svg").write_text(drawn)
        assert tas("map", "flow", "--output", "any.svg").status == 0
