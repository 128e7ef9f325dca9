"""Cleans texts that people type or paste before they go into a file."""

from __future__ import annotations

import codecs

from tas_cli.refusals import WrongCall
from tas_cli.source.characters import ControlCharacterError, cleaned


def plain_text(text: str, name: str) -> str:
    """Return a text trimmed, with ordinary spaces and without invisible characters.

    Raises:
        WrongCall: it has a control character or half of a surrogate pair; `name` is its source.
    """
    try:
        text.encode()
        return cleaned(text).strip()
    except UnicodeEncodeError:
        raise WrongCall(f"{name} is not valid UTF-8.") from None
    except ControlCharacterError as error:
        raise WrongCall(f"{name} contains {error}.", "Type it again without it.") from None


def comma_separated(text: str) -> list[str]:
    """Split a text at its commas; parts are trimmed, and empty ones dropped."""
    return [part for each in text.split(",") if (part := each.strip())]


def decoded(data: bytes, subject: str, advice: str = "") -> str:
    """Decode a file made by a program: UTF-8, or UTF-16 as spreadsheets save it.

    Raises:
        WrongCall: it is neither; the message begins with `subject`, such as "the table is".
    """
    try:
        return data.decode(_encoding(data))
    except UnicodeDecodeError:
        raise WrongCall(f"{subject} not UTF-8.", advice) from None


def _encoding(data: bytes) -> str:
    """Detect the encoding from the byte order mark, or from a zero in the first character."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    zeros = data[:1] == b"\0", data[1:2] == b"\0"
    return {(False, True): "utf-16-le", (True, False): "utf-16-be"}.get(zeros, "utf-8-sig")
