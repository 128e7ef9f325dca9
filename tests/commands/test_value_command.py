"""`tas value` shows what a deal is worth, the answer first, and sets chain, start and waiting."""

from __future__ import annotations

import json
import shlex
from decimal import Decimal
from pathlib import Path

import pytest
from cli import Tas
from declared import undeclared
from meridian import DEAL, TODAY
from syrupy.assertion import SnapshotAssertion
from workspaces import HEAD, write

ID = "meridian-flow"
VALUE = """\
value:
  chain:
    profile: "Seven hospitals, 1.1 % margin"
    initiatives: "Standardize patient flow"
    solution: "Patient flow platform in all hospitals"
    differentiation: "Prediction trained on its own data"
  benefits:
    - what: Fewer penalties
      driver: penalties
      owner: ruiz
      formula: 210k
      unique: yes
      perception: 1
      perceived: "Good, but unproven"
      confirmed: {when: 2026-10-20, who: ruiz, what: "210k a month"}
    - {what: Agency hours, driver: overtime, direction: decrease, owner: kessler, formula: 7*310*62}
    - {what: Calmer staff, owner: nair}
    - {what: Shorter stays, formula: 1 / (2 - 2)}
  costs:
    - {what: Support, amount: 240000, per: year, kind: usage}
    - {what: Licenses, amount: 1850000, kind: acquisition}
    - {what: Training}
  live: 2027-07-01
  delay: {formula: 210k}
  propositions:
    - pattern: by_tracking
      slots: {system: your own discharge log, frequency: every six months}
    - pattern: by_shared_risk
  rivals:
    carebridge:
      benefits: [{what: Fewer penalties, formula: 90k}]
      costs: [{what: Licenses, amount: 1400000}, {what: Integration, amount: 30000, per: month}]
"""


pytestmark = pytest.mark.usefixtures("root")


