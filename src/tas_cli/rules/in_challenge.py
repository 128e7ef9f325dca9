"""What the checks of challenges have in common: what a category is about, and examples.

Our reading: a category named after one of the four questions is about that question's criteria.
The method's own category, the customer's issues and objectives, is about what the customer wants
(#1) and why it must act (#5).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tas_cli.assess.challenge import ROLES, grades_of, means
from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import criteria, questions
from tas_cli.model.opportunity import Opportunity
from tas_cli.rules.in_process import HEAD

_OWN = {"customer_issues": ("customer_project", "compelling_event")}


class Scored(NamedTuple):
    """A category as the team or the spoiler last scored it: the mean of each column."""

    role: str
    category: str
    means: dict[str, Decimal]


def scored(opportunity: Opportunity) -> Iterator[Scored]:
    """Yield the categories that have scores: the team's first, then the spoiler's."""
    for role in ROLES:
        for category, grades in grades_of(opportunity, role).items():
            yield Scored(role, category, means(grades))


def criteria_of(category: str) -> tuple[str, ...]:
    """Return the criteria that a category is about, by number."""
    number = {each.key: each.number for each in questions()}.get(category)
    own = (each.key for each in criteria() if each.question == number)
    return _OWN.get(category) or tuple(own)


def scores_path(opportunity: Opportunity, found: Scored) -> Path:
    """Return the place of the newest scores of a category by the team or by the spoiler."""
    dated = [
        (each.date, at)
        for at, each in enumerate(opportunity.challenges)
        if each.role == found.role and found.category in each.scores
    ]
    return ("challenges", max(dated)[1], "scores", found.category)


def challenged(scores: str, rest: str = "", by: str = "nicole", role: str = "team") -> str:
    """Return an example: a deal whose plan was challenged once, and more lines."""
    who = f"    by: {by}\n    role: {role}\n"
    return (
        f"{HEAD}owner: nicole\nchallenges:\n  - date: 2026-11-20\n{who}    scores:\n"
        f"      {scores}\n{rest}"
    )
