"""Writes the opportunity matrix as a page of HTML."""

from __future__ import annotations

from tas_cli.assess.disclosure import Disclosure
from tas_cli.commands.matrix_page import Filters, find
from tas_cli.commands.options import PageFile
from tas_cli.commands.page_file import give_page, refuse_other_formats
from tas_cli.today import todays_date
from tas_cli.views.html.document import Document, html
from tas_cli.views.left_out import foot


def write_matrix(filters: Filters, output: str, to: PageFile, *, remember: bool) -> None:
    """Write the matrix of the deals that fit as a page.

    Raises:
        WrongCall: an option is wrong, or the file is something else.
        Refusal: the file cannot be written.
    """
    refuse_other_formats(output, to)
    found = find(filters, remember=remember)
    said = foot(Disclosure(), "", todays_date())
    page = tuple(found.page("figure", 0))
    give_page(html(Document("Opportunity matrix", page, "matrix", said)), "matrix", to)
    found.report_unlisted()
