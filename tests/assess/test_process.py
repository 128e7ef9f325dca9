"""A deal's place in the sales process: as claimed, and as evidenced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.assess.as_of import as_of
from tas_cli.assess.process import Standing, sales_process, standing
from tas_cli.method.catalogue import sales_steps
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as

if TYPE_CHECKING:
    from collections.abc import Iterable

TODAY = "2026-11-23"
UNDATED = "{evidence: [{who: a}]}"
LATE = "{date: 2026-09-01, evidence: [{when: 2026-11-02, who: a}]}"
EVIDENCE = "{evidence: [{when: 2026-11-02, who: a}]}"


def settings(steps: str = "") -> Settings:
    """Return the settings with these steps."""
    value = read_as(Settings, f"steps: {{{steps}}}\n".encode(), "tas.yaml").value
    assert value is not None
    return value


def shown(*steps: str, but: Iterable[str] = (), by: str = EVIDENCE) -> str:
    """Return records of steps with all but some of their outcomes met."""
    return ", ".join(
        f"{step}: {{outcomes: {{"
        + ", ".join(f"{o.key}: {by}" for o in sales_steps()[step].outcomes if o.key not in but)
        + "}}"
        for step in steps
    )


def standing_of(process: str, steps: str = "", on: str = TODAY, rest: str = "") -> Standing:
    """Return the standing of a deal with this process."""
    deal = opportunity(f"{HEAD}process: {{{process}}}\n{rest}")
    return standing(as_of(deal, day(on)), sales_process(settings(steps)), day(on))


def keys_of(found: Standing) -> str:
    """Return the claimed, evidenced and current steps."""
    steps = (found.claimed, found.supported, found.working)
    return " ".join(step.key if step else "-" for step in steps)


QUALIFIED = f"steps: {{{shown('qualify')}}}"
FIRST = "change_in_strategy"
# The process, the company's steps, and the claimed, evidenced and current steps.
STANDINGS = {
    "nothing": ("", "", "- - -"),
    "the-first-step": ("step: qualify", "", "- - qualify"),
    "a-claim-alone": ("step: solution", "", "develop - solution"),
    "all-shown": (f"step: develop, {QUALIFIED}", "", "qualify qualify develop"),
    "more-shown-than-claimed": (f"step: qualify, {QUALIFIED}", "", "- qualify qualify"),
    "one-missing": (
        f"step: develop, steps: {{{shown('qualify', but=[FIRST])}}}", "", "qualify - develop",
    ),
    "without-evidence": (
        f"step: develop, steps: {{{shown('qualify', by='{date: 2026-11-02}')}}}",
        "", "qualify - develop",
    ),
    "an-empty-entry-is-not-evidence": (
        f"step: develop, steps: {{{shown('qualify', by='{evidence: [{when: 2026-11-02}]}')}}}",
        "", "qualify - develop",
    ),
    "a-later-step-does-not-count-before": (
        f"step: close, steps: {{{shown('qualify', 'solution')}}}", "", "proof qualify close",
    ),
    "in-whatever-order-of-the-file": (
        f"step: solution, steps: {{{shown('develop', 'qualify')}}}", "", "develop develop solution",
    ),
    "two-thirds-are-enough": (
        f"step: develop, steps: {{{shown('qualify', but=[FIRST])}}}",
        "qualify: {needed: 60}", "qualify qualify develop",
    ),
    "two-thirds-are-not-enough": (
        f"step: develop, steps: {{{shown('qualify', but=[FIRST])}}}",
        "qualify: {needed: 67}", "qualify - develop",
    ),
    "but-not-without-the-mandatory-one": (
        f"step: develop, steps: {{{shown('qualify', but=[FIRST])}}}",
        f"qualify: {{needed: 60, outcomes: {{{FIRST}: {{mandatory: yes}}}}}}",
        "qualify - develop",
    ),
    "an-outcome-of-our-own-is-needed": (
        QUALIFIED, "qualify: {outcomes: {budget_named: {title: x}}}", "- - -",
    ),
    "a-step-of-our-own": (
        f"step: develop, {QUALIFIED}",
        "first_call: {after: qualify, outcomes: {called_back: {}}}", "first_call qualify develop",
    ),
    "a-step-of-our-own-without-outcomes": (
        f"step: develop, {QUALIFIED}", "pause: {after: qualify}", "pause pause develop",
    ),
    "an-unknown-step": (f"step: devlop, {QUALIFIED}", "", "- qualify -"),
    "claimed-by-its-day-alone": ("steps: {develop: {completed: 2026-11-02}}", "", "develop - -"),
    "the-step-counts-before-the-days": (
        "step: develop, steps: {develop: {completed: 2026-11-02}}", "", "qualify - develop",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("process", "steps", "expected"), STANDINGS.values(), ids=STANDINGS)
def test_standing(process: str, steps: str, expected: str) -> None:
    """Claimed is the step before the current one; evidenced is what the buyer did, in order."""
    assert keys_of(standing_of(process, steps)) == expected


# The process, the rest of the file, the date, and the claimed, evidenced and current steps.
MOVED = """\
history:
  - {date: 2026-10-01, field: process.step, to: develop}
  - {date: 2026-11-01, field: process.step, from: develop, to: proof}
  - {date: 2026-11-10, field: process.step, from: proof, to: qualify}
