"""Writes the page of a deal to a file, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.assess.sheet import Sheet
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.output_file import write_output
from tas_cli.commands.printing import print_exactly, print_page
from tas_cli.commands.replacing import PAGE, refuse_output, refuse_suffix
from tas_cli.places import shown_name
from tas_cli.refusals import WrongCall
from tas_cli.views.html.document import Document, html
from tas_cli.views.left_out import left_out
from tas_cli.views.page import paragraph
from tas_cli.views.report.parts import PARTS, report


class ReportCall(NamedTuple):
    """Which parts of a report are asked for, what it may show, as of which day, where it goes."""

    only: str | None
    shown: Disclosure
    at: str | None
    file: Path | None
    opened: bool
    force: bool


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
    if call.file is None and not call.opened and not sys.stdout.isatty():
        print_exactly(page)
        return
    file = call.file or Path(f"{deal.id}.html")
    refuse_suffix(file, ".html", "the page", "Browsers")
    refuse_output(file, force=call.force, ours=PAGE)
    write_output(file, page)
    print_page((paragraph(f"Wrote {shown_name(file)}."),))
    if call.opened:
        _open(file)


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


def _open(file: Path) -> None:
    import webbrowser  # noqa: PLC0415 - only for --open

    webbrowser.open(file.resolve().as_uri())
