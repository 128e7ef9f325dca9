"""How many keys a rep presses for a new deal, its news and its people, and before a call.

    python benchmarks/keys.py

Types the scripts below into a shell in a terminal of its own, and counts the keys. Free text
between ‹ and › is typed but not counted: names, dates and what people said, which no program can
spare. At the end, the deal must hold what the story says.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from shell import Shell

TODAY = "2026-11-23"
LATER = "2026-12-14"
SPECIAL = {"⏎": "\r", "⇥": "\t", "⎋": "\x1b", "↓": "\x1b[B", "↑": "\x1b[A", "→": "\x1b[C"}
FREE = re.compile(r"‹(.*?)›")
CONTROL = re.compile(r"\^([A-Z])")


class Story(NamedTuple):
    """What a rep does: steps, each with the words that then show, and the keys it may take."""

    name: str
    today: str
    most: int
    steps: tuple[tuple[str, str], ...]
    check: Callable[[Path], None]


def keys(step: str) -> int:
    """Return how many keys a step takes."""
    return len(CONTROL.sub("c", FREE.sub("", step)))


def typed(step: str) -> str:
    """Return what a step sends to the terminal."""
    text = CONTROL.sub(
        lambda found: chr(ord(found[1]) - 64), step.replace("‹", "").replace("›", "")
    )
    return "".join(SPECIAL.get(each, each) for each in text)


def shown(folder: Path, *arguments: str) -> Any:
    """Return the JSON of a command."""
    call = [sys.executable, "-m", "tas_cli", *arguments, "--format", "json"]
    env = {**os.environ, "TAS_TODAY": LATER}
    return json.loads(
        subprocess.run(call, cwd=folder, env=env, capture_output=True, check=True).stdout
    )


def expect(what: str, found: object, wanted: object) -> None:
    """Stop if the deal does not say what the story says."""
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


def _column(signs: str, evidence: dict[int, str] | None = None) -> str:
    """Return the keys that rate a column from the top, with evidence for some criteria."""
    return "".join(sign + (evidence or {}).get(number, "") for number, sign in enumerate(signs, 1))


HEARD = "e‹They said so in the meeting›⇥‹J. Meyer, COO›^S"
NEW_DEAL = (
    ("tas new⏎", "Customer"),
    ("‹National Manufacturing›⏎", "What the deal is about"),
    ("‹Service platform›⏎", "Amount"),
    ("780000⏎", "Currency"),
    ("⏎", "Expected close"),
    ("‹2027-03-31›⏎", "Owner"),
    ("‹nicole›⏎", "Competitor"),
    ("‹X-Sys›⏎", "Competitor"),
    ("‹MedPlan›⏎", "Competitor"),
    ("⏎", "Short name"),
    ("⏎", "Rate it now?"),
    ("⏎", "no changes"),
    (_column("++-+++?-+++-+??+-++?", dict.fromkeys((1, 2, 4, 5, 6, 9, 10, 11), HEARD)), "20"),
    (_column("++?-++--+--+++-+-++?", dict.fromkeys((9, 12), HEARD)), "40"),
    (_column("++?-+---+--+-+-+-+??", dict.fromkeys((5, 9), HEARD)), "60"),
    ("s", "Saved"),
    ("q", "$"),
)


def _new_deal(folder: Path) -> None:
    deal = shown(folder, "show", "national-manufacturing", "--evidence")
    cells = _cells(deal)
    rated = [cell for cell in cells if cell["rated"]]
    expect("cells rated", len(rated), 60)
    expect("pieces of evidence", sum(len(cell["evidence"]) for cell in cells), 12)


THREE_WEEKS = (
    ("tas meeting ‹national-manufacturing›⏎", "F1 lists more"),
    ("‹J. Meyer, COO›⏎‹26 Nov›⏎", "Thursday"),
    ("3+‹Margin is back›⏎", "1 unsaved"),
    ("5+‹Support ends in March›⏎", "Does this prove that"),
    ("⏎", "Outcome to record"),
    ("7-‹The demo failed›⏎", "4 unsaved"),
    ("13+‹We speak their language›⏎", "5 unsaved"),
    ("^N", "The next one"),
    ("‹R. Patel, IT›⏎‹2 Dec›⏎", "Wednesday"),
    ("9-‹Has never met our boss›⏎", "1 unsaved"),
    ("14+‹The board follows Hart›⏎", "2 unsaved"),
    ("‹x-sys›:9+‹Their man is there daily›⏎", "3 unsaved"),
    ("15?⏎", "4 unsaved"),
    ("^N", "The next one"),
    ("‹D. Whitlock, head of service›⏎‹8 Dec›⏎", "Tuesday"),
    ("6+‹We wrote half of the RFP›⏎", "Does this prove that"),
    ("⏎", "Outcome to record"),
    ("10+‹No one else has the parts data›⏎", "3 unsaved"),
    ("out ‹MedPlan: over budget›⏎", "4 unsaved"),
    ("8+⏎", "5 unsaved"),
    ("^N", "The next one"),
    ("‹M. Kessler, CFO›⏎⏎", "Monday"),
    ("4+‹Reserve of 2.1M›⏎", "1 unsaved"),
    ("12+‹Asked us to come back›⏎", "2 unsaved"),
    ("11+‹Argued for us›⏎", "3 unsaved"),
    ("16-⏎", "4 unsaved"),
    ("amount=850k⏎", "5 unsaved"),
    ("close=‹30 Apr›⏎", "6 unsaved"),
    ("^S", "Before the next meeting"),
)


def _three_weeks(folder: Path) -> None:
    deal = shown(folder, "show", "national-manufacturing", "--evidence")
    said = shown(folder, "evidence", "national-manufacturing")["evidence"]
    expect("new cells", _stated_since(deal), 15)
    expect("new pieces of evidence", sum(each["when"] > TODAY for each in said), 12)
    expect("amount and date", (deal["amount"], deal["expected_close"]), ("850000", "2027-04-30"))
    out = [party["id"] for party in deal["parties"] if party["out"]]
    expect("competitors out", out, ["medplan"])
    text = (folder / "opportunities/national-manufacturing.yaml").read_text(encoding="utf-8")
    outcomes = text.partition("\nprocess:")[2].count("evidence:")
    expect("outcomes", outcomes, 2)


def _cells(deal: Any) -> list[Any]:
    rows = (row for question in deal["questions"] for row in question["criteria"])
    return [cell for row in rows for cell in row["cells"].values()]


def _stated_since(deal: Any) -> int:
    return sum(cell["stated"] is not None and cell["stated"] > TODAY for cell in _cells(deal))


WHO_DECIDES = (
    ("tas map ‹national-manufacturing› --edit⏎", "Nobody is on the map yet"),
    ("a‹Joan Meyer, COO›  DS + 5 mu⏎", "1 unsaved"),
    ("b‹Luis Prado, service director›  U ++ 4 in_d⏎", "2 unsaved"),
    ("b‹Ada Guo, dispatch lead›  U + 2 in_d⏎", "3 unsaved"),
    ("a‹Karl Berger, CFO›  A - 5 br⏎", "4 unsaved"),
    ("b‹Uma Patel, controller›  E = 3 mu⏎", "5 unsaved"),
    ("a‹Nils Holm, CIO›  E X 4 mu⏎", "6 unsaved"),
    ("b‹Eve Lund, architect›  E - 2 none⏎", "7 unsaved"),
    ("a‹Otto Stein, board adviser›  4 none⏎", "8 unsaved"),
    ("^S", "Saved 8 people"),
)


def _who_decides(folder: Path) -> None:
    people = shown(folder, "people", "national-manufacturing")["people"]
    expect("people", len(people), 8)
    expect("bosses", sum(bool(each["reports_to"]) for each in people), 4)


ONE_STATUS = (
    ("‹tas map national-manufacturing --edit⏎›", "8 people"),
    ("/k⏎=^S", "Saved 1 person"),
)
PREP = (("tas prep ‹national-manufacturing›⏎", "tas meeting"),)
STORIES = (
    Story("a new deal, 60 cells, 12 pieces of evidence", TODAY, 150, NEW_DEAL, _new_deal),
    Story(
        "three weeks later: 4 meetings, 15 cells, 12 pieces of evidence, 2 outcomes, amount, date,"
        " a competitor out",
        LATER,
        120,
        THREE_WEEKS,
        _three_weeks,
    ),
    Story("the map of eight people", LATER, 120, WHO_DECIDES, _who_decides),
    Story("how one of them stands with us, on the map", LATER, 5, ONE_STATUS, lambda _: None),
    Story("preparing for a call", LATER, 20, PREP, lambda _: None),
)


def main() -> int:
    """Play all stories, one after the other in one workspace; return 1 if one takes too many."""
    over = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "tas_cli", "init"], cwd=folder, check=True, capture_output=True
        )
        for story in STORIES:
            shell = Shell(folder, story.today)
            for step, words in story.steps:
                shell.type(typed(step))
                shell.shows(words)
            story.check(folder)
            count = sum(keys(step) for step, _ in story.steps)
            over = over or count > story.most
            print(f"{story.name}: {count} keys (at most {story.most})")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
