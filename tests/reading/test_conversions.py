"""How each field converts the characters that an author wrote."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from workspaces import HEAD, opportunity

from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as, read_opportunity

REFUSED = object()


def _owner(written: str) -> Any:
    return _field("owner", written)


def _field(field: str, written: str) -> Any:
    """Return the field's value, or REFUSED."""
    text = f"{HEAD}{field}: {written}\n"
    value = read_opportunity(text.encode(), "f.yaml").value
    return getattr(value, field) if value else REFUSED


# In a text field: what is written, and what is read.
TEXTS: dict[str, Any] = {
    **{
        text: text
        for text in [
            "yes", "no", "on", "off", "y", "n", "Yes", "NO", "12:30", "1:2:3", "1_000",
            "2024-01-01", "2024-02-30", "2024-01-01T10:00:00Z", "1.2.3", "1,000", "12 %", "0o9",
            "a  b", "+", "nil", "none", "None", "J. Meyer", "=SUM(A1)", "<b>x</b>",
            "a\\b", "漢字 😀", "http://x.example/a?b#c", "x#y", "--help",
        ]
    },
    **dict.fromkeys(
        [
            "12", "010", "-5", "+5", "0x1F", "0o17", "1.5", ".5", "5.", "1e3", ".inf", ".nan",
            "true", "True", "FALSE", "null", "~", "NULL", "7" * 5000, "[a]", "{a: b}", "[]", "{}",
        ],
        REFUSED,
    ),
    '"12"': "12",
    "'010'": "010",
    '"true"': "true",
    "'~'": "~",
    "''": "",
    "'  '": "  ",
    '"a\\nb"': "a\nb",
    "'it''s'": "it's",
    "|\n  one\n  two": "one\ntwo\n",
    ">-\n  one\n  two": "one two",
    "one\n  two": "one two",
    "": None,
    "# nothing": None,
    "x # why": "x",
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"), TEXTS.items(), ids=[repr(written)[:24] for written in TEXTS]
)
def test_text_is_kept_as_written(written: str, read: Any) -> None:
    """A text field keeps its characters; a bare number, boolean or null must be quoted."""
    assert _owner(written) == read


