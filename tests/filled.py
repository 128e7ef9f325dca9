"""Models with every field filled: one entry in each list and mapping, and each text once.

Made by walking the types, so that a new field is filled without a new line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from tas_cli.model.paths import key_type, kind_of, model_at, type_below

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_cli.model.scalars import Kind

_Model = TypeVar("_Model", bound=BaseModel)
_FIXED = {
    "clock_time": "08:00",
    "currency": "EUR",
    "rating": "+",
    "date": "2026-11-02",
    "format_version": "1",
    "met": "yes",
    "name": "qualify",
    "quarter": "2027Q1",
    "score": "2.5",
}
"""What is written for kinds of scalar that hold neither text nor money."""
COMPETITORS = (
    "Opportunity.competitors",
    "Opportunity.incumbent",
    "Opportunity.partners",
    "Assessment.ratings",
    "Closed.to",
    "Partner.also_with",
    "Person.rivals",
    "Value.rivals",
)
"""Where short names of companies are."""


class Canaries:
    """The unique texts and figures that a model was filled with, each by its field."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}

    def files(self, models: Mapping[str, type[BaseModel]]) -> dict[str, str]:
        """Return files that have all fields, in which every short name leads somewhere.

        There is one competitor, one person and the account `full`.
        """
        texts = {
            name: self.fill(model).model_dump_json(by_alias=True, exclude_none=True)
            for name, model in models.items()
        }
        ids = {
            canary: where for canary, where in self.fields.items() if canary.startswith("canary-")
        }
        first = {where: canary for canary, where in reversed(ids.items())}
        one = dict.fromkeys(first, first["Opportunity.people"])
        one |= dict.fromkeys(COMPETITORS, first["Opportunity.competitors"])
        one |= {"Opportunity.account": "full"}
        for canary, where in ids.items():
            texts = {name: text.replace(canary, one[where]) for name, text in texts.items()}
        return texts

    def fill(self, model: type[_Model]) -> _Model:
        """Return a model that has all fields."""
        return model.model_validate(self._of(model, ""))

    def _of(self, annotation: Any, where: str) -> Any:
        if model := model_at(annotation):
            return {
                field.alias or name: self._of(
                    field.rebuild_annotation(), f"{model.__name__}.{name}"
                )
                for name, field in model.model_fields.items()
            }
        if keys := key_type(annotation):
            key = self._scalar(kind_of(keys), where)
            return {key: self._of(type_below(annotation, key), where)}
        if kind := kind_of(annotation):
            return self._scalar(kind, where)
        return [self._of(type_below(annotation, 0), where)]

    def _scalar(self, kind: Kind | None, where: str) -> str:
        assert kind is not None, where
        number = 70001 + 3 * len(self.fields)
        forms = {
            "text": f"Canary {number} words",
            "value": f"canary{number}",
            "id": f"canary-{number}",
            **dict.fromkeys(("amount", "signed_amount", "rate", "formula"), f"{number}"),
        }
        if kind.error not in forms:
            return _FIXED.get(kind.error) or str(
                kind.names[0] if kind.names else kind.json["minimum"]
            )
        canary = forms[kind.error]
        self.fields[canary] = where
        return canary
