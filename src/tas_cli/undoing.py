"""Takes back what a command wrote, over all its files, or brings it back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from tas_cli.diagnostics import Severity
from tas_cli.kinds import OPPORTUNITY
from tas_cli.model.kinds import MODELS
from tas_cli.places import kind_named, kind_of, opportunity_id, shown_name
from tas_cli.reading.read import read_as
from tas_cli.refusals import Refused
from tas_cli.source.difference import difference
from tas_cli.source.files import SUFFIXES, Unreadable, read_bytes
from tas_cli.source.journal.entries import Change, Entry, digest
from tas_cli.source.journal.splices import decoded, encoded, undone
from tas_cli.source.journal.three_way import Overlap, merged
from tas_cli.source.rewrite import rewrite
from tas_cli.source.save import create
from tas_cli.writing import file_refusals


class Undone(NamedTuple):
    """A file before and after; None is a file that does not exist.

    `kept` says whether somebody else has changed it in between, which was kept.
    """

    file: str
    before: bytes | None
    after: bytes | None
    kept: bool = False

    @property
    def diff(self) -> list[str]:
        """The lines of a unified diff, without their line ends."""
        return difference(self.file, self.before or b"", self.after or b"")


def deals_of(entry: Entry) -> list[str]:
    """Return the short names of the deals that a command wrote, in order."""
    files = (each.file for each in entry.changes if kind_named(each.file) is OPPORTUNITY)
    return list(dict.fromkeys(map(opportunity_id, files)))


def concerning(entries: Iterable[Entry], name: str, root: Path) -> list[Entry]:
    """Return the entries that concern a deal, by its short name or path, whether it exists."""
    path = Path(name).absolute()
    return [
        entry
        for entry in entries
        if name in deals_of(entry)
        or any(Path(root, each.file).absolute() == path for each in entry.changes)
    ]


def in_effect(entries: Iterable[Entry], root: Path) -> Iterator[Entry]:
    """Yield the entries that the files still show and none took back, from entries newest first.

    An entry is left out if a process was killed, or failed, before it made its change, or if the
    files are back to what they were before.
    """
    every = list(entries)
    of_file: dict[str, list[Change]] = defaultdict(list)
    for change in (change for entry in every for change in entry.changes):
        of_file[change.file].append(change)
    shown = {
        file: iter(_shown(changes, _digest(root / file, root))) for file, changes in of_file.items()
    }
    gone: set[str] = set()
    for entry in every:
        there = [next(shown[each.file]) for each in entry.changes]
        if any(there) and entry.id not in gone:
            gone.add(entry.undoes)
            yield entry


def _shown(changes: Sequence[Change], now: str | None) -> Iterator[bool]:
    """Yield, for each of a file's changes from the newest on, whether the file still shows it.

    `now` is the digest of what is there, and then of what was there before each change in turn. If
    that is known from an older change, the newer ones are passed over.
    """
    at = 0
    while at < len(changes):
        rest = changes[at:]
        known = (n for n, each in enumerate(rest) if now in (each.after, each.before))
        number = next(known, 0)
        yield from [False] * number
        there = rest[number].after == now or rest[number].before != now
        yield there
        now = rest[number].before
        at += number + 1


def _digest(path: Path, root: Path) -> str | None:
    if not path.exists():
        return None
    with suppress(Unreadable):
        return digest(read_bytes(path, root))
    return ""


def standing(found: Iterable[Entry]) -> list[Entry]:
    """Return the writes that can be taken back, of the entries in effect, newest first."""
    return [each for each in found if not each.undoes]


def taken_back(found: Iterable[Entry], every: Iterable[Entry]) -> list[Entry]:
    """Return what was taken back since the last write, newest first: it can be brought back.

    `found` are the entries in effect among `every`.
    """
    writes = {each.id for each in every if not each.undoes}
    since = takewhile(lambda each: each.undoes, found)
    return [each for each in since if each.undoes in writes]


def take_back(
    entry: Entry, root: Path, waiting: Callable[[Path], object], *, dry_run: bool
) -> list[Undone]:
    """Take back all changes of an entry; with `dry_run` only return the result.

    Where nobody else has written since, the files get their bytes of before. Otherwise only these
    changes are taken back, and everything else is kept. `waiting` is called with a file that
    another process has locked.

    Raises:
        Refused: somebody else has changed the same place, or a file cannot be written. Nothing was
            changed, except by a failure in the middle, which the refusal says.
    """
    way = _Way(entry, root, waiting)
    ordered = sorted(entry.changes, key=lambda each: each.before is None)  # files to remove last
    planned = [way.back(each, dry_run=True) for each in ordered]
    if dry_run:
        return [each for each in planned if each]
    done: list[Undone] = []
    for each in ordered:
        try:
            done += filter(None, [way.back(each, dry_run=False)])
        except Refused as refused:
            raise _halfway(refused, done) from None
    return done


def _halfway(refused: Refused, done: Sequence[Undone]) -> Refused:
    if not done:
        return refused
    files = ", ".join(each.file for each in done)
    return Refused(
        refused.message,
        "`tas undo --redo` brings back what was taken back.",
        lines=[f"Already taken back: {files}."],
    )


class _Way(NamedTuple):
    """The way back from an entry's changes."""

    entry: Entry
    root: Path
    waiting: Callable[[Path], object]

    def back(self, change: Change, *, dry_run: bool) -> Undone | None:
        """Take back the change of one file; None if it is not there."""
        path = self.root / change.file
        with file_refusals(path):
            if change.after is None:
                return self._created(change, path, dry_run=dry_run)
            if change.before is None and not path.exists():
                return None
            content = partial(self._content, change, path)
            waiting = partial(self.waiting, path)
            return rewrite(path, self.root, content, dry_run=dry_run, waiting=waiting)

    def _created(self, change: Change, path: Path, *, dry_run: bool) -> Undone | None:
        """Bring back a file that was removed."""
        data = encoded("".join(each.old for each in change.splices))
        if path.exists():
            if read_bytes(path, self.root) == data:
                return None
            raise Refused(f"{shown_name(path)} exists again; nothing was taken back.")
        if not dry_run:
            create(path, data, self.root)
        return Undone(shown_name(path), None, data)

    def _content(
        self, change: Change, path: Path, data: bytes
    ) -> tuple[bytes | None, Undone | None]:
        """Return a file's content without the change, None to remove it; and what to report."""
        file, now = shown_name(path), digest(data)
        if now == change.before:
            return data, None
        if now == change.after and change.before is None:
            return None, Undone(file, data, None)
        if now == change.after:
            after = encoded(undone(decoded(data), change.splices))
            if digest(after) == change.before:
                return after, Undone(file, data, after)
        if change.before is None:
            raise Refused(
                f"{file} has changed since `{self.entry.short}` made it; nothing was taken back.",
                "To remove it all the same, delete the file.",
            )
        after = self._merged(change, path, data)
        _refuse_new_errors(data, after, path, self.root)
        return after, Undone(file, data, after, kept=True)

    def _merged(self, change: Change, path: Path, data: bytes) -> bytes:
        """Return the content without the change, but with those made since.

        Raises:
            Refused: they concern the same place.
        """
        line, new = 1, ""
        try:
            if path.name.lower().endswith(SUFFIXES):
                return merged(data, change.splices, change.checksums)
        except Overlap as overlap:
            line, new = overlap.line, overlap.new
        raise Refused(
            f"{shown_name(path)}:{line}: this place has changed since `{self.entry.short}`;"
            " nothing was taken back.",
            f"Change it by hand: tas edit {opportunity_id(path)}",
            lines=[f"tas had written: {each.strip()}" for each in new.splitlines()[:1]],
        )


def _refuse_new_errors(data: bytes, after: bytes, path: Path, root: Path) -> None:
    """Refuse if something written since needs what would be taken back."""
    model, file = MODELS[kind_of(path, root)], shown_name(path)
    was, now = (read_as(model, each, file).diagnostics for each in (data, after))
    known = {(found.code, found.message) for found in was}
    for found in now:
        if found.severity is Severity.ERROR and (found.code, found.message) not in known:
            raise Refused(
                f"{file}: without this change, {found.message}; nothing was taken back.",
                "Something that was written since needs it.",
            )
