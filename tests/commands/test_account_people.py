"""`tas people` in a deal with an account: each file gets what belongs to it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cli import Tas
from jsonschema import validate
from workspaces import write

from tas_cli.commands import edit_support
from tas_cli.source.packaged import json_schemas
from tas_cli.writing import update_together

FILES = {
    "tas.yaml": "tas: 1\n",
    "opportunities/acme.yaml": "tas: 1\nname: Cranes\ncustomer: Harbor\naccount: harbor\n",
    "opportunities/alone.yaml": "tas: 1\nname: Quays\ncustomer: Harbor\n",
    "accounts/harbor.yaml": """\
tas: 1
name: Harbor
people:
  ruiz: {name: Elena Ruiz, influence: 4, status: neutral}   # since 2020
""",
}


@pytest.fixture
def root(tas: Tas, tmp_path: Path) -> Path:
    """A deal with an account that has one person, and a deal without."""
    write(tmp_path, FILES)
    tas.at(tmp_path).env(TAS_TODAY="2026-11-30")
    return tmp_path


def _text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def test_each_file_gets_what_belongs_to_it(tas: Tas, root: Path) -> None:
    """Roles, status, approach and rivals go to the deal, everything else to the account."""
    done = tas("people", "acme", "ruiz", "status=supporter", "influence=5", "roles=approver")
    assert done.status == 0, done.err
    assert _text(root, "opportunities/acme.yaml") == FILES["opportunities/acme.yaml"] + (
        "people:\n  ruiz:\n    roles: [approver]\n    status: supporter\n"
        "history:\n  - {date: 2026-11-30, field: people.ruiz, to: ruiz}\n"
    )
    assert _text(root, "accounts/harbor.yaml") == FILES["accounts/harbor.yaml"].replace(
        "influence: 4", "influence: 5"
    ) + ("history:\n  - {date: 2026-11-30, field: people.ruiz.influence, from: 4, to: 5}\n")
    assert "accounts/harbor.yaml" in done.out
    assert "opportunities/acme.yaml" in done.out


def test_somebody_new_is_in_both_files(tas: Tas, root: Path) -> None:
    """The name is for all deals of the customer, the role for this one."""
    tas("people", "acme", "hart", "name=Sam Hart", "roles=user", "reports_to=ruiz")
    assert "  hart:\n    roles: [user]\n" in _text(root, "opportunities/acme.yaml")
    assert "  hart: {name: Sam Hart, reports_to: ruiz}\n" in _text(root, "accounts/harbor.yaml")
    listed = tas("people", "acme", "hart", "--format", "json").json["people"]
    assert [(each["name"], each["roles"]) for each in listed] == [("Sam Hart", ["user"])]


def test_what_the_deal_says_stays_there(tas: Tas, root: Path) -> None:
    """A field that the deal overrides is changed where it counts."""
    deal = "tas: 1\nname: C\ncustomer: H\naccount: harbor\npeople: {ruiz: {influence: 2}}\n"
    write(root, {"opportunities/acme.yaml": deal})
    tas("people", "acme", "ruiz", "influence=3")
    assert "people: {ruiz: {influence: 3}}\n" in _text(root, "opportunities/acme.yaml")
    assert _text(root, "accounts/harbor.yaml") == FILES["accounts/harbor.yaml"]


@pytest.mark.parametrize(
    ("shared", "own", "target"),
    [
        ("", "", "accounts/harbor.yaml"),
        (", evidence: [{what: Old}]", "", "accounts/harbor.yaml"),
        (", evidence: [{what: Old}]", "evidence: [{what: Here}]", "opportunities/acme.yaml"),
    ],
)
def test_evidence_is_added_to_one_file(
    tas: Tas, root: Path, shared: str, own: str, target: str
) -> None:
    """New evidence goes where the person's is, or to the account, and only the new piece."""
    account = FILES["accounts/harbor.yaml"].replace("neutral}", f"neutral{shared}}}")
    deal = FILES["opportunities/acme.yaml"] + f"people: {{ruiz: {{{own or 'roles: [user]'}}}}}\n"
    files = {"accounts/harbor.yaml": account, "opportunities/acme.yaml": deal}
    write(root, files)
    before = {name: _said(_text(root, name)) for name in files}
    done = tas("people", "acme", "ruiz", "--evidence", "New")
    assert done.status == 0, done.err
    for name in files:
        added = ["New"] if name == target else []
        assert _said(_text(root, name)) == before[name] + added


def _said(text: str) -> list[str]:
    """Return what the evidence in a file's text says, in order."""
    return re.findall(r"what: (\w+)", text)


