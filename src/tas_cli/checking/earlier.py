"""The findings in an earlier state of some files, and which of today's are new since; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from tas_cli.checking.examine import Task, entry_of, examine
from tas_cli.checking.fingerprints import fingerprints
from tas_cli.checking.levels import Levels
from tas_cli.checking.run import compared, examine_other
from tas_cli.diagnostics import Diagnostic
from tas_cli.kinds import OPPORTUNITY
from tas_cli.model.kinds import MODELS
from tas_cli.places import kind_of
from tas_cli.reading.accounts import account_named
from tas_cli.reading.read import read_as, read_opportunity
from tas_cli.source.paths import slashed


def new_among(now: Sequence[Diagnostic], earlier: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the findings that are not among the earlier ones, in their order.

    A finding is the same if its fingerprint is (check, file, place and number), or, since places
    in lists move, if check, file and words are. One that has become more severe is new.
    """
    left = dict(zip(fingerprints(earlier), earlier, strict=True))
    moved = [
        found
        for mark, found in zip(fingerprints(now), now, strict=True)
        if not _as_severe(left.pop(mark, None), found)
    ]
    words = Counter((each.code, each.severity, each.file, each.message) for each in left.values())
    new = []
    for found in moved:
        same = (found.code, found.severity, found.file, found.message)
        if words[same]:
            words[same] -= 1
        else:
            new.append(found)
    return new


def _as_severe(earlier: Diagnostic | None, found: Diagnostic) -> bool:
    return earlier is not None and earlier.severity.rank <= found.severity.rank


def examined(
    contents: Mapping[str, bytes],
    accounts: Mapping[str, bytes],
    root: Path,
    task: Task,
    levels: Levels,
) -> Iterator[Diagnostic]:
    """Yield what is wrong with contents, each examined as the file that its name is of.

    `accounts` has the contents of accounts' files by id.
    """
    for file, data in contents.items():
        kind = kind_of(file, root)
        if kind is OPPORTUNITY:
            found = examine(data, *task, other=accounts.get(account_named(data))).diagnostics
        else:
            found = tuple(examine_other(read_as(MODELS[kind], data, file), task.day))
        named = [each._replace(file=file) for each in found]
        yield from levels.applied(named, partial(slashed, file, root))


def side_by_side(files: Sequence[str], contents: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of deals' files, and with deals compared by content."""
    readings = {file: read_opportunity(data, file) for file, data in contents.items()}
    entries = {file: entry_of(each.value) for file, each in readings.items() if each.value}
    return compared(files, entries, readings.__getitem__)
