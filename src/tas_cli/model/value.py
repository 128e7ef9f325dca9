"""What a deal is worth to the customer (method, sections 2 and 9).

Few files have any of it, so it is loaded once one has (`model/deferred.py`).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from tas_cli.method.value import cost_kinds, directions, patterns
from tas_cli.model.base import FileModel
from tas_cli.model.evidence import Evidence
from tas_cli.model.formula import LONGEST, FormulaError, check
from tas_cli.model.scalars import (
    Amount,
    Day,
    Id,
    Kind,
    Name,
    RequiredText,
    Text,
    YesNo,
    choice,
    whole,
)

HORIZON = 36
"""The months from `live` on for which value is added up, if the file does not say."""
_MAY_BE_FORMULA = r"^[-+*/()%.0-9kM \t]+$"
_NO_FORMULA = "a formula"


def _formula() -> CoreSchema:
    def checked(value: Any) -> str:
        text = "" if isinstance(value, (dict, list)) else str(value)
        try:
            check(text)
        except FormulaError as error:
            found = f" ({text[error.at - 1]!r})" if error.at <= len(text) else ""
            raise PydanticCustomError(
                "formula",
                "expected {expected}",
                {
                    "expected": _NO_FORMULA,
                    "wanted": f"at character {error.at}{found}: {error}; such as 2000 * 4k * 3%",
                    "names": "",
                },
            ) from None
        return text

    return core_schema.no_info_plain_validator_function(checked)


Formula = Annotated[
    str,
    Kind(
        "formula",
        _NO_FORMULA,
        "write numbers with + - * / ( ), n%, and k or M behind a number: 2000 * 4k * 3%",
        _formula,
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": _MAY_BE_FORMULA, "maxLength": LONGEST},
            ]
        },
        in_parts=True,
    ),
]
"""Arithmetic in the deal's currency, as the file has it; `model/formula.py` works it out."""
Direction = Annotated[str, choice("increase or decrease", *directions())]
CostKind = Annotated[str, choice("a kind of cost", *cost_kinds())]
PatternKey = Annotated[str, choice("a pattern of a sentence", *patterns())]
Per = Annotated[str, choice("month, year or once", "month", "year", "once")]
"""How often money flows."""
_PERCEPTION = ("-2", "-1", "0", "1", "2")
Perception = Annotated[
    str,
    Kind(
        "perception",
        "a whole number from -2 to 2",
        "write -2 (bad) to 2 (very good); 0 is neutral",
        lambda: core_schema.chain_schema(
            [
                core_schema.no_info_plain_validator_function(str),
                core_schema.literal_schema([*_PERCEPTION]),
            ]
        ),
        {"enum": [*map(int, _PERCEPTION), *_PERCEPTION]},
        _PERCEPTION,
    ),
]
"""How somebody sees our value today (our reading of the scale); 0 is neutral."""
Months = Annotated[
    int,
    Kind(
        "months",
        "a number of months",
        "write a whole number from 1 to 120",
        whole(1, 120),
        {"type": "integer", "minimum": 1, "maximum": 120},
    ),
]
"""A length of time in months."""


class Chain(FileModel):
    """The way from the customer's business to what only we can give it."""

    profile: Text | None = Field(default=None, description="What the customer's business is.")
    drivers: Text | None = Field(default=None, description="What makes it move.")
    initiatives: Text | None = Field(default=None, description="What it does about that.")
    capabilities: Text | None = Field(default=None, description="What it must be able to do.")
    solution: Text | None = Field(default=None, description="What of ours lets it do so.")
    differentiation: Text | None = Field(
        default=None, description="What of that only we have: the unique business value."
    )


class Benefit(FileModel):
    """What the customer gains, in figures, and whether it said so itself (sections 2 and 9)."""

    what: RequiredText = Field(description="What gets better for the customer.")
    driver: Text | None = Field(default=None, description="The business figure that changes.")
    direction: Direction | None = Field(default=None, description="increase or decrease.")
    owner: Id | None = Field(
        default=None, description="Whose business it is at the customer: a short name."
    )
    formula: Formula | None = Field(
        default=None, description="What it is worth, in `currency`: 2000 * 4k * 3%."
    )
    per: Per = Field(default="month", description="month, year or once; by default, month.")
    unique: YesNo | None = Field(default=None, description="yes if only we can give it.")
    perception: Perception | None = Field(
        default=None, description="How its owner sees our value today: -2 to 2, 0 is neutral."
    )
    perceived: Text | None = Field(default=None, description="The same in words.")
    confirmed: Evidence | None = Field(
        default=None, description="Where the customer confirmed the figures."
    )


class Cost(FileModel):
    """What it costs the customer."""

    what: RequiredText = Field(description="What the customer pays for.")
    amount: Amount | None = Field(default=None, description="How much, in `currency`.")
    per: Per = Field(default="once", description="month, year or once; by default, once.")
    kind: CostKind | None = Field(
        default=None, description="acquisition, possession, usage or risks."
    )


class Delay(FileModel):
    """What waiting costs the customer; it is shown beside the value, and never added to it."""

    formula: Formula | None = Field(default=None, description="What it costs, in `currency`.")
    per: Per = Field(default="month", description="month, year or once; by default, month.")


class Proposition(FileModel):
    """A sentence of the value proposition: a pattern with its slots filled."""

    pattern: PatternKey = Field(
        description="Which sentence; `tas explain value_proposition` lists them."
    )
    slots: dict[Name, Text] = Field(
        default_factory=dict,
        description="What goes into the sentence, by slot: outcome, solution and so on.",
    )


class Case(FileModel):
    """Value in figures: of our solution, or of a competitor's."""

    chain: Chain | None = Field(
        default=None, description="From the customer's business to what only one party can give it."
    )
    benefits: list[Benefit] = Field(default_factory=list, description="What the customer gains.")
    costs: list[Cost] = Field(default_factory=list, description="What it costs the customer.")
    live: Day | None = Field(default=None, description="From when it brings anything.")
    months: Months | None = Field(
        default=None, description="For how many months from `live` it is counted; by default, 36."
    )
    delay: Delay | None = Field(default=None, description="What waiting costs the customer.")
    propositions: list[Proposition] = Field(
        default_factory=list, description="The value in sentences."
    )

    @property
    def horizon(self) -> int:
        """For how many months from `live` on value is added up."""
        return self.months or HORIZON


class Value(Case):
    """What the deal is worth to the customer, and what a competitor's offer is."""

    rivals: dict[Id, Case] = Field(
        default_factory=dict, description="The same for competitors, by short name, to compare."
    )


MaybeValue = Value | None
