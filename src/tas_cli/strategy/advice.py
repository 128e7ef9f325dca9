"""Everything that `tas strategy` tells about an opportunity as of a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.as_of import as_of
from tas_cli.assess.scorecard import Scorecard, scorecard
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.caveats import Case, Warned, all_caveats
from tas_cli.strategy.decision import Decision, decide
from tas_cli.strategy.facts import Facts, facts


class Advice(NamedTuple):
    """The decision with what it was made from and what to mind.

    `opportunity` is as of `day`; `evidenced` says that our bare claims count as unknown.
    """

    opportunity: Opportunity
    day: date
    card: Scorecard
    facts: Facts
    decision: Decision
    caveats: tuple[Warned, ...]
    evidenced: bool

    @property
    def chosen(self) -> str | None:
        """The strategy that is followed."""
        return self.opportunity.chosen


def advise(opportunity: Opportunity, day: date, *, evidenced: bool = False) -> Advice:
    """Return the advice on an opportunity as of a day (method, section 3)."""
    then = as_of(opportunity, day)
    card = scorecard(then, day)
    if evidenced:
        card = card.evidenced()
    known = facts(then, card)
    decision = decide(known)
    case = Case(then, card, known, decision)
    return Advice(then, day, card, known, decision, all_caveats(case), evidenced)
