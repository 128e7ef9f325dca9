"""Offers the choices for a missing argument: as a list to pick from, or in the refusal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from tas_cli.commands.display import is_interactive
from tas_cli.commands.folding import width
from tas_cli.commands.prompts import ask
from tas_cli.refusals import WrongCall
from tas_cli.typed.choices import Choice, fitting, listed
from tas_cli.views.safe import safe

_ON_SCREEN, _IN_A_SENTENCE = 15, 10


def chosen(what: str, choices: Sequence[Choice], more: str = "", form: str = "") -> Choice:
    """Return the choice that a person picks for a missing argument.

    `what` is what is chosen, as in "deal"; `more` is the command that lists all choices; `form` is
    how to write the argument if it is not the name alone.

    Raises:
        WrongCall: there is nobody to ask; the advice lists the choices.
    """
    if is_interactive():
        return pick(what, choices)
    advice = listed(choices, _IN_A_SENTENCE, more)
    raise WrongCall(f"which {what}?", f"Write {form}. {advice}" if form else advice)


def offered(offers: Iterable[str | tuple[str, str]]) -> list[Choice]:
    """Return what completion offers as choices; of several names for one thing, the first.

    The beginning of a name that a person completes, such as `competitor:`, is none.
    """
    found: dict[str, Choice] = {}
    for each in offers:
        key, about = (each, "") if isinstance(each, str) else each
        if not key.endswith(":"):
            found.setdefault(about or key, Choice(key.rstrip("="), about))
    return list(found.values())


def pick(what: str, choices: Sequence[Choice], usual: str = "") -> Choice:
    """Return the choice that a person picks by its number or by part of its name.

    `usual` is the answer for Enter.
    """
    left = choices
    _show(left)
    while True:
        answer = ask(f"Which {what} (number or part of the name)", usual)
        found = _numbered(answer, left) or (fitting(answer, choices) if answer else [])
        if len(found) == 1:
            return found[0]
        if found:
            left = found
            _show(left)
        elif answer:
            sys.stdout.write(f"  Nothing has {safe(answer)!r} in its name.\n")


def _numbered(answer: str, left: Sequence[Choice]) -> list[Choice]:
    """Return the choice on the screen with that number; a name that is a number comes first."""
    if not (answer.isascii() and answer.isdecimal()) or any(each.key == answer for each in left):
        return []
    return list(left[:_ON_SCREEN][int(answer) - 1 : int(answer)]) if int(answer) else []


def _show(choices: Sequence[Choice]) -> None:
    """Show the choices with numbers to pick them by, unless their names are numbers."""
    wide = max(len(each.key) for each in choices[:_ON_SCREEN])
    for number, each in enumerate(choices[:_ON_SCREEN], start=1):
        label = "" if each.key.isdecimal() else f"{number:>2}  "
        line = f"  {label}{safe(each.key):<{wide}}  {safe(each.about)}"
        sys.stdout.write(f"{line[: width()].rstrip()}\n")
    if len(choices) > _ON_SCREEN:
        sys.stdout.write(f"      …{len(choices) - _ON_SCREEN} more: type part of the name\n")
