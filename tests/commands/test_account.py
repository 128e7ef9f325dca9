"""`tas account` starts a customer's account, changes it, and shows its deals and people."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from cli import ROOT, Tas
from declared import undeclared
from workspaces import write

DEAL = "tas: 1\nname: {0}\ncustomer: Harbor Ltd\namount: 250000\nowner: nicole\naccount: harbor\n"
FILES = {
    "tas.yaml": "tas: 1\n",
    "opportunities/cranes.yaml": DEAL.format("Cranes"),
    "opportunities/other.yaml": "tas: 1\nname: Other\ncustomer: Other\n",
}


@pytest.fixture
def root(tas: Tas, tmp_path: Path) -> Path:
    """A deal that names an account, which does not exist yet, and another deal."""
    write(tmp_path, FILES)
    tas.at(tmp_path).env(TAS_TODAY="2026-11-30")
    return tmp_path


def test_an_account_is_started_changed_and_shown(tas: Tas, root: Path) -> None:
    """A name starts it; its page has its own deals and its people."""
    assert tas("account", "harbor").status == 2
    started = tas("account", "harbor", "name=Harbor Ltd", "potential=900k", "market=mature")
    assert started.status == 0, started.err
    path = root / "accounts/harbor.yaml"
    assert path.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schemas/account.schema.json\n"
        "tas: 1\nname: Harbor Ltd\npotential: 900000\nmarket: mature\n"
    )
    assert tas("check", "--errors-only").status == 0
    assert tas("account", "harbor", "market=", "external_id=0015").status == 0
    assert "\nmarket" not in path.read_text(encoding="utf-8")
    tas("people", "harbor", "Elena Ruiz, COO")
    shown = tas("account", "harbor").out
    for text in ("Harbor Ltd", "USD 900,000 a year", "cranes", "Elena Ruiz", "COO"):
        assert text in shown
    assert "other" not in shown
    said = tas("account", "harbor", "--format", "json").json
    assert [each["id"] for each in said["deals"]] == ["cranes"]
    assert [each["name"] for each in said["people"]] == ["Elena Ruiz"]
    assert said["potential"] == "900000"
    assert "| cranes" in tas("account", "harbor", "--format", "markdown").out


WRONG = {
    "no name": (["market=mature"], "name"),
    "unknown field": (["name=H", "size=3"], "size"),
    "twice": (["name=H", "name=I"], "twice"),
    "not a market": (["name=H", "market=huge"], "emerging"),
    "not an amount": (["name=H", "potential=lots"], "potential"),
    "no value": (["name"], "FIELD=VALUE"),
    "empty name": (["name="], "empty"),
}


@pytest.mark.parametrize(("words", "part"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused(tas: Tas, root: Path, words: list[str], part: str) -> None:
    """Nothing is written, and the refusal says what is wrong."""
    done = tas("account", "harbor", *words)
    assert done.status == 2
    assert part in done.err
    assert not (root / "accounts").exists()


@pytest.mark.usefixtures("root")
def test_a_short_name_must_be_valid(tas: Tas) -> None:
    """The short name is the file's, so it has the same rules as a deal's."""
    assert tas("account", "../x", "name=X").status == 2
    assert tas("account", "us", "name=X").status == 2
    assert "tas account harbor-ltd" in tas("account", "Harbor Ltd", "name=X").err


def test_a_dry_run_writes_nothing(tas: Tas, root: Path) -> None:
    """The text of the new file is shown instead."""
    done = tas("account", "harbor", "name=H", "--dry-run")
    assert "name: H" in done.out
    assert tas("account", "harbor", "name=H", "--dry-run", "--format", "json").json["dry_run"]
    assert not (root / "accounts").exists()


def test_starting_one_can_be_undone(tas: Tas, root: Path) -> None:
    """The journal has it as it has new deals."""
    tas("account", "harbor", "name=H")
    assert tas("undo").status == 0
    assert not (root / "accounts/harbor.yaml").exists()


@pytest.mark.usefixtures("root")
def test_accounts_and_fields_are_completed(tas: Tas) -> None:
    """Completion offers the accounts there are, then the fields."""
    tas("account", "harbor", "name=H")
    assert tas.offered("tas account ha") == {"harbor"}
    assert "potential=" in tas.offered("tas account harbor po")


KNOWN = """\
tas: 1
name: Harbor Ltd
potential: 900000
people:
  ruiz: {name: Elena Ruiz, title: COO}
  prado: {name: Luis Prado, title: CFO}
  guo: {name: Mei Guo, title: Planner, left: 2026-10-01}
priorities:
  - what: Fewer penalties
    executive: ruiz
    their_action: A second dispatcher
    means_for_them: Ships leave on time
    means_for_us: Room for the scheduler
    actions: [{what: Ask for figures, owner: kim, due: 2026-11-20}, {what: Call, done: 2026-11-25}]
swot:
  strengths: [{what: The largest port, means_for_them: Prices hold}]
  threats: [{what: A rail port, actions: [{what: Read the study, due: 2026-12-04}]}]
