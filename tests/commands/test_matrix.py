"""`tas matrix`: deals by time and potential, in the order to work them."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest
from cli import ROOT
from declared import undeclared
from page_text import tables
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

HEAD = "tas: 1\nname: Deal\ncustomer: National Manufacturing\naccount: national\n"
EXAMPLE = {
    "tas.yaml": "tas: 1\ncurrency: USD\nteam: {nicole: {}, samuel: {}}\n",
    "opportunities/platform.yaml": HEAD
    + "owner: nicole\namount: 7000000\nexpected_close: 2027-03-31\nprocess: {step: solution}\n"
    "tactics: [{what: Show the cash effect, due: 2026-12-04}]\n"
    "actions: [{date: 2026-11-20, what: Get the weights, owner: samuel, due: 2026-11-20}]\n",
    "opportunities/rollout.yaml": HEAD
    + "owner: samuel\namount: 4500000\nexpected_close: 2027-08-15\nprocess: {step: develop}\n"
    "next: {date: 2026-12-02, what: Value review}\n",
    "opportunities/archive.yaml": HEAD
    + "owner: nicole\namount: 200000\nexpected_close: 2027-12-01\n"
    "on_hold: {since: 2026-11-02, trigger: Their rival launches first}\n",
    "accounts/national.yaml": "tas: 1\nname: National Manufacturing\npotential_deals:\n"
    "  - {what: One plant concept, amount: 20000000, when: 2028-11-20, trigger: New board}\n",
}
"""The method's own example: 7M and 4.5M in progress, 20M two years out, 200k on hold."""

MET = ", ".join(
    f"{each}: {{evidence: [{{when: 2026-11-02, who: A, what: B}}]}}"
    for each in ("change_in_strategy", "burning_issue_identified", "first_contacts_named")
)
"""Evidence for everything that completes the first step."""


@pytest.fixture
def example(tas: Tas, tmp_path: Path) -> Tas:
    """The workspace of the method's example."""
    return tas.at(write(tmp_path, EXAMPLE))


def placed(tas: Tas, *options: str) -> dict[str, list[str]]:
    """Return the names in each quadrant that has any."""
    found = tas("matrix", "--format", "json", *options).json
    listed = {each["key"]: [one["key"] for one in each["deals"]] for each in found["quadrants"]}
    return {key: names for key, names in listed.items() if names}


def test_the_example_of_the_method(example: Tas, page: SnapshotAssertion) -> None:
    """The picture has every deal at its time and potential; the list is in the order of work."""
    assert example("matrix").out == page
    assert placed(example) == {
        "in_progress": ["platform", "rollout"],
        "delayed": ["archive"],
        "long_term": ["1"],
    }


def test_a_document(example: Tas, page: SnapshotAssertion) -> None:
    """In markdown, the picture is a table."""
    assert example("matrix", "--format", "markdown").out == page


def test_a_page(example: Tas, tmp_path: Path) -> None:
    """With `--format html` or `--output`: a drawing, and the lists of the document."""
    shown = example("matrix", "--format", "html", "--owner", "nicole").out
    written = example("matrix", "--owner", "nicole", "--output", "m.html")
    assert written.out == "Wrote m.html.\n"
    assert (tmp_path / "m.html").read_text(encoding="utf-8") == shown
    heads = [table[0] for table in tables(shown)]
    assert heads[0][:2] == ["", "to 6 months"]
    assert [row[1] for table in tables(shown)[1:] for row in table[1:]] == [
        "platform",
        "archive",
        "One plant concept",
    ]
    refused = example("matrix", "--output", "m.html", "--format", "json")
    assert (refused.status, refused.err) == (2, "tas: --output is for a page of HTML, not json.\n")


