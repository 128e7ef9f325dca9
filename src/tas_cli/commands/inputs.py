"""Input of a command: option values, standard input, or a file that the user names."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from tas_cli.edits.texts import plain_text
from tas_cli.refusals import WrongCall, reason_of

STDIN = "-"
_LARGEST = 1_000_000
"""The most bytes of answers, a table or a meeting."""


def given(text: str | None, option: str) -> str | None:
    """Return an option's text, or None if it is empty.

    Raises:
        WrongCall: it is not valid text.
    """
    if text is None or not text.strip():
        return None
    return plain_text(text, option) or None


def all_given(texts: Iterable[str] | None, name: str) -> list[str]:
    """Return the words of an argument.

    Raises:
        WrongCall: one of them is not valid text.
    """
    return [given(text, name) or "" for text in texts or ()]


def file_given(name: str, largest: int = _LARGEST) -> bytes:
    """Return the content of a file that the user names, by default one with answers or ratings.

    Raises:
        WrongCall: it cannot be read, or is too large.
    """
    data = bytes_given(name, largest)
    if len(data) > largest:
        raise WrongCall(f"{_shown(name)} is larger than {largest:,} bytes.")
    return data


def bytes_given(name: str, limit: int) -> bytes:
    """Return the content of a file, or of standard input if the name is `-`.

    At most `limit` bytes and one more are read. A pipe may block: the user named it.
    """
    if not name:
        raise WrongCall("the file name is empty.", "Name a file, or use - for standard input.")
    try:
        with _opened(name) as file:
            return file.read(limit + 1)
    except io.UnsupportedOperation:
        advice = "Pipe something into it, or name a file."
        raise WrongCall(f"{_shown(name)} is closed.", advice) from None
    except OSError as error:
        raise WrongCall(f"cannot read {_shown(name)}: {reason_of(error)}.") from None


def _shown(name: str) -> str:
    return "standard input" if name == STDIN else name


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb")
