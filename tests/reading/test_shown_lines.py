"""What people write who do not know the format: the finding shows the corrected line."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workspaces import HEAD

from tas_cli.diagnostics import Diagnostic
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as, read_opportunity

COMPETITOR = "competitors: {x-sys: {}}"
CELLS = f"{COMPETITOR}\nassessments:\n  - date: 2026-01-05\n    ratings:\n      solution_fit:\n"

WRITTEN: list[tuple[str, str, *tuple[str, ...]]] = [
    ("TAS108", "amount: $3,000,000", "amount: 3000000"),
    ("TAS108", "amount: 250k", "amount: 250000"),
    ("TAS108", "amount: 1.2M", "amount: 1200000"),
    ("TAS108", "amount: 1.250M", "amount: 1250000000", "amount: 1250000"),
    ("TAS108", "amount: 3 million", "amount: 3000000"),
    ("TAS108", "amount: 3 000 000", "amount: 3000000"),
    ("TAS108", "amount: 3'000'000", "amount: 3000000"),
    ("TAS108", "amount: 3_000_000", "amount: 3000000"),
    ("TAS108", "amount: EUR 3.000.000,50", "amount: 3000000.50"),
    ("TAS108", "amount: 250,000", "amount: 250000", "amount: 250"),
    ("TAS108", "amount: 1200000,5 # net", "amount: 1200000.5 # net"),
    ("TAS108", "profit: –5", "profit: -5"),
    ("TAS108", "profit: (5.000,00)", "profit: -5000.00"),
    ("TAS108", "profit: -$5k", "profit: -5000"),
    ("TAS108", "future_revenue: {one_year: 1M}", "future_revenue: {one_year: 1000000}"),
    ("TAS108", "expected_close: 31.03.2027", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: 31/03/2027", "expected_close: 2027-03-31"),
    ("TAS108", "closed: {date: 3/4/27}",
     "closed: {date: 2027-04-03}", "closed: {date: 2027-03-04}"),
    ("TAS108", "expected_close: 2027-3-31", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: 2027/03/31", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: 20270331", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: 31.3.27", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: March 31, 2027", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: 31st of Mar 2027", "expected_close: 2027-03-31"),
    ("TAS108", "expected_close: 2027-03-31 10:00", "expected_close: 2027-03-31"),
    ("TAS110", "expected_close: 2027-02-30", "expected_close: 2027-02-28"),
    ("TAS110", "expected_close: 2027-31-03", "expected_close: 2027-03-31"),
    ("TAS108", "currency: usd", "currency: USD"),
    ("TAS108", "currency: €", "currency: EUR"),
    ("TAS108", "currency: Dollars", "currency: USD"),
    ("TAS108", "currency: ¥", "currency: JPY", "currency: CNY"),
    ("TAS108", "status: Won", "status: won"),
    ("TAS108", "status: closed", "status: won", "status: lost", "status: disengaged"),
    ("TAS108", "status: Closed Won", "status: won"),
    ("TAS108", 'status: "open " # still', "status: open # still"),
    ("TAS108", "strategy: {chosen: Frontal}", "strategy: {chosen: frontal}"),
    ("TAS108", "process: {step: Develop}", "process: {step: develop}"),
    ("TAS108", f"{CELLS}        us: plus", 'us: "+"'),
    ("TAS108", f"{CELLS}        us: yes", 'us: "+"'),
    ("TAS108", f"{CELLS}        us: ✓", 'us: "+"'),
    ("TAS108", f"{CELLS}        us: {{rating: ✗}}", 'us: {rating: "-"}'),
    ("TAS108", f"{CELLS}        us: tbd", 'us: "?"'),
    ("TAS103", f"{CELLS}        us: ＋", 'us: "+"'),
    ("TAS102", f"{CELLS}        us: -", 'us: "-"'),
    ("TAS117", f"{CELLS}        xsys: '+'", "x-sys: '+'"),
    ("TAS117", f"{COMPETITOR}\nincumbent: xsys", "incumbent: x-sys"),
    ("TAS119", "competitors: {us: {name: U}}", "competitors: {us-company: {name: U}}"),
    ("TAS108", "strategy: {chosen: flanking, variation: alter_rules}",
     "strategy: {chosen: flanking, variation: alter_the_rules}"),
    ("TAS108", "competitors: {Müller GmbH: {}}", "competitors: {muller-gmbh: {}}"),
    ("TAS109", "owner: 2026", 'owner: "2026"'),
    ("TAS109", "owner: null", 'owner: "null"'),
    ("TAS109", "closed: {reason: true}", 'closed: {reason: "true"}'),
    ("TAS105", "Expected Close: 2027-03-31", "expected_close: 2027-03-31"),
    ("TAS105", "ammount: 3", "amount: 3"),
    ("TAS107", "competitors: {x: MedPlan}", "competitors: {x: {name: MedPlan}}"),
    ("TAS107", "competitors: MedPlan, x", "competitors: {medplan: {name: MedPlan}, x: {}}"),
    ("TAS107", "competitors: [MedPlan]", "competitors: {medplan: {name: MedPlan}}"),
    ("TAS107", "competitors: [name: X-Sys]", "competitors: {x-sys: {name: X-Sys}}"),
    ("TAS107", "competitors: none", "competitors: {}"),
    ("TAS107", "compelling_event: launch", "compelling_event: {what: launch}"),
    ("TAS107", "compelling_event: 2027-03-31", "compelling_event: {date: 2027-03-31}"),
    ("TAS107", "strategy: frontal", "strategy: {chosen: frontal}"),
    ("TAS107", "closed: [date: 2026-01-05, reason: x]", "closed: {date: 2026-01-05, reason: x}"),
    ("TAS107", "assessments: {date: 2026-01-05}", "assessments: [{date: 2026-01-05}]"),
    ("TAS107", "assessments: 2026-01-05", "assessments: [{date: 2026-01-05}]"),
    ("TAS107", "history: none", "history: []"),
    ("TAS107", "incumbent: {us: x}", "incumbent: [us]"),
    ("TAS107", "owner: [nicole]", "owner: nicole"),
    ("TAS107", "amount: [3]", "amount: 3"),
    ("TAS107", f"{CELLS[:-1]} '+'", 'solution_fit: {us: "+"}'),
    ("TAS107", f"{CELLS}        us: ['-']", 'us: "-"'),
    ("TAS107", f"{CELLS}        us: {{rating: '+', evidence: seen}}",
     "us: {rating: '+', evidence: [{what: seen}]}"),
]  # fmt: skip
"""The code; what follows HEAD, with the fault on its last line; each suggested line."""


def found_in(text: str) -> list[Diagnostic]:
    """Return the findings about a text that follows HEAD."""
    return list(read_opportunity(f"{HEAD}{text}\n".encode(), "f").diagnostics)


@pytest.mark.parametrize(("code", "text", *(["lines"])), [(c, t, s) for c, t, *s in WRITTEN],
                         ids=[ascii(text[-40:]) for _, text, *_ in WRITTEN])  # fmt: skip
def test_the_correct_line(code: str, text: str, lines: list[str]) -> None:
    """The help shows each line that may be meant, and with it nothing is wrong."""
    (found,) = found_in(text)
    assert found.code == code
    shown = re.findall(r"`([^`]+)`", found.help or "")
    assert shown[: len(lines)] == lines
    *before, last = text.split("\n")
    indent = last[: len(last) - len(last.lstrip())]
    for line in lines:
        assert not found_in("\n".join([*before, indent + line]))


BLOCKS = {
    "competitors:\n  - MedPlan\n  - x": "competitors: {medplan: {name: MedPlan}, x: {}}",
    "assessments:\n  by: m. l.\n  date: 2026-01-05": "assessments: [{by: m. l., date: 2026-01-05}]",
    "owner:\n  - nicole": "owner: nicole",
    "closed:\n- date: 2026-01-05": "closed: {date: 2026-01-05}",
}


@pytest.mark.parametrize(("text", "line"), BLOCKS.items())
def test_block_of_another_shape_is_shown_on_one_line(text: str, line: str) -> None:
    """A block of the wrong shape below a key is shown on the key's line."""
    (found,) = found_in(text)
    assert (found.code, f"did you mean `{line}`?" in (found.help or "")) == ("TAS107", True)
    assert not found_in(line)


