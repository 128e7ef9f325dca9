"""`tas prep`: one screen before a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from board_files import FILES, TWENTY, grid
from rich.cells import cell_len
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


@pytest.fixture
def small(tas: Tas, tmp_path: Path) -> Tas:
    """The board's deals."""
    return tas.at(write(tmp_path, FILES))


def prep(tas: Tas, folder: Path, text: str, *options: str) -> Any:
    """Return the document for a workspace with one file."""
    write(folder, {"opportunities/deal.yaml": HEAD + text})
    result = tas.at(folder)("prep", "deal", "--format", "json", *options)
    assert result.status == 0, result.err
    return result.json


@pytest.mark.parametrize("deal", ["harbour", "mill"])
@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_pages(small: Tas, page: SnapshotAssertion, deal: str, output: str) -> None:
    """What to ask and what to bring back, most important first, within 80 columns."""
    out = small("prep", deal, "--format", output).out
    if output == "text":
        assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


RIVAL = "competitors: {x: {name: Xylo}}\nassessments:\n  - date: 2026-11-20\n    ratings:\n"
ALL_MINUS = "-" * 20


def test_our_deciding_unknowns(tas: Tas, tmp_path: Path) -> None:
    """Each of our unknowns that decides alone comes with questions from the method."""
    signs = "++++++?+++++++++++++"
    (ask,) = prep(tas, tmp_path, RIVAL + grid(signs, ALL_MINUS))["ask"]
    assert (ask["criterion"], ask["party"], ask["alone"]) == ("solution_fit", "us", True)
    assert len(ask["questions"]) == 4
    assert "Find out next: this alone narrows it down" in tas("prep", "deal").out


@pytest.mark.parametrize("command", ["prep", "show"])
@pytest.mark.parametrize(
    ("signs", "topic"),
    [
        ("++++?++-++++-+-+++++", "What do they gain by finishing on time?"),
        ("+++++?+--++++++++++-", "Who wrote them, and who helped?"),
        ("+++++++++?++++++++++", "Who at the customer has confirmed it?"),
        ("+++++++-++?+-+-+++++", "How much does their word count inside the company?"),
        ("+++++++++++?++++++++", "What is the next meeting about, and is it on the calendar?"),
        ("++++++++++++++?+++++", "get everyone to hurry? When did they last use their power?"),
    ],
)
def test_a_deciding_cell_asks_for_everything_it_depends_on(
    tas: Tas, tmp_path: Path, command: str, signs: str, topic: str
) -> None:
    """One question opens the topic, but a cell that decides the strategy needs more than one."""
    (ask,) = prep(tas, tmp_path, RIVAL + grid(signs, "+" * 20))["ask"]
    assert TWENTY[signs.index("?")] == ask["criterion"]
    assert topic in " ".join(tas(command, "deal").out.split())


def test_many_deciding_cells_share_a_screen(tas: Tas, tmp_path: Path) -> None:
    """With many unknowns a page has fewer questions for each; a script gets all of them."""
    asked = prep(tas, tmp_path, RIVAL + grid("?" * 20, ALL_MINUS))["ask"]
    assert len(asked[0]["questions"]) > 3
    out = tas("prep", "deal").out
    assert sum(line.rstrip().endswith("?") for line in out.splitlines()) <= 12


def test_a_competitors_deciding_unknowns(tas: Tas, tmp_path: Path) -> None:
    """A competitor's unknown comes with questions that name the competitor and the criterion."""
    theirs = "-----+++?-----------"
    ours = "+" * 15 + "+++++"
    text = RIVAL + grid(ours, theirs)
    (ask,) = prep(tas, tmp_path, text)["ask"]
    assert (ask["criterion"], ask["party"]) == ("current_relationship", "x")
    assert all("Xylo" in question for question in ask["questions"])
    assert "#9 Current relationship for Xylo" in tas("prep", "deal").out


EVIDENCED = """\
assessments:
  - date: 2026-11-20
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - {when: 2026-11-01, who: "A. Old, clerk", what: Said so}
            - {when: 2026-11-10, who: "B. New, head", what: Said so again}
            - {when: 2026-11-12, who: "kim, our rep", what: Thinks so}
      compelling_event: {us: "+"}
owner: kim
process: {step: develop, steps: {develop: {outcomes: {burning_issue_confirmed: {}}}}}
"""


