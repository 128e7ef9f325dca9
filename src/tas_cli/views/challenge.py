"""`tas challenge`: what the team and an outsider think of the plan, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from tas_cli.assess.challenge import (
    ROLES,
    SPOILER,
    TEAM,
    Gap,
    Grades,
    Means,
    Raised,
    color,
    dependence,
    doubted,
    gaps,
    grades_of,
    in_figures,
    in_order,
    last_challenge,
    means,
    open_points,
)
from tas_cli.assess.deal import DealOnDay
from tas_cli.diagnostics import typeable
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.settings import ChallengeColors
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    UNKNOWN,
    Block,
    Column,
    Hint,
    Item,
    Page,
    Part,
    Section,
    Table,
    Words,
    cells,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.words import short_date
from tas_cli.words import enumerated, spelled

if TYPE_CHECKING:
    from tas_cli.model.plan import Challenge, Scores

_LARGEST = 5
"""How many differences are at the top of the page."""
_NARROW = 14
"""The fewest cells for a category or a question on a narrow terminal."""
_STYLES = {"red": MINUS, "yellow": UNKNOWN, "green": PLUS}
DEPENDENT = {
    "deal": "owns the deal",
    "tactic": "owns a tactic of this plan",
    "team": "scored for the team, too",
}
"""Why somebody is not an independent spoiler."""
ALL_GREEN = (
    "All green at the first pass: the team is probably fooling itself. Ask somebody who"
    " knows the account a little and did not make the plan."
)
_SIDES = {TEAM: "team", SPOILER: "spoiler"}


def page(name: str, deal: DealOnDay) -> Page:
    """Return how the plan was challenged; of a plan that was not, how to begin."""
    yield from head(name, deal)
    yield GAP
    if not deal.opportunity.challenges:
        yield paragraph("Nobody has challenged this plan yet. First the team scores it itself.")
        yield Hint(f"`tas challenge {typeable(name)} --role team`")
        return
    yield from _compared(deal, _LARGEST)
    yield _points(name, deal)
    yield from _next(name, deal)


def comparison(deal: DealOnDay) -> Page:
    """Return the newest grades of the team and of the spoiler, with all their differences."""
    for role, side in zip(ROLES, _both(deal), strict=True):
        if not side:
            yield paragraph(f"Nobody has scored as the {role} yet.")
    if deal.opportunity.challenges:
        yield from _compared(deal, None)


def _both(deal: DealOnDay) -> tuple[Grades, Grades]:
    """Return the newest grades of the team, and of the spoiler."""
    team, spoiler = (grades_of(deal.opportunity, role) for role in ROLES)
    return team, spoiler


def _compared(deal: DealOnDay, most: int | None) -> Iterator[Block]:
    """Yield who scored, doubts, the largest differences, the means, and every grade."""
    team, spoiler = _both(deal)
    yield paragraph(_who(deal), ".")
    yield items(_doubts(deal), 2, "!")
    if found := gaps(team, spoiler):
        yield _largest(found[:most])
    yield from scores(deal)
    yield from _grades(team, spoiler)


def _who(deal: DealOnDay) -> str:
    """Return who scored, and when."""
    listed = [
        f"{each.by or 'nobody named'} ({_SIDES[each.role]}, {short_date(each.date, deal.day)})"
        for each in in_order(deal.opportunity.challenges)
    ]
    return f"Challenged by {enumerated(listed)}"


def _doubts(deal: DealOnDay) -> Iterator[Item]:
    """Yield why the scores are not to be relied on."""
    first = doubted(deal)
    if first:
        yield item(ALL_GREEN)
    for each in deal.opportunity.challenges:
        why = dependence(deal.opportunity, each)
        if why:
            yield item(not_independent(each, why))


def not_independent(challenge: Challenge, why: str) -> str:
    """Return why a spoiler is not independent, in a sentence."""
    return f"{challenge.by} is not an independent spoiler: {DEPENDENT[why]}."


def question(category: str, key: str) -> str:
    """Return a question of a category; one of the file's own by its key."""
    asked = {each.key: each.ask for each in challenge_categories()[category].questions}
    return asked.get(key) or spelled(key)


def _largest(found: list[Gap]) -> Section:
    """Return where the team and the spoiler differ most."""
    rows = (
        cells(
            score_columns()[each.column].title,
            str(each.team),
            str(each.spoiler),
            question(each.category, each.question),
        )
        for each in found
    )
    columns = (Column(""), Column("Team", right=True), Column("Spoiler", right=True), Column(""))
    return section("Largest differences", Table(columns, tuple(rows), wrapped=True))


def scored(score: Decimal | None, deal: DealOnDay) -> Part:
    """Return a score with its color in a word; a dash for none."""
    if score is None:
        return ("-", DIM)
    name = color(score, deal.settings)
    return (f"{score} {name}", _STYLES[name])


def scores(deal: DealOnDay) -> Iterator[Block]:
    """Yield the score of every category in each column, the team's above the spoiler's."""
    team, spoiler = _both(deal)
    titles = (Column(each.title) for each in score_columns().values())
    columns = (Column("Category", folds=True), Column(""), *titles)
    rows = [
        (*cells(category.title if first else "", _SIDES[role]), *_row(means(grades[key]), deal))
        for key, category in challenge_categories().items()
        for first, role, grades in _sides(key, team, spoiler)
    ]
    if rows:
        yield GAP
        yield Table(columns, tuple(rows), squeezed=(("Category", _NARROW),))
        bounds = deal.settings.challenge or ChallengeColors()
        words = f"Red is below {bounds.red_below}, green {bounds.green_from} or more"
        yield paragraph((f"{words} (our reading; tas.yaml).", DIM))


