"""What a page may show of a deal: the rest is taken out of the model before anything is assessed.

Pages get around. By default, they show who the people are, but not how they stand, what drives
them or how to treat them. For sharing outside, they show no names of people, no amounts and no
free text (`redaction.py`). The decision, the ratings and the process stay what they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tas_cli.assess.people import laid_over
from tas_cli.assess.redaction import Redaction
from tas_cli.model.account import Account
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Change, Opportunity
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings
from tas_cli.model.tracked import LISTED, of_person

if TYPE_CHECKING:
    from tas_cli.model.value import Case

SHOWN_OF_PEOPLE = (
    "name",
    "title",
    "company",
    "reports_to",
    "roles",
    "rank",
    "influence",
    "influences",
    "coverage",
    "last_met",
    "unidentified",
    "left",
    "evidence",
)
"""The fields of a person that every page shows: who somebody is, and our contact.

Of the roles, that of the sponsor stays out, because it says how somebody stands. The day on which
somebody leaves stays out until then. Evidence for an entry has its day and no words. Any other
field is private.
"""
_SPONSOR = "sponsor"
_OF_BENEFITS = ("perception", "perceived")
"""How its owner sees our value."""


class Disclosed(NamedTuple):
    """Some deals by short name, and their account, as a page may show them."""

    deals: dict[str, Opportunity]
    account: Account | None


class Disclosure(NamedTuple):
    """What a page may show: with `people`, how people stand; with `redact`, only what is public."""

    people: bool = False
    redact: bool = False

    def deal(
        self, name: str, deal: Opportunity, account: Account | None, day: date
    ) -> tuple[Opportunity, Account | None]:
        """Return a deal's file and its account's as a page of a day may show them."""
        shown = self.of({name: deal}, account, day)
        return shown.deals[name], shown.account

    def of(self, deals: Mapping[str, Opportunity], account: Account | None, day: date) -> Disclosed:
        """Return the files of a customer's deals, and its account's, as a page may show them.

        The same person has the same pseudonym in all of them.
        """
        shown = Disclosed(dict(deals), account)
        if not self.people:
            plain = {name: _deal(each, day) for name, each in shown.deals.items()}
            shown = Disclosed(plain, account and _account(account, day))
        if self.redact:
            shown = _redacted(shown)
        return shown

    def settings(self, settings: Settings) -> Settings:
        """Return the settings as a page may use them: redacted, without names and minimums."""
        return Redaction().model(settings) if self.redact else settings

    def hides(self, day: date, *files: Opportunity | Account | None) -> bool:
        """Whether anything about how people stand is left out of some files on a page of a day."""
        return not self.people and any(_plain(each, day) != each for each in files if each)


def _plain(file: Opportunity | Account, day: date) -> Opportunity | Account:
    return _deal(file, day) if isinstance(file, Opportunity) else _account(file, day)


def _redacted(shown: Disclosed) -> Disclosed:
    everybody = dict(shown.account.people) if shown.account else {}
    for each in shown.deals.values():
        everybody = laid_over(everybody, each.people)
    redaction = Redaction(everybody)
    account = shown.account and redaction.model(shown.account)
    return Disclosed(
        {name: redaction.deal(name, each) for name, each in shown.deals.items()}, account
    )


def _deal(deal: Opportunity, day: date) -> Opportunity:
    people, history = _people(deal.people, day), _history(deal.history)
    update: dict[str, Any] = {"people": people, "history": history}
    if deal.value:
        rivals = {key: _case(each) for key, each in deal.value.rivals.items()}
        update["value"] = _case(deal.value).model_copy(update={"rivals": rivals})
    return deal.model_copy(update=update)


def _account(account: Account, day: date) -> Account:
    needs = [each.model_copy(update={"people": []}) for each in account.needs]
    people, history = _people(account.people, day), _history(account.history)
    return account.model_copy(update={"people": people, "history": history, "needs": needs})


def _case(case: Case) -> Case:
    unseen = dict.fromkeys(_OF_BENEFITS)
    benefits = [each.model_copy(update=unseen) for each in case.benefits]
    return case.model_copy(update={"benefits": benefits})


def _people(people: Mapping[str, Person], day: date) -> dict[str, Person]:
    return {key: _person(each, day) for key, each in people.items()}


def _person(person: Person, day: date) -> Person:
    """Return who somebody is; what is not said stays unsaid, since files lie over one another."""
    said = person.model_fields_set.intersection(SHOWN_OF_PEOPLE)
    shown: dict[str, Any] = {name: getattr(person, name) for name in said}
    if "roles" in shown:
        shown["roles"] = [each for each in person.roles if each != _SPONSOR]
    if "evidence" in shown:
        shown["evidence"] = [Evidence.model_construct(when=each.when) for each in person.evidence]
    if not person.gone(day):
        shown.pop("left", None)
    return Person.model_construct(_fields_set=set(shown), **shown)


def _history(history: list[Change]) -> list[Change]:
    """Return the changes of fields that are shown, those of roles without that of the sponsor."""
    found = []
    for each in history:
        field = of_person(each.field)[1]
        if field == "roles":
            before, after = _roles(each.before), _roles(each.after)
            if before != after:
                found.append(each.model_copy(update={"before": before, "after": after}))
        elif field in ("", *SHOWN_OF_PEOPLE):
            found.append(each)
    return found


def _roles(text: str | None) -> str | None:
    named = (text or "").split(LISTED)
    return LISTED.join(each for each in named if each != _SPONSOR) or None
