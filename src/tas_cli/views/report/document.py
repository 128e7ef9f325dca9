"""The report of a deal as a whole file: its title, its parts, and what its foot says."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from tas_cli.assess.disclosure import Disclosure
from tas_cli.assess.plan import without_history
from tas_cli.assess.sheet import Sheet
from tas_cli.board.alone import asked_about
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.rules.subject import Subject
from tas_cli.views.html.document import Document
from tas_cli.views.left_out import foot
from tas_cli.views.plan import AS_NOW
from tas_cli.views.report.parts import report
from tas_cli.words import enumerated
from tas_cli.workspace import Deal


def deal_document(
    deal: Deal, settings: Settings, day: date, shown: Disclosure, only: Collection[str] = ()
) -> Document:
    """Return the page of a deal as of a day, with what it may show; `only` as in `report`."""
    opportunity, account = shown.deal(deal.id, deal.opportunity, deal.account, day)
    sheet = Sheet.of(opportunity, shown.settings(settings), day, account=account)
    subject = Subject.of(opportunity, settings, day, account=account)
    ask = asked_about(subject, deal.reading, deal.root) if deal.reading else None
    said = foot(shown, deal.file, day, deal.opportunity, deal.account)
    title = f"{opportunity.name} · {opportunity.customer}"
    return Document(title, report(deal.id, sheet, ask, only), "report", said)


def of_an_earlier_day(document: Document, now: Opportunity) -> Document:
    """Return a page of a day that has passed, and in its foot what is as the file has it now."""
    parts = [AS_NOW[each] for each in without_history(now)]
    parts += ["the value"] if now.value else []
    kept = f"The file keeps no history of {enumerated(parts)}: shown as now."
    return document._replace(foot=(*document.foot, kept)) if parts else document
