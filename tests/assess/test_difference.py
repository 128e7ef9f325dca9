"""What changed in a deal between two states, as `tas show --since` reports it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from cli import ROOT
from workspaces import HEAD, opportunity, rated, write

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference
from tas_cli.model.settings import Settings
from tas_cli.workspace import find, open_workspace, read

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

NATIONAL = "national-manufacturing"
SIGNED = "2026-11-10 | solution_fit: {us: {rating: '+', evidence: [{when: 2026-11-09, what: b}]}}"
DEAL = (
    rated("2026-01-10 | solution_fit: {us: '?', x: '-'} | access_to_funds: {us: '+'}", SIGNED)
    + """\
owner: nicole
amount: 200
process:
  step: develop
  steps:
    qualify:
      outcomes:
        burning_issue_identified: {date: 2026-11-12, evidence: [{when: 2026-11-12, what: c}]}
        first_contacts_named: {date: 2026-02-12, evidence: [{when: 2026-02-12, what: c}]}
notes:
  - {date: 2026-11-13, by: nicole, text: Prado is on leave}
  - {date: 2026-03-13, text: Old}
debriefs:
  - date: 2026-02-20
    actions: [{what: Call the CFO, owner: nicole, done: 2026-11-14}, {what: Old, done: 2026-03-01}]
  - date: 2026-11-15
    actions: [{what: Get the weights, due: 2026-12-01}]
history:
  - {date: 2026-11-16, field: amount, from: 100, to: 200}
  - {date: 2026-11-16, field: process.step, from: qualify, to: develop}
