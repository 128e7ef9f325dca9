"""Value in figures as a drawing, with the table of all that it shows."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.value import Valuation, in_figures
from tas_cli.assess.value_steps import Step, steps
from tas_cli.views.page import Column, Figure, Table, bare, cells
from tas_cli.views.svg.document import headed, picture
from tas_cli.views.svg.waterfall import left_out, waterfall
from tas_cli.views.svg.waterfall_parts import name
from tas_cli.views.value_in_short import in_short
from tas_cli.views.value_words import in_months

_WIDE = 900.0
"""How wide the picture for slides is."""
_KINDS = {"confirmed": "Benefit, confirmed", "claimed": "Benefit, our claim", "cost": "Cost"}


def figure(found: Valuation, currency: str) -> Figure:
    """Return the value of a case as a waterfall."""
    return Figure(
        "From benefits to net value",
        lambda wide: waterfall(found, currency, wide),
        _table(found, currency),
    )


def value_svg(name: str, deal: DealOnDay, found: Valuation) -> str:
    """Return the value of the deal `name` as an SVG document, whose title says the answer."""
    title = f"{deal.opportunity.name} · {deal.opportunity.customer}"
    drawn = waterfall(found, deal.currency, _WIDE)
    rows = (": ".join(map(bare, row)) for row in _table(found, deal.currency).rows)
    table = f"The same as a table: tas value {name} --format markdown"
    said = (in_short(deal), *rows, *left_out(found), table)
    return picture(headed(drawn, title, in_short(deal)), title, said)


def _table(found: Valuation, currency: str) -> Table:
    """Return all steps to the net value, exact."""
    return Table(
        (
            Column("Step"),
            Column("What"),
            Column(f"{currency}, over {in_months(found.months)}", right=True),
        ),
        tuple(
            cells(_KINDS.get(each.kind, "Sum"), name(each), _signed(each, currency))
            for each in steps(found)
        ),
    )


def _signed(step: Step, currency: str) -> str:
    figures = in_figures(abs(step.change), currency)
    return f"–{figures}" if step.change < 0 else figures
