"""Parses the arguments of `tas rate` into the ratings of a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import cell_name
from tas_cli.assess.statements import newest_signs, past
from tas_cli.edits.batch import Batch
from tas_cli.edits.cells import cell_named, rated_parts, sign
from tas_cli.edits.evidence import evidence
from tas_cli.edits.rate import RatedCell
from tas_cli.edits.texts import comma_separated
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter


class Details(NamedTuple):
    """The details of the single cell named; an empty note removes the cell's note."""

    evidence: str | None = None
    who: str | None = None
    when: str | None = None
    link: str | None = None
    note: str | None = None

    @property
    def given(self) -> bool:
        """Whether any detail is given."""
        return any(text is not None for text in self)


def batch(
    named: list[str],
    still: str,
    details: Details,
    opportunity: Opportunity,
    on: tuple[date, Interpreter],
) -> Batch:
    """Return the cells to rate (`5=+`), to take back (`5=`) and to confirm (`7,8`).

    `on` has the call's day, and what reads other dates.

    Raises:
        WrongCall: nothing is rated, a cell is named twice, or details are given for several.
    """
    day, interpreter = on
    emptied = [text for text in named if text.partition("=")[1:] == ("=", "")]
    unrated = tuple(cell_named(text[:-1], opportunity) for text in emptied)
    found = [_rated(text, opportunity) for text in named if text not in emptied]
    found += [_confirmed(text, opportunity, day) for text in comma_separated(still)]
    if not found and not unrated:
        raise WrongCall(
            "there is nothing to rate.",
            "Add a rating such as 5=u, --confirm 7,8 or --from FILE. `tas explain` lists criteria.",
        )
    _refuse_twice([*unrated, *(cell.where for cell in found)], opportunity)
    texts = {"who": details.who, "when": details.when, "link": details.link}
    entry = evidence(details.evidence, **texts, interpreter=interpreter)
    if entry or details.note is not None:
        _refuse_several(len(found) + len(unrated), "evidence" if entry else "a note")
        _refuse_none(emptied)
        found = [found[0]._replace(evidence=(entry,) if entry else (), note=details.note)]
    return Batch(day, tuple(found), unrated)


def _refuse_twice(places: list[CellKey], opportunity: Opportunity) -> None:
    for number, place in enumerate(places):
        if place in places[:number]:
            raise WrongCall(f"{cell_name(opportunity, *place)} is given twice.")


def _refuse_none(emptied: list[str]) -> None:
    if emptied:
        raise WrongCall(
            f"{emptied[0]} takes the rating back, with its evidence and note.",
            f"To rate it instead: {emptied[0]}+, {emptied[0]}- or {emptied[0]}u.",
        )


def _refuse_several(number: int, what: str) -> None:
    if number > 1:
        raise WrongCall(
            f"{what} goes with one rating, but you gave {number}.",
            "Rate the others in a separate command; they go into the same assessment.",
        )


def _rated(text: str, opportunity: Opportunity) -> RatedCell:
    """Return the cell that `5=+`, `5+` or `9:x-sys=m` rates."""
    parts = rated_parts(text)
    if parts is None:
        named = text.rstrip("+-?–−:") or "5"
        raise WrongCall(
            f"no rating given for {text!r}.", f"Say how: {named}=+, {named}=- or {named}=u."
        )
    where, rating = parts
    try:
        signed = sign(rating)
    except WrongCall as refused:
        advice = f"{refused.advice} {where.strip()}= takes the rating back."
        raise WrongCall(refused.message, advice) from None
    return RatedCell(*cell_named(where, opportunity), signed)


def _confirmed(text: str, opportunity: Opportunity, day: date) -> RatedCell:
    """Return the cell that `9:x-sys` refers to, with its rating on that day."""
    where = cell_named(text, opportunity)
    signs = newest_signs(opportunity, past(opportunity, day))
    if where not in signs:
        raise WrongCall(
            f"{cell_name(opportunity, *where)} has no rating to confirm.",
            f"Rate it instead: {text.strip()}=+, {text.strip()}=- or {text.strip()}=u.",
        )
    return RatedCell(*where, signs[where])
