"""The kinds of value in the files: how each is converted, and how the schema describes it.

A scalar comes as `str`, or as a bare number, boolean or null (`source.nodes.Bare`, whose `str()` is
what the author wrote). Each kind has one error, whose help says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from tas_cli.method import people
from tas_cli.method.catalogue import criterion_keys, strategies, tree
from tas_cli.model.currencies import CURRENCIES
from tas_cli.words import MONTHS

NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
NO_COMPETITOR = ("no_decision", "in_house")
"""What a customer does instead of buying from anybody."""
_WINNER_PATTERN = rf"^([a-z0-9][a-z0-9-]*|{'|'.join(NO_COMPETITOR)})$"
_WHOLE = re.compile(r"[0-9]{1,6}", re.ASCII)
_DIGITS = re.compile(r"[0-9]+(\.[0-9]+)?", re.ASCII)
_SIGNED_DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_AMOUNT = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)
_MOST_OF_AMOUNT = "write at most 15 digits before the point and 6 after it"
RATE_PATTERN = r"^(?=.*[1-9])[0-9]{1,9}(\.[0-9]{1,10})?$"
_RATE = re.compile(RATE_PATTERN, re.ASCII)
_MORE_THAN_NOTHING = re.compile(r"(?=.*[1-9])[0-9]+(\.[0-9]+)?", re.ASCII)
_MOST_OF_RATE = "write at most 9 digits before the point and 10 after it"
TOO_LONG = "too_many_digits"
"""The error of a number with more digits than its kind takes."""


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of scalar: `error` names what goes wrong, `wanted` says what to write."""

    error: str
    expected: str
    wanted: str
    core: Callable[[], CoreSchema]
    json: dict[str, Any]
    names: tuple[str, ...] = ()
    in_parts: bool = False
    """Whether `core` already says which of its parts failed."""
    held: Callable[[], CoreSchema] | None = None
    """Takes the text that `core` accepted, and may find it too long; `most` says the limit."""
    most: str = ""

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        if self.held is not None:
            kept = self.guard(self.held(), TOO_LONG, self.most)
            return core_schema.chain_schema([self.guard(self.core()), kept])
        return self.core() if self.in_parts else self.guard(self.core())

    def guard(self, schema: CoreSchema, error: str = "", wanted: str = "") -> CoreSchema:
        """Replace every error with this kind's one error, or the one given."""
        return core_schema.custom_error_schema(
            schema,
            custom_error_type=error or self.error,
            custom_error_message="expected {expected}",
            custom_error_context={
                "expected": self.expected,
                "wanted": wanted or self.wanted,
                "names": " ".join(self.names),
            },
        )

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.json)


def text_of(pattern: str | None = None) -> Callable[[], CoreSchema]:
    """Accept a text; if there is a pattern, one that contains it."""
    return lambda: core_schema.str_schema(strict=True, pattern=pattern)


def _scalar_text(value: Any) -> str:
    if isinstance(value, (dict, list)):
        raise ValueError  # noqa: TRY004 - pydantic turns it into the kind's error
    return str(value)


def _id(pattern: str = ID_PATTERN) -> CoreSchema:
    """Try text first, since nearly all ids are text, before converting anything else."""
    named = core_schema.str_schema(strict=True, pattern=pattern)
    text = core_schema.no_info_plain_validator_function(_id_text)
    other = core_schema.chain_schema([text, core_schema.str_schema(pattern=pattern)])
    return core_schema.union_schema([named, other], mode="left_to_right")


def _id_text(value: Any) -> str:
    """Return an id's text; a number needs no quotes, but a bare `true` or `null` does."""
    text = _scalar_text(value)
    if not isinstance(value, str) and text.isalpha():
        raise ValueError
    return text


