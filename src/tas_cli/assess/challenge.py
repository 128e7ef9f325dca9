"""The plan, challenged: means, colors, and where the team and the spoiler differ (section 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from tas_cli.assess.actions import Numbered, numbered_actions
from tas_cli.assess.deal import DealOnDay
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.opportunity import CHALLENGES, Opportunity
from tas_cli.model.settings import ChallengeColors, Settings

if TYPE_CHECKING:
    from tas_cli.model.plan import Challenge, Point, Scores

TEAM, SPOILER = "team", "spoiler"
ROLES = (TEAM, SPOILER)
"""Who scores: first the plan's own team, then an outsider."""
Color = Literal["red", "yellow", "green"]
Grades = Mapping[str, Mapping[str, "Scores"]]
"""The grades from 1 to 5, by category and question."""
Means = dict[str, Decimal]
"""A mean by column, to one decimal; a column without grades is left out."""
_TENTH = Decimal("0.1")


def mean(grades: Iterable[int]) -> Decimal | None:
    """Return the mean of grades to one decimal, half a tenth rounded up; None without any."""
    given = [*grades]
    if not given:
        return None
    return (Decimal(sum(given)) / len(given)).quantize(_TENTH, ROUND_HALF_UP)


def means(scores: Mapping[str, Scores]) -> Means:
    """Return a category's score in each column: the mean of its questions."""
    found = {
        column: mean(grade for each in scores.values() if (grade := getattr(each, column)))
        for column in score_columns()
    }
    return {column: each for column, each in found.items() if each is not None}


def color(score: Decimal, settings: Settings) -> Color:
    """Return what a score means; the bounds are our reading, and in the settings."""
    bounds = settings.challenge or ChallengeColors()
    if score < bounds.red_below:
        return "red"
    return "green" if score >= bounds.green_from else "yellow"


def in_order(challenges: Iterable[Challenge]) -> list[Challenge]:
    """Return challenges from the oldest to the newest."""
    return sorted(challenges, key=lambda each: each.date)


def grades_of(deal: Opportunity, role: str) -> Grades:
    """Return the newest grades of the team or of the spoiler, in the order of the method."""
    found: dict[str, dict[str, Scores]] = {}
    for each in in_order(deal.challenges):
        if each.role == role:
            found = laid_over(found, each.scores)
    return {key: _sorted(key, found[key]) for key in challenge_categories() if key in found}


def laid_over(before: Grades, after: Grades) -> dict[str, dict[str, Scores]]:
    """Return grades with newer ones over them, column by column."""
    found = {category: dict(asked) for category, asked in before.items()}
    for category, asked in after.items():
        known = found.setdefault(category, {})
        known |= {key: over(known.get(key), given) for key, given in asked.items()}
    return found


def over(before: Scores | None, given: Scores) -> Scores:
    """Return the newer grades, and the older ones where a column has no newer one."""
    newer = given.model_dump(exclude_none=True)
    return before.model_copy(update=newer) if before else given


def _sorted(category: str, scores: Mapping[str, Scores]) -> dict[str, Scores]:
    asked = [each.key for each in challenge_categories()[category].questions]
    return {key: scores[key] for key in dict.fromkeys((*asked, *scores)) if key in scores}


def in_figures(given: Scores) -> str:
    """Return three grades as a file has them, with a dash for one that is missing."""
    return " ".join(str(getattr(given, column) or "-") for column in score_columns())


class Gap(NamedTuple):
    """A grade that the team and the spoiler see differently."""

    category: str
    question: str
    column: str
    team: int
    spoiler: int

    @property
    def size(self) -> int:
        """How far apart they are, from 1 to 4."""
        return abs(self.team - self.spoiler)


def gaps(team: Grades, spoiler: Grades) -> list[Gap]:
    """Return where both gave a grade and the grades differ: the largest differences first."""
    return sorted(_gaps(team, spoiler), key=lambda each: -each.size)


def _gaps(team: Grades, spoiler: Grades) -> Iterator[Gap]:
    for category, asked in team.items():
        for question, ours in asked.items():
            theirs = spoiler.get(category, {}).get(question)
            for column in score_columns():
                one, other = getattr(ours, column), getattr(theirs, column, None)
                if one and other and one != other:
                    yield Gap(category, question, column, one, other)


def all_green(challenge: Challenge, settings: Settings) -> bool:
    """Whether a challenge has scores, and each of them is green."""
    found = [score for each in challenge.scores.values() for score in means(each).values()]
    return bool(found) and all(color(score, settings) == "green" for score in found)


def doubted(deal: DealOnDay) -> Challenge | None:
    """Return the first challenge if it is all green: the team probably fools itself.

    Once a later challenge is not all green, there is no doubt any more.
    """
    scored = [each for each in in_order(deal.opportunity.challenges) if each.scores]
    green = [all_green(each, deal.settings) for each in scored]
    return scored[0] if scored and all(green) else None


def dependence(deal: Opportunity, challenge: Challenge) -> Literal["deal", "tactic", "team"] | None:
    """Return why a spoiler is not independent: owns the deal or a tactic, or scored for the team.

    None if nothing speaks against it, or if it is not a spoiler's challenge.
    """
    by = _folded(challenge.by)
    if challenge.role != SPOILER or not by:
        return None
    if by == _folded(deal.owner):
        return "deal"
    if by in {_folded(each.owner) for each in deal.tactics}:
        return "tactic"
    team = {_folded(each.by) for each in deal.challenges if each.role == TEAM and each.scores}
    return "team" if by in team else None


def _folded(name: str | None) -> str:
    return (name or "").strip().casefold()


class Raised(NamedTuple):
    """A point and the challenge that raised it; `item` has its number among the action items."""

    item: Numbered
    challenge: Challenge
    point: Point

    @property
    def number(self) -> int:
        """Its number among the action items of the deal."""
        return self.item.number


def points(deal: Opportunity) -> list[Raised]:
    """Return all points that challenges raised, by number."""
    return [*_raised(numbered_actions(deal), deal)]


def open_points(deal: DealOnDay) -> list[Raised]:
    """Return the points that are still to be followed up, by number."""
    return [*_raised(deal.actions, deal.opportunity)]


def _raised(items: Iterable[Numbered], deal: Opportunity) -> Iterator[Raised]:
    for each in items:
        key, at, _, index = (*each.path, None, None)[:4]
        if key == CHALLENGES and isinstance(at, int) and isinstance(index, int):
            yield Raised(each, deal.challenges[at], deal.challenges[at].points[index])


def last_challenge(deal: Opportunity) -> Challenge | None:
    """Return the newest challenge, of several on a day the last in the file; None without any."""
    listed = in_order(deal.challenges)
    return listed[-1] if listed else None
