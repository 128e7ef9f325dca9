"""`tas undo`: the last change is taken back, brought back, listed or forgotten."""

from __future__ import annotations

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from time import time
from typing import TYPE_CHECKING, Any

import pytest
from changes import Deal
from workspaces import write

from tas_cli.commands import guided
from tas_cli.commands.app import build, load
from tas_cli.source.journal import entries
from tas_cli.source.journal.entries import DAYS, WRITES
from tas_cli.source.journal.recording import note, recording
from tas_cli.source.save import replace

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal in a workspace whose journal is in `state`."""
    tas.env(TAS_STATE_DIR=str(tmp_path / "state"))
    return Deal(tas, tmp_path / "work")


def _journal(deal: Deal) -> list[Path]:
    return sorted((deal.path.parents[2] / "state" / "journal").rglob("*.jsonl"))


def _changes(tas: Tas, *options: str) -> list[str]:
    listed = tas("undo", "--list", "--format", "json", *options).json["changes"]
    return [each["command"] for each in listed]


def test_rating_a_new_deal_at_once_is_an_entry_of_its_own(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the scorecard saves after `tas new` is undone, and listed, as scoring."""
    rate = load("rate")

    class Scorecard:
        def main(self, words: list[str], **options: Any) -> int:
            rate.main([*words, "5=+"], **options)
            return 0

    monkeypatch.setattr(guided, "confirmed", lambda _: True)
    monkeypatch.setattr(guided, "load", lambda _: Scorecard())
    write(tmp_path, {"tas.yaml": "tas: 1\n"})
    tas.at(tmp_path)
    with recording(["new", "a"]):
        build().main(["new", "a", "--name", "A", "--customer", "B"], standalone_mode=False)
        guided.offer_scorecard("a")
    listed = tas("undo", "--list", "--format", "json").json["changes"]
    assert [each["command"] for each in listed] == ["score a", "new a"]


def test_the_pages(deal: Deal, page: SnapshotAssertion) -> None:
    """What is listed, what an undo says, and what a refusal names."""
    deal.tas("rate", "a", "5=+", "--evidence", "He " + "really " * 20 + "called")
    deal.tas("new", "b", "--name", "Lifts", "--customer", "Harbour")
    deal.tas("set", "a", "amount=5", "owner=")
    deal.tas("rename", "b", "c")
    calls: tuple[tuple[str, ...], ...] = (
        ("undo", "--list"),
        ("undo", "--dry-run"),
        ("undo",),
        ("undo", "--redo"),
        ("undo", "--redo"),
        ("undo", "b"),
        ("undo", "c"),
        ("undo", "--redo", "b"),
        ("undo", "a", "--format", "json"),
        ("undo", "--list"),
    )
    shown = []
    for call in calls:
        result = deal.tas(*call)
        shown.append(f"$ tas {' '.join(call)} -> {result.status}\n{result.out}{result.err}")
    deal.path.write_text(deal.text.replace("called", "wrote"))
    result = deal.tas("undo", "a")
    shown.append(f"$ (changed by hand) tas undo a -> {result.status}\n{result.out}{result.err}")
    assert "\n".join(shown) == page


def test_a_change_by_hand_is_kept(deal: Deal) -> None:
    """Only the change of tas is taken back, and the message says that the rest is kept."""
    deal.tas("rate", "a", "7=-")
    deal.path.write_text(deal.text + "profit: 5\n")
    result = deal.tas("undo", "a")
    assert "what was changed since then is kept" in result.out
    assert deal.changes() == ["+ profit: 5"]


def test_what_something_else_needs_is_not_taken_back(deal: Deal) -> None:
    """A competitor whose ratings came later by hand stays."""
    deal.tas("competitors", "a", "new-co", "name=NewCo")
    deal.path.write_text(deal.text.replace('x-sys: "-"}', 'x-sys: "-", new-co: "+"}'))
    result = deal.tas("undo", "a")
    assert result.status == 1
    assert "without this change, " in result.err
    assert "new-co" in deal.text


