"""`tas strategy`: the tree with the path taken, the reasons, and what would change the result."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import cell_name
from tas_cli.method.catalogue import (
    US,
    TreeStep,
    criteria_by_key,
    numbered,
    strategies,
    tree,
)
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Because, Deciding, Decision, Flip, PathStep
from tas_cli.strategy.joint_unknowns import Together, together
from tas_cli.views.cells import fit
from tas_cli.views.condition import numbers
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Block,
    Item,
    Page,
    Part,
    Section,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.views.verdict import becoming, choice, either_way, narrowing, verdict
from tas_cli.views.words import RIVAL_QUESTION, party_name

_ANSWER_STYLE = {"yes": PLUS, "no": MINUS, "unknown": UNKNOWN}
_QUESTION = 49
_MOST = 8


def strategy(name: str, deal: DealOnDay) -> Page:
    """Return the decision about a deal and its reasons."""
    decision = deal.decision
    only = " Our + counts only with evidence here." if deal.evidenced else ""
    recommended = strategies().get(decision.recommended or "")
    return (
        *head(name, deal),
        GAP,
        paragraph(*verdict(decision), " ", choice(deal.opportunity, decision), only),
        paragraph((recommended.summary if recommended else "", DIM)),
        _tree(deal),
        *((_deciding(deal), *_flips(deal), _caveats(deal)) if deal.open else ()),
    )


def _tree(deal: DealOnDay) -> Section:
    taken = {step.step: step for step in deal.decision.path}
    steps = (_step(step, taken.get(step.key), deal) for step in tree().steps.values())
    return section("Decision tree", *chain.from_iterable(steps))


def _step(step: TreeStep, taken: PathStep | None, deal: DealOnDay) -> Iterator[Block]:
    decision, answer = deal.decision, taken.answer if taken else ""
    first, *others = _exits(step, answer, decision)
    on_way = taken or decision.recommended in (step.yes, step.no)
    yield line(
        (f"{'●' if on_way else '○'} {step.number} ", STRONG if on_way else DIM),
        (fit(step.question, _QUESTION), STRONG if on_way else DIM),
        (f"{answer:<8}", _ANSWER_STYLE.get(answer, "")),
        first,
    )
    for other in others:
        yield line(("│" if taken else " ", DIM), " " * (_QUESTION + 11), other)
    reasons = list(_reasons(taken, deal.opportunity)) if taken else []
    if answer == "unknown" and decision.recommended:
        reasons.append(item(either_way(decision.recommended)))
    yield items(reasons, 4, ("│", DIM))


def _exits(step: TreeStep, answer: str, decision: Decision) -> list[Part]:
    """Return where a step's answers leave the tree; the resulting strategy is marked."""
    steps = tree().steps
    exits: list[Part] = []
    for way, target in (("yes", step.yes), ("no", step.no)):
        if target in steps:
            if steps[target].number > step.number + 1:
                exits.append((f"{way} → {steps[target].number}", DIM))
            continue
        arrived = answer == way or target == decision.recommended
        possible = not decision.recommended and target in decision.reachable
        style = PLUS if arrived else UNKNOWN if possible else DIM
        arrow, mark = ("▶" if arrived else "→"), (" ?" if possible else "")
        exits.append((f"{way} {arrow} {strategies()[target].title}{mark}", style))
    return exits or [""]


def _reasons(taken: PathStep, opportunity: Opportunity) -> Iterator[Item]:
    """Yield the reasons for a step's answer: each party's cells by sign, or the stated answer."""
    if taken.source == "incumbent":
        yield item(f"incumbent: {', '.join(opportunity.incumbent or ())}")
        return
    if taken.source == "stated" and opportunity.strategy is not None:
        stated = opportunity.strategy.answers[taken.step]
        on = f" ({stated.date})" if stated.date else ""
        yield item(f"your answer{on}: {stated.because or 'no reason given'}")
    if taken.note:
        yield item(f"yes, {taken.note}")
    for party in dict.fromkeys(cell.party for cell in taken.because):
        cells = [cell for cell in taken.because if cell.party == party]
        yield item((f"{party_name(opportunity, party)} ", DIM), *_by_sign(cells))


def _by_sign(cells: list[Because]) -> Iterator[Part]:
    """Yield the numbers of cells by sign: `+ #7 #8 #10  – #6  ? #9`."""
    for sign in SIGN:
        found = [criteria_by_key()[cell.criterion].number for cell in cells if cell.rating == sign]
        if found:
            yield from (" ", (SIGN[sign], SIGN_STYLE[sign]))
            yield "".join(f" #{number}" for number in found)


def _deciding(deal: DealOnDay) -> Section:
    deciding = deal.decision.deciding
    asks = [_ask(cell, deal) for cell in deciding]
    if all(cell.alone for cell in deciding):
        return section(f"Find out next: {narrowing(deciding)}", items(asks, 4, ("  ?", UNKNOWN)))
    return section(
        f"Find out next: {narrowing(deciding)}",
        *(paragraph(_group(each, deal), indent=2) for each in together(deal.facts, deciding)),
        line("Start with:"),
        items(asks[:_MOST], 4, ("  ?", UNKNOWN)),
        *([line(f"  {len(asks) - _MOST} more")] if len(asks) > _MOST else []),
    )


def _ask(cell: Deciding, deal: DealOnDay) -> Item:
    ask = deal.asks(cell.criterion)[0] if cell.party == US else RIVAL_QUESTION
    return item(f"{cell_name(deal.opportunity, cell.criterion, cell.party)}: ", ask)


def _group(group: Together, deal: DealOnDay) -> str:
    titles = " and ".join(strategies()[key].title for key in group.ruled_out)
    whose = "of ours" if group.party == US else f"of {party_name(deal.opportunity, group.party)}"
    sign = SIGN[group.rating]
    return f"Any {group.number} {sign} {whose} among {numbers(group.among)} rule {titles} out."


def _flips(deal: DealOnDay) -> Iterator[Section]:
    for title, helps in (("What would change it", True), ("What would break it", False)):
        found = [flip for flip in deal.decision.flips if flip.helps is helps]
        flips = (paragraph(*_flip(flip, deal.opportunity), indent=2) for flip in found)
        yield section(title, *flips)


def _flip(flip: Flip, opportunity: Opportunity) -> tuple[Part, ...]:
    becomes = becoming(flip)
    named = (numbered(flip.criterion), STRONG)
    turn = "win" if flip.after == "+" else "lose"
    if flip.party == US:
        return f"{turn.capitalize()} ", named, f", and {becomes}."
    return f"If {party_name(opportunity, flip.party)} {turn}s ", named, f", {becomes}."


def _caveats(deal: DealOnDay) -> Section:
    return section("Watch out", items((item(each.message) for each in all_caveats(deal)), 2, "•"))
