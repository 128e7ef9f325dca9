"""The people of a deal on its page: the map on a screen, and a table of it on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import Opens, measured
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

PEOPLE = """\
people:
  ann: {name: Annabella Constantinopolou, title: Chief executive officer, influence: 5}
  raj: {name: Raj Patel, title: Architect, reports_to: ann, influences: [ann], coverage: in_depth}
  dee: {name: Dee Roy, reports_to: ann, roles: [evaluator, approver]}
"""


def test_where_the_map_does_not_fit_its_table_is_open(
    open_page: Opens, tas: Tas, tmp_path: Path
) -> None:
    """A phone shows everybody without a tap and without moving the table sideways."""
    tas.at(write(tmp_path, {"opportunities/deal.yaml": f"{HEAD}{PEOPLE}"}))
    assert tas("report", "deal", "--output", "deal.html").status == 0
    for width, shown in ((1440, False), (375, True)):
        phone = open_page(tmp_path / "deal.html", width)
        assert phone.locator("td", has_text="influences Annabella").is_visible() is shown
    assert measured(phone, "layout") == []
    frame = phone.locator("#people .frame")
    assert frame.evaluate("each => each.scrollWidth <= each.clientWidth")