def _day() -> CoreSchema:
    pattern = core_schema.str_schema(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    exists = IMPOSSIBLE_DATE.guard(core_schema.date_schema(strict=False))
    return core_schema.chain_schema([WRITTEN_DATE.guard(pattern), exists])


def _written(
    pattern: re.Pattern[str], convert: Callable[[str], Any] = str
) -> Callable[[], CoreSchema]:
    """Accept the text of a scalar that matches the pattern, and convert it."""

    def converted(value: Any) -> Any:
        text = _scalar_text(value)
        if not pattern.fullmatch(text):
            raise ValueError
        return convert(text)

    return lambda: core_schema.no_info_plain_validator_function(converted)


def whole(low: int, high: int) -> Callable[[], CoreSchema]:
    """Accept a whole number between two."""

    def within(text: str) -> int:
        if not low <= int(text) <= high:
            raise ValueError
        return int(text)

    return _written(_WHOLE, within)


def _one_of(*names: str) -> Callable[[], CoreSchema]:
    return lambda: core_schema.literal_schema(list(names))


def choice(what: str, *names: str) -> Kind:
    """Return the kind of a value that is one of some names; `what` is what it is called."""
    listed = ", ".join(names) if len(names) > 2 else " or ".join(names)
    return Kind(
        "choice",
        what,
        f"write one of: {listed}" if len(names) > 2 else f"write {listed}",
        _one_of(*names),
        {"type": "string", "enum": list(names)},
        names,
    )


WRITTEN_DATE = Kind(
    "date",
    "a date",
    "write the date as year-month-day, such as 2027-03-31",
    _day,
    {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    in_parts=True,
)
IMPOSSIBLE_DATE = Kind(
    "impossible_date",
    "a real date",
    "use a date that is on the calendar",
    core_schema.date_schema,
    {},
)

Text = Annotated[str, Kind("text", "text", "put it in quotes", text_of(), {"type": "string"})]
"""Text as the author wrote it; a bare number, boolean or null must be quoted."""

RequiredText = Annotated[
    str,
    Kind("text", "text", "put it in quotes", text_of(r"\S"), {"type": "string", "pattern": r"\S"}),
]
"""Text that must not be empty."""

AnyText = Annotated[
    str,
    Kind(
        "value",
        "a single value",
        "write a single value, as `history:` keeps it",
        lambda: core_schema.no_info_plain_validator_function(_scalar_text),
        {"type": ["string", "number", "boolean"]},
    ),
]
"""Any scalar, kept as it is written."""

Day = Annotated[date, WRITTEN_DATE]
"""A calendar day, YYYY-MM-DD."""

Amount = Annotated[
    Decimal,
    Kind(
        "amount",
        "an amount",
        "use digits, with a decimal point if needed: 3000000 or 1250.50",
        _written(_DIGITS),
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^[0-9]{1,15}(\.[0-9]{1,6})?$"},
            ]
        },
        held=_written(_AMOUNT, Decimal),
        most=_MOST_OF_AMOUNT,
    ),
]
"""Money in the opportunity's currency: exact, never negative."""

SignedAmount = Annotated[
    Decimal,
    Kind(
        "signed_amount",
        "an amount",
        "use digits, with a decimal point if needed: 900000, or -20000 for a loss",
        _written(_SIGNED_DIGITS),
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"},
            ]
        },
        held=_written(_AMOUNT, Decimal),
        most=_MOST_OF_AMOUNT,
    ),
]
"""Money that may be a loss."""

Rate = Annotated[
    Decimal,
    Kind(
        "rate",
        "an exchange rate",
        "use digits, with a decimal point if needed: 1.0834",
        _written(_MORE_THAN_NOTHING),
        {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0},
                {"type": "string", "pattern": RATE_PATTERN},
            ]
        },
        held=_written(_RATE, Decimal),
        most=_MOST_OF_RATE,
    ),
]
"""What one unit of a currency is worth in another: exact, above zero."""

Id = Annotated[
    str,
    Kind(
        "id",
        "a valid short name",
        "use lowercase letters, digits and hyphens, starting with a letter or digit",
        _id,
        {"type": "string", "pattern": ID_PATTERN},
    ),
]
"""The name of an opportunity or a party in files and on the command line."""

Winner = Annotated[
    str,
    Kind(
        "id",
        "a competitor's short name, no_decision or in_house",
        "write a competitor's short name, no_decision or in_house",
        lambda: _id(_WINNER_PATTERN),
        {"type": "string", "pattern": _WINNER_PATTERN},
        NO_COMPETITOR,
    ),
]
"""Who a deal was lost to: a competitor's id, or what the customer did instead."""

Name = Annotated[
    str,
    Kind(
        "name",
        "a valid name",
        "use lowercase letters, digits and underscores, starting with a letter",
        text_of(NAME_PATTERN),
        {"type": "string", "pattern": NAME_PATTERN},
    ),
]
"""The name of a step, an outcome or an activity: the method's own, or one of the settings."""

Currency = Annotated[
    str,
    Kind(
        "currency",
        "a currency code",
        "write a three-letter ISO 4217 code, such as USD or EUR",
        _one_of(*CURRENCIES),
        {"type": "string", "enum": list(CURRENCIES)},
    ),
]
"""A currency code (ISO 4217)."""

Rating = Annotated[
    Literal["+", "-", "?"],
    Kind(
        "rating",
        "a rating",
        'write "+", "-" or "?", including the quotes',
        _one_of("+", "-", "?"),
        {"type": "string", "enum": ["+", "-", "?"]},
    ),
]
"""What is known about a criterion for a party: favorable, unfavorable or unknown."""

