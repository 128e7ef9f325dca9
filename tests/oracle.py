"""A slow, plain reference of the strategy engine, for testing the fast one.

It is written from the contract's section "The strategy engine" (and the decision tree in section 3
of the method) and from nothing else: it imports nothing of the project. It lists every scenario, a
way to set each unknown cell to + or -, and looks at them one by one.

Meant for about a dozen unknown cells among those that a rule reads; each further one doubles the
time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

Sign = str  # "+", "-", "?"
Cell = tuple[str, str]  # (criterion key, party)
Filled = Mapping[Cell, Sign]  # every cell that is read, each "+" or "-"

US = "us"

# The contract's list of the criteria's keys, 1 to 20.
CRITERIA = (
    "customer_project",
    "business_profile",
    "financial_condition",
    "access_to_funds",
    "compelling_event",
    "formal_decision_criteria",
    "solution_fit",
    "sales_resource_requirements",
    "current_relationship",
    "unique_business_value",
    "inside_support",
    "executive_credibility",
    "cultural_compatibility",
    "informal_decision_criteria",
    "political_alignment",
    "short_term_revenue",
    "future_revenue",
    "profitability",
    "degree_of_risk",
    "strategic_value",
)

# The only cells left out of the enumeration are those that no rule mentions, so that their sign
# cannot matter whatever the other cells, the incumbent and the stated answers are:
# - ours: #1-#4, #16 and #19 occur in no step and in no variation;
# - a competitor's: only three_to_one (#6-#15) and the variations (#7, #9, #11, #12, #15) look at
#   competitors, so that #1-#5 and #16-#20 are not read.
OURS_READ = (5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20)
THEIRS_READ = (6, 7, 8, 9, 10, 11, 12, 13, 14, 15)


@dataclass(frozen=True)
class Facts:
    """The file's data as of the date: everything the engine may look at."""

    competitors: tuple[str, ...]  # in file order, without those that are out of the race
    ratings: Mapping[Cell, Sign]  # a missing cell is "?"
    # None: the file does not say; ("nobody",): nobody. A competitor that is out stays incumbent.
    incumbent: tuple[str, ...] | None
    stated: Mapping[str, bool]  # step -> answer


@dataclass(frozen=True)
class Verdict:
    """What the contract promises about a file's strategy."""

    reachable: frozenset[str]
    recommended: str | None
    variation: str | None
    path: tuple[tuple[str, str], ...]  # (step, "yes" | "no" | "unknown")
    deciding: tuple[tuple[str, str, bool], ...]  # (criterion, party, alone)
    flips: tuple[tuple[str, str, str, str, str | None], ...]  # criterion, party, from, to, strategy


@dataclass(frozen=True)
class Outcome:
    """The result of one scenario."""

    signs: tuple[Sign, ...]  # of the unknown cells, in their order
    strategy: str
    variation: str | None
    answers: Mapping[str, bool]


# ---------------------------------------------------------------------------------------------
# Cells
# ---------------------------------------------------------------------------------------------


def cell(number: int, party: str) -> Cell:
    """Criteria are stored by key; the rules name them by number, from 1."""
    return CRITERIA[number - 1], party


def cells_read(facts: Facts) -> list[Cell]:
    """All cells that a rule mentions: by criterion number, us, then competitors in file order."""
    cells: list[Cell] = []
    for number in range(1, 21):
        if number in OURS_READ:
            cells.append(cell(number, US))
        if number in THEIRS_READ:
            cells.extend(cell(number, competitor) for competitor in facts.competitors)
    return cells


def rating(facts: Facts, where: Cell) -> Sign:
    """A cell that no assessment rates is `?`."""
    return facts.ratings.get(where, "?")


def unknown_cells(facts: Facts) -> list[Cell]:
    """U: the `?` cells, ours and every competitor's (without those that no rule reads)."""
    return [where for where in cells_read(facts) if rating(facts, where) == "?"]


def known_cells(facts: Facts) -> list[Cell]:
    """The cells rated + or - (without those that no rule reads: changing them changes nothing)."""
    return [where for where in cells_read(facts) if rating(facts, where) != "?"]


def is_plus(filled: Filled, number: int, party: str) -> bool:
    """Whether a party has + on a criterion."""
    return filled[cell(number, party)] == "+"


