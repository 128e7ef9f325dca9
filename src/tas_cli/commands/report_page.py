"""Writes the page of a deal to a file, or to standard output."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.assess.sheet import Sheet
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.page_file import PageFile, give_page
from tas_cli.places import shown_name
from tas_cli.refusals import WrongCall
from tas_cli.views.html.document import Document, html
from tas_cli.views.left_out import left_out
from tas_cli.views.report.parts import PARTS, report


class ReportCall(NamedTuple):
    """Which parts of a report are asked for, what it may show, as of which day, where it goes."""

    only: str | None
    shown: Disclosure
    at: str | None
    to: PageFile


def write_report(name: str, call: ReportCall) -> None:
    """Write the page of a deal.

    Raises:
        WrongCall: an option is wrong, or the file is something else.
        Refusal: the file cannot be written.
    """
    only = _parts(call.only)
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    opportunity, account = call.shown.deal(deal.id, deal.opportunity, deal.account, day)
    settings = call.shown.settings(workspace.settings)
    sheet = Sheet.of(opportunity, settings, day, account=account)
    title = f"{opportunity.name} · {opportunity.customer}"
    made_from = "" if call.shown.redact else f" from {shown_name(Path(deal.file))}"
    foot = (
        f"Made by tas{made_from}, as of {day}.",
        *left_out(call.shown, deal.opportunity, deal.account),
    )
    page = html(Document(title, report(deal.id, sheet, only), "report", foot))
    give_page(page, deal.id, call.to)


def _parts(typed: str | None) -> frozenset[str]:
    """Return the keys of the parts asked for; none for all.

    Raises:
        WrongCall: there is no such part.
    """
    asked = frozenset(filter(None, (each.strip() for each in (typed or "").split(","))))
    known = [part.key for part in PARTS]
    if unknown := sorted(asked.difference(known)):
        raise WrongCall(
            f"--only {unknown[0]}: there is no such part.", f"The parts are {', '.join(known)}."
        )
    return asked
