"""A page as plain values: what is to be seen, and what its words mean.

A terminal and markdown show it each in its own way. Words may come from files: a renderer makes
them harmless for where they go.
"""

from __future__ import annotations

PLUS, MINUS, UNKNOWN = "plus", "minus", "unknown"
STRONG, DIM, HEADING = "strong", "dim", "heading"
"""Styles are meanings; a renderer gives them their look."""
SIGN = {"+": "+", "-": "–", "?": "?"}
SIGN_STYLE = {"+": PLUS, "-": MINUS, "?": UNKNOWN}

Part = str | tuple[str, str]
"""Some words, or some words and their style."""
