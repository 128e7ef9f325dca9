"""Changing an opportunity file: read, plan, splice, check and write, all under one lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tas_cli.diagnostics import Diagnostic
from tas_cli.model.opportunity import Opportunity
from tas_cli.places import shown_name
from tas_cli.reading.read import read_leniently
from tas_cli.source.characters import cleaned
from tas_cli.source.door import Place, Stray, entered
from tas_cli.source.edit import CannotEdit, Edit, Insert, Rename, edited, mended
from tas_cli.source.faults import Fault
from tas_cli.source.files import Unreadable, fault_of, read_bytes, read_place
from tas_cli.source.lock import Busy, locked
from tas_cli.source.paths import real
from tas_cli.source.save import replace
from tas_cli.source.values import clean
from tas_cli.workspace import Workspace

_MENDED = ("TAS102", "TAS103")
"""Errors that are read as what they mean."""

Plan = Callable[[Opportunity], Iterable[Edit]]
"""What to change, for the opportunity as the file holds it now.

It is asked while nobody else can write, and may raise `Refused`."""


class Refused(Exception):  # noqa: N818 - the command turns it into an ending
    """A change that is not made: why, and what to do instead. The file is as it was."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class Written(NamedTuple):
    """What a change made of a file; the same bytes where there was nothing to change.

    `mended` are the rating signs that were put in quotes on the way.
    """

    file: str
    before: bytes
    after: bytes
    was: Opportunity
    now: Opportunity
    mended: tuple[Fault, ...]

    @property
    def changed(self) -> bool:
        """Whether the file is another one now."""
        return self.before != self.after


def update(
    path: Path,
    workspace: Workspace,
    plan: Plan,
    *,
    dry_run: bool = False,
    waiting: Callable[[], object] | None = None,
) -> Written:
    """Change an opportunity file as `plan` says; with `dry_run` only say what would come of it.

    `waiting` is called where another writer keeps this one waiting. A link is written through.
    Errors in the file that the change does not touch stay where they are; the change itself adds
    none.

    Raises:
        Refused: the file or the file system does not allow it; the file is as it was.
    """
    file = shown_name(path)
    try:
        if dry_run:
            return _changed(file, read_bytes(path, workspace.root), plan)
        with entered(path, workspace.root) as place, locked(place, waiting):
            return _saved(place, file, plan)
    except Busy:
        raise _busy(file) from None
    except Unreadable as error:
        raise Refused(f"{file}: {error.fault.message}", error.fault.help or "") from None
    except Stray as error:
        fault = fault_of(error)
        raise Refused(f"{file}: {fault.message}", fault.help or "") from None
    except OSError as error:
        raise _unwritable(path, file, error) from None


def _saved(place: Place, file: str, plan: Plan) -> Written:
    """Change the file; once more where a program that takes no lock has changed it meanwhile."""
    while True:
        written = _changed(file, read_place(place), plan)
        if not written.changed:
            return written
        if read_place(place) == written.before:
            replace(place, written.after)
            return written


def _busy(file: str) -> Refused:
    return Refused(
        f"{file} is held by another writer, and was not free in good time. Nothing was written.",
        "Give the command again when that one has ended.",
    )


def _unwritable(path: Path, file: str, error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return Refused(f"{file} is not there any more.", "See what is there: tas list")
    reason = (error.strerror or str(error)).lower()
    where = real(path)
    same = Path(str(error.filename or where)).name == where.name
    folder = "" if same else f"in the folder {shown_name(where.parent)}: "
    return Refused(f"{file} cannot be written: {folder}{reason}. It is as it was.")


def _changed(file: str, before: bytes, plan: Plan) -> Written:
    data, faults = mended(before)
    reading = read_leniently(data, file)
    if reading.value is None:
        raise _blocked(reading.diagnostics)
    edits = list(map(_clean, plan(reading.value)))
    if not edits:
        return Written(file, before, before, reading.value, reading.value, ())
    _keep_off(edits, reading.diagnostics)
    try:
        after = edited(data, edits)
    except CannotEdit as error:
        where = f"{file}:{error.line}: " if error.line else f"{file}: "
        raise Refused(f"{where}{error}", error.advice) from None
    again = read_leniently(after, file)
    added = _added(reading.diagnostics, again.diagnostics, edits)
    if again.value is None or added:
        raise _invalid(added)
    return Written(file, before, after, reading.value, again.value, tuple(faults))


def _clean(edit: Edit) -> Edit:
    """Return an edit that writes nothing that nobody sees: whatever comes in passes here."""
    match edit:
        case Insert():
            return edit._replace(item=clean(edit.item))
        case Rename():
            return edit._replace(key=cleaned(edit.key, refuse=False))
    return edit._replace(value=clean(edit.value))


def _blocked(diagnostics: Sequence[Diagnostic]) -> Refused:
    """Refuse for what keeps all of the file from being read, whatever else is wrong before it."""
    wrong = [found for found in diagnostics if found.code not in _MENDED]
    whole = [found for found in wrong if found.path in ((), ("tas",))]
    return _broken([*whole, *wrong, *diagnostics][0])


def _broken(found: Diagnostic) -> Refused:
    return Refused(
        f"{found.file}:{found.line}:{found.column}: {found.code}: {found.message}",
        f"Mend that line first{': ' + found.help if found.help else ''}.",
    )


def _keep_off(edits: Iterable[Edit], diagnostics: Iterable[Diagnostic]) -> None:
    """Refuse to edit inside of what stands in error; to put another value in its place mends it."""
    for edit in edits:
        for found in diagnostics:
            inside = len(edit.path) > len(found.path) or isinstance(edit, Insert)
            if found.path and inside and edit.path[: len(found.path)] == found.path:
                raise _broken(found)


def _added(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], edits: Iterable[Edit]
) -> list[Diagnostic]:
    """Return the errors that the edits made; to mend one may show others that were there before."""
    known = {(found.code, found.message) for found in before}
    edited_keys = {edit.path[:1] for edit in edits}
    return [
        found
        for found in after
        if (found.code, found.message) not in known
        and (found.path[:1] in edited_keys or ("competitors",) in edited_keys)
    ]


def _invalid(added: list[Diagnostic]) -> Refused:
    if not added:
        return Refused("the change would break the file")
    return Refused(f"{added[0].message}.", added[0].help or "")
