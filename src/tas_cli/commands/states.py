"""Two states of a workspace's deals: days, commits, the files as they are, or single files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tas_cli.assess.begun import begun
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.portfolio import DealChange, deal_changes
from tas_cli.commands.inputs import file_given
from tas_cli.kinds import ACCOUNT, SETTINGS
from tas_cli.model.account import Account
from tas_cli.model.settings import Settings
from tas_cli.places import (
    found_in,
    is_deal_name,
    is_name_of,
    opportunities_in,
    opportunity_id,
    shown_name,
)
from tas_cli.reading.accounts import account_in, account_named
from tas_cli.reading.read import read_as, read_opportunity
from tas_cli.source.files import MAX_BYTES, Reader, Unreadable
from tas_cli.source.git import blob_of, blobs, tree
from tas_cli.source.paths import real, slashed

Contents = Callable[[Iterable[str]], dict[str, bytes]]
"""Returns the contents of files by their names; those that cannot be read are left out."""


class Shared(NamedTuple):
    """The file of an account, and the mark of its content."""

    name: str
    mark: str


class State(NamedTuple):
    """A state of the deals: its settings, a mark of each file's content, and the contents.

    Files are named relative to the workspace, with slashes. Equal marks mean equal contents.
    `accounts` are the files of accounts by id.
    """

    settings: Settings
    marks: Mapping[str, str]
    contents: Contents
    accounts: Mapping[str, Shared] = MappingProxyType({})


def committed(root: Path, commit: str) -> State:
    """Return the state of a workspace in a commit.

    Raises:
        GitFailed: git cannot read it.
    """
    listed = tree(root, commit, links=False)
    marks = {name: mark for name, mark in listed.items() if is_deal_name(name)}
    accounts = {
        opportunity_id(name): Shared(name, mark)
        for name, mark in listed.items()
        if is_name_of(ACCOUNT, name)
    }

    def contents(names: Iterable[str]) -> dict[str, bytes]:
        wanted = {name: listed[name] for name in names if name in listed}
        found = blobs(root, sorted(set(wanted.values())))
        return {name: found[mark] for name, mark in wanted.items() if mark in found}

    own = contents([SETTINGS.file]).get(SETTINGS.file)
    settings = read_as(Settings, own, SETTINGS.file).value if own is not None else None
    return State(settings or Settings(), marks, contents, accounts)


def as_it_is(
    root: Path, settings: Settings, other: State, among: Collection[str] | None = None
) -> State:
    """Return the state of the files, with marks like those of a commit with which it is compared.

    Line ends do not matter, as git may check out others than it stores. A link is what it leads to,
    under that name. `among` has the only names that count, such as those that git does not ignore.
    """
    found: dict[str, bytes] = {}
    marks: dict[str, str] = {}
    length = max(map(len, other.marks.values()), default=40)
    known = {**other.marks, **{each.name: each.mark for each in other.accounts.values()}}
    accounts = {}
    with Reader(root) as reader:
        for each in (*opportunities_in(root), *found_in(root, ACCOUNT)):
            name = slashed(real(each.path), real(root))
            if among is not None and name not in among:
                continue
            mark = "unreadable"
            with suppress(Unreadable):
                found[name] = reader.read(each.name)
                plain = blob_of(found[name].replace(b"\r\n", b"\n"), length)
                mark = plain if plain == known.get(name) else blob_of(found[name], length)
            if is_name_of(ACCOUNT, name):
                accounts[opportunity_id(name)] = Shared(name, mark)
            else:
                marks[name] = mark
    contents = lambda names: {key: found[key] for key in names if key in found}  # noqa: E731
    return State(settings, marks, contents, accounts)


class Compared(NamedTuple):
    """The deals that changed between two states, and the files that one of them cannot read.

    `names` has the files of both states.
    """

    changes: list[DealChange]
    left_out: list[str]
    names: frozenset[str]

    def only(self, wanted: Collection[str]) -> Compared:
        """Return the comparison of the deals with these short names; of all if there are none."""
        if not wanted:
            return self
        changes = [
            each
            for each in self.changes
            if any(kept and opportunity_id(kept.file) in wanted for kept in each.sides)
        ]
        left_out = [name for name in self.left_out if opportunity_id(name) in wanted]
        return self._replace(changes=changes, left_out=left_out)


def compared(before: State, after: State, day: date) -> Compared:
    """Compare two states as of one day; only files whose marks differ are read."""
    names = before.marks.keys() | after.marks.keys()
    differing = {each for each in names if before.marks.get(each) != after.marks.get(each)}
    differing |= _of_changed_accounts(before, after, names - differing)
    sides = [_read(state, sorted(differing), day) for state in (before, after)]
    broken = sorted({name for side in sides for name, deal in side.items() if deal is None})
    # A deal that one state cannot read is neither new nor gone.
    was, now = (
        {name: deal for name, deal in side.items() if deal and name not in broken} for side in sides
    )
    return Compared(deal_changes(was, now), broken, frozenset(names))


def _of_changed_accounts(before: State, after: State, names: Iterable[str]) -> set[str]:
    """Return those of the files whose account is not the same in both states."""
    ids = before.accounts.keys() | after.accounts.keys()
    changed = {each for each in ids if before.accounts.get(each) != after.accounts.get(each)}
    if not changed:
        return set()
    contents = after.contents(names)
    return {name for name, data in contents.items() if account_named(data) in changed}


def _read(state: State, names: Iterable[str], day: date) -> dict[str, DealOnDay | None]:
    """Return the deals of a state by file name, None for those that cannot be used."""
    there = [name for name in names if name in state.marks]
    contents = state.contents(there)
    found = {
        name: read_opportunity(contents[name], name).value if name in contents else None
        for name in there
    }
    accounts = _accounts(state, {each.account for each in found.values() if each and each.account})
    return {
        name: None
        if each is None
        else DealOnDay.of(each, state.settings, day, account=accounts.get(each.account or ""))
        for name, each in found.items()
    }


def _accounts(state: State, ids: set[str]) -> dict[str, Account | None]:
    """Return the accounts of a state with these ids, None for those that cannot be used."""
    files = {each: state.accounts[each].name for each in ids if each in state.accounts}
    contents = state.contents(files.values())
    return {each: account_in(contents.get(name)) for each, name in files.items()}


def files(settings: Settings, before: str, after: str) -> tuple[State, State]:
    """Return the states that two files are, as typed, under the name of the second one.

    Raises:
        WrongCall: one cannot be read, or is too large.
    """
    name = shown_name(Path(after))
    return _file(settings, before, name), _file(settings, after, name)


def _file(settings: Settings, typed: str, name: str) -> State:
    data = file_given(typed, MAX_BYTES)
    return State(settings, {name: typed}, lambda names: dict.fromkeys(names, data))


def over_days(root: Path, settings: Settings, evening: date, day: date) -> Compared:
    """Compare what the files say about two days."""
    state = as_it_is(root, settings, State(settings, {}, lambda _: {}))
    was, now = (_read(state, state.marks, each) for each in (evening, day))
    there = {name: deal for name, deal in now.items() if deal}
    old = {name for name, deal in there.items() if (begun(deal.opportunity) or evening) <= evening}
    found = deal_changes({name: deal for name, deal in was.items() if deal and name in old}, there)
    changed = [each for each in found if each.difference is None or not each.difference.empty]
    return Compared(changed, sorted(now.keys() - there.keys()), frozenset(now))
