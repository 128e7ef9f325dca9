"""`tas rate`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import cells
from tas_cli.commands.options import DryRun, Formatted, How, Link, Opportunity, Text, When, Who

Ratings = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CELL=SIGN",
        help="Criterion[:party]=sign: 5=+ 12=u 9:x-sys=-; us where no party is named.",
        autocompletion=cells,
        show_default=False,
    ),
]
What = Annotated[Text, typer.Option(metavar="TEXT", help="What was said, written or done.")]
Note = Annotated[
    Text,
    typer.Option(metavar="TEXT", help='Anything else worth remembering; "" takes it away.'),
]
Confirm = Annotated[
    Text,
    typer.Option(metavar="CELLS", help="Cells that still hold as they are: 7,8,9:x-sys."),
]
On = Annotated[
    Text,
    typer.Option("--date", metavar="DATE", help="The assessment's day; today if left out."),
]
By = Annotated[Text, typer.Option(metavar="NAME", help="Who judges; the deal's owner if left out.")]
From = Annotated[
    Text,
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
    output: Formatted = "text",
) -> None:
    """Rate criteria, confirm ratings, add evidence; also from a table.

    A sign is + - or ?, or p m u where the shell would take it for something else. Evidence and
    note go to the one cell that is named. A second call for one day adds to that day's assessment;
    another sign for a cell that it has evidence for removes that evidence, and is asked about.

    A table is CSV with a header, or JSON lines. Columns: criterion, rating, and where you have
    them party, evidence, who, when, link, note, date. An empty party is us.

    Example: tas rate acme-crm 12=+ --evidence "Asked us for a proposal" --who "J. Meyer, COO"
    """
    from tas_cli.commands.rating import RatingCall, rate  # noqa: PLC0415 - see options.py

    texts = (evidence, who, when, link, note)
    call = RatingCall(ratings, confirm, texts, by, table, replace)
    rate(opportunity, call, How(on, dry_run, output))
