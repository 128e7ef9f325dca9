"""What a page may show: the rest is out of the model before anything is assessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from filled import Canaries
from workspaces import day, opportunity, rated

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.disclosure import SHOWN_OF_PEOPLE, Disclosure
from tas_cli.assess.redaction import PUBLIC, REDACTED
from tas_cli.model.account import Account
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Change, Opportunity
from tas_cli.model.settings import Settings
from tas_cli.workspace import open_workspace, read, read_account

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 28)
OUTSIDE = Disclosure(people=True, redact=True)
EXAMPLES = sorted((ROOT / "opportunities").glob("*.yaml"))
MAP = """
owner: nicole
people:
  meyer: {name: Joan Meyer, title: CEO, influence: 5, status: enemy, roles: [approver, sponsor]}
  prado: {name: Luis Prado, reports_to: meyer, influences: [meyer], conflicts: [meyer]}
"""


def _left_in(canaries: Canaries, *models: Opportunity | Account | Settings) -> dict[str, str]:
    dumped = " ".join(each.model_dump_json() for each in models)
    return {text: where for text, where in canaries.fields.items() if text in dumped}


def test_no_name_amount_or_text_of_any_field_is_left_in_what_is_shared() -> None:
    """With every field filled, only what is declared public is still there, and all of that is."""
    canaries = Canaries()
    deal, account = canaries.fill(Opportunity), canaries.fill(Account)
    shown, of_account = OUTSIDE.deal("acme", deal, account, TODAY)
    assert of_account
    settings = canaries.fill(Settings)
    left = _left_in(canaries, shown, of_account, OUTSIDE.settings(settings))
    assert {*left.values()} - PUBLIC == set()
    inside = {where for where in canaries.fields.values() if where in PUBLIC}
    assert inside == {*left.values()}
    assert PUBLIC - inside == set()
    assert shown.name == "acme"


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("Joan Meyer, CEO", "Person 1"),
        ("prado, J. Meyer", "Person 2, Person 1"),
        ("Somebody Else", None),
    ],
)
def test_whoever_is_on_the_map_keeps_one_pseudonym(who: str, shown: str | None) -> None:
    """Evidence, references and entries name the same person in the same way, or nobody."""
    said = f"{{when: 2026-01-05, who: '{who}', what: Yes, link: 'https://x.example'}}"
    text = rated(f"2026-01-05 | solution_fit: {{us: {{rating: '+', evidence: [{said}]}}}}") + MAP
    deal, _ = OUTSIDE.deal("acme", opportunity(text), None, TODAY)
    cell = deal.assessments[0].cell("solution_fit", "us")
    assert cell
    assert cell.evidence[0].model_dump() == {
        "when": day("2026-01-05"),
        "who": shown,
        "what": REDACTED,
        "link": None,
    }
    below = deal.people["person-2"]
    assert (below.name, below.reports_to, below.influences) == (
        "Person 2",
        "person-1",
        ["person-1"],
    )
    assert (deal.owner, deal.people["person-1"].title) == (REDACTED, None)


def test_records_that_go_by_their_words_go_by_a_number() -> None:
    """So one can be told from another on a page, and found in the file by the number."""
    text = f"{rated()}tactics: [{{what: Ask Joan, result: Yes}}, {{what: Ask Luis}}]\n"
    text += "actions: [{date: 2026-01-05, what: Call Joan}]\n"
    deal, _ = OUTSIDE.deal("acme", opportunity(text), None, TODAY)
    assert [each.what for each in deal.tactics] == ["Tactic 1", "Tactic 2"]
    assert (deal.tactics[0].result, deal.actions[0].what) == (REDACTED, "Agreed action 1")


def test_a_deal_and_its_account_share_the_pseudonyms() -> None:
    """What a deal adds to somebody of the account is still about the same person."""
    account = Account.model_validate(
        {
            "tas": 1,
            "name": "Harbour",
            "people": {"ruiz": {"name": "Ana Ruiz"}, "prado": {"rank": 4}},
        }
    )
    deal, shared = OUTSIDE.deal("acme", opportunity(rated() + MAP), account, TODAY)
    shown = DealOnDay.of(deal, Settings(), TODAY, account=shared)
    assert [*shown.people] == ["person-1", "person-2", "person-3"]
    assert (shown.people["person-2"].rank, shown.people["person-2"].reports_to) == (4, "person-3")


CHANGES: list[tuple[dict[str, str], dict[str, str | None] | None]] = [
    ({"field": "amount", "from": "500000"}, None),
    ({"field": "owner", "from": "nicole"}, None),
    ({"field": "expected_close", "from": "call Joan first"}, None),
    ({"field": "Joan Meyer"}, None),
    ({"field": "competitors.Joan said so", "from": "X"}, None),
    ({"field": "people.meyer.agenda", "from": "power"}, None),
    ({"field": "people.meyer.rank", "from": "low"}, None),
    ({"field": "expected_close", "from": "2026-01-05"}, {"field": "expected_close"}),
    ({"field": "competitors.x", "from": "X"}, {"field": "competitors.x", "before": "X"}),
    ({"field": "competitors.x.out", "from": "2026-01-05"}, {"field": "competitors.x.out"}),
    ({"field": "people.prado.reports_to", "from": "meyer"}, {"before": "person-1"}),
    (
        {"field": "people.prado", "to": "Luis Prado"},
        {"after": REDACTED, "field": "people.person-2"},
    ),
    (
        {"field": "strategy.chosen", "from": "frontal", "reason": "Joan", "by": "nicole"},
        {"before": "frontal", "reason": REDACTED, "by": REDACTED},
    ),
]


@pytest.mark.parametrize(("change", "shown"), CHANGES)
def test_changes_are_shared_if_their_field_is_public(
    change: dict[str, str], shown: dict[str, str | None] | None
) -> None:
    """History keeps values as plain text: one that is no value of a public field stays inside."""
    kept = Change.model_validate({"date": "2026-01-05", **change})
    deal = opportunity(rated() + MAP).model_copy(update={"history": [kept]})
    left = Disclosure(people=True, redact=True).deal("acme", deal, None, TODAY)[0].history
    if shown is None:
        assert left == []
    else:
        assert left == [kept.model_copy(update=left[0].model_dump())]
        assert shown.items() <= left[0].model_dump().items()


def test_a_page_shows_who_people_are_and_nothing_else_of_them() -> None:
    """Only the declared fields of people are left; of everything else, only judgments are out."""
    filled = Canaries()
    deal, account = filled.fill(Opportunity), filled.fill(Account)
    shown, of_account = Disclosure().deal("acme", deal, account, TODAY)
    assert of_account
    for before, after in ((deal, shown), (account, of_account)):
        for key, person in after.people.items():
            assert {*person.model_fields_set} == {*SHOWN_OF_PEOPLE}
            said = before.people[key]
            days = [Evidence.model_construct(when=each.when) for each in said.evidence]
            assert person == person.model_copy(
                update={name: getattr(said, name) for name in SHOWN_OF_PEOPLE} | {"evidence": days}
            )
    assert shown.value
    assert (shown.value.benefits[0].perception, shown.value.benefits[0].perceived) == (None, None)
    assert of_account.needs[0].people == []
    same = {"people", "value", "history", "needs"}
    assert shown.model_dump(exclude=same) == deal.model_dump(exclude=same)
    assert of_account.model_dump(exclude=same) == account.model_dump(exclude=same)
    assert Disclosure(people=True).deal("acme", deal, account, TODAY) == (deal, account)


def test_the_past_does_not_bring_back_how_somebody_stood() -> None:
    """A page as of an earlier day has no status and no sponsor, either."""
    history = """
