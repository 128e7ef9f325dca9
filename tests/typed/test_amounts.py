"""Amounts as people in many countries type them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.model.currencies import CURRENCIES
from tas_cli.refusals import WrongCall
from tas_cli.today import parse_day
from tas_cli.typed import symbols
from tas_cli.typed.amounts import money
from tas_cli.typed.interpreter import Interpreter
from tas_cli.typed.separators import readings

TODAY = parse_day("2026-11-27")
SPELLED: dict[str, list[tuple[str, str]]] = {
    "as files have it": [("3000000", "3000000"), ("1250.50", "1250.50"), ("0.250", "0.250")],
    "short": [("780k", "780000"), ("1.2M", "1200000"), ("1,2 m", "1200000"), ("2bn", "2000000000")],
    "US": [("$780,000", "780000"), ("US$ 1,250.50", "1250.50"), ("1.2 million", "1200000")],
    "UK": [("£1,250,000", "1250000"), ("£1.5m", "1500000"), ("250,000.00", "250000.00")],
    "Germany": [("780.000,00 €", "780000.00"), ("1,2 Mio. €", "1200000"), ("250,- €", "250")],
    "Austria": [("€ 1.250.000,--", "1250000"), ("EUR 780.000", "780000")],
    "France": [("1 250 000 €", "1250000"), ("780 k€", "780000"), ("1\u202f250,50", "1250.50")],
    "Switzerland": [("CHF 1'250'000.-", "1250000"), ("Fr. 1’250.50", "1250.50")],
    "India": [("12,50,000", "1250000"), ("₹ 1,00,00,000", "10000000"), ("Rs 2 lakh", "200000")],
    "Sweden": [("780 000 kr", "780000"), ("12 Mkr", "12000000"), ("780 kSEK", "780000")],
    "Denmark": [("kr. 780.000,50", "780000.50"), ("1,5 mio. kr.", "1500000")],
    "Brazil": [("R$ 1.250.000,00", "1250000.00"), ("R$ 780.000", "780000")],
    "South Africa": [("R 1 250 000", "1250000"), ("R1.2m", "1200000")],
    "Japan": [("１，２５０，０００円", "1250000"), ("100万円", "1000000"), ("￥780,000", "780000")],
    "Poland": [("780 000,00 zł", "780000.00")],
    "a loss": [("-20k", "-20000"), ("−$20k", "-20000"), ("€ -1.5", "-1.5"), ("(20k)", "-20000")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"), [each for many in SPELLED.values() for each in many], ids=ascii
)
def test_spellings(text: str, meant: str) -> None:
    """An amount is understood however its country writes it."""
    assert Interpreter(TODAY).amount(text, "amount") == meant


TWO_THINGS = ["1.250", "1,250", "-20.000", "1.250M", "780,000k", "$1.250M", "KWD 1.250", "(1.250)"]


@pytest.mark.parametrize("text", TWO_THINGS)
def test_two_meanings(text: str) -> None:
    """An amount that means two things is refused with both, until `numbers:` settles it."""
    found = money(text)
    assert found
    assert len(found.meant) == 2
    with pytest.raises(WrongCall, match=f"can mean {re.escape(' or '.join(found.meant))}"):
        Interpreter(TODAY).amount(text, "amount")
    settled = [money(text, numbers) for numbers in ("1,234.56", "1.234,56")]
    assert {each.meant[0] for each in settled if each} == set(found.meant)


def test_a_currency_against_the_companys_way() -> None:
    """Where a symbol and the company's way to write numbers disagree, both readings are named."""
    assert money("€1.250") == (("1250",), ("EUR",))
    found = money("€1.250", "1,234.56")
    assert found
    assert found.meant == ("1250", "1.25")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("$5", "CAD"),
        ("5 US dollars", "USD"),
        ("RM 5", "MYR"),
        ("5 kr", "NOK"),
        ("¥5", "CNY"),
        ("Rs 5", "PKR"),
        ("5 eur", "EUR"),
    ],
)
def test_symbols_of_several_currencies(text: str, currency: str) -> None:
    """A symbol fits each currency that uses it, and no other."""
    assert Interpreter(TODAY, currency).amount(text, "amount") == "5"
    with pytest.raises(WrongCall, match="but the deal is in THB"):
        Interpreter(TODAY, "THB").amount(text, "amount")


@pytest.mark.parametrize(
    "text",
    ["", "k", "$", "a lot", "1,25.5", "1.25.000", "5T", "1e6", "USD 5 EUR", "5%", "1 2"],
)
def test_other_texts(text: str) -> None:
    """Anything else is left for the model to refuse."""
    assert money(text) is None
    assert Interpreter(TODAY).amount(text, "amount") == text


def test_symbols_stand_for_known_currencies() -> None:
    """Each symbol stands for currencies there are, none of them twice."""
    for symbol, codes in symbols._CODES.items():  # noqa: SLF001 - the table itself
        assert set(codes) <= set(CURRENCIES), symbol
        assert len(set(codes)) == len(codes), symbol


CANONICAL = st.from_regex(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", fullmatch=True, alphabet="-.0123456789")


@given(CANONICAL)
def test_canonical_amounts(text: str) -> None:
    """An amount as files spell it means itself, or is refused because it means two things."""
    found = money(text)
    assert found is not None
    assert found.meant == (readings(text) or (text,))


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@given(
    number=st.integers(1, 10**12),
    marks=st.sampled_from([",.", ".,", " ,", "'.", "’.", " .", "\u202f,"]),
    cents=st.sampled_from(["", "5", "05", "50"]),
    code=st.sampled_from(["", *CURRENCIES]),
    before=st.booleans(),
)
def test_any_amount(number: int, marks: str, cents: str, code: str, *, before: bool) -> None:
    """Whatever the marks and the currency, the meaning is the number, or both are named."""
    text = grouped(number, marks[0]) + (marks[1] + cents if cents else "")
    text = f"{code} {text}" if before else f"{text} {code}"
    found: Any = money(text)
    meant = Decimal(f"{number}.{cents or 0}")
    assert meant in map(Decimal, found.meant)
    one_separator = 10**3 <= number < 10**6 and marks[0] in ".," and not cents
    assert (len(found.meant) == 2) <= one_separator
    assert found.currencies == ((code,) if code else ())
