"""Pages over several deals: no text of a file acts on a terminal, in markdown or in CI."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

OWNER = "\x1b[31m*kim* | @everyone"
WRONG = ("<b>", "@all", "@everyone", "*kim*", " [x]", "http:/", " | @", "\x1b", "##[error]")
_BAD = r'"\e[1m<b>K</b> | @all ##[error]k [x](http://e.example) *kim*"'

_COST = f"{{what: {_BAD}, amount: 1}}"


def deal(more: str) -> str:
    """Return a file whose every name is an attack."""
    return (
        r'{tas: 1, name: "<b>n</b>", customer: "[x](http://e.example) @all ##[error]c",'
        r' owner: "\e[31m*kim* | @everyone", amount: 5, assessments: [{date: 2026-11-20,'
        r' ratings: {solution_fit: {us: "+"}}}],'
        r' competitors: {x: {name: "\e[1m<b>X</b> | @all ##[error]x"}},'
        r' people: {p: {name: "\e[1m<b>P</b> | @all ##[error]p", title: "[x](http://e.example)",'
        r' coverage: multiple, status: supporter, influences: [q], agenda: {business: "<b> @all"}},'
        r' q: {name: "*kim* @everyone", title: "##[error]q\e[1m", approach: {what: "<b>"}}},'
        r' strategy: {goal: "\e[1m<b> @all", objective: {items: [{what: "*kim*", amount: 3}]},'
        r' customer: {goal: "[x](http://e.example)", strategy: "##[error]s"}},'
        r' tactics: [{what: "\e[1m<b>T</b> | @all", owner: "*kim*", people: [q], criteria: [7]}],'
        r' close_plan: {agreed: {who: "<b> @everyone"}}, expected_close: 2027-01-05,'
        rf" value: {{chain: {{drivers: {_BAD}, solution: {_BAD}}}, costs: [{_COST}],"
        rf" benefits: [{{what: {_BAD}, driver: {_BAD}, owner: p, formula: 2*3, perceived: {_BAD},"
        rf" confirmed: {{who: {_BAD}}}}}], rivals: {{x: {{costs: [{_COST}]}}}}}},"
        rf" actions: [{{date: 2026-11-20, what: Call}}], account: k, {more}}}" + "\n"
    )


_IMPLIED = f"what: {_BAD}, means_for_us: {_BAD}, actions: [{{what: {_BAD}, owner: {_BAD}}}]"
ACCOUNT = (
    f"{{tas: 1, name: {_BAD}, people: {{p: {{name: {_BAD}, title: {_BAD}}}}},"
    f" priorities: [{{{_IMPLIED}, executive: p, their_action: {_BAD}}}],"
    f" swot: {{threats: [{{{_IMPLIED}}}]}}, conditions: [{{side: ours, what: {_BAD}}}],"
    f" needs: [{{topic: {_BAD}, people: [p], must: [{_BAD}], more: [{_BAD}], met: {{more: '+'}}}}],"
    f" alignment: [{{date: 2026-11-20, by: {_BAD}, informed: 1}}],"
    f" potential_deals: [{{what: {_BAD}, trigger: {_BAD}}}]}}\n"
)


@pytest.mark.parametrize(
    "call",
    [
        ("show", "a", "b"),
        ("path", "a", "q"),
        ("plan", "a"),
        ("value", "a"),
        ("propositions", "a"),
        ("benefits", "a"),
        ("board", "--closed", "2026"),
        ("board", "--rep", OWNER),
        ("board", "--trend", "1"),
        ("board", "--rollout"),
        ("matrix",),
        ("account", "k"),
        ("needs", "k"),
        ("actions", "k"),
        ("prep", "a", "--with", "p"),
    ],
    ids=lambda call: " ".join(call[:2]),
)
def test_no_text_of_a_file_acts(tas: Tas, tmp_path: Path, call: tuple[str, ...]) -> None:
    """Text, markdown and JSON are harmless, whatever names say."""
    files = {
        "opportunities/a.yaml": deal("status: open"),
        "accounts/k.yaml": ACCOUNT,
        "opportunities/b.yaml": deal("status: lost, closed: {date: 2026-11-21, to: x}"),
    }
    tas.at(write(tmp_path, files))
    posted = tas(*call, "--format", "markdown")
    assert posted.status == 0, posted.err
    assert not [each for each in WRONG if each in posted.out]
    for output in ("text", "json"):
        shown = tas(*call, "--format", output).out
        assert "\x1b" not in shown
        assert "##[error]" not in shown