"""
DAYS = {
    "before-the-evidence": (QUALIFIED, "", "2026-11-01", "- - -"),
    "on-the-day-of-the-evidence": (QUALIFIED, "", "2026-11-02", "- qualify -"),
    "met-before-it-could-be-shown": (
        f"steps: {{{shown('qualify', by=LATE)}}}",
        "", "2026-10-01", "- - -",
    ),
    "undated-counts-always": (
        f"steps: {{{shown('qualify', by=UNDATED)}}}", "", "2020-01-01", "- qualify -",
    ),
    "before-any-move": ("step: qualify", MOVED, "2026-09-30", "- - -"),
    "after-the-first-move": ("step: qualify", MOVED, "2026-10-01", "qualify - develop"),
    "after-the-second-move": ("step: qualify", MOVED, "2026-11-09", "solution - proof"),
    "after-the-reset": ("step: qualify", MOVED, "2026-11-10", "- - qualify"),
    "a-step-begun-later": (
        "step: develop, steps: {develop: {started: 2026-11-10}, qualify: {started: 2026-10-01}}",
        "", "2026-11-09", "- - qualify",
    ),
    "before-any-step-was-begun": (
        "step: develop, steps: {develop: {started: 2026-11-10}}", "", "2026-11-09", "- - -",
    ),
    "won": ("step: develop", "status: won\n", TODAY, "close - develop"),
    "not-won-yet": (
        "step: develop", "status: won\nclosed: {date: 2026-11-20}\n", "2026-11-19",
        "qualify - develop",
    ),
    "lost": ("step: develop", "status: lost\n", TODAY, "qualify - develop"),
}  # fmt: skip


@pytest.mark.parametrize(("process", "rest", "on", "expected"), DAYS.values(), ids=DAYS)
def test_standing_on_a_day(process: str, rest: str, on: str, expected: str) -> None:
    """As of an earlier date only what was known counts, and the history rewinds the step."""
    assert keys_of(standing_of(process, on=on, rest=rest)) == expected


def test_no_process() -> None:
    """A file without a process claims nothing and shows nothing."""
    found = standing(opportunity(HEAD), sales_process(Settings()), day(TODAY))
    assert (keys_of(found), found.days, found.overclaimed) == ("- - -", None, False)
    assert (found.probability, found.claimed_probability) == (0, 0)


def test_a_history_without_a_process() -> None:
    """Moves kept in the history without a process leave the deal without one."""
    assert as_of(opportunity(HEAD + MOVED), day("2026-10-15")).process is None


def test_probabilities() -> None:
    """Claim and evidence each have the probability of the milestone they reach."""
    found = standing_of(f"step: solution, {QUALIFIED}", "qualify: {probability: 25}")
    assert (found.probability, found.claimed_probability) == (25, 40)
    assert found.overclaimed
    assert [state.step.key for state in found.gap] == ["develop"]


@pytest.mark.parametrize(
    ("process", "history", "expected"),
    [
        ("step: develop, steps: {develop: {started: 2026-11-03}}", MOVED, 20),
        ("step: qualify", MOVED, 13),
        (
            "step: qualify",
            f"{MOVED}  - {{date: 2026-12-01, field: process.step, to: qualify}}\n",
            13,
        ),
        ("step: qualify", "", None),
        ("step: qualify, steps: {qualify: {started: 2026-12-24}}", "", None),
    ],
)
def test_days(process: str, history: str, expected: int | None) -> None:
    """A step's days count from its stated start, otherwise from the last move to it."""
    found = standing(
        opportunity(f"{HEAD}process: {{{process}}}\n{history}"),
        sales_process(Settings()),
        day(TODAY),
    )
    assert found.days == expected


