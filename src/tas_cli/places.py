"""Where things are: the root of a workspace, its files, their names; reads no file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from tas_cli import kinds
from tas_cli.diagnostics import Severity
from tas_cli.kinds import OPPORTUNITY, SETTINGS, FileKind
from tas_cli.source.faults import NOWHERE, Fault
from tas_cli.source.files import SUFFIXES, Found, discover
from tas_cli.source.paths import real

_NAMED = 3
"""The most workspaces that are suggested if none was found."""
_SEARCHED = 500
"""The most folders that are searched for them."""
_LIKE_SETTINGS = (SETTINGS.file, "tas.yml")
"""What people call the settings, in lower or upper case."""


def find_root(start: Path) -> Path:
    """Return the nearest ancestor of `start` that is a workspace, else `start` (or its folder).

    A folder among the opportunities of a workspace is not one, whatever its name.
    """
    folder = start if start.is_dir() else start.parent
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    for candidate in (folder, *folder.parents):
        if is_workspace(candidate):
            return _holder(candidate)
    return folder


def _holder(folder: Path) -> Path:
    """Return the workspace whose opportunities a folder is or belongs to, else the folder.

    A complete workspace, with settings and opportunities, may itself be in a folder called
    `opportunities` if there are no settings next to that.
    """
    whole = _has_settings(folder) and (folder / OPPORTUNITY.folder).is_dir()
    for part in (folder, *folder.parents):
        outer = part.parent
        if _is_for_opportunities(part) and (not whole or _has_settings(outer)):
            return _holder(outer)
    return folder


def _is_for_opportunities(folder: Path) -> bool:
    """Whether a folder is its parent's `opportunities`, in whatever case the system accepts."""
    right = OPPORTUNITY.folder
    named = folder.with_name(right) if folder.name else folder
    return folder.name.casefold() == right and named.is_dir() and named.samefile(folder)


def is_workspace(folder: Path) -> bool:
    """Whether a folder is the root of a workspace."""
    return _has_settings(folder) or (folder / OPPORTUNITY.folder).is_dir()


def _has_settings(folder: Path) -> bool:
    return (folder / SETTINGS.file).is_file()


def workspaces_below(folder: Path) -> list[Path]:
    """Return some workspaces below a folder, nearest first; the search is bounded.

    Hidden folders and links are not searched.
    """
    found: list[Path] = []
    folders = [folder]
    for each in folders:
        with suppress(OSError), os.scandir(each) as entries:
            names = sorted(entry.path for entry in entries if entry.is_dir(follow_symlinks=False))
            below = [Path(name) for name in names if not Path(name).name.startswith(".")]
            found += filter(is_workspace, below)
            folders += below[: _SEARCHED - len(folders)]
        if len(found) >= _NAMED:
            break
    return found[:_NAMED]


def shown_name(path: Path | str, here: str | None = None) -> str:
    """Return a file's path for people and reports: relative to `here`, the working directory."""
    folder, slash, name = str(path).rpartition(os.sep)
    return _shown_folder(folder or slash, here or os.getcwd()) + name  # noqa: PTH109 - a text is enough


@lru_cache(maxsize=1024)
def _shown_folder(folder: str, here: str) -> str:
    try:
        below = os.path.relpath(folder or here, here)
    except ValueError:  # another drive
        below = folder
    return "" if below == os.curdir else below + os.sep


def opportunity_id(path: Path | str) -> str:
    """Return the id that a file's name gives its opportunity."""
    name = str(path).rpartition(os.sep)[2]
    return name.rpartition(".")[0] or name


def is_deal_name(name: str) -> bool:
    """Whether a file name in a commit, relative to the root, is that of a deal."""
    return is_name_of(OPPORTUNITY, name)


def is_name_of(kind: FileKind, name: str) -> bool:
    """Whether a file name in a commit, relative to the root, is that of a kind with a folder."""
    folder, *parts = name.split("/")
    hidden = any(part.startswith(".") for part in parts)
    return folder == kind.folder and not hidden and name.lower().endswith(SUFFIXES)


