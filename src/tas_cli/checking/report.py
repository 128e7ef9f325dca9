"""What checking a number of files comes to: the one thing that every output is made from."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.diagnostics import Diagnostic, Severity


class Report(NamedTuple):
    """All findings in the order of output, and how many files were looked at.

    The names of files are those that the output is to show. `silenced` counts what the settings,
    ignore comments and a baseline took out. `off` are the codes, or beginnings of codes, that the
    settings switch off; `unneeded` counts what a baseline lets off and is not there any more.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    silenced: int = 0
    off: tuple[str, ...] = ()
    unneeded: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(found.severity is severity for found in self.diagnostics)

    def without_hints(self) -> Report:
        """Return the report with its errors and warnings alone."""
        left = tuple(each for each in self.diagnostics if each.severity is not Severity.INFO)
        return self._replace(diagnostics=left)

    def renamed(self, names: dict[str, str]) -> Report:
        """Return the report with other names for its files."""
        return self._replace(
            diagnostics=tuple(
                found._replace(file=names.get(found.file, found.file)) for found in self.diagnostics
            )
        )
