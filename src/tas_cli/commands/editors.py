"""Finds an editor when the user has not named one."""

from __future__ import annotations

import os
import shutil
import sys

from tas_cli.commands.prompts import ask_for
from tas_cli.refusals import WrongCall
from tas_cli.views.safe import safe

_KNOWN = {
    "nano": "nano",
    "micro": "micro",
    "code --wait": "Visual Studio Code",
    "subl --wait": "Sublime Text",
    "hx": "Helix",
    "vim": "Vim",
    "vi": "vi",
    "emacs": "Emacs",
    "notepad": "Notepad",
}
"""Command lines that return when the file is closed; the easiest to use come first."""


def found_editor() -> list[str]:
    """Return the command line of an installed editor; ask which one if there are several.

    Raises:
        WrongCall: none is installed.
    """
    found = [line for line in _KNOWN if shutil.which(line.split()[0])]
    if not found:
        raise WrongCall("no editor found.", "Install one, or set EDITOR to its command.")
    return (found[0] if len(found) == 1 else _chosen(found)).split()


def _chosen(found: list[str]) -> str:
    sys.stdout.write("No editor is set. Installed:\n")
    for number, line in enumerate(found, 1):
        sys.stdout.write(f"  {number}  {_KNOWN[line]}\n")

    def meant(answer: str) -> str:
        if answer.isdecimal() and 0 < int(answer) <= len(found):
            return found[int(answer) - 1]
        raise WrongCall(f"Enter a number from 1 to {len(found)}.")

    line = ask_for("Open the file in", "1", meant)
    setting = f'setx EDITOR "{line}"' if os.name == "nt" else f'export EDITOR="{line}"'
    sys.stdout.write(f"To use it every time: {safe(setting)}\n")
    return line