def test_a_new_file_that_was_changed_stays(deal: Deal) -> None:
    """A file that tas made is removed only as long as it is as tas made it."""
    deal.tas("new", "b", "--name", "Lifts", "--customer", "Harbour")
    path = deal.path.with_name("b.yaml")
    path.write_text(path.read_text() + "# mine\n")
    result = deal.tas("undo")
    assert result.status == 1
    assert "has changed since `tas new b --name Lifts --customer Harbour` made it" in result.err
    assert path.read_text().endswith("# mine\n")


def test_a_file_that_is_gone(deal: Deal) -> None:
    """A file that was deleted since is reported, and not made again."""
    deal.tas("new", "b", "--name", "Lifts", "--customer", "Harbour")
    deal.tas("rate", "a", "5=+")
    deal.path.unlink()
    result = deal.tas("undo")
    assert (result.status, result.err.splitlines()[:2]) == (
        1,
        [
            "tas: opportunities/a.yaml no longer exists.",
            "  To take back the last change of another deal: tas undo b",
        ],
    )
    assert deal.tas("undo", "b").status == 0


def test_files_that_are_back_to_an_earlier_state(deal: Deal) -> None:
    """What git or an editor has taken back already is not taken back again."""
    states = [deal.path.read_bytes()]
    for words in ("rate a 7=-", "set a name=Lifts", "set a owner=lena"):
        deal.tas(*words.split())
        states.append(deal.path.read_bytes())
    deal.path.write_bytes(states[1])
    assert _changes(deal.tas) == ["rate a 7=-"]
    deal.path.write_bytes(states[2])
    for before in (states[1], states[0]):
        assert deal.tas("undo").status == 0
        assert deal.path.read_bytes() == before
    assert deal.tas("undo").status == 1
    deal.path.write_bytes(states[3])
    assert _changes(deal.tas) == ["set a owner=lena", "set a name=Lifts", "rate a 7=-"]


def _fixed(tas: Tas, root: Path) -> dict[str, str]:
    """Let one command fix three files, and return what they were."""
    text = "tas: 1\nname: A\ncustomer: B\nassessments:\n  - date: 2026-01-05\n    ratings:\n"
    text += "      solution_fit: {us: –}\n"
    broken = {f"opportunities/{name}.yaml": text for name in "abc"}
    tas.at(write(root, broken))("check", "--fix")
    assert _changes(tas) == ["check --fix"]
    return broken


def _now(root: Path, files: dict[str, str]) -> dict[str, str]:
    return {name: (root / name).read_text() for name in files}


def test_one_command_over_several_files(tas: Tas, tmp_path: Path) -> None:
    """All files of a command are taken back together, or none of them."""
    broken = _fixed(tas, tmp_path)
    path = tmp_path / "opportunities/b.yaml"
    fixed = path.read_text()
    path.write_text(fixed.replace("us:", "x:"))
    assert tas("undo").status == 1
    assert (tmp_path / "opportunities/a.yaml").read_text() == fixed
    path.write_text(fixed)
    assert tas("undo", "c").status == 0
    assert _now(tmp_path, broken) == broken


