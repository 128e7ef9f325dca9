"""Writes the page of an account to a file, or to standard output."""

from __future__ import annotations

from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.account_page import read_deals
from tas_cli.commands.all_deals import all_deals, report_unlisted
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import account_target
from tas_cli.commands.opening import report_in_brief, workspace_here
from tas_cli.commands.page_file import give_page
from tas_cli.commands.report_page import ReportCall
from tas_cli.views.html.document import html
from tas_cli.views.report.account import AccountFiles, account_document


def write_account(name: str, call: ReportCall) -> None:
    """Write the page of an account with its deals.

    Raises:
        WrongCall: there is no such account, or the day is in the future.
        Refusal: the file cannot be written.
    """
    workspace, day = workspace_here(), day_not_in_future(call.at, "--at")
    to = account_target(name)
    report_in_brief(to.seen.diagnostics)
    scope = Scope(workspace.settings, day, last_monday(day), ahead=True)
    found = all_deals(workspace, scope, remember=True)
    lines = [line for line in found.deals if line.account == to.id]
    deals = read_deals(lines, workspace)
    files = AccountFiles(to.id, to.seen.file, to.seen.value, deals, lines)
    give_page(html(account_document(files, scope, call.shown)), to.id, call.to)
    report_unlisted(found, workspace, scope)
