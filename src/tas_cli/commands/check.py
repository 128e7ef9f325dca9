"""`tas check`."""

from __future__ import annotations

from contextlib import redirect_stdout
from typing import Annotated

import typer

from tas_cli.checking.selection import Selection
from tas_cli.commands.check_request import Fixing, Wanted
from tas_cli.commands.completion import opportunities
from tas_cli.commands.inputs import STDIN
from tas_cli.commands.outputs import (
    CheckResult,
    Output,
    ReportFormat,
    outputs_asked_for,
    write_outputs,
)
from tas_cli.commands.unchanged import unchanged
from tas_cli.diagnostics import Severity
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date


def command(  # noqa: PLR0913 - every option is one
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders or short names; - is standard input. Default: the workspace.",
            autocompletion=opportunities,
        ),
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 on warnings as well.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES", help="Run only these checks: TAS201,TAS3 (codes or prefixes)."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Skip these checks.")
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Report only files changed since this commit."),
    ] = None,
    new: Annotated[
        bool,
        typer.Option(
            "--new",
            help="Leave out findings that --changed-since's commit had, or else the last commit.",
        ),
    ] = False,
    formats: Annotated[
        list[ReportFormat] | None,
        typer.Option("--format", help="Report format."),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Write the report to a file; repeat as FORMAT=FILE for several formats.",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings per check instead of listing them.")
    ] = False,
    hints: Annotated[
        bool,
        typer.Option("--hints", help="Show hints; by default, the text report only counts them."),
    ] = False,
    errors_only: Annotated[
        bool, typer.Option("--errors-only", help="Report errors, not warnings and hints.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 even if there are errors.")
    ] = False,
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline", help="Save current findings as a baseline; report only new ones."
        ),
    ] = False,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Ignore the baseline; report all findings.")
    ] = False,
    stdin_name: Annotated[
        str, typer.Option(metavar="NAME", help="File name to report for standard input.")
    ] = STDIN,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="First fix what is safe to fix: signs, misspelled keys, amounts, repeated days.",
        ),
    ] = False,
    fix_keys: Annotated[
        bool,
        typer.Option("--fix-keys", hidden=True, help="The same as --fix."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --fix: show the changes without saving them.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Overwrite a file that is not one of tas's reports or baselines."
        ),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file changes. Ctrl-C stops.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every file; do not use the cache.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Number of processes; one per processor by default."),
    ] = None,
) -> int:
    """Check files, and show how to fix what is wrong.

    Exit status: 1 if there are errors, otherwise 0.
    """
    if not stdin_name:
        raise WrongCall("--stdin-name is empty.", "Leave it out, or give a file name.")
    if errors_only and (strict or hints):
        raise WrongCall("--errors-only leaves out what --strict and --hints ask for.")
    outputs = outputs_asked_for(formats or [], output or [])
    _refuse_places(outputs, force=force)
    wanted = Wanted(
        day=todays_date(),
        selection=Selection(_codes(select), _codes(ignore)),
        changed_since=changed_since,
        new=new,
        baseline=not (no_baseline or write_baseline),
        remember=not no_cache,
        jobs=jobs,
    )
    how = _fixing(
        fix=fix or fix_keys, dry_run=dry_run, reported=bool(formats or output or write_baseline)
    )

    def show(result: CheckResult) -> None:
        asked = result._replace(statistics=statistics, hints=hints, strict=strict)
        write_outputs(asked._replace(errors_only=errors_only), outputs)

    if write_baseline:
        _refuse_partial_baseline(paths, wanted)
    _refuse_standard_input(paths, wanted, watch=watch)
    if watch and (how or output or write_baseline):
        raise _only_reports()
    known = None if watch or paths or how else unchanged(wanted)
    if known is not None and not write_baseline:
        show(known)
        return int(not exit_zero and _wrong(known, strict=strict))
    from tas_cli.commands import full_check  # noqa: PLC0415 - not for what is known

    if watch:
        full_check.watched(paths, wanted, show)
    result, report, refused = full_check.checked(paths, wanted, stdin_name, how)
    if write_baseline:
        return full_check.write_baseline(result, force=force)
    if report is not None:
        with redirect_stdout(report):
            show(result)
    return int(refused or (not exit_zero and _wrong(result, strict=strict)))


def _refuse_places(outputs: list[Output], *, force: bool) -> None:
    """Refuse to replace a file that is not a report, before anything is checked or fixed."""
    files = [output.file for output in outputs if output.file is not None]
    if files:
        from tas_cli.commands.replacing import refuse_output  # noqa: PLC0415 - only for this

        for file in files:
            refuse_output(file, force=force)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    """Return an option's codes; each must be a check's code, or the beginning of one."""
    codes = [code.strip().upper() for each in given or () for code in each.split(",")]
    if not codes:
        return ()
    from tas_cli.rules.catalogue import RULES  # noqa: PLC0415 - loads all rules

    for code in filter(None, codes):
        if not any(rule.code.startswith(code) for rule in RULES):
            raise WrongCall(
                f"there is no check {code}.",
                "`tas explain` lists all checks.",
            )
    return tuple(filter(None, codes))


def _fixing(*, fix: bool, dry_run: bool, reported: bool) -> Fixing | None:
    """Return what to fix, or None if nothing was asked for."""
    if not fix:
        if dry_run:
            raise WrongCall("--dry-run needs --fix.")
        return None
    if dry_run and reported:
        raise WrongCall(
            "--dry-run shows changes, not a report.",
            "Leave out --format, --output and --write-baseline.",
        )
    return Fixing(dry_run)


def _only_reports() -> WrongCall:
    return WrongCall(
        "--watch only reports; it writes no files.",
        "Leave out --fix, --output, --write-baseline and standard input.",
    )


def _refuse_standard_input(paths: list[str] | None, wanted: Wanted, *, watch: bool) -> None:
    """Refuse standard input where it makes no sense."""
    if watch and STDIN in (paths or []):
        raise _only_reports()
    if wanted.new and paths == [STDIN]:
        raise WrongCall("--new compares files with a commit: standard input has no earlier state.")


def _refuse_partial_baseline(paths: list[str] | None, wanted: Wanted) -> None:
    """Refuse to write a baseline of only some files or checks, which would drop the rest."""
    if paths or any(wanted.selection) or wanted.since is not None:
        raise WrongCall(
            "a baseline covers the whole workspace and all checks.",
            "Leave out paths, --select, --ignore, --changed-since and --new.",
        )


def _wrong(result: CheckResult, *, strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(found.severity in failing for found in result.report.diagnostics)
