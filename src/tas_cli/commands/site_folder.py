"""The folder of a site: what is in it, what may be written there, and what each page was made from.

The manifest has an entry for each page that a run has written. Only these pages are ever replaced
or removed; a folder with anything else and without a manifest is left alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from tas_cli.commands.replacing import PAGE, refuse_folder, written_by_tas
from tas_cli.commands.standard_error import say_waiting, unwritable
from tas_cli.gather.memory import digest
from tas_cli.gather.shape import shape
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.door import entered
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.lock import Busy, locked
from tas_cli.source.private import parsed
from tas_cli.source.save import create, write_new_or_replace
from tas_cli.views.site.addresses import is_address

MANIFEST, _LOCK = ".tas-site.json", ".tas-site.lock"
_LARGEST = 64 * 1024 * 1024


class Kept(NamedTuple):
    """What is known of a page: what it was made from, its content's digest, its file's status."""

    made_from: str
    content: str
    size: int
    changed: int


_NOTHING = Kept("", "", -1, 0)
"""What is known of a page that is going to be written."""


class Folder:
    """The folder of a site, while nobody else writes it; `kept` are its pages by address."""

    def __init__(self, path: Path, kept: dict[str, Kept]) -> None:
        self.path = path
        self.kept = kept

    def has(self, address: str, made_from: str) -> bool:
        """Whether a page is there as it was written, made from just that."""
        kept = self.kept.get(address)
        return kept is not None and kept.made_from == made_from and self.unchanged(address)

    def unchanged(self, address: str) -> bool:
        """Whether a page's file is as a run left it; if its status is not, its content counts."""
        kept, file = self.kept[address], self.path / address
        with suppress(OSError):
            status = file.lstat()
            if (status.st_size, status.st_mtime_ns) == (kept.size, kept.changed):
                return True
        content = self._content(file)
        return content is not None and digest(content) == kept.content

    def write(self, address: str, made_from: str, text: str) -> tuple[Kept, bool]:
        """Write a page unless the file has just that content.

        Return what is known of it then, and whether it was written.

        Raises:
            OSError: it cannot be written.
        """
        data, file = text.encode(), self.path / address
        differs = self._content(file) != data
        if differs:
            write_new_or_replace(file, data, self.path)
        status = file.lstat()
        return Kept(made_from, digest(data), status.st_size, status.st_mtime_ns), differs

    def _content(self, file: Path) -> bytes | None:
        with suppress(Unreadable):
            return read_bytes(file, self.path, limit=_LARGEST)
        return None

    def remove(self, address: str) -> None:
        """Remove a page, unless the file is not one any more.

        Raises:
            OSError: it cannot be removed.
        """
        file = self.path / address
        if not file.is_symlink() and written_by_tas(file, PAGE):
            with suppress(FileNotFoundError), entered(file, self.path, follow=False) as place:
                place.unlink()

    def claim(self, addresses: Iterable[str]) -> None:
        """Note which pages are going to be written, so that a later run knows them in any case.

        Raises:
            WrongCall: there is a file that is not a page of tas.
            OSError: the manifest cannot be written.
        """
        wanted = [each for each in addresses if each not in self.kept]
        self._refuse_foreign(wanted)
        self.keep(self.kept | dict.fromkeys(wanted, _NOTHING))

    def keep(self, kept: dict[str, Kept]) -> None:
        """Write the manifest, if it is not just that already.

        Raises:
            OSError: it cannot be written.
        """
        if kept != self.kept:
            pages = {address: [*kept[address]] for address in sorted(kept)}
            lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(pages[name])}" for name in pages)
            text = f'{{"version": 1, "pages": {{\n{lines}\n}}}}\n'
            write_new_or_replace(self.path / MANIFEST, text.encode(), self.path)
            self.kept = kept

    def _refuse_foreign(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            file = self.path / address
            if os.path.lexists(file) and not written_by_tas(file, PAGE):
                raise WrongCall(
                    f"{file}: this file is not a page written by tas.",
                    "Move it away, or choose another folder with --output.",
                )


@contextmanager
def opened(path: Path) -> Iterator[Folder]:
    """Make a site's folder if it is missing, and hold it.

    Raises:
        WrongCall: it cannot hold a site.
        Refusal: it cannot be written, or another process writes it for long.
    """
    refuse_folder(path)
    _refuse_others(path)
    lock = path / _LOCK
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name in (_LOCK, MANIFEST):
            with suppress(FileExistsError):
                create(path / name, b"", path, noted=False)
        with entered(lock, path, follow=False) as place, locked(place, lambda: say_waiting(lock)):
            yield Folder(path, _read(path))
    except Busy:
        why = f"another process has been writing {path} for a long time."
        raise Refusal(why, "Try again.") from None
    except OSError as error:
        raise unwritable(path, error) from None


def _refuse_others(path: Path) -> None:
    """Refuse a file, and a folder with files that no run has written; hidden ones do not count."""
    if path.exists() and not path.is_dir():
        raise WrongCall(f"--output {path}: this is a file.", "A site is written to a folder.")
    if path.is_dir() and not os.path.lexists(path / MANIFEST):
        others = sorted(each.name for each in path.iterdir() if not each.name.startswith("."))
        if others:
            raise WrongCall(
                f"--output {path}: the folder has other files: {others[0]}.",
                "Choose a new or an empty folder.",
            )


def _read(path: Path) -> dict[str, Kept]:
    """Return what a folder's manifest keeps; one that is damaged keeps nothing."""
    fits: Callable[[Any], bool] = shape(Kept)
    with suppress(Unreadable, ValueError, AttributeError, TypeError):
        known = parsed(read_bytes(path / MANIFEST, path, limit=_LARGEST))["pages"].items()
        return {name: Kept(*kept) for name, kept in known if is_address(name) and fits(kept)}
    return {}
