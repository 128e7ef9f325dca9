"""`tas meeting`: everything that a meeting brought, in one save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from changes import Deal
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas

CRANES = f"""\
{HEAD}owner: nicole
currency: USD
competitors:
  x-sys: {{name: X-Sys}}
"""
MET = ("--with", "M. Kessler", "--when", "20 Nov")


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal that was never rated."""
    return Deal(tas, tmp_path, CRANES)


ALL = (
    "4 + Reserve approved, 2.1M",
    "9:x-sys - They miss dates ~ J. Hart",
    "15–",
    "they will check the model by 8 Dec",
    "we will send the sheet by 27 Nov @kim",
    "next 10 Dec Ruiz, Hart: demo",
    "amount=1.2M",
    "out x-sys: over budget",
    "Dana leaves in May",
)


def test_every_form_of_a_line(deal: Deal) -> None:
    """One call writes ratings with evidence, actions, the next meeting, fields, an exit, a note."""
    result = deal.tas("meeting", "a", *MET, *ALL)
    assert result.status == 0, result.err
    who = "who: M. Kessler, what: "
    for line in (
        f'{{when: 2026-11-20, {who}"Reserve approved, 2.1M"}}',
        "{when: 2026-11-20, who: J. Hart, what: They miss dates}",
        'political_alignment: {us: "-"}',
        "- {date: 2026-11-20, what: check the model, owner: M. Kessler, due: 2026-12-08}",
        "- {date: 2026-11-20, what: send the sheet, owner: kim, due: 2026-11-27}",
        "next: {date: 2026-12-10, with: [Ruiz, Hart], what: demo}",
        "amount: 1200000",
        "x-sys: {name: X-Sys, out: {date: 2026-11-20, reason: over budget}}",
        "- {date: 2026-11-20, by: nicole, text: Dana leaves in May}",
        "- {date: 2026-11-23, field: amount, to: 1200000}",
    ):
        assert line in deal.text
    assert deal.tas("check", "--select", "TAS1").status == 0


def test_one_undo_takes_it_all_back(deal: Deal) -> None:
    """The whole meeting is one change of the file."""
    before = deal.text
    assert deal.tas("meeting", "a", *ALL).status == 0
    assert deal.tas("undo", "a").status == 0
    assert deal.text == before


@pytest.mark.parametrize(
    ("line", "rated"),
    [
        ("4+ words", ("access_to_funds", "us", "+", "words")),
        ("#4 + words", ("access_to_funds", "us", "+", "words")),
        ("4 p words", ("access_to_funds", "us", "+", "words")),
        ("x-sys:4 − words", ("access_to_funds", "x-sys", "-", "words")),
        ("15 ?", ("political_alignment", "us", "?", None)),
        ("political alignment - words", ("political_alignment", "us", "-", "words")),
        ("12u", ("executive_credibility", "us", "?", None)),
    ],
)
def test_ratings(deal: Deal, line: str, rated: tuple[str, ...]) -> None:
    """A number or a name, a sign as people type or paste it, and their words."""
    (cell,) = deal.tas("meeting", "a", line, "--format", "json").json["cells"]
    said = [each["what"] for each in cell["after"]["evidence"]]
    found = (cell["criterion"], cell["party"], cell["after"]["rating"], *(said or [None]))
    assert found == rated


