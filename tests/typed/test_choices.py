"""One of several things, by part of its names."""

from __future__ import annotations

import pytest

from tas_cli.typed.choices import Choice, fitting, listed

DEALS = [
    Choice("acme", "Acme Corp, CRM"),
    Choice("acme-2", "Acme Corp, Service desk"),
    Choice("wuersch-praezision", "Würsch Präzision AG, Tools"),
    Choice("2027", "Vale do Ipê, Irrigation"),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("acme", ["acme"]),
        ("ACME 2", ["acme-2"]),
        ("acme c", ["acme", "acme-2"]),
        ("service", ["acme-2"]),
        ("wursch", ["wuersch-praezision"]),
        ("wuersch praez", ["wuersch-praezision"]),
        ("ipe", ["2027"]),
        ("2027", ["2027"]),
        ("nothing", []),
    ],
)
def test_fitting(text: str, keys: list[str]) -> None:
    """A whole name comes before parts; case, accents and hyphens do not count."""
    assert [each.key for each in fitting(text, DEALS)] == keys


def test_listed() -> None:
    """Of many choices the first are named, with the command for all; without one, all are."""
    assert listed(DEALS, 2, "tas list") == "Use one of acme, acme-2, …2 more: tas list."
    assert listed(DEALS[:2], 1, "") == "Use one of acme, acme-2."
