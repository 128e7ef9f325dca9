"""The dialog for the strategy to follow: recommended and chosen, side by side."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from tas_cli.assess.deal import DealOnDay
from tas_cli.edits.choice import Choice, variation_for
from tas_cli.method.catalogue import Strategy, strategies
from tas_cli.model.opportunity import NO_CHOICE, ChosenStrategy
from tas_cli.tui.form import taking
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.pick import Pick, picking
from tas_cli.tui.widgets import exactly, ink, wrapped
from tas_cli.views.cells import fit
from tas_cli.views.page import DIM, HEADING, PENDING, PLUS, STRONG, UNKNOWN, Part
from tas_cli.views.verdict import choice, verdict

_ADVICE, _NOW = 15, 8


class ChooseForm(Pick[Choice]):
    """Takes a strategy, optionally a variation, and a reason if it is not the recommended one."""

    KEYS = (
        *picking("strategy"),
        Key("left,h", "turn(-1)", "Left", "variation", spare=True, in_list=True),
        Key("right,l", "turn(1)", "Right", "variation", spare=True, in_list=True),
        Key("tab,shift+tab", "switch", "Tab", "reason"),
        *taking("choose", leave="back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, deal: DealOnDay, *, pending: bool, why: bool = False) -> None:
        """Take the deal; `pending` if the choice is unsaved, `why` to ask for its reason."""
        self._deal, self._pending, self._why = deal, pending, why
        self._all = tuple(strategies().values())
        self._present = deal.opportunity.strategy or NO_CHOICE
        self._ways = [_way(each, self._present, deal) for each in self._all]
        keys = [each.key for each in self._all]
        start = self._present.chosen or deal.decision.reachable[0]
        reasons = [
            self._present.reason or "" if key == self._present.chosen else "" for key in keys
        ]
        super().__init__(reasons, keys.index(start))

    def begin(self) -> None:
        """Focus the list, or the reason if only that is missing."""
        super().begin()
        if self._why:
            self._why = False
            self._ask_why()

    def above(self, width: int) -> list[Text]:
        """Return the recommendation and the current choice."""
        now = choice(self._deal.opportunity, self._deal.decision)
        columns = fit("Strategy", self._title_width()), fit("Advice", _ADVICE), fit("Choice", _NOW)
        return [
            ink(("Choose a strategy", STRONG)),
            *exactly(wrapped(ink(*verdict(self._deal.decision)), width), 2),
            *exactly(wrapped(ink(now), width), 2),
            ink((f"  {''.join(columns)} Variation", HEADING)),
        ]

    def row(self, at: int, style: str) -> list[Part]:
        """Return a strategy with its variations, the selected one in brackets."""
        strategy = self._all[at]
        chosen = strategy.key == self._present.chosen
        mark = "*" if chosen and self._pending else ""
        return [
            (fit(strategy.title, self._title_width()), style),
            self._advised(strategy.key),
            ("chosen" if chosen else "", STRONG),
            (fit(mark, _NOW - 6) if chosen else " " * _NOW, PENDING),
            *(
                (f"[{each.title}]", STRONG)
                if each.key == self._ways[at]
                else (f" {each.title} ", DIM)
                for each in strategy.variations
            ),
        ]

    def below(self, width: int) -> list[Text]:
        """Return the details of the strategy under the cursor and its variation."""
        picked, way = self._all[self.at], self._ways[self.at]
        about = [f"{each.title}: {each.about}" for each in picked.variations if each.key == way]
        about = about or ["No variation chosen." if picked.variations else ""]
        return [
            Text(),
            *exactly(wrapped(ink((picked.summary, DIM)), width), 3),
            *exactly(wrapped(ink((about[0], DIM)), width), 2),
        ]

    def action_turn(self, by: int) -> None:
        """Turn to the next variation of the strategy, or to none."""
        ways = [None, *(each.key for each in self._all[self.at].variations)]
        self._ways[self.at] = ways[(ways.index(self._ways[self.at]) + by) % len(ways)]
        self.redraw()

    def take_all(self) -> None:
        """Choose the strategy, asking for a reason first if one is needed."""
        picked = self._all[self.at]
        if picked.key != self._deal.decision.recommended and self.reason is None:
            self._ask_why()
        else:
            self.dismiss(Choice(picked.key, self._ways[self.at], None, self.reason))

    def _ask_why(self) -> None:
        recommended = self._deal.decision.recommended
        instead = f" rather than {strategies()[recommended].title}" if recommended else ""
        self.ask_reason(f"Why {self._all[self.at].title}{instead}? A few words are enough.")

    def _title_width(self) -> int:
        return max(len(each.title) for each in self._all) + 1

    def _advised(self, key: str) -> Part:
        decision = self._deal.decision
        if key == decision.recommended:
            return fit("recommended", _ADVICE), PLUS
        open_still = key in decision.reachable
        return fit("still possible" if open_still else "", _ADVICE), UNKNOWN


def _way(strategy: Strategy, present: ChosenStrategy, deal: DealOnDay) -> str | None:
    """Return the variation to start with: the current one, or the recommended one."""
    if strategy.key == present.chosen:
        known = [each.key for each in strategy.variations]
        return present.variation if present.variation in known else None
    return variation_for(strategy, None, present, deal.decision)
