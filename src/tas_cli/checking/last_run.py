"""The last run over a whole workspace: if no file has changed since, its report is still right.

This is tried before anything slow is loaded. Most runs check what has not changed, and so take
little more time than reading the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from tas_cli.checking.report import Report
from tas_cli.diagnostics import recalled
from tas_cli.gather.memory import Memory, digest
from tas_cli.source.faults import Fault
from tas_cli.source.files import Found, Reader


class LastRun:
    """The report that is kept for a workspace, under conditions that the caller names."""

    def __init__(self, folder: Path, root: Path, *circumstances: str) -> None:
        self._memory = Memory(folder, "last-run", Report, root, *circumstances)

    @cached_property
    def known(self) -> bool:
        """Whether there is a report."""
        self._memory.recall()
        return bool(self._memory.known)

    def report(self, found: Sequence[Found], root: Path) -> Report | None:
        """Return the report on these files, None if one of them has changed."""
        if not self.known:
            return None
        kept = self._memory.recalled(_named(contents_of(found, root)))
        if kept is None:
            return None
        report = Report._make(kept)
        diagnostics = tuple(map(recalled, kept[0]))
        return report._replace(diagnostics=diagnostics, off=tuple(report.off))

    def keep(self, report: Report, contents: Mapping[str, str]) -> None:
        """Keep the report on files with these contents, by name."""
        name = _named(contents)
        self._memory.fresh[name] = list(report)
        self._memory.keep({name})


def contents_of(found: Iterable[Found], root: Path) -> dict[str, str]:
    """Return, by file, a name for its content or for what prevents reading it."""
    with Reader(root) as reader:
        return {each.name: _content(each, reader) for each in found}


def _content(found: Found, reader: Reader) -> str:
    content = found.fault or reader.look(found.name)
    return content.message if isinstance(content, Fault) else digest(content)


def _named(contents: Mapping[str, str]) -> str:
    """Return one name for all files and their contents."""
    parts = (part for name in sorted(contents) for part in (name, contents[name]))
    return digest("\0".join(parts).encode(errors="surrogatepass"))
