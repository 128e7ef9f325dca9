"""`tas check`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from tas_cli.commands.check_request import Wanted
from tas_cli.commands.completion import opportunities
from tas_cli.commands.inputs import STDIN, bytes_given
from tas_cli.commands.outputs import Output, ReportFormat, Told, outputs_asked_for, tell
from tas_cli.commands.replacing import refuse_output
from tas_cli.commands.standard_error import say
from tas_cli.commands.unchanged import unchanged
from tas_cli.commands.watching import watch
from tas_cli.diagnostics import Severity
from tas_cli.refusals import WrongCall
from tas_cli.source.files import MAX_BYTES
from tas_cli.today import todays_date

if TYPE_CHECKING:
    from tas_cli.commands.fixing import Fixing


def command(  # noqa: PLR0913 - every option is one
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…",
            help="Files, folders or ids, - for standard input; the whole workspace if left out.",
            autocompletion=opportunities,
        ),
    ] = None,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Only these checks: TAS201,TAS3 (a code, or a family)."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Every check but these.")
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Tell only of files that differ from this commit."),
    ] = None,
    formats: Annotated[
        list[ReportFormat] | None,
        typer.Option("--format", help="How to print the report."),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE", help="Write to a file; FORMAT=FILE for another format beside it."
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="How often each check found something, no more.")
    ] = False,
    hints: Annotated[
        bool, typer.Option("--hints", help="Show the hints, too; text only counts them.")
    ] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with status 0 whatever is found.")
    ] = False,
    write_baseline: Annotated[
        bool,
        typer.Option("--write-baseline", help="Let off all that is found now; only more counts."),
    ] = False,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Tell also what the baseline lets off.")
    ] = False,
    stdin_name: Annotated[
        str, typer.Option(metavar="NAME", help="What to call the file from standard input.")
    ] = STDIN,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend rating signs and missing schema lines first.")
    ] = False,
    fix_keys: Annotated[
        bool, typer.Option("--fix-keys", help="Rename misspelt keys, too, where it is clear how.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --fix: show the change, and write nothing.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that is no report or baseline of tas.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every file anew, and remember nothing.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes to use; one for each processor.")
    ] = None,
) -> int:
    """Check files, and show how to fix what is wrong.

    Exit status 1 where errors were found.
    """
    if not stdin_name:
        raise WrongCall("--stdin-name is empty.", "Leave it out, or name a file.")
    outputs = outputs_asked_for(formats or [], output or [])
    _refuse_places(outputs, force=force)
    wanted = Wanted(
        day=todays_date(),
        select=_codes(select),
        ignore=_codes(ignore),
        changed_since=changed_since,
        baseline=not (no_baseline or write_baseline),
        remember=not no_cache,
        jobs=jobs,
    )
    how = _fixing(
        fix=fix, keys=fix_keys, dry_run=dry_run, reported=bool(formats or output or write_baseline)
    )

    def show(told: Told) -> None:
        tell(told._replace(statistics=statistics, hints=hints, strict=strict), outputs)

    if write_baseline:
        _refuse_a_part(paths, wanted)
    if watch:
        others = bool(how or output or write_baseline or STDIN in (paths or []))
        _watch(paths, wanted, show, others=others)
    told, report, refused = _checked(paths, wanted, stdin_name, how)
    if write_baseline:
        return _kept_as_baseline(told, force=force)
    if report is not None:
        with redirect_stdout(report):
            show(told)
    return int(refused or (not exit_zero and _wrong(told, strict=strict)))


def _refuse_places(outputs: list[Output], *, force: bool) -> None:
    """Refuse to replace a file that is not a report, before anything is checked or fixed."""
    for output in outputs:
        if output.file is not None:
            refuse_output(output.file, force=force)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    """Return an option's codes; each must be a check's code, or the beginning of one."""
    codes = [code.strip().upper() for each in given or () for code in each.split(",")]
    if not codes:
        return ()
    from tas_cli.rules.catalogue import RULES  # noqa: PLC0415 - a hundred modules

    for code in filter(None, codes):
        if not any(rule.code.startswith(code) for rule in RULES):
            raise WrongCall(
                f"there is no check {code}.",
                "`tas explain` lists them; `tas explain TAS201` explains one.",
            )
    return tuple(filter(None, codes))


def _fixing(*, fix: bool, keys: bool, dry_run: bool, reported: bool) -> Fixing | None:
    """Return what to fix, or None if nothing was asked for."""
    if not (fix or keys):
        if dry_run:
            raise WrongCall("--dry-run goes with --fix.")
        return None
    if dry_run and reported:
        raise WrongCall(
            "--dry-run shows a difference and no report.",
            "Leave out --format, --output and --write-baseline.",
        )
    from tas_cli.commands.fixing import Fixing  # noqa: PLC0415 - as in _checked

    return Fixing(keys, dry_run)


def _refuse_a_part(paths: list[str] | None, wanted: Wanted) -> None:
    """Refuse to write a baseline of only some files or checks, which would drop the rest."""
    if paths or wanted.select or wanted.ignore or wanted.changed_since is not None:
        raise WrongCall(
            "a baseline is of the whole workspace and of all checks.",
            "Leave out paths, --select, --ignore and --changed-since.",
        )


def _watch(
    paths: list[str] | None, wanted: Wanted, show: Callable[[Told], None], *, others: bool
) -> NoReturn:
    if others:
        raise WrongCall(
            "--watch only looks on.",
            "Leave out --fix, --output, --write-baseline and standard input.",
        )
    from tas_cli.commands.checked import check_files  # noqa: PLC0415 - as in _checked

    watch(paths, lambda: check_files(paths, wanted._replace(day=todays_date())), show)


def _checked(
    paths: list[str] | None, wanted: Wanted, stdin_name: str, how: Fixing | None
) -> tuple[Told, TextIO | None, bool]:
    """Return what to report, where to print it, and whether a file could not be fixed."""
    if not paths and how is None:
        told = unchanged(wanted)
        if told is not None:
            return told, sys.stdout, False
    # Loads the checks and the models, which the last run's report, as above, does not need.
    from tas_cli.commands.checked import check_files, check_typed  # noqa: PLC0415 - as above

    typed = bytes_given(STDIN, MAX_BYTES) if paths == [STDIN] else None
    if how is not None:
        from tas_cli.commands.fixing import fix_files, fix_typed  # noqa: PLC0415 - only for this

        if typed is None:
            return fix_files(paths, wanted, how)
        return fix_typed(typed, stdin_name, wanted, how)
    if typed is None:
        return check_files(paths, wanted), sys.stdout, False
    return check_typed(typed, stdin_name, wanted), sys.stdout, False


def _kept_as_baseline(told: Told, *, force: bool) -> int:
    from tas_cli.commands.checked import keep_baseline  # noqa: PLC0415 - as in _checked

    say(f"tas: {keep_baseline(told, force=force)}")
    return 0


def _wrong(told: Told, *, strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(found.severity in failing for found in told.report.diagnostics)
