"""What a check looks at: one opportunity on a day, and what follows from its ratings."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard, scorecard
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.strategy.decision import Outlook, outlook_of
from tas_cli.strategy.facts import Facts, facts


class Subject:
    """An opportunity under check, as of `day`, with the selling company's settings.

    What is costly is worked out when a check first asks for it, and once for all of them.
    """

    def __init__(self, opportunity: Opportunity, settings: Settings, day: date) -> None:
        self.opportunity = opportunity
        self.settings = settings
        self.day = day

    @property
    def open(self) -> bool:
        """Whether the deal can still be won: what is over is not asked for new ratings."""
        return self.opportunity.status == "open"

    @cached_property
    def last_assessed(self) -> int | None:
        """The index, in the file, of the newest assessment on or before the day."""
        dated = [
            (assessment.date, index)
            for index, assessment in enumerate(self.opportunity.assessments)
            if assessment.date <= self.day
        ]
        return max(dated)[1] if dated else None

    @cached_property
    def card(self) -> Scorecard:
        """The state of every cell."""
        return scorecard(self.opportunity, self.day)

    @cached_property
    def facts(self) -> Facts:
        """What the engine decides from."""
        return facts(self.opportunity, self.card)

    @cached_property
    def outlook(self) -> Outlook:
        """What is recommended, or all strategies that are still reachable."""
        return outlook_of(self.facts)

    @cached_property
    def stale_before(self) -> date:
        """The day before which a rating was last stated when it counts as stale."""
        return self.day - timedelta(days=self.settings.stale_after)

    def cell_path(self, criterion: str, party: str) -> tuple[str | int, ...]:
        """Return the place of a cell's newest statement; the assessments' where it has none."""
        stated = self.card.cell(criterion, party).stated
        return next(
            (
                ("assessments", index, "ratings", criterion, party)
                for index, assessment in enumerate(self.opportunity.assessments)
                if assessment.date == stated
            ),
            ("assessments",),
        )


class Entry(NamedTuple):
    """What is kept of an opportunity for the checks that look across the workspace."""

    name: str
    customer: str
    status: str
    owner: str | None = None
