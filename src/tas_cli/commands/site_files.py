"""The pages of a site that are made from the bytes of files: those of deals and of accounts.

What makes a page holds the bytes, so that a page always shows what it is said to be made from.
Other processes may do it. Files are named from the workspace's root, wherever the call is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.board.line import DealLine
from tas_cli.board.scope import Scope
from tas_cli.commands.everywhere import Surveyed
from tas_cli.diagnostics import Diagnostic
from tas_cli.gather.accounts import accounts
from tas_cli.gather.content import Content, contents
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.places import opportunities_in, opportunity_id
from tas_cli.reading.accounts import account_in
from tas_cli.reading.read import read_as, read_opportunity
from tas_cli.reading.reading import unreadable
from tas_cli.source.faults import Fault
from tas_cli.source.paths import slashed
from tas_cli.views.html.document import Document
from tas_cli.views.left_out import foot
from tas_cli.views.report.account import AccountFiles, account_document
from tas_cli.views.report.document import deal_document
from tas_cli.views.site.pages import broken
from tas_cli.workspace import Deal


class DealFile(NamedTuple):
    """A deal's file: the short name, its path, the bytes, or why there are none."""

    id: str
    file: str
    content: Content | Fault

    @property
    def parts(self) -> tuple[object, ...]:
        """What the page is made from."""
        return self.id, self.file, _names(self.content)

    @property
    def deal(self) -> Opportunity | None:
        """The deal, None if the file cannot be used."""
        if isinstance(self.content, Fault):
            return None
        return read_opportunity(self.content.data, self.file).value

    def document(self, settings: Settings, day: date, shown: Disclosure) -> Document:
        """Return the page of the deal, or one that says what is wrong with the file."""
        if isinstance(self.content, Fault):
            return _broken(self, (unreadable(self.content, self.file),), day, shown)
        reading = read_opportunity(self.content.data, self.file)
        if reading.value is None:
            return _broken(self, reading.diagnostics, day, shown)
        account = account_in(self.content.other) if reading.value.account else None
        deal = Deal(self.id, self.file, reading.value, account, reading)
        return deal_document(deal, settings, day, shown)


class AccountFile(NamedTuple):
    """An account's file likewise, with the lines and the files of its deals."""

    id: str
    file: str
    content: Content | Fault
    lines: tuple[DealLine, ...]
    deals: tuple[DealFile, ...]

    @property
    def parts(self) -> tuple[object, ...]:
        """What the page is made from."""
        deals = [each.parts for each in self.deals]
        return self.id, self.file, _names(self.content), self.lines, deals

    @property
    def name(self) -> str:
        """The customer's name, or the short name if the file has errors."""
        found = account_in(self.content.data) if isinstance(self.content, Content) else None
        return found.name if found else self.id

    def document(self, scope: Scope, shown: Disclosure) -> Document:
        """Return the page of the account, or one that says what is wrong with the file."""
        if isinstance(self.content, Fault):
            return _broken(self, (unreadable(self.content, self.file),), scope.day, shown)
        reading = read_as(Account, self.content.data, self.file)
        if reading.value is None:
            return _broken(self, reading.diagnostics, scope.day, shown)
        found = {each.id: each.deal for each in self.deals}
        deals = {name: each for name, each in found.items() if each}
        files = AccountFiles(self.id, self.file, reading.value, deals, self.lines)
        return account_document(files, scope, shown)


def deal_files(root: Path, found: Surveyed[DealLine]) -> Iterator[DealFile]:
    """Yield the files of all deals, each deal once: if several have its id, the one that counts."""
    copies = {each.file for each in found.copies}
    counts = {each.id: each.file for each in (*found.deals, *found.later)}
    there = [(each, slashed(each.name, root)) for each in opportunities_in(root)]
    ours = [
        (each, name)
        for each, name in there
        if name not in copies and counts.get(opportunity_id(each.name), name) == name
    ]
    read = contents([each.name for each, _ in ours], root, accounts(root))
    seen = set()
    for (each, file), content in zip(ours, read, strict=True):
        name = opportunity_id(each.name)
        if name not in seen:
            seen.add(name)
            yield DealFile(name, file, each.fault or content)


def account_files(
    root: Path, lines: Sequence[DealLine], deals: Mapping[str, DealFile]
) -> Iterator[AccountFile]:
    """Yield the files of all accounts, with their deals, given the lines and files of all."""
    of: dict[str | None, list[DealLine]] = {}
    for line in lines:
        of.setdefault(line.account, []).append(line)
    files = accounts(root).files
    read = contents([*files.values()], root, None)
    for (name, path), content in zip(files.items(), read, strict=True):
        ours = tuple(of.get(name, ()))
        known = tuple(deals[line.id] for line in ours if line.id in deals)
        yield AccountFile(name, slashed(path, root), content, ours, known)


def _names(content: Content | Fault) -> object:
    return content.message if isinstance(content, Fault) else content.names


def _broken(
    of: DealFile | AccountFile, found: Sequence[Diagnostic], day: date, shown: Disclosure
) -> Document:
    page = broken(of.id, found, shown)
    return Document(of.id, page, "broken", foot(shown, of.file, day))
