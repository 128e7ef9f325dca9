"""Where things are: the root of a workspace, its files, their names; nothing is read here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from tas_cli.source.files import Found, discover
from tas_cli.source.paths import real

SETTINGS = "tas.yaml"
OPPORTUNITIES = "opportunities"
_NAMED = 3
"""Workspaces that are named where none was found."""
_SEARCHED = 500
"""Folders that are searched for them."""


def find_root(start: Path) -> Path:
    """Return the nearest ancestor of `start` that is a workspace, else `start` (or its folder)."""
    folder = start if start.is_dir() else start.parent
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    for candidate in (folder, *folder.parents):
        if is_workspace(candidate):
            return candidate
    return folder


def is_workspace(folder: Path) -> bool:
    """Whether a folder is the root of a workspace."""
    return (folder / SETTINGS).is_file() or (folder / OPPORTUNITIES).is_dir()


def workspaces_below(folder: Path) -> list[Path]:
    """Return some workspaces further down: the nearest first, after a bounded search.

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
    """Return a file's path as people and reports see it: from `here`, the working directory."""
    folder, slash, name = str(path).rpartition(os.sep)
    return _shown_folder(folder or slash, here or os.getcwd()) + name  # noqa: PTH109 - a text will do


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


def opportunities_in(root: Path) -> Iterator[Found]:
    """Yield what is come upon where a workspace keeps its opportunities, by name."""
    folder = root / OPPORTUNITIES
    return discover(folder, root) if os.path.lexists(folder) else iter(())


def files_at(paths: Iterable[Path], root: Path) -> list[Found]:
    """Return what stands at the paths, folders searched, each file once, by name."""
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
        yield Found(str(path))
    elif real(path) == real(root):
        if os.path.lexists(path / SETTINGS):
            yield Found(str(path / SETTINGS))
        yield from opportunities_in(root)
    else:
        yield from discover(path, root)


def is_settings(path: Path | str, root: Path) -> bool:
    """Whether a file is the workspace's own `tas.yaml`."""
    folder, name = os.path.split(path)
    return name == SETTINGS and real(folder) == real(root)