def opportunities_in(root: Path) -> Iterator[Found]:
    """Yield what is found where a workspace keeps its opportunities, by name."""
    return found_in(root, OPPORTUNITY)


def found_in(root: Path, kind: FileKind) -> Iterator[Found]:
    """Yield what is found where a workspace keeps its files of a kind, by name."""
    place = root / (kind.file or kind.folder)
    if not os.path.lexists(place):
        return iter(())
    return iter([Found(str(place))]) if kind.file else _searched(place, root)


def kind_of(path: Path | str, root: Path) -> FileKind:
    """Return the kind of a file by its place; in any other place it counts as an opportunity."""
    folder, name = os.path.split(path)
    for kind in kinds.KINDS:
        if kind is not OPPORTUNITY and _is_of(kind, folder, name, root):
            return kind
    return OPPORTUNITY


def _is_of(kind: FileKind, folder: str, name: str, root: Path) -> bool:
    if kind.file:
        return name == kind.file and real(folder) == real(root)
    return kind.folder in folder and real(folder).is_relative_to(real(root) / kind.folder)


def kind_named(name: str) -> FileKind:
    """Return the kind that a file name suggests, for a text that is not in a file."""
    *folders, last = Path(name).parts or ("",)
    named = (kind for kind in kinds.KINDS if last == kind.file or kind.folder in folders)
    return next(named, OPPORTUNITY)


def misnamed_settings(root: Path) -> Iterator[Found]:
    """Yield the files at the root of a workspace that look like its settings but are not read."""
    with suppress(OSError), os.scandir(root) as entries:
        names = sorted(entry.name for entry in entries if entry.is_file())
        found = (_judged(Found(str(root / name)), root) for name in names)
        yield from (each for each in found if each.fault is not None)


def files_at(paths: Iterable[Path], root: Path) -> list[Found]:
    """Return the files at these paths and in these folders, each once, by name."""
    several = list(paths)
    if len(several) == 1:
        return list(_below(several[0], root))
    found = {
        os.path.abspath(each.name): each  # noqa: PTH100 - resolve() would follow links
        for path in several
        for each in _below(path, root)
    }
    return [found[name] for name in sorted(found)]


def _below(path: Path, root: Path) -> Iterator[Found]:
    if not path.is_dir():
        yield _judged(Found(str(path)), root)
    elif real(path) == real(root):
        yield from misnamed_settings(path)
        for kind in kinds.KINDS:
            yield from found_in(path, kind)
    else:
        yield from _searched(path, root)


def _searched(folder: Path, root: Path) -> Iterator[Found]:
    return (_judged(found, root) for found in discover(folder, root))


def _judged(found: Found, root: Path) -> Found:
    """Return a found file, with a fault if it is named like settings but is not."""
    folder, _, name = found.name.rpartition(os.sep)
    if name.lower() not in _LIKE_SETTINGS or kind_of(found.name, root) is SETTINGS:
        return found
    if real(folder) == real(root):
        return found._replace(fault=_misnamed(name, Path(folder)))
    return found._replace(fault=_AMONG_DEALS)


def _misnamed(name: str, folder: Path) -> Fault | None:
    """Report a file named like settings next to the opportunities, unless it is `tas.yaml` itself.

    On systems that ignore case, a name in other case is `tas.yaml` itself.
    """
    right, wrong = folder / SETTINGS.file, folder / name
    if right.exists() and wrong.exists() and wrong.samefile(right):
        return None
    ours = SETTINGS.file
    advice = f"move its settings into {ours}" if right.exists() else f"rename it to {ours}"
    message = f"{name} is not read: settings must be in {ours}"
    return Fault("TAS522", message, NOWHERE, advice, severity=Severity.WARNING)


_AMONG_DEALS = Fault(
    "TAS521",
    f"{SETTINGS.file} is reserved for settings, so this is read neither as settings nor as a deal",
    NOWHERE,
    "if it is a deal, rename it; if it has your settings, move it up, next to the opportunities",
)
