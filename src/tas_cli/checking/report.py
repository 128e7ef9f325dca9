"""The result of checking some files, which every output is made from."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.diagnostics import Diagnostic, Severity


class Report(NamedTuple):
    """All findings in the order of output, and how many files were checked.

    Files have the names that the output shows. `silenced` counts the findings that a baseline
    hides, `unneeded` those that it allows and that are gone, `before` the errors and warnings that
    are left out because they are not new. `off` are the codes, or beginnings of codes, that the
    settings turn off.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    silenced: int = 0
    off: tuple[str, ...] = ()
    unneeded: int = 0
    before: int = 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(found.severity is severity for found in self.diagnostics)

    def only(self, *severities: Severity) -> Report:
        """Return the report with only the findings of these severities."""
        left = tuple(each for each in self.diagnostics if each.severity in severities)
        return self._replace(diagnostics=left)

    def renamed(self, names: dict[str, str]) -> Report:
        """Return the report with other names for its files."""
        return self._replace(
            diagnostics=tuple(
                found._replace(file=names.get(found.file, found.file)) for found in self.diagnostics
            )
        )
