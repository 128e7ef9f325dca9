"""The parts of a report in words: what to find out, what was agreed, and what changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from organizations import DAY
from workspaces import HEAD, opportunity

from tas_cli.assess.sheet import Sheet
from tas_cli.model.settings import Settings
from tas_cli.views.html.paper import left_out
from tas_cli.views.html.words import whole
from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import Column, Figure, Section, Table, Words
from tas_cli.views.report.parts import PARTS

FIRST = date(2026, 3, 2)
RATED = """
competitors: {x: {name: X-Sys}}
assessments:
  - date: 2026-11-02
    ratings:
      access_to_funds: {us: "?"}
      solution_fit:
        us: {rating: "-", note: Slow, evidence: [{what: At first}, {who: Raj, what: Too slow}]}
      inside_support: {us: "+"}
      profitability: {us: "-"}
people:
  raj: {name: Raj Patel, title: Architect, roles: [approver]}
"""
OLD = RATED.replace("2026-11-02", "2026-02-02")
HELD = """
debriefs:
  - date: 2026-11-20
    by: lena
    step: reset
    reset_to: develop
    reason: No proof
    verdict: Back to work
    communication: They call on Monday
    actions:
      - {what: Call Raj, owner: nicole, due: 2026-11-25}
      - {what: Ask for the budget, due: 2026-12-20}
      - {what: Send the plan, done: 2026-11-24}
  - {date: 2026-10-01, by: otto, step: confirmed, verdict: Fine}
"""
MAPPED = """
competitors: {x: {name: X-Sys}}
people:
  ann: {name: Ann Lee, title: CEO, roles: [decision_maker, sponsor], influence: 5}
  raj: {name: Raj Patel, title: CIO, reports_to: ann, roles: [approver], coverage: none,
    influence: 4, influences: [ann], evidence: [{when: 2026-11-02, what: He signs}]}
  dee: {name: Dee Roy, reports_to: ann, left: 2026-11-02}
"""
STOOD = MAPPED.replace("CEO,", "CEO, status: mentor,").replace(
    "CIO,", "CIO, status: enemy, rivals: {x: mentor}, conflicts: [ann],"
)
AMOUNT = """
amount: 200
history:
  - {date: 2026-11-25, field: amount, from: 100, to: 200}
"""


def shown(part: str, text: str) -> str:
    """Return a part of a deal's report as markdown; empty if it is left out."""
    [found] = (each for each in PARTS if each.key == part)
    return markdown(found.blocks("acme", Sheet.of(opportunity(HEAD + text), Settings(), DAY)))


