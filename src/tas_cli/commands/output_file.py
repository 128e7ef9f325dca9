"""Writes a result to a file that the user names with --output."""

from __future__ import annotations

from pathlib import Path

from tas_cli.commands.standard_error import unwritable
from tas_cli.source.save import write_new_or_replace


def write_output(path: Path, text: str) -> None:
    """Write a text to a file, all or nothing, or to a device; missing folders are created.

    Raises:
        Refusal: the system does not allow it.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")  # a device or a pipe must not be replaced
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new_or_replace(path, text.encode())
    except OSError as error:
        raise unwritable(path, error) from None