def test_an_undo_cut_off_in_the_middle(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be brought back, and then taken back whole."""
    broken, calls = _fixed(tas, tmp_path), []
    fixed = _now(tmp_path, broken)

    def cut_off(*arguments: Any) -> None:
        calls.append(arguments)
        if len(calls) > 1:
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr("tas_cli.source.rewrite.replace", cut_off)
        result = tas("undo")
    assert result.status == 1
    assert "Already taken back: opportunities/a.yaml." in result.err
    assert broken != _now(tmp_path, broken) != fixed
    assert tas("undo", "--redo").status == 0
    assert _now(tmp_path, broken) == fixed
    assert tas("undo").status == 0
    assert _now(tmp_path, broken) == broken


def test_a_process_killed_before_its_write(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal comes first: an entry whose change was not made is passed over."""
    deal.tas("rate", "a", "7=-")
    after = deal.text

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tas_cli.source.rewrite.replace", killed)
        assert deal.tas("rate", "a", "5=+").status == 130
        assert deal.tas("undo").status == 130
    assert len(_journal(deal)) == 3
    assert deal.text == after
    assert _changes(deal.tas) == ["rate a 7=-"]
    assert deal.tas("undo", "--redo").status == 1
    assert deal.tas("undo").status == 0
    assert deal.untouched
    assert deal.tas("undo", "--redo").status == 0
    assert deal.text == after


def test_a_journal_that_cannot_be_written(deal: Deal) -> None:
    """The change is made, and one line says that it cannot be undone."""
    (deal.path.parents[2] / "state").write_text("a file in the way")
    result = deal.tas("rate", "a", "5=+")
    assert result.status == 0
    assert not deal.untouched
    assert result.err.count("cannot be undone") == 1
    assert deal.tas("undo").status == 1


@pytest.mark.parametrize("cut", range(0, 700, 97))
def test_a_damaged_entry_is_left_out(deal: Deal, cut: int) -> None:
    """An entry that is cut short or overwritten is no entry, and the others still work."""
    deal.tas("rate", "a", "7=-")
    deal.tas("set", "a", "name=Lifts")
    path = _journal(deal)[-1]
    data = path.read_bytes()
    for damaged in (data[:cut], data[:cut] + b"\xff" + data[cut + 1 :], b"[1]\n{}\n"):
        path.write_bytes(damaged)
        assert deal.tas("undo", "--list").status == 0
        assert deal.tas("undo", "--dry-run").status in (0, 1)
    path.unlink()
    assert deal.tas("undo").status == 0
    assert [line[:8] for line in deal.changes()] == ["- name: ", "+ name: "]


@pytest.mark.parametrize("file", ["../x.yaml", "/etc/x.yaml", "", "a/../../x", "c:/x", "a\\b"])
def test_an_entry_about_a_file_elsewhere(deal: Deal, tmp_path: Path, file: str) -> None:
    """No entry leads out of the workspace."""
    write(tmp_path, {"x.yaml": "mine"})
    deal.tas("new", "b", "--name", "Lifts", "--customer", "Harbour")
    path = _journal(deal)[0]
    head, line, _ = path.read_text().split("\n")
    known = json.loads(line) | {"file": file, "after": entries.digest(b"mine")}
    path.write_text(f"{head}\n{json.dumps(known)}\n")
    assert deal.tas("undo").status == 1
    assert (tmp_path / "x.yaml").read_text() == "mine"


def test_an_entry_about_a_name_that_no_file_can_have(deal: Deal) -> None:
    """Such an entry is left out like a damaged one."""
    deal.tas("set", "a", "owner=kim")
    path = _journal(deal)[0]
    head, line, _ = path.read_text().split("\n")
    known = json.loads(line) | {"file": "\ud800", "after": None}
    path.write_text(f"{head}\n{json.dumps(known)}\n")
    assert "no change to take back" in deal.tas("undo").err


def test_the_last_fifty(deal: Deal) -> None:
    """Older changes are forgotten when there are more than fifty, or after thirty days."""
    for number in range(WRITES + 3):
        deal.tas("set", "a", f"name=N{number}")
    assert _changes(deal.tas) == [f"set a name=N{n}" for n in reversed(range(3, WRITES + 3))]
    assert len(_journal(deal)) == WRITES
    old = time() - (DAYS + 1) * 24 * 3600
    for path in _journal(deal)[:-1]:
        os.utime(path, (old, old))
    assert _changes(deal.tas) == [f"set a name=N{WRITES + 2}"]
    deal.tas("set", "a", "name=N")
    assert len(_journal(deal)) == 2


def test_journals_of_workspaces_that_are_gone(deal: Deal, tmp_path: Path) -> None:
    """The first change in another workspace removes what is too old everywhere."""
    deal.tas("rate", "a", "5=+")
    [path] = _journal(deal)
    os.utime(path, (0, 0))
    Deal(deal.tas, tmp_path / "other").tas("rate", "a", "5=+")
    assert not path.parent.exists()
    assert len(_journal(deal)) == 1


def test_several_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No entry of several writers is lost, and each writer's are in order."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))

    def writes(name: str) -> None:
        for number in range(10):
            with recording(["rate", name, str(number)]):
                note(tmp_path / name, tmp_path, b"a\n", b"b\n")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(writes, "abcd"))
    found = list(entries.entries(tmp_path))
    for name in "abcd":
        commands = [each.command for each in found if each.changes[0].file == name]
        assert commands == [f"rate {name} {number}" for number in reversed(range(10))]


