"""The dialog for the answers to the tree's questions: derived and stated, side by side."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType

from tas_cli.assess.deal import DealOnDay
from tas_cli.edits.choice import Answer
from tas_cli.method.catalogue import TreeStep, tree
from tas_cli.model.opportunity import NO_CHOICE
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.scenarios import Scenarios
from tas_cli.tui.form import taking
from tas_cli.tui.keys import Key, bindings
from tas_cli.tui.pick import Pick, picking
from tas_cli.tui.widgets import exactly, ink, wrapped
from tas_cli.views.cells import fit
from tas_cli.views.page import DIM, HEADING, PENDING, SIGN_STYLE, STRONG, Part
from tas_cli.views.verdict import verdict

_DERIVED, _STATED = 9, 5
_WORDS = {True: "yes", False: "no", None: "unknown"}
_STYLES = {"yes": SIGN_STYLE["+"], "no": SIGN_STYLE["-"], "unknown": SIGN_STYLE["?"]}


class AnswerForm(Pick[Answer]):
    """Takes an answer to a step of the tree and its reason, or withdraws a stated answer."""

    KEYS = (
        *picking("question"),
        Key("y", "state('yes')", "y", "yes", in_list=True),
        Key("n", "state('no')", "n", "no", in_list=True),
        Key("backspace,delete", "take_back", "Backspace", "remove", spare=True, in_list=True),
        *taking("keep", leave="back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, deal: DealOnDay, pending: Collection[str]) -> None:
        """Take the deal and the steps whose answers are unsaved."""
        self._deal, self._pending = deal, pending
        self._steps = tuple(tree().steps.values())
        self._present = (deal.opportunity.strategy or NO_CHOICE).answers
        self._derived = _derived(deal.facts)
        self._typed: str | None = None
        super().__init__([self._because(each.key) for each in self._steps], self._start())

    def _start(self) -> int:
        """Return the row to start at: the first question on the path without an answer."""
        path = self._deal.decision.path
        unknown = [taken.step for taken in path if taken.answer == "unknown"]
        return [each.key for each in self._steps].index((unknown or [path[-1].step])[0])

    def above(self, width: int) -> list[Text]:
        """Return where the answers lead."""
        return [
            ink(("Decision tree: your answers", STRONG)),
            *exactly(wrapped(ink(*verdict(self._deal.decision)), width), 2),
            ink((f"  {fit('Question', self._title_width())}Derived  Yours", HEADING)),
        ]

    def row(self, at: int, style: str) -> list[Part]:
        """Return a question's row, dimmed if the question is not on the path."""
        step = self._steps[at]
        way = "" if step.key in [taken.step for taken in self._deal.decision.path] else DIM
        derived = self._derived[step.key]
        return [
            (f"{step.number} ", way),
            (fit(step.title, self._title_width() - 2), style or way),
            (fit(derived, _DERIVED), _STYLES[derived]),
            *self._stated(step.key),
        ]

    def below(self, width: int) -> list[Text]:
        """Return the details of the question under the cursor."""
        step = self._step
        about = wrapped(ink((f"{step.about} {step.reading}", DIM)), width)
        return [Text(), ink((step.question, STRONG)), *exactly(about, 5)]

    def go(self, row: int) -> None:
        """Go to another question, dropping an answer that was not kept."""
        self._typed = None
        super().go(row)

    def action_state(self, answer: str) -> None:
        """State an answer and ask for its reason; the same answer keeps its earlier reason."""
        key, present = self._step.key, self._present.get(self._step.key)
        if self._answer(key) != answer:
            self.reason = self._because(key) if present and present.answer == answer else ""
        self._typed = answer
        self.redraw()
        self.ask_reason()

    def action_take_back(self) -> None:
        """Withdraw the stated answer, so that the derived one applies."""
        if self._step.key in self._present:
            self.dismiss(Answer(self._step.key, None))
        else:
            self._typed = None
            self.redraw()

    def take_all(self) -> None:
        """Keep the answer, or say what is missing."""
        answer, because = self._answer(self._step.key), self.reason
        if answer is None:
            self.begin()
            self.say("Press y or n to answer, Esc to go back.")
        elif because is None:
            self.ask_reason("Why? A few words are enough.")
        else:
            self.dismiss(Answer(self._step.key, answer, because))

    def _answer(self, step: str) -> str | None:
        """Return the answer to a step: as typed if it is under the cursor, else as stated."""
        if self._typed and step == self._step.key:
            return self._typed
        return self._present[step].answer if step in self._present else None

    @property
    def _step(self) -> TreeStep:
        return self._steps[self.at]

    def _because(self, step: str) -> str:
        present = self._present.get(step)
        return (present.because or "") if present else ""

    def _title_width(self) -> int:
        return max(len(each.title) for each in self._steps) + 3

    def _stated(self, step: str) -> list[Part]:
        answer, present = self._answer(step) or "", self._present.get(step)
        star = "*" if step in self._pending else ""
        parts: list[Part] = [(answer, _STYLES.get(answer, ""))]
        parts.append((fit(star, _STATED - len(answer)), PENDING))
        if present and present.answer == answer:
            parts.append((f"{present.date or ''} {present.because or ''}", DIM))
        return parts


def _derived(facts: Facts) -> dict[str, str]:
    """Return the answers derived from the ratings alone."""
    scenarios = Scenarios.of(facts._replace(stated={}))
    return {step: _WORDS[scenarios.answer(step)] for step in tree().steps}
