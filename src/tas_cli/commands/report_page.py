"""Writes the page of a deal to a file, or to standard output."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import PageFile
from tas_cli.commands.page_file import give_page
from tas_cli.commands.standard_error import say
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.today import todays_date
from tas_cli.views.html.document import html, linked
from tas_cli.views.page import Page, Section
from tas_cli.views.report.document import deal_document, of_an_earlier_day
from tas_cli.views.report.parts import PARTS
from tas_cli.words import enumerated


class ReportCall(NamedTuple):
    """Which parts of a report are asked for, what it may show, as of which day, where it goes."""

    only: str | None
    people: bool
    redact: bool
    at: str | None
    to: PageFile

    @property
    def shown(self) -> Disclosure:
        """What the page may show."""
        return Disclosure(self.people, self.redact)


def write_report(name: str, call: ReportCall) -> None:
    """Write the page of a deal.

    Raises:
        WrongCall: an option is wrong, or the file is something else.
        Refusal: the file cannot be written.
    """
    only = _parts(call.only)
    workspace, deal = open_deal(name)
    day = day_or_stop(call.at, "--at")
    document = deal_document(deal, workspace.settings, day, call.shown, only)
    if day < todays_date():
        document = of_an_earlier_day(document, deal.opportunity)
    if only:
        document = document._replace(page=tuple(document.page))
        _report_missing(deal.id, only, document.page)
    give_page(html(document), deal.id, call.to)


def _report_missing(name: str, only: frozenset[str], page: Page) -> None:
    """Say which of the parts asked for the deal has nothing for.

    Raises:
        Refusal: it has nothing for any of them.
    """
    there = {each.key for each in page if isinstance(each, Section) and linked(each)}
    missing = [part.key for part in PARTS if part.key in only - there]
    if missing and only.isdisjoint(there):
        raise Refusal(
            f"{name} has nothing for {enumerated(missing)} yet; no page was written.",
            "Leave out --only to see the parts that it has.",
        )
    if missing:
        say(f"tas: {name} has nothing for {enumerated(missing)} yet.")


def _parts(typed: str | None) -> frozenset[str]:
    """Return the keys of the parts asked for; none for all.

    Raises:
        WrongCall: there is no such part.
    """
    asked = frozenset(filter(None, (each.strip() for each in (typed or "").split(","))))
    known = [part.key for part in PARTS]
    if typed is not None and not asked:
        raise WrongCall("--only needs a part.", f"The parts are {', '.join(known)}.")
    if unknown := sorted(asked.difference(known)):
        raise WrongCall(
            f"--only {unknown[0]}: there is no such part.", f"The parts are {', '.join(known)}."
        )
    return asked