def count(filled: Filled, sign: Sign, first: int, last: int, party: str) -> int:
    """On how many of the criteria #first-#last a party has a sign."""
    return [filled[key, party] for key in CRITERIA[first - 1 : last]].count(sign)


def more_plus_than_minus(filled: Filled, first: int, last: int, party: str) -> bool:
    """Whether a party has more + than - among #first-#last."""
    plus = count(filled, "+", first, last, party)
    minus = count(filled, "-", first, last, party)
    return plus > minus


def some_competitor_has_plus(facts: Facts, filled: Filled, numbers: Sequence[int]) -> bool:
    """Whether some competitor has + on any of the criteria."""
    return any(
        is_plus(filled, number, competitor)
        for competitor in facts.competitors
        for number in numbers
    )


# ---------------------------------------------------------------------------------------------
# The steps: the contract's table of derived answers, one function per row
# ---------------------------------------------------------------------------------------------


def compelling_event(_facts: Facts, filled: Filled) -> bool:
    """There is an event (#5 is +), or one can be created (#10, #12 and #15 are +)."""
    exists = is_plus(filled, 5, US)
    to_be_created = all(is_plus(filled, number, US) for number in (10, 12, 15))
    return exists or to_be_created


def can_compete(_facts: Facts, filled: Filled) -> bool:
    """#7 and #10 are +, and among #6-#10 more are + than -."""
    both = is_plus(filled, 7, US) and is_plus(filled, 10, US)
    return both and more_plus_than_minus(filled, 6, 10, US)


def three_to_one(facts: Facts, filled: Filled) -> bool:
    """A competitor is declared; 3 + and thrice every competitor's on #6-#15; ahead on #11-#15."""
    declared = len(facts.competitors) > 0
    ours = count(filled, "+", 6, 15, US)
    thrice = all(
        ours >= 3 * count(filled, "+", 6, 15, competitor) for competitor in facts.competitors
    )
    return declared and ours >= 3 and thrice and more_plus_than_minus(filled, 11, 15, US)


def change_criteria(_facts: Facts, filled: Filled) -> bool:
    """#10, #12 and #15 are +."""
    return all(is_plus(filled, number, US) for number in (10, 12, 15))


def profitable_subset(_facts: Facts, filled: Filled) -> bool:
    """#10, #11 and #18 are +."""
    return all(is_plus(filled, number, US) for number in (10, 11, 18))


def protect_position(facts: Facts, filled: Filled) -> bool:
    """The incumbent names us or, if the file has no incumbent, #9 is +."""
    if facts.incumbent is None:
        return is_plus(filled, 9, US)
    return US in facts.incumbent


def future_value(_facts: Facts, filled: Filled) -> bool:
    """#17 or #20 is +."""
    return is_plus(filled, 17, US) or is_plus(filled, 20, US)


DERIVED: Mapping[str, Callable[[Facts, Filled], bool]] = {
    "compelling_event": compelling_event,
    "can_compete": can_compete,
    "three_to_one": three_to_one,
    "change_criteria": change_criteria,
    "profitable_subset": profitable_subset,
    "protect_position": protect_position,
    "future_value": future_value,
}

# The method's tree: the step or strategy that follows a yes, and the one that follows a no.
FIRST_STEP = "compelling_event"
TREE: Mapping[str, tuple[str, str]] = {
    "compelling_event": ("can_compete", "protect_position"),
    "can_compete": ("three_to_one", "protect_position"),
    "three_to_one": ("frontal", "change_criteria"),
    "change_criteria": ("flanking", "profitable_subset"),
    "profitable_subset": ("fragment", "protect_position"),
    "protect_position": ("defend", "future_value"),
    "future_value": ("develop", "disengage"),
}


def answer(facts: Facts, filled: Filled, step: str) -> bool:
    """A step has the file's stated answer if there is one, otherwise the derived one."""
    if step in facts.stated:
        return facts.stated[step]
    return DERIVED[step](facts, filled)


def follow(step: str, *, yes: bool) -> str:
    """The step or strategy that follows an answer."""
    return TREE[step][0] if yes else TREE[step][1]


def strategy_under(facts: Facts, filled: Filled) -> str:
    """The leaf of the tree if every cell is filled in."""
    place = FIRST_STEP
    while place in TREE:
        place = follow(place, yes=answer(facts, filled, place))
    return place


