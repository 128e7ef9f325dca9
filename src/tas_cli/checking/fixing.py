"""Files fixed in place, each under its lock, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.checking.equivalence import Fixed
from tas_cli.checking.examine import Task, examine
from tas_cli.checking.fixes import Way, fixed
from tas_cli.checking.levels import Levels
from tas_cli.diagnostics import Diagnostic
from tas_cli.kinds import OPPORTUNITY, SCHEMAS
from tas_cli.model.kinds import MODELS
from tas_cli.places import kind_of, shown_name
from tas_cli.reading.read import read_as
from tas_cli.refusals import reason_of
from tas_cli.source.files import Unreadable
from tas_cli.source.lock import Busy
from tas_cli.source.paths import real, slashed
from tas_cli.source.rewrite import rewrite
from tas_cli.workspace import Workspace


class FixedFile(NamedTuple):
    """A file before and after; `refused` says why it could not be read or written."""

    file: str
    before: bytes
    after: Fixed
    refused: str = ""

    @property
    def changed(self) -> bool:
        """Whether anything was fixed."""
        return self.before != self.after.data


class Fixer(NamedTuple):
    """How to fix the files of a workspace; with `dry_run` nothing is written.

    `waiting` is called with the name of a file that another process has locked.
    """

    workspace: Workspace
    task: Task
    levels: Levels
    dry_run: bool
    waiting: Callable[[str], None]

    def fix(self, path: Path) -> FixedFile:
        """Fix a file; one that cannot be written stays as it was."""
        file = shown_name(path)
        try:
            return self._fixed(path, file)
        except Unreadable as error:
            return FixedFile(file, b"", Fixed(b""), error.fault.message)
        except OSError as error:
            return FixedFile(file, b"", Fixed(b""), f"cannot be written: {_reason(error)}")

    def _fixed(self, path: Path, file: str) -> FixedFile:
        way = self.way(path)

        def change(before: bytes) -> tuple[bytes, FixedFile]:
            after = fixed(before, way)
            return after.data, FixedFile(file, before, after)

        waiting = partial(self.waiting, file)
        return rewrite(path, self.workspace.root, change, dry_run=self.dry_run, waiting=waiting)

    def way(self, path: Path) -> Way:
        """Return how to fix a file: what a check reports decides, now and after every step."""
        kind = kind_of(path, self.workspace.root)
        model = MODELS[kind]
        name = slashed(path, self.workspace.root)

        def reported(data: bytes) -> set[str]:
            found = examine(data, *self.task) if kind is OPPORTUNITY else read_as(model, data, "")
            return codes(self.levels.applied(found.diagnostics, lambda: name))

        return Way(reported, model, schema_from(path, self.workspace.root))


def codes(found: Iterable[Diagnostic]) -> set[str]:
    """Return the codes of some findings."""
    return {each.code for each in found}


def schema_from(path: Path, root: Path) -> str | None:
    """Return the path from a file to its schema; None if the workspace has none."""
    schema = real(root) / SCHEMAS / kind_of(path, root).schema
    if not schema.is_file():
        return None
    return slashed(schema, real(path).parent)


def _reason(error: OSError) -> str:
    if isinstance(error, Busy):
        return "another process has locked it"
    return reason_of(error)