needs:
  - topic: Arrivals
    people: [ruiz, prado]
    must: [Arrival within two hours]
    more: [Fewer calls]
    delight: [Berths that book themselves]
    met: {must: "-", more: "+", delight: "?"}
  - {topic: Cash, people: [prado], must: [Payback in a year]}
conditions:
  - {side: ours, what: A named team, due: 2026-11-20}
  - {side: theirs, what: A reference, met: 2026-11-25}
alignment:
  - {date: 2026-09-03, by: lena, connected: 1, informed: 3}
  - {date: 2026-11-25, by: lena, connected: 2, informed: 2, shared_aim: 2}
potential_deals: [{what: Second terminal, amount: 4000000, when: 2028-01-01, trigger: The board}]
history: [{date: 2026-11-25, field: potential, from: 500000, to: 900000}]
"""


@pytest.fixture
def known(root: Path) -> Path:
    """An account that knows all it can of its customer, with two deals."""
    people = "people:\n  ruiz: {{roles: [decision_maker], status: {0}}}\n"
    cranes = DEAL.format("Cranes") + people.format("supporter")
    quays = DEAL.format("Quays") + people.format("neutral") + "  prado: {roles: [approver]}\n"
    files = {"opportunities/cranes.yaml": cranes, "opportunities/quays.yaml": quays}
    return write(root, {**files, "accounts/harbor.yaml": KNOWN})


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("output", ["text", "markdown"])
def test_the_page_has_all_that_the_account_knows(tas: Tas, output: str, page: object) -> None:
    """Each part is there if the file has it: implications first for them, then for us."""
    assert tas("account", "harbor", "--format", output).out == page
    assert undeclared(tas, "account harbor") == []


@pytest.mark.usefixtures("known")
def test_who_decides_across_deals_comes_first(tas: Tas) -> None:
    """Somebody may decide in one deal and stand elsewhere in another."""
    first, second, _ = tas("account", "harbor", "--format", "json").json["across"]
    assert (first["key"], first["decides"]) == ("ruiz", ["cranes", "quays"])
    assert first["deals"]["quays"] == {"roles": ["decision_maker"], "status": "neutral"}
    assert (second["key"], second["decides"]) == ("prado", ["quays"])


@pytest.mark.usefixtures("known")
def test_an_earlier_day_has_what_was_known_then(tas: Tas) -> None:
    """What was checked, met or done later is not there yet; the potential is that of the day."""
    then = tas("account", "harbor", "--at", "2026-11-24", "--format", "json").json
    assert then["potential"] == "500000"
    assert [each["date"] for each in then["alignment"]] == ["2026-09-03"]
    assert [each["met"] for each in then["conditions"]] == [None, None]
    assert [each["done"] for each in then["actions"]] == [None, None, None]
    assert tas("account", "harbor", "--at", "2027-01-01").status == 2
    assert tas("account", "harbor", "--at", "2026-11-24", "name=H").status == 2


@pytest.mark.usefixtures("known")
def test_a_changed_potential_is_kept(tas: Tas, root: Path) -> None:
    """The account's history says since when, as a deal's does for its amount."""
    assert tas("account", "harbor", "potential=1M", "market=mature").status == 0
    text = (root / "accounts/harbor.yaml").read_text(encoding="utf-8")
    assert "{date: 2026-11-30, field: potential, from: 900000, to: 1000000}" in text
    assert "{date: 2026-11-30, field: market, to: mature}" in text
    before = tas("account", "harbor", "--at", "2026-11-29", "--format", "json").json
    assert (before["potential"], before["market"]) == ("900000", None)


@pytest.mark.usefixtures("known")
def test_needs_are_a_table_by_person(tas: Tas) -> None:
    """What somebody must have, what is better and what delights stand in one row per need."""
    lines = tas("needs", "harbor").out.splitlines()
    rows = [line.split("  ")[0].strip() for line in lines if "Arrivals" in line or "Cash" in line]
    assert len(rows) == 4
    assert "For Flanking: Fewer calls (Arrivals)." in lines
    assert undeclared(tas, "needs harbor") == []
    assert undeclared(tas, "priorities harbor") == []
    assert undeclared(tas, "swot harbor") == []
    assert undeclared(tas, "actions harbor") == []


def test_needs_of_four_people_are_on_one_page(tas: Tas, root: Path) -> None:
    """Each need of each person has a row; what is more than a must, and met, is for Flanking."""
    met = {"ruiz": "more=+", "kessler": "must=-", "nair": "delight=+", "hart": "more=?"}
    people = ", ".join(f"{key}: {{name: {key.title()}}}" for key in met)
    write(root, {"accounts/clinic.yaml": f"tas: 1\nname: Clinic\npeople: {{{people}}}\n"})
    levels = ("must", "more", "delight")
    for key, shown in met.items():
        wants = [f"{level}={level} of {key}" for level in levels]
        tas("needs", "clinic", f"topic=Topic of {key}", f"people={key}", *wants, f"met.{shown}")
    page = tas("needs", "clinic").out
    assert all(f"{level} of {key}" in page for key in met for level in levels)
    material = re.search(r"For Flanking: ([^.]+)\.", " ".join(page.split()))
    assert material
    assert set(re.findall(r"\w+ of \w+(?= \()", material[1])) == {"more of ruiz", "delight of nair"}


@pytest.mark.usefixtures("known")
def test_a_meeting_has_what_the_person_needs_and_answers_for(tas: Tas) -> None:
    """A must that we do not meet stands out; what is of other people is not shown."""
    shown = tas("prep", "cranes", "--with", "ruiz").out
    for text in (
        "What Elena Ruiz needs",
        "Arrivals · must have – Arrival within two hours",
        "Not met: without this we lose.",
        "Elena Ruiz is responsible for",
        "For them: Ships leave on time",
    ):
        assert text in shown
    assert "Cash" not in shown
    other = tas("prep", "quays", "--with", "prado").out
    assert "Find out whether we meet the must." in other
    assert "responsible" not in other
    assert undeclared(tas, "prep cranes --with ruiz") == []
    (met,) = tas("prep", "quays", "--with", "prado", "--format", "json").json["with"]["mapped"]
    assert [each["key"] for each in met["needs"]] == ["1", "2"]
    assert met["priorities"] == []


def test_the_calls_in_the_documentation_work(tas: Tas, root: Path) -> None:
    """Each call of docs/account.md, in its order, beginning without an account."""
    people = "people: {ruiz: {name: Elena Ruiz, roles: [user]}}\n"
    acme = f"tas: 1\nname: Flow\ncustomer: Meridian\n{people}"
    write(root, {"opportunities/acme.yaml": acme})
    lines = (ROOT / "docs/account.md").read_text(encoding="utf-8").splitlines()
    calls = [each for each in lines if each.startswith("tas ")]
    assert len(calls) > 12
    for call in calls:
        result = tas(*shlex.split(call, comments=True)[1:])
        assert result.status == 0, (call, result.err)
    assert tas("prep", "acme", "--with", "ruiz").out.count("Patient flow") == 1


@pytest.mark.usefixtures("known")
def test_what_is_due_for_an_account_is_on_the_page_of_its_owner(tas: Tas) -> None:
    """With the command that closes it; what names nobody is on everybody's page."""
    page = tas("today", "--owner", "nicole").out
    assert "Ask for figures" not in page
    tas("actions", "harbor", "priorities", "1", "1", "owner=nicole")
    page = tas("today", "--owner", "nicole").out
    assert "harbor priorities 1 1 · Ask for figures" in page
    assert "`tas actions done harbor priorities 1 1`" in page
    assert "Read the study" not in page
    assert "Read the study" in tas("today", "--all").out
    assert undeclared(tas, "today --owner nicole") == []
    (due,) = tas("today", "--owner", "nicole", "--format", "json").json["accounts"]
    assert (due["key"], due["overdue"]) == ("priorities 1 1", True)
    tas("actions", "done", "harbor", "priorities", "1", "1")
    assert "Ask for figures" not in tas("today", "--owner", "nicole", "--all").out