def _sides(key: str, team: Grades, spoiler: Grades) -> Iterator[tuple[bool, str, Grades]]:
    """Yield those who scored a category; the first one is marked."""
    found = [(role, each) for role, each in zip(ROLES, (team, spoiler), strict=True) if key in each]
    for at, (role, grades) in enumerate(found):
        yield at == 0, role, grades


def _row(found: Means, deal: DealOnDay) -> Iterator[Words]:
    for column in score_columns():
        yield (scored(found.get(column), deal),)


def _grades(team: Grades, spoiler: Grades) -> Iterator[Block]:
    """Yield the grades of each question: confidence, implications, actions."""
    rows = [
        cells(
            question(key, asked),
            *(graded(side.get(key, {}).get(asked)) for side in (team, spoiler)),
        )
        for key in challenge_categories()
        for asked in dict.fromkeys((*team.get(key, ()), *spoiler.get(key, ())))
    ]
    if rows:
        yield GAP
        columns = (Column("Question", most=56, folds=True), Column("Team"), Column("Spoiler"))
        yield Table(columns, tuple(rows), squeezed=(("Question", _NARROW),))


def graded(given: Scores | None) -> str:
    """Return the grades of a question; empty if nobody gave any."""
    return in_figures(given) if given else ""


def _points(name: str, deal: DealOnDay) -> Section:
    return section("Open", items((_point(name, each, deal) for each in open_points(deal)), 2))


def _point(name: str, each: Raised, deal: DealOnDay) -> Item:
    point = each.point
    below = (
        f"Recommended: {point.recommendation}" if point.recommendation else "",
        f"Answer: {point.answer}" if point.answer else "",
    )
    whose = ", ".join(filter(None, (point.owner, _due(each, deal))))
    return item(
        point.what,
        (f" ({whose})", MINUS if each.item.overdue(deal.day) else DIM) if whose else "",
        mark=str(each.number),
        below=filter(None, below),
        command="" if point.answer else f'tas actions {typeable(name)} {each.number} answer="…"',
    )


def _due(each: Raised, deal: DealOnDay) -> str:
    if each.point.due is None:
        return ""
    late = "overdue, " if each.item.overdue(deal.day) else ""
    return f"{late}due {short_date(each.point.due, deal.day)}"


def _next(name: str, deal: DealOnDay) -> Iterator[Block]:
    """Yield which categories nobody has scored, or only one role, and who scores next."""
    team, spoiler = _both(deal)
    every = challenge_categories()
    nobody = set(every) - {*team, *spoiler}
    left = {
        f"Not scored yet ({len(nobody)} of {len(every)})": nobody,
        "Not by the team": set(spoiler) - set(team) if team else (),
        "Not by the spoiler": set(team) - set(spoiler) if spoiler else (),
    }
    yield GAP
    for words, missing in left.items():
        titles = [each.title for key, each in every.items() if key in missing]
        yield paragraph(f"{words}: {' · '.join(titles)}" if titles else "")
    role, who = _scores_next(deal, team, spoiler)
    if role:
        yield Hint(f"{who}: `tas challenge {typeable(name)} --role {role}`")


def _scores_next(deal: DealOnDay, team: Grades, spoiler: Grades) -> tuple[str, str]:
    """Return the role that scores next, and who does, in words; empty if both have scored."""
    if not team:
        return TEAM, "The team scores next"
    used = deal.opportunity
    scored_before = [each for each in used.challenges if each.role == SPOILER and each.scores]
    if scored_before and all(dependence(used, each) for each in scored_before):
        return SPOILER, "Somebody who owns nothing of this plan scores next"
    if not set(team) - set(spoiler):
        return "", ""
    return (
        SPOILER,
        "The spoiler scores the rest" if spoiler else "An outsider, the spoiler, scores next",
    )


def challenged(deal: DealOnDay) -> Iterator[Section]:
    """Yield the last challenge in a few lines, for the page of the plan; nothing without one."""
    last = last_challenge(deal.opportunity)
    if last is None:
        return
    side = _SIDES[last.role]
    by = f"{last.by} ({side})" if last.by else f"the {side}"
    said = (f"{by}, {short_date(last.date, deal.day)}",)
    points = [
        f"{each.point.what}{f' ({each.point.owner})' if each.point.owner else ''}{_answered(each)}"
        for each in open_points(deal)
    ]
    yield section(
        "Challenged",
        items((item(*said, *_weakest(last, deal)), *map(_open, points)), 2, "•"),
    )


def _open(what: str) -> Item:
    return item("Open: ", what)


def _answered(each: Raised) -> str:
    return f" Answer: {each.point.answer}" if each.point.answer else ""


def _weakest(last: Challenge, deal: DealOnDay) -> Iterable[Part]:
    """Yield the three scores of the category with the lowest sum."""
    found = {key: means(each) for key, each in last.scores.items() if means(each)}
    if not found:
        return
    key = min(found, key=lambda each: (sum(found[each].values()) / len(found[each]), each))
    weakest = "Weakest is " if len(found) > 1 else ""
    yield f'. {weakest}"{challenge_categories()[key].title}"'
    for before, (column, score) in zip((": ", ", ", ", "), found[key].items(), strict=False):
        yield f"{before}{score_columns()[column].title.lower()} "
        yield scored(score, deal)
