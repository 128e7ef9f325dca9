"""The questions on the screen: a line for each answer, under its question."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual import events

from tas_cli.debrief.answers import proof
from tas_cli.debrief.defaults import activities, activity, advised, suggestion
from tas_cli.debrief.session import AnswerRow, Session
from tas_cli.method.catalogue import debrief_communication, debrief_questions
from tas_cli.tui.widgets import PickedView, clipped, ink, page, scrolled
from tas_cli.views.briefing import follow_up, prepared
from tas_cli.views.page import DIM, HEADING, PENDING, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part, bare

_SIGN = {"shown": "+", "not_shown": "-", "doubtful": "?"}
GROUP = {"earlier": 0, "present": 0, "claim": 1, "outcome": 2, "activity": 3, "preparation": 4,
          "communication": 5, "step": 6, "action": 7, "add": 7, "verdict": 8}  # fmt: skip
_TITLES = {0: "Before you start", 6: "Step", 7: "Action items", 8: "Verdict"}
_COMMUNICATION = GROUP["communication"]


Listed = tuple[Text, int | None]
"""A line of the list: a heading (None), or an answer with the index of its row."""


class Questions(PickedView[Session]):
    """Shows the session's rows."""

    can_focus = True

    def draw(self, width: int, height: int) -> Text:
        """Return as many lines as fit, including the cursor's."""
        return page([clipped(line, width) for line, _ in self._window(height)])

    def on_click(self, event: events.Click) -> None:
        """Pick the row under the mouse."""
        lines = self._window(self.size.height)
        at = lines[event.y][1] if event.y < len(lines) else None
        if at is not None:
            self._pick(at)

    def _window(self, height: int) -> list[Listed]:
        """Return the visible lines, scrolled just enough to show the cursor."""
        lines, height = list(_lines(self.session)), max(1, height)
        here = [at for _, at in lines].index(self.session.at)
        head = here - 1 if here and lines[here - 1][1] is None else here
        self._top = max(scrolled(self._top, head, height, len(lines)), here - height + 1)
        return lines[self._top : self._top + height]


def _lines(session: Session) -> Iterator[Listed]:
    """Yield all lines, with a heading before the first row of each question."""
    group = None
    for at, row in enumerate(session.rows):
        if GROUP[row.kind] != group:
            group = GROUP[row.kind]
            yield ink(_title(group), style=HEADING), None
        mark: Part = ("▸", STRONG) if at == session.at else " "
        yield ink(mark, " ", *answer(session, row)), at


def _title(group: int) -> str:
    if group in _TITLES:
        return _TITLES[group]
    if group == _COMMUNICATION:
        return debrief_communication().title
    each = debrief_questions()[group - 1]
    return f"{each.number} {each.question}"


def answer(session: Session, row: AnswerRow) -> list[Part]:
    """Return the text of a row: the answer or, in brackets, what Enter would accept."""
    return _SHOWN[row.kind](session, row)


def _words(session: Session, row: AnswerRow) -> list[Part]:
    answers, kind = session.answers, row.kind
    texts = {
        "present": ", ".join(answers.present),
        "preparation": prepared(answers.preparation),
        "communication": answers.communication or "",
        "verdict": answers.verdict or "",
    }
    proposals = {
        "present": session.owner or "no one named",
        "preparation": prepared(session.proposed) or "nothing on file",
        "communication": "nothing yet",
        "verdict": "none yet",
    }
    label = "With " if kind == "present" else ""
    if texts[kind]:
        return [(label, DIM), texts[kind]]
    return [(f"{label}({proposals[kind]})", DIM)]


def _earlier(session: Session, row: AnswerRow) -> list[Part]:
    each = next(each for each in session.brief.actions if each.number == row.number)
    item = follow_up(each, session.brief.day)
    done = row.number in session.answers.done
    box = ("[x] ", PENDING) if done else "[ ] "
    late = each.overdue(session.brief.day)
    facts = (bare(item.below), UNKNOWN if late and not done else DIM)
    return [box, *item.words, ("  ", ""), facts]


def _claim(session: Session, _: AnswerRow) -> list[Part]:
    brief, state = session.brief, session.brief.state(session.answers.claimed)
    supported = brief.standing.supported
    over = (state.step.number if state else 0) > (supported.number if supported else 0)
    return [
        (state.step.title if state else "none", STRONG),
        "   evidenced: ",
        (supported.title if supported else "none", UNKNOWN if over else ""),
    ]


def _outcome(session: Session, row: AnswerRow) -> list[Part]:
    state = session.brief.state(session.answers.claimed)
    titles = {each.key: each.title for each in state.step.outcomes} if state else {}
    found = session.answers.outcomes.get(row.key)
    if found is None:
        proposed = SIGN[_SIGN[proof(session.brief, session.answers, row.key)]]
        return [(f"({proposed}) ", DIM), titles[row.key]]
    sign = _SIGN[found]
    return [(f" {SIGN[sign]}  ", SIGN_STYLE[sign]), titles[row.key]]


def _activity(session: Session, _: AnswerRow) -> list[Part]:
    titles = {each.key: each.title for each in activities(session.brief, session.answers)}
    given = session.answers.activity
    if given:
        return [titles.get(given, given)]
    proposed = activity(session.brief, session.answers)
    return [(f"({titles.get(proposed, proposed) if proposed else 'none on file'})", DIM)]


def _step(session: Session, _: AnswerRow) -> list[Part]:
    answers = session.answers
    titles = {step.key: step.title for step in session.brief.process}
    if answers.step == "confirmed":
        return [("confirmed", STRONG)]
    if answers.step == "reset":
        to = titles.get(answers.reset_to or "", "")
        return [(f"reset to {to}", STRONG), f": {answers.reason or ''}"]
    advice = suggestion(session.brief, answers)
    return [(f"({advised(session.brief, advice)}: {advice.why})", DIM)]


def _action(session: Session, row: AnswerRow) -> list[Part]:
    action = session.answers.actions[row.number]
    facts = filter(None, (action.owner, f"due {action.due}" if action.due else ""))
    return [("* ", PENDING), action.what, (f"  {' · '.join(facts)}", DIM)]


def _add(_: Session, __: AnswerRow) -> list[Part]:
    return [("(add one)", DIM)]


_SHOWN = {
    "present": _words, "earlier": _earlier, "claim": _claim, "outcome": _outcome,
    "activity": _activity, "preparation": _words, "communication": _words, "step": _step,
    "action": _action, "add": _add, "verdict": _words,
}  # fmt: skip
