"""Picking suggested tactics on the full screen: keys, forms, saving, drafts, and every size."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import leaping
import pytest
from fullscreen import Terminal
from leaping import press, screen
from meridian import DEAL, FILES, ID
from terminal import talk
from workspaces import opportunity, write

from tas_cli.reading.read import read_opportunity
from tas_cli.tactics.app import TacticsApp
from tas_cli.tactics.session import Session
from tas_cli.tui.session_app import OpenDeal
from tas_cli.typed.interpreter import Interpreter
from tas_cli.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cli import Tas
    from textual.pilot import Pilot

    from tas_cli.model.plan import Tactic

TODAY = date(2026, 11, 30)
COMMAND = f"tas plan {ID} --suggest\n"
MINE = "tactics:\n  - {what: Ask around, kind: retrieve, criteria: [15]}\n"


class Deal:
    """The deal of Meridian Health in a workspace of its own, and the screen with its tactics."""

    def __init__(self, folder: Path, text: str = DEAL) -> None:
        self.folder = write(folder, FILES | {f"opportunities/{ID}.yaml": text})
        self.path = self.folder / f"opportunities/{ID}.yaml"

    @property
    def text(self) -> str:
        """The current text of the file."""
        return self.path.read_text(encoding="utf-8")

    @property
    def tactics(self) -> list[Tactic]:
        """The tactics in the file."""
        return opportunity(self.text).tactics

    def session(self) -> Session:
        """Begin a session on the file in its current state."""
        found = read_opportunity(self.path.read_bytes(), "a.yaml").value
        assert found is not None
        settings, due = open_workspace(self.folder).settings, date(2026, 12, 7)
        return Session(found, None, settings, Interpreter(TODAY), found.owner, due)

    def app(self, *, color: bool = True, ascii_only: bool = False) -> TacticsApp:
        """Open the screen on the file in its current state."""
        deal = OpenDeal(ID, self.path, open_workspace(self.folder))
        return TacticsApp(deal, self.session(), color=color, ascii_only=ascii_only)

    def seen(
        self, *stations: Sequence[str], size: tuple[int, int] = (80, 24), app: Any = None
    ) -> list[str]:
        """Return the screen's text after each group of keys in one session; a draft stays."""
        return leaping.seen(app or self.app(), *stations, size=size)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for drafts, in a terminal that asks for nothing special."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """A deal that suggests 32 tactics, 15 of them at once."""
    return Deal(tmp_path / "deals")


@pytest.mark.parametrize(
    ("keys", "most", "whose"),
    [
        (["8", "w"], 40, ("nicole", "2026-12-07")),
        (
            ["space"] * 8 + ["o", *"tomas", "enter", "d", *"+2w", "enter", "w"],
            60,
            ("tomas", "2026-12-14"),
        ),
    ],
)
def test_eight_tactics_in_few_keys(
    deal: Deal, keys: list[str], most: int, whose: tuple[str, str]
) -> None:
    """Eight tactics with owner and date take at most 60 keys, and no more than the prompts."""
    assert len(COMMAND) + len(keys) <= most
    app = deal.app()
    deal.seen(keys, app=app)
    assert [(each.owner, str(each.due)) for each in deal.tactics] == [whose] * 8
    assert app.notes[0] == f"{ID}: 8 tactics added."


def test_the_screen_writes_what_take_writes(tas: Tas, deal: Deal, tmp_path: Path) -> None:
    """What is picked is added like `--take` adds it, byte for byte."""
    keys = ",".join(each.key for each in deal.session().rows[:3])
    other = Deal(tmp_path / "other")
    tas.at(other.folder).env(TAS_TODAY=TODAY.isoformat())
    assert tas("plan", ID, "--take", keys).status == 0
    deal.seen(["3", "ctrl+s"])
    assert deal.text == other.text != DEAL


def test_nothing_is_written_unasked(deal: Deal) -> None:
    """Without a pick, w says so and Esc leaves; with one, Esc asks, and discards if wanted."""
    empty, picked, asked, _ = deal.seen(["w"], ["space"], ["escape"], ["d"])
    assert "Nothing is picked." in empty
    assert "15 suggested, 1 picked" in picked
    assert picked.count("7 Dec") == 1
    assert "Save 1 tactic before you leave?" in asked
    assert deal.seen(["escape"]) == [""]
    assert deal.text == DEAL


def test_picks(deal: Deal) -> None:
    """A digit picks the first ones, a all or none, Space one; all of it can be undone."""
    found = deal.seen(["8"], ["3"], ["u"], ["a"], ["a"], ["end", "space", "up", "space"], ["u"])
    numbers = [each.partition(" suggested, ")[2].split()[0] for each in found]
    assert numbers == ["8", "3", "8", "15", "0", "2", "1"]


def test_a_click_selects(deal: Deal) -> None:
    """A click goes to the line under it; one on the heads of the columns goes nowhere."""
    app = deal.app()

    async def steps(pilot: Pilot[None]) -> None:
        for line in (3, 0):
            await pilot.click("#choices", offset=(20, line))
            await pilot.pause()
        assert app.session.at == 2

    leaping.run(app, steps)


def test_what_is_left_out_is_counted(deal: Deal, tmp_path: Path) -> None:
    """At most three of a kind are shown; m shows the rest, and leaves the cursor where it is."""
    before, after = deal.seen(["end"], ["m"])
    assert "17 more of the same kinds: m shows them." in before
    assert "32 suggested" in after
    assert "more of the same kinds" not in after
    assert "▸ [ ] E Tie the project" in before
    assert "▸ [ ] E Tie the project" in after
    covered = Deal(tmp_path / "covered", DEAL + MINE)
    assert "1 covered by open tactics." in covered.seen([])[0]


def test_an_owner_is_for_all_without_one_then_for_one(deal: Deal) -> None:
    """What is asked once is for all picked that have none; asked again, for the selected one."""
    several, day, one, *_ = deal.seen(
        ["3", "o"],
        ["<lena>", "enter", "d", *"fri"],
        ["enter", "end", "space", "home", "o"],
        ["<tomas>", "enter", "end", "o", "<kim>", "enter", "w"],
    )
    assert "Owner for all 3 picked" in several
    assert "= Friday 2026-12-04" in day
    assert "Owner for" not in one
    assert [each.owner for each in deal.tactics] == ["tomas", "lena", "lena", "kim"]
    assert [str(each.due)[5:] for each in deal.tactics] == ["12-04"] * 3 + ["12-07"]


def test_owners_and_days_of_any_width(deal: Deal) -> None:
    """Wide characters and days of other years leave the columns in line, and no day is cut."""
    keys = ["2", "o", "<田中さん>", "enter", "down", "d", "<2027-01-04>", "enter", "up"]
    found = deal.seen(["3", "u", *keys, "d", "<2027-12-31>", "enter"])[0].split("\n")
    heads, first, second = found[1:4]
    assert first.endswith(" 31 Dec 2027")
    assert second.endswith(" 4 Jan 2027")
    assert heads.index("Due") == second.index("4 Jan") + 4 == first.index("31 Dec") + 4


def test_own_words(deal: Deal) -> None:
    """Own words pick a suggestion, and stand beside it; without any, it is as suggested."""
    seen = deal.seen(["enter", "<Lunch with Ruiz>", "enter"], ["enter", "<>", "enter"], ["u", "w"])
    assert "Lunch with Ruiz  R15\n Suggested: Find out who has" in seen[0]
    assert "Suggested:" not in seen[1]
    assert [each.what for each in deal.tactics] == ["Lunch with Ruiz"]


def test_words_that_were_suggested_are_changed_not_replaced(deal: Deal) -> None:
    """The first key does not wipe the sentence, whose end is in view."""
    rows = [each.what for each in deal.session().rows]
    longest = max(rows, key=len)
    assert len(longest) > 70
    form, *_ = deal.seen([*["down"] * rows.index(longest), "enter"], ["escape", "escape"])
    assert longest[-20:] in next(each for each in form.splitlines() if "│ Do " in each)
    deal.seen(["enter", "!", "enter", "s"])
    [only] = deal.tactics
    assert only.what.endswith("!")
    assert len(only.what) > 10


def test_a_wrong_day_is_asked_again(deal: Deal) -> None:
    """A day that is none says so, and the form stays."""
    assert "someday is not a date" in deal.seen(["space", "d", "<someday>", "enter"])[0]


def test_a_deal_that_changed_meanwhile(deal: Deal) -> None:
    """What it does not suggest any more is named, and is not planned twice; the rest is added."""
    app = deal.app()

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2")
        deal.path.write_text(DEAL + MINE, encoding="utf-8")
        await press(pilot, "w")
        assert "It does not suggest R15 any more." in screen(app)
        await press(pilot, "r")
        assert "15 suggested, 1 picked" in screen(app)
        await press(pilot, "w")

    leaping.run(app, steps)
    assert deal.text.startswith(DEAL + MINE)
    assert [each.kind for each in deal.tactics] == ["retrieve", "insulate"]


def test_a_draft_is_offered_again(deal: Deal) -> None:
    """What was picked, and its words, come back; what is no longer suggested is left out."""
    deal.seen(["m", "end", "enter", "<Call>", "enter", "home", "space", "d", "<+3d>", "enter"])
    deal.path.write_text(DEAL + MINE, encoding="utf-8")
    offered, resumed, _ = deal.seen([], ["r"], ["w"])
    assert "2 tactics picked, not saved: I13:carebridge, R15" in offered
    assert "Left out 1 change" in resumed
    assert [(each.what, str(each.due)) for each in deal.tactics[1:]] == [("Call", "2026-12-03")]


@pytest.mark.parametrize("size", [(30, 6), (40, 10), (60, 24), (80, 24), (120, 40)])
@pytest.mark.parametrize("plain", [True, False])
def test_every_size(deal: Deal, size: tuple[int, int], plain: bool) -> None:  # noqa: FBT001
    """The list, the number picked and a way out are in view at every size, in ASCII as well."""
    app = deal.app(color=not plain, ascii_only=plain)
    lines = deal.seen(["2", "down"], size=size, app=app)[0].split("\n")
    assert "15 suggested, 2 picked" in lines[1]
    assert any(f"{'>' if plain else '▸'} [x] I Get to" in line for line in lines)
    assert max(map(len, lines)) <= size[0]
    assert not plain or "\n".join(lines).replace("·", "").isascii()
    reason = "Carebridge is + on #9" in " ".join("\n".join(lines).split())
    assert reason or size < (60, 24)


def test_hostile_names(tmp_path: Path) -> None:
    """Control characters and markup in a file reach the screen as harmless signs."""
    text = DEAL.replace("name: Carebridge", r'name: "[b]Care\u202e\u200bbridge"')
    assert text != DEAL
    seen = Deal(tmp_path / "deals", text).seen(["down"])[0]
    assert "[b]Care" in seen
    assert not {"\u202e", "\u200b", "\x1b"} & {*seen}


def test_at_a_terminal(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command opens the screen, with who and when as given; `--plain` asks line by line."""
    monkeypatch.setenv("TAS_TODAY", TODAY.isoformat())
    terminal = Terminal(deal.folder, "plan", ID, "--all", "--owner", "lena", "--due", "fri")
    terminal.shows("32 suggested")
    terminal.type("2w")
    assert terminal.left() == 0
    assert f"{ID}: 2 tactics added." in terminal.drawn.decode()
    assert terminal.out_of_order == []
    assert [(each.owner, str(each.due)) for each in deal.tactics] == [("lena", "2026-12-04")] * 2
    words = ["plan", ID, "--suggest", "--plain"]
    status, _ = talk(
        deal.folder,
        words,
        ("Take which", ""),
        env={"TERM": "xterm-256color", "TAS_TODAY": TODAY.isoformat()},
    )
    assert status == 0
