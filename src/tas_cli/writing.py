"""Changes a file of any kind: read, plan, splice, check and write, all under one lock."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from tas_cli.diagnostics import Diagnostic
from tas_cli.diagnostics import Path as Keys
from tas_cli.model.base import FileModel
from tas_cli.model.paths import value_at
from tas_cli.model.spelling import spelled
from tas_cli.places import shown_name
from tas_cli.reading.read import read_as, read_leniently
from tas_cli.refusals import Refused, reason_of
from tas_cli.source.difference import difference
from tas_cli.source.door import Stray
from tas_cli.source.edit import CannotEdit, Edit, Insert, Put, as_bytes, changed, with_signs_quoted
from tas_cli.source.faults import Fault
from tas_cli.source.files import Unreadable, fault_of, read_bytes
from tas_cli.source.lock import PATIENCE, Busy
from tas_cli.source.parse import Document, parse
from tas_cli.source.paths import real
from tas_cli.source.rewrite import rewrite
from tas_cli.workspace import Workspace

_FIXED = ("TAS102", "TAS103")
"""Errors whose meaning is clear, so that the file can still be read."""
_LOCKED = f"is locked by another process (gave up after {PATIENCE:.0f} s). Nothing was saved."

Model = TypeVar("Model", bound=FileModel)
Model_co = TypeVar("Model_co", bound=FileModel, covariant=True)
Plan = Callable[[Model], Iterable[Edit]]
"""Returns the edits for the file's current content.

It is called under the lock, and may raise `Refused`. Edits that put what is already there change
nothing.
"""


class Seen(NamedTuple, Generic[Model_co]):
    """A file that was read in order to change it, with whatever content its errors leave usable.

    In `document`, the bare rating signs of `data` have been put in quotes: these are `quoted`.
    """

    path: Path
    root: Path
    data: bytes
    document: Document
    value: Model_co
    diagnostics: tuple[Diagnostic, ...]
    quoted: tuple[Fault, ...]

    @property
    def file(self) -> str:
        """The file as messages name it."""
        return shown_name(self.path)

    def now(self, data: bytes) -> Seen[Model_co]:
        """Return the file with its current content; nothing is parsed again if that is the same.

        Raises:
            Refused: the content cannot be edited.
        """
        return self if data == self.data else _seen(self.path, self.root, data, type(self.value))


class Written(NamedTuple, Generic[Model_co]):
    """The result of a change; the same bytes if there was nothing to change.

    `quoted` has the rating signs that were put in quotes on the way, `diagnostics` what is still
    wrong with the file.
    """

    file: str
    before: bytes
    after: bytes
    was: Model_co
    now: Model_co
    quoted: tuple[Fault, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def changed(self) -> bool:
        """Whether the content is different now."""
        return self.before != self.after

    @property
    def diff(self) -> list[str]:
        """The lines of a unified diff, without their line ends."""
        return difference(self.file, self.before, self.after)

    @property
    def discards(self) -> bool:
        """Whether something is no longer in the file, nor in its history; signs do not count."""
        if not self.changed:
            return False
        was, now = (
            Counter(_texts(each.model_dump(exclude_none=True))) for each in (self.was, self.now)
        )
        return bool(was - now)


def _texts(value: Any) -> Iterator[str]:
    """Yield the keys and values in a model's plain form, but not rating signs."""
    if isinstance(value, (dict, list)):
        for part in value:
            yield from _texts(part)
        if isinstance(value, dict):
            yield from _texts(list(value.values()))
    elif len(str(value)) > 1:
        yield str(value)


def look(path: Path, workspace: Workspace, model: type[Model]) -> Seen[Model]:
    """Read a file in order to change it, by the model of its kind.

    Raises:
        Refused: the file or the file system does not allow it.
    """
    with file_refusals(path):
        return _seen(path, workspace.root, read_bytes(path, workspace.root), model)


def update(
    seen: Seen[Model],
    plan: Plan[Model],
    *,
    compared: bool = False,
    dry_run: bool = False,
    waiting: Callable[[], object] | None = None,
) -> Written[Model]:
    """Change a file as `plan` says; with `dry_run` only return the result.

    What somebody else has written in the same places since the user looked is not overwritten,
    except with `compared`: then the plan itself has taken it into account. `waiting` is called if
    this has to wait for another writer. A link is written through. Errors in the file that the
    change does not touch stay; the change itself adds none.

    Raises:
        Refused: the file or the file system does not allow it; the file is unchanged.
    """

    def change(data: bytes) -> tuple[bytes, Written[Model]]:
        now = seen.now(data)
        written = _changed(now, plan, now.value if compared else seen.value)
        return written.after, written

    with file_refusals(seen.path):
        return rewrite(seen.path, seen.root, change, dry_run=dry_run, waiting=waiting)


def update_together(
    changes: Sequence[tuple[Seen[Any], Plan[Any]]],
    *,
    compared: bool = False,
    dry_run: bool = False,
    waiting: Callable[[], object] | None = None,
) -> list[Written[Any]]:
    """Change several files like `update`, or none of them if one cannot be changed.

    `compared` is about the first of them.

    Raises:
        Refused: one of them does not allow it.
    """

    def made(at: int, *, dry_run: bool) -> Written[Any]:
        seen, plan = changes[at]
        how = compared and not at
        return update(seen, plan, compared=how, dry_run=dry_run, waiting=waiting)

    if len(changes) > 1 or dry_run:
        tried = [made(at, dry_run=True) for at in range(len(changes))]
        if dry_run:
            return tried
    return [made(at, dry_run=False) for at in range(len(changes))]


