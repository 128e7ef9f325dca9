"""Deals whose every text is an attack are inert on a page and leave its layout as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from attacks import ATTACKS, attacked
from browsing import WIDTHS, Opens, at_width, measured
from made_pages import Asked, Made

from tas_cli.views.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CALLS = (
    Asked(("report", "full", "--people")),
    Asked(("report", "--account", "full", "--people")),
    Asked(("site", "--people"), page="deals.html"),
)
_ONCE = ("html", "head", "title", "style", "script", "body", "main", "footer")
_SCHEMES = {"", "http", "https", "mailto", "data"}


@pytest.mark.no_cover
@pytest.mark.parametrize("attack", [*ATTACKS][1:])
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_hostile_texts_are_inert(open_page: Opens, made: Made, call: Asked, attack: str) -> None:
    """No script runs, no element or attribute comes from a text, and a text is shown as it is.

    Words of 10,000 letters are broken or cut, and nothing sticks out at any width.
    """
    tame = measured(open_page(_made(made, call, "tame")), "shape")
    hostile = open_page(_made(made, call, attack))
    _is_inert(measured(hostile, "shape"), tame, ATTACKS[attack])
    hostile.evaluate(
        "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
    )
    found = {width: measured(at_width(hostile, width), "layout") for width in WIDTHS}
    assert not {width: wrong for width, wrong in found.items() if wrong}


def _made(made: Made, call: Asked, attack: str) -> Path:
    return made(call._replace(files=attacked(attack), name=attack.replace(" ", "-")))


def _is_inert(hostile: Any, tame: Any, attack: Callable[[int], str]) -> None:
    assert hostile["ran"] == "undefined"
    assert set(hostile["count"]) <= set(tame["count"])
    assert [hostile["count"][each] for each in _ONCE] == [1] * len(_ONCE)
    assert set(hostile["drawn"]) <= set(tame["drawn"])
    assert set(hostile["attributes"]) <= set(tame["attributes"])
    assert {urlsplit(each).scheme for each in hostile["addresses"]} <= _SCHEMES
    words = " ".join(hostile["words"].split())
    shown = {int(at) for at in re.findall(r"<(\d+)>", words)}
    assert shown
    whole = {at: " ".join(safe(attack(at)).split()) for at in shown}
    assert [at for at, text in whole.items() if text not in words] == []
