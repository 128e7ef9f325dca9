"""A change is taken back in a text that others have changed since, or it is refused."""

from __future__ import annotations

import pytest

from tas_cli.source.journal.splices import checksums, splices, undone
from tas_cli.source.journal.three_way import Overlap, merged

BEFORE = """\
tas: 1
people:
  ann:
    title: CFO
notes:
  - date: 2026-11-01
    text: One
"""
PERSON = "  bo:\n    title: COO\n"
NOTE = "  - date: 2026-11-02\n    text: Two\n"
MORE = "  - date: 2026-11-03\n    text: Three\n"
ADDED = BEFORE.replace("notes:", f"{PERSON}notes:")
NOTED = BEFORE + NOTE
CASES = {
    "elsewhere": (BEFORE, ADDED, ADDED + MORE, BEFORE + MORE),
    "a-comment-beside": (BEFORE, ADDED, ADDED.replace("notes:", "# x\nnotes:"), None),
    "appended-after-ours": (BEFORE, NOTED, NOTED + MORE, BEFORE + MORE),
    "into-ours": (BEFORE, ADDED, ADDED.replace("COO\n", "COO\n    rank: 3\n"), "Overlap 5"),
    "over-ours": (BEFORE, ADDED, ADDED.replace("COO", "CEO"), "Overlap 5"),
    "ours-is-gone": (BEFORE, ADDED, BEFORE, "Overlap 5"),
    "into-a-list-of-ours": (
        "tas: 1\n",
        "tas: 1\nnotes:\n  - text: One\n",
        "tas: 1\nnotes:\n  - text: One\n  - text: Two\n",
        "Overlap 2",
    ),
    "below-a-line-of-ours": (
        BEFORE,
        BEFORE.replace("11-01", "11-09"),
        BEFORE.replace("11-01", "11-09") + "    by: ann\n",
        BEFORE + "    by: ann\n",
    ),
    "a-key-that-is-there-again": (
        "tas: 1\nowner: ann\namount: 5\n",
        "tas: 1\namount: 5\n",
        "tas: 1\nowner: bo\namount: 5\n",
        "Overlap 2",
    ),
    "the-same-lines-twice": (BEFORE, NOTED, NOTED + NOTE, NOTED),
    "one-place-for-two": (
        "a: 1\nm: 2\nb: 3\n",
        "a: 1\n# x\nm: 2\n# x\nb: 3\n",
        "a: 1\n# x\nb: 3\n",
        "Overlap 2",
    ),
    "broken": (BEFORE, ADDED, ADDED + "}", "Overlap 5"),
    "in-a-long-text": (
        "why: |\n  a\n  b\n  c\n  d\nby: x\n",
        "why: |\n  a\n  B\n  c\n  d\nby: x\n",
        "why: |\n  a\n  B\n  c\n  D\nby: x\n",
        "why: |\n  a\n  b\n  c\n  D\nby: x\n",
    ),
}


@pytest.mark.parametrize(("before", "after", "theirs", "expected"), CASES.values(), ids=CASES)
def test_taking_a_change_back(before: str, after: str, theirs: str, expected: str | None) -> None:
    """What others wrote keeps its place in the tree; what depends on the change is not torn."""
    wanted = theirs.replace(PERSON, "") if expected is None else expected
    try:
        found = merged(theirs.encode(), splices(before, after), checksums(after)).decode()
    except Overlap as overlap:
        found = f"Overlap {overlap.line}"
    assert found == wanted


@pytest.mark.parametrize("before", ["", "a", "a\n", "a\r\nb", "a\n\n\nb\n", "\udcff\n", "é\rx"])
@pytest.mark.parametrize("after", ["", "b", "a\n", "b\r\na\r\n", "a\nb\nc\nb\na", "\ufeffa\n"])
def test_the_way_back_from_the_very_text(before: str, after: str) -> None:
    """Any text comes back, whatever its line ends and characters."""
    assert undone(after, splices(before, after)) == before