BROKEN = {
    "a need without a topic": ("needs:\n", "needs:\n  - {must: [x]}\n"),
    "a day that does not exist": ("when: 2028-01-01", "when: 2028-02-30"),
    "a grade of four": ("connected: 1", "connected: 4"),
    "a part that no SWOT has": ("strengths:", "stregnths:"),
}


@pytest.mark.parametrize(("old", "new"), BROKEN.values(), ids=BROKEN)
def test_deals_go_on_without_an_account_that_is_broken(
    tas: Tas, known: Path, old: str, new: str
) -> None:
    """Each has its own people, and a finding at the reference; the file has its own finding."""
    (known / "accounts/harbor.yaml").write_text(KNOWN.replace(old, new, 1), encoding="utf-8")
    found = tas("check", "--format", "json").json["diagnostics"]
    errors = {(each["file"], each["code"][:4]) for each in found if each["severity"] == "error"}
    deals = {(f"opportunities/{name}.yaml", "TAS6") for name in ("cranes", "quays")}
    assert errors == deals | {("accounts/harbor.yaml", "TAS1")}
    shown = tas("account", "harbor")
    assert "Harbor Ltd" in shown.out
    assert "accounts/harbor.yaml:" in shown.err
    for call in (["prep", "cranes", "--with", "ruiz"], ["show", "cranes"], ["today"], ["matrix"]):
        assert tas(*call).status == 0, call


def test_a_change_of_the_accounts_people_shows_in_its_deals_from_its_day(
    tas: Tas, known: Path
) -> None:
    """In every deal of the customer, and before that day each has what was known then."""
    entry = "{date: 2026-11-25, field: people.ruiz.influence, from: 2, to: 5}"
    text = KNOWN.replace("title: COO}", "title: COO, influence: 5}")
    text = text.replace("history: [", f"history: [{entry}, ")
    (known / "accounts/harbor.yaml").write_text(text, encoding="utf-8")
    for deal in ("cranes", "quays"):
        for day, influence in (("2026-11-24", 2), ("2026-11-25", 5)):
            shown = tas("map", deal, "--at", day, "--format", "json").json["people"]
            assert [each["influence"] for each in shown if each["key"] == "ruiz"] == [influence]