def test_who_can_confirm_an_outcome(tas: Tas, tmp_path: Path) -> None:
    """The person to ask is the latest in the evidence, never one of ours; otherwise the role."""
    missing = prep(tas, tmp_path, EVIDENCED)["missing"]
    by_key = {each["outcome"]: each for each in missing}
    sponsor, issue = by_key["key_sponsor_named"], by_key["burning_issue_confirmed"]
    assert (sponsor["person"], sponsor["known_from"]) == ("B. New, head", "inside_support")
    assert (issue["person"], issue["met"]) == (None, True)
    assert issue["role"]
    assert [each["step"] for each in missing] == ["qualify"] * 3 + ["develop"] * 5


def test_what_the_people_to_meet_can_give_us_comes_first(tas: Tas, tmp_path: Path) -> None:
    """With --with the outcomes that these people can confirm lead the list."""
    prep(tas, tmp_path, EVIDENCED)
    change, contacts = "a change in its strategy", "the first people for us to talk to"
    usual, met = (tas("prep", "deal", *with_).out for with_ in ((), ("--with", "B. New")))
    assert usual.index(change) < usual.index(contacts)
    assert met.index(contacts) < met.index(change)


def test_a_step_of_our_own(tas: Tas, tmp_path: Path) -> None:
    """The customer is asked about a company's own outcomes; mandatory ones come first."""
    settings = (
        "tas: 1\nsteps: {qualify: {outcomes: {first_contacts_named: {mandatory: yes},"
        " letter: {title: A letter}}}}\n"
    )
    write(tmp_path, {"tas.yaml": settings})
    missing = prep(tas, tmp_path, "")["missing"]
    assert missing[0]["outcome"] == "first_contacts_named"
    assert missing[-1]["title"] == "A letter"
    assert missing[-1]["role"].startswith("the person at the customer")


def test_claims_and_age(tas: Tas, tmp_path: Path) -> None:
    """A + without evidence is a claim; a rating is stale after the days in the settings."""
    write(tmp_path, {"tas.yaml": "tas: 1\nstale_after: 40\n"})
    text = (
        "assessments:\n"
        "  - {date: 2026-10-13, ratings: {solution_fit: {us: '+'}, future_revenue: {us: '-'}}}\n"
        "  - {date: 2026-10-14, ratings: {solution_fit: {us: '+'}}}\n"
    )
    found = prep(tas, tmp_path, text)
    assert found["claims"] == ["solution_fit"]
    assert found["stale"] == [{"criterion": "future_revenue", "rating": "-", "days": 41}]


def test_the_most_helpful_gains_come_first(tas: Tas, tmp_path: Path) -> None:
    """Of the gains that would help us, those that open the boldest strategy come first."""
    signs = "++++-+++-++-++++-++-"
    found = prep(tas, tmp_path, RIVAL + grid(signs, ALL_MINUS))
    assert found["recommended"] == "disengage"
    assert [(each["criterion"], each["strategy"]) for each in found["wins"]] == [
        ("compelling_event", "frontal"),
        ("executive_credibility", "frontal"),
        ("current_relationship", "defend"),
        ("future_revenue", "develop"),
        ("strategic_value", "develop"),
    ]
    out = tas("prep", "deal").out
    assert "Win #5 Compelling event, and the strategy becomes Frontal" in out
    assert "and 2 more" in out


def test_actions_overdue_first(small: Tas) -> None:
    """Open actions of earlier debriefs are listed, overdue ones first."""
    actions = small("prep", "harbour", "--format", "json").json["actions"]
    assert [(each["number"], each["overdue"]) for each in actions] == [(1, True), (2, False)]


def test_on_an_earlier_day(small: Tas) -> None:
    """With --at everything is as of that date."""
    then = small("prep", "harbour", "--at", "2026-10-11", "--format", "json").json
    assert then["actions"] == []
    assert then["step"] == "develop"
    assert "inside_support" in then["claims"]


def test_a_closed_deal(small: Tas) -> None:
    """A closed deal needs no preparation."""
    assert "Nothing to prepare: the deal is closed (won)." in small("prep", "quarry").out
    assert "Nothing to prepare" in small("prep", "quarry", "--format", "markdown").out


