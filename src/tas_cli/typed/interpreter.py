"""Reads what people type, as of today, for one deal; refuses what means two things."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tas_cli.refusals import WrongCall
from tas_cli.typed.amounts import money
from tas_cli.typed.clock import clock_time
from tas_cli.typed.dates import WEEKDAYS, days, examples, settled, written
from tas_cli.typed.fields import Look, look
from tas_cli.typed.symbols import currencies

_AMOUNTS = ("amount", "signed_amount")


@dataclass(frozen=True)
class Interpreter:
    """Reads texts as of `today`, with the deal's currency and the company's numbers and dates.

        interpreter = Interpreter(today, "EUR", settings.numbers, settings.dates)
        interpreter.day("31 Mar", "expected_close", "ahead")
        interpreter.sentences()  # how it understood what was not typed as files have it

    Without a currency, any symbol is accepted. `name` is what a text was given for: an option, a
    field, a column.
    """

    today: date
    currency: str | None = None
    numbers: str | None = None
    dates: str | None = None
    heard: dict[str, str] = field(default_factory=dict)
    """What was typed in another form than that of files, with its name, and what it means."""

    def sentences(self) -> list[str]:
        """Return how texts were understood, as in `--date fri is Friday 2026-11-27`."""
        return [f"{what} is {meaning}." for what, meaning in self.heard.items()]

    def spelled(self, kind: str, text: str, name: str, noun: str = "") -> str:
        """Return the text for a field as files spell it, by the error of the field's kind.

        `noun` is the key of the records that have the field, if any have.

        Raises:
            WrongCall: it can mean two things, or is not a date.
        """
        if (kind == "date" and text) or (kind == "met" and self.is_day(text)):
            found = self.past_day if look(name, noun) == "back" else self.next_day
            return found(text, name).isoformat()
        if kind == "currency":
            codes = currencies(text)
            return codes[0] if len(codes) == 1 else text
        if kind == "clock_time":
            return self._clock(text, name)
        return self.amount(text, name) if kind in _AMOUNTS else text

    def _clock(self, text: str, name: str) -> str:
        """Return a time of day as files spell it; other text is for the model to reject."""
        found = clock_time(text)
        if found and found != text:
            self.heard[f"{name} {text}"] = found
        return found or text

    def is_day(self, text: str) -> bool:
        """Whether a text is meant as a date, even if it is not on the calendar or means two."""
        return bool(days(text, self.today, "ahead")) or any(True for _ in written(text))

    def day(self, text: str, name: str, look: Look) -> date:
        """Return the day that a text means.

        Raises:
            WrongCall: it is not a date, or can mean two.
        """
        found = settled(text, days(text, self.today, look), self.dates)
        if not found:
            if any(written(text)):
                advice = "Check the day and the month."
                raise WrongCall(f"{name} {text} is not a date on the calendar.", advice)
            raise WrongCall(f"{name} {text} is not a date that tas can read.", examples(look))
        if len(found) > 1:
            either = " or ".join(map(str, found))
            numeric = text.strip()[:1].isdigit() and not self.dates
            lasting = " `dates:` in tas.yaml settles this for all." if numeric else ""
            raise WrongCall(f"{name} {text} can mean {either}.", f"Write {either}.{lasting}")
        day = found[0]
        if text.strip() != day.isoformat():
            self.heard[f"{name} {text}"] = day_named(day)
        return day

    def next_day(self, text: str, name: str) -> date:
        """Return the day that a text means, for a field that looks ahead.

        Raises:
            WrongCall: it is not a date, or can mean two.
        """
        return self.day(text, name, "ahead")

    def past_day(self, text: str, name: str) -> date:
        """Return the day that a text means, today at the latest.

        Raises:
            WrongCall: it is not a date, can mean two, or is in the future.
        """
        day = self.day(text, name, "back")
        if day > self.today:
            raise WrongCall(f"{name} {text} is in the future.", f"Today is {self.today}.")
        return day

    def amount(self, text: str, name: str) -> str:
        """Return an amount as files spell it; other text is returned for the model to reject.

        Raises:
            WrongCall: it can mean two amounts, or is in another currency than the deal.
        """
        found = money(text, self.numbers)
        if found is None:
            return text
        self._check_currency(text, name, found.currencies)
        if len(found.meant) > 1:
            either = " or ".join(found.meant)
            settled = "" if self.numbers else " `numbers:` in tas.yaml settles this for all."
            raise WrongCall(f"{name}: {text} can mean {either}.", f"Write {either}.{settled}")
        meant = found.meant[0]
        if text.strip() != meant:
            self.heard[f"{name} {text}"] = f"{Decimal(meant):,f}"
        return meant

    def _check_currency(self, text: str, name: str, currencies: tuple[str, ...]) -> None:
        if self.currency and currencies and self.currency not in currencies:
            code = currencies[0]
            other = f"add --currency {code}" if name.startswith("--") else f"set currency={code}"
            raise WrongCall(
                f"{name}: {text} is in {code}, but the deal is in {self.currency}.",
                f"Convert it, or {other}.",
            )


def day_named(day: date) -> str:
    """Return a date with its day of the week."""
    return f"{WEEKDAYS[day.weekday()]} {day}"
