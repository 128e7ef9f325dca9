"""The people's screen driven by tests: a deal on disk, keys in, the screen as text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import leaping
from leaping import press, screen
from workspaces import day, write

from tas_cli.people.app import PeopleApp
from tas_cli.people.session import Session
from tas_cli.reading.read import read_opportunity
from tas_cli.tui.session_app import OpenDeal
from tas_cli.typed.interpreter import Interpreter
from tas_cli.workspace import open_workspace, read_account

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tas_cli.model.opportunity import Opportunity

TODAY = day("2026-11-30")
NEW = """\
tas: 1
name: Flow
customer: Meridian
owner: nicole
"""
MERIDIAN = (
    NEW
    + """\
competitors: {carebridge: {name: Carebridge}}
people:
  adeyemi:
    name: Ruth Adeyemi   # a comment that stays
    title: CEO
    roles: [approver]
    status: neutral
    influence: 5
    coverage: brief
  ruiz:
    name: Elena Ruiz
    title: COO
    reports_to: adeyemi
    roles: [decision_maker, sponsor]
    status: supporter
    influence: 5
    coverage: in_depth
    influences: [adeyemi]
    agenda: {business: Length of stay, personal: To succeed Adeyemi}
    last_met: 2026-11-20
    evidence: [{when: 2026-10-20, who: kessler, what: She will fight for it}]
  kessler: {name: Martin Kessler, title: CFO, reports_to: adeyemi, coverage: brief}
  whelan:
    name: Tom Whelan
    title: CIO
    reports_to: adeyemi
    roles: [evaluator]
    status: non_supporter
    influence: 3
    coverage: multiple
    rivals: {carebridge: supporter}
  hart: {name: Sam Hart, title: Board adviser, company: Hart Ltd, influence: 5, coverage: none}
assessments:
  - date: 2026-11-20
    ratings:
      inside_support: {us: {rating: "+", evidence: [{when: 2026-11-20, who: ruiz, what: Argued}]}}
      informal_decision_criteria: {us: "-"}
"""
)
Steps = "Callable[[Pilot[None], PeopleApp], Awaitable[None]]"


class Deal:
    """A deal in a workspace of its own, and the screen of its people."""

    def __init__(self, folder: Path, text: str = MERIDIAN) -> None:
        self.folder = write(folder, {"tas.yaml": "tas: 1\n", "opportunities/flow.yaml": text})
        self.path = self.folder / "opportunities/flow.yaml"
        self.account = self.folder / "accounts/meridian.yaml"

    @property
    def text(self) -> str:
        """The current text of the file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def opportunity(self) -> Opportunity:
        """The current content of the file."""
        found = read_opportunity(self.path.read_bytes(), "flow.yaml").value
        assert found is not None
        return found

    def session(self) -> Session:
        """Begin a session on the files in their current state."""
        workspace, deal = open_workspace(self.folder), self.opportunity
        account = read_account(workspace, deal.account) if deal.account else None
        shared = account.value if account else None
        return Session(deal, shared, workspace.settings, Interpreter(TODAY))

    def app(self, *, color: bool = True, ascii_only: bool = False) -> PeopleApp:
        """Open the screen on the file in its current state."""
        deal = OpenDeal("flow", self.path, open_workspace(self.folder))
        return PeopleApp(deal, self.session(), color=color, ascii_only=ascii_only)

    def drive(
        self,
        steps: Callable[[Pilot[None], PeopleApp], Awaitable[None]],
        size: tuple[int, int] = (80, 24),
        app: PeopleApp | None = None,
    ) -> PeopleApp:
        """Run the screen, let `steps` press keys, and return the app in its final state."""
        driven = app or self.app()

        return leaping.run(driven, lambda pilot: steps(pilot, driven), size)

    def press(self, *keys: str) -> PeopleApp:
        """Run the screen and press keys."""

        async def steps(pilot: Pilot[None], _: PeopleApp) -> None:
            await press(pilot, *keys)

        return self.drive(steps)

    def seen(self, *stations: tuple[str, ...], size: tuple[int, int] = (80, 24)) -> list[str]:
        """Return the screen's text after each group of keys in one session."""
        texts: list[str] = []

        async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
            for keys in stations:
                await press(pilot, *keys)
                texts.append(screen(app))
            app.drafts.drop()

        self.drive(steps, size)
        return texts
