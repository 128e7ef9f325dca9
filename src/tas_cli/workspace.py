"""A workspace: its root, its settings, and its files one by one, with what is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tas_cli.kinds import ACCOUNT, SETTINGS
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.kinds import MODELS
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.places import (
    find_root,
    found_in,
    is_workspace,
    kind_of,
    misnamed_settings,
    opportunities_in,
    opportunity_id,
    shown_name,
)
from tas_cli.reading.nearest import did_you_mean
from tas_cli.reading.read import read_as
from tas_cli.reading.reading import Model, Reading, unreadable
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.files import SUFFIXES, Unreadable, read_bytes


class Workspace(NamedTuple):
    """The root and the settings; `settings_reading` has what is wrong with `tas.yaml`."""

    root: Path
    settings: Settings
    settings_reading: Reading[Settings] | None = None


class Deal(NamedTuple):
    """An opportunity with its id, the file it was read from, and its account, if that is read.

    `reading` has the file's text, for what depends on comments in it; `root` is the workspace's
    folder, or here if the file's name begins there.
    """

    id: str
    file: str
    opportunity: Opportunity
    account: Account | None = None
    reading: Reading[Opportunity] | None = None
    root: Path = Path()


def open_workspace(start: Path | None = None) -> Workspace:
    """Open the workspace around `start` (the working directory if left out).

    Broken settings are ignored: the defaults apply, and the reading says what is wrong.
    """
    root = find_root(start or Path.cwd())
    path = root / SETTINGS.file
    if not os.path.lexists(path):
        return Workspace(root, Settings(), _misnamed(root))
    reading = _read(path, root, Settings)
    return Workspace(root, reading.value or Settings(), reading)


def _misnamed(root: Path) -> Reading[Settings] | None:
    """Return the reading of settings that are not read because of their name."""
    for found in misnamed_settings(root) if is_workspace(root) else ():
        if found.fault is not None:
            file = shown_name(found.path)
            return Reading(file, None, (unreadable(found.fault, file),))
    return None


def find(workspace: Workspace, name: str) -> Path:
    """Return the file of an opportunity, given its id or path.

    Raises:
        WrongCall: no file has that id.
        Refusal: several have.
    """
    if name.lower().endswith(SUFFIXES) or os.sep in name:
        if not Path(name).exists():
            raise _no_opportunity(name, ())
        return Path(name)
    paths = list(opportunity_files(workspace))
    matching = [path for path in paths if opportunity_id(path) == name]
    if not matching:
        raise _no_opportunity(name, map(opportunity_id, paths))
    if len(matching) > 1:
        files = ", ".join(map(shown_name, matching))
        raise Refusal(f"several files have the short name {name}: {files}.", "Use the path of one.")
    return matching[0]


def _no_opportunity(name: str, known: Iterable[str]) -> WrongCall:
    """Return the refusal of an unknown name."""
    advice = did_you_mean(name, known, "`tas list` shows all deals.")
    return WrongCall(f"there is no deal named {name}.", advice)


def opportunity_files(workspace: Workspace) -> Iterator[Path]:
    """Yield the opportunity files that can be opened, without reading any."""
    return (found.path for found in opportunities_in(workspace.root) if found.fault is None)


def read(path: Path, workspace: Workspace) -> Reading[Opportunity]:
    """Read one opportunity file of the workspace."""
    return _read(path, workspace.root, Opportunity)


def account_path(workspace: Workspace, name: str) -> Path | None:
    """Return the file of an account, given its id; None if there is none.

    Of several files with one id, the first by name counts.
    """
    found = (each for each in found_in(workspace.root, ACCOUNT) if each.fault is None)
    return next((each.path for each in found if opportunity_id(each.path) == name), None)


def read_account(workspace: Workspace, name: str) -> Reading[Account] | None:
    """Read an account, given its id; None if it has no file."""
    path = account_path(workspace, name)
    return _read(path, workspace.root, Account) if path else None


def accounts_with(workspace: Workspace, key: str) -> Iterator[tuple[str, Reading[Account]]]:
    """Read the accounts whose files have a key, each with its id; most need not be parsed.

    Of several files with one id, the first by name counts.
    """
    seen = set()
    for each in found_in(workspace.root, ACCOUNT):
        name = opportunity_id(each.name)
        if each.fault is None and name not in seen:
            seen.add(name)
            yield from ((name, found) for found in _with(each.path, workspace.root, key))


def _with(path: Path, root: Path, key: str) -> Iterator[Reading[Account]]:
    """Yield the account in a file that has a key, or what is wrong with the file."""
    file = shown_name(path)
    try:
        data = read_bytes(path, root)
    except Unreadable as error:
        yield Reading(file, None, (unreadable(error.fault, file),))
    else:
        if key.encode() in data:
            yield read_as(Account, data, file)


def read_other(path: Path, root: Path) -> Reading[FileModel]:
    """Read a file that is not an opportunity, by the model of its kind."""
    return _read(path, root, MODELS[kind_of(path, root)])


def _read(path: Path, root: Path, model: type[Model]) -> Reading[Model]:
    file = shown_name(path)
    try:
        data = read_bytes(path, root)
    except Unreadable as error:
        return Reading(file, None, (unreadable(error.fault, file),))
    return read_as(model, data, file)
