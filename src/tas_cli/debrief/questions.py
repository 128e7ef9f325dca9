"""The questions on the screen: a line for each answer, under the question that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text
from textual import events
from textual.message import Message

from tas_cli.debrief.answers import proof
from tas_cli.debrief.defaults import activities, activity, suggestion
from tas_cli.debrief.session import Row, Session
from tas_cli.method.catalogue import debrief_communication, debrief_questions
from tas_cli.tui.widgets import PENDING, Drawn, clipped, ink, page
from tas_cli.views.briefing import follow_up, prepared
from tas_cli.views.page import DIM, HEADING, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part

_SIGN = {"shown": "+", "not_shown": "-", "doubtful": "?"}
GROUP = {"earlier": 0, "present": 0, "claim": 1, "outcome": 2, "activity": 3, "preparation": 4,
          "communication": 5, "step": 6, "action": 7, "add": 7, "verdict": 8}  # fmt: skip
_TITLES = {0: "Before the questions", 6: "The step", 7: "Corrective actions", 8: "The verdict"}
_COMMUNICATION = GROUP["communication"]


class Line(NamedTuple):
    """A line of the list: a head, or an answer with its place among the rows."""

    text: Text
    at: int | None = None


class Questions(Drawn):
    """Shows the session's rows, and says which one was clicked."""

    can_focus = True

    class Picked(Message):
        """A row was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, session: Session) -> None:
        super().__init__("questions")
        self.session = session
        self._top = 0

    def draw(self, width: int, height: int) -> Text:
        """Return as many lines as fit, the cursor's among them."""
        return page([clipped(line.text, width) for line in self._window(height)])

    def on_click(self, event: events.Click) -> None:
        """Pick the row under the mouse."""
        lines = self._window(self.size.height)
        at = lines[event.y].at if event.y < len(lines) else None
        if at is not None:
            self.post_message(self.Picked(at))

    def _window(self, height: int) -> list[Line]:
        """Return the lines that are shown: moved no further than the cursor asks for."""
        lines = list(_lines(self.session))
        here = next(number for number, line in enumerate(lines) if line.at == self.session.at)
        height = max(1, height)
        head = here - 1 if here and lines[here - 1].at is None else here
        self._top = max(min(self._top, head, len(lines) - height), here - height + 1, 0)
        return lines[self._top : self._top + height]


def _lines(session: Session) -> Iterator[Line]:
    """Yield all lines: a head before the first row of each question."""
    group = None
    for at, row in enumerate(session.rows):
        if GROUP[row.kind] != group:
            group = GROUP[row.kind]
            yield Line(ink(_title(group), style=HEADING))
        mark: Part = ("▸", STRONG) if at == session.at else " "
        yield Line(ink(mark, " ", *answer(session, row)), at)


def _title(group: int) -> str:
    if group in _TITLES:
        return _TITLES[group]
    if group == _COMMUNICATION:
        return debrief_communication().title
    each = debrief_questions()[group - 1]
    return f"{each.number} {each.question}"


def answer(session: Session, row: Row) -> list[Part]:
    """Return what a row says: the answer, or in brackets what Enter would take."""
    numbered = {"earlier": _earlier, "action": _action}
    asked = {"claim": _claim, "activity": _activity, "step": _step}
    if row.kind in numbered:
        return numbered[row.kind](session, row.number)
    if row.kind in asked:
        return asked[row.kind](session)
    if row.kind == "outcome":
        return _outcome(session, row.key)
    return [("(add one)", DIM)] if row.kind == "add" else _words(session, row.kind)


def _words(session: Session, kind: str) -> list[Part]:
    answers = session.answers
    texts = {
        "present": ", ".join(answers.present),
        "preparation": prepared(answers.preparation),
        "communication": answers.communication or "",
        "verdict": answers.verdict or "",
    }
    proposals = {
        "present": session.owner or "nobody named",
        "preparation": prepared(session.proposed) or "the file has nothing",
        "communication": "nothing said yet",
        "verdict": "none in words yet",
    }
    label = "With " if kind == "present" else ""
    if texts[kind]:
        return [(label, DIM), texts[kind]]
    return [(f"{label}({proposals[kind]})", DIM)]


def _earlier(session: Session, number: int) -> list[Part]:
    each = next(each for each in session.brief.actions if each.number == number)
    item = follow_up(each, session.brief.day)
    done = number in session.answers.done
    box = ("[x] ", PENDING) if done else "[ ] "
    late = each.overdue(session.brief.day)
    return [box, item.words, ("  ", ""), (item.below[0], UNKNOWN if late and not done else DIM)]


def _claim(session: Session) -> list[Part]:
    brief, state = session.brief, session.brief.state(session.answers.claimed)
    supported = brief.standing.supported
    over = (state.step.number if state else 0) > (supported.number if supported else 0)
    return [
        (state.step.title if state else "none", STRONG),
        "   the evidence supports ",
        (supported.title if supported else "none", UNKNOWN if over else ""),
    ]


def _outcome(session: Session, key: str) -> list[Part]:
    state = session.brief.state(session.answers.claimed)
    titles = {each.key: each.title for each in state.step.outcomes} if state else {}
    found = session.answers.outcomes.get(key)
    if found is None:
        proposed = SIGN[_SIGN[proof(session.brief, session.answers, key)]]
        return [(f"({proposed}) ", DIM), titles[key]]
    sign = _SIGN[found]
    return [(f" {SIGN[sign]}  ", SIGN_STYLE[sign]), titles[key]]


def _activity(session: Session) -> list[Part]:
    listed = {each.key: each for each in activities(session.brief, session.answers)}
    given = session.answers.activity
    if given:
        return [listed[given].title if given in listed else given]
    proposed = activity(session.brief, session.answers)
    return [(f"({listed[proposed].title if proposed else 'the file names none'})", DIM)]


def _step(session: Session) -> list[Part]:
    answers = session.answers
    titles = {step.key: step.title for step in session.brief.steps}
    if answers.step == "confirmed":
        return [("confirmed", STRONG)]
    if answers.step == "reset":
        to = titles.get(answers.reset_to or "", "")
        return [(f"reset to {to}", STRONG), f", because: {answers.reason or ''}"]
    advice = suggestion(session.brief, answers)
    to = f" to {titles[advice.reset_to]}" if advice.reset_to else ""
    return [(f"({advice.step}{to}: {advice.why})", DIM)]


def _action(session: Session, number: int) -> list[Part]:
    action = session.answers.actions[number]
    facts = filter(None, (action.owner, f"due {action.due}" if action.due else ""))
    return [("* ", PENDING), action.what, (f"  {' · '.join(facts)}", DIM)]
