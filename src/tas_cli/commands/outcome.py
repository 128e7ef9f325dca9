"""`tas outcome`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.completion_names import outcomes
from tas_cli.commands.display import screen
from tas_cli.commands.edit_support import (
    DryRun,
    change,
    day_that_has_come,
    endings,
    given,
    show_difference,
    target,
)
from tas_cli.commands.options import Format, Formatted, Opportunity, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.edits.process import Told


What = Annotated[
    str | None, typer.Option("--evidence", metavar="TEXT", help="What was said, written or done.")
]
Who = Annotated[str | None, typer.Option(metavar="TEXT", help="Who said or did it: name and role.")]
When = Annotated[str | None, typer.Option(metavar="DATE", help="The day it was said or seen.")]
Link = Annotated[str | None, typer.Option(metavar="URL", help="Where it can be looked up.")]
On = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATE",
        help="The day the buyer did it; the one that is recorded, --when or today if left out.",
    ),
]
Remove = Annotated[bool, typer.Option("--remove", help="Take the outcome away, with its evidence.")]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    name: Annotated[
        str,
        typer.Argument(
            metavar="STEP.OUTCOME",
            help="develop.key_sponsor_named, or the outcome alone.",
            autocompletion=outcomes,
        ),
    ],
    *,
    what: What = None,
    who: Who = None,
    when: When = None,
    link: Link = None,
    on: On = None,
    remove: Remove = False,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Record what the buyer did in a sales step, with the evidence.

    A step is completed by what the buyer did, where somebody can show it. A second call adds
    evidence. `tas explain STEP` lists a step's outcomes.

    Example: tas outcome acme-crm key_sponsor_named --evidence "Named by the COO" --who "J. Meyer"
    """
    from tas_cli.assess.process import sales_process  # noqa: PLC0415
    from tas_cli.edits.evidence import evidence  # noqa: PLC0415
    from tas_cli.edits.process import Met, Told, meet, outcome_named, standings, take_away  # noqa: PLC0415

    to, today = target(opportunity), today_or_stop()
    texts = _given(evidence=what, who=who, when=when, link=link)
    day = day_that_has_come(on) if on else None
    process = sales_process(to.workspace.settings)
    with endings():
        place = outcome_named(given(name, "STEP.OUTCOME") or "", process)
        entry = evidence(texts.pop("evidence"), **texts, today=today)
    if remove and (entry or on):
        raise Stop("--remove goes without evidence and date.", status=WRONG_CALL)
    met = Met(place, day, (entry.when if entry else None) or today, entry)
    written = change(
        to, lambda now: take_away(now, place) if remove else meet(now, met), dry_run=dry_run
    )
    both = standings(written, process, today)
    _tell(Told(to.id, written, dry_run, place.step.key, *both), output)


def _given(**texts: str | None) -> dict[str, str | None]:
    return {name: given(text, f"--{name}") for name, text in texts.items()}


def _tell(told: Told, output: Format) -> None:
    """Print what came of the outcome."""
    if output is Format.json:
        from tas_cli.views.json.process import told_json  # noqa: PLC0415

        sys.stdout.write(told_json(told))
        return
    if told.dry_run:
        show_difference(told.written)
        return
    from tas_cli.views.terminal.process import outcome_told  # noqa: PLC0415

    sys.stdout.write(outcome_told(told, screen()))
