"""How a command ends early: with a sentence for the user and the right exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tas_cli.refusals import Refusal
from tas_cli.views.safe import message_line

FAILED = 1
"""A file's content, a conflict or the file system stopped the command."""
WRONG_CALL = 2
"""The call itself was wrong: an option, a path, an id."""


class Stop(Refusal):
    """End the command with this message on standard error.

    The message is one line, whatever is repeated in it; `lines` follow it, each on its own, and
    `help`, which says what to do instead.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = FAILED,
        help: str = "",  # noqa: A002
        lines: Sequence[str] = (),
    ) -> None:
        super().__init__(message, help)
        self.status = status
        self.lines = tuple(lines)


def say_refusal(refusal: Refusal) -> None:
    """Write a refusal to standard error, made harmless as `say` does."""
    lines = filter(None, [f"tas: {refusal.message}", *refusal.lines, refusal.advice])
    sys.stderr.write("\n  ".join(map(message_line, lines)) + "\n")


def unwritable(path: Path, error: OSError) -> Stop:
    """Return the ending for a file that the system does not let be written."""
    from tas_cli.places import shown_name  # noqa: PLC0415 - `--help` needs none

    return Stop(f"{shown_name(path)} cannot be written: {(error.strerror or str(error)).lower()}.")


def say(line: str) -> None:
    """Write one line to standard error: the way there for whatever repeats a name or an argument.

    What acts on a terminal or a CI service is made harmless here, so that no caller has to.
    """
    sys.stderr.write(message_line(line) + "\n")
    sys.stderr.flush()