PARTS_SAY: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "no-strategy-without-ratings": ("strategy", "", (), ("compete",)),
    "strategy": (
        "strategy",
        RATED,
        ("Find out next: `#9`", "Can we compete?", "`#5` Compelling event", "Watch out"),
        ("Use Develop",),
    ),
    "strategy-of-a-closed-deal": (
        "strategy",
        f"status: lost\nclosed: {{date: 2026-11-20}}{RATED}",
        ("Can we compete?",),
        ("What would change it", "Watch out"),
    ),
    "never-assessed": ("find", "", (), ("unknown", "Find out")),
    "closed": ("find", f"status: lost\nclosed: {{date: 2026-11-20}}{RATED}", (), ("Weak", "?")),
    "weak-with-what-was-said": (
        "find",
        RATED,
        (
            "`#7` Solution fit",
            "Raj Patel, Architect: Too slow",
            "Note: Slow",
            "`#18` Profitability",
        ),
        ("Re-check",),
    ),
    "without-evidence": ("find", RATED, ("without evidence", "`#11` Inside support"), ()),
    "stale": ("find", OLD, ("Re-check: still true?", "`#4` Access to funds (10 months)"), ()),
    "whom-to-ask-is-not-known": ("find", RATED, ("may know: Raj Patel",), ("ask Raj Patel",)),
    "whom-to-ask": (
        "find",
        RATED.replace("[approver]", "[approver], status: supporter"),
        ("ask Raj Patel",),
        ("may know: Raj Patel",),
    ),
    "nothing-agreed": ("debriefs", RATED, (), ("Action items", "debrief")),
    "the-last-debrief": (
        "debriefs",
        HELD,
        (
            "**Debrief (deal review) of 2026-11-20**, by lena. Reset to sales step Develop.",
            "Reason: No proof Back to work",
            "Customer: They call on Monday",
            "**2026-10-01**: Sales step confirmed. Fine",
            "| Call Raj | nicole | 2026-11-25, 5 days late |",
            "| Ask for the budget |  | 2026-12-20 |",
            "| Send the plan |  | done 2026-11-24 |",
        ),
        ("Left out",),
    ),
    "agreed-elsewhere": (
        "debriefs",
        "actions: [{date: 2026-11-01, what: Write to Raj, owner: jo}]",
        ("| 1 | Write to Raj | jo | no due date |",),
        ("Earlier",),
    ),
    "nobody-on-the-map": ("people", HELD, (), ("decides", "person")),
    "who-decides": (
        "people",
        MAPPED,
        (
            "**Decision-maker: Ann Lee, CEO. Approver: Raj Patel, CIO.**",
            "| Raj Patel, CIO | approver; influence 4 of 5; no contact; reports to Ann Lee; ",
            "| Dee Roy | left 2 Nov; reports to Ann Lee; assumed |",
            "3 people: 1 confirmed, 2 assumed.",
            "None of us has met Raj Patel (4), who has the ear of Ann Lee (5).",
        ),
        ("With us", "Backs", "In conflict", "Strongest", "against us", "tas "),
    ),
    "how-people-stand": (
        "people",
        STOOD,
        (
            "Strongest for us: Ann Lee (5). Strongest against us: Raj Patel (4).",
            "| Ann Lee, CEO | decision-maker; sponsor; mentor;",
            "backs X-Sys",
            "Raj Patel (4) backs X-Sys.",
        ),
        ("unknown", "What drives them"),
    ),
    "what-drives-them": (
        "people",
        STOOD.replace("CEO,", "CEO, agenda: {personal: A seat},").replace(
            "CIO,", "CIO, approach: {strategy: neutralize, what: Ask for a trial, owner: jo},"
        ),
        (
            "What drives them, and our approach",
            "**Ann Lee, CEO**\n  - Personal agenda: A seat",
            "**Raj Patel, CIO**\n  - Approach: Neutralize. Ask for a trial (jo)",
        ),
        ("**Dee Roy**",),
    ),
    "what-drove-who-left": (
        "people",
        MAPPED.replace("Dee Roy,", "Dee Roy, agenda: {personal: A seat},"),
        ("Dee Roy",),
        ("A seat",),
    ),
    "nobody-to-meet-any-more": (
        "people",
        f"status: lost\nclosed: {{date: 2026-11-20}}{MAPPED}",
        ("3 people", "Raj Patel"),
        ("What the map says", "None of us"),
    ),
    "nothing-recorded": ("history", "", (), ("Day", "Left out")),
    "a-new-deal": ("history", RATED, (), ("Day", "Left out")),
    "what-changed": (
        "history",
        f"{RATED}{HELD}{AMOUNT}",
        ("Wed 25 Nov", "USD 100 → **USD 200**", "Fri 20 Nov", "Mon 2 Nov", "| lena |"),
        ("Left out",),
    ),
}


