"""How many keys a rep presses for a new deal, for three weeks of news, and before a call.

    python benchmarks/keys.py

Types the scripts below into a shell in a terminal of its own, and counts the keys. Free text
between ‹ and › is typed but not counted: names, dates and what people said, which no program can
spare. At the end, the deal must hold what the story says.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pexpect
import pyte

TODAY = "2026-11-23"
LATER = "2026-12-14"
PATIENCE = 30.0
SPECIAL = {"⏎": "\r", "⇥": "\t", "⎋": "\x1b", "↓": "\x1b[B", "↑": "\x1b[A", "→": "\x1b[C"}
FREE = re.compile(r"‹(.*?)›")
CONTROL = re.compile(r"\^([A-Z])")


class Story(NamedTuple):
    """What a rep does: steps, each with the words that then show, and the keys it may take."""

    name: str
    today: str
    most: int
    steps: tuple[tuple[str, str], ...]
    check: Callable[[Path], None]


def keys(step: str) -> int:
    """Return how many keys a step takes."""
    return len(CONTROL.sub("c", FREE.sub("", step)))


def typed(step: str) -> str:
    """Return what a step sends to the terminal."""
    text = CONTROL.sub(
        lambda found: chr(ord(found[1]) - 64), step.replace("‹", "").replace("›", "")
    )
    return "".join(SPECIAL.get(each, each) for each in text)


class Shell:
    """A shell in a terminal of 80 by 24."""

    def __init__(self, folder: Path, today: str) -> None:
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._process = pexpect.spawn(
            "/bin/sh",
            ["-i"],
            cwd=str(folder),
            env={
                **os.environ,
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "PS1": "$ ",
                "TERM": "xterm-256color",
                "LC_ALL": "C.UTF-8",
                "TAS_TODAY": today,
                "XDG_STATE_HOME": f"{folder}/.state",
                "XDG_CACHE_HOME": f"{folder}/.cache",
            },
            dimensions=(24, 80),
            timeout=PATIENCE,
        )
        self.shows("$")

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        self._process.send(text.encode())

    def shows(self, words: str) -> None:
        """Wait until the screen shows some words, and nothing more comes."""
        end = time.monotonic() + PATIENCE
        quiet = False
        while not quiet or words not in self.text:
            if time.monotonic() > end:
                sys.exit(f"no {words!r} in\n{self.text}")
            quiet = not self._read()

    @property
    def text(self) -> str:
        """The current screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _read(self) -> bool:
        try:
            data: Any = self._process.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return False
        self._stream.feed(re.sub(rb"\x1b\[(>\d+|<)u", b"", data))
        return True


def shown(folder: Path, *arguments: str) -> Any:
    """Return the JSON of a command."""
    call = [sys.executable, "-m", "tas_cli", *arguments, "--format", "json"]
    env = {**os.environ, "TAS_TODAY": LATER}
    return json.loads(
        subprocess.run(call, cwd=folder, env=env, capture_output=True, check=True).stdout
    )


def expect(what: str, found: object, wanted: object) -> None:
    """Stop if the deal does not say what the story says."""
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


def _column(signs: str, evidence: dict[int, str] | None = None) -> str:
    """Return the keys that rate a column from the top, with evidence for some criteria."""
    return "".join(sign + (evidence or {}).get(number, "") for number, sign in enumerate(signs, 1))


HEARD = "e‹They said so in the meeting›⇥‹J. Meyer, COO›^S"
NEW_DEAL = (
    ("tas new⏎", "Customer"),
    ("‹National Manufacturing›⏎", "What the deal is about"),
    ("‹Service platform›⏎", "Short name"),
    ("⏎", "Owner"),
    ("‹nicole›⏎", "Amount"),
    ("780000⏎", "Currency"),
    ("⏎", "Expected close"),
    ("‹2027-03-31›⏎", "Competitor"),
    ("‹X-Sys›⏎", "Competitor"),
    ("‹MedPlan›⏎", "Competitor"),
    ("⏎", "Rate it now?"),
    ("⏎", "no changes"),
    (_column("++-+++?-+++-+??+-++?", dict.fromkeys((1, 2, 4, 5, 6, 9, 10, 11), HEARD)), "20"),
    (_column("++?-++--+--+++-+-++?", dict.fromkeys((9, 12), HEARD)), "40"),
    (_column("++?-+---+--+-+-+-+??", dict.fromkeys((5, 9), HEARD)), "60"),
    ("s", "Saved"),
    ("q", "$"),
)


def _new_deal(folder: Path) -> None:
    deal = shown(folder, "show", "national-manufacturing", "--evidence")
    rows = (row for question in deal["questions"] for row in question["criteria"])
    cells = [cell for row in rows for cell in row["cells"].values()]
    rated = [cell for cell in cells if cell["rated"]]
    expect("cells rated", len(rated), 60)
    expect("pieces of evidence", sum(len(cell["evidence"]) for cell in cells), 12)


STORIES = (Story("a new deal, 60 cells, 12 pieces of evidence", TODAY, 150, NEW_DEAL, _new_deal),)


def main() -> int:
    """Play all stories, one after the other in one workspace; return 1 if one takes too many."""
    over = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "tas_cli", "init"], cwd=folder, check=True, capture_output=True
        )
        for story in STORIES:
            shell = Shell(folder, story.today)
            for step, words in story.steps:
                shell.type(typed(step))
                shell.shows(words)
            story.check(folder)
            count = sum(keys(step) for step, _ in story.steps)
            over = over or count > story.most
            print(f"{story.name}: {count} keys (at most {story.most})")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