@pytest.mark.parametrize(
    "line",
    ["12 people came", "The CFO - a skeptic - was there", "We met at 9", "next year they grow",
     "Out of office until May", "they like us"],
)  # fmt: skip
def test_anything_else_is_a_note(deal: Deal, line: str) -> None:
    """Words that only look like the beginning of a form are kept as they are."""
    (change,) = deal.tas("meeting", "a", line, "--format", "json").json["fields"]
    assert (change["field"], change["after"]) == ("note", line)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("we will follow up by phone", "what: follow up by phone, owner: nicole}"),
        ("We’ll call by fri", "what: call, owner: nicole, due: 2026-11-27}"),
        ("they'll call", "what: call}"),
        ("amount: 1.2M", "amount: 1200000"),
        ("close: 31 Mar", "expected_close: 2027-03-31"),
        ("amount: they want to pay half", 'text: "amount: they want to pay half"'),
        ("we will call by fri", "what: call, owner: nicole, due: 2026-11-27}"),
        ("next meeting Ruiz, Hart on 10 Dec", "next: {date: 2026-12-10, with: [Ruiz, Hart]}"),
        ("next 10 Dec Ruiz and Hart", "next: {date: 2026-12-10, with: [Ruiz, Hart]}"),
        ("next Ruiz on fri: demo", "next: {date: 2026-11-27, with: [Ruiz], what: demo}"),
    ],
)
def test_people_and_days_as_they_are_said(deal: Deal, line: str, written: str) -> None:
    """Words after `by` that are no date stay in the action; the next meeting's day may be last."""
    assert deal.tas("meeting", "a", line).status == 0
    assert written in deal.text


def test_an_action_of_the_customer_needs_nobody_on_the_team(deal: Deal, tmp_path: Path) -> None:
    """Whoever is quoted in evidence may own an action item; nobody asks to put them on the team."""
    write(tmp_path, {"tas.yaml": "tas: 1\nteam: {nicole: {}, kim: {}}\n"})
    lines = ("4 + Reserve approved", "they will check the model by 8 Dec")
    result = deal.tas("meeting", "a", *MET, *lines)
    assert (result.status, "not on the team" in result.err) == (0, False)
    assert deal.tas("check", "a", "--select", "TAS422", "--strict").status == 0
    assert "kym is not on the team" in deal.tas("meeting", "a", "we will call @kym").err


def test_a_meeting_entered_twice_changes_nothing(deal: Deal) -> None:
    """The same action items and notes of that day are recognized, as ratings and evidence are."""
    lines = [each for each in (*ALL, ALL[4], ALL[-1]) if not each.startswith("out")]
    assert deal.tas("meeting", "a", *MET, *lines).status == 0
    first = deal.text
    assert (first.count("send the sheet"), first.count("Dana leaves")) == (1, 1)
    result = deal.tas("meeting", "a", *MET, *lines)
    assert (result.status, deal.text) == (0, first)
    assert "send the sheet, kim, by 2026-11-27 (unchanged)" in " ".join(result.out.split())


@pytest.mark.parametrize("line", ["9:x-s - No date", "9:x-sys - No date", "out X-S: gone"])
def test_the_beginning_of_a_competitor_is_enough(deal: Deal, line: str) -> None:
    """A competitor is found by the beginning of a name, if only one has it."""
    assert deal.tas("meeting", "a", *MET, line).status == 0
    deal.path.write_text(
        CRANES.replace("x-sys: {name: X-Sys}", "x-sys: {name: X}\n  x-s2: {name: Y}")
    )
    result = deal.tas("meeting", "a", "9:x-s - No date")
    assert "'x-s' can mean several competitors. Use a short name: x-sys, x-s2." in " ".join(
        result.err.split()
    )


def test_the_wrong_day_of_a_meeting_is_repaired_by_one_command(deal: Deal) -> None:
    """With its assessment, what was said, shown, agreed and noted moves; one undo restores it."""
    shown = ("--outcome", "burning_issue_identified")
    lines = ("5 + It ends in May", "they will check it", "a note", "15 - Hart ~ Raj")
    assert deal.tas("meeting", "a", *MET, *lines, *shown).status == 0
    before = deal.text
    result = deal.tas("assessments", "a", "2026-11-20", "date=18 Nov")
    along = "2 pieces of evidence, 1 action item, 1 note, 1 outcome"
    assert f"Moved with it: {along}." in result.out
    assert deal.text == before.replace("2026-11-20", "2026-11-18")
    assert deal.tas("undo", "a").status == 0
    assert deal.text == before


