"""A baseline: the findings that an existing workspace may keep, counted by file and rule.

As long as a file has no more findings of a rule than were counted, they are not reported. With one
more, all of them are, since it is unclear which one is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic
from tas_cli.source.private import parsed

FILE = "tas-baseline.json"
"""Its name, at the root of a workspace, where it is committed."""
MAX_BYTES = 16 * 1024 * 1024
"""More than tens of thousands of files need."""
Baseline = Mapping[str, Mapping[str, int]]
"""Numbers of findings by file (relative to the root, with slashes) and code."""


class NotABaselineError(ValueError):
    """The text is not a baseline."""


def counted(report: Report) -> Baseline:
    """Return the baseline for a report; its file names are relative to the root."""
    numbers = Counter((found.file, found.code) for found in report.diagnostics)
    counted: dict[str, dict[str, int]] = {}
    for (file, code), number in sorted(numbers.items()):
        counted.setdefault(file, {})[code] = number
    return counted


def written(baseline: Baseline) -> str:
    """Return a baseline as the text of its file: one line per file and code, so it merges well."""
    return json.dumps({"version": 1, "findings": baseline}, indent=1, sort_keys=True) + "\n"


def read_baseline(text: str) -> Baseline:
    """Read what `written` wrote.

    Raises:
        NotABaselineError: the text is something else.
    """
    try:
        document: Any = parsed(text)
        findings: Any = document["findings"] if document["version"] == 1 else None
        return {
            str(file): {str(code): int(number) for code, number in codes.items()}
            for file, codes in findings.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotABaselineError from None


def without_known(report: Report, names: Mapping[str, str], baseline: Baseline) -> Report:
    """Return the report without what a baseline allows; `names` are relative to the root."""
    numbers = Counter((found.file, found.code) for found in report.diagnostics)

    def known(found: Diagnostic) -> bool:
        allowed = baseline.get(names.get(found.file, found.file), {}).get(found.code, 0)
        return numbers[found.file, found.code] <= allowed

    left = tuple(found for found in report.diagnostics if not known(found))
    silenced = report.silenced + len(report.diagnostics) - len(left)
    return report._replace(diagnostics=left, silenced=silenced)


def unneeded(report: Report, names: Mapping[str, str], baseline: Baseline) -> int:
    """Return how many findings a baseline allows that are gone; `names` as above."""
    numbers = Counter((names.get(each.file, each.file), each.code) for each in report.diagnostics)
    return sum(
        max(0, allowed - numbers[file, code])
        for file, codes in baseline.items()
        for code, allowed in codes.items()
    )
