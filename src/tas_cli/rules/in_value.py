"""What the checks of value have in common: their examples."""

from __future__ import annotations

from tas_cli.rules.in_process import HEAD


def valued(*benefits: str, rest: str = "") -> str:
    """Return an example: a deal with benefits, each on a line of its own, and more lines."""
    lines = "".join(f"    - {{{each}}}\n" for each in benefits)
    return f"{HEAD}value:\n  benefits:\n{lines}{rest}"
