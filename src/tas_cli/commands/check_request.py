"""What a call of `tas check` asks for, and what its report leaves out."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tas_cli.checking import baseline
from tas_cli.checking.baseline import Baseline
from tas_cli.checking.report import Report
from tas_cli.checking.selection import Selection
from tas_cli.commands.outputs import CheckResult, names_from
from tas_cli.diagnostics import in_order
from tas_cli.kinds import SETTINGS
from tas_cli.places import shown_name
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.git import GitFailed, Since, since
from tas_cli.source.paths import slashed

_NAME_A_COMMIT = (
    "Name a commit, tag or branch of this repository. A CI job may have to fetch it first."
)
COMPARED_BY_CONTENT = "TAS507"
"""Two deals with one name."""
_SIDE_BY_SIDE = ("TAS505", COMPARED_BY_CONTENT, "TAS630")
"""Two files with one id as well, and an account that a deal cannot use."""


class Wanted(NamedTuple):
    """What the call asks for."""

    day: date
    selection: Selection = Selection()
    changed_since: str | None = None
    new: bool = False
    baseline: bool = True
    remember: bool = True
    jobs: int | None = None

    @property
    def since(self) -> str | None:
        """The commit to compare with: the one named, or the last if only what is new is wanted."""
        return "HEAD" if self.new and self.changed_since is None else self.changed_since


class Fixing(NamedTuple):
    """How to fix: with `dry_run` only show the changes."""

    dry_run: bool


def left_out(result: CheckResult, root: Path, wanted: Wanted) -> CheckResult:
    """Leave out the findings in the baseline, files that have not changed, and what is not new.

    Findings that compare files do not need a changed one: either may be the one that changed.
    """
    report = _without_baseline(result, root, wanted)
    if wanted.since is None:
        return result._replace(report=report)
    then = _then(root, wanted.since, named=wanted.changed_since is not None)
    changed = then.changed(result.files)
    report = _with_rewritten(report, then, changed, root, wanted)
    if then.changed([str(root / SETTINGS.file)]):
        changed = result.files  # settings affect every file
    else:
        report = _about(changed, report)
    if wanted.new:
        report = _only_new(report, then, root, wanted)
    return result._replace(report=report, files=changed)


def _about(files: tuple[str, ...], report: Report) -> Report:
    """Return the report about these files alone."""
    names = {shown_name(file) for file in files}
    always = _SIDE_BY_SIDE if files else ()
    left = tuple(each for each in report.diagnostics if each.file in names or each.code in always)
    return report._replace(diagnostics=left, files=len(files))


def _only_new(report: Report, then: Since, root: Path, wanted: Wanted) -> Report:
    if not report.diagnostics:
        return report
    from tas_cli.commands.earlier_findings import only_new  # noqa: PLC0415 - loads the models

    return only_new(report, then, root, wanted)


def _without_baseline(result: CheckResult, root: Path, wanted: Wanted) -> Report:
    """Return the report without the findings in the baseline, and count those that are gone."""
    known = _baseline(root) if wanted.baseline else {}
    if not known:
        return result.report
    names = names_from(root, result.report)
    unneeded = baseline.unneeded(result.report, names, _covered(known, result, root, wanted))
    return baseline.without_known(result.report, names, known)._replace(unneeded=unneeded)


def _baseline(root: Path) -> Baseline:
    path = root / baseline.FILE
    if not os.path.lexists(path):
        return {}
    try:
        return baseline.read_baseline(read_bytes(path, root, baseline.MAX_BYTES).decode())
    except (Unreadable, UnicodeDecodeError, baseline.NotABaselineError):
        raise Refusal(
            f"{shown_name(path)} is not a valid baseline.",
            "Replace it with `tas check --write-baseline --force`, or delete it.",
        ) from None


def _covered(known: Baseline, result: CheckResult, root: Path, wanted: Wanted) -> Baseline:
    """Return the part of a baseline that a run covers: its files, deleted files, its checks."""
    files = {slashed(file, root) for file in result.files}
    wants = wanted.selection.wants
    return {
        file: {code: number for code, number in codes.items() if wants(code)}
        for file, codes in known.items()
        if file in files or not os.path.lexists(root / file)
    }


def _with_rewritten(
    report: Report, then: Since, files: tuple[str, ...], root: Path, wanted: Wanted
) -> Report:
    """Return the report with the findings about rewritten history in the changed files."""
    if not files:
        return report
    from tas_cli.commands.rewriting import rewritten_since  # noqa: PLC0415 - loads the models

    more = rewritten_since(then, files, root, wanted)
    return report._replace(diagnostics=tuple(in_order([*report.diagnostics, *more])))


def _then(root: Path, reference: str, *, named: bool) -> Since:
    try:
        return since(root, reference)
    except GitFailed as error:
        call = f"--changed-since {reference}" if named else "--new: no commit to compare with"
        advice = _NAME_A_COMMIT if named else "To check everything: tas check"
        advice = "" if error.advice else advice
        raise WrongCall(f"{call}: {error}.", advice, lines=error.advice) from None