@pytest.mark.parametrize(("part", "text", "said", "unsaid"), PARTS_SAY.values(), ids=[*PARTS_SAY])
def test_a_part_says_what_the_deal_has(
    part: str, text: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    """What a deal does not use is not mentioned, and the answer names who and when."""
    written = shown(part, text)
    for words in said:
        assert words in written.replace("\\", "")
    for words in unsaid:
        assert words not in written


def test_a_map_without_how_people_stand_has_no_sign_of_it() -> None:
    """Neither a card nor what the signs mean says that a standing is unknown."""
    [found] = (each for each in PARTS if each.key == "people")
    texts = {}
    for name, text in {"without": MAPPED, "with": STOOD}.items():
        blocks = found.blocks("acme", Sheet.of(opportunity(HEAD + text), Settings(), DAY))
        [figure] = (each for each in blocks if isinstance(each, Figure))
        assert figure.draw(720) is figure.draw(340)  # it is laid out once
        texts[name] = {each.text for each in figure.draw(720).iter("text")}
    assert {"Ann Lee", "Raj Patel", "Approver"} <= texts["without"] & texts["with"]
    only = {"Mentor", "Enemy", "Status unknown", "X-Sys", "The competitor they back"}
    assert texts["with"] - texts["without"] == {*only, "Name", "In conflict"}


@pytest.mark.parametrize(("number", "printed"), [(4, True), (30, False)])
def test_a_map_that_nobody_could_read_is_not_printed(number: int, *, printed: bool) -> None:
    """It is named instead, and of many who decide alike three are named."""
    crowd = [f"  p{at}: {{name: Person {at}, roles: [approver]}}" for at in range(number)]
    crowd += [f"  b{at}: {{reports_to: p{at}}}" for at in range(number)]
    sheet = Sheet.of(opportunity(HEAD + "\n".join(("people:", *crowd))), Settings(), DAY)
    [found] = (each for each in PARTS if each.key == "people")
    part = Section(found.title, tuple(found.blocks("acme", sheet)), "people")
    assert (left_out([part]).parts == ()) == printed
    assert f"Person 2 and {number - 3} more." in markdown(part.blocks)


def test_open_action_items_come_first_by_their_due_dates() -> None:
    """Then those done; what is open is never left out."""
    written = shown("debriefs", HELD)
    places = [written.index(each) for each in ("Call Raj", "Ask for the budget", "Send the plan")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("number", "left"), [(12, ""), (20, "Left out: 8 earlier days, 2026-03-02 to")]
)
def test_the_days_that_are_left_out_are_named(number: int, left: str) -> None:
    """At most twelve days are shown, newest first."""
    days = [FIRST + timedelta(days=each) for each in range(number)]
    changes = [
        f"  - {{date: {day}, field: amount, from: {at}, to: {at + 1}}}"
        for at, day in enumerate(days)
    ]
    written = shown("history", "\n".join((f"amount: {number}", "history:", *changes)))
    assert written.count("Amount") == 12
    assert (left in written) if left else ("Left out" not in written)
    assert written.index(f"{days[-1].day} {days[-1]:%b}") < written.index(f"{days[-2].day} Mar")


@pytest.mark.parametrize(
    ("cell", "short"),
    [
        (("2026-11-20",), True),
        (("nicole",), True),
        ((("open", "dim"),), True),
        (("two words",), False),
        (("x" * 17,), False),
        (("",), False),
        ((), False),
    ],
)
def test_a_short_word_in_a_cell_is_not_broken(cell: Any, *, short: bool) -> None:
    """Days and names stay whole, and a long word may break, so that no table gets too wide."""
    words: Words = cell
    assert whole(words) is short


RIVALS = """
competitors: {cold: {name: ColdChain}, fix: {name: Fixit}}
assessments:
  - date: 2026-10-02
    ratings: {solution_fit: {us: "+", cold: "-", fix: "?"}}
  - date: 2026-11-02
    ratings: {solution_fit: {us: "-", fix: "+"}}
"""


def test_the_strongest_competitor_is_drawn_over_time() -> None:
    """Not the first one; who is not drawn is named."""
    said = shown("ratings", RIVALS)
    assert "Fixit is drawn, who has the best balance; not ColdChain." in said
    assert "Us +1 → –1, Fixit 0 → +1" in said


def test_nobody_is_ahead_where_no_competitor_was_rated() -> None:
    """A heading of the scorecard says who leads only if both sides have a rating there."""
    said = shown("grid", RIVALS)
    assert "Can we compete? · Fixit is ahead" in said
    assert said.count("ahead") == 1
    assert "Can we win?\n" in shown("grid", RATED)


def test_a_part_that_paper_does_not_know_is_left_out_if_it_does_not_fit() -> None:
    """A new part is printed last, and never cut off."""
    rows = tuple(((f"{'Words ' * 900}",),) for _ in range(5))
    new = Section("New", (Table((Column("What"),), rows),), "new")
    assert left_out([new]).said == ("New",)
