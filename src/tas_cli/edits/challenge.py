"""A challenge of the plan as people type it, and the edits that record it (method, section 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tas_cli.assess.challenge import Grades, laid_over
from tas_cli.edits.valid import valid
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.opportunity import CHALLENGES, Opportunity
from tas_cli.model.plan import Challenge, ChallengeFile, Scores
from tas_cli.nouns.noun import content
from tas_cli.reading.nearest import did_you_mean
from tas_cli.reading.read import read_as
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Insert, Put

if TYPE_CHECKING:
    from tas_cli.model.plan import Point

_BETWEEN = re.compile(r"[\s,;/]+")
_NONE = "-"
GRADES = "three digits from 1 (low) to 5 (high), such as 4 2 3"
"""What to type for a question: confidence, implications, actions."""


class Entered(NamedTuple):
    """What somebody scored and raised on a day, to be added to their challenge of that day."""

    day: date
    by: str | None
    role: str
    scores: Grades
    points: tuple[Point, ...] = ()


def grades(text: str) -> Scores:
    """Read the grades for a question: `4 2 3`, `4,2,3` or `423`; - leaves one out.

    An empty text, or a - in each column, clears the question.

    Raises:
        WrongCall: it is something else.
    """
    parts = [each for each in _BETWEEN.split(text) if each]
    if not parts:
        return Scores()
    parts = [*parts[0]] if len(parts) == 1 else parts
    columns = score_columns()
    given = {key: each for key, each in zip(columns, parts, strict=False) if each != _NONE}
    if len(parts) != len(columns) or not set(given.values()) <= {*"12345"}:
        raise WrongCall(f"{text!r} is not {GRADES}.", "Write - for a column that you cannot judge.")
    return Scores.model_validate(given)


def question_named(text: str) -> tuple[str, str]:
    """Return the category and the question of a name: customer_issues.urgency, or urgency alone.

    Raises:
        WrongCall: there is no such question.
    """
    known = {
        f"{key}.{each.key}": (key, each.key)
        for key, category in challenge_categories().items()
        for each in category.questions
    }
    name = text.strip().replace("-", "_").casefold()
    found = [each for full, each in known.items() if name in (full, each[1])]
    if len(found) != 1:
        listed = f"Questions: {', '.join(known)}."
        raise WrongCall(
            f"unknown question {text!r}.",
            did_you_mean(name, [*known, *(each for _, each in known.values())], listed),
        )
    return found[0]


def category_named(text: str) -> str:
    """Return the category of a key, a number from 1, or the beginning of its key or title.

    Raises:
        WrongCall: there is none, or there are several.
    """
    known = challenge_categories()
    word = text.strip().casefold()
    if word in known:
        return word
    if word.isascii() and word.isdecimal() and 1 <= int(word[:3]) <= len(known):
        return [*known][int(word[:3]) - 1]
    begins = word.replace(" ", "_").replace("-", "_")
    found = [
        key
        for key, each in known.items()
        if word
        and (key.startswith(begins) or each.title.casefold().replace(" ", "_").startswith(begins))
    ]
    if len(found) != 1:
        raise WrongCall(
            f"unknown category {text!r}.", f"Categories: {', '.join(known)}; or a number."
        )
    return found[0]


def scores_of(assignments: Iterable[str]) -> Grades:
    """Return the grades of assignments such as `customer_issues.urgency="4 2 3"`.

    Raises:
        WrongCall: one of them is wrong, or two are about the same question.
    """
    found: dict[str, dict[str, Scores]] = {}
    for each in assignments:
        name, _, text = each.partition("=")
        category, question = question_named(name)
        if question in found.get(category, {}):
            raise WrongCall(f"{question} is given twice.")
        found.setdefault(category, {})[question] = grades(text)
    return found


def challenge_in(data: bytes, name: str) -> ChallengeFile:
    """Return the challenge that a file has.

    Raises:
        WrongCall: the file is not valid.
    """
    reading = read_as(ChallengeFile, data, name)
    if reading.value is None or reading.diagnostics:
        found = reading.diagnostics[0]
        raise WrongCall(
            f"{name}:{found.line}:{found.column}: {found.message}.",
            found.help or "Write keys such as `role:`, `scores:` and `points:`; see docs/plan.md.",
        )
    return reading.value


def same_challenge(now: Opportunity, entered: Entered) -> int | None:
    """Return the place of this person's challenge in this role on this day, None without one."""
    about = (entered.day, entered.by, entered.role)
    listed = enumerate(now.challenges)
    return next((at for at, each in listed if (each.date, each.by, each.role) == about), None)


def applied(now: Opportunity, entered: Entered) -> Opportunity:
    """Return a deal as it is once a challenge is recorded, or as it is if nothing was entered."""
    if not (entered.scores or entered.points):
        return now
    at = same_challenge(now, entered)
    before = blank(entered) if at is None else now.challenges[at]
    recorded = before.model_copy(
        update={
            "scores": _merged(before.scores, entered.scores),
            "points": [*before.points, *entered.points],
        }
    )
    listed = [*now.challenges, recorded]
    if at is not None:
        listed[at] = listed.pop()
    return now.model_copy(update={CHALLENGES: listed})


def blank(entered: Entered) -> Challenge:
    """Return a challenge of a person, a role and a day before anything is scored."""
    return Challenge.model_validate(
        {"date": entered.day.isoformat(), "by": entered.by, "role": entered.role}
    )


def edits(now: Opportunity, entered: Entered) -> Iterator[Edit]:
    """Yield the edits that record a challenge, or add to the one of the same person and day.

    Grades that are cleared go from it, and with the last of them a challenge without points.

    Raises:
        WrongCall: there is nothing to clear.
    """
    at = same_challenge(now, entered)
    merged = _merged(now.challenges[at].scores if at is not None else {}, entered.scores)
    if at is None:
        if not (merged or entered.points):
            advice = "Say whose with --by, --role and --date."
            raise WrongCall("there is no challenge of that person, role and day to clear.", advice)
        yield Insert((CHALLENGES,), document(entered))
        return
    if not (merged or entered.points or now.challenges[at].points):
        yield Put((CHALLENGES, at), "")
        return
    for category, asked in entered.scores.items():
        for question in asked:
            given = merged.get(category, {}).get(question)
            place = (CHALLENGES, at, "scores", category, question)
            yield Put(place, written(given) if given else "")
    for point in entered.points:
        yield Insert((CHALLENGES, at, "points"), point)


def _merged(before: Grades, entered: Grades) -> Grades:
    """Return grades with those entered over them, and without the questions that were cleared."""
    found = {
        category: {
            question: each
            for question, each in asked.items()
            if entered.get(category, {}).get(question) != Scores()
        }
        for category, asked in laid_over(before, entered).items()
    }
    return {category: asked for category, asked in found.items() if asked}


def document(entered: Entered) -> dict[str, Any]:
    """Return a challenge as a file has it, without what it leaves out."""
    scores = {
        category: {question: written(given) for question, given in asked.items()}
        for category, asked in _merged({}, entered.scores).items()
    }
    found = {
        "date": entered.day.isoformat(),
        "by": entered.by,
        "role": entered.role,
        "scores": scores,
        "points": [content(each) for each in entered.points],
    }
    left = {key: each for key, each in found.items() if each}
    valid(Challenge, left, "challenge")
    return left


def written(given: Scores) -> Any:
    """Return grades as a file has them: in one text, or a mapping where one is missing."""
    found = given.model_dump(exclude_none=True)
    full = len(found) == len(score_columns())
    return " ".join(map(str, found.values())) if full else {key: str(found[key]) for key in found}
