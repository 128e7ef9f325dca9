"""A generated history of deals in git, and what changed in it, found in plain mappings alone."""

from __future__ import annotations

import random
import subprocess
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import yaml
from oracle import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAST = date(2026, 11, 20)
"""The day of the last commit; the first one is two years earlier."""
PEOPLE = ("Ann", "Bob", "Kim")
FIELDS = ("owner", "amount", "expected_close", "status")

Content = dict[str, Any]
State = dict[str, Content]
"""The contents of all deals' files, by short name."""


class History:
    """States of a workspace, one per commit; each commit changes one deal. The same on every run.

    No text occurs twice, so that texts alone identify what they are in.
    """

    def __init__(self, commits: int, deals: int) -> None:
        self._chance = random.Random(commits)  # noqa: S311 - nothing secret
        self._texts = 0
        self._deals = deals
        start = LAST - timedelta(days=730)
        self.days = [start + timedelta(days=730 * at // commits) for at in range(1, commits + 1)]
        self.states: list[State] = []
        state: State = {}
        for at, day in enumerate(self.days):
            state = dict(state)
            self._change(state, at, day)
            self.states.append(state)

    def _change(self, state: State, at: int, day: date) -> None:
        """Change one deal: begin, delete or rename it, or something in it."""
        chance = self._chance.random()
        if at < self._deals or chance < 0.01:
            state[f"deal-{at}"] = self._new(at)
            return
        name = self._chance.choice(sorted(state))
        content = deepcopy(state[name])
        if chance < 0.02 and len(state) > max(1, self._deals // 2):
            del state[name]
        elif chance < 0.04:
            del state[name]
            state[f"{name}-{at}"] = content
        else:
            kinds = (self._rated, self._field, self._noted, self._acted, self._rival)
            self._chance.choices(kinds, (8, 3, 1, 2, 1))[0](content, day)
            state[name] = content

    def _text(self) -> str:
        self._texts += 1
        return f"Said {self._texts}"

    def _new(self, at: int) -> Content:
        return {"tas": 1, "name": f"Name {at}", "customer": f"Customer {at}", "status": "open"}

    def _rated(self, content: Content, day: date) -> None:
        listed = content.setdefault("assessments", [])
        if not listed or listed[-1]["date"] != str(day):
            listed.append({"date": str(day), "by": self._chance.choice(PEOPLE), "ratings": {}})
        for _ in range(self._chance.randint(1, 4)):
            party = self._chance.choice(["us", "us", *content.get("competitors", {})])
            cell: Content = {"rating": self._chance.choice("++--?")}
            if self._chance.random() < 0.5:
                cell["evidence"] = [{"when": str(day), "what": self._text()}]
            column = listed[-1]["ratings"].setdefault(self._chance.choice(CRITERIA), {})
            column.setdefault(party, cell)

    def _field(self, content: Content, day: date) -> None:
        field = self._chance.choice(FIELDS)
        content[field] = {
            "owner": self._chance.choice(PEOPLE),
            "amount": f"{self._chance.randint(1, 10**9) / 100:.2f}",
            "expected_close": str(day + timedelta(days=self._chance.randint(1, 400))),
            "status": self._chance.choice(("open", "open", "won", "lost")),
        }[field]

    def _noted(self, content: Content, day: date) -> None:
        content.setdefault("notes", []).append({"date": str(day), "text": self._text()})

    def _acted(self, content: Content, day: date) -> None:
        listed = content.setdefault("actions", [])
        open_ones = [each for each in listed if "done" not in each]
        if open_ones and self._chance.random() < 0.5:
            open_ones[0]["done"] = str(day)
        else:
            listed.append({"date": str(day), "what": self._text()})

    def _rival(self, content: Content, _: date) -> None:
        text = self._text()
        content.setdefault("competitors", {})[text.lower().replace(" ", "-")] = {"name": text}

    def commit(self, folder: Path) -> None:
        """Make a folder a repository that has this history, with the last state checked out."""
        subprocess.run(["git", "init", "-q", "--initial-branch=main"], cwd=folder, check=True)
        stream = b"".join(self._stream())
        subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, check=True, input=stream)
        subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=folder, check=True)

    def _stream(self) -> Iterator[bytes]:
        before: State = {}
        for at, (day, state) in enumerate(zip(self.days, self.states, strict=True)):
            when = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
            who = f"{PEOPLE[at % len(PEOPLE)]} <{at}@example.com> {when} +0000"
            yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
            yield _data(f"Commit {at}".encode())
            yield from (
                f"D opportunities/{name}.yaml\n".encode() for name in before if name not in state
            )
            for name, content in state.items():
                if before.get(name) is not content:
                    yield f"M 100644 inline opportunities/{name}.yaml\n".encode()
                    yield _data(yaml.safe_dump(content, sort_keys=False).encode())
            before = state


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def signs(content: Content) -> dict[tuple[str, str], str]:
    """Return the newest sign of each cell."""
    found: dict[tuple[str, str], str] = {}
    for assessment in sorted(content.get("assessments", []), key=lambda each: str(each["date"])):
        for criterion, column in assessment["ratings"].items():
            found |= {(criterion, party): cell["rating"] for party, cell in column.items()}
    return found


def stated(content: Content) -> dict[tuple[str, str], str]:
    """Return the day on which each cell was stated last."""
    found: dict[tuple[str, str], str] = {}
    for assessment in sorted(content.get("assessments", []), key=lambda each: str(each["date"])):
        for criterion, column in assessment["ratings"].items():
            found |= {(criterion, party): assessment["date"] for party in column}
    return found


def plain(content: Content) -> dict[str, str]:
    """Return the plain fields and the competitors' names."""
    named = {key: each["name"] for key, each in content.get("competitors", {}).items()}
    fields = {key: content[key] for key in FIELDS if key in content}
    return fields | {f"competitors.{key}": name for key, name in named.items()}


def texts(content: Content) -> dict[str, set[str]]:
    """Return what was said in evidence, noted and agreed, and which of that is done."""
    cells = [
        cell
        for each in content.get("assessments", [])
        for column in each["ratings"].values()
        for cell in column.values()
    ]
    actions = content.get("actions", [])
    return {
        "evidence_added": {each["what"] for cell in cells for each in cell.get("evidence", [])},
        "notes": {each["text"] for each in content.get("notes", [])},
        "actions_agreed": {each["what"] for each in actions},
        "actions_done": {each["what"] for each in actions if "done" in each},
    }


def turned(
    before: dict[Any, str], after: dict[Any, str]
) -> set[tuple[Any, str | None, str | None]]:
    """Return the keys whose values differ, with both."""
    pairs = ((key, before.get(key), after.get(key)) for key in before | after)
    return {each for each in pairs if each[1] != each[2]}