AMOUNTS: dict[str, Any] = {
    "0": Decimal(0),
    "3000000": Decimal(3000000),
    "'3000000'": Decimal(3000000),
    "1250.50": Decimal("1250.50"),
    "010": Decimal(10),
    "0.000001": Decimal("0.000001"),
    "999999999999999.999999": Decimal("999999999999999.999999"),
    "": None,
    **dict.fromkeys(
        [
            "-5", "+5", "1e6", "1_000", "1,000", "1.000.000", "1'000", "12:30", "0x10", "0o17",
            "3M", "300 EUR", "$5", "5.", ".5", ".inf", ".nan", "true", "null", "''", "' 5'", "5 5",
            "٣", "1٣", '"5\\n"', "1" * 16, "0.0000001", "9" * 5000, "Infinity", "NaN", "sNaN",
        ],
        REFUSED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("field", ["amount", "profit"])
@pytest.mark.parametrize(("written", "read"), AMOUNTS.items(), ids=[repr(a)[:20] for a in AMOUNTS])
def test_amount_is_exact_digits(field: str, written: str, read: Any) -> None:
    """Money is digits with at most one point, kept as written; only profit may be negative."""
    if field == "profit" and written == "-5":
        read = Decimal(-5)
    assert _field(field, written) == read


def test_amount_keeps_its_decimals() -> None:
    """1250.50 is not shortened to 1250.5."""
    assert str(_field("amount", "1250.50")) == "1250.50"


DATES: dict[str, Any] = {
    "2027-03-31": date(2027, 3, 31),
    "'2027-03-31'": date(2027, 3, 31),
    "2024-02-29": date(2024, 2, 29),
    "0001-01-01": date(1, 1, 1),
    "9999-12-31": date(9999, 12, 31),
    "": None,
    **dict.fromkeys(
        [
            "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01",
            "2024-1-1", "24-01-01", "2024/01/01", "01.02.2024", "20240101", "2024-W01-1",
            "2024-01-01 10:00", "2024-01-01T00:00:00", "2024-01-01Z", "tomorrow", "12:30", "2024",
            "true", "null", "''", '"2024-01-01\\n"', "' 2024-01-01'", "٢٠٢٤-٠١-٠١", "9" * 5000,
            "12024-01-01", "-2024-01-01",
        ],
        REFUSED,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("written", "read"), DATES.items(), ids=[repr(d)[:24] for d in DATES])
def test_date_is_year_month_day_and_exists(written: str, read: Any) -> None:
    """A date has one format and must be in the calendar."""
    assert _field("expected_close", written) == read


CHOICES: list[tuple[str, str, Any]] = [
    ("status", "open", "open"),
    ("status", "'won'", "won"),
    ("status", "", "open"),
    ("status", "Won", REFUSED),
    ("status", "null", REFUSED),
    ("status", "''", REFUSED),
    ("currency", "EUR", "EUR"),
    ("currency", "eur", REFUSED),
    ("currency", "XYZ", REFUSED),
    ("currency", "NO", REFUSED),
    ("currency", "", None),
    ("forecast", "best_case", "best_case"),
    ("forecast", "Commit", REFUSED),
    ("forecast", "", None),
    ("incumbent", "us", ["us"]),
    ("incumbent", "'nobody'", ["nobody"]),
    ("incumbent", "[us]", ["us"]),
    ("incumbent", "", None),
    ("incumbent", "'us, x'", REFUSED),
    ("incumbent", "true", REFUSED),
]


@pytest.mark.parametrize(("field", "written", "read"), CHOICES)
def test_choice_is_one_of_its_names(field: str, written: str, read: Any) -> None:
    """A field with a fixed set of names takes exactly these."""
    assert _field(field, written) == read


YES_NO: dict[str, Any] = {
    "yes": "yes", "no": "no", '"no"': "no",
    **dict.fromkeys(["true", "false", "Yes", "NO", "on", "y", "1", "null", "''"], REFUSED),
}  # fmt: skip


@pytest.mark.parametrize(("written", "read"), YES_NO.items(), ids=YES_NO)
def test_answer_is_yes_or_no_without_quotes(written: str, read: Any) -> None:
    """`answer: no` is the word, never a boolean."""
    text = f"{HEAD}strategy: {{answers: {{can_compete: {{answer: {written}}}}}}}\n"
    value = read_opportunity(text.encode(), "f.yaml").value
    strategy = value.strategy if value else None
    assert (strategy.answers["can_compete"].answer if strategy else REFUSED) == read


HISTORY: dict[str, Any] = {
    "3000000": "3000000", "3e6": "3e6", "010": "010", "2027-01-31": "2027-01-31", "no": "no",
    "true": "true", "null": "null", "'12'": "12", "": None, "''": "", "12:30": "12:30",
}  # fmt: skip


@pytest.mark.parametrize(("written", "read"), HISTORY.items(), ids=[repr(h) for h in HISTORY])
def test_history_keeps_any_single_value_as_written(written: str, read: Any) -> None:
    """The values of a change can be anything the field held, bare or quoted."""
    change = f"{{date: 2026-01-05, field: amount, from: {written} , to: x}}"
    (kept,) = opportunity(f"{HEAD}history: [{change}]\n").history
    assert (kept.before, kept.after) == (read, "x")


VERSIONS: dict[str, Any] = {
    "1": True, "'1'": True,
    **dict.fromkeys(["2", "0", "-1", "1.0", "one", "true", "null", "''", "9" * 5000], False),
}  # fmt: skip


@pytest.mark.parametrize(("written", "known"), VERSIONS.items(), ids=[v[:9] for v in VERSIONS])
def test_only_version_1_is_known(written: str, *, known: bool) -> None:
    """A file in another version of the format is not read as if it were this one."""
    text = f"tas: {written}\nname: n\ncustomer: c\n"
    assert (read_opportunity(text.encode(), "f.yaml").value is not None) == known


def test_ids_may_be_numbers() -> None:
    """A competitor called 42 can be declared, rated and be the incumbent, without quotes."""
    text = (
        f"{HEAD}competitors: {{42: {{name: Forty-two}}, 3m: {{name: 3M}}}}\nincumbent: [42, 3m]\n"
        "assessments: [{date: 2026-01-05, ratings: {solution_fit: {42: '+', 3m: '-'}}}]\n"
    )
    value = opportunity(text)
    assert list(value.competitors) == ["42", "3m"]
    assert value.incumbent == ["42", "3m"]
    assert list(value.assessments[0].ratings["solution_fit"]) == ["42", "3m"]


def test_a_single_incumbent_may_be_a_number() -> None:
    """`incumbent: 42` means the same as `incumbent: [42]`."""
    assert opportunity(f"{HEAD}competitors: {{42: {{name: x}}}}\nincumbent: 42\n").incumbent == [
        "42"
    ]


@pytest.mark.parametrize(
    "written", ["competitors:\n  x:\n", "competitors: {x: }\n", "competitors: {x}\n"]
)
def test_a_competitor_with_only_an_id_is_kept(written: str) -> None:
    """A competitor given only by name is declared or reported, never silently dropped."""
    reading = read_opportunity(f"{HEAD}{written}".encode(), "f.yaml")
    assert reading.diagnostics or (reading.value and list(reading.value.competitors) == ["x"])


EMPTY = {
    "scalar": ("owner", "owner:\n"),
    "mapping": ("compelling_event", "compelling_event:\n"),
    "list": ("assessments", "assessments:\n"),
    "comment": ("closed", "closed: # later\n"),
    "competitors": ("competitors", "competitors:\n"),
}


@pytest.mark.parametrize(("field", "written"), EMPTY.values(), ids=EMPTY)
def test_empty_value_equals_an_absent_one(field: str, written: str) -> None:
    """A key with nothing after it, as editors leave them, is the same as a missing key."""
    assert opportunity(HEAD + written) == opportunity(HEAD)
    assert field not in opportunity(HEAD + written).model_fields_set


def test_empty_cell_is_not_rated() -> None:
    """A party without a sign is a cell that this assessment does not state."""
    ratings = "      solution_fit:\n        us:\n"
    text = f"{HEAD}assessments:\n  - date: 2026-01-05\n    ratings:\n{ratings}"
    assert opportunity(text).assessments[0].ratings == {"solution_fit": {}}


# What is written in tas.yaml, the field, and its value or REFUSED with the finding's code.
SETTINGS: dict[str, tuple[str, str, Any]] = {
    "nothing": ("", "stale_after", 90),
    "comment-only": ("# ours\n", "currency", "USD"),
    "days": ("stale_after: 30\n", "stale_after", 30),
    "days-quoted": ("stale_after: '30'\n", "stale_after", 30),
    "days-zero": ("stale_after: 0\n", "TAS108", REFUSED),
    "days-too-many": ("stale_after: 3651\n", "TAS108", REFUSED),
    "days-with-decimals": ("stale_after: 30.0\n", "TAS108", REFUSED),
    "days-as-a-boolean": ("stale_after: true\n", "TAS108", REFUSED),
    "days-huge": (f"stale_after: {'9' * 5000}\n", "TAS108", REFUSED),
    "name-as-a-number": ("name: 42\n", "TAS109", REFUSED),
    "percent": ("steps: {close: {probability: 101}}\n", "TAS108", REFUSED),
    "percent-sign": ("steps: {close: {probability: 90%}}\n", "TAS108", REFUSED),
    "no-name-for-a-step": ("steps: {Close: {days: 3}}\n", "TAS108", REFUSED),
    "unknown-key": ("curency: EUR\n", "TAS105", REFUSED),
    "unknown-key-inside": ("thresholds: {order: 5}\n", "TAS105", REFUSED),
    "negative-threshold": ("thresholds: {profit: -5}\n", "TAS108", REFUSED),
    "level": ("rules: {TAS201: loud}\n", "TAS108", REFUSED),
    "level-off": ("rules: {TAS201: off}\n", "rules", {"TAS201": "off"}),
    "level-as-a-boolean": ("rules: {TAS201: false}\n", "TAS108", REFUSED),
    "other-version": ("tas: 2\n", "TAS115", REFUSED),
    "list": ("- a\n", "TAS107", REFUSED),
    "anchor": ("name: &a x\n", "TAS111", REFUSED),
    "duplicate": ("name: a\nname: b\n", "TAS104", REFUSED),
    "syntax": ("name: [\n", "TAS101", REFUSED),
    "unknown-key-without-value": ("curency:\n", "TAS105", REFUSED),
}


@pytest.mark.parametrize(("text", "named", "read"), SETTINGS.values(), ids=SETTINGS)
def test_settings_are_read_as_strictly_as_opportunities(text: str, named: str, read: Any) -> None:
    """tas.yaml has defaults for everything, and one finding for each fault."""
    reading = read_as(Settings, text.encode(), "tas.yaml")
    if read is REFUSED:
        assert reading.value is None
        assert [found.code for found in reading.diagnostics] == [named]
        assert reading.diagnostics[0].file == "tas.yaml"
    else:
        assert not reading.diagnostics
        assert getattr(reading.value, named) == read