def test_plain_lines(example: Tas) -> None:
    """Who asks for plain lines gets the same table, and no drawing."""
    shown = example.env(ACCESSIBLE="1")("matrix").out
    assert "┊" not in shown
    assert "later" in shown
    assert "7.0M" in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "early_stage"),
        ("expected_close: 2026-10-01", "in_progress"),
        ("expected_close: 2027-11-23", "in_progress"),
        ("expected_close: 2027-11-24", "early_stage"),
        ("expected_close: 2028-05-23", "early_stage"),
        ("expected_close: 2028-05-24", "long_term"),
        ("expected_close: 2026-12-01\nprocess: {step: qualify}", "early_stage"),
        ("expected_close: 2029-12-01\nprocess: {step: qualify}", "long_term"),
        ("expected_close: 2029-12-01\nprocess: {step: develop}", "in_progress"),
        ("process: {steps: {qualify: {completed: 2026-11-01}}}", "in_progress"),
        (f"process: {{steps: {{qualify: {{outcomes: {{{MET}}}}}}}}}", "in_progress"),
        ("process: {step: proof}\non_hold: {}", "delayed"),
        ("expected_close: 2029-12-01\non_hold: {since: 2026-11-02}", "delayed"),
        ("on_hold: {since: 2026-12-24}", "early_stage"),
        ("status: lost\nclosed: {to: no_decision}\non_hold: {trigger: A budget}", "delayed"),
        ("status: lost\nclosed: {to: in_house}\non_hold: {trigger: A budget}", None),
        ("status: lost\nclosed: {to: no_decision}", None),
        ("status: won", None),
    ],
)
def test_quadrants(tas: Tas, tmp_path: Path, text: str, expected: str | None) -> None:
    """The quadrant follows from the hold, the step and the date, each up to its limit."""
    deal = f"tas: 1\nname: Deal\ncustomer: Harbor\n{text}\n"
    tas.at(write(tmp_path, {"opportunities/a.yaml": deal}))
    assert placed(tas) == ({expected: ["a"]} if expected else {})


def test_filters(example: Tas, tmp_path: Path) -> None:
    """Filters go by owner, customer and account; a potential deal by its account's owners."""
    other = "tas: 1\nname: Other\ncustomer: Béta\nowner: samuel\n"
    coming = "tas: 1\nname: B\npotential_deals: [{what: One, when: 2027-01-05}]\n"
    write(tmp_path, {"opportunities/other.yaml": other, "accounts/beta.yaml": coming})
    nicole = {"in_progress": ["platform"], "delayed": ["archive"], "long_term": ["1"]}
    assert placed(example, "--owner", "nicole") == nicole
    assert placed(example, "--customer", "beta") == {"early_stage": ["other"]}
    assert placed(example, "--account", "beta") == {"early_stage": ["1"]}
    assert "other" not in str(placed(example, "--account", "national"))
    assert "not a deal yet" in example("matrix", "--account", "beta").out
    for wrong in (("--owner", "nobody"), ("--account", "nowhere")):
        assert example("matrix", *wrong).status == 2
    assert example("matrix", "--customer", "zzz").out == "No open deal matches.\n"


def test_nothing(tas: Tas, tmp_path: Path) -> None:
    """Without open and potential deals, the page says how to start one."""
    tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n"}))
    assert tas("matrix").out == "No open deals. `tas new` starts one.\n"
    assert placed(tas) == {}


def test_potential_stays_when_others_are_hidden(example: Tas) -> None:
    """The median is that of all deals, whatever a call shows."""
    found = example("matrix", "--owner", "samuel", "--format", "json").json
    potentials = [one["potential"] for each in found["quadrants"] for one in each["deals"]]
    assert (potentials, found["high"][0]["from"]) == (["high", "high"], "4500000.00")


def test_what_is_next(example: Tas) -> None:
    """What is overdue comes before what is due later, and a coming meeting counts, too."""
    found = example("matrix", "--format", "json").json["quadrants"][0]["deals"]
    first = {"kind": "action", "number": 1, "what": "Get the weights", "owner": "samuel"}
    assert found[0]["next_step"] == {**first, "due": "2026-11-20"}
    meeting = {"kind": "meeting", "number": None, "what": "Value review", "owner": None}
    assert found[1]["next_step"] == {**meeting, "due": "2026-12-02"}


