"""Whether grid and map agree, and what the map says: below the list, new with each key."""

from __future__ import annotations

from rich.text import Text

from tas_cli.assess.influence import insights
from tas_cli.diagnostics import Finding
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.model.scalars import Rating
from tas_cli.people.session import Session
from tas_cli.rules.catalogue import RULES
from tas_cli.tui.widgets import SessionView, in_full, ink, page
from tas_cli.views.map_words import sentence
from tas_cli.views.page import DIM, HEADING, SIGN, SIGN_STYLE, UNKNOWN, Part

AGAINST_MAP = {
    "current_relationship": "TAS614",
    "inside_support": "TAS610",
    "executive_credibility": "TAS611",
    "informal_decision_criteria": "TAS613",
    "political_alignment": "TAS612",
}
"""The criteria that are about people, and the check that compares each with the map."""


def disagreements(session: Session) -> dict[str, list[Finding]]:
    """Return what the map says against our ratings, by criterion."""
    checks = {each.code: each for each in RULES}
    return {
        criterion: [*checks[code].findings(session.deal)] if code in checks else []
        for criterion, code in AGAINST_MAP.items()
    }


class Verdict(SessionView[Session]):
    """The ratings about people, each marked if the map says otherwise, and why."""

    def draw(self, width: int, height: int) -> Text:
        """Return as much as fits, the ratings first."""
        found = disagreements(self.session)
        lines = [self._signs(found)]
        for findings in found.values():
            lines += [ink((" ! ", UNKNOWN), each.message) for each in findings]
        deal = self.session.deal
        lines += [ink((" · ", DIM), sentence(deal, each)) for each in insights(deal)]
        rule = [ink(("─" * width, DIM))] if height > 1 else []
        room = height - len(rule)
        return page([*rule, *in_full(lines[:room], width, room)])

    def _signs(self, found: dict[str, list[Finding]]) -> Text:
        parts: list[Part] = [(" On the grid ", HEADING)]
        for criterion, findings in found.items():
            newest = self.session.deal.newest(criterion)
            parts.append(f"  #{criteria_by_key()[criterion].number} ")
            parts += _sign(newest[1].rating if newest else None, agrees=not findings)
        return ink(*parts)


def _sign(rating: Rating | None, *, agrees: bool) -> list[Part]:
    """Return a rating, with what the map says to a +: there is a check for no other sign."""
    if rating is None:
        return [("·", DIM)]
    sign: Part = (SIGN[rating], SIGN_STYLE[rating])
    if rating != "+":
        return [sign]
    return [sign, (" ok", DIM) if agrees else (" !", UNKNOWN)]
