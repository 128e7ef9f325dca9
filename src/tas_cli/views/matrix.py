"""`tas matrix`: the opportunity matrix as a picture or a table, and its deals by quadrant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import Literal

from rich.cells import cell_len

from tas_cli.board.matrix import (
    DELAYED,
    EARLY,
    IN_PROGRESS,
    LONG_TERM,
    MONTHS,
    Bar,
    Matrix,
    Placed,
    Step,
    by_term,
    totals,
)
from tas_cli.board.money import Worth
from tas_cli.diagnostics import typeable
from tas_cli.method.glossary import terms
from tas_cli.views import mentions
from tas_cli.views.board import about_rates
from tas_cli.views.deal_cells import LAST
from tas_cli.views.matrix_picture import BANDS, picture
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Block,
    Column,
    Figure,
    Hint,
    On,
    Page,
    Part,
    Section,
    Table,
    Title,
    Words,
    bare,
    cells,
    paragraph,
)
from tas_cli.views.sifting import sifting
from tas_cli.views.svg.matrix import matrix_svg
from tas_cli.views.words import short_amount, short_date
from tas_cli.words import counted

Form = Literal["drawn", "table", "figure"]
"""How to show the matrix: drawn in lines, as a table for a document, or as a drawing for a page."""
_COLUMNS = (
    Column("", right=True),
    Column("Deal", most=22),
    Column("Customer", On.FULL, most=20),
    Column("Amount", right=True),
    Column("Expected"),
    Column("Likely", right=True),
    Column("What is next"),
)
_WIDE = 100
_SQUEEZED, _DROPPED = (("Deal", 12),), ("Likely",)
"""What a narrow terminal cuts and leaves out."""
NO_DEALS: Page = (paragraph("No open deals. `tas new` starts one."),)
"""The matrix of a workspace without open or potential deals."""


def titles() -> dict[str, str]:
    """Return the titles of the quadrants by key."""
    return {each.key: each.title for each in terms()["opportunity_matrix"].parts if each.key}


def page(shown: Matrix, form: Form, width: int) -> Page:
    """Return the matrix, and below it the list of every quadrant; nothing is left out of it."""
    if not shown.placed:
        yield paragraph("No open deal matches.")
        return
    yield Title("Opportunity matrix", tuple(_facts(shown)))
    yield from blocks(shown, form, width)
    hints = [*_hints(shown)]
    if hints:
        yield GAP
        yield from map(Hint, hints)


def blocks(shown: Matrix, form: Form, width: int) -> Iterator[Block]:
    """Yield the same without its title and what to type next."""
    yield paragraph(_terms(shown))
    yield GAP
    yield from picture(shown, width) if form == "drawn" else [_pictured(shown, form)]
    yield paragraph((_legend(shown), DIM))
    yield from _quadrants(shown)


def _facts(shown: Matrix) -> Iterator[str]:
    yield short_date(shown.frame.day, shown.frame.day)
    deals = sum(each.candidate.line is not None for each in shown.placed)
    yield counted(deals, "deal")
    if more := len(shown.placed) - deals:
        yield counted(more, "potential deal")
    yield from _money(totals(shown.placed))


_TERMS = {
    "short_term": "Within 18 months",
    "long_term": "Later",
    "undated": "Without a date",
}


def _terms(shown: Matrix) -> str:
    """Return what the deals are worth in the short and in the long term, if both have any."""
    sums = by_term(shown.placed)
    found = [f"{_TERMS[key]}: {money}." for key in sums for money in _money(sums[key])]
    return " ".join(found) if found[1:] else ""


def _money(sums: Sequence[Worth]) -> Iterator[str]:
    """Yield sums in one text, nothing if there are none."""
    if sums:
        yield ", ".join(f"{each.currency} {short_amount(each.amount)}" for each in sums)


def _pictured(shown: Matrix, form: Form) -> Block:
    if form == "table":
        return _table(shown)
    title = "Opportunity matrix: time to the right, potential upward"
    return Figure(title, partial(matrix_svg, shown), _table(shown), (marks_said(shown),))


def marks_said(shown: Matrix) -> str:
    """Return what the shapes of the marks mean that are on the drawing."""
    shapes = {
        IN_PROGRESS: "Filled: in progress",
        EARLY: "outlined: early stage",
        DELAYED: "square: delayed or canceled",
        LONG_TERM: "diamond: long-term potential",
    }
    said = [words for key, words in shapes.items() if shown.of(key)]
    sentence = ", ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}. Numbers are those of the lists below."


def _table(shown: Matrix) -> Table:
    """Return the matrix as a table of numbers: a row for each band, a column for each half-year."""
    heads = ["to 6 months", *(f"to {months}" for months in MONTHS[1:]), "later"]
    places: list[int | None] = [*range(len(heads))]
    if any(each.column is None for each in shown.placed):
        heads.append("no date")
        places.append(None)
    columns = (Column(""), *(Column(head, least=len(head), most=22, folds=True) for head in heads))
    rows = []
    for label, high in BANDS:
        band = [each for each in shown.placed if each.high is high]
        if band or high is not None:
            inside = (
                ", ".join(each.label for each in band if each.column == column) for column in places
            )
            rows.append(cells((label, STRONG), *inside))
    return Table(columns, tuple(rows))


def _legend(shown: Matrix) -> str:
    """Return where high potential begins, and what the marks mean."""
    used = {each.worth.currency for each in shown.placed if each.worth}
    bars = [each for key, each in sorted(shown.frame.bars.items()) if key in used]
    ours = [_bar(each) for each in bars if each.set_by_us]
    medians = [_bar(each) for each in bars if not each.set_by_us]
    high = (
        f"{ours[0]} (your minimum order)" if ours else "",
        f"{', '.join(medians)} (the median)" if medians else "",
    )
    parts = (
        f"High: from {', '.join(filter(None, high))}" if bars else "",
        "?: no amount" if any(each.high is None for each in shown.placed) else "",
        "In parentheses: on hold or canceled"
        if any(each.candidate.held for each in shown.placed)
        else "",
        about_rates(shown.frame.scale).removesuffix(".") if shown.frame.scale.missing else "",
    )
    return " ".join(f"{part}." for part in parts if part)


def _bar(each: Bar) -> str:
    return f"{each.currency} {short_amount(each.amount)}"


def _quadrants(shown: Matrix) -> Iterator[Block]:
    """Yield the list of every quadrant that has deals; all lists have the same columns."""
    rows = {each.number: _row(each, shown) for each in shown.placed}
    columns = tuple(
        column._replace(least=max(cell_len(bare(row[at])) for row in rows.values()))
        for at, column in enumerate(_COLUMNS)
    )
    for key, found in groupby(shown.placed, lambda each: each.quadrant):
        inside = [*found]
        facts = (titles()[key], counted(len(inside), "deal"), *_money(totals(inside)))
        table = Table(
            columns,
            tuple(rows[each.number] for each in inside),
            wide=_WIDE,
            squeezed=_SQUEEZED,
            dropped=_DROPPED,
            wrapped=True,
            continued=inside[0] is not shown.placed[0],
            sifting=sifting([_keys(each) for each in inside]),
        )
        yield Section(" · ".join(facts), (table,))


def _row(each: Placed, shown: Matrix) -> tuple[Words, ...]:
    found, today = each.candidate, shown.frame.day
    late = found.when is not None and found.when < today.isoformat()
    price = f"{found.currency} {short_amount(Decimal(found.amount))}" if found.amount else ""
    customer = mentions.account(found.account, found.customer) if found.account else found.customer
    return (
        *cells(each.label, mentions.deal(found.key) if found.line else found.name, customer, price),
        ((f"{found.when} !", MINUS),) if late else (found.when or "",),
        ("" if each.likelihood is None else f"{each.likelihood}%",),
        tuple(_todo(each, today)),
    )


def _keys(each: Placed) -> tuple[object, ...]:
    """Return what a row is sorted by, column by column."""
    found, step = each.candidate, each.next
    named = (found.key if found.line else found.name).casefold()
    amount = each.worth.amount if each.worth else Decimal(-1)
    due = (step.due if step else None) or LAST
    likely = -1 if each.likelihood is None else each.likelihood
    return each.number, named, found.customer.casefold(), amount, found.when or LAST, likely, due


def _todo(each: Placed, today: date) -> Iterator[Part]:
    """Yield what would revive or start a deal, and what is done next."""
    trigger, step = each.candidate.trigger, each.next
    if trigger:
        yield f"Trigger: {trigger}"
    elif each.quadrant == DELAYED:
        yield ("no trigger", MINUS)
    elif each.candidate.line is None:
        yield ("not a deal yet", DIM)
    if step:
        yield "; " if trigger or each.quadrant == DELAYED else ""
        yield from _step(step, today)
    elif each.quadrant == IN_PROGRESS:
        yield ("nothing planned", MINUS)


def _step(step: Step, today: date) -> Iterator[Part]:
    if step.due:
        due = date.fromisoformat(step.due)
        yield (f"{short_date(due, today)}: ", MINUS if due < today else "")
    yield step.what
    yield f" ({step.owner})" if step.owner else ""


def _hints(shown: Matrix) -> Iterator[str]:
    """Yield the commands that fill the gaps: of each kind the one for the first deal."""
    idle = [each for each in shown.of(IN_PROGRESS) if each.next is None]
    silent = [each for each in shown.of(DELAYED) if not each.candidate.trigger]
    if idle:
        yield f"Plan what is next: `tas plan {typeable(idle[0].candidate.key)} --suggest`"
    if silent:
        name = typeable(silent[0].candidate.key)
        yield f'Say what would resume it: `tas set {name} on_hold.trigger="…"`'
