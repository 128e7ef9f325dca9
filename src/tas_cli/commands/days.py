"""The days that options give, and how what people typed was understood."""

from __future__ import annotations

from datetime import date

from tas_cli.commands.standard_error import say
from tas_cli.model.settings import Settings
from tas_cli.today import todays_date
from tas_cli.typed.interpreter import Interpreter


def interpreter_for(settings: Settings, currency: str | None = None) -> Interpreter:
    """Return what reads the texts of a call, for a deal in this currency."""
    return Interpreter(todays_date(), currency, settings.numbers)


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
    interpreter = Interpreter(todays_date())
    day = interpreter.day(text, option, "back") if text is not None else interpreter.today
    say_heard(interpreter)
    return day


def day_not_in_future(text: str | None, option: str = "--date") -> date:
    """Return the day that an option gives, or today if it is left out.

    Raises:
        WrongCall: it is not a date, can mean two, or is in the future.
    """
    interpreter = Interpreter(todays_date())
    day = interpreter.past_day(text, option) if text is not None else interpreter.today
    say_heard(interpreter)
    return day
