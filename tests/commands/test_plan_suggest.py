"""`tas plan --suggest` proposes tactics, and writes those that somebody takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import Tas
from declared import undeclared
from meridian import DEAL, FILES, ID, TODAY
from terminal import talk
from workspaces import opportunity, write

PATH = f"opportunities/{ID}.yaml"
MINE = "tactics:\n  - {what: Ask around, kind: retrieve, criteria: [15]}\n"


@pytest.fixture
def root(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with the deal of Meridian Health."""
    write(tmp_path, FILES)
    tas.at(tmp_path).env(TAS_TODAY=TODAY)
    return tmp_path


def taken(root: Path) -> list[tuple[str | None, list[int], list[str], str | None, str]]:
    """Return the tactics in the file, without their words."""
    return [
        (each.kind, each.criteria, each.people, each.owner, str(each.due))
        for each in opportunity((root / PATH).read_text(encoding="utf-8")).tactics
    ]


def test_nothing_is_written_unasked(tas: Tas, root: Path) -> None:
    """The list has each tactic with its reason and key, and leaves the file alone."""
    out = tas("plan", ID, "--suggest").out
    assert (
        " 1 R Find out who has the most power in this decision, and what they want  R15\n"
        "       #15 Political alignment alone narrows it down: undecided between Flanking\n"
        "       and Fragment. With Elena Ruiz, Priya Nair.\n"
    ) in out
    assert "17 more of the same kinds: P:first_capabilities_embraced," in out
    assert f"`tas plan {ID} --take R15 --due fri`" in out
    assert (root / PATH).read_text(encoding="utf-8") == DEAL
    assert "more of the same kinds" not in tas("plan", ID, "--suggest", "--all").out


def test_take(tas: Tas, root: Path) -> None:
    """Keys take suggestions in any case and order; nothing but the new tactics changes."""
    result = tas("plan", ID, "--take", "r@hart, R15 i9:Carebridge", "--due", "fri")
    assert result.status == 0, result.err
    assert taken(root) == [
        ("retrieve", [15], ["ruiz", "nair"], "nicole", "2026-12-04"),
        ("insulate", [9], ["ruiz", "whelan"], "nicole", "2026-12-04"),
        ("retrieve", [], ["hart"], "nicole", "2026-12-04"),
    ]
    assert f"{ID}: 3 tactics added for nicole, due 2026-12-04\n" in result.out
    assert f'`tas tactics {ID} 1 what="…"`' in result.out
    assert (root / PATH).read_text(encoding="utf-8").startswith(DEAL)
    covered = "Covered by open tactics: R15, I9:carebridge, R@hart, E@nair."
    assert covered in tas("plan", ID, "--suggest").out
    assert tas("undo").status == 0
    assert (root / PATH).read_text(encoding="utf-8") == DEAL


def test_owner_and_day(tas: Tas, root: Path) -> None:
    """Somebody else may do it; without a day, it is due in a week."""
    assert tas("plan", ID, "--take", "M3", "--owner", "tomas").status == 0
    assert taken(root) == [("minimize", [3], ["adeyemi", "kessler"], "tomas", "2026-12-07")]


def test_take_all(tas: Tas, root: Path) -> None:
    """All that is shown can be taken at once; what a limit left out can come next."""
    shown = tas("plan", ID, "--suggest", "--format", "json").json
    assert tas("plan", ID, "--take", "all").status == 0
    assert len(taken(root)) == len(shown["suggestions"])
    again = tas("plan", ID, "--suggest", "--format", "json").json
    assert {each["key"] for each in shown["suggestions"]} <= {*again["covered"]}
    tas("plan", ID, "--take", "all", "--all")
    assert "Nothing to suggest: open tactics cover" in tas("plan", ID, "--suggest").out


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("--take R16", "there is no suggestion 'r16'.\n  Did you mean R15"),
        ("--take zebra", "there is no suggestion 'zebra'.\n  `tas plan meridian-flow --suggest"),
        ("--take 99", "there is no suggestion '99'."),
        ("--take ,", "--take names no suggestion."),
        ("--take I9:carebridge --due someday", "--due someday is not a date"),
        ("--take I9:carebridge --format markdown", "--format markdown applies only to the list."),
        ("--suggest --due fri", "--owner and --due need tactics to take."),
        ("--suggest --at 2026-11-01", "--suggest cannot be combined with --at, a calendar"),
        ("--take R15 --output plan.ics", "--suggest cannot be combined with --at, a calendar"),
        ("--suggest goal=Win", "--suggest cannot be combined with --at, a calendar"),
    ],
)
def test_wrong_calls(tas: Tas, root: Path, call: str, said: str) -> None:
    """A wrong call says what is wrong, and writes nothing."""
    result = tas("plan", ID, *call.split())
    assert (result.status, result.err.count(said)) == (2, 1), result.err
    assert (root / PATH).read_text(encoding="utf-8") == DEAL


def test_what_an_open_tactic_covers_is_refused(tas: Tas, root: Path) -> None:
    """The same is not planned twice."""
    (root / PATH).write_text(DEAL + MINE, encoding="utf-8")
    result = tas("plan", ID, "--take", "r15")
    assert (result.status, result.err) == (2, "tas: an open tactic covers R15 already.\n")


def test_a_plan_in_few_keys(root: Path) -> None:
    """Eight tactics with owner and date take at most 60 keys: numbers, and Enter twice."""
    words = ["plan", ID, "--suggest"]
    answers = [("Take which", "1-8"), ("Who does it", ""), ("By when", "")]
    status, seen = talk(root, words, *answers, env={"TAS_TODAY": TODAY})
    assert (status, f"{ID}: 8 tactics added for nicole, due 2026-12-07" in seen) == (0, True), seen
    typed = [" ".join(["tas", *words]), *(answer for _, answer in answers)]
    assert sum(len(each) + 1 for each in typed) <= 60
    assert [each[3:] for each in taken(root)] == [("nicole", "2026-12-07")] * 8


def test_answers_at_a_terminal(root: Path) -> None:
    """A wrong number is asked again; what somebody else planned meanwhile is not planned twice."""

    def meanwhile() -> None:
        (root / PATH).write_text(DEAL + MINE, encoding="utf-8")

    status, seen = talk(
        root,
        ["plan", ID, "--suggest", "--owner", "lena"],
        ("Take which", "0-3"),
        ("Take which", "3 zebra"),
        ("Take which", "1, r@hart"),
        ("By when", meanwhile),
        ("", "fri"),
        env={"TAS_TODAY": TODAY},
    )
    assert status == 1
    said = " ".join(seen.split())
    assert "0-3 is not within 1-15." in said
    assert "there is no suggestion 'zebra'. Use numbers from 1 to 15." in said
    assert "does not suggest R15 any more" in said
    assert (root / PATH).read_text(encoding="utf-8") == DEAL + MINE


@pytest.mark.usefixtures("root")
def test_a_closed_deal(tas: Tas) -> None:
    """There is nothing to do in a deal that has ended."""
    tas("close", ID, "lost", "--reason", "Price", "--to", "carebridge")
    assert "The deal has ended: there is nothing to suggest." in tas("plan", ID, "--suggest").out


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    "option", ["--suggest", "--suggest --all", "--take R15", "--take M3 --dry-run"]
)
def test_json(tas: Tas, option: str) -> None:
    """What the JSON has is declared."""
    assert undeclared(tas, f"plan {ID} {option}") == []
