"""What the pages leave out: nothing private reaches a file that gets around."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filled import Canaries
from meridian import DEAL
from workspaces import HEAD, write

from tas_cli.assess.disclosure import SHOWN_OF_PEOPLE
from tas_cli.assess.redaction import PUBLIC
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings

if TYPE_CHECKING:
    from cli import Tas

    from tas_cli.model.base import FileModel

STANDINGS = "how people stand"
OF_PEOPLE = ["report full", "report --account full", "site"]
"""The calls that make pages with people on them."""
PAGES = [*(f"{each} --people" for each in OF_PEOPLE), *OF_PEOPLE, "board --format html"]


@pytest.fixture
def canaries(tas: Tas, tmp_path: Path) -> Canaries:
    """Call in a workspace whose deal, account and settings have every field filled."""
    filled = Canaries()
    models: dict[str, type[FileModel]] = {
        "tas.yaml": Settings,
        "opportunities/full.yaml": Opportunity,
        "accounts/full.yaml": Account,
    }
    tas.at(write(tmp_path, filled.files(models)))
    return filled


def _left_in(canaries: Canaries, page: str) -> set[str]:
    """Return the fields whose text or amount is on a page."""
    plain = page.replace(",", "")
    return {where for text, where in canaries.fields.items() if text in plain}


def _pages(tas: Tas, call: str) -> str:
    """Return what a call gives: a page, or all pages of a site."""
    folder = Path(call.replace(" ", ""))
    to = ["--output", str(folder)] if call.startswith("site") else []
    shown = tas(*call.split(), *to)
    assert shown.status == 0, shown.err
    if not to:
        return shown.out
    return " ".join(each.read_text(encoding="utf-8") for each in folder.rglob("*.html"))


@pytest.mark.parametrize("page", PAGES)
def test_no_private_text_or_amount_is_on_a_redacted_page(
    tas: Tas, canaries: Canaries, page: str
) -> None:
    """Whatever part shows a field, and whatever part comes later."""
    shown = _pages(tas, f"{page} --redact")
    left = _left_in(canaries, shown)
    assert left & {"Opportunity.customer", "Account.name"}
    assert left - PUBLIC == set()
    pages = shown.split("<!doctype html>")[1:]
    assert all("Left out to share this page: names of people" in each for each in pages)


@pytest.mark.parametrize("page", OF_PEOPLE)
def test_nothing_about_how_people_stand_is_on_a_page(
    tas: Tas, canaries: Canaries, page: str
) -> None:
    """What people want, and how to treat them, is in the file, but not on the page."""
    shown = _pages(tas, page)
    left = _left_in(canaries, shown)
    public = {f"Person.{name}" for name in SHOWN_OF_PEOPLE}
    of_people = ("Person.", "Agenda.", "PlannedApproach.", "Relationship.")
    assert {each for each in left if each.startswith(of_people)} - public == set()
    assert STANDINGS in shown
    assert STANDINGS not in _pages(tas, f"{page} --people")


def test_a_page_says_what_is_left_out_only_if_something_is(tas: Tas, tmp_path: Path) -> None:
    """A deal without people has no words about them; a redacted page says so in any case."""
    tas.at(write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": HEAD}))
    assert "Left out" not in tas("report", "a").out
    assert "Left out to share" in tas("report", "a", "--redact").out
    (tmp_path / "opportunities/flow.yaml").write_text(DEAL)
    assert STANDINGS in tas("report", "flow").out
