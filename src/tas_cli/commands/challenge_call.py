"""Shows how the plan of a deal was challenged, or records a challenge."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.assess.challenge import Grades, dependence
from tas_cli.assess.changes import FieldChange
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.display import has_full_screen
from tas_cli.commands.edit_support import Target, change, effect_of, print_effect, target
from tas_cli.commands.inputs import all_given, file_given, given
from tas_cli.commands.map_page import deal_on_day
from tas_cli.commands.opening import user
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_as
from tas_cli.commands.prompts import can_ask
from tas_cli.commands.standard_error import say
from tas_cli.edits.challenge import (
    GRADES,
    Entered,
    category_named,
    challenge_in,
    edits,
    same_challenge,
    scores_of,
)
from tas_cli.edits.valid import valid
from tas_cli.method.plan import ChallengeQuestion, challenge_categories
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.plan import ChallengeFile, Point
from tas_cli.refusals import WrongCall
from tas_cli.views.challenge import graded, not_independent, page
from tas_cli.views.json.challenge import challenge_json


class ChallengeCall(NamedTuple):
    """What the call says; `texts` are the recommendation, owner and due date of a point."""

    words: list[str]
    role: str | None
    by: str | None
    points: list[str]
    texts: dict[str, str | None]
    file: str | None
    at: str | None
    edit: bool
    plain: bool

    @property
    def scripted(self) -> bool:
        """Whether it says what to record."""
        return bool(self.points or self.file is not None or any("=" in each for each in self.words))

    @property
    def enters(self) -> bool:
        """Whether it is about a challenge to record."""
        texts = (self.role, self.by, *self.texts.values())
        asked = self.words or self.edit or self.plain or any(each is not None for each in texts)
        return bool(self.scripted or asked)


def carry_out(name: str, call: ChallengeCall, how: How) -> None:
    """Print the page, record what the call says, or ask for it."""
    if not call.enters:
        if how.on is not None or how.dry_run:
            raise WrongCall("--date and --dry-run need grades or a point.", _advice())
        _print(name, call, how)
        return
    if call.at is not None:
        raise WrongCall("--at applies only to the page.", "Use --date for the day of a challenge.")
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the page.")
    to = target(name)
    if call.scripted:
        entered = _entered(call, to, how)
        _save(to, entered, how)
        if not (call.role or call.file):
            say(f"Scored as the {entered.role} (--role).")
    elif can_ask(how.output) and not any(call.texts.values()):
        _ask(call, to, how)
    else:
        for each in call.words:
            category_named(each)
        raise WrongCall("there is nothing to record.", _advice(call.words))


def _ask(call: ChallengeCall, to: Target, how: How) -> None:
    """Ask for grades and points on the full screen, or line by line."""
    start = _start(call, ChallengeFile(), to, how)
    categories = [category_named(each) for each in call.words]
    if has_full_screen() and not (call.plain or how.dry_run):
        from tas_cli.commands.challenge_screen import on_the_screen  # noqa: PLC0415 - loads textual

        on_the_screen(to, start, categories)
        return
    from tas_cli.commands.challenge_prompts import asked  # noqa: PLC0415 - only for this

    with asked(start, categories, to) as entered:
        _save(to, entered, how)


def _advice(words: Iterable[str] = ()) -> str:
    """Return how to write grades, with the questions of the categories that were named."""
    keys = [each.key for word in words for each in _questions(word)]
    listed = f" Questions: {', '.join(keys)}." if keys else ""
    example = f'{keys[0] if keys else "urgency"}="4 2 3"'
    return f"Write QUESTION={GRADES}: {example}; or add --point or --from.{listed}"


def _questions(category: str) -> Iterable[ChallengeQuestion]:
    return challenge_categories()[category_named(category)].questions


def _print(name: str, call: ChallengeCall, how: How) -> None:
    deal, then = deal_on_day(name, call.at)
    print_as(
        how.output,
        json=lambda: challenge_json(deal.id, deal.file, then),
        page=lambda: page(deal.id, then),
    )


def _entered(call: ChallengeCall, to: Target, how: How) -> Entered:
    """Return what the call and its file say."""
    words = all_given(call.words, "QUESTION=GRADES")
    lone = next((each for each in words if "=" not in each), None)
    if lone is not None:
        raise WrongCall(f"no grades given for {lone!r}.", _advice())
    file = ChallengeFile()
    if call.file is not None:
        file = challenge_in(file_given(call.file), call.file)
    start = _start(call, file, to, how)
    entered = start._replace(
        scores=_over(file.scores, scores_of(words)),
        points=(*file.points, *_points(call, to)),
    )
    if not (entered.scores or entered.points):
        raise WrongCall(f"{call.file} has neither scores nor points.", "See docs/plan.md.")
    return entered


def _over(before: Grades, after: Grades) -> Grades:
    keys = dict.fromkeys((*before, *after))
    return {key: {**before.get(key, {}), **after.get(key, {})} for key in keys}


def _start(call: ChallengeCall, file: ChallengeFile, to: Target, how: How) -> Entered:
    """Return who scores in which role, and when; the options override the file."""
    day = file.date if file.date and how.on is None else day_not_in_future(how.on)
    if day > to.interpreter.today:
        raise WrongCall(f"{call.file}: the challenge of {day} is in the future.")
    by = given(call.by, "--by") or file.by or user(to.workspace)
    role = call.role or file.role or _usual(to.opportunity, by, day)
    return Entered(day, by, role, {})


def _usual(deal: Opportunity, by: str | None, day: date) -> str:
    """Return the role that a person already has in a challenge of that day; else the team's."""
    found = [each.role for each in deal.challenges if (each.date, each.by) == (day, by)]
    return found[-1] if found else "team"


def _points(call: ChallengeCall, to: Target) -> list[Point]:
    """Return the points of the call.

    Raises:
        WrongCall: it says more about a point, but has none or several.
    """
    more = {key: given(text, f"--{key}") for key, text in call.texts.items()}
    named = [f"--{key}" for key, text in more.items() if text]
    if named and len(call.points) != 1:
        raise WrongCall(f"{' and '.join(named)} must go with exactly one --point.")
    if more["due"]:
        more["due"] = to.interpreter.spelled("date", more["due"], "due")
    filled = {key: text for key, text in more.items() if text}
    texts = all_given(call.points, "--point")
    return [valid(Point, {"what": text, **filled}, "--point") for text in texts]


def _save(to: Target, entered: Entered, how: How) -> None:
    """Record a challenge, and report what it changed."""
    written = change(to, lambda now: edits(now, entered), how)
    effect = effect_of(to, written, how)
    fields = tuple(_changes(written.was, written.now, entered))
    print_effect(effect._replace(fields=fields), how)
    at = same_challenge(written.now, entered)
    if at is not None:
        mine = written.now.challenges[at]
        why = dependence(written.now, mine)
        if why:
            say(not_independent(mine, why))


def _changes(was: Opportunity, now: Opportunity, entered: Entered) -> list[FieldChange]:
    """Return the grades before and after, and the points that are new."""
    before, after = (_scores(each, entered) for each in (was, now))
    found = [
        FieldChange(
            f"{category}.{question}",
            graded(before.get(category, {}).get(question)) or None,
            graded(after.get(category, {}).get(question)) or None,
        )
        for category, asked in entered.scores.items()
        for question in asked
    ]
    return [*found, *(FieldChange("point", None, each.what) for each in entered.points)]


def _scores(deal: Opportunity, entered: Entered) -> Grades:
    at = same_challenge(deal, entered)
    return deal.challenges[at].scores if at is not None else {}
