"""A file for sharing outside: without names of people, amounts and free text; pure.

Every field of the model is private unless its kind cannot hold any of these, or it is declared
public here. So a new field stays in the house until somebody lets it out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Change, Opportunity
from tas_cli.model.paths import key_type, kind_of, type_below
from tas_cli.model.person import Person
from tas_cli.model.scalars import ID_PATTERN, Kind
from tas_cli.model.tracked import (
    COMPETITOR,
    OUT,
    is_tracked,
    of_person,
    person_field,
    tracked_value,
)
from tas_cli.reading.speakers import Speakers

REDACTED = "[redacted]"
"""Stands for a text, so that what was said still counts as said."""
PUBLIC_KINDS = frozenset(
    (
        "choice",
        "clock_time",
        "criterion_number",
        "currency",
        "date",
        "days",
        "format_version",
        "grade",
        "how_well",
        "met",
        "months",
        "name",
        "perception",
        "percent",
        "quarter",
        "rating",
        "score",
    )
)
"""The kinds of scalar that hold no name of a person, amount or free text, by their errors."""
PUBLIC = frozenset(
    (
        "Opportunity.customer",
        "Opportunity.account",
        "Opportunity.competitors",
        "Opportunity.incumbent",
        "Opportunity.partners",
        "Assessment.ratings",
        "Closed.to",
        "Competitor.name",
        "Partner.name",
        "Partner.also_with",
        "Person.rivals",
        "Account.name",
        "Settings.name",
        "Settings.rules",
        "StepSettings.title",
        "StepSettings.milestone",
        "OutcomeSettings.title",
    )
)
"""The fields that are public although their kind is not: companies, and the sales process."""
PUBLIC_CHANGES = (
    "currency",
    "expected_close",
    "forecast",
    "status",
    "compelling_event.date",
    "strategy.chosen",
    "process.step",
    "market",
)
"""The fields whose changes are public, beside those of competitors and people."""
_OF_COMPETITOR = re.compile(rf"{COMPETITOR}{ID_PATTERN.strip('^$')}({OUT})?")
_NAMES_PEOPLE = frozenset(("AgreedPlan.who", "NextMeeting.people"))
"""The texts in which people on the map may be named."""
_EMPTIED = frozenset(
    (
        "Opportunity.external_id",
        "Opportunity.notes",
        "Opportunity.value",
        "Cell.note",
        "ChosenStrategy.goal",
        "ChosenStrategy.objective",
        "ChosenStrategy.customer",
        "Account.external_id",
        "Account.priorities",
        "Account.potential_deals",
        "Account.swot",
        "Account.needs",
        "Account.conditions",
    )
)
"""The fields that would have nothing left to say."""
_TEXTS = ("text", "value")
_Model = TypeVar("_Model", bound=BaseModel)


class Redaction:
    """Redacts files that have some people in common; each has the same pseudonym in all of them."""

    def __init__(self, everybody: Mapping[str, Person] | None = None) -> None:
        people = everybody or {}
        self._keys: dict[str, str] = {}
        self._speakers = Speakers(people)
        for key in people:
            self._key(key)

    def deal(self, name: str, deal: Opportunity) -> Opportunity:
        """Return a deal's file; the deal goes by its short name."""
        return self.model(deal).model_copy(update={"name": name})

    def model(self, value: _Model) -> _Model:
        """Return a model without anything that is not public."""
        kind = type(value)
        parts = {
            name: self._field(getattr(value, name), kind, name) for name in value.model_fields_set
        }
        return value.model_copy(update=parts)

    def _field(self, value: Any, model: type[BaseModel], name: str) -> Any:
        where = f"{model.__name__}.{name}"
        if where in _EMPTIED:
            return model.model_fields[name].get_default(call_default_factory=True)
        return self._part(value, _annotations(model)[name], where)

    def _part(self, value: Any, annotation: Any, where: str) -> Any:
        match value:
            case Change():
                return self._change(value)
            case Evidence():
                return self._evidence(value)
            case BaseModel():
                return self.model(value)
            case dict():
                return self._mapping(value, annotation, where)
            case list():
                return self._list(value, type_below(annotation, 0), where)
        return value if value is None else self._scalar(value, kind_of(annotation), where)

    def _mapping(self, value: dict[str, Any], annotation: Any, where: str) -> dict[str, Any]:
        """Return a mapping with its keys redacted as well; people also get their new names."""
        below, keys = type_below(annotation, ""), kind_of(key_type(annotation))
        parts = {
            self._scalar(key, keys, where): self._part(part, below, where)
            for key, part in value.items()
        }
        return {
            key: _renamed(part, key) if isinstance(part, Person) else part
            for key, part in parts.items()
            if part is not None
        }

    def _list(self, value: list[Any], annotation: Any, where: str) -> list[Any]:
        """Return a list: records by number, and equal texts as one, as how many says nothing."""
        parts = [self._part(each, annotation, where) for each in value]
        found = [each for each in parts if each is not None]
        if any(isinstance(each, BaseModel) for each in found):
            return [_numbered(each, number) for number, each in enumerate(found, 1)]
        return list(dict.fromkeys(found))

    def _scalar(self, value: Any, kind: Kind | None, where: str) -> Any:
        error = kind.error if kind else ""
        if where in PUBLIC or error in PUBLIC_KINDS:
            return value
        if error == "id":
            return self._key(value)
        if error not in _TEXTS:
            return None
        named = self._people_in(value) if where in _NAMES_PEOPLE else ""
        return value and (named or REDACTED)

    def _key(self, key: str) -> str:
        return self._keys.setdefault(key, f"person-{len(self._keys) + 1}")

    def _people_in(self, text: str) -> str:
        """Return the pseudonyms of the people on the map whom a text names."""
        return ", ".join(_name(self._key(key)) for key in self._speakers.ids(text))

    def _evidence(self, entry: Evidence) -> Evidence:
        """Return an entry that is as much evidence as before: its day, and who said it."""
        who = self._people_in(entry.who or "") or None
        what = REDACTED if entry.given else None
        return Evidence.model_construct(when=entry.when, who=who, what=what)

    def _change(self, change: Change) -> Change | None:
        """Return a change of a field that is public; None if it is not, or no value of it."""
        if not _is_public(change):
            return None
        values = {"field": change.field, "before": change.before, "after": change.after}
        key, name = of_person(change.field)
        if key:
            ends = {end: self._of_person(name, values[end]) for end in ("before", "after")}
            values = {"field": person_field(self._key(key), name), **ends}
        rest = {each: getattr(change, each) and REDACTED for each in ("reason", "by")}
        return change.model_copy(update=values | rest)

    def _of_person(self, name: str, text: str | None) -> str | None:
        """Return a value of a person's field; without a field, it is the name."""
        if not text or name not in ("", "reports_to"):
            return text
        return self._key(text) if name else REDACTED