history:
  - {date: 2026-11-05, field: people.meyer.status, from: mentor, to: enemy}
  - {date: 2026-11-05, field: people.meyer.roles, from: "user, sponsor", to: "approver, sponsor"}
  - {date: 2026-11-05, field: people.prado.roles, from: sponsor}
  - {date: 2026-11-05, field: people.meyer.influence, from: "3", to: "5"}
"""
    before = day("2026-11-01")
    deal, _ = Disclosure().deal("acme", opportunity(rated() + MAP + history), None, before)
    then = DealOnDay.of(deal, Settings(), before).people
    assert (then["meyer"].status, then["meyer"].roles, then["meyer"].influence) == (
        None,
        ["user"],
        3,
    )
    assert then["prado"].roles == []
    assert [each.field for each in deal.history] == [
        "people.meyer.roles",
        "people.meyer.influence",
    ]


@pytest.mark.parametrize(("on", "left"), [("2026-11-19", None), ("2026-11-20", day("2026-11-20"))])
def test_who_is_going_to_leave_is_not_announced(on: str, left: date | None) -> None:
    """That somebody left is shown from that day on."""
    text = rated() + "people: {ruiz: {name: Ana Ruiz, left: 2026-11-20}}\n"
    deal, _ = Disclosure().deal("acme", opportunity(text), None, day(on))
    assert deal.people["ruiz"].left == left


@pytest.mark.parametrize("disclosure", [Disclosure(), OUTSIDE, Disclosure(redact=True)])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_ratings_decision_and_process_stay_what_they_are(
    path: Path, disclosure: Disclosure
) -> None:
    """Evidence without its words is still evidence, and no figure of these rests on what is out."""
    workspace = open_workspace(ROOT)
    now = read(path, workspace).value
    assert now
    reading = read_account(workspace, now.account) if now.account else None
    account = reading.value if reading else None
    deal, shared = disclosure.deal(path.stem, now, account, TODAY)
    settings = disclosure.settings(workspace.settings)
    before = DealOnDay.of(now, workspace.settings, TODAY, account=account, evidenced=True)
    after = DealOnDay.of(deal, settings, TODAY, account=shared, evidenced=True)
    assert after.decision == before.decision
    assert after.card.signs == before.card.signs
    assert [each.shown for each in after.standing.states] == [
        each.shown for each in before.standing.states
    ]
    assert after.standing.probability == before.standing.probability
    assert after.stale == before.stale


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        ("people: {a: {name: A, title: CEO, influence: 5}}", False),
        ("people: {a: {status: neutral}}", True),
        ("people: {a: {roles: [sponsor]}}", True),
        ("people: {a: {name: A, left: 2026-11-28}}", False),
        ("people: {a: {name: A, left: 2026-11-29}}", True),
        ("value: {benefits: [{what: Less, perception: 1}]}", True),
        ("value: {benefits: [{what: Less}]}", False),
        ("", False),
    ],
)
def test_a_page_says_that_something_is_left_out_only_if_something_is(
    text: str, *, hides: bool
) -> None:
    """A deal that does not use the map needs no words about it."""
    deal = opportunity(rated() + text)
    assert Disclosure().hides(TODAY, deal, None) == hides
    assert not Disclosure(people=True).hides(TODAY, deal)
