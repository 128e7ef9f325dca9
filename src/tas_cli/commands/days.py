"""The days that options give, and how what people typed was understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tas_cli.commands.standard_error import say
from tas_cli.model.settings import Settings
from tas_cli.today import todays_date

if TYPE_CHECKING:
    from tas_cli.typed.interpreter import Interpreter


def interpreter_for(settings: Settings | None = None, currency: str | None = None) -> Interpreter:
    """Return what reads the texts of a call, for a deal in this currency."""
    from tas_cli.typed.interpreter import Interpreter  # noqa: PLC0415 - most pages need none

    if settings is None:
        return Interpreter(todays_date(), currency)
    return Interpreter(todays_date(), currency, settings.numbers, settings.dates)


def _interpreter_here() -> Interpreter:
    """Return what reads an option's day, with the settings around the working directory."""
    from tas_cli.workspace import open_workspace  # noqa: PLC0415 - only with such an option

    return interpreter_for(open_workspace().settings)


def say_heard(interpreter: Interpreter) -> None:
    """Say on standard error, once, how texts in another form than that of files were understood."""
    for sentence in interpreter.sentences():
        say(sentence)
    interpreter.heard.clear()


def day_or_stop(text: str | None, option: str) -> date:
    """Return the day that an option gives, or today if it is left out.

    Raises:
        WrongCall: it is not a date, or can mean two.
    """
    return _day(text, lambda interpreter, given: interpreter.day(given, option, "back"))


def day_not_in_future(text: str | None, option: str = "--date") -> date:
    """Return the day that an option gives, or today if it is left out.

    Raises:
        WrongCall: it is not a date, can mean two, or is in the future.
    """
    return _day(text, lambda interpreter, given: interpreter.past_day(given, option))


def _day(text: str | None, read: Callable[[Interpreter, str], date]) -> date:
    """Return the day that a text means, and say how it was understood; without one, today."""
    if text is None:
        return todays_date()
    interpreter = _interpreter_here()
    day = read(interpreter, text)
    say_heard(interpreter)
    return day
