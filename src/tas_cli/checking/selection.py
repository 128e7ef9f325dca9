"""Which checks a call asks for; known without loading any of them."""

from __future__ import annotations

from typing import NamedTuple

ALWAYS_REPORTED = ("TAS101", "TAS112", "TAS113", "TAS114", "TAS501", "TAS502", "TAS503")
"""What prevents checking a file: leaving it out would look like "no problems found"."""


class Selection(NamedTuple):
    """The codes, or beginnings of codes, that a caller asks for; none means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether a code is wanted."""
        if code in ALWAYS_REPORTED:
            return True
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))