@pytest.fixture
def root(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with the deal of Meridian Health and its value."""
    write(tmp_path, {"tas.yaml": "tas: 1\n", f"opportunities/{ID}.yaml": DEAL + VALUE})
    tas.at(tmp_path).env(TAS_TODAY=TODAY)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_page(tas: Tas, snapshot: SnapshotAssertion, form: str) -> None:
    """The page begins with the answer and names whom to ask next."""
    assert tas("value", ID, "--format", form).out == snapshot


def test_its_json_has_each_figure_exactly(tas: Tas) -> None:
    """Net value, payback and return are there for confirmed benefits and for all."""
    found = json.loads(tas("value", ID, "--format", "json").out)
    assert not undeclared(tas, f"value {ID}")
    assert found["value"]["confirmed"] == {
        "benefits": "7560000.00",
        "costs": "2570000.00",
        "net": "4990000.00",
        "payback_months": "9.7",
        "return_percent": "194",
    }
    assert found["value"]["claimed"]["payback_months"] == "5.7"
    assert [each["not_counted"] for each in found["value"]["benefits"]] == [
        None, None, "no formula", "division by zero",
    ]  # fmt: skip
    assert found["rivals"]["carebridge"]["claimed"]["costs"] == "2480000.00"


def test_on_an_earlier_day_nothing_is_confirmed_yet(tas: Tas) -> None:
    """--at leaves out what was confirmed later, and says that the rest is as now."""
    out = tas("value", ID, "--at", "2026-10-19").out
    assert "confirmed nothing yet" in out.replace("\n", " ")
    [heads] = (line.split() for line in out.splitlines() if line.endswith("Our claim"))
    assert heads == ["Our", "claim"]
    assert "Each month of waiting costs USD 210,000.\n" in out
    assert "shown as now" in out


FOUR = "  costs: [{what: B, amount: 4}]\n"
# What is added to a deal without value, and a part of the first sentence.
ANSWERS = {
    "nothing": ("", "No value in figures yet."),
    "no-figures": ("  benefits: [{what: Calm}]\n", "No benefit is in figures yet."),
    "no-costs": ("  benefits: [{what: A, formula: 10}]\n", "Worth USD 360 over 36 months."),
    "never": (
        "  benefits: [{what: A, formula: 1}]\n  costs: [{what: B, amount: 2, per: month}]\n",
        "Never paid back. All of it is our claim",
    ),
    "late": (
        "  benefits: [{what: A, formula: 1}]\n  costs: [{what: B, amount: 48}]\n",
        "Paid back in 48.0 months, after the 36 that are counted",
    ),
    "in-the-last-month": (
        "  benefits: [{what: A, formula: 1}]\n  costs: [{what: B, amount: 36}]\n",
        "Paid back in 36.0 months. All of it is our claim",
    ),
    "at-once": (
        "  benefits: [{what: A, formula: 9, per: once, confirmed: {who: Jo}}]\n" + FOUR,
        "Paid back at once on figures that Harbour confirmed. Nothing that counts is only",
    ),
    "waiting-once": ("  delay: {formula: 9k, per: once}\n", "Waiting costs USD 9,000 once."),
    "waiting-uncounted": ("  delay: {formula: 1/0}\n", "not counted: its formula divides by zero"),
    "procurement": (
        "  benefits: [{what: A, owner: jo}]\npeople: {jo: {title: Head of Purchasing}}\n",
        "Only procurement owns a benefit",
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer(tas: Tas, tmp_path: Path, name: str) -> None:
    """Whatever of the value is known, the page says what follows, or how to begin."""
    added, expected = ANSWERS[name]
    text = HEAD + (f"value:\n{added}" if added else "")
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/acme.yaml": text})
    out = tas.at(tmp_path).env(TAS_TODAY=TODAY)("value", "acme").out
    assert expected in " ".join(out.split())


def test_its_fields_are_set_and_cleared(tas: Tas, root: Path) -> None:
    """Short names are enough, dates look forward, and clearing all restores the file."""
    path = root / f"opportunities/{ID}.yaml"
    path.write_text(DEAL)
    given = ("solution=Flow", "chain.drivers=Penalties", "live=1 Sep", "months=24", "delay=2*3k")
    result = tas("value", ID, *given)
    assert result.status == 0, result.err
    assert path.read_text() == DEAL + (
        "value:\n  chain:\n    drivers: Penalties\n    solution: Flow\n"
        "  live: 2027-09-01\n  months: 24\n  delay:\n    formula: 2*3k\n"
    )
    assert tas("value", ID, "chain=", "live=", "months=", "delay=").status == 0
    assert path.read_text() == DEAL


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("delay=2*x",), "At character 3 ('x')"),
        (("months=0",), "months"),
        (("chain=all",), 'Write chain.solution="…"'),
        (("solutoin=A",), "Did you mean"),
        (("live",), "no value given"),
        (("live=today", "live=fri"), "given twice"),
        (("live=today", "--at", "today"), "applies only to the page"),
        (("live=today", "--format", "markdown"), "applies only to the page"),
        (("live=today", "--output", "value.svg"), "--output applies only to the page"),
    ],
)
def test_a_wrong_call_changes_nothing(
    tas: Tas, root: Path, words: tuple[str, ...], expected: str
) -> None:
    """A wrong call says what is wrong and what to write, and leaves the file alone."""
    before = (root / f"opportunities/{ID}.yaml").read_bytes()
    result = tas("value", ID, *words)
    assert (result.status, expected in result.err) == (2, True), result.err
    assert (root / f"opportunities/{ID}.yaml").read_bytes() == before


def test_its_commands_work(tas: Tas) -> None:
    """The commands that the page shows can be typed as they are."""
    shown = [
        line.strip(" >").replace("formula=…", "formula=5k").replace("owner=…", "owner=ruiz")
        for line in tas("value", ID).out.splitlines()
        if line.strip().startswith("> tas")
    ]
    assert len(shown) == 4
    for command in shown:
        result = tas(*shlex.split(command)[1:])
        assert result.status == 0, result.err


def test_the_calls_of_its_document_work(tas: Tas, root: Path) -> None:
    """Each call of docs/value.md, on another deal."""
    (root / f"opportunities/{ID}.yaml").write_text(DEAL)
    text = (Path(__file__).parents[2] / "docs/value.md").read_text(encoding="utf-8")
    calls = [line for line in text.splitlines() if line.startswith("tas ")]
    assert len(calls) == 14
    for call in calls:
        result = tas(
            *shlex.split(
                call.replace("acme", ID).replace("novak", "ruiz").replace("x-sys", "carebridge")
            )[1:]
        )
        assert result.status == 0, result.err


def test_a_picture_has_every_figure(tas: Tas, root: Path) -> None:
    """It goes to standard output or to a file, and its description has each figure exactly."""
    shown = tas("value", ID, "--format", "svg").out
    assert shown.startswith("<svg ")
    assert tas("value", ID, "--output", "a.svg").out == "Drew the value to a.svg.\n"
    assert (root / "a.svg").read_text() == shown
    figures = json.loads(tas("value", ID, "--format", "json").out)["value"]
    for key in ("confirmed", "claimed"):
        assert f"{abs(Decimal(figures[key]['net'])):,.0f}" in shown
    assert "Benefit, our claim: Agency hours: 4,843,440" in shown
    assert "Not counted: Calmer staff (not in figures yet)" in shown


def test_nothing_to_draw(tas: Tas, root: Path) -> None:
    """A deal without any figure gets no empty picture, but the command to begin with."""
    write(root, {"opportunities/a.yaml": HEAD})
    refused = tas("value", "a", "--output", "a.svg")
    assert (refused.status, "tas benefits a" in refused.err) == (1, True)
    assert not (root / "a.svg").exists()


def test_a_report_has_the_figures(tas: Tas, root: Path) -> None:
    """Its drawing comes with a table of them, exact; a deal without value has no such part."""
    write(root, {"opportunities/a.yaml": HEAD})
    shown = tas("report", ID, "--only", "value").out
    figures = json.loads(tas("value", ID, "--format", "json").out)["value"]
    for what, key in (("Net value, confirmed", "confirmed"), ("Net value with our", "claimed")):
        assert what in shown
        assert f">{Decimal(figures[key]['net']):,.0f}<".replace("-", "–") in shown
    assert "for figures: Calmer staff" in shown
    assert "tas benefits" not in shown
    assert 'id="value"' not in tas("report", "a").out
    kept = "The file keeps no history of the value: shown as now."
    assert kept in tas("report", ID, "--at", "2026-11-01").out
    assert kept not in shown
