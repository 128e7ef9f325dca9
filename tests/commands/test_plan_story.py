"""A plan from a meeting to a debrief, at a terminal: a step takes up what the one before left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from meridian import FILES, ID, TODAY
from terminal import talk
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

Answers = tuple[tuple[str, str], ...]

MEETING: Answers = (
    ("Whom did you meet", "Martin Kessler"),
    ("When", "fri"),
    (r"undo\s+to\s+take.*>", "15 - The board follows Hart, whom Carebridge pays"),
    ("#15.*>", "4 + Reserve approved"),
    ("#4.*>", "we will send the cash figures by fri @nicole"),
    ("action by.*>", ""),
    ("how it decides on an investment", "y"),
    ("brief contact > multiple contacts", "y"),
)
TAKEN: Answers = (("Take which", "1-4"), ("Who does it", ""), ("By when", "fri"))
QUESTIONS = ("want to achieve", "How urgent", "begin now")
TEAM: Answers = (
    ("Who scores", "nicole"),
    *zip(QUESTIONS, ("542", "423", "224"), strict=True),
    ("What could be wrong", ""),
    ("Save", ""),
)
SPOILER: Answers = (
    ("Who scores", "lena"),
    *zip(QUESTIONS, ("323", "211", "123"), strict=True),
    ("What could be wrong", "What if the state delays the penalties?"),
    ("What do you recommend", "Count the cost of waiting without them"),
    ("Who follows it up", ""),
    ("Due", "+1w"),
    ("What could be wrong", ""),
    ("Save", ""),
)
DEBRIEF: Answers = (
    ("Who answers", ""),
    ("send the cash figures.*Is it done", "y"),
    ("Last step completed", ""),
    *[("doubtful", "")] * 3,
    ("Number, or your own words", ""),
    ("What you have prepared", "Figures without penalties"),
    ("Link to it", ""),
    ("What was said", "Kessler wants the figures"),
    ("Confirmed or reset", "c"),
    ("What needs to be done", ""),
    ("Your verdict", "Well planned, on too short a way"),
    ("Save this", ""),
)


_CUSTOMER = " (Meridian Health)"


class Rep:
    """Somebody at a terminal, who answers questions and then looks at pages."""

    def __init__(self, tas: Tas, root: Path) -> None:
        self._tas, self._root = tas.at(root), root
        self._env = {"TAS_TODAY": TODAY, "TAS_STATE_DIR": str(root / "state")}
        tas.env(**self._env)

    def talks(self, command: str, answers: Answers, *options: str) -> str:
        """Answer the questions of a command; return what was shown, on one line."""
        status, seen = talk(self._root, [command, ID, *options], *answers, env=self._env)
        assert status == 0, seen
        return " ".join(seen.split())

    def sees(self, command: str, *words: str) -> str:
        """Return what a command shows, on one line."""
        result = self._tas(command, ID, *words)
        assert result.status == 0, result.err
        return " ".join(result.out.split())

    def codes(self) -> set[str]:
        """Return the codes of the warnings and errors of the whole workspace."""
        found = self._tas("check", "--format", "json").json["diagnostics"]
        return {each["code"] for each in found if each["severity"] != "info"}


def test_from_a_meeting_to_a_debrief(tas: Tas, tmp_path: Path) -> None:
    """A meeting settles the strategy, which suggests tactics; an outsider's doubts improve them."""
    rep = Rep(tas, write(tmp_path, FILES))

    seen = rep.talks("meeting", MEETING, "--plain")
    assert "Before: Undecided between Flanking and Fragment. Now: Recommended: Fragment" in seen
    assert "Martin Kessler: brief contact > multiple contacts?" in seen
    seen = rep.talks("choose", (("Which strategy", "fragment"),))
    assert "strategy.chosen fragment (new)" in seen
    assert "No goals or tactics yet." in rep.sees("plan")

    rep.sees("plan", "goal=Operations partner", "customer.goal=Top quartile", "agreed=ruiz",
             "requirements_met=15 Dec")  # fmt: skip
    seen = rep.talks("plan", TAKEN, "--suggest", "--plain")
    assert f"{ID}: 4 tactics added for nicole, due 2026-12-04" in seen
    assert "TAS707" in rep.codes()

    seen = rep.talks("challenge", TEAM, "customer_issues", "--role", "team", "--plain")
    assert "confidence 3.7 yellow, implications 2.7 yellow, actions 3.0 yellow" in seen
    seen = rep.talks("challenge", SPOILER, "customer_issues", "--role", "spoiler", "--plain")
    assert "confidence 2.0 red, implications 1.7 red, actions 2.3 red" in seen
    seen = rep.sees("challenge")
    assert "Largest differences Team Spoiler Confidence 5 3 What does the customer want" in seen
    assert "2 What if the state delays the penalties? (nicole, due 7 Dec)" in seen

    rep.sees("actions", "2", "answer=Waiting costs more even then", "done=today")
    rep.sees("tactics", "1", "what=Plan back from a date without penalties", "due=1 Dec")
    assert "1 E Plan back from a date without penalties #5" in rep.sees("plan")
    assert "Open 2" not in rep.sees("challenge")

    seen = rep.talks("debrief", DEBRIEF, "--plain", "--by", "max")
    assert "your own words [Plan back from a date without penalties]" in seen
    assert "Done: 2 What if the state delays the penalties? (nicole)" in seen
    assert "Signs that you are not in control: The players change." in seen
    assert rep.codes() == {"TAS201", "TAS624", "TAS707"}
    assert _calendar(rep, tmp_path / "plan.ics") == {
        "Plan back from a date without penalties": date(2026, 12, 1),
        "Show the fit on the customer's own case": date(2026, 12, 4),
        "Reserve our people for the rest of the deal": date(2026, 12, 4),
        "Put our value into the customer's own figures, and have them confirmed": date(2026, 12, 4),
        "Requirements met": date(2026, 12, 15),
        "Expected close": date(2027, 2, 26),
        "Compelling event": date(2027, 7, 1),
    }


def _calendar(rep: Rep, file: Path) -> dict[str, date]:
    """Return the days in the calendar of the plan, as a calendar library reads them."""
    icalendar: Any = pytest.importorskip("icalendar")
    rep.sees("plan", "--output", str(file))
    found = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return {str(each["SUMMARY"]).removesuffix(_CUSTOMER): each.decoded("DTSTART") for each in found}
