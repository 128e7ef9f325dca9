"""Whatever a file says, the checks end, and each finding has a place in the file."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import run_limited

from tas_cli.checking.examine import examine, plain, restored
from tas_cli.method.catalogue import criterion_keys
from tas_cli.model.settings import Settings
from tas_cli.rules.catalogue import RULES
from tas_cli.source.text import decode

EXAMPLES = [
    path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[2] / "opportunities").glob("*.yaml"))
]
ALL = frozenset(rule.code for rule in RULES)
OTHER = {
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}": ["0001-01-01", "9999-12-31", "2026-11-23", "2026-11-24"],
    r'"[-+?]"': ['"+"', '"-"', '"?"', "{rating: '+'}", "{rating: '+', evidence: [{}]}", "–", "-"],
    r"(?<=: )[0-9]+$": ["0", "999999999999999", "0.000001", "1"],
    r"(?<=: )[a-z_]+$": ["open", "won", "lost", "frontal", "disengage", "us", "nobody", "maria"],
    r"(?m)^ *[a-z_]+:.*\n": ["", "# tas: ignore[TAS201] x\n", "#\n"],
    r"(?m)^  - date: .*\n": ["  - date: 2026-11-20\n", "  - date: 2027-01-01\n", ""],
}
"""Pieces of an example, and what may replace them."""


@st.composite
def altered(draw: st.DrawFn) -> bytes:
    """An example with some dates, signs, amounts, names or lines changed."""
    text = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(1, 12))):
        pattern = draw(st.sampled_from(sorted(OTHER)))
        places = list(re.finditer(pattern, text))
        if places:
            place = draw(st.sampled_from(places))
            other = draw(st.sampled_from(OTHER[pattern]))
            text = text[: place.start()] + other + text[place.end() :]
    return text.encode()


DAYS = st.sampled_from([date.min, date(2026, 1, 1), date(2026, 11, 23), date(2030, 1, 1), date.max])
SETTINGS = [
    {},
    {"stale_after": "1", "thresholds": {"order_amount": "0", "days_to_close": "1"}},
    {"team": {"maria": {"name": "x"}}, "thresholds": {"future_revenue": {"one_year": "5"}}},
]


@settings(max_examples=800)
@given(altered(), DAYS, st.sampled_from(SETTINGS))
def test_altered_examples(data: bytes, day: date, given_settings: dict[str, object]) -> None:
    """Any dates, signs and amounts: no exception, sorted findings, each inside the text."""
    examined = examine(data, Settings.model_validate(given_settings), day, ALL)
    lines = decode(data, errors="replace").content.splitlines()
    for found in examined.diagnostics:
        assert found.code in ALL
        assert found.message
        assert 1 <= found.line <= found.end_line <= len(lines) + 1
        assert found.column <= len(lines[found.line - 1] if found.line <= len(lines) else "") + 1
    assert all(a.sort_key <= b.sort_key for a, b in pairwise(examined.diagnostics))
    assert restored(plain(examined), "") == examined


def large(days: int, parties: int) -> bytes:
    """Return a file with that many assessments and parties, as large as allowed."""
    names = [f"c{number}" for number in range(parties)]
    lines = ["tas: 1\nname: n\ncustomer: c\ncompetitors:\n"]
    lines += [f"  {name}: {{}}\n" for name in names] + ["assessments:\n"]
    for day in range(days):
        sign = "+-"[day % 2]
        cells = ", ".join(f'{name}: "{sign}"' for name in ["us", *names])
        lines.append(f"  - date: {date.fromordinal(737000 + day)}\n    ratings:\n")
        lines += [f"      {key}: {{{cells}}}\n" for key in criterion_keys()]
    return "".join(lines).encode()


RUN = """
from datetime import date
from tas_cli.checking.examine import examine
from tas_cli.model.settings import Settings
examined = examine(data, Settings(), date(2026, 11, 23))
assert {found.code for found in examined.diagnostics}.isdisjoint({"TAS112"}), "not so large"
print("done")
"""


def test_large_files() -> None:
    """The maximum of assessments, or parties, is checked within narrow limits."""
    for days, parties in ((190, 3), (2, 550)):
        assert run_limited(RUN, large(days, parties), memory=512, seconds=4) == "done\n"
