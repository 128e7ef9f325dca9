"""Workspaces in which every free text of every file is an attack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from filled import Canaries

from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_cli.model.base import FileModel

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


def _written(text: str) -> str:
    """Return a text in quotes, with what a file may not hold as such escaped."""
    shown = (each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)
    return '"' + "".join(shown).replace('"', '\\"') + '"'


def attacked(attack: str) -> tuple[tuple[str, str], ...]:
    """Return a workspace, with a deal and an account `full`, whose texts are all an attack."""
    models: dict[str, type[FileModel]] = {
        "tas.yaml": Settings,
        "opportunities/full.yaml": Opportunity,
        "accounts/full.yaml": Account,
    }

    canaries = Canaries()
    files = canaries.files(models)

    def put(found: re.Match[str]) -> str:
        if attack == "markup" and canaries.fields[found[1]].endswith(".link"):
            return '"javascript:ran=1"'
        text = ATTACKS[attack](int(found[2] or found[3]))
        return _written(text[:_LONGEST_KEY] if found[4] else text)

    return tuple((name, _FREE.sub(put, text)) for name, text in files.items())
