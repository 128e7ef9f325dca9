"""What a user asked for and cannot have meant: said before anything is touched."""

from __future__ import annotations


class WrongCall(Exception):  # noqa: N818 - the command turns it into an ending
    """The call itself is wrong: why, and what to write instead."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
