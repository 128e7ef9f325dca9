"""What a command is given to read: standard input, or a file that the user names."""

from __future__ import annotations

import io
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from tas_cli.commands.stop import WRONG_CALL, Stop

STDIN = "-"


def bytes_given(name: str, limit: int) -> bytes:
    """Return what is in a file, or comes through standard input where the name is `-`.

    It is at most one byte more than `limit`. A pipe is waited for: whoever names one means it.
    """
    if not name:
        raise Stop("no file is named.", status=WRONG_CALL, help="Name one, or -, standard input.")
    what = "standard input" if name == STDIN else name
    try:
        with _opened(name) as file:
            return file.read(limit + 1)
    except io.UnsupportedOperation:
        raise Stop(
            f"{what} is closed.", status=WRONG_CALL, help="Pipe something into it, or name a file."
        ) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Stop(f"{what} cannot be read: {reason}.", status=WRONG_CALL) from None


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb")
