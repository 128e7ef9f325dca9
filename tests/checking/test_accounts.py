"""A deal names its customer's file; whatever happens to that file, the deal still works."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli import Tas
from workspaces import write

from tas_cli.checking import run
from tas_cli.checking.examine import Examined, Task, examine_all
from tas_cli.gather.content import Content
from tas_cli.reading.accounts import account_named

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "# yaml-language-server: $schema=../schemas/opportunity.schema.json\ntas: 1\n"
DEAL = HEAD + "name: {name}\ncustomer: Harbor\naccount: harbor\npeople: {{hart: {{name: Sam}}}}\n"
FILES = {
    "tas.yaml": "tas: 1\n",
    "opportunities/a.yaml": DEAL.format(name="Cranes"),
    "opportunities/b.yaml": DEAL.format(name="Quays"),
    "opportunities/c.yaml": HEAD + "name: Alone\ncustomer: Other\n",
    "accounts/harbor.yaml": "tas: 1\nname: Harbor\npeople: {ruiz: {name: Elena Ruiz}}\n",
}


@pytest.fixture
def root(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with two deals of one account, and one of none."""
    write(tmp_path, FILES)
    tas.at(tmp_path)
    return tmp_path


def _found(tas: Tas) -> list[tuple[str, str, list[str]]]:
    found = tas("check", "--format", "json").json["diagnostics"]
    return [
        (each["file"], each["code"], each["path"])
        for each in found
        if each["code"] not in ("TAS206", "TAS510")
    ]


@pytest.mark.usefixtures("root")
def test_a_good_account_has_no_finding(tas: Tas) -> None:
    """The account's file is one of the workspace's and is checked with them."""
    assert _found(tas) == []
    assert tas("check", "accounts").status == 0


def _linked(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


BROKEN: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "renamed": lambda path: path.rename(path.with_name("harbour.yaml")),
    "a link out": _linked,
    "broken": lambda path: path.write_text("tas: 1\nname: [Harbor\n", encoding="utf-8"),
    "not valid": lambda path: path.write_text("tas: 1\npeople: 5\n", encoding="utf-8"),
}


@pytest.mark.parametrize("happens", BROKEN.values(), ids=BROKEN)
def test_a_deal_without_a_usable_account_has_its_own_people(
    tas: Tas, root: Path, happens: Callable[[Path], object]
) -> None:
    """There is a finding at the reference, in each of its deals, and every page still works."""
    assert tas("show", "a").status == 0
    happens(root / "accounts/harbor.yaml")
    found = _found(tas)
    for name in "ab":
        assert (f"opportunities/{name}.yaml", "TAS630", ["account"]) in found
    assert not any("c.yaml" in file for file, *_ in found)
    shown = tas("show", "a")
    assert shown.status == 0
    assert "accounts/harbor.yaml" in shown.err
    assert [each["key"] for each in tas("people", "a", "--format", "json").json["people"]] == [
        "hart"
    ]


def test_a_changed_account_examines_its_own_deals_only(
    tas: Tas, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other deals keep their answers; so do all, if nothing changes."""
    looked: list[bytes] = []

    def counted(contents: Sequence[Content], task: Task) -> list[Examined]:
        looked.extend(each.data for each in contents)
        return examine_all(contents, task)

    monkeypatch.setattr(run, "examine_all", counted)
    tas("check")
    assert len(looked) == 3
    looked.clear()
    write(root, {"accounts/harbor.yaml": FILES["accounts/harbor.yaml"] + "market: mature\n"})
    tas("check")
    assert sorted(looked) == sorted(FILES[f"opportunities/{name}.yaml"].encode() for name in "ab")
    looked.clear()
    tas("check")
    assert looked == []


NAMES = {
    "account: harbor\n": "harbor",
    "account: 'harbor'  # theirs\n": "harbor",
    'account: "harbor"\r\n': "harbor",
    "account:\n  harbor\n": "harbor",
    '"account": harbor\n': "harbor",
    "account:\n": "",
    "# account: harbor\n": "",
    "notes: [{date: 2026-11-02, text: 'account: harbor'}]\n": "",
    "notes:\n  - date: 2026-11-02\n    text: |\n      account: harbor\n": "",
}


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_the_account_is_found_however_it_is_written(text: str, name: str) -> None:
    """The quick look at the bytes agrees with what the file says."""
    data = f"tas: 1\nname: A\ncustomer: B\n{text}".encode()
    assert account_named(data) == name


def test_the_account_is_found_in_braces() -> None:
    """A file may be one mapping in braces."""
    assert account_named(b"{tas: 1, name: A, customer: B, account: harbor}") == "harbor"


def test_accounts_have_short_names(tas: Tas, root: Path) -> None:
    """A file name that gives no short name is reported, and so is a second file of one name."""
    write(root, {"accounts/Harbor 2.yaml": "tas: 1\nname: X\n"})
    write(root, {"accounts/old/harbor.yaml": "tas: 1\nname: X\n"})
    found = [(file, code) for file, code, _ in _found(tas)]
    assert ("accounts/Harbor 2.yaml", "TAS504") in found
    assert ("accounts/old/harbor.yaml", "TAS505") in found