MARKS = "0123456789.,-/'\"+?_ €$%kM:[]{}#&*!|>@²٣’\u00a0"
WORDS = [
    "31",
    "2027",
    "Mar",
    "won",
    "us",
    "x: ",
    "date: ",
    "name: ",
    "{x: {}}",
    "\n",
    "\n  ",
    "\n- ",
]
PIECES = st.sampled_from([*MARKS, *WORDS])
KEYS = st.sampled_from([field.alias or name for name, field in Opportunity.model_fields.items()])


@settings(max_examples=400)
@given(KEYS, st.lists(PIECES, min_size=1, max_size=7).map("".join))
def test_whatever_line_is_shown_ends_the_finding(key: str, value: str) -> None:
    """With the line in its place, the finding is gone."""
    text = f"{HEAD}{key}: {value}\n"
    for found in read_opportunity(text.encode(), "f").diagnostics:
        shown = re.search(r"(?:did you mean|write) `([^`]*: [^`]*)`", found.help or "")
        if shown is None or found.line <= HEAD.count("\n"):
            continue
        lines = text.split("\n")
        old = lines[found.line - 1]
        indent = "" if found.code == "TAS101" else old[: len(old) - len(old.lstrip())]
        lines[found.line - 1] = indent + shown[1]
        again = read_opportunity("\n".join(lines).encode(), "f").diagnostics
        place = (found.code, found.line, found.column)
        assert place not in [(each.code, each.line, each.column) for each in again]


