"""The strip of twenty ratings: place and shape say what color says."""

from __future__ import annotations

import re
from itertools import pairwise

from drawings import ensure_tidy

from tas_cli.views.svg.palette import AMBER, FAINT, GREEN, RED
from tas_cli.views.svg.strip import strip

PLACE = re.compile(r"M([\d.]+) ([\d.]+)")


def _places(signs: str) -> dict[str, list[float]]:
    """Return how far right the marks of each color begin."""
    drawing = strip(signs)
    ensure_tidy(drawing)
    return {
        each.attrib["fill"]: [float(at) for at, _ in PLACE.findall(each.attrib["d"])]
        for each in drawing.iter("path")
    }


def test_every_sign_has_its_mark_in_order() -> None:
    """Each has a shape of its own, and questions are apart."""
    found = _places("+-?." * 5)
    assert {color: len(at) for color, at in found.items()} == dict.fromkeys(
        (GREEN, RED, AMBER, FAINT), 5
    )
    order = sorted((at, color) for color, places in found.items() for at in places)
    assert [color for _, color in order] == [GREEN, RED, AMBER, FAINT] * 5
    gaps = [round(after[0] - before[0], 1) for before, after in pairwise(order)]
    assert [at for at, gap in enumerate(gaps) if gap > min(gaps)] == [4, 9, 14]
    shapes = {each.attrib["d"].split("M")[1].split(" ")[1] for each in strip("+-?." * 5)}
    assert len(shapes) == 4


def test_only_signs_that_are_there_are_drawn() -> None:
    """A deal that is strong everywhere has twenty bars up."""
    found = _places("+" * 20)
    assert [*found] == [GREEN]
    assert len(found[GREEN]) == 20
