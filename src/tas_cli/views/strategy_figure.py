"""The decision tree as a drawing, with the table of all that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import TreeStep, strategies, tree
from tas_cli.strategy.decision import PathStep
from tas_cli.views.page import Column, Figure, Table, Words, bare, cells
from tas_cli.views.strategy import reasons
from tas_cli.views.svg.document import headed, picture
from tas_cli.views.svg.tree import decision_tree
from tas_cli.views.verdict import choice, first_to_find_out, verdict

_WIDE = 760.0
"""How wide the picture for slides is."""
_NEXT = 3
"""The most ratings to find out next that are named."""
_ON_ONE_LINE = 1000
"""As many cells as the reasons of a step may take in a table, which folds them itself."""


def figure(deal: DealOnDay) -> Figure:
    """Return the decision tree with the way taken."""
    return Figure("Decision tree", lambda wide: decision_tree(deal, wide), _table(deal))


def strategy_svg(name: str, deal: DealOnDay) -> str:
    """Return the strategy of the deal `name` as an SVG document, whose title says the answer."""
    opportunity, decision = deal.opportunity, deal.decision
    title = f"{opportunity.name} · {opportunity.customer}"
    recommended = strategies().get(decision.recommended or "")
    only = " Our + counts only with evidence here." if deal.evidenced else ""
    said = [
        f"{bare(verdict(decision))} {choice(opportunity, decision, why=False)}{only}",
        recommended.summary if recommended else "",
        bare(first_to_find_out(opportunity, decision, _NEXT).words) if deal.open else "",
        f"As of {deal.day.day} {deal.day:%B %Y}.",
    ]
    drawn = decision_tree(deal, _WIDE)
    rows = (". ".join(filter(None, map(bare, row))) for row in _table(deal).rows)
    table = f"The same in words: tas strategy {name}"
    return picture(headed(drawn, title, *filter(None, said)), title, (*said, *rows, table))


def _table(deal: DealOnDay) -> Table:
    """Return all questions with their answers, the reasons, and where each answer leads."""
    taken = {each.step: each for each in deal.decision.path}
    heads = ("Question", "Answer", "Because", "Leads to")
    return Table(
        (Column("#", right=True), *(Column(head, folds=True) for head in heads)),
        tuple(_row(step, taken.get(step.key), deal) for step in tree().steps.values()),
    )


def _row(step: TreeStep, taken: PathStep | None, deal: DealOnDay) -> tuple[Words, ...]:
    why = reasons(taken, deal, _ON_ONE_LINE) if taken else ()
    because = "; ".join(bare(each.words) for each in why)
    answer = taken.answer if taken else ""
    return cells(str(step.number), step.question, answer, because, ", ".join(_leads(step, deal)))


def _leads(step: TreeStep, deal: DealOnDay) -> Iterator[str]:
    decision, steps = deal.decision, tree().steps
    for answer, target in step.ways.items():
        if target in steps:
            yield f"{answer}: {steps[target].number}"
            continue
        possible = not decision.recommended and target in decision.reachable
        marked = " (recommended)" if target == decision.recommended else ""
        yield f"{answer}: {strategies()[target].title}{' (still possible)' if possible else marked}"
