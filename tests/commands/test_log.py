"""`tas log`: what changed in a deal, day by day, from git and from the file itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cli import ROOT
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

DEAL = "opportunities/acme.yaml"
FIRST = "assessments:\n  - {date: 2026-11-02, by: kim, ratings: {compelling_event: {us: '+'}}}\n"
SECOND = "  - {date: 2026-11-05, by: lee, ratings: {compelling_event: {us: '-'}}}\n"


@pytest.fixture
def repository(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with a workspace."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = write(tmp_path / "deals", {"tas.yaml": "tas: 1\n"})
    git(folder, "init", "-q", "--initial-branch=main")
    tas.at(folder)
    return folder


def git(folder: Path, *arguments: str, day: str = "2026-11-01", author: str = "Ann") -> None:
    """Call git in a folder as somebody, on a day."""
    who = {"NAME": author, "EMAIL": "a@example.com", "DATE": f"{day}T12:00:00+00:00"}
    env = {
        f"GIT_{role}_{key}": each for role in ("AUTHOR", "COMMITTER") for key, each in who.items()
    }
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | env
    )


def commit(folder: Path, text: str, day: str, why: str, author: str = "Ann") -> None:
    """Write the deal's file and commit it."""
    write(folder, {DEAL: text})
    git(folder, "add", ".", day=day)
    git(folder, "commit", "-qm", why, day=day, author=author)


def days(tas: Tas, *options: str) -> list[Any]:
    """Return the days of the log."""
    found: list[Any] = tas("log", "acme", *options, "--format", "json").json["days"]
    return found


@pytest.mark.parametrize("output", ["text", "markdown"])
def test_page(tas: Tas, tmp_path: Path, page: SnapshotAssertion, output: str) -> None:
    """The log of an example, from its file alone, has every day with what changed on it."""
    write(tmp_path, {DEAL: (ROOT / "opportunities/kestrel-rail.yaml").read_text("utf-8")})
    assert tas.at(tmp_path)("log", "acme", "--format", output).out == page


def test_without_git(tas: Tas, tmp_path: Path) -> None:
    """Without git, days and authors are those that the file names."""
    found = days(tas.at(write(tmp_path, {DEAL: HEAD + FIRST + SECOND})))
    assert [(each["date"], each["by"]) for each in found] == [
        ("2026-11-02", ["kim"]),
        ("2026-11-05", ["lee"]),
    ]
    assert found[1]["difference"]["ratings"][0]["from"] == "+"


def test_with_git(tas: Tas, repository: Path) -> None:
    """In git, a change has the day, the author and the reason of its commit."""
    commit(repository, HEAD + FIRST, "2026-11-03", "acme: started")
    commit(repository, HEAD + FIRST + SECOND, "2026-11-09", "acme: #5 -", "Bob")
    commit(repository, HEAD + FIRST + SECOND + "# comment\n", "2026-11-10", "acme: a comment")
    write(repository, {DEAL: HEAD + FIRST + SECOND + "owner: kim\n"})
    first, second, now = days(tas)[-3:]
    assert [each["date"] for each in (first, second, now)] == [
        "2026-11-02",
        "2026-11-09",
        "2026-11-23",
    ]
    assert (first["by"], first["committed"]) == (["kim"], False)
    assert (second["by"], second["why"], second["committed"]) == (["Bob"], ["acme: #5 -"], True)
    assert (now["why"], now["committed"]) == (["not committed yet"], False)
    assert [each["field"] for each in now["difference"]["fields"]] == ["owner"]


def test_a_day_is_one_entry(tas: Tas, repository: Path) -> None:
    """Commits of a day are one entry, with all their authors and subjects."""
    commit(repository, HEAD, "2026-11-02", "one")
    commit(repository, HEAD + "amount: 1\n", "2026-11-04", "two")
    commit(repository, HEAD + "amount: 2\n", "2026-11-04", "three", "Bob")
    (found,) = days(tas)
    assert (found["by"], found["why"]) == (["Ann", "Bob"], ["two", "three"])
    (field,) = found["difference"]["fields"]
    assert (field["before"], field["after"]) == (None, "2")


def test_branches_do_not_undo_one_another(tas: Tas, repository: Path) -> None:
    """A change on each of two merged branches appears once."""
    commit(repository, HEAD + FIRST, "2026-11-02", "one")
    git(repository, "switch", "-qc", "other")
    commit(repository, HEAD + FIRST + SECOND, "2026-11-06", "ratings")
    git(repository, "switch", "-q", "main")
    commit(repository, f"{HEAD}owner: kim\n{FIRST}", "2026-11-07", "owner")
    git(repository, "merge", "-q", "other", "-m", "merge", day="2026-11-08")
    found = [each["difference"] for each in days(tas)][1:]
    assert [len(each["ratings"]) for each in found] == [1, 0]
    assert [len(each["fields"]) for each in found] == [0, 1]


def test_a_renamed_deal_keeps_its_log(tas: Tas, repository: Path) -> None:
    """What happened under an earlier name is there, too."""
    write(repository, {"opportunities/old.yaml": HEAD + FIRST})
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "started", day="2026-11-03")
    git(repository, "mv", "opportunities/old.yaml", DEAL)
    git(repository, "commit", "-qm", "renamed", day="2026-11-04")
    commit(repository, HEAD + FIRST + SECOND, "2026-11-09", "later")
    assert [each["date"] for each in days(tas)] == ["2026-11-02", "2026-11-09"]


def test_since(tas: Tas, tmp_path: Path) -> None:
    """--since leaves out older days, and a day in the future is refused."""
    tas.at(write(tmp_path, {DEAL: HEAD + FIRST + SECOND}))
    assert [each["date"] for each in days(tas, "--since", "5 Nov")] == ["2026-11-05"]
    assert "Nothing has changed since 2026-11-20." in tas("log", "acme", "--since", "20 Nov").out
    assert tas("log", "acme", "--since", "2027-01-01").status == 2


def test_hostile_commits(tas: Tas, repository: Path) -> None:
    """What git says cannot act on a terminal or become markup; broken versions are passed over."""
    evil = "\x1b[31m<b>@all\x1e\x1f :100644 [x](http://e.example)"
    commit(repository, HEAD + FIRST, "2026-11-03", "one")
    commit(repository, "tas: [", "2026-11-04", "broken")
    commit(repository, HEAD + FIRST + SECOND, "2026-11-05", "whole")
    commit(repository, HEAD + FIRST + SECOND + "owner: kim\n", "2026-11-09", evil, "*mia* <b>")
    text, markdown = (tas("log", "acme", "--format", each) for each in ("text", "markdown"))
    assert "Left out versions" in text.err
    assert "\x1b" not in text.out + markdown.out
    for wrong in ("<b>", "@all", "*mia*", "http:/"):
        assert wrong not in markdown.out
    *_, whole, last = [each["difference"] for each in days(tas)]
    assert (len(whole["ratings"]), last["fields"][0]["after"]) == (1, "kim")
