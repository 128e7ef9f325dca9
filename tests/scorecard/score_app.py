"""The scorecard driven by tests: a deal on disk, a date, keys in, the screen as text out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import leaping
from leaping import press
from workspaces import day, write

from tas_cli.reading.read import read_opportunity
from tas_cli.scorecard.app import ScorecardApp
from tas_cli.scorecard.drafts import RatingDrafts
from tas_cli.scorecard.session import Session
from tas_cli.tui.session_app import OpenDeal
from tas_cli.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

TODAY = "2026-11-23"
Steps = "Callable[[Pilot[None]], Awaitable[None]]"

NEW = """\
tas: 1
name: Cranes
customer: Harbour
competitors: {x: {name: X-Sys}}
"""
RATED = """\
tas: 1
name: Cranes   # a comment that stays
customer: Harbour
competitors: {x: {name: X-Sys}, z: {name: Zeta}}
assessments:
  - date: 2026-05-04
    ratings:
      compelling_event: {us: "+", x: "-"}
      solution_fit:
        us: {rating: "-", evidence: [{when: 2026-05-02, who: Ann, what: Too slow}]}
        x: "+"
      executive_credibility: {us: "?"}
"""

# Everything the tree reads is known, and Flanking (alter the rules) is recommended.
FLANKING = """\
tas: 1
name: Cranes   # a comment that stays
customer: Harbour
competitors: {x: {name: X-Sys}}
assessments:
  - date: 2026-11-02
    ratings:
      compelling_event: {us: "+"}
      formal_decision_criteria: {us: "-", x: "-"}
      solution_fit: {us: "+", x: "+"}
      sales_resource_requirements: {us: "+", x: "+"}
      current_relationship: {us: "-", x: "+"}
      unique_business_value: {us: "+", x: "-"}
      inside_support: {us: "-", x: "+"}
      executive_credibility: {us: "+", x: "-"}
      cultural_compatibility: {us: "-", x: "-"}
      informal_decision_criteria: {us: "-", x: "-"}
      political_alignment: {us: "+", x: "-"}
"""
# The same, with another strategy chosen and an answer stated.
CHOSEN = (
    FLANKING
    + """\
strategy:
  chosen: frontal   # bold
  variation: reputation
  since: 2026-11-05
  reason: we are known
  answers:
    can_compete: {answer: yes, because: the pilot went well, date: 2026-11-05}
"""
)


class Deal:
    """An opportunity file in a workspace of its own, and its scorecard."""

    def __init__(self, folder: Path, text: str = RATED) -> None:
        self.path = write(folder, {"tas.yaml": "tas: 1\n", "opportunities/crane.yaml": text}) / (
            "opportunities/crane.yaml"
        )

    @property
    def text(self) -> str:
        """The current text of the file."""
        return self.path.read_text(encoding="utf-8")

    def app(
        self, *, today: str = TODAY, color: bool = True, ascii_only: bool = False
    ) -> ScorecardApp:
        """Open the scorecard on the file in its current state."""
        opportunity = read_opportunity(self.path.read_bytes(), "crane.yaml").value
        assert opportunity is not None
        workspace = open_workspace(self.path.parent)
        on_screen = OpenDeal("crane", self.path, workspace)
        session = Session(opportunity, workspace.settings, day(today))
        return ScorecardApp(on_screen, session, color=color, ascii_only=ascii_only)

    def offered(self, path: Path) -> bool:
        """Whether a scorecard opened by another path would offer this deal's draft."""
        app = self.app()
        app.deal = app.deal._replace(path=path)
        drafts = RatingDrafts(app)
        return drafts.files.waiting(drafts.read, drafts.BROKEN) != (None, [])

    def drive(
        self,
        steps: Callable[[Pilot[None]], Awaitable[None]],
        size: tuple[int, int] = (80, 24),
        app: ScorecardApp | None = None,
    ) -> ScorecardApp:
        """Run the scorecard, let `steps` press keys, and return the app in its final state."""
        return leaping.run(app or self.app(), steps, size)

    def press(self, *keys: str, app: ScorecardApp | None = None) -> ScorecardApp:
        """Run the scorecard and press keys."""

        async def steps(pilot: Pilot[None]) -> None:
            await press(pilot, *keys)

        return self.drive(steps, app=app)