def test_hostile_words(tas: Tas, tmp_path: Path) -> None:
    """Nothing from a file acts on the terminal or becomes markup."""
    text = (
        'competitors: {x: {name: "<i>\\e[1mX</i>"}}\nowner: "@all"\n'
        'debriefs: [{date: 2026-11-02, actions: [{what: "*b* ##[x]", owner: "[a](http://b.example)"}]}]\n'
    )
    write(tmp_path, {"opportunities/deal.yaml": HEAD + text})
    markdown = tas.at(tmp_path)("prep", "deal", "--format", "markdown").out
    for out in (markdown, tas("prep", "deal").out):
        assert "\x1b" not in out
        assert "##[x]" not in out
    for wrong in ("<i>", "*b* ", "http:/", "@all"):
        assert wrong not in markdown


def test_an_unknown_deal(small: Tas) -> None:
    """An unknown deal is an error."""
    assert small("prep", "nobody").status == 2


DEVELOPED = """assessments:
  - {date: 2026-09-01, ratings: {solution_fit: {us: "+"}, inside_support: {us: "-"}}}
  - {date: 2026-10-01, ratings: {inside_support: {us: "-"}}}
process:
  step: solution
  steps: {develop: {started: 2026-09-01}, solution: {started: 2026-11-16}}
"""


@pytest.mark.parametrize(
    ("day", "stale"),
    [
        ("2026-11-12", set()),
        ("2026-11-16", {"solution_fit"}),
        ("2026-12-20", {"solution_fit", "inside_support"}),
    ],
)
def test_show_and_prep_agree_on_stale_ratings(
    tas: Tas, tmp_path: Path, day: str, stale: set[str]
) -> None:
    """Whether a rating is stale depends on that day's step and when it was last stated."""
    steps = "steps: {develop: {stale_after: 80}, solution: {stale_after: 60}}\n"
    write(tmp_path, {"tas.yaml": f"tas: 1\n{steps}"})
    found = prep(tas, tmp_path, DEVELOPED, "--at", day)["stale"]
    sheet = tas("show", "deal", "--at", day, "--format", "json").json
    marked = {
        row["key"]
        for block in sheet["questions"]
        for row in block["criteria"]
        if row["cells"]["us"]["stale"]
    }
    assert {each["criterion"] for each in found} == marked
    assert marked == stale


SPOKEN = """\
owner: kim
competitors: {x: {name: Xylo}, z: {name: Zeta, out: {date: 2026-11-02}}}
assessments:
  - date: 2026-11-20
    ratings:
      financial_condition:
        us:
          rating: "-"
          evidence: [{when: 2026-10-06, who: "Martin Kessler, CFO", what: "Margin 1.1 %"}]
        x: "-"
      compelling_event:
        us:
          rating: "+"
          evidence: [{when: 2026-10-20, who: "Ruiz, COO", what: "210k a month"}]
      solution_fit:
        us:
          rating: "+"
          evidence:
            - {when: 2026-11-01, who: "martin kessler", what: "It fits"}
            - {when: 2026-11-03, who: "Ruiz, COO", what: "It fits us, too"}
            - {when: 2026-11-04, who: "Kim", what: "I think so"}
        x: "+"
      executive_credibility: {x: "-"}
"""


def test_people_are_known_by_what_they_said(tas: Tas, tmp_path: Path) -> None:
    """The evidence is grouped by speaker, last heard first; our own side is no speaker."""
    found = prep(tas, tmp_path, SPOKEN)["voices"]
    assert [(each["who"], each["last"]) for each in found] == [
        ("Ruiz, COO", "2026-11-03"),
        ("Martin Kessler, CFO", "2026-11-01"),
    ]
    out = tas("prep", "deal").out
    assert "• Ruiz, COO: + #5, + #7, 2 weeks ago" in out


@pytest.mark.parametrize("asked", ["CFO", "kessler", "Kessler, Martin", "the CFO kessler"])
def test_a_person_is_found_by_words(tas: Tas, tmp_path: Path, asked: str) -> None:
    """--with takes words of a name or a role, and finds all that this person said."""
    met = prep(tas, tmp_path, SPOKEN, "--with", asked)["with"]
    if asked.startswith("the"):
        assert (met["voices"], met["strangers"]) == ([], [asked])
        return
    (known,) = met["voices"]
    assert [each["criterion"] for each in known["said"]] == ["financial_condition", "solution_fit"]
    assert [(each["who"], each["criterion"]) for each in met["others"]] == [
        ("Ruiz, COO", "solution_fit")
    ]


