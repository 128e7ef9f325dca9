"""A generated workspace: 500 deals, 12 reps, 3 currencies; the same on every run, all fictional."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from oracle import CRITERIA

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 23)
DEALS = 500
REPS = [f"rep{number:02}" for number in range(12)]
CURRENCIES = ("USD", "EUR", "CHF")
RATES = {"EUR": "1.0834", "CHF": "1.1219"}
TEAMS = ("north", "south")
STEPS: dict[str, tuple[str, ...]] = {
    "qualify": ("change_in_strategy", "burning_issue_identified", "first_contacts_named"),
    "develop": (
        "key_sponsor_named",
        "first_capabilities_embraced",
        "investment_process_confirmed",
        "buying_process_established",
        "burning_issue_confirmed",
    ),
    "solution": ("capabilities_embraced", "requirements_confirmed", "proof_defined"),
    "proof": (
        "legal_process_started",
        "requirements_met",
        "verbal_approval_given",
        "formal_approval_begun",
    ),
    "close": ("agreement_signed", "deployment_assured", "late_attacks_blocked"),
}
STRATEGIES = ("frontal", "flanking", "fragment", "defend", "develop", "disengage")
_AGES = (0, 1, 6, 7, 8, 13, 29, 30, 31, 32, 45, 60, 89, 90, 91, 120, 200)
"""Days ago, at and around every limit of the board."""


class Deals:
    """Draws deals one after the other."""

    def __init__(self, seed: int = 5) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - nothing secret

    def deal(self, number: int) -> dict[str, Any]:
        """Return the content of a file, without the parts that chance omits."""
        rivals = [f"rival{which}" for which in range(self._chance.choice((0, 1, 1, 2)))]
        closing = self._chance.random() < 0.2
        content: dict[str, Any] = {
            "tas": 1,
            "name": f"Deal {number}",
            "customer": f"Customer {number % 40}",
            "owner": self._maybe(self._chance.choice(REPS), 0.95),
            "amount": self._maybe(self._amount(), 0.9),
            "currency": self._maybe(self._chance.choice(CURRENCIES), 0.85),
            "expected_close": self._maybe(self._day(-60, 90), 0.9),
            "status": self._chance.choice(("won", "lost", "disengaged")) if closing else "open",
            "closed": {"date": self._ago()} if closing and self._chance.random() < 0.9 else None,
            "competitors": {rival: {"name": rival.title()} for rival in rivals},
            "incumbent": self._maybe(self._chance.choice(["us", "nobody", *rivals]), 0.5),
            "assessments": self._assessments(rivals),
            "strategy": self._maybe({"chosen": self._chance.choice(STRATEGIES)}, 0.6),
        }
        content |= self._process() if self._chance.random() < 0.7 else {}
        content["debriefs"] = self._debriefs()
        content["history"] = self._history(content)
        content["tactics"] = Deals(number).to_do() if number % 3 == 0 else []
        return {key: value for key, value in content.items() if value not in (None, [], {})}

    def _maybe(self, value: Any, share: float) -> Any:
        return value if self._chance.random() < share else None

    def _day(self, first: int, last: int) -> str:
        return str(TODAY + timedelta(days=self._chance.randint(first, last)))

    def _ago(self) -> str:
        return str(TODAY - timedelta(days=self._chance.choice(_AGES)))

    def _amount(self) -> str:
        decimals = self._chance.choice((0, 0, 1, 2, 3, 6))
        whole = str(self._chance.randrange(1, 10**9))
        return whole + (f".{self._chance.randrange(10**decimals):0{decimals}}" if decimals else "")

    def _assessments(self, rivals: list[str]) -> list[dict[str, Any]]:
        days = sorted({self._ago() for _ in range(self._chance.choice((0, 1, 2, 3, 4)))})
        if self._chance.random() < 0.05:
            days.append(self._day(1, 20))
        shares = [1.0 if self._chance.random() < 0.4 else 0.9, *[0.25] * 9]
        rounds = [
            {"date": day, "ratings": self._ratings(rivals, share)}
            for day, share in zip(days, shares, strict=False)
        ]
        self._chance.shuffle(rounds)
        return rounds

    def _ratings(self, rivals: list[str], share: float) -> dict[str, Any]:
        rival_share = self._chance.choice((1.0, 0.85))
        return {
            criterion: {
                party: self._chance.choice("+++---++?")
                for party in ("us", *rivals)
                if party == "us" or self._chance.random() < rival_share
            }
            for criterion in CRITERIA
            if self._chance.random() < share
        }

    def _process(self) -> dict[str, Any]:
        names = list(STEPS)
        working = self._chance.randrange(len(names))
        shown = self._chance.randrange(working + 1)
        steps: dict[str, Any] = {}
        for at, name in enumerate(names[: working + 1]):
            sure = at < shown
            met = {
                outcome: self._outcome(sure=sure)
                for outcome in STEPS[name]
                if sure or self._chance.random() < 0.6
            }
            record = {"started": self._maybe(self._ago(), 0.6), "outcomes": met}
            steps[name] = {key: value for key, value in record.items() if value}
        step = self._maybe(names[working], 0.85)
        if step is None and self._chance.random() < 0.8:
            steps[names[working]]["completed"] = self._ago()
        process = {"step": step, "steps": {name: each for name, each in steps.items() if each}}
        return {"process": {key: value for key, value in process.items() if value}}

    def _outcome(self, *, sure: bool) -> dict[str, Any]:
        if sure or self._chance.random() < 0.5:
            return {"evidence": [{"when": self._ago(), "who": "A. Customer", "what": "Said so"}]}
        later = {
            "date": self._ago(),
            "evidence": [{"when": self._day(1, 9), "what": "Will say so"}],
        }
        return self._chance.choice((later, {"date": self._ago()}, {"evidence": [{"who": "B."}]}))

    def _debriefs(self) -> list[dict[str, Any]]:
        days = {self._ago() for _ in range(self._chance.choice((0, 0, 1, 2, 4)))}
        return [
            {"date": day, "actions": self.to_do(), **self._found()} for day in self._shuffled(days)
        ]

    def _found(self) -> dict[str, Any]:
        """Return a debrief's findings about the outcomes of a step; often nothing."""
        step = self._maybe(self._chance.choice(list(STEPS)), 0.5)
        if step is None:
            return {}
        proofs = ("shown", "shown", "not_shown", "doubtful")
        judged = [each for each in STEPS[step] if self._chance.random() < 0.6]
        found = {outcome: self._chance.choice(proofs) for outcome in judged}
        return {"claimed": step, "outcomes": found} if found else {"claimed": step}

    def to_do(self) -> list[dict[str, Any]]:
        """Return up to two action items, or tactics."""
        drawn = [
            {
                "what": f"Do {number}",
                "owner": self._maybe(self._chance.choice(REPS), 0.5),
                "due": self._maybe(self._day(-20, 20), 0.8),
                "done": self._maybe(self._ago(), 0.3),
            }
            for number in range(self._chance.choice((0, 1, 2)))
        ]
        return [{key: value for key, value in each.items() if value} for each in drawn]

    def _shuffled(self, days: set[str]) -> list[str]:
        listed = sorted(days)
        self._chance.shuffle(listed)
        return listed

    def _history(self, content: dict[str, Any]) -> list[dict[str, Any]]:
        changes = []
        if content["expected_close"] and self._chance.random() < 0.4:
            before = self._day(-80, 60)
            changes.append(("expected_close", before, content["expected_close"]))
        if content.get("process", {}).get("step") and self._chance.random() < 0.6:
            before = self._chance.choice(
                [name for name in STEPS if name != content["process"]["step"]]
            )
            changes.append(("process.step", before, content["process"]["step"]))
        if content["status"] != "open" and self._chance.random() < 0.5:
            changes.append(("status", "open", content["status"]))
        if content["amount"] and self._chance.random() < 0.3:
            changes.append(("amount", "1000", content["amount"]))
        listed = [
            {"date": self._ago(), "field": field, "from": before, "to": after}
            for field, before, after in changes
        ]
        return sorted(listed, key=lambda change: str(change["date"]))


def make(root: Path, *, rates: bool = False) -> Path:
    """Write the workspace and return its root."""
    folder = root / "opportunities"
    folder.mkdir(parents=True)
    settings: dict[str, Any] = {
        "tas": 1,
        "currency": "USD",
        "team": {rep: {"team": TEAMS[number % 2]} for number, rep in enumerate(REPS)},
    }
    settings |= {"rates": RATES} if rates else {}
    (root / "tas.yaml").write_text(json.dumps(settings), encoding="utf-8")
    deals = Deals()
    for number in range(DEALS):
        text = json.dumps(deals.deal(number), indent=1)
        (folder / f"deal-{number:03}.yaml").write_text(text, encoding="utf-8")
    return root
