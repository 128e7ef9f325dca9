"""`tas account` starts a customer's account, changes it, and shows its deals and people."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import Tas
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
    assert "market" not in path.read_text(encoding="utf-8")
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