CriterionKey = Annotated[str, choice("a criterion", *criterion_keys())]
StrategyKey = Annotated[str, choice("a strategy", *strategies())]
VariationKey = Annotated[
    str,
    choice(
        "a variation",
        *(variation.key for strategy in strategies().values() for variation in strategy.variations),
    ),
]
TreeStepKey = Annotated[str, choice("a question of the decision tree", *tree().steps)]
YesNo = Annotated[Literal["yes", "no"], choice("yes or no", "yes", "no")]
Status = Annotated[
    Literal["open", "won", "lost", "disengaged"],
    choice("a status", "open", "won", "lost", "disengaged"),
]
Forecast = Annotated[
    Literal["omitted", "pipeline", "best_case", "commit"],
    choice("a forecast category", "omitted", "pipeline", "best_case", "commit"),
]
ActivityStatus = Annotated[
    Literal["planned", "under_way", "done"],
    choice("a status", "planned", "under_way", "done"),
]
Proof = Annotated[
    Literal["shown", "not_shown", "doubtful"],
    choice("an answer", "shown", "not_shown", "doubtful"),
]
StepVerdict = Annotated[
    Literal["confirmed", "reset"], choice("a verdict on the step", "confirmed", "reset")
]
RuleLevel = Annotated[
    Literal["off", "info", "warning", "error"],
    choice("a level", "off", "info", "warning", "error"),
]
NumberStyle = Annotated[
    Literal["1,234.56", "1.234,56"],
    choice("a way to write numbers", "1,234.56", "1.234,56"),
]
"""An example that shows how a company writes numbers."""
DateOrder = Annotated[
    Literal["month_first", "day_first"],
    choice("an order of dates", "month_first", "day_first"),
]
"""Whether 3/4/2027 is a day of March or of April."""
Month = Annotated[str, choice("a month", *MONTHS)]
RoleKey = Annotated[str, choice("a role", *people.roles())]
StandingKey = Annotated[str, choice("a status", *people.standings())]
"""How somebody stands with us, or with a competitor."""
CoverageKey = Annotated[str, choice("a degree of contact", *people.coverages())]
AdaptabilityKey = Annotated[str, choice("an attitude to change", *people.adaptabilities())]
ApproachKey = Annotated[str, choice("an approach", *people.approaches())]
CredibilityKey = Annotated[str, choice("a kind of relationship", *people.credibility())]
InfluenceSource = Annotated[str, choice("a source of influence", *people.sources())]
PowerBand = Annotated[
    Literal["inner_circle", "structure"],
    choice("inner_circle or structure", "inner_circle", "structure"),
]
MarketKind = Annotated[
    Literal["mature", "emerging"], choice("a kind of market", "mature", "emerging")
]
_QUARTER_PATTERN = r"^[0-9]{4}Q[1-4]$"
Quarter = Annotated[
    str,
    Kind(
        "quarter",
        "a quarter",
        "write the fiscal year and the quarter, such as 2027Q1",
        text_of(_QUARTER_PATTERN),
        {"type": "string", "pattern": _QUARTER_PATTERN},
    ),
]
"""A quarter of the fiscal year."""
Days = Annotated[
    int,
    Kind(
        "days",
        "a number of days",
        "write a whole number from 1 to 3650",
        whole(1, 3650),
        {"type": "integer", "minimum": 1, "maximum": 3650},
    ),
]
"""A length of time in days."""
Grade = Annotated[
    int,
    Kind(
        "grade",
        "a grade from 1 to 5",
        "write a whole number from 1 (low) to 5 (high)",
        whole(1, 5),
        {"type": "integer", "minimum": 1, "maximum": 5},
    ),
]
"""A rank or an influence: 1 is the lowest, 5 the highest."""
_SCORE = re.compile(r"[1-4](\.[0-9]{1,2})?|5(\.0{1,2})?", re.ASCII)
Score = Annotated[
    Decimal,
    Kind(
        "score",
        "a score from 1 to 5",
        "write a number from 1 to 5, with a decimal point if needed: 2.5",
        _written(_SCORE, Decimal),
        {
            "anyOf": [
                {"type": "number", "minimum": 1, "maximum": 5},
                {"type": "string", "pattern": r"^([1-4](\.[0-9]{1,2})?|5(\.0{1,2})?)$"},
            ]
        },
    ),
]
"""The mean of some grades, or a bound for it."""
Percent = Annotated[
    int,
    Kind(
        "percent",
        "a percentage",
        "write a whole number from 0 to 100",
        whole(0, 100),
        {"type": "integer", "minimum": 0, "maximum": 100},
    ),
]
"""A share in percent."""
FormatVersion = Annotated[
    int,
    Kind(
        "format_version",
        "version 1 of the format",
        "write `tas: 1`, or update tas",
        whole(1, 1),
        {"const": 1},
    ),
]
"""The version of the file format."""
