"""How a command ends early: with a sentence for the user and the right exit status."""

from __future__ import annotations

FAILED = 1
"""A file's content, a conflict or the file system stopped the command."""
WRONG_CALL = 2
"""The call itself was wrong: an option, a path, an id."""


class Stop(Exception):  # noqa: N818 - it is an ending, not always an error
    """End the command with this message on standard error.

    `help` says what to do instead, on a line of its own.
    """

    def __init__(self, message: str, *, status: int = FAILED, help: str = "") -> None:  # noqa: A002
        super().__init__(message)
        self.message = message
        self.status = status
        self.help = help

    def __str__(self) -> str:
        from tas_cli.views.safe import safe  # noqa: PLC0415 - only an ending needs it

        lines = [safe(line) for line in self.message.splitlines()]
        if self.help:
            lines.append(safe(self.help))
        return "\n".join(["tas: " + lines[0], *("  " + line for line in lines[1:])])
