"""What the checks of people have in common: the examples' deal, and how people are named."""

from __future__ import annotations

from tas_cli.rules.in_process import HEAD
from tas_cli.rules.subject import Subject


def name_of(subject: Subject, key: str) -> str:
    """Return the name of somebody on the map, the short name if there is none."""
    return subject.people[key].name or key


def mapped(people: str, ratings: str = "") -> str:
    """Return an example: a deal with people and ratings, each a line of its own."""
    listed = "".join(f"  {line}\n" for line in people.splitlines())
    rated = "".join(f"      {line}\n" for line in ratings.splitlines())
    assessed = f"assessments:\n  - date: 2026-11-16\n    ratings:\n{rated}" if ratings else ""
    return f"{HEAD}people:\n{listed}{assessed}"
