"""Why something is not done, in words for the user; whoever runs a call turns it into its end."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it is an end, not a defect
    """What was asked for is not done: why, and what to do instead.

    `status` is the exit status; `lines` are what there is to say between the two.
    """

    status = 1
    lines: tuple[str, ...] = ()

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class WrongCall(Refusal):
    """What a user asked for and cannot have meant: said before anything is touched."""

    status = 2


class Refused(Refusal):
    """A change that is not made. The file is as it was."""
