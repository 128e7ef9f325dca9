"""Bare rating signs: `us: -` and `us: ?` are syntax errors in YAML, yet everyone writes them.

They are read through stand-ins: before a second attempt at parsing, each sign that is a whole value
is replaced by a character that YAML takes for text and the file does not contain. One character
replaces one, so every position stays correct.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ALONE_AS_VALUE = re.compile(r"(?<=:)([ \t]+)([-?])(?=[ \t]*(?:[,}\]\r\n]|[ \t]#|\Z))")
_ALONE_IN_LIST = re.compile(r"(?<=[\[,])([ \t]*)([-?])(?=[ \t]*[,\]])")
_PRIVATE_USE = range(0xE000, 0xF8FF)


class StandIns(NamedTuple):
    """A text with its bare signs replaced, and the sign of each stand-in."""

    content: str
    sign_of: dict[str, str]

    def restore(self, text: str) -> str:
        """Restore a text in which a stand-in is part of something longer."""
        for stand_in, sign in self.sign_of.items():
            text = text.replace(stand_in, sign)
        return text


_SEEN_IN_BRACES = {"-": "-"}
"""The YAML library accepts a bare minus in braces; strict parsers do not."""
NO_STAND_INS = StandIns("", _SEEN_IN_BRACES)


def with_stand_ins(content: str) -> StandIns | None:
    """Replace the signs that are whole values; None if there are none."""
    present, spelled = set(content), content.lower()
    free = (
        chr(code)
        for code in _PRIVATE_USE
        if chr(code) not in present and f"{code:04x}" not in spelled  # nor escaped
    )
    stand_in = {"-": next(free, ""), "?": next(free, "")}
    if not all(stand_in.values()):
        return None
    replaced = content
    for pattern in (_ALONE_AS_VALUE, _ALONE_IN_LIST):
        replaced = pattern.sub(lambda found: found[1] + stand_in[found[2]], replaced)
    if replaced == content:
        return None
    signs = {character: sign for sign, character in stand_in.items()}
    return StandIns(replaced, _SEEN_IN_BRACES | signs)
