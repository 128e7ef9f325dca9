"""For any bytes: a value or diagnostics, never an exception, and everything at its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st
from workspaces import HEAD

from tas_cli.method.catalogue import criterion_keys, strategies, tree
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as, read_opportunity
from tas_cli.reading.reading import Reading
from tas_cli.source.faults import MAX_FAULTS

if TYPE_CHECKING:
    from tas_cli.diagnostics import Diagnostic
    from tas_cli.source.text import Text

EXAMPLES = [
    path.read_bytes()
    for path in sorted((Path(__file__).parents[2] / "opportunities").glob("*.yaml"))
]
LEAVES_A_VALUE = {"TAS102", "TAS103", "TAS504", "TAS505"}


def _indexes(text: Text) -> dict[tuple[int, int], int]:
    """Return the first index in the text for each line and column."""
    backwards = range(len(text.content), -1, -1)
    return {text.position(index): index for index in backwards}


def _well_placed(found: Diagnostic, indexes: dict[tuple[int, int], int]) -> None:
    start, end = (found.line, found.column), (found.end_line, found.end_column)
    assert min(start) >= 1
    assert start in indexes
    assert end in indexes
    assert indexes[start] <= indexes[end]


def _check(reading: Reading[Opportunity] | Reading[Settings]) -> None:
    """Assert what is true of every reading."""
    codes = {found.code for found in reading.diagnostics}
    assert (reading.value is not None) == (codes <= LEAVES_A_VALUE)
    assert len(reading.diagnostics) <= MAX_FAULTS
    assert all(a.sort_key <= b.sort_key for a, b in pairwise(reading.diagnostics))
    indexes = _indexes(reading.text) if reading.diagnostics else {}
    for found in reading.diagnostics:
        assert found.file == "f.yaml"
        assert found.message
        _well_placed(found, indexes)


def _check_both(data: bytes) -> None:
    _check(read_opportunity(data, "f.yaml"))
    _check(read_as(Settings, data, "f.yaml"))


@settings(max_examples=400)
@given(st.binary(max_size=200))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    """Bytes of any kind raise no exception, and every finding is inside the text."""
    _check_both(data)


@settings(max_examples=400)
@given(st.text(max_size=120))
@example("\r")
@example("a: [\r\n")
@example("a: '\r\n")
@example('"')
def test_any_text_is_read_or_reported(text: str) -> None:
    """The same is true of any Unicode text."""
    _check_both(text.encode("utf-8", errors="surrogatepass"))


KEYS = [*Opportunity.model_fields, *criterion_keys(), *tree().steps]
KEYS += ["us", "x", "rating", "evidence", "note", "date", "ratings", "what", "from", "to", "<<"]
WORDS = [*strategies(), "+", "-", "?", "–", "−", "yes", "no", "null", "~", "1", "010", "1.5"]
WORDS += ["2026-01-05", "2024-02-30", "USD", "won", "us", "x", "nobody", "''", '"-"', "'?'"]
SIGNS = ["-", "?", "+", "[", "]", "{", "}", ",", ":", ": ", "- ", "? ", "'", '"', "#", " # ", "&a"]
SIGNS += ["*a", "!", "!!str ", "|", ">", "|\n  ", "%", "@", "`", "---\n", "...\n", "<<<<<<< a\n"]
BLANKS = ["\n", "\n  ", "\n    ", "\n      ", "\r\n", "\r", "\t", " ", "\n- ", "\n  - "]
ODD = ["😀", "é", "\u200b", "\x00", "\x85", "\u2028", "\ufeff", "\ue000", "\x1b[31m", '"\\ud800"']

FRAGMENTS = st.lists(
    st.one_of(
        st.sampled_from(KEYS).map(lambda key: f"{key}: "),
        st.sampled_from(WORDS),
        st.sampled_from(SIGNS),
        st.sampled_from(BLANKS),
        st.sampled_from(ODD),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=1200)
@given(FRAGMENTS, st.booleans())
@example("incumbent: [us\n", True)  # noqa: FBT003 - as hypothesis gives it
@example("owner: {a: ?", True)  # noqa: FBT003
def test_fragments_of_the_format_are_read_or_reported(text: str, headed: bool) -> None:  # noqa: FBT001
    """The same is true of keys, signs, brackets, quotes and indentation in any order."""
    _check_both(((HEAD if headed else "") + text).encode())


# A file of the right shape, with anything in place of a value, a party or a key.
VALUES = st.one_of(st.sampled_from([*WORDS, ""]), FRAGMENTS.map(lambda text: text[:20]))


@st.composite
def _shaped(draw: st.DrawFn) -> str:
    lines = [HEAD, "competitors: {x: {name: X}}\nassessments:\n"]
    for day in range(draw(st.integers(0, 3))):
        lines.append(f"  - date: 2026-01-{day + draw(st.integers(1, 2)):02}\n    ratings:\n")
        for key in draw(st.lists(st.sampled_from(KEYS), max_size=3)):
            us, them = draw(VALUES), draw(VALUES)
            lines.append(f"      {key}: {{us: {us}, x: {them}}}\n")
    lines += [
        f"{key}: {draw(VALUES)}\n"
        for key in draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))
    ]
    return "".join(lines)


@settings(max_examples=600)
@given(_shaped(), st.sampled_from(["\n", "\r\n", "\r"]))
def test_files_of_the_right_shape_are_read_or_reported(text: str, line_end: str) -> None:
    """The same is true of anything as a value, with every line ending."""
    _check_both(text.replace("\n", line_end).encode())


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """Return an example file with one to three slices deleted, repeated, inserted or replaced."""
    data = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        other = draw(st.sampled_from([*KEYS, *WORDS, *SIGNS, *BLANKS, *ODD])).encode()
        middle = draw(st.sampled_from([b"", other, data[start:end] * 2, other + data[start:end]]))
        data = data[:start] + middle + data[end:]
    return data


@settings(max_examples=500)
@given(_mutated())
def test_damaged_examples_are_read_or_reported(data: bytes) -> None:
    """The same is true of a good file after a typing error."""
    _check(read_opportunity(data, "f.yaml"))


@settings(max_examples=200)
@given(_mutated())
def test_reading_twice_gives_the_same(data: bytes) -> None:
    """A reading depends on nothing but the bytes."""
    assert read_opportunity(data, "f.yaml") == read_opportunity(data, "f.yaml")


@settings(max_examples=200)
@given(st.sampled_from(EXAMPLES), st.data())
def test_a_truncated_example_never_invents_values(data: bytes, draw: st.DataObject) -> None:
    """A half-saved file has findings, or has only what the whole one has."""
    cut = draw.draw(st.integers(0, len(data)))
    reading = read_opportunity(data[:cut], "f.yaml")
    _check(reading)
    whole = read_opportunity(data, "f.yaml").value
    assert whole is not None
    if reading.value is not None:
        dates = [assessment.date for assessment in reading.value.assessments]
        assert dates == [assessment.date for assessment in whole.assessments][: len(dates)]
