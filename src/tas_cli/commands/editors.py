"""Finds an editor when the user has not named one."""

from __future__ import annotations

import os
import shutil
import sys

from tas_cli.commands.picking import pick
from tas_cli.refusals import WrongCall
from tas_cli.typed.choices import Choice
from tas_cli.views.safe import safe

_KNOWN = {
    "nano": "",
    "micro": "",
    "code --wait": "Visual Studio Code",
    "subl --wait": "Sublime Text",
    "hx": "Helix",
    "vim": "",
    "vi": "",
    "emacs": "",
    "notepad": "",
}
"""Command lines that return when the file is closed, the easiest to use first; some have a name."""


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
    line = pick("editor", [Choice(line, _KNOWN[line]) for line in found], "1").key
    setting = f'setx EDITOR "{line}"' if os.name == "nt" else f'export EDITOR="{line}"'
    sys.stdout.write(f"To use it every time: {safe(setting)}\n")
    return line
