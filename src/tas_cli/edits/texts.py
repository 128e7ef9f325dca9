"""Texts as people type or paste them, on their way into a file."""

from __future__ import annotations

from tas_cli.edits.wrong_call import WrongCall
from tas_cli.source.characters import ControlCharacterError, cleaned


def plain_text(text: str, name: str) -> str:
    """Return a text trimmed, with ordinary spaces, and without marks that nobody sees.

    Raises:
        WrongCall: `name`, which gives it, holds a control character, or half of a character.
    """
    try:
        text.encode()
        return cleaned(text).strip()
    except UnicodeEncodeError:
        raise WrongCall(f"{name}: the text is not UTF-8.") from None
    except ControlCharacterError as error:
        raise WrongCall(f"{name} contains {error}.", "Type it again without that.") from None
