"""`tas strategy --as COMPETITOR`: what they would do, why, and which moves to expect."""

from __future__ import annotations

from tas_cli.assess.seat import Move, Seat
from tas_cli.method.catalogue import numbered, strategies
from tas_cli.views.condition import numbers
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    SIGN,
    STRONG,
    UNKNOWN,
    Item,
    Page,
    Part,
    Section,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.strategy import ask, decision_tree, flip_words
from tas_cli.views.verdict import candidates, narrowing, titled


def seat(name: str, deal: Seat, width: int) -> Page:
    """Return the decision from a competitor's seat, and what it means for us."""
    return (
        *head(name, deal),
        GAP,
        paragraph(*_conclusion(deal)),
        paragraph((_grounds(deal), DIM)),
        _moves(deal) if deal.moves else _options(deal),
        decision_tree(deal, width, f'Decision tree, where "we" is {deal.name}'),
        _deciding(deal),
        _flips(deal),
    )


def _conclusion(deal: Seat) -> tuple[Part, ...]:
    decision = deal.decision
    if decision.recommended is None:
        named = candidates(decision)
        return f"By our ratings, {deal.name} is undecided between ", (named, STRONG), "."
    named = titled(decision.recommended, decision.variation)
    return f"By our ratings, {deal.name} should go for ", (named, STRONG), "."


def _grounds(deal: Seat) -> str:
    """Return what the decision takes for granted: our reading."""
    found = ["Interpretation: the same questions from their seat; your own answers do not count."]
    if deal.borrowed:
        same = numbers(deal.borrowed)
        found.append(f"Where {deal.name} is unknown, our rating is used: {same}.")
    dropped = deal.opportunity.competitors[deal.rival].out
    if dropped and deal.rival in deal.card.out:
        found.append(f"{deal.name} is out of the race since {dropped.date}.")
    return " ".join(found)


def _moves(deal: Seat) -> Section:
    return section(
        f"Expect {deal.name} to follow this advice",
        items((_move(each) for each in deal.moves), 2, "•"),
    )


def _options(deal: Seat) -> Section:
    """Return what each strategy within their reach is for."""
    found = (strategies()[key] for key in deal.decision.reachable)
    return section(
        f'What {deal.name} may do, where "you" is {deal.name}',
        items((item(each.summary) for each in found), 2, "•"),
    )


def _move(move: Move) -> Item:
    if not move.weak:
        return item(move.guideline.text)
    weak = ", ".join(f"{numbered(key)} {SIGN['-']}" for key in move.weak)
    return item(move.guideline.text, (f" They are weak here: {weak}.", MINUS))


def _deciding(deal: Seat) -> Section:
    deciding = deal.decision.deciding
    asked = (ask(cell, deal) for cell in deciding)
    return section(f"Find out next: {narrowing(deciding)}", items(asked, 4, ("  ?", UNKNOWN)))


def _flips(deal: Seat) -> Section:
    found = (flip_words(each, deal.opportunity, "their strategy") for each in deal.decision.flips)
    return section("What would change it", *found)
