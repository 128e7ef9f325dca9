"""What a user asked for and cannot have meant: said before anything is touched."""

from __future__ import annotations

from tas_cli.refusals import Refusal


class WrongCall(Refusal):
    """The call itself is wrong: why, and what to write instead."""

    status = 2
