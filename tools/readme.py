"""The output shown in README.md, produced by running its own commands, for `generate.py`."""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

_PART = re.compile(r"(?s)<!-- \$ (tas [^,]+), parts (\d+)-(\d+) -->\n.*?<!-- end -->")
_WALK = re.compile(r"(?s)## Your first deal\n.*?```sh\n(.*?)```")
_DEAL = "my-deals"
"""The workspace for the first deal."""


def with_output(document: str, output_of: Callable[..., str]) -> str:
    """Return the README with the output of its commands, in the lines that each mark names.

    Commands on the first deal run where it was created, all others on the examples. `output_of`
    runs a command line in this process and returns its output.
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
        shown = "\n\n".join(printed.strip("\n").split("\n\n")[int(first) - 1 : int(last)])
        return f"<!-- $ {line}, parts {first}-{last} -->\n```text\n{shown}\n```\n<!-- end -->"

    return _PART.sub(part, document)


def _walk(document: str, output_of: Callable[..., str]) -> dict[str, str]:
    """Run the steps of the first deal in an empty folder; return the output of each line."""
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
