"""What to ask about a criterion, with the selling company's own figures."""

from __future__ import annotations

import pytest
from workspaces import day, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.figures import figures
from tas_cli.method.catalogue import criteria
from tas_cli.model.settings import Settings

ALL = Settings.model_validate(
    {
        "currency": "EUR",
        "thresholds": {
            "order_amount": "250000",
            "days_to_close": "120",
            "future_revenue": {"one_year": "100000", "three_years": "400000"},
            "profit": "60000",
        },
    }
)


def asked(criterion: str, settings: Settings) -> tuple[str, ...]:
    """Return the questions about a criterion for a deal."""
    return DealOnDay(
        opportunity("tas: 1\nname: Deal\ncustomer: Acme\n"), settings, day("2026-11-23")
    ).asks(criterion)


@pytest.mark.parametrize(
    ("criterion", "figure"),
    [
        ("short_term_revenue", "our minimum of EUR 250,000?"),
        ("short_term_revenue", "our limit of 120 days?"),
        ("future_revenue", "within a year meet our minimum of EUR 100,000?"),
        ("future_revenue", "within three years meet our minimum of EUR 400,000?"),
        ("profitability", "our minimum of EUR 60,000?"),
    ],
)
def test_the_figure_itself(criterion: str, figure: str) -> None:
    """A question about a threshold gives its amount, or none if it is not set."""
    assert figure in " ".join(asked(criterion, ALL))
    plain = " ".join(asked(criterion, Settings()))
    assert f"{figure[: figure.index(' of ')]}?" in plain


def test_no_placeholder_is_left() -> None:
    """Every name in braces is a threshold, so that no brace reaches a reader."""
    for criterion in criteria():
        for ask in (*criterion.asked(), *criterion.asked(**figures(ALL))):
            assert "{" not in ask
