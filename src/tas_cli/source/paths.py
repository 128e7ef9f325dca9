"""Where a path really leads, with the one function that follows links, and how it is named."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path | str) -> Path:
    """Return the absolute path with its links followed, as far as they lead anywhere.

    Links in a circle stay as they are, unlike with `Path.resolve`, which raises an error for them
    that is another one in every version of Python.
    """
    return Path(os.path.realpath(path))


def slashed(path: Path | str, folder: Path | str) -> str:
    """Return the way from a folder to a path, with slashes on every system."""
    return os.path.relpath(path, folder).replace(os.sep, "/")
