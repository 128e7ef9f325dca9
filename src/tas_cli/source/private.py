"""Files in the user's own folders (drafts, caches): private, and never trusted."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from tas_cli.source.door import entered
from tas_cli.source.faults import NOWHERE, Fault
from tas_cli.source.files import Unreadable, as_faults, read_place
from tas_cli.source.save import replace

_FOR_USER = 0o700
_STATE = {"linux": ".local/state", "darwin": "Library/Application Support"}
"""Where programs keep their state in the user's home."""


def state_folder() -> Path:
    """Return the folder for the program's state for this user; `TAS_STATE_DIR` overrides it.

    It is the one that platformdirs names, which is not loaded in the usual case: every command that
    writes needs this folder, and loading takes a sixth of its time.
    """
    named = os.environ.get("TAS_STATE_DIR")
    if named:
        return Path(named)
    home, usual = os.environ.get("HOME", ""), _STATE.get(sys.platform)
    if usual and Path(home).is_absolute() and not os.environ.get("XDG_STATE_HOME"):
        return Path(home, usual, "tas")
    return _platform("user_state_dir")


def cache_folder() -> Path:
    """Return the user's folder for what can be computed again; `TAS_CACHE_DIR` overrides it."""
    named = os.environ.get("TAS_CACHE_DIR")
    return Path(named) if named else _platform("user_cache_dir")


def _platform(what: str) -> Path:
    """Return one of the folders that the platform has for programs."""
    import platformdirs  # noqa: PLC0415 - not in the usual case

    return Path(getattr(platformdirs, what)("tas", appauthor=False))


def read_private(path: Path, folder: Path, limit: int) -> bytes:
    """Read a regular file somewhere in a folder of the user's, following no link.

    Raises:
        Unreadable: it is not such a file, exceeds `limit` bytes, or cannot be read.
    """
    with as_faults(), entered(path, folder, follow=False) as place:
        if place.status().st_size > limit:
            raise Unreadable(Fault("TAS112", f"larger than {limit:,} bytes", NOWHERE))
        return read_place(place, limit)


def write_private(path: Path, data: bytes, folder: Path) -> None:
    """Write a file that nobody else can read, whatever the umask, and its folders likewise.

    An existing file is replaced; if it is a link, the link is replaced and not its target.

    Raises:
        OSError: nothing was changed.
    """
    private_folder(folder)
    with entered(path, folder, follow=False, make=_FOR_USER) as place:
        replace(place, data, private=True)


def private_folder(folder: Path) -> None:
    """Create a folder and those around it, where missing, for the user alone.

    Raises:
        OSError: that is not possible.
    """
    for missing in [each for each in (*reversed(folder.parents), folder) if not each.is_dir()]:
        missing.mkdir(_FOR_USER, exist_ok=True)
        missing.chmod(_FOR_USER)


def parsed(data: bytes | str) -> Any:
    """Parse untrusted JSON: texts and whole numbers, of limited depth.

    Raises:
        ValueError: it is not such JSON.
    """
    try:
        return json.loads(data, parse_constant=_refuse, parse_float=_refuse)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _refuse(number: str) -> NoReturn:
    """Refuse `Infinity`, `NaN` and fractions: nothing tas stores contains any."""
    raise ValueError(number)
