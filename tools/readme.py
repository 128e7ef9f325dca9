"""The output shown in README.md, made by running its own commands, for `generate.py`."""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

_PART = re.compile(r"(?s)<!-- \$ (tas [^,]+), lines (\d+)-(\d+) -->\n.*?<!-- end -->")
_WALK = re.compile(r"(?s)## Your first deal\n.*?```sh\n(.*?)```")
_DEAL = "my-deals"
"""The workspace that the first deal is made in."""


def with_output(document: str, output_of: Callable[..., str]) -> str:
    """Return the README with what its commands print, in the lines that each mark names.

    A command on the first deal runs where that deal was made; all others run on the examples.
    `output_of` runs a command line in this process and returns what it printed.
    """
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        try:
            os.chdir(folder)
            made = _walk(document, output_of)
        finally:
            os.chdir(home)

    def part(match: re.Match[str]) -> str:
        line, first, last = match.groups()
        printed = made[line] if line in made else output_of(*shlex.split(line)[1:])
        shown = "\n".join(printed.splitlines()[int(first) - 1 : int(last)])
        return f"<!-- $ {line}, lines {first}-{last} -->\n```text\n{shown}\n```\n<!-- end -->"

    return _PART.sub(part, document)


def _walk(document: str, output_of: Callable[..., str]) -> dict[str, str]:
    """Follow the first deal from an empty folder on; return what each of its lines printed."""
    found = _WALK.search(document)
    if found is None:
        raise SystemExit("README.md has no first deal to follow")
    printed = {}
    for line in found[1].splitlines():
        command, *arguments = shlex.split(line, comments=True)
        if command == "tas":
            printed[shlex.join([command, *arguments])] = output_of(*arguments)
        elif arguments == [_DEAL]:
            os.chdir(_DEAL)
    return printed
