"""A deal in a workspace of its own, changed by the command line, and its file's changes."""

from __future__ import annotations

from difflib import ndiff
from typing import TYPE_CHECKING

from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

DEAL = """\
tas: 1
name: Cranes                # two of them
customer: Harbour
owner: nicole
amount: 3000000
expected_close: 2027-03-31
competitors:
  x-sys: {name: X-Sys}
incumbent: x-sys
assessments:
  - date: 2026-11-02
    by: nicole
    ratings:
      compelling_event: {us: "?", x-sys: "-"}   # ask again
      solution_fit:
        us:
          rating: "+"
          evidence:
            - {when: 2026-11-01, who: "Raj", what: "the test went well"}
"""


class Deal:
    """One opportunity file, `a`, and the command line in its workspace."""

    def __init__(self, tas: Tas, root: Path, text: str | bytes = DEAL) -> None:
        self.path = write(root, {"opportunities/a.yaml": text}) / "opportunities/a.yaml"
        self.before = self.path.read_bytes()
        self.tas = tas.at(root)

    @property
    def text(self) -> str:
        """The file's current text, line endings included."""
        return self.path.read_bytes().decode()

    @property
    def untouched(self) -> bool:
        """Whether the file still has its original bytes."""
        return self.path.read_bytes() == self.before

    def changes(self) -> list[str]:
        """Return the removed and added lines since the beginning, as `- …` and `+ …`."""
        lines = ndiff(self.before.decode().splitlines(), self.text.splitlines())
        return [line for line in lines if line[:2] in ("- ", "+ ")]
