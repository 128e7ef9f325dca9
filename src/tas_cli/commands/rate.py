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
        help="Criterion[:party]=sign: 5=u 12=+ 9:x-sys=-. Without a party, it rates us.",
        autocompletion=cells,
        show_default=False,
    ),
]
What = Annotated[Text, typer.Option(metavar="TEXT", help="What was said, written or done.")]
Note = Annotated[
    Text,
    typer.Option(metavar="TEXT", help='Anything else worth remembering; "" removes it.'),
]
Confirm = Annotated[
    Text,
    typer.Option(metavar="CELLS", help="Ratings that are still true: 7,8,9:x-sys."),
]
On = Annotated[
    Text,
    typer.Option("--date", metavar="DATE", help="Date of the assessment; today by default."),
]
By = Annotated[
    Text, typer.Option(metavar="NAME", help="Author of the assessment; the owner by default.")
]
From = Annotated[
    Text,
    typer.Option("--from", metavar="FILE", help="Read a table of ratings; - is standard input."),
]
Replace = Annotated[
    bool,
    typer.Option("--replace", help="Do not ask before removing evidence of a changed rating."),
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
    """Rate criteria, confirm ratings, add evidence, import a table.

    Ratings are u (unknown), + and -; p and m are the same as + and -. A ? works only in quotes: the
    shell takes it for a file name. A criterion is its number, its key, or words that only its name
    has: sponsor=u. Evidence and notes apply to one rating, so give only one with them. Ratings made
    on the same day go into one assessment; if you change one of them, tas asks before it removes
    the evidence. 5= takes a rating back, as if never made; with --date, only that day's.

    A table is CSV with a header, or JSON Lines. It needs the columns criterion and rating;
    party (empty means us), evidence, who, when, link, note and date are optional.

    Example: tas rate acme 12=+ --evidence "Asked us to bid" --who "J. Meyer, COO"
    """
    from tas_cli.commands.rating import RatingCall, rate  # noqa: PLC0415 - see options.py

    texts = (evidence, who, when, link, note)
    call = RatingCall(ratings, confirm, texts, by, table, replace)
    rate(opportunity, call, How(on, dry_run, output))
