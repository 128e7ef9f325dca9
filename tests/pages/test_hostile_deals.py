"""Deals whose every text is an attack are inert on a page and leave its layout as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from browsing import WIDTHS, Opens, at_width, measured
from filled import Canaries
from made_pages import Asked, Made

from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.views.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_cli.model.base import FileModel

CALLS = (
    Asked(("report", "full", "--people")),
    Asked(("report", "--account", "full", "--people")),
    Asked(("board", "--format", "html")),
    Asked(("site", "--people"), page="deals.html"),
)
_FREE = re.compile(r'"(Canary (\d+) words|canary(\d+))"(?=(:?))')
_ENDS = "</script></style></title></svg>]]>--><!--"
_LONGEST_KEY = 900
_PILE = "e" + 30 * "\u0301"
ATTACKS: dict[str, Callable[[int], str]] = {
    "tame": lambda at: f"Canary {at} words",
    "markup": lambda at: (
        f"<{at}>{_ENDS}<x-y><script>ran=1</script><img src=x onerror=ran=1><svg onload=ran=1>"
        f"\" onmouseover=\"ran=1\" ' onfocus='ran=1' &lt;b&gt; {{{{7*7}}}} {{% x %}} <{at}/>"
    ),
    "characters": lambda at: (
        f"<{at}>\x1b[31m\x07\x01\u202edrawkcab\u2066\u200b\u00ad שלום עולם مرحبا 👩\u200d🚀 日本語 "
        f"{_PILE} <{at}/>"
    ),
    "long words": lambda at: f"<{at}>{'W' * (10_000 if at % 2 else 300)}<{at}/>",
}
"""What each text is, by its number; if one is shown, then from its first tag to its last."""
_ONCE = ("html", "head", "title", "style", "script", "body", "main", "footer")
_SCHEMES = {"", "http", "https", "mailto", "data"}


def _written(text: str) -> str:
    """Return a text in quotes, with what a file may not hold as such escaped."""
    shown = (each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)
    return '"' + "".join(shown).replace('"', '\\"') + '"'


def _files(attack: str) -> tuple[tuple[str, str], ...]:
    """Return a workspace in which every free text of every file is an attack."""
    models: dict[str, type[FileModel]] = {
        "tas.yaml": Settings,
        "opportunities/full.yaml": Opportunity,
        "accounts/full.yaml": Account,
    }

    canaries = Canaries()
    files = canaries.files(models)

    def attacked(found: re.Match[str]) -> str:
        if attack == "markup" and canaries.fields[found[1]].endswith(".link"):
            return '"javascript:ran=1"'
        text = ATTACKS[attack](int(found[2] or found[3]))
        return _written(text[:_LONGEST_KEY] if found[4] else text)

    return tuple((name, _FREE.sub(attacked, text)) for name, text in files.items())


@pytest.mark.no_cover
@pytest.mark.parametrize("attack", [*ATTACKS][1:])
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_hostile_texts_are_inert(open_page: Opens, made: Made, call: Asked, attack: str) -> None:
    """No script runs, no element or attribute comes from a text, and a text is shown as it is.

    Words of 10,000 letters are broken or cut, and nothing sticks out at any width.
    """
    tame, hostile = (open_page(_made(made, call, each)) for each in ("tame", attack))
    _is_inert(measured(hostile, "shape"), measured(tame, "shape"), ATTACKS[attack])
    hostile.evaluate(
        "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
    )
    found = {width: measured(at_width(hostile, width), "layout") for width in WIDTHS}
    assert not {width: wrong for width, wrong in found.items() if wrong}


def _made(made: Made, call: Asked, attack: str) -> Path:
    return made(call._replace(files=_files(attack), name=attack.replace(" ", "-")))


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
