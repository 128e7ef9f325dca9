"""Why tas refuses to do something, in words for the user; callers turn it into an exit status."""

from __future__ import annotations

from collections.abc import Sequence


class Refusal(Exception):  # noqa: N818 - an outcome, not a bug
    """tas does not do what was asked: why, and what to do instead.

    The message is printed on one line, whatever it quotes; `lines` follow, one each, and then the
    advice. `status` is the exit status: 1 means a file's content, a conflict or the file system
    stopped it.
    """

    status = 1

    def __init__(self, message: str, advice: str = "", *, lines: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.lines = tuple(lines)

    @property
    def one_line(self) -> str:
        """The message with the advice, for where there is one line."""
        return f"{self.message} {self.advice}".strip()


class WrongCall(Refusal):
    """A call that the user cannot have meant; raised before anything is touched."""

    status = 2


class Refused(Refusal):
    """A change that is not made; the file is unchanged."""


def reason_of(error: OSError) -> str:
    """Return the operating system's reason for an error, as part of a sentence."""
    return (error.strerror or str(error)).lower()
