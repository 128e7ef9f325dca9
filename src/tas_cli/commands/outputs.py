"""Where the report of `tas check` goes: formats, files, and extras for CI platforms."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tas_cli.checking.report import Report
from tas_cli.commands.output_file import write_output
from tas_cli.commands.standard_error import say
from tas_cli.diagnostics import Severity
from tas_cli.kinds import SETTINGS
from tas_cli.places import kind_of, opportunities_in
from tas_cli.refusals import WrongCall
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.paths import slashed
from tas_cli.source.text import Text, decode
from tas_cli.views.findings import in_words


class ReportFormat(StrEnum):
    """The formats of a report."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"
    junit = "junit"
    gitlab = "gitlab"


_FROM_REPOSITORY = (ReportFormat.github, ReportFormat.sarif, ReportFormat.gitlab)
"""The formats in which file names are relative to the repository's root."""
_LISTED = (Severity.ERROR, Severity.WARNING)
"""What text lists unless asked for hints."""


class Output(NamedTuple):
    """One output of the report: its format, and its file or else standard output."""

    format: ReportFormat
    file: Path | None = None


class CheckResult(NamedTuple):
    """What to print: the report, all files checked, and the options of the call.

    With `statistics` only counts are printed, with `hints` hints as well, with `errors_only`
    neither hints nor warnings; if `strict`, warnings are failures.

    `root` is the workspace's root, and no line from outside it is shown. `repository` is the folder
    that platforms name files from. `typed` has the text from standard input by name.
    """

    report: Report
    files: tuple[str, ...]
    root: Path
    repository: Path
    statistics: bool = False
    hints: bool = False
    errors_only: bool = False
    strict: bool = False
    typed: dict[str, bytes] = {}  # noqa: RUF012 - never changed

    @property
    def listed(self) -> Report:
        """The report with the findings that programs are given."""
        return self.report.only(Severity.ERROR) if self.errors_only else self.report


def outputs_asked_for(formats: list[ReportFormat], files: list[str]) -> list[Output]:
    """Pair formats and files: `FORMAT=FILE` names both, a bare file takes the one format given."""
    bare: list[Path] = []
    outputs: list[Output] = []
    for file in files:
        name, equals, path = file.partition("=")
        if equals and name in list(ReportFormat) and path:
            outputs.append(Output(ReportFormat(name), Path(path)))
        elif equals and name.isalpha():
            raise WrongCall(
                f"--output {file}: "
                + ("the file name is missing." if not path else f"unknown format {name}."),
                f"Write FORMAT=FILE; the formats are {', '.join(ReportFormat)}.",
            )
        else:
            bare.append(Path(file))
    if len(bare) > 1 or (bare and len(formats) > 1):
        raise WrongCall(
            "it is unclear which format goes to which file.",
            "Use --output FORMAT=FILE for each: --output sarif=report.sarif.",
        )
    if len(formats) > 1:
        raise WrongCall(
            "only one format can go to standard output.",
            "Write the others to files: --output sarif=report.sarif --output junit=report.xml.",
        )
    if bare:
        return [*outputs, Output(formats[0] if formats else ReportFormat.text, bare[0])]
    return [*outputs, *_to_screen(formats)]


def _to_screen(formats: list[ReportFormat]) -> list[Output]:
    """Return what goes to standard output; a GitHub job gets annotations as well."""
    shown = [Output(each) for each in formats] or [Output(ReportFormat.text)]
    if not formats and os.environ.get("GITHUB_ACTIONS"):
        shown.append(Output(ReportFormat.github))
    return shown


def write_outputs(result: CheckResult, outputs: list[Output]) -> None:
    """Write every output to its destination."""
    for output in outputs:
        text = _rendered(result, output)
        if output.file is None:
            sys.stdout.write(text)
        else:
            write_output(output.file, text)
        if output.format is ReportFormat.github:
            _step_summary(result)


def _step_summary(result: CheckResult) -> None:
    """Add to the page that GitHub shows for a job."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from tas_cli.views.github.summary import step_summary  # noqa: PLC0415 - only for GitHub

    try:
        with Path(file).open("a", encoding="utf-8") as page:
            page.write(step_summary(_for_platforms(result)))
    except OSError as error:  # the report itself is printed anyway
        reason = error.strerror or str(error)
        say(f"tas: cannot write GitHub's job summary to {file}: {reason}.")


def names_from(folder: Path, report: Report) -> dict[str, str]:
    """Return the names, relative to a folder and with slashes, of the files with findings."""
    files = {found.file for found in report.diagnostics}
    return {file: slashed(file, folder) for file in files}


def _for_platforms(result: CheckResult) -> Report:
    return result.listed.renamed(names_from(result.repository, result.report))


def _rendered(result: CheckResult, output: Output) -> str:
    if output.format is ReportFormat.text:
        return _text(result, plain=output.file is not None)
    from tas_cli.commands.platforms import rendered  # noqa: PLC0415 - not needed for text

    report = _for_platforms(result) if output.format in _FROM_REPOSITORY else result.listed
    return rendered(
        report, output.format, result.files, statistics=result.statistics, strict=result.strict
    )


def _text(result: CheckResult, *, plain: bool) -> str:
    shown = result.listed if result.hints else result.listed.only(*_LISTED)
    if not shown.diagnostics and not result.statistics:
        return in_words(result.report) + _remarks(result) + "\n"
    from tas_cli.commands import text_report  # noqa: PLC0415 - not needed in the usual case, as above

    if result.statistics:
        return text_report.statistics_text(result.listed, plain=plain)
    summary = in_words(result.report) + _remarks(result)
    texts = partial(text_of, root=result.root, typed=result.typed)
    return text_report.findings_text(shown, texts, summary, plain=plain)


def _remarks(result: CheckResult) -> str:
    """Return the remarks: what is not listed, and that there is no deal yet."""
    return _not_listed(result) + (" There are no deals yet." if _without_deals(result) else "")


def _not_listed(result: CheckResult) -> str:
    if result.listed != result.report:
        return " Only errors are listed."
    hints = result.report.count(Severity.INFO)
    return " Add --hints to see the hints." if hints and not result.hints else ""


def _without_deals(result: CheckResult) -> bool:
    """Whether only the settings were checked, because there is no deal yet."""
    if result.typed or not all(kind_of(file, result.root) is SETTINGS for file in result.files):
        return False
    return not any(opportunities_in(result.root))


def text_of(
    file: str, root: Path, typed: Mapping[str, bytes] = MappingProxyType({})
) -> Text | None:
    """Return a file's current text, to show its lines; `typed` has the bytes of typed files.

    A link that leads out of the workspace has no text: its target must not be printed.
    """
    try:
        data = typed[file] if file in typed else read_bytes(file, root)
        return decode(data, errors="replace")
    except Unreadable:
        return None
