"""Options whose value may be left out, which typer does not know: they get their default first."""

from __future__ import annotations

from collections.abc import Sequence

THIS = "this"
"""The value of `tas board --quarter` alone: this quarter."""
WEEKS = "12"
"""The value of `tas board --trend` alone."""
_DEFAULTS = {("board", "--quarter"): THIS, ("board", "--trend"): WEEKS}


def with_values(arguments: Sequence[str]) -> list[str]:
    """Return a command line in which such an option, last or before another one, has its value."""
    completed: list[str] = []
    for at, argument in enumerate(arguments):
        completed.append(argument)
        default = _DEFAULTS.get((arguments[0], argument))
        following = arguments[at + 1 : at + 2]
        if default and (not following or following[0].startswith("-")):
            completed.append(default)
    return completed