def test_a_note_that_looks_like_a_promise_says_how_to_make_it_one(deal: Deal) -> None:
    """Nobody loses a follow-up because of its wording."""
    result = deal.tas("meeting", "a", "They need an offer by fri", "Kim is new")
    hint = "To make it an action item, begin with we will or they will."
    assert f'A note: "They need an offer by fri" {hint}' in " ".join(result.err.split())
    assert result.err.count("A note") == 1


def test_people_with_roles_are_several_sources(deal: Deal, tmp_path: Path) -> None:
    """A role follows its name; prep finds each person, and each may own what was agreed."""
    write(tmp_path, {"tas.yaml": "tas: 1\nteam: {nicole: {}}\n"})
    met = ("--with", "Maria Delgado, VP Ops, Tom O'Brien, CFO", "--when", "20 Nov")
    result = deal.tas("meeting", "a", *met, "4 + Reserve approved", "Tom will send it by fri")
    assert "not on the team" not in result.err
    assert 'who: "Maria Delgado, VP Ops; Tom O\'Brien, CFO"' in deal.text
    assert "owner: Tom O'Brien, due" in deal.text
    prepared = deal.tas("prep", "a", "--with", "Maria and Tom").out
    assert "Maria Delgado, VP Ops told us" in prepared
    assert "Tom O'Brien, CFO told us" in prepared


def test_a_rating_of_a_later_day_stays_and_how_to_take_it_back(deal: Deal) -> None:
    """What the meeting says has no effect under a later rating; the command given changes that."""
    assert deal.tas("rate", "a", "12=u").status == 0
    result = deal.tas("meeting", "a", *MET, "12 - Never heard of us")
    back = "tas rate a 12= --date 2026-11-23"
    stays = f"#12 Executive credibility stays ?: rated ? on 2026-11-23, a later day. `{back}` takes"
    assert stays in " ".join(result.out.split())
    assert deal.tas(*back.split()[1:]).status == 0
    result = deal.tas("meeting", "a", *MET, "12 - Never heard of us", "--format", "json")
    assert result.json["cells"][0]["now"] == "-"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["a note", "21 + words"], "line 2: unknown criterion '21'"),
        (["4 + a", "4 - b"], "line 2: #4 Access to funds is already rated + above"),
        (["9:zeta + words"], "line 1: unknown competitor 'zeta'"),
        (["amount=1.250"], "line 1: amount: 1.250 can mean 1250 or 1.25"),
        (["they will answer by 3/4/2027"], "can mean"),
        ([], "there is nothing to record"),
    ],
)
def test_a_wrong_line(deal: Deal, lines: list[str], message: str) -> None:
    """A wrong line is named, and nothing is saved."""
    before = deal.text
    result = deal.tas("meeting", "a", *lines)
    assert (result.status, deal.text) == (2, before)
    assert message in result.err


FILE = """\
with: M. Kessler, CFO
when: 20 Nov
learned: |
  4 + Reserve approved

  next 10 Dec Ruiz
"""


def test_a_file(deal: Deal, tmp_path: Path) -> None:
    """A file says the same as the call would; a wrong line is named by its place in the file."""
    path = write(tmp_path, {"m.yaml": FILE}) / "m.yaml"
    assert deal.tas("meeting", "a", "--from", str(path)).status == 0
    assert '{when: 2026-11-20, who: "M. Kessler, CFO", what: Reserve approved}' in deal.text
    assert "next: {date: 2026-12-10, with: [Ruiz]}" in deal.text
    path.write_text(FILE.replace("next 10 Dec Ruiz", "99 + words"))
    result = deal.tas("meeting", "a", "--from", str(path))
    assert f"{path}:6: unknown criterion '99'" in result.err
    path.write_text(FILE.replace("learned", "lerned"))
    result = deal.tas("meeting", "a", "--from", str(path))
    assert result.status == 2
    assert f"{path}:3:1: `lerned` is not a valid key" in result.err


