"""Where a path really leads (the only function that follows links), and how it is shown."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path | str) -> Path:
    """Return the absolute path with its links resolved, except broken ones.

    Circular links are left as they are; `Path.resolve` raises for them, with an error that depends
    on the version of Python.
    """
    return Path(os.path.realpath(path))


def slashed(path: Path | str, folder: Path | str) -> str:
    """Return a path relative to a folder, with slashes on every system."""
    return os.path.relpath(path, folder).replace(os.sep, "/")
