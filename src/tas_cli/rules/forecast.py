"""The checks that say of a deal that it should not stand in the forecast as it does."""

from __future__ import annotations

FORECAST_THAT_SHOULD_NOT_BE = ("TAS401", "TAS402", "TAS403", "TAS404")
"""Where the sales process says more than the ratings bear out, by code."""