def test_outcomes_shown_of_a_step() -> None:
    """An outcome is shown with evidence, unproven without, and otherwise missing."""
    found = standing_of(
        f"steps: {{qualify: {{outcomes: {{{FIRST}: {EVIDENCE}, first_contacts_named: {{date: "
        "2026-11-02}, strange: {}}}}"
    )
    state = found.states[0]
    assert [(outcome.key, state.of(outcome.key)) for outcome in state.step.outcomes] == [
        (FIRST, "shown"),
        ("burning_issue_identified", "missing"),
        ("first_contacts_named", "unproven"),
    ]
    assert found.met("qualify", "first_contacts_named")
    assert not found.met("qualify", "burning_issue_identified")
    assert not found.met("nowhere", FIRST)


def test_the_method_as_it_is() -> None:
    """Without settings the process is the method's, to the day and the percent."""
    assert [
        (each.number, each.key, each.title, each.milestone, each.probability, each.days)
        for each in sales_process(Settings())
    ] == [
        (each.number, each.key, each.title, each.milestone, each.probability, each.days)
        for each in sales_steps().values()
    ]


def test_own_steps_keep_their_place() -> None:
    """A company's own steps follow the step they name, in the file's order, and are numbered."""
    process = sales_process(
        settings("c: {after: b}, a: {after: develop}, b: {after: develop}, d: {after: a}")
    )
    assert [f"{step.number} {step.key}" for step in process] == [
        "1 qualify", "2 develop", "3 a", "4 d", "5 b", "6 c", "7 solution", "8 proof", "9 close",
    ]  # fmt: skip


@pytest.mark.parametrize("steps", ["x: {}", "x: {after: y}", "x: {after: y}, y: {after: x}"])
def test_own_steps_without_a_place(steps: str) -> None:
    """A step with an unknown place is left out, and so are two that name each other."""
    assert len(sales_process(settings(steps))) == 5


def test_very_many_own_steps() -> None:
    """A chain of thousands of steps is sorted, and quickly."""
    chain = ["s0: {after: close}", *(f"s{n}: {{after: s{n - 1}}}" for n in range(1, 3000))]
    assert [step.key for step in sales_process(settings(", ".join(chain)))][-1] == "s2999"


def test_a_step_in_our_own_words() -> None:
    """Titles, milestone, probability, days and outcomes can all differ from the method's."""
    own = (
        "qualify: {title: Sift, milestone: Sifted, probability: 0, days: 5, "
        f"outcomes: {{{FIRST}: {{title: It moved.}}, called_back: {{}}}}}}, "
        "audit_first: {after: qualify, days: 9}"
    )
    sift, audit, *_ = sales_process(settings(own))
    assert (sift.title, sift.milestone, sift.probability, sift.days) == ("Sift", "Sifted", 0, 5)
    assert [outcome.title for outcome in sift.outcomes][0::3] == ["It moved.", "Called back."]
    assert (audit.title, audit.milestone, audit.probability) == ("Audit first", "Audit first", 0)


def test_how_old_a_rating_may_be() -> None:
    """The current step may have its own stale age; otherwise the general one applies."""
    ours = settings("qualify: {stale_after: 120}")
    assert [ours.stale_for(step) for step in ("qualify", "develop", None)] == [120, 90, 90]


def test_debriefs_of_later_days() -> None:
    """A later debrief is unknown on an earlier date."""
    deal = opportunity(f"{HEAD}debriefs: [{{date: 2026-11-10}}, {{date: 2026-10-01}}]\n")
    assert [each.date for each in as_of(deal, day("2026-11-09")).debriefs] == [day("2026-10-01")]
