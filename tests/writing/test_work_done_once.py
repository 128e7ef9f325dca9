"""An edit derives what it needs from a file once before the edit and once after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from changes import DEAL, Deal
from cli import Tas
from workspaces import HEAD, write

from tas_cli import writing
from tas_cli.assess import scorecard
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading import read
from tas_cli.source import rewrite
from tas_cli.source.edit import Edit, Put
from tas_cli.workspace import Workspace


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the guarded parses, the readings into the model, and the looks at the file."""
    counted: Counter[str] = Counter()

    def counting(where: object, name: str, what: str) -> None:
        original: Callable[..., Any] = getattr(where, name)

        def counted_call(*arguments: Any, **named: Any) -> Any:
            counted[what] += 1
            return original(*arguments, **named)

        monkeypatch.setattr(where, name, counted_call)

    counting(scorecard, "past", "scorecards")
    counting(yaml, "parse", "guarded parses")
    counting(read, "read_quickly", "readings")
    counting(writing, "read_bytes", "looks")
    counting(rewrite, "read_place", "looks under the lock")
    return counted


def test_a_rating_is_parsed_once_before_and_once_after(
    tas: Tas, tmp_path: Path, count: Counter[str]
) -> None:
    """The file is read again under the lock: if it is the same, it is not parsed again."""
    deal = Deal(tas, tmp_path)
    assert deal.tas("rate", "a", "12=+", "--evidence", "Asked us for a proposal").status == 0
    assert not deal.untouched
    assert count["scorecards"] == 2
    assert count["guarded parses"] == 2
    assert count["readings"] == 2
    assert count["looks"] == 1
    assert count["looks under the lock"] == 2  # the second one just before it is replaced


@pytest.mark.parametrize(
    "call",
    ["9=- --confirm 5:x-sys", "9=- --format json", "9=- --dry-run", "9=- --note cool"],
)
def test_the_scorecard_is_worked_out_once_before_and_once_after(
    tas: Tas, tmp_path: Path, count: Counter[str], call: str
) -> None:
    """Whatever else a call contains, the scorecard is computed once before and once after."""
    deal = Deal(tas, tmp_path)
    result = deal.tas("rate", "a", *call.split())
    assert result.status == 0, result.err
    assert count["scorecards"] == 2


def test_only_a_file_changed_meanwhile_is_parsed_again(
    tas: Tas, tmp_path: Path, count: Counter[str]
) -> None:
    """The edit applies to the file as it is under the lock, not as it was first read."""
    deal = Deal(tas, tmp_path)
    seen = writing.look(deal.path, Workspace(tmp_path, Settings()), Opportunity)
    deal.path.write_text(deal.text.replace("Harbour", "Shipyard"), encoding="utf-8")
    written = writing.update(seen, lambda _: [Put(("owner",), "Maria")])
    assert (written.was.customer, written.now.owner) == ("Shipyard", "Maria")
    assert count["guarded parses"] == 3
    assert count["readings"] == 3


THERE: dict[str, Edit] = {
    "a-text": Put(("customer",), "Harbour"),
    "a-day": Put(("expected_close",), date(2027, 3, 31)),
    "a-default": Put(("status",), "open"),
    "nothing": Put(("closed",), ""),
    "no-items": Put(("assessments", 0, "ratings", "compelling_event", "us", "evidence"), ""),
}


@pytest.mark.parametrize("edit", THERE.values(), ids=THERE)
def test_an_existing_value_changes_nothing(tmp_path: Path, edit: Edit) -> None:
    """Nothing changes, not even bare signs elsewhere, which an edit would put in quotes."""
    text = DEAL + "      degree_of_risk: {us: -, x-sys: ?}\n"
    path = write(tmp_path, {"opportunities/a.yaml": text}) / "opportunities/a.yaml"
    before = path.read_bytes()
    seen = writing.look(path, Workspace(tmp_path, Settings()), Opportunity)
    assert not writing.update(seen, lambda _: [edit]).changed
    assert path.read_bytes() == before


def test_a_zero_can_be_removed(tmp_path: Path) -> None:
    """A zero amount is a value like any other."""
    path = write(tmp_path, {"opportunities/a.yaml": f"{HEAD}amount: 0\n"}) / "opportunities/a.yaml"
    seen = writing.look(path, Workspace(tmp_path, Settings()), Opportunity)
    writing.update(seen, lambda _: [Put(("amount",), "")])
    assert path.read_text(encoding="utf-8") == HEAD