def test_evidence_of_outcomes_is_somebodys_word_too(tas: Tas, tmp_path: Path) -> None:
    """Who gave us an outcome is known for it, even if nothing else was heard from them."""
    outcome = "{evidence: [{when: 2026-11-05, who: 'Dana Ortiz, analyst', what: By mail}]}"
    steps = f"{{qualify: {{outcomes: {{burning_issue_identified: {outcome}}}}}}}"
    text = SPOKEN + f"process: {{step: qualify, steps: {steps}}}\n"
    (known,) = prep(tas, tmp_path, text, "--with", "ortiz")["with"]["voices"]
    assert (known["who"], known["last"]) == ("Dana Ortiz, analyst", "2026-11-05")
    assert [each["outcome"] for each in known["outcomes"]] == ["burning_issue_identified"]
    out = tas("prep", "deal", "--with", "ortiz").out
    assert "• The customer has named the issue that hurts most: 2026-11-05: By mail" in out
    assert "• Dana Ortiz, analyst: 1 outcome, 2 weeks ago" in tas("prep", "deal").out


def test_the_page_for_a_meeting(tas: Tas, tmp_path: Path, page: SnapshotAssertion) -> None:
    """It starts with what they told us and what others say; whoever is new is named."""
    prep(tas, tmp_path, SPOKEN)
    assert tas("prep", "deal", "--with", "CFO", "--with", "Ms Adeyemi").out == page


@pytest.mark.parametrize(
    ("person", "first"),
    [
        ("Tom O'Brien, CFO", ["#4 Access to funds", "#6 Formal criteria"]),
        ("Xiu, IT architect", ["#1 Customer's project", "#6 Formal criteria"]),
        ("Dave", []),
    ],
)
def test_a_person_is_asked_first_what_they_should_know(
    tas: Tas, tmp_path: Path, person: str, first: list[str]
) -> None:
    """Roles lead to cells; every other cell has a question, too, and in-house ones come last."""
    prep(tas, tmp_path, SPOKEN)
    name = person.partition(",")[0]
    out = tas("prep", "deal", "--with", person).out
    known, others = f"Ask {name} first\n", "Ask as well\n" if first else f"Ask {name}\n"
    assert (known in out) is bool(first)
    for cell in first:
        assert out.index(known) < out.index(f"• {cell}") < out.index(others)
    cells = out[out.index("Ask ") :].partition("\n\nBring back")[0].split("• ")[1:]
    assert len(cells) == 11
    assert all(cell.rstrip().partition("\n\n")[0].endswith("?") for cell in cells)
    assert out.index("Bring back") < out.index("Answer in-house\n  #17 Future revenue;")


def test_a_person_is_asked_about_what_they_spoke_of(tas: Tas, tmp_path: Path) -> None:
    """Who said something about a criterion is asked about it again once it is unknown."""
    asked = prep(tas, tmp_path, RETRACTED, "--with", "Lee")["with"]["ask"]
    assert [each["criterion"] for each in asked if each["known"]] == ["cultural_compatibility"]


RETRACTED = """\
assessments:
  - date: 2026-11-02
    ratings:
      cultural_compatibility:
        us: {rating: "+", evidence: [{when: 2026-11-01, who: Lee, what: We get along}]}
  - {date: 2026-11-20, ratings: {cultural_compatibility: {us: "?"}}}
"""


