"""An opportunity in one line: the figures that `tas list` compares deals by."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.assess.tally import question_tally, tally
from tas_cli.method.catalogue import US, questions


class Balance(NamedTuple):
    """Our balance in each of the four questions, and the share of our cells that is known."""

    questions: tuple[int, ...]
    known: int
    assessed: date | None

    @property
    def total(self) -> int:
        """Plus less minus over all criteria."""
        return sum(self.questions)


def balance(card: Scorecard) -> Balance:
    """Return our balance on a scorecard's day."""
    by_question = (question_tally(card, US, question.number) for question in questions())
    return Balance(
        tuple(counts.balance for counts in by_question),
        tally(card, US).known,
        card.dates[-1] if card.dates else None,
    )
