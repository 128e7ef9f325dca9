"""`tas challenge --format json`, version 1."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.challenge import (
    ROLES,
    Grades,
    color,
    dependence,
    doubted,
    gaps,
    grades_of,
    means,
    open_points,
)
from tas_cli.assess.deal import DealOnDay
from tas_cli.method.plan import challenge_categories
from tas_cli.views.challenge import question
from tas_cli.views.json.document import document


def challenge_json(name: str, file: str, deal: DealOnDay) -> str:
    """Return what the team and a spoiler think of the plan, and where they differ."""
    sides = {role: grades_of(deal.opportunity, role) for role in ROLES}
    return document(
        {
            "id": name,
            "file": file,
            "date": deal.day,
            "challenges": [
                {
                    "date": each.date,
                    "by": each.by,
                    "role": each.role,
                    "dependent": dependence(deal.opportunity, each),
                }
                for each in deal.opportunity.challenges
            ],
            "all_green_at_first": doubted(deal) is not None,
            "categories": [
                {
                    "category": key,
                    "title": category.title,
                    **{role: _side(sides[role], key, deal) for role in ROLES},
                }
                for key, category in challenge_categories().items()
                if any(key in side for side in sides.values())
            ],
            "differences": [
                {**each._asdict(), "ask": question(each.category, each.question)}
                for each in gaps(*sides.values())
            ],
            "open_points": [
                {"number": each.number, "raised": each.challenge.date, **each.point.model_dump()}
                for each in open_points(deal)
            ],
        }
    )


def _side(grades: Grades, key: str, deal: DealOnDay) -> dict[str, Any] | None:
    given = grades.get(key)
    if given is None:
        return None
    scores = {
        column: {"score": str(score), "color": color(score, deal.settings)}
        for column, score in means(given).items()
    }
    return {"grades": {asked: each.model_dump() for asked, each in given.items()}, "scores": scores}