OK, NEXT = "4 + Ok: #1 of all", "next 10 Dec Ruiz: demo"
HEADER = "with: M. Kessler, CFO\nwhen: 20 Nov\n"
WINDOWS = f"With: M. Kessler, CFO\r\nWhen: 20 Nov\r\n- {OK}\r\n* {NEXT}\r\n"
FILES = {
    "plain": f"{HEADER}\n{OK}\n# a comment\n{NEXT}\n",
    "bullets": WINDOWS,
    "byte order mark": f"\ufeffwith: 'M. Kessler, CFO'\nwhen: 20 Nov\n{OK}\n{NEXT}",
    "list": f"{HEADER}learned:\n  - {OK}\n  - {NEXT}\n",
    "list first": f"learned:\n- {OK}\n\n- '{NEXT}'\n{HEADER}",
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_a_file_of_lines(deal: Deal, tmp_path: Path, text: str) -> None:
    """Plain lines, with bullets, or as a list in YAML say the same; a wrong one has its number."""
    path = write(tmp_path, {}) / "m.txt"
    path.write_bytes(text.encode())
    result = deal.tas("meeting", "a", "--from", str(path))
    assert result.status == 0, result.err
    assert '{when: 2026-11-20, who: "M. Kessler, CFO", what: "Ok: #1 of all"}' in deal.text
    assert "next: {date: 2026-12-10, with: [Ruiz], what: demo}" in deal.text
    assert "notes:" not in deal.text
    path.write_bytes(text.replace("4 +", "99 +").encode())
    number = text[: text.index("4 +")].count("\n") + 1
    result = deal.tas("meeting", "a", "--from", str(path))
    assert f"{path}:{number}: unknown criterion '99'" in result.err


@pytest.mark.parametrize(
    "learned",
    ["learned: >\n  4 + a\n  5 - b\n", "learned:\n  - 4 + a\n    and more\n  - 5 - b\n"],
)
def test_lines_in_another_form_are_refused(deal: Deal, tmp_path: Path, learned: str) -> None:
    """Where several lines become one, the message says how to write them instead."""
    path = write(tmp_path, {"m.yaml": f"with: Kim\n{learned}"}) / "m.yaml"
    result = deal.tas("meeting", "a", "--from", str(path))
    assert (result.status, deal.untouched) == (2, True)
    assert f"{path}:2" in result.err
    assert "Write `learned: |`" in result.err


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "with: Kim\n"])
def test_a_file_without_lines(deal: Deal, tmp_path: Path, text: str) -> None:
    """A file that says nothing of what was learned is refused."""
    path = write(tmp_path, {"m.yaml": text}) / "m.yaml"
    result = deal.tas("meeting", "a", "--from", str(path))
    assert (result.status, "says nothing about a meeting" in result.err) == (2, True)


def test_a_table(deal: Deal, tmp_path: Path) -> None:
    """A table of ratings gets the meeting's day and people; a row cannot have a day of its own."""
    table = "criterion,rating,evidence,who\n4,+,Reserve approved,\n5,-,No date,Hart\n"
    path = write(tmp_path, {"m.csv": table}) / "m.csv"
    assert deal.tas("meeting", "a", "--from", str(path), *MET).status == 0
    assert "{when: 2026-11-20, who: M. Kessler, what: Reserve approved}" in deal.text
    assert "{when: 2026-11-20, who: Hart, what: No date}" in deal.text
    path.write_text("criterion,rating,date\n4,+,2026-11-01\n")
    result = deal.tas("meeting", "a", "--from", str(path))
    assert (result.status, "row 2: a meeting has one day" in result.err) == (2, True)


def test_an_outcome_is_offered_and_never_recorded_unasked(deal: Deal) -> None:
    """Evidence that may show an outcome names the option; with it, the evidence is recorded."""
    result = deal.tas("meeting", "a", "5 + The contract ends in May")
    assert "--outcome burning_issue_identified" in result.err
    assert "process:" not in deal.text
    shown = ("--outcome", "burning_issue_identified")
    assert deal.tas("meeting", "a", "5 + It ends in May", *shown, *MET).status == 0
    assert "what: It ends in May" in deal.text.partition("process:")[2]
    result = deal.tas("meeting", "a", "a note", *shown)
    assert "no line of the meeting shows qualify.burning_issue_identified" in result.err


