"""What a map shows of a person: name, roles, standing, influence and contact, each in a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import carried, of_weight
from tas_cli.assess.people import against_us, backed, for_us
from tas_cli.method.people import roles, standings
from tas_cli.model.person import Person
from tas_cli.views.page import MINUS, PLUS, SIGN, STRONG, UNKNOWN, Part, Words
from tas_cli.views.words import short_date

GRADES = 5
"""The highest influence and rank."""
_SHORT = {"non_supporter": "against"}
"""What is too long for a column."""
_CONTACTS = {"none": "none", "brief": "brief", "multiple": "multiple", "in_depth": "in depth"}


def name_of(key: str, person: Person) -> str:
    """Return the name to show in a row, or the short name; dashed if we do not know who it is."""
    name = person.name or key
    return f"┆? {name}┆" if person.unidentified == "yes" else name


def job(person: Person) -> str:
    """Return the title, and for an outsider the company."""
    return ", ".join(filter(None, (person.title, person.company)))


def role_letters(person: Person) -> str:
    """Return the letters of the roles, in the method's order."""
    return " ".join(each.letter for key, each in roles().items() if key in person.roles)


def standing(person: Person, letters: Sequence[str], day: date) -> Words:
    """Return how somebody stands with us, and the letters of the competitors they stand for."""
    if person.status:
        known = standings()[person.status]
        sign, word = SIGN.get(known.sign, known.sign), _SHORT.get(known.key) or known.title.lower()
        style = PLUS if for_us(person) else MINUS if against_us(person) else ""
    else:
        sign, word, style = "?", "", UNKNOWN
    if person.left:
        word = f"left {short_date(person.left, day)}" if person.gone(day) else "leaving"
    after = " ".join(filter(None, (*letters, word)))
    return ((sign, style), f" {after}" if after else "")


def dots(influence: int | None) -> Part:
    """Return an influence as five dots, or five question marks."""
    if influence is None:
        return ("?" * GRADES, UNKNOWN)
    shown = "●" * influence + "·" * (GRADES - influence)
    return (shown, STRONG) if influence == GRADES else shown


def contact(person: Person, deal: DealOnDay) -> Words:
    """Return how well we know somebody, with a mark if that is nobody to leave unmet."""
    if person.coverage is None:
        return (("?", UNKNOWN),)
    alarm = person.coverage == "none" and of_weight(person, deal.settings)
    return (_CONTACTS[person.coverage], (" !", MINUS) if alarm else "")


def rival_letters(deal: DealOnDay) -> dict[str, str]:
    """Return a letter or more for each competitor that somebody carries: the shortest that differ.

    X alone is the sign of an enemy.
    """
    names = {
        rival: "".join(filter(str.isalnum, deal.opportunity.party_name(rival))).upper()
        for rival in carried(deal.present)
        if rival in deal.opportunity.competing(deal.day)
    }
    return {rival: _shortest(name, rival, names) for rival, name in names.items()}


def _shortest(name: str, rival: str, names: Mapping[str, str]) -> str:
    others = ("X", *(each for key, each in names.items() if key != rival))
    cuts = (name[:length] for length in range(1, len(name) + 1))
    unlike = (cut for cut in cuts if not any(each.startswith(cut) for each in others))
    return next(unlike, rival)


def backed_letters(person: Person, letters: Mapping[str, str]) -> list[str]:
    """Return the letters of the competitors that somebody wants to win."""
    return [letters[rival] for rival in backed(person) if rival in letters]
