"""What a meeting's evidence offers to record, as edits understand it."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.offers import Offer, offers
from tas_cli.edits.meeting_lines import Learned, Meeting
from tas_cli.edits.process import Met
from tas_cli.edits.process_names import NamedOutcome


def offered(learned: Learned, deal: DealOnDay) -> tuple[Offer, ...]:
    """Return the outcomes that what was learned may show."""
    pieces = [(cell.where, cell.rating, entry) for cell in learned.cells for entry in cell.evidence]
    return offers(deal, pieces)


def met(offer: Offer, meeting: Meeting) -> Met:
    """Return an offered outcome as one that the buyer met in the meeting."""
    outcome = NamedOutcome(offer.step, offer.outcome)
    return Met(outcome, meeting.day, meeting.day, offer.entry)