@contextmanager
def file_refusals(path: Path) -> Iterator[None]:
    """Report what prevents reading or writing a file, and what to do about it."""
    file = shown_name(path)
    try:
        yield
    except Busy:
        advice = "Run the command again when that process has finished."
        raise Refused(f"{file} {_LOCKED}", advice) from None
    except (Unreadable, Stray) as error:
        if not os.path.lexists(path):
            raise _gone(file) from None
        fault = error.fault if isinstance(error, Unreadable) else fault_of(error)
        raise Refused(f"{file}: {fault.message}", fault.help or "") from None
    except OSError as error:
        raise _unwritable(path, file, error) from None


def _gone(file: str) -> Refused:
    return Refused(f"{file} no longer exists.", "`tas list` shows all deals.")


def _unwritable(path: Path, file: str, error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return _gone(file)
    where = real(path)
    same = Path(str(error.filename or where)).name == where.name
    folder = "" if same else f"in the folder {shown_name(where.parent)}: "
    return Refused(f"cannot write {file}: {folder}{reason_of(error)}. The file is unchanged.")


def _seen(path: Path, root: Path, data: bytes, model: type[Model]) -> Seen[Model]:
    document, faults = with_signs_quoted(parse(data))
    reading = read_leniently(model, as_bytes(document) if faults else data, shown_name(path))
    if reading.value is None:
        raise _blocked(reading.diagnostics)
    return Seen(path, root, data, document, reading.value, reading.diagnostics, tuple(faults))


def _changed(seen: Seen[Model], plan: Plan[Model], looked_at: Model) -> Written[Model]:
    file, before, was = seen.file, seen.data, seen.value
    model = type(was)
    edits = [spelled(edit, model) for edit in plan(was) if not _already_has(was, edit)]
    if not edits:
        wrong = read_as(model, before, file).diagnostics if seen.quoted else seen.diagnostics
        return Written(file, before, before, was, was, (), wrong)
    _compare(edits, looked_at, was)
    _refuse_inside_faults(edits, seen.diagnostics)
    try:
        after = as_bytes(changed(seen.document, edits))
    except CannotEdit as error:
        where = f"{file}:{error.line}: " if error.line else f"{file}: "
        raise Refused(f"{where}{error}", error.advice) from None
    again = read_leniently(model, after, file)
    added = _added(seen.diagnostics, again.diagnostics, edits)
    if added:
        raise Refused(f"{added[0].message}.", added[0].help or "")
    if again.value is None:
        raise Refused("this change would break the file; nothing was saved.")
    return Written(file, before, after, was, again.value, seen.quoted, again.diagnostics)


def _already_has(now: FileModel, edit: Edit) -> bool:
    """Whether a place already has what an edit puts there, or is empty if the edit removes it."""
    found = value_at(now, edit.path)
    nothing = found in (None, [], {})
    return isinstance(edit, Put) and (nothing if edit.value == "" else found == edit.value)


def _compare(edits: Iterable[Edit], looked_at: FileModel, now: FileModel) -> None:
    """Refuse to overwrite what somebody else wrote since the user looked."""
    for edit in edits:
        place = _place_to_compare(edit.path)
        was, found = (value_at(each, place) for each in (looked_at, now))
        if isinstance(edit, Put) and found != was:
            values = (was, found, edit.value or None)
            parts = any(isinstance(each, (BaseModel, dict)) for each in values)
            one, other, mine = ("empty" if each is None else each for each in values)
            said = "" if parts else f": it was {one}, is now {other}, and yours is {mine}"
            raise Refused(
                f"someone else has changed {edit.name}; nothing was saved{said}.",
                "Run the command again if your change is still right.",
            )


def _place_to_compare(path: Keys) -> Keys:
    """Return the place to compare for an edit: in a list the whole item, as indexes can shift."""
    numbers = [depth for depth, step in enumerate(path, 1) if isinstance(step, int)]
    return path[: numbers[-1]] if numbers else path


def _blocked(diagnostics: Sequence[Diagnostic]) -> Refused:
    """Refuse because the whole file is unreadable, even if other findings come first."""
    wrong = [found for found in diagnostics if found.code not in _FIXED]
    whole = [found for found in wrong if found.path in ((), ("tas",))]
    return _broken([*whole, *wrong, *diagnostics][0])


def _broken(found: Diagnostic) -> Refused:
    return Refused(
        f"{found.file}:{found.line}:{found.column}: {found.code}: {found.message}",
        f"Fix that line first{': ' + found.help if found.help else ''}.",
    )


def _refuse_inside_faults(edits: Iterable[Edit], diagnostics: Iterable[Diagnostic]) -> None:
    """Refuse to edit inside a faulty value; replacing the whole value would fix it."""
    for edit in edits:
        for found in diagnostics:
            inside = len(edit.path) > len(found.path) or isinstance(edit, Insert)
            if found.path and inside and edit.path[: len(found.path)] == found.path:
                raise _broken(found)


def _added(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], edits: Iterable[Edit]
) -> list[Diagnostic]:
    """Return the errors that the edits caused; a fix may only reveal older ones."""
    known = {(found.code, found.message) for found in before}
    edited_keys = {edit.path[:1] for edit in edits}
    return [
        found
        for found in after
        if (found.code, found.message) not in known
        and (found.path[:1] in edited_keys or ("competitors",) in edited_keys)
    ]
