"""The page of a challenge: whole on a narrow terminal."""

from __future__ import annotations

from rich.cells import cell_len
from workspaces import HEAD, day, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.plan import challenge_categories
from tas_cli.model.settings import Settings
from tas_cli.views.challenge import page
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen


def test_the_scores_fit_60_columns() -> None:
    """Every category with both roles, its name in full."""
    scores = ", ".join(
        f'{key}: {{{each.questions[0].key}: "3 3 3"}}'
        for key, each in challenge_categories().items()
    )
    given = "".join(
        f"  - {{date: 2026-11-20, by: kim, role: {role}, scores: {{{scores}}}}}\n"
        for role in ("team", "spoiler")
    )
    deal = opportunity(f"{HEAD}challenges:\n{given}")
    out = text(
        page("cranes", DealOnDay.of(deal, Settings.model_validate({}), day("2026-11-30"))),
        Screen(60, cut=True),
    )
    assert max(map(cell_len, out.splitlines())) <= 60
    assert out.count("spoiler 3.0 yellow 3.0 yellow   3.0 yellow") == len(challenge_categories())
    table = out[out.index("Category") : out.index("Red is below")]
    for each in challenge_categories().values():
        assert set(each.title.split()) <= set(table.split())
