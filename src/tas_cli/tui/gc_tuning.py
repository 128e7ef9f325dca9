"""Garbage in a session that lives long, where most of what is in memory was loaded at its start."""

from __future__ import annotations

import gc


def settle() -> None:
    """Look for garbage from now on, but never among what is there by now.

    Going over all of that takes as long as several keys, and one of them would have to wait.
    """
    gc.freeze()
    gc.enable()
