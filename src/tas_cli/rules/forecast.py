"""The checks that find deals to take out of the forecast."""

from __future__ import annotations

from tas_cli.rules import (
    tas401_burning_issue_unrated,
    tas402_sponsor_unsupported,
    tas403_decision_maker_against,
    tas404_claim_unreachable,
)

FORECAST_RULES = (
    tas401_burning_issue_unrated.RULE,
    tas402_sponsor_unsupported.RULE,
    tas403_decision_maker_against.RULE,
    tas404_claim_unreachable.RULE,
)
"""Where the sales process claims more than the ratings support."""
