"""The consequences of the ratings, below the grid."""

from __future__ import annotations

from rich.text import Text

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import cell_name
from tas_cli.method.catalogue import US, criteria_by_key, numbered, strategies, tree
from tas_cli.scorecard.session import Session
from tas_cli.strategy.decision import Decision, Flip
from tas_cli.tui.widgets import SessionView, clipped, in_full, ink, page, wrapped
from tas_cli.views.page import DIM, PENDING, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part
from tas_cli.views.verdict import either_way, verdict
from tas_cli.views.words import party_name, pole, short_name


class Consequences(SessionView[Session]):
    """The consequences: the strategy, or those within reach, and the cells that decide it."""

    def draw(self, width: int, height: int) -> Text:
        """Return as much as fits, the most important first."""
        deal = self.session.deal
        decision = deal.decision
        if height == 1:
            chosen = ink(*_chosen(self.session))
            return _fitting(
                (_brief(decision) + chosen, _counted(decision) + chosen), self.session, width
            )
        lines = [ink(" ", *verdict(decision), *_chosen(self.session)), _short(self.session, " ")]
        lines += _way(deal, width)
        if decision.deciding:
            lines += _to_find_out(self.session, height - len(lines))
        else:
            lines += [ink(" ", *_flip(flip, self.session)) for flip in decision.flips]
        lines += [ink((f" Watch out: {caveat.message}", DIM)) for caveat in all_caveats(deal)]
        return page(in_full(lines[:height], width, height))


def _fitting(verdicts: tuple[Text, ...], session: Session, width: int) -> Text:
    """Return the first verdict that fits in a line with what to find out, shorter and shorter."""
    lines = (line + _short(session, "  ", most) for line in verdicts for most in (4, 3, 2, 1))
    *_, last = found = [*lines]
    return next((each for each in found if each.cell_len <= width), clipped(last, width))


def _chosen(session: Session) -> list[Part]:
    """Return the chosen strategy to follow the verdict, with a star if it is unsaved."""
    deal, star = session.deal, "*" if session.unsaved.choice else ""
    if deal.chosen is None:
        return []
    if deal.chosen == deal.decision.recommended:
        return [" Chosen: the same", (star, PENDING), "."]
    return [" Chosen: ", (strategies()[deal.chosen].title, STRONG), (star, PENDING), "."]


def _brief(decision: Decision) -> Text:
    """Return a short version of the verdict."""
    if decision.recommended:
        return ink(" ", *verdict(decision))
    titles = ", ".join(strategies()[key].title for key in decision.reachable)
    return ink(" Undecided: ", (titles, STRONG), ".")


def _counted(decision: Decision) -> Text:
    """Return the verdict without names, if there are several strategies."""
    if decision.recommended:
        return _brief(decision)
    return ink(f" Undecided between {len(decision.reachable)} strategies.")


def _short(session: Session, lead: str = "", most: int = 4) -> Text:
    """Return a line with what to find out first, or what would change the strategy.

    At most `most` cells are named; how many more there are to find out is counted.
    """
    decision = session.deal.decision
    if decision.deciding:
        cells = [
            short_name(session.opportunity, each.criterion, each.party)
            for each in decision.deciding[:most]
        ]
        more = len(decision.deciding) - len(cells)
        how = "Find out next" if decision.deciding[0].alone else "Find out several of"
        rest = f" +{more}" if more else ""
        return ink(lead, (f"{how} (d): ", UNKNOWN), ", ".join(cells) + rest)
    if not decision.flips:
        return ink(lead, ("No single rating would change it.", DIM))
    turns = sorted(decision.flips, key=lambda flip: flip.strategy is None)[:most]
    cells = [short_name(session.opportunity, each.criterion, each.party) for each in turns]
    return ink(lead, ("Would change it: ", DIM), ", ".join(cells))


def _way(deal: DealOnDay, width: int) -> list[Text]:
    """Return the path through the tree."""
    steps = tree().steps
    text = Text()
    for taken in deal.decision.path:
        sign = {"yes": "+", "no": "-"}.get(taken.answer, "?")
        answer = (taken.answer, SIGN_STYLE[sign])
        yours = " (yours)" if taken.source == "stated" else ""
        text.append_text(ink(f"{steps[taken.step].title} ", answer, (yours, DIM), "  "))
    if deal.decision.recommended and deal.decision.path[-1].answer == "unknown":
        text.append_text(ink(either_way(deal.decision.recommended)))
    return wrapped(text, width - 1, first=" ", indent=" ")


def _to_find_out(session: Session, room: int) -> list[Text]:
    """Return the deciding cells, each with a question to ask."""
    lines = []
    for each in session.deal.decision.deciding[: max(0, room)]:
        ask = (
            session.deal.asks(each.criterion)[0]
            if each.party == US
            else "How strong are they here?"
        )
        name = cell_name(session.opportunity, each.criterion, each.party)
        lines.append(ink((" ? ", UNKNOWN), (f"{name}: ", STRONG), ask))
    return lines


def _flip(flip: Flip, session: Session) -> list[Part]:
    becomes = strategies()[flip.strategy].title if flip.strategy else "undecided"
    who = "" if flip.party == US else f"{party_name(session.opportunity, flip.party)} on "
    cell = (f"{who}{numbered(flip.criterion)}", STRONG)
    turn = f" to {SIGN[flip.after]} ({pole(criteria_by_key()[flip.criterion], flip.after)})"
    return [(f"{SIGN[flip.before]} ", SIGN_STYLE[flip.before]), cell, f"{turn}: {becomes}"]