"""
)


def since(tas: Tas, folder: Path, day: str, *options: str) -> dict[str, Any]:
    """Return what changed in the deal since a day."""
    write(folder, {"opportunities/deal.yaml": DEAL})
    result = tas.at(folder)("show", "deal", "--since", day, "--format", "json", *options)
    assert result.status == 0, result.err
    found: dict[str, Any] = result.json["difference"]
    return found


def test_every_kind_of_change(tas: Tas, tmp_path: Path) -> None:
    """Ratings, fields, outcomes, evidence, action items, debriefs and notes are all found."""
    found = since(tas, tmp_path, "2026-11-01")
    assert found["since"] == "2026-11-01"
    assert found["ratings"] == [
        {"criterion": "solution_fit", "party": "us", "from": "?", "to": "+"}
    ]
    assert {each["field"]: (each["before"], each["after"]) for each in found["fields"]} == {
        "amount": ("100", "200"),
        "process.step": ("qualify", "develop"),
    }
    assert found["outcomes_met"] == [{"step": "qualify", "outcome": "burning_issue_identified"}]
    assert [each["what"] for each in found["evidence_added"]] == ["b"]
    assert [each["what"] for each in found["actions_agreed"]] == ["Get the weights"]
    assert [each["what"] for each in found["actions_done"]] == ["Call the CFO"]
    assert found["debriefs"] == ["2026-11-15"]
    assert [each["text"] for each in found["notes"]] == ["Prado is on leave"]
    assert (found["evidence_removed"], found["outcomes_unmet"], found["new"]) == ([], [], False)


@pytest.mark.parametrize(
    ("day", "ratings", "new"),
    [("2026-11-10", 1, False), ("2026-11-11", 0, False), ("2026-01-10", 3, True)],
)
def test_the_day_itself_counts(
    tas: Tas,
    tmp_path: Path,
    day: str,
    ratings: int,
    new: bool,  # noqa: FBT001 - a column
) -> None:
    """What is dated on the day is a change; a deal that began then is new."""
    found = since(tas, tmp_path, day)
    assert (len(found["ratings"]), found["new"]) == (ratings, new)


def test_nothing_changed(tas: Tas, tmp_path: Path) -> None:
    """A quiet time has no changes, and the page says so."""
    found = since(tas, tmp_path, "2026-05-01", "--at", "2026-06-01")
    lists = {key: value for key, value in found.items() if isinstance(value, list)}
    assert not any(lists.values())
    out = tas("show", "deal", "--since", "2026-05-01", "--at", "2026-06-01").out
    assert "Nothing changed." in out


def test_evidence_for_an_older_assessment_is_new(tas: Tas, tmp_path: Path) -> None:
    """Evidence counts from its own day, even if it was added to an earlier assessment."""
    cell = "{rating: '+', evidence: [{when: 2026-11-09, what: late}, {what: old}]}"
    write(
        tmp_path, {"opportunities/deal.yaml": rated(f"2026-01-10 | solution_fit: {{us: {cell}}}")}
    )
    call = ("show", "deal", "--since", "2026-11-01", "--format", "json")
    found = tas.at(tmp_path)(*call).json["difference"]
    assert [each["what"] for each in found["evidence_added"]] == ["late"]


def test_the_ratings_behind_another_strategy_are_named(tas: Tas) -> None:
    """Only a rating without which the result would be another one is a reason."""
    call = ("show", NATIONAL, "--since", "2026-10-01", "--format", "json")
    found = tas(*call).json["difference"]
    assert found["strategy"]["before"]["reachable"] == ["fragment", "develop"]
    assert found["strategy"]["after"]["reachable"] == ["flanking"]
    assert [each["criterion"] for each in found["because"]] == [
        "executive_credibility", "political_alignment",
    ]  # fmt: skip


def test_page(tas: Tas, page: SnapshotAssertion) -> None:
    """The page of what changed looks the way it did when last reviewed."""
    assert tas("show", NATIONAL, "--since", "2026-10-01").out == page


def test_a_day_after_the_last_is_a_wrong_call(tas: Tas) -> None:
    """Nothing can have changed since a day that is yet to come."""
    result = tas("show", NATIONAL, "--since", "2026-10-02", "--at", "2026-10-01")
    assert (result.status, result.out) == (2, "")
    assert "--since 2026-10-02 is after 2026-10-01" in result.err


DAYS = (date(2025, 6, 1), date(2026, 3, 1), date(2026, 9, 1), date(2026, 11, 23))


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "opportunities").iterdir())])
def test_a_difference_and_its_opposite(name: str) -> None:
    """A state does not differ from itself, and what one way is added the other way is removed."""
    workspace = open_workspace(ROOT)
    deal = read(find(workspace, name), workspace).value
    assert deal is not None
    states = [DealOnDay.of(deal, workspace.settings, day) for day in DAYS]
    assert all(Difference(state, state).empty for state in states)
    for before, after in pairwise(states):
        mirrored(before, after)


def mirrored(before: DealOnDay, after: DealOnDay) -> None:
    """Check that all lists of a difference are those of the opposite one, turned around."""
    there, back = Difference(before, after), Difference(after, before)
    assert there.empty == back.empty
    assert (there.added, there.removed) == (back.removed, back.added)
    assert (there.met, there.unmet) == (back.unmet, back.met)
    assert (there.evidenced, there.unevidenced) == (back.unevidenced, back.evidenced)
    assert (there.debriefs, there.debriefs_removed) == (back.debriefs_removed, back.debriefs)
    turned = {(each.field, each.after, each.before) for each in back.fields}
    assert {tuple(each) for each in there.fields} == turned
    assert set(there.turning) <= set(there.ratings)
    cells = {(each.criterion, each.party, each.before, each.after, each.first, each.gone)
             for each in there.ratings}  # fmt: skip
    assert cells == {(each.criterion, each.party, each.after, each.before, each.gone, each.first)
                     for each in back.ratings}  # fmt: skip
    assert sorted(repr((each.before, each.after)) for each in there.records) == sorted(
        repr((each.after, each.before)) for each in back.records
    )


PARTS = {
    "owner": "owner: nicole\n",
    "amount": "amount: 300\n",
    "answer": "strategy: {answers: {compelling_event: {answer: 'no', because: b}}}\n",
    "choice": "strategy: {chosen: fragment, variation: niche, since: 2026-02-01, reason: r}\n",
    "notes": "notes: [{date: 2026-03-13, text: a}, {date: 2026-03-14, text: b}]\n",
    "note": "notes: [{date: 2026-03-13, by: kim, text: a}]\n",
    "actions": "actions: [{date: 2026-03-13, what: a, due: 2026-04-01}]\n",
    "done": "actions: [{date: 2026-03-13, what: a, done: 2026-04-01}]\n",
    "debrief": "debriefs: [{date: 2026-03-13, actions: [{what: c}]}]\n",
    "claim": "process: {steps: {qualify: {outcomes: {first_contacts_named: {}}}}}\n",
    "proof": "process: {steps: {qualify: {started: 2026-01-02, outcomes: {first_contacts_named:"
    " {evidence: [{when: 2026-02-12, what: c}]}}}}}\n",
    "closed": "status: lost\nclosed: {date: 2026-03-14, reason: price}\n",
    "a goal": "strategy: {goal: a}\n",
    "a customer's goal": "strategy: {customer: {goal: a}}\n",
    "items": "strategy: {objective: {items: [{what: a, amount: 3}]}}\n",
    "other items": "strategy: {objective: {items: [{what: a, amount: 4}]}}\n",
    "a customer's date": "close_plan: {dates: {board_vote: 2026-05-01}}\n",
    "a link of the chain": "value: {chain: {drivers: a}}\n",
    "when it goes live": "value: {live: 2026-05-01}\n",
    "the months that count": "value: {months: 24}\n",
    "what waiting costs": "value: {delay: {formula: 5k}}\n",
    "the same once": "value: {delay: {formula: 5k, per: once}}\n",
    "when a competitor goes live": "value: {rivals: {x: {live: 2026-05-01}}}\n",
    "what a competitor costs": "value: {rivals: {x: {costs: [{what: a, amount: 3}]}}}\n",
}
"""Parts of a file; each alone makes a difference."""
RATINGS = (
    "2026-01-10 | solution_fit: {us: '?', x: '-'}",
    "2026-01-10 | solution_fit: {us: '-'}",
    "2026-01-10 | solution_fit: {us: {rating: '+', evidence: [{what: a}]}, x: '-'}",
)


def state(ratings: str, parts: str, competitors: str = "{x: {name: X}}") -> DealOnDay:
    """Return a deal with these ratings and parts."""
    text = rated(ratings, competitors=competitors) + parts
    return DealOnDay.of(opportunity(text), Settings(), DAYS[-1])


STATES = [
    *(state(RATINGS[0], part) for part in ("", *PARTS.values())),
    *(state(each, "", "{x: {name: Y, out: {date: 2026-05-01}}, z: {}}") for each in RATINGS),
    state(RATINGS[1], "", "{z: {}}"),
]


@pytest.mark.parametrize("after", range(len(STATES)))
def test_any_two_files_and_their_opposite(after: int) -> None:
    """Files that say something else differ, and the opposite difference is the mirror of it."""
    for at, before in enumerate(STATES):
        mirrored(before, STATES[after])
        assert Difference(before, STATES[after]).empty == (at == after)


def test_a_rating_that_turned_around_without_evidence() -> None:
    """A sign that became its opposite needs evidence of its own; one that was unknown does not."""
    minus, plus = state(RATINGS[1], ""), state(RATINGS[2], "")
    assert not Difference(minus, plus).unsupported
    assert [each.criterion for each in Difference(plus, minus).unsupported] == ["solution_fit"]
    assert not Difference(state(RATINGS[0], ""), minus).unsupported


def test_ratings_that_turn_the_strategy_only_together() -> None:
    """If each of two ratings is enough for another strategy, both are its reason."""
    hopeless = "compelling_event: {us: '-'} | unique_business_value: {us: '-'}"
    ends = [
        state(
            f"2026-01-10 | {hopeless} | future_revenue: {{us: '{sign}'}}"
            f" | strategic_value: {{us: '{sign}'}} | solution_fit: {{us: '{sign}'}}",
            "",
        )
        for sign in "-+"
    ]
    found = Difference(*ends)
    assert [end.decision.reachable[-1] for end in ends] == ["disengage", "develop"]
    assert [each.criterion for each in found.turning] == ["future_revenue", "strategic_value"]


def test_what_changed_within_a_record_is_named(tas: Tas, tmp_path: Path) -> None:
    """Each nested field that changed is said by its dotted name, and no other."""
    head = "tas: 1\nname: Deal\ncustomer: Customer\npeople:\n  kim: {name: Kim Lee, "
    was = "agenda: {business: Margin}, approach: {strategy: motivate, owner: nicole}}\n"
    now = (
        "agenda: {business: Margin, personal: CEO}, approach: {strategy: leverage, owner: nicole},"
        " sources: {track_record: structure}}\n"
    )
    files = {"tas.yaml": "tas: 1\n", "was.yaml": head + was, "now.yaml": head + now}
    tas = tas.at(write(tmp_path, files))
    out = " ".join(tas("diff", "was.yaml", "now.yaml").out.split())
    assert (
        "Changed person: Kim Lee (approach.strategy: motivate → leverage, agenda.personal: none →"
        " CEO, sources.track_record: none → structure)"
    ) in out
    (found,) = tas("diff", "was.yaml", "now.yaml", "--format", "json").json["deals"]
    (person,) = found["difference"]["records"]
    assert {"field": "agenda.personal", "before": None, "after": "CEO"} in person["fields"]


def test_records_are_named_with_what_changed_in_them(tas: Tas, tmp_path: Path) -> None:
    """What changed in a note, and a note that is gone, are on the page and in the JSON."""
    found = Difference(state(RATINGS[0], PARTS["notes"]), state(RATINGS[0], PARTS["note"]))
    assert [(bool(each.after), each.words) for each in found.records] == [(True, "a"), (False, "b")]
    assert [tuple(each) for each in found.records[0].fields] == [("by", None, "kim")]
    folder = write(tmp_path, {"opportunities/d.yaml": HEAD + PARTS["done"]})
    shown = tas.at(folder)("show", "d", "--since", "2026-03-20", "--format", "json").json
    assert shown["difference"]["actions_done"][0]["what"] == "a"
