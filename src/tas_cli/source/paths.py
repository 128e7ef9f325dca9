"""Where a path really leads: the one function that follows links."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path | str) -> Path:
    """Return the absolute path with its links followed, as far as they lead anywhere.

    Links in a circle stay as they are, unlike with `Path.resolve`, which raises an error for them
    that is another one in every version of Python.
    """
    return Path(os.path.realpath(path))