def test_what_the_key_sponsor_says_offers_an_outcome(deal: Deal) -> None:
    """Once the sponsor is named, a + with their words offers what only they can show."""
    named = ("outcome", "a", "key_sponsor_named", "--evidence", "Argues for us", "--who", "Nair")
    assert deal.tas(*named).status == 0
    result = deal.tas("meeting", "a", "7 + Fits our wards ~ nair", "8 + Two weeks ~ Hart")
    assert result.err.count("--outcome") == 1
    assert "--outcome first_capabilities_embraced" in result.err


def test_prompts(tmp_path: Path) -> None:
    """At a terminal it asks whom and when, takes lines, explains a wrong one, offers outcomes."""
    file = write(tmp_path, {"opportunities/a.yaml": CRANES}) / "opportunities/a.yaml"
    status, seen = talk(
        tmp_path,
        ["meeting", "a", "--plain"],
        ("Whom did you meet", "M. Kessler, CFO"),
        ("When", "20 Nov"),
        ("Friday 2026-11-20.*>", "?"),
        ("next meeting.*>", "5 + Out by May"),
        ("#5 Compelling event new → \\+.*>", "99 + words"),
        ("unknown criterion.*>", "next 10 Dec Ruiz"),
        ("next meeting Thu 2026-12-10, Ruiz.*>", ""),
        (r"named the issue that hurts most.*\[Y/n\]", ""),
    )
    assert status == 0, seen
    text = file.read_text()
    assert text.count('{when: 2026-11-20, who: "M. Kessler, CFO", what: Out by May}') == 2
    assert "next: {date: 2026-12-10, with: [Ruiz]}" in text


def test_prompts_take_back_a_line_and_keep_a_draft(tmp_path: Path) -> None:
    """Undo takes back the last line; what Ctrl+C leaves behind is offered again, until saved."""
    file = write(tmp_path, {"opportunities/a.yaml": CRANES}) / "opportunities/a.yaml"
    begin = (("Whom did you meet", "Ann"), ("When", "20 Nov"))
    state = {"TAS_STATE_DIR": str(tmp_path / "state")}
    status, seen = talk(
        tmp_path,
        ["meeting", "a", "--plain"],
        *begin,
        (r"undo\s+to\s+take.*>", "15 - Hart decides"),
        ("#15.*>", "a wrong note"),
        ("note.*>", "Undo"),
        ("Took back: a wrong note.*>", "\x03"),
        env=state,
    )
    assert (status, file.read_text()) == (130, CRANES)
    assert "Your lines are kept in a draft: `tas meeting a` offers it again." in seen
    status, seen = talk(
        tmp_path,
        ["meeting", "a", "--plain"],
        ("A meeting of 2026-11-20 with 1 line, not saved.*Resume", ""),
        (r"Ann\]", ""),
        (r"2026-11-20\]", ""),
        ("> 15 - Hart decides.*>", ""),
        env=state,
    )
    assert (status, "{when: 2026-11-20, who: Ann, what: Hart decides}" in file.read_text()) == (
        0,
        True,
    )
    assert not [*(tmp_path / "state/meetings").iterdir()]


def test_the_documented_file_works(tas: Tas, tmp_path: Path) -> None:
    """The example in docs/meeting.md can be used as it is."""
    page = (Path(__file__).parents[2] / "docs/meeting.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]
    write(tmp_path, {"opportunities/a.yaml": CRANES, "m.yaml": text})
    tas.at(tmp_path).env(TAS_TODAY="2026-12-02")
    result = tas("meeting", "a", "--from", "m.yaml")
    assert result.status == 0, result.err
