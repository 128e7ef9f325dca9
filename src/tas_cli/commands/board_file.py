"""Writes the board as a page of HTML."""

from __future__ import annotations

from tas_cli.assess.disclosure import Disclosure
from tas_cli.board.board import board
from tas_cli.board.redacted import redacted
from tas_cli.board.scope import Scope
from tas_cli.commands.all_deals import all_deals, deals_of, lines_for, report_left_out
from tas_cli.commands.board_page import BoardCall, days_of, page_asked
from tas_cli.commands.forecasting import quarters
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import PageFile
from tas_cli.commands.page_file import give_page, refuse_other_formats
from tas_cli.refusals import WrongCall
from tas_cli.views.html.document import Document, html
from tas_cli.views.left_out import foot
from tas_cli.views.site.board import board_page


def write_board(call: BoardCall, output: str, to: PageFile, *, redact: bool) -> None:
    """Write the board as a page.

    Raises:
        WrongCall: an option is wrong, or the file is something else.
        Refusal: the file cannot be written.
    """
    refuse_other_formats(output, to, redact=redact)
    by = call.by or "owner"
    if asked := page_asked(call) or ("--by step" if by == "step" else ""):
        raise WrongCall(f"--format html does not go with {asked}.", "Leave one of them out.")
    workspace = workspace_here()
    settings = workspace.settings
    scope = Scope(settings, *days_of(call))
    found = all_deals(workspace, scope, remember=call.remember)
    lines = lines_for(found.deals, settings, call.owner, call.team)
    counts = deals_of([line.person for line in found.deals], settings, call.owner, call.team)
    forecasts = [] if redact else quarters(found, scope, by, counts)
    if redact:
        lines, scope = redacted(lines, scope)
    page = board_page(board(lines, scope, by, found.left_out), forecasts, alone=True)
    said = foot(Disclosure(redact=redact), "", scope.day)
    give_page(html(Document(f"Board, {scope.day}", page, "board", said)), "board", to)
    report_left_out(found, workspace, scope)