# ---------------------------------------------------------------------------------------------
# The variations: one function per strategy
# ---------------------------------------------------------------------------------------------


def frontal_variation(facts: Facts, filled: Filled) -> str:
    """`solution` if no competitor has + on #7, otherwise `reputation`."""
    return "reputation" if some_competitor_has_plus(facts, filled, [7]) else "solution"


def flanking_variation(_facts: Facts, filled: Filled) -> str:
    """`acknowledge_and_expand` if our #6 is +, otherwise `alter_the_rules`."""
    return "acknowledge_and_expand" if is_plus(filled, 6, US) else "alter_the_rules"


def fragment_variation(facts: Facts, filled: Filled) -> str:
    """`peaceful_coexistence` if a competitor is an incumbent (or, if not stated, has + on #9)."""
    if facts.incumbent is None:
        competitor_is_in = some_competitor_has_plus(facts, filled, [9])
    else:
        competitor_is_in = any(each not in (US, "nobody") for each in facts.incumbent)
    return "peaceful_coexistence" if competitor_is_in else "niche"


def defend_variation(facts: Facts, filled: Filled) -> str:
    """`isolate` if some competitor has + on any of #9, #11, #12, #15, otherwise `insulate`."""
    attacked = some_competitor_has_plus(facts, filled, [9, 11, 12, 15])
    return "isolate" if attacked else "insulate"


def develop_variation(facts: Facts, filled: Filled) -> str:
    """`invest` if compelling_event was the step that failed, otherwise `delay`."""
    return "delay" if answer(facts, filled, "compelling_event") else "invest"


VARIATIONS: Mapping[str, Callable[[Facts, Filled], str]] = {
    "frontal": frontal_variation,
    "flanking": flanking_variation,
    "fragment": fragment_variation,
    "defend": defend_variation,
    "develop": develop_variation,
}


def variation_under(facts: Facts, filled: Filled, strategy: str) -> str | None:
    """The variation of a strategy if every cell is filled in; Disengage has none."""
    if strategy == "disengage":
        return None
    return VARIATIONS[strategy](facts, filled)


# ---------------------------------------------------------------------------------------------
# Settling the unknown cells
# ---------------------------------------------------------------------------------------------


def scenarios(facts: Facts) -> Iterator[tuple[tuple[Sign, ...], Filled]]:
    """Every way to set all of U to + or -: the signs of U, and all cells filled in."""
    unknown = unknown_cells(facts)
    known = {where: rating(facts, where) for where in known_cells(facts)}
    for signs in product("+-", repeat=len(unknown)):
        yield signs, {**known, **dict(zip(unknown, signs, strict=True))}


def outcome_under(facts: Facts, signs: tuple[Sign, ...], filled: Filled) -> Outcome:
    """Strategy, variation and all seven answers in a scenario."""
    strategy = strategy_under(facts, filled)
    return Outcome(
        signs=signs,
        strategy=strategy,
        variation=variation_under(facts, filled, strategy),
        answers={step: answer(facts, filled, step) for step in TREE},
    )


def all_outcomes(facts: Facts) -> list[Outcome]:
    """The results of every scenario."""
    return [outcome_under(facts, signs, filled) for signs, filled in scenarios(facts)]


def reachable_of(facts: Facts) -> frozenset[str]:
    """reachable: every strategy that some scenario leads to."""
    return frozenset(strategy_under(facts, filled) for _, filled in scenarios(facts))


def strategies(outcomes: Sequence[Outcome]) -> frozenset[str]:
    """The same `reachable`, from outcomes already worked out."""
    return frozenset(outcome.strategy for outcome in outcomes)


def recommended_of(reachable: frozenset[str]) -> str | None:
    """A single reachable strategy is recommended; with several, none is yet."""
    return next(iter(reachable)) if len(reachable) == 1 else None


def variation_of(outcomes: Sequence[Outcome]) -> str | None:
    """The variation, or null if scenarios differ (as they do with several strategies)."""
    variations = {(outcome.strategy, outcome.variation) for outcome in outcomes}
    return next(iter(variations))[1] if len(variations) == 1 else None


# ---------------------------------------------------------------------------------------------
# The path
# ---------------------------------------------------------------------------------------------


