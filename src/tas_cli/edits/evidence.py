"""Evidence as given in a call or a table, validated by the model."""

from __future__ import annotations

from datetime import date

from pydantic import TypeAdapter, ValidationError

from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import Day
from tas_cli.refusals import WrongCall


def day_of(text: str, name: str, today: date) -> date:
    """Parse a day as the file format writes it.

    Raises:
        WrongCall: it is not a date, or is in the future.
    """
    try:
        day: date = TypeAdapter(Day).validate_python(text)
    except ValidationError as error:
        wanted = error.errors()[0]["ctx"]["wanted"]
        raise WrongCall(
            f"{name} {text} is not a date that tas can read.", f"{wanted[0].upper()}{wanted[1:]}."
        ) from None
    if day > today:
        raise WrongCall(f"{name} {text} is in the future.", f"Today is {today}.")
    return day


def evidence(
    what: str | None, *, who: str | None, when: str | None, link: str | None, today: date
) -> Evidence | None:
    """Return a piece of evidence, or None if no part of it is given.

    Raises:
        WrongCall: it says when or who but not what, or the day is invalid or in the future.
    """
    given = {"what": what, "who": who, "link": link}
    texts = {key: text.strip() for key, text in given.items() if text and text.strip()}
    if not when and not texts:
        return None
    if not texts.keys() & {"what", "link"}:
        alone = "a name" if texts else "a date"
        raise WrongCall(f"{alone} alone is not evidence.", "Add what was said or done.")
    if when:
        day_of(when, "--when", today)
    return Evidence.model_validate({"when": when, **texts} if when else texts)