CALL = "actions: [{date: 2026-11-20, what: Call"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next: {date: 2026-11-22, what: Review}", None),
        ("next: {date: 2026-11-23}", ("meeting", "meeting", None)),
        ("next: {with: [ann]}", ("meeting", "ann", None)),
        ("tactics: [{what: Ask, done: 2026-11-20}, {what: Show}]", ("tactic", "Show", "kim")),
        (f"{CALL}, due: 2027-01-05}}]\ntactics: [{{what: Ask}}]", ("action", "Call", "kim")),
        (f"{CALL}}}]\ntactics: [{{what: Ask, due: 2027-01-05}}]", ("tactic", "Ask", "kim")),
    ],
)
def test_steps(tas: Tas, tmp_path: Path, text: str, expected: tuple[str, ...] | None) -> None:
    """A past meeting and what is done are not next; what names nobody is up to the owner."""
    deal = f"tas: 1\nname: Deal\ncustomer: Harbor\nowner: kim\n{text}\n"
    tas.at(write(tmp_path, {"opportunities/a.yaml": deal}))
    quadrants = tas("matrix", "--format", "json").json["quadrants"]
    [step] = [one["next_step"] for each in quadrants for one in each["deals"]]
    assert (step and (step["kind"], step["what"], step["owner"])) == expected


def many(number: int) -> dict[str, str]:
    """Return a workspace in which most deals are in one cell of the matrix."""
    text = "tas: 1\nname: Deal\ncustomer: Harbor\nexpected_close: 2027-0{}-01\namount: {}\n"
    return {
        f"opportunities/d{each:03}.yaml": text.format(each % 3 + 2, f"{each + 1}000000")
        for each in range(number)
    }


@pytest.mark.parametrize(("number", "width"), [(16, 60), (16, 80), (300, 40), (300, 80)])
def test_many_deals(tas: Tas, tmp_path: Path, number: int, width: int) -> None:
    """The picture folds to numbers and counts and keeps its width; the list has every deal."""
    tas.at(write(tmp_path, many(number))).env(COLUMNS=str(width))
    lines = tas("matrix").out.splitlines()
    drawn = [line for line in lines if "│" in line]
    assert len({len(line.rstrip()) for line in lines if "┄" in line}) == 1
    assert max(map(len, drawn)) <= width
    cells = " ".join(line.split("│")[1].split("┊")[0] for line in drawn).split()
    folded = [int(word) for word in cells if word.startswith("+")]
    assert sum(folded) + len(cells) - len(folded) == number
    listed = [found[1] for line in lines if (found := re.match(r" *\d+ (d\d{3}) ", line))]
    assert sorted(listed) == [f"d{each:03}" for each in range(number)]


HOSTILE = [
    ("broken.yaml", "tas: 1\nname: [potential_deals\n"),
    ("shape.yaml", "tas: 1\nname: A\npotential_deals: 3\n"),
]


@pytest.mark.parametrize(("name", "text"), HOSTILE)
def test_a_broken_account_is_named(example: Tas, tmp_path: Path, name: str, text: str) -> None:
    """An account that cannot be used hides only its own potential deals, and is reported."""
    write(tmp_path, {f"accounts/{name}": text})
    found = example("matrix", "--format", "json")
    assert found.status == 0
    assert found.json["left_out"] == [f"accounts/{name}"]
    assert f"accounts/{name}" in found.err
    assert len(placed(example)) == 3


def test_declared(example: Tas, tmp_path: Path) -> None:
    """The document has the declared keys, with deals of every kind."""
    bare: dict[str, Any] = {"opportunities/bare.yaml": "tas: 1\nname: Bare\ncustomer: B\n"}
    write(tmp_path, bare)
    assert undeclared(example, "matrix") == []


def test_the_document_on_it(example: Tas) -> None:
    """docs/matrix.md shows the picture of the method's example, and calls that work."""
    text = (ROOT / "docs/matrix.md").read_text(encoding="utf-8")
    picture = text.split("```\n")[1]
    assert example("matrix").out.startswith(picture)
    calls = re.findall(
        r"^tas (.*?)(?:  +#.*)?$", text.split("```sh\n")[1].split("```")[0], re.MULTILINE
    )
    assert [example(*shlex.split(call.replace("acme", "platform"))).status for call in calls] == [
        0
    ] * 3