@cache
def _annotations(model: type[BaseModel]) -> dict[str, Any]:
    """Return the type of each field; pydantic takes long to put them together."""
    return {name: field.rebuild_annotation() for name, field in model.model_fields.items()}


def _is_public(change: Change) -> bool:
    """Whether a change is one of a field that is public, from one of its values to another."""
    field = change.field
    public = field in PUBLIC_CHANGES or bool(_OF_COMPETITOR.fullmatch(field) or of_person(field)[0])
    if not (public and is_tracked(field)):
        return False
    try:
        for text in (change.before, change.after):
            tracked_value(field, text)
    except ValueError:
        return False
    return True


def _numbered(record: BaseModel, number: int) -> BaseModel:
    """Return a record that goes by its kind and number: Tactic 3; another one as it is."""
    if isinstance(record, Evidence) or getattr(record, "what", None) != REDACTED:
        return record
    kind = re.sub(r"(?<=[a-z])([A-Z])", r" \1", type(record).__name__).capitalize()
    return record.model_copy(update={"what": f"{kind} {number}"})


def _name(pseudonym: str) -> str:
    return pseudonym.replace("-", " ").capitalize()


def _renamed(person: Person, pseudonym: str) -> Person:
    """Return somebody with the pseudonym as the name, and without a title: it says who it is."""
    return person.model_copy(update={"name": _name(pseudonym), "title": None})