def test_a_deal_without_account_has_everything_itself(tas: Tas, root: Path) -> None:
    """Without an account, there is one file."""
    tas("people", "alone", "hart", "name=Sam Hart", "status=enemy")
    assert "  hart: {name: Sam Hart, status: enemy}\n" in _text(root, "opportunities/alone.yaml")
    assert _text(root, "accounts/harbor.yaml") == FILES["accounts/harbor.yaml"]


def test_one_undo_takes_back_both_files(tas: Tas, root: Path) -> None:
    """Two files are one change."""
    tas("people", "acme", "ruiz", "status=supporter", "influence=5")
    assert tas("undo").status == 0
    for name, text in FILES.items():
        assert _text(root, name) == text


def test_nothing_is_written_if_one_file_cannot_be(tas: Tas, root: Path) -> None:
    """If the account's file does not allow the change, the deal's stays as it is, too."""
    later = "history: [{date: 2027-01-04, field: people.ruiz.influence, to: 4}]\n"
    write(root, {"accounts/harbor.yaml": FILES["accounts/harbor.yaml"] + later})
    done = tas("people", "acme", "ruiz", "status=supporter", "influence=5")
    assert done.status == 1
    assert "2027-01-04" in done.err
    assert _text(root, "opportunities/acme.yaml") == FILES["opportunities/acme.yaml"]
    assert "influence: 4" in _text(root, "accounts/harbor.yaml")


def test_a_dry_run_shows_both_diffs(tas: Tas, root: Path) -> None:
    """Nothing is written, and the JSON names both files."""
    words = ("people", "acme", "ruiz", "status=supporter", "influence=5", "--dry-run")
    done = tas(*words)
    assert "accounts/harbor.yaml" in done.out
    assert "opportunities/acme.yaml" in done.out
    said = tas(*words, "--format", "json").json
    assert said["shared"]["file"] == "accounts/harbor.yaml"
    for name, text in FILES.items():
        assert _text(root, name) == text


@pytest.mark.usefixtures("root")
def test_the_json_is_as_declared(tas: Tas) -> None:
    """Both forms of the JSON have the declared shape."""
    declared = json.loads(json_schemas()["people"].read_text(encoding="utf-8"))
    validate(tas("people", "acme", "--format", "json").json, declared)
    changed = tas("people", "acme", "ruiz", "rank=4", "agenda.business=Margin", "--format", "json")
    validate(changed.json, declared)


def test_an_account_has_people_of_its_own(tas: Tas, root: Path) -> None:
    """`tas people` with the short name or the path of an account is about its file."""
    for name in ("harbor", "accounts/harbor.yaml"):
        assert "Elena Ruiz" in tas("people", name).out
    assert tas("people", "harbor", "ruiz", "rank=3").status == 0
    assert "rank: 3" in _text(root, "accounts/harbor.yaml")
    assert tas("people", "harbor", "ruiz", "--remove").status == 0
    assert "ruiz:" not in _text(root, "accounts/harbor.yaml").partition("history:")[0]


def test_whom_only_the_account_has_is_removed_there(tas: Tas, root: Path) -> None:
    """A deal cannot remove somebody from the other deals of the customer unasked."""
    done = tas("people", "acme", "ruiz", "--remove")
    assert done.status == 2
    assert "tas people accounts/harbor.yaml ruiz --remove" in done.err
    assert _text(root, "accounts/harbor.yaml") == FILES["accounts/harbor.yaml"]


def test_a_broken_account_leaves_the_deal_to_itself(tas: Tas, root: Path) -> None:
    """What is entered is kept in the deal, and the account's file is named."""
    write(root, {"accounts/harbor.yaml": "tas: 1\nname: [\n"})
    done = tas("people", "acme", "hart", "name=Sam Hart")
    assert done.status == 0
    assert "accounts/harbor.yaml" in done.err
    assert "hart: {name: Sam Hart}" in _text(root, "opportunities/acme.yaml")


def test_a_change_of_status_is_dated(tas: Tas, root: Path) -> None:
    """`history:` keeps what it was, so that an earlier day can be shown."""
    tas("people", "alone", "hart", "name=Sam Hart", "status=enemy")
    tas.env(TAS_TODAY="2026-12-04")
    tas("people", "alone", "hart", "status=neutral", "roles=user,approver")
    history = _text(root, "opportunities/alone.yaml").partition("history:\n")[2]
    assert history.splitlines() == [
        "  - {date: 2026-11-30, field: people.hart, to: Sam Hart}",
        "  - {date: 2026-12-04, field: people.hart.status, from: enemy, to: neutral}",
        '  - {date: 2026-12-04, field: people.hart.roles, to: "user, approver"}',
    ]


