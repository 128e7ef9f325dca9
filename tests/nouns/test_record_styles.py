"""A record is added, changed and removed in files of every style, and all else stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import scratch
from changes import Deal
from workspaces import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli import Tas

_BLOCK = """\
probes:
  # the first
  - date: 2026-01-01
    by: ann   # who else
    what: "One: so"
  - {date: 2026-01-02, what: Two}   # in braces

  -   what: >
        Three,
        folded
      date: 2026-01-03
"""
STYLES = {
    "block": f"{HEAD}{_BLOCK}owner: lee\n",
    "at the end": f"{HEAD}{_BLOCK}",
    "without a last line end": f"{HEAD}{_BLOCK.rstrip()}",
    "other line ends": f"{HEAD}{_BLOCK}owner: lee\n".replace("\n", "\r\n"),
    "dashes at the margin": f"{HEAD}probes:\n- {{date: 2026-01-01, what: One}}\n"
    "- date: 2026-01-02\n  what: Two\n- what: Three\n  date: 2026-01-03\n# end\n",
    "in brackets": f"{HEAD}probes: [{{date: 2026-01-01, what: One}},"
    " {date: 2026-01-02, what: Two}, {date: 2026-01-03, what: Three}]   # all\n",
    "in brackets over lines": f"{HEAD}probes: [\n    {{date: 2026-01-01, what: One}},  # one\n"
    "    {date: 2026-01-02, what: Two},\n    {date: 2026-01-03, what: Three},\n  ]\nowner: lee\n",
}
CALLS: dict[str, list[str]] = {
    "add": ["text, with: marks #", "date=2026-01-04", "by="],
    "change": ["{n}", "what=Another, 'one'", "by=kim"],
    "clear": ["{n}", "by="],
    "remove": ["{n}", "--remove"],
}


def _expected(records: list[dict[str, Any]], kind: str, number: int) -> list[dict[str, Any]]:
    match kind:
        case "add":
            new = {"date": "2026-01-04", "by": None, "what": "text, with: marks #"}
            return [*records, new]
        case "remove":
            return records[: number - 1] + records[number:]
        case _:
            new = {"what": "Another, 'one'", "by": "kim"} if kind == "change" else {"by": None}
            old = records[number - 1]
            return [*records[: number - 1], old | new, *records[number:]]


@pytest.fixture
def opened(
    monkeypatch: pytest.MonkeyPatch, tas: Tas, tmp_path: Path
) -> Callable[[str], tuple[Deal, Tas]]:
    """Return the deal of a text, in a workspace that knows the scratch nouns."""
    scratch.declare(monkeypatch)
    return lambda text: (Deal(tas, tmp_path, text), tas)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_in_every_style(
    opened: Callable[[str], tuple[Deal, Tas]], text: str, kind: str, number: int
) -> None:
    """The file has the requested change and is otherwise the same."""
    deal, tas = opened(text)

    def held() -> list[dict[str, Any]]:
        records: list[dict[str, Any]] = tas("probes", "a", "--format", "json").json["probes"]
        return [{name: text for name, text in each.items() if name != "key"} for each in records]

    expected = _expected(held(), kind, number)
    result = tas("probes", "a", *(word.format(n=number) for word in CALLS[kind]))
    assert (result.status, result.err) == (0, "")
    assert held() == expected
    begins, _, rest = text.partition("probes:")
    assert deal.text.startswith(begins)
    if "owner: lee" in rest:
        assert deal.text.endswith(text[text.index("owner: lee") :])
    assert deal.text.count("\r") == deal.text.count("\n") * ("\r" in text)


@pytest.mark.parametrize("text", ["", "probes:\n", "probes: []\n", "probes:   # none yet\n"])
def test_the_first_and_the_last(opened: Callable[[str], tuple[Deal, Tas]], text: str) -> None:
    """The first record creates its key if missing; removing the last one removes the key."""
    deal, tas = opened(HEAD + text)
    assert tas("probes", "a", "what=One", "by=kim").status == 0
    assert "  - {date: 2026-11-23, by: kim, what: One}\n" in deal.text
    assert tas("probes", "a", "1", "--remove").status == 0
    assert tas("probes", "a", "--format", "json").json["probes"] == []