def test_several_people_are_separated_by_commas(tas: Tas, tmp_path: Path) -> None:
    """A comma separates people, unless it is part of one person's name and role."""
    met = prep(tas, tmp_path, SPOKEN, "--with", "Kessler, Ruiz, Ms Adeyemi")["with"]
    assert [each["who"] for each in met["voices"]] == ["Ruiz, COO", "Martin Kessler, CFO"]
    assert met["strangers"] == ["Ms Adeyemi"]
    for asked, people in (("Xiu, IT architect", 1), ("CFO, CIO", 2), ("Kessler, ruiz", 2)):
        met = prep(tas, tmp_path, SPOKEN, "--with", asked)["with"]
        assert len(met["people"]) == people
    met = prep(tas, tmp_path, SPOKEN, "--with", "Kessler, CFO")["with"]
    assert [each["who"] for each in met["voices"]] == ["Martin Kessler, CFO"]


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("CFO", '`tas meeting deal --with "CFO"`'),
        ("Ms Adeyemi", '`tas meeting deal --with "Ms Adeyemi"`'),
        ("$(rm x)", "`tas meeting deal`"),
        (None, "`tas meeting deal`"),
    ],
)
def test_the_next_command_writes_the_meeting_down(
    tas: Tas, tmp_path: Path, asked: str | None, command: str
) -> None:
    """The page ends with the command for afterwards, with nothing in it that a shell would run."""
    options = () if asked is None else ("--with", asked)
    prep(tas, tmp_path, SPOKEN, *options)
    assert tas("prep", "deal", *options).out.endswith(f"After the meeting: {command}\n")


def test_the_people_of_the_next_meeting_are_met(tas: Tas, tmp_path: Path) -> None:
    """Without --with the file's next meeting counts, until its day is over."""
    text = SPOKEN + "next: {date: 2026-11-24, with: [Ruiz]}\n"
    assert prep(tas, tmp_path, text)["with"]["people"] == ["Ruiz"]
    assert prep(tas, tmp_path, text, "--with", "cfo")["with"]["people"] == ["cfo"]
    assert prep(tas, tmp_path, text.replace("11-24", "11-22"))["with"] is None


def test_competitors_still_in_the_race(tas: Tas, tmp_path: Path) -> None:
    """A competitor's strengths, weaknesses and unknowns are listed unless it dropped out."""
    (rival,) = prep(tas, tmp_path, SPOKEN)["rivals"]
    assert (rival["party"], rival["strong"]) == ("x", ["solution_fit"])
    assert rival["weak"] == ["executive_credibility"]
    assert "formal_decision_criteria" in rival["unknown"]
    assert "• Xylo: strong on #7; weak on #12; find out #6" in tas("prep", "deal").out


def test_no_unknown_is_hidden(tas: Tas, tmp_path: Path) -> None:
    """Every unknown criterion is on the page, and what we answer ourselves stands apart."""
    found = prep(tas, tmp_path, RIVAL + grid("?" * 20, ALL_MINUS))
    named = {each["criterion"] for each in (*found["ask"], *found["unknown"])}
    assert named == set(TWENTY)
    own = {each["criterion"] for each in (*found["ask"], *found["unknown"]) if each["in_house"]}
    assert own == {TWENTY[number - 1] for number in (8, 16, 17, 18, 19, 20)}
    out = tas("prep", "deal").out
    assert all(f"#{number} " in out.replace("\n", " ") for number in range(1, 21))
    assert out.index("Find out next") < out.index("Answer in-house:")


WITH_TACTICS = """\
people:
  ruiz: {name: Elena Ruiz}
  kessler: {name: Martin Kessler}
tactics:
  - {what: Value review, criteria: [10, 4], people: [kessler], owner: nicole, due: 2026-12-02}
  - {what: Who advises her, people: [ruiz, kessler], due: 2026-11-20}
  - {what: Trial, due: 2026-12-15}
  - {what: Lunch, people: [kessler], done: 2026-11-02}
"""


def test_open_tactics_are_prepared(tas: Tas, tmp_path: Path) -> None:
    """All of them before any meeting, those with somebody before a meeting with them."""
    found = prep(tas, tmp_path, WITH_TACTICS)
    assert [each["number"] for each in found["tactics"]] == [2, 1, 3]
    found = prep(tas, tmp_path, WITH_TACTICS, "--with", "kessler")
    assert [each["number"] for each in found["tactics"]] == [2, 1]
    out = tas("prep", "deal", "--with", "kessler").out
    assert "! 2 Who advises her: due 2026-11-20, overdue" in out
    assert "1 Value review: #10 #4, nicole, due 2026-12-02" in out
    assert "Trial" not in out
    assert "tactics with them" not in tas("prep", "deal", "--with", "Somebody Else").out
