"""What an account's file says about a customer across its deals, pure (method, section 9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tas_cli.assess.people import laid_over
from tas_cli.model.account import Account
from tas_cli.model.customer import Alignment, Need
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.nouns.account import NEEDS
from tas_cli.nouns.noun import records

DECIDING = ("decision_maker", "approver")
"""The roles of those who decide."""
APART = ("more", "delight")
"""The levels of a need that set a solution apart; a must gives no advantage."""
MUST = "must"


class Across(NamedTuple):
    """Somebody at the customer, with what each deal in which this person has a role says."""

    key: str
    person: Person
    deals: Mapping[str, Person]

    def deciding(self) -> list[str]:
        """Return the deals in which this person decides."""
        return [deal for deal, each in self.deals.items() if {*DECIDING}.intersection(each.roles)]


def across(account: Account, deals: Mapping[str, Opportunity]) -> list[Across]:
    """Return the people of an account and its open deals, those who decide in most deals first.

    A deal counts for those who have a role in it.
    """
    found: dict[str, dict[str, Person]] = {key: {} for key in account.people}
    known = dict(account.people)
    for name, deal in deals.items():
        for key, person in laid_over(account.people, deal.people).items():
            known.setdefault(key, person)
            there = found.setdefault(key, {})
            if deal.status == "open" and person.roles:
                there[name] = person
    listed = [Across(key, known[key], there) for key, there in found.items()]
    return sorted(
        listed, key=lambda each: (-len(each.deciding()), -len(each.deals), -(each.person.rank or 0))
    )


class Wish(NamedTuple):
    """One level of a need: its number in the file, the topic, and what is wanted."""

    number: str
    level: str
    need: Need

    @property
    def wanted(self) -> list[str]:
        """What is wanted on this level."""
        found: list[str] = getattr(self.need, self.level)
        return found


def _wishes(account: Account, levels: Iterable[str], sign: str) -> list[Wish]:
    """Return the levels of needs that our solution meets with this sign."""
    return [
        wish
        for record in records(NEEDS, account)
        for level in levels
        if isinstance(need := record.value, Need)
        and (wish := Wish(record.key, level, need)).wanted
        and need.met.get(level) == sign
    ]


def flanking(account: Account) -> list[Wish]:
    """Return what can change the criteria in our favor: what is more than a must, and we meet it.

    That this is what Flanking can use is our reading.
    """
    return _wishes(account, APART, "+")


def unmet(account: Account) -> list[Wish]:
    """Return the musts that our solution does not meet."""
    return _wishes(account, (MUST,), "-")


def checked(account: Account) -> list[Alignment]:
    """Return the self-checks, the newest first; of several on a day, the last in the file."""
    return sorted(account.alignment, key=lambda each: each.date)[::-1]
