"""The golden files' own tools: a recording comes back as it was, and a difference is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import recording
from recording import Call, difference, load, meaning, save, seen, written

ROOT = Path("/somewhere/work")
REPORT = '{"code": "TAS101", "message": "so", "partialFingerprints": {"a": "1"}, "line": 4}\n'


def kept(out: str, **more: str) -> str:
    """Return a call that printed something, as it is kept."""
    return str(Call("check", 1, out, more.get("err", ""), {"changed a.yaml": more.get("diff", "")}))


@pytest.mark.parametrize("copies", [1, 5000])
def test_there_and_back(copies: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is kept, plain or compressed, is what comes back; the recording before goes."""
    monkeypatch.setattr(recording, "EXPECTED", tmp_path / "expected")
    save("list", [kept("before")] * (5001 - copies))
    calls = [kept("a\n\n──── b\n", err="no end"), kept("c\n")] * copies
    save("list", calls)
    assert load("list") == calls
    assert len(list((tmp_path / "expected").iterdir())) == 1


def test_what_cannot_be_seen() -> None:
    """Line ends, byte order marks, tabs and a missing end are named; machine paths are not kept."""
    before = {"a": b"x\r\ny\n", "b": b"1\n", "same": b""}
    after = {"a": b"\xef\xbb\xbfx\r\n\ty", "c": b"\xff\n", "same": b""}
    assert written(before, after, ROOT) == {
        "changed a": "@@ -1,2 +1,2 @@\n-x␍\n-y\n+<BOM>x␍\n+<TAB>y␃\n",
        "made c": "@@ -0,0 +1 @@\n+\\xff\n",
        "removed b": "@@ -1 +0,0 @@\n-1\n",
    }
    assert seen(f"{ROOT}/a", ROOT) == "ROOT/a"


def test_a_difference() -> None:
    """The first call that differs is shown, and calls that came or went count, too."""
    assert difference([kept("a\n"), "════ $ tas x\n"], [kept("a\n"), "════ $ tas x\n"]) == ""
    found = difference([kept("a\n")], [kept("b\n"), "════ $ tas x\n"])
    assert found.startswith("2 calls differ; the first one:\n════ $ tas check\n")
    assert found.endswith("\n-a\n+b")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (REPORT, REPORT.replace('"so"', '"otherwise"').replace('"1"', '"2"'), True),
        (REPORT, REPORT.replace("4", "5"), False),
        (REPORT, REPORT.replace('"line"', '"row"'), False),
        ('{"asks": ["What?"]}\n', '{"asks": ["Why?", "Who?"]}\n', True),
        ('{"asks": ["What?"]}\n', '{"asks": [{"what": 1}]}\n', False),
        ("Some text\n", "Another\n", True),
        ("::error file=a,line=4::so\n1 file\n", "::error file=a,line=4::other\n", True),
        ("::error file=a,line=4::so\n", "::error file=a,line=5::so\n", False),
        (
            '<?xml?><a file="b" message="so">so</a>\n',
            '<?xml?><a file="b" message="c">d</a>\n',
            True,
        ),
        ('<?xml?><a file="b">so</a>\n', '<?xml?><a file="c">so</a>\n', False),
    ],
)
def test_meaning(old: str, new: str, *, same: bool) -> None:
    """Prose and fingerprints may differ, keys, values and places may not."""
    assert (meaning(kept(old)) == meaning(kept(new, err="said"))) is same
    assert meaning(kept(old)) != meaning(kept(old).replace("status 1", "status 2"))
    assert meaning(kept(old, diff="+a\n")) != meaning(kept(new, diff="+b\n"))


@pytest.mark.parametrize("name", ["out/report.sarif", "schemas/tas.schema.json"])
def test_meaning_of_a_file_of_words(name: str) -> None:
    """A report or a schema in a file may be worded differently; that it was written is kept."""
    one, other = (f"{kept('')}──── made {name}\n{text}\n" for text in "ab")
    assert meaning(one) == meaning(other) != meaning(kept(""))


def test_meaning_of_an_example() -> None:
    """An example that is a sentence may be worded differently, of a file only its quoted texts."""
    assert meaning(kept('{"bad": "a"}\n')) == meaning(kept('{"bad": "b"}\n'))
    file = '{"bad": "name: \\"%s\\"\\n"}\n'
    assert meaning(kept(file % "One")) == meaning(kept(file % "Two"))
    assert meaning(kept(file % "+")) != meaning(kept(file % "-"))
    assert meaning(kept('{"bad": "a\\n"}\n')) != meaning(kept('{"bad": "b\\n"}\n'))