def test_what_others_write_meanwhile_is_not_overwritten(
    tas: Tas, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the same field, neither file is written; another change of theirs stays beside ours."""
    together = update_together

    def after_theirs(theirs: str) -> None:
        def write_first(changes: Any, **options: Any) -> Any:
            write(root, {"accounts/harbor.yaml": theirs})
            return together(changes, **options)

        monkeypatch.setattr(edit_support, "update_together", write_first)

    theirs = FILES["accounts/harbor.yaml"].replace("influence: 4", "influence: 3")
    after_theirs(theirs)
    done = tas("people", "acme", "ruiz", "status=supporter", "influence=5")
    assert done.status == 1
    assert "someone else has changed person ruiz (influence)" in done.err
    assert _text(root, "accounts/harbor.yaml") == theirs
    assert _text(root, "opportunities/acme.yaml") == FILES["opportunities/acme.yaml"]

    after_theirs(FILES["accounts/harbor.yaml"] + "market: mature\n")
    assert tas("people", "acme", "ruiz", "status=supporter", "rank=4").status == 0
    account = _text(root, "accounts/harbor.yaml")
    assert "market: mature\n" in account
    assert "rank: 4" in account
    assert "status: supporter" in _text(root, "opportunities/acme.yaml")


OWN = """\
tas: 1
name: Quays
customer: Harbor
people:
  ruiz: {influence: 2, title: COO, status: enemy}   # the account says 4
  hart:
    name: Sam Hart
    roles: [user]
    reports_to: ruiz
    evidence: [{what: Met him}]
  nair: {status: mentor}
"""


def test_a_deal_shares_its_people(tas: Tas, root: Path) -> None:
    """What is true in all deals moves to the account; what it says otherwise stays in the deal."""
    write(root, {"opportunities/alone.yaml": OWN})
    before = tas("map", "alone", "--format", "json").json["people"]
    done = tas("account", "harbor", "--share", "alone")
    assert done.status == 0, done.err
    assert "2 people shared: ruiz, hart" in done.out
    assert _text(root, "opportunities/alone.yaml") == (
        "tas: 1\nname: Quays\ncustomer: Harbor\naccount: harbor\npeople:\n"
        "  ruiz: {influence: 2, status: enemy}   # the account says 4\n"
        "  hart:\n    roles: [user]\n  nair: {status: mentor}\n"
    )
    account = _text(root, "accounts/harbor.yaml")
    assert "title: COO" in account
    assert "name: Sam Hart" in account
    assert "Met him" in account
    after = {each["key"]: each for each in tas("map", "alone", "--format", "json").json["people"]}
    for each in before:
        kept = ("title", "influence", "status", "roles", "reports_to", "evidence")
        assert {name: after[each["key"]][name] for name in kept} == {
            name: each[name] for name in kept
        }
    assert [each["key"] for each in tas("people", "acme", "--format", "json").json["people"]] == [
        "ruiz",
        "hart",
    ]
    again = tas("account", "harbor", "--share", "alone", "--format", "json").json
    assert (again["changed"], again["people"]) == (False, [])
    assert tas("undo").status == 0
    assert _text(root, "opportunities/alone.yaml") == OWN
    assert _text(root, "accounts/harbor.yaml") == FILES["accounts/harbor.yaml"]


def test_a_deal_of_another_account_is_not_moved(tas: Tas, root: Path) -> None:
    """Sharing names the account that the deal is in."""
    tas("account", "other", "name=Other")
    done = tas("account", "other", "--share", "acme")
    assert done.status == 2
    assert "tas set acme account=other" in done.err
    assert _text(root, "opportunities/acme.yaml") == FILES["opportunities/acme.yaml"]


def test_joining_an_account_says_what_is_missing(tas: Tas, root: Path) -> None:
    """An account without a file, and people that are in one deal only, are named at once."""
    write(root, {"opportunities/alone.yaml": OWN})
    assert 'tas account nosuch name="…"' in tas("set", "acme", "account=nosuch").err
    assert "tas account harbor --share alone" in tas("set", "alone", "account=harbor").err


def test_a_reference_to_somebody_of_the_deal_stays_in_the_deal(tas: Tas, root: Path) -> None:
    """The account's file refers to nobody whom it does not have."""
    deal = FILES["opportunities/acme.yaml"] + "people: {hart: {name: Sam Hart}}\n"
    write(root, {"opportunities/acme.yaml": deal})
    tas("people", "acme", "cole", "name=Amy Cole", "reports_to=hart", "influences=ruiz")
    assert "reports_to: hart" in _text(root, "opportunities/acme.yaml")
    assert "influences: [ruiz]" in _text(root, "accounts/harbor.yaml")
    assert "TAS601" not in tas("check").out