SETTINGS = {
    "team: [Nicole, Jens L]": "team: {nicole: {name: Nicole}, jens-l: {name: Jens L}}",
    "currency: €": "currency: EUR",
    "rules: {TAS301: warn}": "rules: {TAS301: warning}",
    "rates: {USD: '1,08'}": "rates: {USD: 1.08}",
    "stale_after: 90 days": "stale_after: 90",
    "curency: EUR": "currency: EUR",
}


@pytest.mark.parametrize(("text", "line"), SETTINGS.items())
def test_settings_are_shown_their_lines_too(text: str, line: str) -> None:
    """The settings have the same kinds of value."""
    (found,) = read_as(Settings, f"tas: 1\n{text}\n".encode(), "tas.yaml").diagnostics
    assert f"did you mean `{line}`?" in (found.help or "")
    assert not read_as(Settings, f"tas: 1\n{line}\n".encode(), "tas.yaml").diagnostics


UNCLEAR = [
    "amount: tbd", "amount: -5", "amount: 3,00,00", "amount: 1.2.3,4,5", "amount: ''",
    "expected_close: Q3 2027", "expected_close: end of March", "expected_close: 45.45.2027",
    "expected_close: 2027", "currency: XXX", "status: ''", "amount: [1, 2]", "closed: [a, b]",
    "future_revenue: 300", f"{CELLS}        us: hopeful", f"{CELLS}        us: [a, b]",
]  # fmt: skip


@pytest.mark.parametrize("text", UNCLEAR, ids=ascii)
def test_no_line_is_guessed_from_an_unclear_message(text: str) -> None:
    """A value that could mean nothing, or anything, gets only the rule."""
    (found,) = found_in(text)
    assert "did you mean" not in (found.help or "")


def test_long_line_is_not_repeated() -> None:
    """An overlong line is left out, and only the value is shown."""
    (found,) = found_in(f"competitors: {{x: {{name: {'n' * 200}}}, y: {{name: 7}}}}")
    assert found.help == 'put it in quotes: `"7"`'


def test_a_good_file_does_not_load_the_module() -> None:
    """Reading a good file stays quick."""
    code = (
        "import sys; from tas_cli.reading.read import read_opportunity as read\n"
        f"assert not read({HEAD.encode()!r}, 'f').diagnostics\n"
        "print([name for name in sys.modules if name.startswith('tas_cli.reading.')])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not re.search(r"meant|reshaped|shown|repairs", loaded.stdout)
