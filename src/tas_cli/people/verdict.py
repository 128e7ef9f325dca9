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

_NO_ACCOUNT = "The file of account {} cannot be used: these are the deal's own people only."


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
        session, found = self.session, disagreements(self.session)
        said: list[list[Part]] = [
            [(" ! ", UNKNOWN), each.message] for findings in found.values() for each in findings
        ]
        if session.now.account:
            said.append([(" ! ", UNKNOWN), _NO_ACCOUNT.format(session.now.account)])
        said += [[(" · ", DIM), sentence(session.deal, each)] for each in insights(session.deal)]
        rule = [ink(("─" * width, DIM))] if height > 1 else []
        room = height - len(rule) - 1
        more = len(said) - room
        rest = (f"   {more} more: tas map" if more > 0 else "", DIM)
        signs = self._signs(found).append_text(ink(rest))
        lines = [signs, *(ink(*each) for each in said[: max(0, room)])]
        return page([*rule, *in_full(lines, width, room + 1)])

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
