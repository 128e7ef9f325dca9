"""Garbage collection for long sessions, which load most of their objects at the start."""

from __future__ import annotations

import gc


def freeze_loaded() -> None:
    """Enable garbage collection, but exclude all objects that exist now.

    Scanning those takes longer than handling several keys, which would noticeably delay one.
    """
    gc.freeze()
    gc.enable()
