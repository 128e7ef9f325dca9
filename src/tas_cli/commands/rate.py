"""`tas rate`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.changing import (
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
from tas_cli.commands.completion import cells
from tas_cli.commands.options import Format, Formatted, Opportunity, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from datetime import date

    from tas_cli.edits.batch import Batch
    from tas_cli.model.opportunity import Evidence
    from tas_cli.writing import Written

_STDIN = "-"


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    ratings: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CELL=SIGN",
            help="Criterion[:party]=sign: 5=+ 12=u 9:x-sys=-; us where no party is named.",
            autocompletion=cells,
            show_default=False,
        ),
    ] = None,
    *,
    evidence: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What was said, written or done.")
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Who said or did it: name and role.")
    ] = None,
    when: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was said or seen.")
    ] = None,
    link: Annotated[
        str | None, typer.Option(metavar="URL", help="Where it can be looked up.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Anything else worth remembering.")
    ] = None,
    confirm: Annotated[
        str | None,
        typer.Option(metavar="CELLS", help="Cells that still hold as they are: 7,8,9:x-sys."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The assessment's day; today if left out."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who judges; the deal's owner if left out.")
    ] = None,
    table: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="A table of ratings; - is standard input."),
    ] = None,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Rate cells, confirm them, and add evidence, from a line or a table.

    A sign is + - or ?, or p m u where the shell would take it for something else. Evidence and
    note go to the one cell that is named. A second call for one day adds to that day's assessment.

    A table is CSV with a header, or JSON lines. Columns: criterion, rating, and where you have
    them party, evidence, who, when, link, note, date. docs/rating-table.md says more.

    Example: tas rate acme-crm 12=+ --evidence "Asked us for a proposal" --who "J. Meyer, COO"
    """
    with endings():
        to = target(opportunity)
        texts = {"evidence": evidence, "who": who, "when": when, "link": link, "note": note}
        details = {name: given(text, f"--{name}") for name, text in texts.items()}
        named, confirmed = all_given(ratings, "CELL=SIGN"), given(confirm, "--confirm")
        day = day_that_has_come(on)
        if table is not None:
            _alone([*named, confirmed, *details.values()])
            wanted = _from_table(table, to, day)
        else:
            wanted = _from_call(named, confirmed, details, to, day)
        _rate(to, wanted, given(by, "--by"), dry_run=dry_run, output=output)


def _rate(
    to: Target, wanted: list[Batch], by: str | None, *, dry_run: bool, output: Format
) -> None:
    from tas_cli.edits.outcome import cells_of, outcome  # noqa: PLC0415

    today = today_or_stop()
    author = by or to.opportunity.owner
    written = _written(to, wanted, author, dry_run=dry_run, output=output)
    days = [batch.day for batch in wanted]
    for assessment in written.was.assessments:
        if by and assessment.date in days and assessment.by != by:
            kept = f"keeps its author: {assessment.by or 'none'}"
            sys.stderr.write(f"{Stop(f'the assessment of {assessment.date} {kept}.')}\n")
    told = outcome(to.id, written, today, dry_run=dry_run)
    tell(told._replace(cells=cells_of(written, wanted, today)), output)


def _written(
    to: Target, wanted: list[Batch], by: str | None, *, dry_run: bool, output: Format
) -> Written:
    """Write the ratings; where somebody else rated the same cell meanwhile, ask which one holds."""
    from tas_cli.edits.batch import Clash, rate_all  # noqa: PLC0415

    looked_at = to.opportunity
    while True:
        try:
            return change(to, lambda now: rate_all(looked_at, now, wanted, by), dry_run=dry_run)  # noqa: B023 - it is called at once
        except Clash as clash:
            lines = "\n".join(["somebody else rated the same meanwhile:", *clash.lines])
            if not can_ask(output):
                raise Stop(
                    lines,
                    help="Nothing was written. Give the command again if yours still holds.",
                ) from None
            sys.stderr.write(f"{Stop(lines)}\n")
            if not agreed("Write yours all the same?", otherwise="n"):
                raise typer.Abort from None
            looked_at = clash.now


def _from_call(
    named: list[str],
    confirmed: str | None,
    details: dict[str, str | None],
    to: Target,
    day: date,
) -> list[Batch]:
    """Return what the words of the call rate and confirm."""
    from tas_cli.edits import cells as written  # noqa: PLC0415
    from tas_cli.edits.batch import Batch  # noqa: PLC0415

    found = [written.rated(text, to.opportunity) for text in named]
    still = [text for text in (confirmed or "").split(",") if text.strip()]
    found += [written.confirmed(text, to.opportunity, day) for text in still]
    if not found:
        raise Stop(
            "nothing is rated.",
            status=WRONG_CALL,
            help="Write CRITERION=SIGN, such as 5=+, or --confirm 7,8, or --from FILE.",
        )
    places = [(cell.criterion, cell.party) for cell in found]
    for number, place in enumerate(places):
        if place in places[:number]:
            said = written.said(*place, to.opportunity)
            raise Stop(f"{said} is named twice.", status=WRONG_CALL)
    entry, note = _entry(details), details["note"]
    if entry or note:
        if len(found) > 1:
            raise Stop(
                f"{'evidence' if entry else 'a note'} belongs to one cell, and {len(found)} are"
                " named.",
                status=WRONG_CALL,
                help="Rate the others in a call of their own; it adds to the same assessment.",
            )
        found = [found[0]._replace(evidence=(entry,) if entry else (), note=note)]
    return [Batch(day, tuple(found))]


def _entry(details: dict[str, str | None]) -> Evidence | None:
    from tas_cli.edits.evidence import evidence  # noqa: PLC0415

    texts = {name: details[name] for name in ("who", "when", "link")}
    return evidence(details["evidence"], **texts, today=today_or_stop())


def _alone(others: list[str | None]) -> None:
    if any(others):
        raise Stop(
            "--from goes without other ratings: the table says it all.",
            status=WRONG_CALL,
            help="Evidence and notes are columns of it.",
        )


def _from_table(name: str, to: Target, day: date) -> list[Batch]:
    from tas_cli.edits.rows import batches  # noqa: PLC0415
    from tas_cli.edits.table import rows  # noqa: PLC0415

    return batches(rows(_read(name)), to.opportunity, day, today_or_stop())


def _read(name: str) -> bytes:
    """Return a table's bytes, at most one more than are allowed."""
    from tas_cli.edits.table import MAX_BYTES  # noqa: PLC0415

    if name == _STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Stop(f"{name} cannot be read: {reason}.", status=WRONG_CALL) from None
