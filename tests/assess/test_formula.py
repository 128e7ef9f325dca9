"""Formulas in a file: arithmetic as Python's own parser understands it, and nothing else."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.model.formula import DEEPEST, LONGEST, FormulaError, check, result

# What is no formula, the character where it stops being one, and what is wrong there.
WRONG: dict[str, tuple[str, int, str]] = {
    "empty": ("", 1, "missing at the end"),
    "only-spaces": ("  ", 3, "missing at the end"),
    "unfinished": ("2 *", 4, "missing at the end"),
    "two-numbers": ("2 3", 3, "operator is missing"),
    "number-before-a-bracket": ("2(3)", 2, "operator is missing"),
    "two-operators": ("2 * / 3", 5, "not expected here"),
    "power": ("2 ** 3", 4, "not expected here"),
    "plus-in-front": ("+2", 1, "not expected here"),
    "closed-twice": ("(2))", 4, "not expected here"),
    "never-closed": ("1 + (2", 5, "never closed"),
    "a-name": ("revenue * 2", 1, "not a number"),
    "a-call": ("__import__('os')", 1, "not a number"),
    "thousands": ("2,000 * 3", 2, "without a separator"),
    "scientific": ("2e3", 2, "not a number"),
    "small-m": ("2m", 2, "not a number"),
    "hex": ("0x10", 2, "not a number"),
    "other-digits": ("٣ * 2", 1, "not a number"),
    "other-minus": ("3 − 2", 3, "not a number"),
    "a-currency": ("$40", 1, "not a number"),
    "unfinished-decimal": ("2. * 3", 2, "not a number"),
    "percent-of-percent": ("50%%", 4, "not expected here"),
    "too-deep": ("(" * 30 + "1" + ")" * 30, DEEPEST + 2, "more than 20 deep"),
    "too-many-signs": ("-" * 50 + "1", DEEPEST + 2, "more than 20 deep"),
    "too-long": ("1+" * 150 + "1", LONGEST + 1, "longer than 200"),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_error_is_at_its_character(name: str) -> None:
    """What is no formula is refused at the character where it stops being one."""
    text, at, message = WRONG[name]
    with pytest.raises(FormulaError, match=re.escape(message)) as refused:
        result(text)
    assert refused.value.at == at


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2000 * 4k * 3%", "240000"),
        ("1.5M / 3", "500000"),
        ("7 * 310 * 62", "134540"),
        ("2 - 3 - 4", "-5"),
        ("12 / 3 / 2", "2"),
        ("2 + 3 * 4", "14"),
        ("-(2 + 3)%", "-1/20"),
        ("0.1 + 0.2", "3/10"),
    ],
)
def test_it_is_worked_out_exactly(text: str, value: str) -> None:
    """Operators bind as at school, from left to right, without rounding."""
    assert result(text) == Fraction(value)


def test_a_division_by_zero_is_a_formula() -> None:
    """It has no result, but it is arithmetic: what it comes to is not the file's form."""
    check("1 / (2 - 2)")
    with pytest.raises(ZeroDivisionError):
        result("1 / (2 - 2)")
    with pytest.raises(FormulaError):
        check("1 / 0 +")


@pytest.mark.parametrize("text", ["1M * 1k * 1M", "-1M * 1k * 1M", "*".join(["999M"] * 30)])
def test_more_than_an_amount_can_have_is_refused_at_the_end(text: str) -> None:
    """A figure that no page could show is a slip: most likely a k or an M too many."""
    with pytest.raises(FormulaError, match="more than 15 digits") as refused:
        check(text)
    assert refused.value.at == len(text) + 1
    check("1M * 1k * 1M - 0.01")


NUMBERS = st.from_regex(r"\A[1-9][0-9]{0,3}(\.[0-9]{1,2})?[kM]?%?\Z")


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(parts, st.sampled_from([" + ", "-", " * ", "/"]), parts).map("".join)
    return st.one_of(
        two, two.map("({})".format), parts.map("({})%".format), parts.map("-{}".format)
    )


@settings(max_examples=80)
@given(st.recursive(NUMBERS, _joined, max_leaves=8))
def test_a_valid_one_is_what_python_makes_of_it(text: str) -> None:
    """Any valid formula comes to what Python's parser and exact fractions make of it."""
    if len(text) <= LONGEST:
        assert _outcome(result, text) == _outcome(_by_python, text)


@settings(max_examples=150)
@given(st.one_of(st.text("0123456789+-*/()%kM. ", max_size=60), st.text(max_size=230)))
def test_any_text_is_worked_out_or_refused(text: str) -> None:
    """Any text has a result, and then is arithmetic, or an error at one of its characters."""
    if at := _refused_at(text):
        assert 1 <= at <= min(len(text), LONGEST) + 1
    else:
        assert re.fullmatch(r"[-+*/()%.0-9kM\s]+", text)
        assert _outcome(result, text) == _outcome(_by_python, text)


def _refused_at(text: str) -> int | None:
    """Return the character at which a text is refused; it may still divide by zero before."""
    try:
        check(text)
    except FormulaError as error:
        return error.at
    return None


def _outcome(work: Callable[[str], Fraction], text: str) -> Fraction | None:
    try:
        return work(text)
    except ZeroDivisionError:
        return None


_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _by_python(text: str) -> Fraction:
    """Work a formula out from the syntax tree that Python's own parser makes of it."""
    spelled = re.sub(r"([0-9.]+)([kM]?)", r"('\1', '\2')", " ".join(text.split()))
    return _node(ast.parse(spelled.replace("%", "**'%'"), mode="eval").body)


def _node(node: ast.expr) -> Fraction:
    match node:
        case ast.Tuple(elts=[ast.Constant(value=str(number)), ast.Constant(value=str(size))]):
            return Fraction(number) * {"": 1, "k": 1000, "M": 1000000}[size]
        case ast.BinOp(left=left, op=ast.Pow()):
            return _node(left) / 100
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_node(left), _node(right))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_node(operand)
    raise AssertionError(ast.dump(node))
