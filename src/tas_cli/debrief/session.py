"""A debrief on the screen: its rows, the cursor, and what each key does. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple

from tas_cli.assess.briefing import Briefing
from tas_cli.debrief.answers import (
    NOTHING_PREPARED,
    Agreed,
    Answers,
    asked_outcomes,
    claim_of,
    proof,
)
from tas_cli.debrief.defaults import activities, activity, preparation, suggestion
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import Proof
from tas_cli.tui.undoing import Undoing

Kind = Literal[
    "present",
    "earlier",
    "claim",
    "outcome",
    "activity",
    "preparation",
    "communication",
    "step",
    "action",
    "add",
    "verdict",
]


_SINGLE = ("present", "claimed", "activity", "preparation", "communication", "step", "verdict")
"""The answers that each count as one, however long they are."""
_UNDECIDED = {"step": None, "reset_to": None, "reason": None}
_CONFIRMED = {**_UNDECIDED, "step": "confirmed"}


class AnswerRow(NamedTuple):
    """A row for an answer; `key` is that of an outcome, `number` that of an action item."""

    kind: Kind
    key: str = ""
    number: int = 0


@dataclass
class Session(Undoing):
    """The state of a debrief; every change to the answers can be undone."""

    KEPT: ClassVar = ("answers", "at")

    brief: Briefing
    answers: Answers
    at: int = 0
    start: Answers = field(default_factory=Answers)

    def __post_init__(self) -> None:
        self.start = self.answers

    # The rows

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The rows, in the order of the questions."""
        return (
            AnswerRow("present"),
            *(AnswerRow("earlier", number=each.number) for each in self.brief.actions),
            AnswerRow("claim"),
            *(AnswerRow("outcome", key) for key in self.outcomes),
            AnswerRow("activity"),
            AnswerRow("preparation"),
            AnswerRow("communication"),
            AnswerRow("step"),
            *(AnswerRow("action", number=at) for at in range(len(self.answers.actions))),
            AnswerRow("add"),
            AnswerRow("verdict"),
        )

    @property
    def row(self) -> AnswerRow:
        """The row under the cursor."""
        return self.rows[self.at]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes of the claimed step."""
        return asked_outcomes(self.brief, self.answers.claimed)

    @property
    def unjudged(self) -> int:
        """How many of these outcomes have not been judged."""
        return sum(key not in self.answers.outcomes for key in self.outcomes)

    @property
    def given(self) -> int:
        """How many answers are not saved."""
        now, begun = self.answers, self.start
        changed = len([name for name in _SINGLE if getattr(now, name) != getattr(begun, name)])
        return changed + len(now.outcomes) + len(now.done) + len(now.actions)

    # Moving

    def move(self, by: int) -> None:
        """Move the cursor, at most to the first or the last row."""
        self.go(self.at + by)

    def go(self, at: int) -> None:
        """Put the cursor on a row."""
        self.at = max(0, min(at, len(self.rows) - 1))

    def go_to(self, kind: str) -> None:
        """Put the cursor on the first row of a kind."""
        self.go(next(at for at, row in enumerate(self.rows) if row.kind == kind))

    # Answering

    def accept(self) -> bool:
        """Accept the proposal for the row and move on; return False if a form has to ask."""
        proposal = self._proposal()
        return proposal is not None and self._answer(**proposal)

    def _proposal(self) -> dict[str, Any] | None:
        """Return what Enter changes: {} if the row is answered, None if there is no proposal."""
        row, answers = self.row, self.answers
        proposal: dict[str, Any] | None = {}
        match row.kind:
            case "present" if self.owner and not answers.present:
                proposal = {"present": [self.owner]}
            case "outcome":
                found = answers.outcomes.get(row.key) or proof(self.brief, answers, row.key)
                proposal = {"outcomes": {**answers.outcomes, row.key: found}}
            case "activity":
                proposal = {"activity": answers.activity or activity(self.brief, answers)}
            case "preparation" if answers.preparation == NOTHING_PREPARED:
                known = self.proposed != NOTHING_PREPARED
                proposal = {"preparation": self.proposed} if known else None
            case "step" if answers.step is None:
                confirms = suggestion(self.brief, answers).step == "confirmed"
                proposal = _CONFIRMED if confirms else None
            case "communication" | "action" | "add" | "verdict":
                proposal = None
        return proposal

    def _answer(self, **changes: Any) -> bool:
        """Change answers and move on."""
        self.put(**changes)
        self.move(1)
        return True

    @property
    def owner(self) -> str | None:
        """The deal's owner, or None if the owner is holding the debrief."""
        owner = self.brief.opportunity.owner
        return owner if owner != self.answers.by else None

    @property
    def proposed(self) -> Preparation:
        """What the file says was prepared for the activity, answered or assumed."""
        answers = self.answers
        if answers.activity is None:
            answers = answers.but(activity=activity(self.brief, answers))
        return preparation(self.brief, answers)

    def judge(self, found: Proof) -> bool:
        """Judge the outcome under the cursor and move on; return False on any other row."""
        if self.row.kind != "outcome":
            return False
        return self._answer(outcomes={**self.answers.outcomes, self.row.key: found})

    def tick(self) -> bool:
        """Mark an earlier action item as done, or not done after all, and move on."""
        if self.row.kind != "earlier":
            return False
        return self._answer(done=sorted({*self.answers.done} ^ {self.row.number}))

    def turn(self, by: int) -> bool:
        """Turn to the next claim or activity; return False on any other row."""
        match self.row.kind:
            case "claim":
                keys = [None, *(step.key for step in self.brief.process)]
                self._claim(_next(keys, self.answers.claimed, by))
            case "activity":
                listed = [None, *(each.key for each in activities(self.brief, self.answers))]
                self.put(activity=_next(listed, self.answers.activity, by))
            case _:
                return False
        return True

    def _claim(self, claimed: str | None) -> None:
        """Claim another step, dropping what was answered about the previous one."""
        gone: dict[str, Any] = {"outcomes": {}, "activity": None, "preparation": NOTHING_PREPARED}
        self.put(claimed=claimed, **gone, **_UNDECIDED)

    def confirm(self) -> None:
        """Confirm the step and move on to the row after it."""
        self.go_to("step")
        self._answer(**_CONFIRMED)

    def reset(self, step: str, reason: str) -> None:
        """Reset the step and move on to the row after it."""
        self.go_to("step")
        self._answer(step="reset", reset_to=step, reason=reason)

    def agree(self, action: Agreed, number: int | None = None) -> None:
        """Add an action item, or change one agreed on in this debrief."""
        actions = self.answers.actions
        at = len(actions) if number is None else number
        self.put(actions=[*actions[:at], action, *actions[at + 1 :]])
        self.go_to("add")

    def clear(self) -> bool:
        """Clear the answer of the row; return False if there is none."""
        row, before = self.row, self.answers
        cleared: dict[str, dict[str, Any]] = {
            "earlier": {"done": [each for each in before.done if each != row.number]},
            "outcome": {"outcomes": {k: v for k, v in before.outcomes.items() if k != row.key}},
            "step": _UNDECIDED,
            "action": {
                "actions": [*before.actions[: row.number], *before.actions[row.number + 1 :]]
            },
            "add": {},
        }
        if row.kind != "claim":
            self.put(**cleared.get(row.kind, {row.kind: getattr(Answers(), row.kind, None)}))
        elif before.claimed != claim_of(self.brief):
            self._claim(claim_of(self.brief))
        return self.answers != before

    # Changing

    def put(self, **changes: Any) -> None:
        """Change answers; record nothing to undo if they stay the same."""
        self._put(self.answers.but(**changes))

    def _refresh(self, *more: str) -> None:
        super()._refresh(*more)
        self.go(self.at)

    def adopt(self, brief: Briefing) -> None:
        """Continue with the file's current content, keeping the answers that still apply."""
        as_in_file = self.answers.claimed == claim_of(self.brief)
        before, self.brief = self.brief, brief
        self.put(done=_still_done(self.answers.done, before, brief))
        if as_in_file and self.answers.claimed != claim_of(brief):
            self._claim(claim_of(brief))
        self.put(**_UNDECIDED)
        self.go(self.at)

    def resume(self, answers: Answers) -> None:
        """Restore what an earlier session left."""
        self.put(**dict(answers))


def _next(listed: list[str | None], now: str | None, by: int) -> str | None:
    at = listed.index(now) if now in listed else 0
    return listed[(at + by) % len(listed)]


def _still_done(done: list[int], before: Briefing, now: Briefing) -> list[int]:
    """Return the current numbers of the ticked action items that are still open."""
    ticked = [(each.asked, each.action.what) for each in before.actions if each.number in done]
    return [each.number for each in now.actions if (each.asked, each.action.what) in ticked]
