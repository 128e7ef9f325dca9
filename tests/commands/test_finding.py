"""Deals and other things by part of their names, or picked from a list: on a terminal only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


def deal(name: str, customer: str, owner: str, more: str = "") -> str:
    """Return the file of a deal."""
    return f"tas: 1\nname: {name}\ncustomer: {customer}\nowner: {owner}\n{more}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three open deals, one of them the user's own, and a closed one."""
    lost = "status: lost\nclosed: {date: 2026-11-01, reason: Price}\n"
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text("[user]\n  name = nicole\n")
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/main\n")
    (tmp_path / ".git/objects").mkdir()
    (tmp_path / ".git/refs").mkdir()
    return write(
        tmp_path,
        {
            "opportunities/acme-crm.yaml": deal("CRM", "Acme Corp", "tomas"),
            "opportunities/acme-erp.yaml": deal("ERP", "Acme Corp", "tomas"),
            "opportunities/harbour.yaml": deal("Cranes", "Port of Emden", "nicole"),
            "opportunities/old.yaml": deal("Old cranes", "Acme Corp", "nicole", lost),
        },
    )


def test_a_deal_by_part_of_its_customer(folder: Path) -> None:
    """Part of a name that only one deal has is enough on a terminal; the deal is echoed."""
    status, seen = talk(folder, ["set", "emden", "amount=5k"])
    assert status == 0, seen
    assert "harbour: Port of Emden, Cranes" in seen
    assert "amount: 5000" in (folder / "opportunities/harbour.yaml").read_text()


def test_a_part_that_several_deals_have(folder: Path) -> None:
    """Where several deals fit, they are listed, open ones first, and one is picked."""
    status, seen = talk(
        folder,
        ["show", "acme", "--brief"],
        (r"1  acme-crm +Acme Corp, CRM.*3  old.*Which deal.*: ", "er"),
    )
    assert status == 0, seen
    assert "acme-erp: Acme Corp, ERP" in seen


def test_a_deal_that_is_left_out(folder: Path) -> None:
    """A missing deal is picked among the open ones, by number; one's own come first."""
    status, seen = talk(
        folder,
        ["close"],
        (r"1  harbour .*2  acme-crm.*3  acme-erp.*Which deal.*: ", "9"),
        (r"Nothing has '9'.*Which deal.*: ", "acme"),
        (r"1  acme-crm.*2  acme-erp.*Which deal.*: ", "2"),
        (r"1  won.*4  open.*Which status.*: ", "lost"),
        (r"Why did you lose\?", "Price"),
    )
    assert status == 0, seen
    assert "old" not in seen
    assert "status: lost" in (folder / "opportunities/acme-erp.yaml").read_text()


def test_a_field_that_is_left_out(folder: Path) -> None:
    """A missing assignment is picked and typed."""
    status, seen = talk(
        folder, ["set", "harbour"], ("Which field.*: ", "profit"), ("profit: ", "1.2M")
    )
    assert status == 0, seen
    assert "profit: 1200000" in (folder / "opportunities/harbour.yaml").read_text()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["show", "emden"], "there is no deal named emden."),
        (["set", "acme", "amount=5"], "there is no deal named acme."),
        (["show"], "which deal?\n  Use one of acme-crm, acme-erp, harbour, old."),
        (["close", "harbour"], "which status?\n  Use one of won, lost, disengaged, open."),
        (["choose", "harbour"], "which strategy?\n  Use one of frontal, flanking, fragment,"),
        (
            ["answer", "harbour"],
            "which question?\n  Write QUESTION=ANSWER. Use one of compelling_event,",
        ),
        (
            ["outcome", "harbour", "--who", "x"],
            "which outcome?\n  Use one of qualify.change_in_strategy,",
        ),
        (["set", "harbour"], "which field?\n  Write FIELD=VALUE. Use one of name, customer,"),
    ],
)
def test_without_a_terminal(tas: Tas, folder: Path, call: list[str], message: str) -> None:
    """A script needs whole names; what is missing is refused with the choices."""
    result = tas.at(folder)(*call)
    assert (result.status, result.out) == (2, "")
    assert message in result.err


def test_many_choices_are_cut(tas: Tas, tmp_path: Path) -> None:
    """At most ten deals are listed, with the command that lists all."""
    write(tmp_path, {f"opportunities/deal-{at:02}.yaml": HEAD for at in range(12)})
    assert "deal-09, …2 more: tas list." in tas.at(tmp_path)("show").err
