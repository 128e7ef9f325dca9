"""`tas rate`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tas_cli.commands.completion_names import cells
from tas_cli.commands.edit_support import (
    DryRun,
    Target,
    agreed,
    all_given,
    can_ask,
    change,
    day_that_has_come,
    endings,
    given,
    target,
    tell,
)
from tas_cli.commands.inputs import bytes_given
from tas_cli.commands.options import Format, Formatted, Opportunity, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from datetime import date

    from tas_cli.edits.batch import Batch
    from tas_cli.edits.rate_arguments import Details
    from tas_cli.writing import Written


Ratings = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CELL=SIGN",
        help="Criterion[:party]=sign: 5=+ 12=u 9:x-sys=-; us where no party is named.",
        autocompletion=cells,
        show_default=False,
    ),
]
What = Annotated[str | None, typer.Option(metavar="TEXT", help="What was said, written or done.")]
Who = Annotated[str | None, typer.Option(metavar="TEXT", help="Who said or did it: name and role.")]
When = Annotated[str | None, typer.Option(metavar="DATE", help="The day it was said or seen.")]
Link = Annotated[str | None, typer.Option(metavar="URL", help="Where it can be looked up.")]
Note = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help='Anything else worth remembering; "" takes it away.'),
]
Confirm = Annotated[
    str | None,
    typer.Option(metavar="CELLS", help="Cells that still hold as they are: 7,8,9:x-sys."),
]
On = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The assessment's day; today if left out."),
]
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who judges; the deal's owner if left out.")
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="FILE", help="A table of ratings; - is standard input."),
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Remove the day's evidence where its sign changes.")
]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    ratings: Ratings = None,
    *,
    evidence: What = None,
    who: Who = None,
    when: When = None,
    link: Link = None,
    note: Note = None,
    confirm: Confirm = None,
    on: On = None,
    by: By = None,
    table: From = None,
    replace: Replace = False,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Rate cells, confirm them, and add evidence, from a line or a table.

    A sign is + - or ?, or p m u where the shell would take it for something else. Evidence and
    note go to the one cell that is named. A second call for one day adds to that day's assessment;
    another sign for a cell that it has evidence for removes that evidence, and is asked about.

    A table is CSV with a header, or JSON lines. Columns: criterion, rating, and where you have
    them party, evidence, who, when, link, note, date. An empty party is us.

    Example: tas rate acme-crm 12=+ --evidence "Asked us for a proposal" --who "J. Meyer, COO"
    """
    with endings():
        to = target(opportunity)
        details = _details(evidence, who, when, link, note)
        named, still = all_given(ratings, "CELL=SIGN"), given(confirm, "--confirm")
        day = day_that_has_come(on)
        if table is None:
            wanted = _from_call(named, still or "", details, to, day)
        else:
            _refuse_beside_a_table(others=bool(named or still or details.given))
            wanted = _from_table(table, to, day)
        how = _How(given(by, "--by"), replace, dry_run, output)
        _rate(to, wanted, how)


def _details(*texts: str | None) -> Details:
    """Return what the options say of a cell; only a note can be given as empty."""
    from tas_cli.edits.rate_arguments import Details  # noqa: PLC0415

    names = Details._fields
    found = Details(*(given(text, f"--{name}") for name, text in zip(names, texts, strict=True)))
    return found if texts[-1] is None else found._replace(note=found.note or "")


def _from_call(
    named: list[str], still: str, details: Details, to: Target, day: date
) -> list[Batch]:
    from tas_cli.edits.rate_arguments import batch  # noqa: PLC0415

    return [batch(named, still, details, to.opportunity, (day, today_or_stop()))]


def _from_table(name: str, to: Target, day: date) -> list[Batch]:
    from tas_cli.edits.table import MAX_BYTES, rows  # noqa: PLC0415
    from tas_cli.edits.table_ratings import batches  # noqa: PLC0415

    return batches(rows(bytes_given(name, MAX_BYTES)), to.opportunity, day, today_or_stop())


def _refuse_beside_a_table(*, others: bool) -> None:
    if others:
        raise Stop(
            "--from goes without other ratings: the table says it all.",
            status=WRONG_CALL,
            help="Evidence and notes are columns of it.",
        )


class _How(NamedTuple):
    """By whom ratings are written, and in which way."""

    by: str | None
    replace: bool
    dry_run: bool
    output: Format


def _rate(to: Target, wanted: list[Batch], how: _How) -> None:
    from tas_cli.edits.outcome import cells_of, outcome  # noqa: PLC0415

    written = _written(to, wanted, how)
    days = [batch.day for batch in wanted]
    for assessment in written.was.assessments:
        if how.by and assessment.date in days and assessment.by != how.by:
            kept = f"keeps its author: {assessment.by or 'none'}"
            sys.stderr.write(f"{Stop(f'the assessment of {assessment.date} {kept}.')}\n")
    told = outcome(to.id, written, to.workspace.settings, today_or_stop(), dry_run=how.dry_run)
    tell(told._replace(cells=cells_of(told, wanted)), how.output)


def _written(to: Target, wanted: list[Batch], how: _How) -> Written:
    """Write the ratings, after asking about what others rated meanwhile, and what would be lost."""
    from tas_cli.edits.batch import Clash, Discard, rate_all  # noqa: PLC0415

    looked_at, author = to.opportunity, how.by or to.opportunity.owner
    replace = how.replace or how.dry_run
    while True:
        try:
            return change(
                to,
                lambda now: rate_all(looked_at, now, wanted, author, replace=replace),  # noqa: B023 - it is called at once
                settled=True,
                dry_run=how.dry_run,
            )
        except Clash as clash:
            _ask_or_stop(
                Stop(
                    "somebody else rated the same meanwhile:",
                    lines=clash.lines,
                    help="Nothing was written. Give the command again if yours still holds.",
                ),
                "Write yours all the same?",
                how.output,
            )
            looked_at = clash.now
        except Discard as discard:
            _ask_or_stop(
                Stop(
                    "a new sign removes the day's evidence:",
                    lines=discard.lines,
                    status=WRONG_CALL,
                    help="Nothing was written. --replace removes it; another --date keeps both.",
                ),
                "Remove it?",
                how.output,
            )
            replace = True


def _ask_or_stop(stop: Stop, question: str, output: Format) -> None:
    """Go on only where somebody says yes; without anybody to ask, stop."""
    if not can_ask(output):
        raise stop from None
    sys.stderr.write(f"{Stop(stop.message, lines=stop.lines)}\n")
    if not agreed(question, otherwise="n"):
        raise typer.Abort
