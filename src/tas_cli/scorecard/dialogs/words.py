"""Words in a dialog."""

from __future__ import annotations

from typing import Any

from rich.text import Text
from textual.screen import Screen
from textual.widgets import Static

from tas_cli.tui.widgets import drawable


def words(screen: Screen[Any], text: Text) -> Static:
    """Return a line of a dialog."""
    return Static(drawable(screen, text), markup=False)
