"""What tas writes can be taken back: to the first bytes, or without what others changed since."""

from __future__ import annotations

import os
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest
from calls import CALLS
from changes import DEAL
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

TABLE = "criterion,rating,evidence\n5,+,They called\n9,-,\n"
ANSWERS = "step: confirmed\nby: lena\nactions: [{what: Call, owner: nicole, due: 2026-12-01}]\n"
MORE = (
    "rate a 5=- --evidence Called --who Meyer --replace",
    "rate a 12=+ 9:x-sys=- 5=u --replace",
    "rate a --confirm 7",
    "rate a --from table.csv --replace",
    "rate a 5= --replace",
    "set a amount=780000 expected_close=2027-06-30",
    "set a owner= name=Lifts",
    "choose a flanking --reason Because",
    "choose a none",
    "answer a three_to_one=yes --because Because",
    "step a none",
    "close a open",
    "notes a text=Said",
    "notes a 1 text=More",
    "notes a 1 --remove",
    "debrief a --answers answers.yaml",
    "actions done a 1",
    "new b --name Lifts --customer Harbour",
    "set b amount=5",
    "rate b 5=+",
    "check --fix",
)
GENERATED = ("schema --write", "check --output", "check --write-baseline", "init")
"""What is written only into files that can be made again at any time."""


def _writing() -> list[list[str]]:
    """Return every call that writes: those in the table of attacks, and more."""
    table = [
        call.words("a")
        for call in CALLS
        if call.writes and not call.names_file and not call.line.startswith((*GENERATED, "rename"))
    ]
    return [*table, *(line.split() for line in MORE)]


WRITING = _writing()


def _state(root: Path) -> dict[str, bytes]:
    files = (*root.glob("opportunities/*.yaml"), *root.glob("accounts/*.yaml"))
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}


def _start(tas: Tas, root: Path, text: str | bytes) -> None:
    write(root, {"opportunities/a.yaml": text, "table.csv": TABLE, "answers.yaml": ANSWERS})
    tas.at(root)


KINDS = {
    "lf": DEAL.encode(),
    "crlf": DEAL.replace("\n", "\r\n").encode(),
    "mark": b"\xef\xbb\xbf" + DEAL.encode(),
    "no-end": DEAL.rstrip("\n").encode(),
    "bare-sign": DEAL.replace('"+"', "+").encode(),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", KINDS)
def test_undoing_everything_gives_the_first_bytes(tas: Tas, tmp_path: Path, kind: str) -> None:
    """After any sequence of writing commands, each undo gives the state before one of them."""
    _start(tas, tmp_path, KINDS[kind])
    random = Random(kind)  # noqa: S311 - no secret
    states, used = [_state(tmp_path)], set()
    calls = random.sample(WRITING, k=len(WRITING) if kind == "lf" else 14)
    for words in [*calls, ["rename", "a", "c"]]:
        assert tas(*words).status in (0, 1, 2)
        if _state(tmp_path) != states[-1]:
            states.append(_state(tmp_path))
            used.add(words[0])
    assert len(used) > 3
    assert len(tas("undo", "--list", "--format", "json").json["changes"]) == len(states) - 1
    for before in reversed(states[:-1]):
        result = tas("undo")
        assert (result.status, result.err) == (0, "")
        assert _state(tmp_path) == before
    assert tas("undo").status == 1
    for after in states[1:]:
        assert tas("undo", "--redo").status == 0
        assert _state(tmp_path) == after
    assert tas("undo", "--redo").status == 1


def _disturbed(text: str, random: Random, mark: str) -> str:
    """Return a text as another hand leaves it: a line more, one other, one gone, or one twice."""
    lines = text.splitlines(keepends=True)
    at = random.randrange(len(lines))
    how = random.choice(["comment", "remark", "key", "gone", "twice", "sign"])
    if how == "comment":
        lines.insert(at, f"# {mark}\n")
    elif how == "remark":
        lines[at] = f"{lines[at][:-1]}  # {mark}\n"
    elif how == "key":
        lines.append(f"profit: 7  # {mark}\n")
    elif how == "gone":
        del lines[at]
    elif how == "twice":
        lines.insert(at, lines[at])
    else:
        lines[at] = lines[at].replace('"+"', '"-"').replace('"?"', '"+"')
    return "".join(lines)


def _lines(data: bytes) -> Counter[str]:
    return Counter(data.decode().splitlines(keepends=True))


def _elsewhere(tas: Tas, words: list[str], folder: Path) -> None:
    """Call tas as on another computer, whose journal is its own."""
    here = os.environ["TAS_STATE_DIR"]
    tas.env(TAS_STATE_DIR=str(folder))(*words)
    tas.env(TAS_STATE_DIR=here)


@pytest.mark.parametrize("other", ["by hand", "tas elsewhere"])
def test_nothing_of_another_hand_is_lost(tas: Tas, tmp_path: Path, other: str) -> None:
    """An undo after other changes takes back exactly its own lines, or changes nothing."""
    random = Random(other)  # noqa: S311 - no secret
    path, ways = tmp_path / "work/opportunities/a.yaml", Counter[str]()
    calls = [words for words in WRITING if words[1] == "a" or words[:2] == ["actions", "done"]]
    for number in range(40):
        _start(tas, tmp_path / "work", DEAL)
        for words in random.sample(calls, k=3):
            before = path.read_bytes()
            tas(*words)
            after = path.read_bytes()
            if after != before:
                break
        if other == "by hand":
            path.write_text(_disturbed(after.decode(), random, f"theirs-{number}"))
        else:
            _elsewhere(tas, random.choice(calls), tmp_path / "elsewhere")
        theirs = path.read_bytes()
        result = tas("undo", "a")
        now = path.read_bytes()
        if result.status:
            assert now == theirs
            assert result.err.startswith("tas: ")
        elif now != theirs:
            expected, ours, was = _lines(theirs), _lines(after), _lines(before)
            expected.subtract(ours)
            expected.update(was)
            assert _lines(now) == +expected, (words, result.out)
        ways[f"{result.status} {now == theirs}"] += 1
        while tas("undo", "a").status == 0:
            assert (b"theirs" in path.read_bytes()) == (b"theirs" in theirs)
        tas("undo", "--forget")
    assert ways["0 False"] > 12, ways
    assert ways["1 True"] > 1, ways
