"""A debrief driven by tests: a fictional deal on disk, a date, keys in, the screen as text out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import leaping
from leaping import press
from workspaces import day, write

from tas_cli.debrief.app import DebriefApp
from tas_cli.debrief.brief import brief
from tas_cli.debrief.defaults import opening
from tas_cli.debrief.session import Session
from tas_cli.reading.read import read_opportunity
from tas_cli.tui.session_app import OpenDeal
from tas_cli.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

TODAY = "2026-11-23"

CRANE = """\
tas: 1
name: Crane control   # a comment that stays
customer: Harbour of Emden
owner: nicole
amount: 420000
currency: EUR
expected_close: 2027-03-31
competitors: {x: {name: X-Sys}}
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "?", x: "-"}
      solution_fit: {us: "-", x: "+"}
  - date: 2026-11-09
    ratings:
      compelling_event: {us: "+"}
      executive_credibility: {us: "?", x: "+"}
process:
  step: solution
  steps:
    qualify:
      outcomes:
        change_in_strategy: {evidence: [{when: 2026-09-02, what: "Berths are to work at night"}]}
        burning_issue_identified: {evidence: [{when: 2026-09-02, what: "Ships wait nine hours"}]}
        first_contacts_named: {evidence: [{when: 2026-09-02, what: "Ann Beck, Jan Ott"}]}
    develop:
      outcomes:
        key_sponsor_named:
          date: 2026-10-12
          evidence:
            - {when: 2026-10-12, who: Jan Ott, what: "I carry this", link: "https://example.com/4"}
        first_capabilities_embraced: {evidence: [{when: 2026-10-20, what: "Ott: that is it"}]}
        investment_process_confirmed: {date: 2026-10-28}
        buying_process_established: {evidence: [{when: 2026-10-28, what: "Paper of purchasing"}]}
    solution:
      started: 2026-10-01
      activities:
        differentiated_solution_created: {status: done, date: 2026-10-20}
        solution_first_communicated:
          status: under_way
          preparation: {what: "Agenda for 1 December", link: "https://example.com/agenda"}
debriefs:
  - date: 2026-10-19
    by: martha
    present: [nicole]
    claimed: qualify
    supported: qualify
    step: confirmed
    actions:
      - {what: "Ask who decides on the budget", owner: nicole, due: 2026-10-30}
      - {what: "Meet Ann Beck", owner: nicole, due: 2026-12-01}
    verdict: "On the way"
history:
  - {date: 2026-09-28, field: expected_close, from: 2026-12-31, to: 2027-02-28}
  - {date: 2026-11-02, field: expected_close, from: 2027-02-28, to: 2027-03-31}
"""
"""Develop is claimed, Qualify is evidenced, and an action of the last debrief is overdue."""

BARE = "tas: 1\nname: Cranes\ncustomer: Harbour\n"
"""A file without a process."""

ANSWERS: dict[str, Any] = {
    "by": "martha",
    "present": ["nicole"],
    "done": [1],
    "outcomes": {
        "key_sponsor_named": "shown",
        "first_capabilities_embraced": "shown",
        "investment_process_confirmed": "doubtful",
        "buying_process_established": "shown",
        "burning_issue_confirmed": "not_shown",
    },
    "activity": "solution_first_communicated",
    "preparation": {"what": "Agenda for 1 December", "link": "https://example.com/agenda"},
    "communication": "Beck wrote on the 18th",
    "step": "reset",
    "reset_to": "develop",
    "reason": "Nobody has confirmed the issue",
    "actions": [
        {"what": "Let Ann Beck confirm it", "owner": "nicole", "due": "2026-12-04"},
    ],
    "verdict": "Good work, one step too early",
}
"""The answers that the tests give in every possible way."""


@dataclass
class Deal:
    """An opportunity file in a workspace of its own."""

    folder: Path
    text_at_first: str = CRANE

    def __post_init__(self) -> None:
        files = {"tas.yaml": "tas: 1\n", "opportunities/crane.yaml": self.text_at_first}
        write(self.folder, files)
        self.path = self.folder / "opportunities/crane.yaml"

    @property
    def text(self) -> str:
        """The current text of the file."""
        return self.path.read_text(encoding="utf-8")

    def write(self, text: str) -> None:
        """Replace the text of the file."""
        self.path.write_text(text, encoding="utf-8")

    def answers(self, answers: object = ANSWERS) -> str:
        """Write a file of answers and return its name."""
        path = self.folder / "answers.json"
        path.write_text(json.dumps(answers), encoding="utf-8")
        return str(path)

    def session(self, today: str = TODAY, by: str | None = "martha") -> Session:
        """Begin a debrief of the file in its current state."""
        opportunity = read_opportunity(self.path.read_bytes(), "crane.yaml").value
        assert opportunity is not None
        found = brief(open_workspace(self.folder), self.path, opportunity, day(today))
        return Session(found, opening(found, by, []))

    def app(self, *, color: bool = True, ascii_only: bool = False) -> DebriefApp:
        """Open the full screen on the file in its current state."""
        opportunity = read_opportunity(self.path.read_bytes(), "crane.yaml").value
        assert opportunity is not None
        on_screen = OpenDeal("crane", self.path, open_workspace(self.folder))
        return DebriefApp(
            on_screen, self.session(), opportunity, color=color, ascii_only=ascii_only
        )

    def drive(
        self,
        steps: Callable[[Pilot[None]], Awaitable[None]],
        size: tuple[int, int] = (80, 24),
        app: DebriefApp | None = None,
    ) -> DebriefApp:
        """Open the screen, let `steps` press keys, and return the app in its final state."""
        return leaping.run(app or self.app(), steps, size)

    def press(self, *keys: str, app: DebriefApp | None = None) -> DebriefApp:
        """Open the screen and press keys."""

        async def steps(pilot: Pilot[None]) -> None:
            await press(pilot, *keys)

        return self.drive(steps, app=app)

    def seen(self, *keys: str, size: tuple[int, int] = (80, 24), **options: bool) -> str:
        """Return the screen's text after the given keys."""
        return self.on_the_way(keys, size=size, **options)[0]

    def on_the_way(
        self, *stations: tuple[str, ...], size: tuple[int, int] = (80, 24), **options: bool
    ) -> list[str]:
        """Return the screen's text after each group of keys in one session."""
        return leaping.seen(self.app(**options), *stations, size=size)
