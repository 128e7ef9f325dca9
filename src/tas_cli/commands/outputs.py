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
from tas_cli.commands.standard_error import say, unwritable
from tas_cli.diagnostics import Severity
from tas_cli.kinds import SETTINGS
from tas_cli.places import kind_of, opportunities_in
from tas_cli.refusals import WrongCall
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.paths import slashed
from tas_cli.source.save import write_new_or_replace
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


class Output(NamedTuple):
    """One output of the report: its format, and its file or else standard output."""

    format: ReportFormat
    file: Path | None = None


class Told(NamedTuple):
    """What to print: the report, all files checked, and the options of the call.

    With `statistics` only counts are printed, with `hints` hints as well; if `strict`, warnings are
    failures.

    `root` is the workspace's root, and no line from outside it is shown. `repository` is the folder
    that platforms name files from. `typed` has the text from standard input by name.
    """

    report: Report
    files: tuple[str, ...]
    root: Path
    repository: Path
    statistics: bool = False
    hints: bool = False
    strict: bool = False
    typed: dict[str, bytes] = {}  # noqa: RUF012 - never changed


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


def tell(told: Told, outputs: list[Output]) -> None:
    """Write every output to its destination."""
    for output in outputs:
        text = _rendered(told, output)
        if output.file is None:
            sys.stdout.write(text)
        else:
            _write(output.file, text)
        if output.format is ReportFormat.github:
            _step_summary(told)


def _write(path: Path, text: str) -> None:

    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")  # a device or a pipe must not be replaced
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new_or_replace(path, text.encode())
    except OSError as error:
        raise unwritable(path, error) from None


def _step_summary(told: Told) -> None:
    """Add to the page that GitHub shows for a job."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from tas_cli.views.github.summary import step_summary  # noqa: PLC0415 - only for GitHub

    try:
        with Path(file).open("a", encoding="utf-8") as page:
            page.write(step_summary(_for_platforms(told)))
    except OSError as error:  # the report itself is printed anyway
        reason = error.strerror or str(error)
        say(f"tas: cannot write GitHub's job summary to {file}: {reason}.")


def names_from(folder: Path, report: Report) -> dict[str, str]:
    """Return the names, relative to a folder and with slashes, of the files with findings."""
    files = {found.file for found in report.diagnostics}
    return {file: slashed(file, folder) for file in files}


def _for_platforms(told: Told) -> Report:
    return told.report.renamed(names_from(told.repository, told.report))


def _rendered(told: Told, output: Output) -> str:
    if output.format is ReportFormat.text:
        return _text(told, plain=output.file is not None)
    from tas_cli.commands.platforms import rendered  # noqa: PLC0415 - not needed for text

    report = _for_platforms(told) if output.format in _FROM_REPOSITORY else told.report
    return rendered(
        report, output.format, told.files, statistics=told.statistics, strict=told.strict
    )


def _text(told: Told, *, plain: bool) -> str:
    shown = told.report if told.hints else told.report.without_hints()
    if not shown.diagnostics and not told.statistics:
        return in_words(told.report) + _remarks(told) + "\n"
    from tas_cli.commands import text_report  # noqa: PLC0415 - not needed in the usual case, as above

    if told.statistics:
        return text_report.statistics_text(told.report, plain=plain)
    summary = in_words(told.report) + _remarks(told)
    texts = partial(text_of, root=told.root, typed=told.typed)
    return text_report.findings_text(shown, texts, summary, plain=plain)


def _remarks(told: Told) -> str:
    """Return the remarks: how to see hidden hints, and that there is no deal yet."""
    hints = told.report.count(Severity.INFO)
    unshown = " Add --hints to see the hints." if hints and not told.hints else ""
    return unshown + (" There are no deals yet." if _without_deals(told) else "")


def _without_deals(told: Told) -> bool:
    """Whether only the settings were checked, because there is no deal yet."""
    if told.typed or not all(kind_of(file, told.root) is SETTINGS for file in told.files):
        return False
    return not any(opportunities_in(told.root))


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