def test_a_save_is_an_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files of a command are one entry; the same file again, as in a session, is the next."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))
    with recording(["score", "a"]):
        for name in ("a", "b", "a", "c", "c"):
            note(tmp_path / name, tmp_path, b"", b"1\n")
    found = [[each.file for each in entry.changes] for entry in entries.entries(tmp_path)]
    assert found == [["c"], ["a", "c"], ["a", "b"]]


def test_nothing_is_brought_back_after_a_new_change(deal: Deal) -> None:
    """Once tas writes something else, what was taken back stays so."""
    deal.tas("rate", "a", "7=-")
    deal.tas("undo")
    deal.tas("set", "a", "owner=lena")
    assert deal.tas("undo", "--redo").status == 1
    assert deal.tas("undo").status == 0
    assert deal.tas("undo", "--redo").status == 0
    assert deal.tas("undo", "--redo").status == 1


def test_forgetting(deal: Deal) -> None:
    """Nothing is left of a journal that was forgotten."""
    deal.tas("rate", "a", "7=-")
    assert deal.tas("undo", "--forget").out == (
        "Forgot 1 change: they can no longer be taken back.\n"
    )
    assert _journal(deal) == []
    assert deal.tas("undo").status == 1


def test_only_what_changes_a_file_is_kept(deal: Deal) -> None:
    """A dry run, a refusal and a change to nothing leave no entry; a read does not either."""
    for words in ("rate a 5=+ --dry-run", "rate a 99=+", "set a owner=nicole", "show a", "check"):
        deal.tas(*words.split())
    assert _journal(deal) == []


def test_each_workspace_has_its_own(deal: Deal, tmp_path: Path) -> None:
    """An undo takes back the last change of this workspace, not of another."""
    other = Deal(deal.tas, tmp_path / "other")
    other.tas("rate", "a", "5=+")
    deal.tas.at(deal.path.parent)("rate", "a", "7=-")
    assert deal.tas("undo").status == 0
    assert deal.tas("undo").status == 1
    assert (deal.untouched, other.untouched) == (True, False)
    assert deal.tas("undo", str(other.path)).status == 0
    assert other.untouched


@pytest.mark.parametrize(
    "options",
    [
        "a --forget",
        "--forget --list",
        "--forget --redo",
        "--forget --dry-run",
        "--list --dry-run",
        "--list --redo",
        "nobody",
        "nobody --redo",
    ],
)
def test_wrong_calls(deal: Deal, options: str) -> None:
    """What contradicts itself or names no deal is refused."""
    assert deal.tas("undo", *options.split()).status == 2


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("rate a 5=+", False),
        ("rate a 5=+ --evidence Called", False),
        ("rate a 7= --replace", True),
        ("set a amount=5", False),
        ("set a name=Lifts", True),
        ("set a name=Lifts --dry-run", False),
        ("notes a text=Said", False),
        ("competitors a x-sys --remove --replace", True),
    ],
)
def test_what_is_gone_can_be_brought_back(deal: Deal, line: str, gone: bool) -> None:  # noqa: FBT001 - a case
    """A change that leaves something out of the file, and of its history, says so."""
    result = deal.tas(*line.split())
    assert result.status == 0
    assert ("`tas undo` brings back what was there" in result.out) is gone
