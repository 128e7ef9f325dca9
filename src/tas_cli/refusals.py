"""Why something is not done, in words for the user; the caller turns it into an exit status."""

from __future__ import annotations

from collections.abc import Sequence


class Refusal(Exception):  # noqa: N818 - it is an end, not a defect
    """What was asked for is not done: why, and what to do instead.

    The message is one line, whatever is repeated in it; `lines` follow it, each on its own, and
    then the advice. `status` is the exit status: a file's content, a conflict or the file system
    stopped it.
    """

    status = 1

    def __init__(self, message: str, advice: str = "", *, lines: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.lines = tuple(lines)


class WrongCall(Refusal):
    """What a user asked for and cannot have meant: said before anything is touched."""

    status = 2


class Refused(Refusal):
    """A change that is not made. The file is as it was."""


def reason_of(error: OSError) -> str:
    """Return why the system does not let something be done, as part of a sentence."""
    return (error.strerror or str(error)).lower()
