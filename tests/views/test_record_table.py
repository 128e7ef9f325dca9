"""The table of records leaves the text in its last column room for whole words."""

from __future__ import annotations

from workspaces import HEAD, opportunity

from tas_cli.nouns.noun import records
from tas_cli.nouns.value import BENEFITS
from tas_cli.views.records import record_table
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

DEAL = """\
value:
  benefits:
    - what: Fewer unplanned callouts at all plants
      owner: a-very-long-short-name
      formula: 1200 * 45 * 30% + 12k * 7
      per: month
      unique: yes
      confirmed: {when: 2026-11-18}
"""


def test_a_narrow_terminal_gets_whole_words() -> None:
    """The other columns shrink before the last one goes over the edge."""
    listed = records(BENEFITS, opportunity(HEAD + DEAL))
    shown = text([record_table(BENEFITS, listed)], Screen(80, cut=True))
    assert max(map(len, shown.splitlines())) <= 80
    assert "callouts" in shown