def step_answer(outcomes: Sequence[Outcome], step: str) -> str:
    """A step's answer is yes or no only if every scenario agrees, otherwise unknown."""
    answers = {outcome.answers[step] for outcome in outcomes}
    if answers == {True}:
        return "yes"
    return "no" if answers == {False} else "unknown"


def path_of(outcomes: Sequence[Outcome]) -> tuple[tuple[str, str], ...]:
    """The path ends at the leaf or at the first unknown step, even with one strategy left."""
    path: list[tuple[str, str]] = []
    place = FIRST_STEP
    while place in TREE:
        found = step_answer(outcomes, place)
        path.append((place, found))
        if found == "unknown":
            break
        place = follow(place, yes=found == "yes")
    return tuple(path)


# ---------------------------------------------------------------------------------------------
# Deciding cells
# ---------------------------------------------------------------------------------------------


def reachable_when(outcomes: Sequence[Outcome], index: int, sign: Sign) -> frozenset[str]:
    """The reachable set once an unknown cell, given by its place in U, has this sign."""
    return strategies([outcome for outcome in outcomes if outcome.signs[index] == sign])


def decides_alone(outcomes: Sequence[Outcome], index: int) -> bool:
    """Whether setting the cell to + and to - leaves different reachable sets."""
    return reachable_when(outcomes, index, "+") != reachable_when(outcomes, index, "-")


def decides_with_others(outcomes: Sequence[Outcome], index: int) -> bool:
    """Whether the cell's sign changes the strategy in some scenario of the others."""
    strategy_at = {outcome.signs: outcome.strategy for outcome in outcomes}
    for signs, strategy in strategy_at.items():
        if signs[index] == "+":
            turned = (*signs[:index], "-", *signs[index + 1 :])
            if strategy_at[turned] != strategy:
                return True
    return False


def size_sum(outcomes: Sequence[Outcome], index: int) -> int:
    """The order's first key: the sum of the two sets' sizes."""
    plus = reachable_when(outcomes, index, "+")
    minus = reachable_when(outcomes, index, "-")
    return len(plus) + len(minus)


def deciding_of(facts: Facts, outcomes: Sequence[Outcome]) -> tuple[tuple[str, str, bool], ...]:
    """The cells that decide alone or, if there are none, those that decide with others.

    Nothing is left to decide if one strategy is reachable. Order: sum of the two sets' sizes, then
    criterion number, us, competitors in file order; the last three are the order in which the
    unknown cells are listed already.
    """
    if len(strategies(outcomes)) == 1:
        return ()
    unknown = unknown_cells(facts)
    indexes = range(len(unknown))
    chosen = [index for index in indexes if decides_alone(outcomes, index)]
    alone = len(chosen) > 0
    if not alone:
        chosen = [index for index in indexes if decides_with_others(outcomes, index)]
    ordered = sorted(chosen, key=lambda index: (size_sum(outcomes, index), index))
    return tuple((*unknown[index], alone) for index in ordered)


# ---------------------------------------------------------------------------------------------
# Flips
# ---------------------------------------------------------------------------------------------


def with_rating(facts: Facts, where: Cell, sign: Sign) -> Facts:
    """The same facts with one cell changed."""
    return replace(facts, ratings={**facts.ratings, where: sign})


def flips_of(
    facts: Facts, recommended: str | None
) -> tuple[tuple[str, str, str, str, str | None], ...]:
    """With a single recommendation: each known cell whose change alone changes it.

    It comes with the resulting strategy, or null if several become reachable.
    """
    if recommended is None:
        return ()
    flips: list[tuple[str, str, str, str, str | None]] = []
    for where in known_cells(facts):
        old = rating(facts, where)
        new = "-" if old == "+" else "+"
        becomes = recommended_of(reachable_of(with_rating(facts, where, new)))
        if becomes != recommended:
            flips.append((*where, old, new, becomes))
    return tuple(flips)


# ---------------------------------------------------------------------------------------------


def verdict(facts: Facts) -> Verdict:
    """Everything the engine reports, by looking at every scenario."""
    outcomes = all_outcomes(facts)
    reachable = strategies(outcomes)
    recommended = recommended_of(reachable)
    return Verdict(
        reachable=reachable,
        recommended=recommended,
        variation=variation_of(outcomes),
        path=path_of(outcomes),
        deciding=deciding_of(facts, outcomes),
        flips=flips_of(facts, recommended),
    )
