"""Generated deals around a few quarters, with all that can move a forecast; all fictional."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import generated
from generated import CURRENCIES, RATES
from oracle import CRITERIA

if TYPE_CHECKING:
    from pathlib import Path

DEALS = 120
REPS = ("ann", "bo", "cy", "di")
MONTHS = {"january": 1, "april": 4, "november": 11}
QUOTA = {
    "ann": {"2026Q4": "900000000", "2027Q1": "2500000000.5", "2027Q3": "700000000"},
    "cy": {"2027Q1": "1500000000", "2027Q2": "10", "2027Q3": "900"},
}
_CALLS = ("omitted", "pipeline", "best_case", "commit")


class Foreseen(generated.Deals):
    """Draws deals whose money, dates, owners and categories change."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._chance = random.Random(seed)  # noqa: S311 - nothing secret

    def deal(self, number: int) -> dict[str, Any]:
        """Return the content of a file, without the parts that chance omits."""
        status = self._chance.choice(("open", "open", "open", "won", "lost"))
        closed = {"date": self._ago()} if self._chance.random() < 0.9 else {"reason": "None"}
        content: dict[str, Any] = {
            "tas": 1,
            "name": f"Deal {number}",
            "customer": f"Customer {number % 9}",
            "owner": self._maybe(self._chance.choice(REPS), 0.95),
            "amount": self._maybe(self._amount(), 0.93),
            "currency": self._maybe(self._chance.choice(CURRENCIES), 0.7),
            "expected_close": self._maybe(self._day(-60, 200), 0.93),
            "forecast": self._maybe(self._chance.choice(_CALLS), 0.5),
            "on_hold": self._maybe({"since": self._ago()}, 0.1),
            "status": status,
            "closed": None if status == "open" else closed,
            "assessments": self._rated(),
            "debriefs": self._debriefs(),
        }
        content |= self._process() if self._chance.random() < 0.7 else {}
        content["history"] = self._changes(content)
        return {key: value for key, value in content.items() if value not in (None, [], {})}

    def _rated(self) -> list[dict[str, Any]]:
        """Return no assessments, a mixed one, or one that leaves only Develop or Disengage."""
        if self._chance.random() < 0.4:
            return []
        signs = self._chance.choice(("+++---++?", "-", "-", "--+"))
        ratings = {key: {"us": self._chance.choice(signs)} for key in CRITERIA}
        return [{"date": self._ago(), "ratings": ratings}]

    def _changes(self, content: dict[str, Any]) -> list[dict[str, Any]]:
        drawn = (
            ("amount", lambda: self._maybe(self._amount(), 0.9), 0.4),
            ("currency", lambda: self._maybe(self._chance.choice(CURRENCIES), 0.8), 0.1),
            ("expected_close", lambda: self._maybe(self._day(-60, 200), 0.9), 0.5),
            ("owner", lambda: self._maybe(self._chance.choice(REPS), 0.9), 0.2),
            ("forecast", lambda: self._maybe(self._chance.choice(_CALLS), 0.7), 0.3),
            ("status", lambda: "won" if content["status"] == "open" else "open", 0.2),
        )
        found = []
        for field, value, share in drawn:
            after = content[field]
            for _ in range(self._chance.choice((0, 1, 2)) if self._chance.random() < share else 0):
                before = value()
                if before != after:
                    found.append({"date": self._ago(), "field": field, "from": before, "to": after})
        listed = sorted(found, key=lambda change: str(change["date"]))
        return [{key: each for key, each in change.items() if each} for change in listed]


def make(
    root: Path, seed: int, rates: dict[str, str] | None = RATES, year: str = "january"
) -> Path:
    """Write the workspace and return its root."""
    folder = root / "opportunities"
    folder.mkdir(parents=True)
    teams = {rep: {"team": generated.TEAMS[number % 2]} for number, rep in enumerate(REPS)}
    settings: dict[str, Any] = {"tas": 1, "currency": "USD", "team": teams, "quota": QUOTA}
    settings |= {"fiscal_year": year, "rates": rates or {}}
    (root / "tas.yaml").write_text(json.dumps(settings), encoding="utf-8")
    deals = Foreseen(seed)
    for number in range(DEALS):
        text = json.dumps(deals.deal(number), indent=1)
        (folder / f"deal-{number:03}.yaml").write_text(text, encoding="utf-8")
    return root
