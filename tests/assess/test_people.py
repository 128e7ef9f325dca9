"""People of a deal and of its account as one map."""

from __future__ import annotations

from datetime import date

import pytest

from tas_cli.assess.as_of import account_as_of, as_of
from tas_cli.assess.people import laid_over, present
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.reading.speakers import Speakers

SHARED = Person.model_validate(
    {
        "name": "Martin Kessler",
        "title": "CFO",
        "influences": ["ruiz"],
        "agenda": {"business": "margin"},
        "rivals": {"x-sys": "neutral"},
        "evidence": [{"what": "on the website"}],
    }
)


def test_the_deal_says_more_about_a_person_of_the_account() -> None:
    """A value or list of the deal replaces, mappings are merged, evidence is added."""
    own = Person.model_validate(
        {
            "title": "CEO",
            "influences": ["hart"],
            "agenda": {"personal": "the top job"},
            "rivals": {"medplan": "enemy"},
            "evidence": [{"what": "he said so"}],
        }
    )
    found = laid_over({"kessler": SHARED}, {"kessler": own, "hart": Person()})
    assert [*found] == ["kessler", "hart"]
    kessler = found["kessler"]
    assert (kessler.name, kessler.title, kessler.influences) == ("Martin Kessler", "CEO", ["hart"])
    assert kessler.agenda is not None
    assert (kessler.agenda.business, kessler.agenda.personal) == ("margin", "the top job")
    assert kessler.rivals == {"x-sys": "neutral", "medplan": "enemy"}
    assert [each.what for each in kessler.evidence] == ["on the website", "he said so"]


NAMED = [
    ("kessler", ["kessler"]),
    ("Martin KESSLER, CFO; elena ruiz", ["kessler", "ruiz"]),
    ("M. Kessler, CFO", ["kessler"]),
    ("Kessler and E Ruiz", ["kessler", "ruiz"]),
    ("kessler, analyst", ["kessler", "analyst"]),
    ("Ana Maria de Souza", ["souza"]),
    ("Ana Souza", ["souza"]),
    ("ANA MARÍA de Souzá, CEO", ["souza"]),
    ("王小明, 经理", ["wang"]),
    ("Kim", ["kim"]),
    ("Kim Lee", []),
    ("K. Lee", []),
    ("Lee", []),
    ("a", ["a"]),
    ("J. Kessler", []),
    ("Martin Kessler's assistant", []),
    ("Elena", []),
    (" , ; ", []),
    (None, []),
]


@pytest.mark.parametrize(("who", "ids"), NAMED)
def test_a_text_names_people_by_id_or_name(who: str | None, ids: list[str]) -> None:
    """Ids, names whole or in short, several in one text; what may mean two people is nobody."""
    people = {
        "kessler": SHARED,
        "ruiz": Person(name="Elena Ruiz, COO"),
        "souza": Person(name="Ana Maria de Souza"),
        "analyst": Person(unidentified="yes"),
        "kim": Person(name="Kim"),
        "wang": Person(name="王小明"),
        "a": Person(name="Kim Lee"),
        "b": Person(name="Kim Lee"),
    }
    assert Speakers(people).ids(who) == ids


def test_a_title_behind_a_name_is_no_second_person() -> None:
    """A title in any language belongs to the name before it, if the map has it for that person."""
    found = Speakers({"a": Person(name="Réto Zgraggen", title="Leiter Fertigung"), "b": Person()})
    assert found.each("Réto Zgraggen, Leiter Fertigung") == ["Réto Zgraggen, Leiter Fertigung"]
    assert found.each("Réto Zgraggen, Jo Beck") == ["Réto Zgraggen", "Jo Beck"]
    assert found.each("b, Leiter Fertigung") == ["b", "Leiter Fertigung"]


HISTORY = [
    {"date": "2026-10-05", "field": "people.kessler.status", "from": "enemy", "to": "neutral"},
    {"date": "2026-10-05", "field": "people.kessler.roles", "from": "user, evaluator"},
    {"date": "2026-10-07", "field": "people.hart", "to": "Sam Hart"},
]
PEOPLE = {
    "kessler": {"name": "Martin Kessler", "status": "neutral", "last_met": "2026-10-06"},
    "hart": {"name": "Sam Hart", "influence": "5"},
    "ruiz": {"name": "Elena Ruiz", "left": "2026-10-08"},
}


def test_people_are_those_of_the_day() -> None:
    """What history replaced is back, and what was not known yet is not there: in both files."""
    head = {"tas": "1", "name": "A", "people": PEOPLE, "history": HISTORY}
    deal = Opportunity.model_validate({**head, "customer": "B"})
    account = Account.model_validate(head)
    day = date(2026, 10, 4)
    for then in (as_of(deal, day), account_as_of(account, day)):
        assert [*then.people] == ["kessler", "ruiz"]
        kessler = then.people["kessler"]
        assert (kessler.status, kessler.last_met) == ("enemy", None)
        assert kessler.roles == ["user", "evaluator"]
        assert [*present(then.people, day)] == ["kessler", "ruiz"]
    later = as_of(deal, date(2026, 10, 8))
    assert later.people == deal.people
    assert [*present(later.people, date(2026, 10, 8))] == ["kessler", "hart"]
