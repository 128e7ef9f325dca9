"""`tas challenge --role …` on a terminal: asks category by category, three digits a question."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import typer

from tas_cli.assess.challenge import means
from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.edit_support import Target
from tas_cli.commands.prompts import ask, ask_for, confirmed, tell
from tas_cli.commands.standard_error import say
from tas_cli.edits.challenge import Entered, category_named, grades, same_challenge
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.plan import Point, Scores
from tas_cli.refusals import Refusal
from tas_cli.views.challenge import graded, scored
from tas_cli.views.page import styled

_HELP = "?"


@contextmanager
def asked(start: Entered, categories: list[str], to: Target) -> Iterator[Entered]:
    """Yield a challenge as a person at a terminal enters it.

    If it is not saved, the command that enters the same grades is shown.
    """
    scores: dict[str, dict[str, Scores]] = {}
    entered = start._replace(by=ask("Who scores", start.by or "") or None, scores=scores)
    try:
        yield _answered(entered, scores, categories, to)
    except (typer.Abort, Refusal):
        if scores:
            say(f"Not saved. The same grades: {_command(entered, to)}")
        raise


def _answered(
    entered: Entered, scores: dict[str, dict[str, Scores]], categories: list[str], to: Target
) -> Entered:
    """Ask for grades and points, until the person saves them."""
    tell(f"Scored as the {entered.role} (--role).")
    tell("Three digits from 1 (low) to 5 (high): confidence, implications, actions. ? for help.")
    for category in categories or _chosen(scores):
        _ask_category(category, scores, entered, to)
    points = tuple(_points(to))
    if not (scores or points) or not confirmed("Save?"):
        raise typer.Abort
    return entered._replace(points=points)


def _chosen(scores: dict[str, dict[str, Scores]]) -> Iterator[str]:
    """Yield the categories that the person picks, until there are none."""
    for number, category in enumerate(challenge_categories().values(), 1):
        tell(f"{number} {category.title}", 2)
    while name := ask_for(
        "Category, Enter to finish", "", lambda text: category_named(text) if text else ""
    ):
        yield name
        if not set(challenge_categories()) - set(scores):
            return


def _ask_category(
    key: str, scores: dict[str, dict[str, Scores]], entered: Entered, to: Target
) -> None:
    """Ask the questions of a category, and show what it scores."""
    category, deal = challenge_categories()[key], to.opportunity
    at = same_challenge(deal, entered)
    before = deal.challenges[at].scores.get(key, {}) if at is not None else {}
    given: dict[str, Scores] = {}
    tell(category.title)
    for each in category.questions:
        text = _ask_question(each.ask, graded(before.get(each.key)))
        if text:
            given[each.key] = scores.setdefault(key, {})[each.key] = grades(text)
    found = means({**before, **given})
    settings = DealOnDay.of(deal, to.workspace.settings, entered.day)
    words = [f"{name} {styled(scored(score, settings))[0]}" for name, score in found.items()]
    tell(", ".join(words), 2)


def _ask_question(question: str, default: str) -> str:
    while (answer := ask_for(question, default, _checked)) == _HELP:
        for each in score_columns().values():
            tell(f"{each.title}: {' '.join(each.asks)}", 2)
    return answer


def _checked(text: str) -> str:
    if text and text != _HELP:
        grades(text)
    return text


def _points(to: Target) -> Iterator[Point]:
    """Yield the points that the person raises, until there are none."""
    day = partial(to.interpreter.spelled, "date", name="due")
    while what := ask("What could be wrong with this plan? Enter for nothing more"):
        recommendation = ask("What do you recommend") or None
        owner = ask("Who follows it up", to.opportunity.owner or "") or None
        due = ask_for("Due (31 Mar, fri, +2w)", "", day, to.interpreter)
        given = {"what": what, "recommendation": recommendation, "owner": owner, "due": due}
        yield Point.model_validate({key: text for key, text in given.items() if text})


def _command(entered: Entered, to: Target) -> str:
    words = [
        f"{category}.{question}={graded(given)}"
        for category, asked_for in entered.scores.items()
        for question, given in asked_for.items()
    ]
    by = ["--by", entered.by] if entered.by else []
    return shlex.join(["tas", "challenge", to.id, "--role", entered.role, *by, *words])
