"""What the checks of the plan find, worked out from a deal as plain data.

Written from the specification of the checks alone: nothing here imports the program. What decides
the strategy is asked of the engine's own oracle.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

import oracle

Data = dict[str, Any]
Found = list[tuple[str, tuple[str | int, ...]]]

STEPS = ["qualify", "develop", "solution", "proof", "close"]
COLUMNS = ("confidence", "implications", "actions")
ABOUT = {
    "customer_issues": [1, 5],
    "opportunity": [1, 2, 3, 4, 5],
    "compete": [6, 7, 8, 9, 10],
    "win": [11, 12, 13, 14, 15],
    "worth": [16, 17, 18, 19, 20],
}
DECIMALS = {"USD": 2, "JPY": 0}


def found_in_plan(deal: Data, day: date, settings: Data) -> Found:
    """Return what the checks of the plan find in a deal."""
    if deal.get("status", "open") != "open":
        return []
    case = _Case(deal, day, settings)
    found = case.frame() + case.tactics() + case.challenges()
    return sorted(found + case.partners() + case.references() + (case.days() if case.used else []))


class _Case:
    def __init__(self, deal: Data, day: date, settings: Data) -> None:
        self.deal, self.day, self.settings = deal, day, settings
        self.listed = [*enumerate(deal.get("tactics", []))]
        self.open = [(at, each) for at, each in self.listed if "done" not in each]
        self.strategy = deal.get("strategy", {})
        frame = {"goal", "objective", "customer"} & {*self.strategy}
        self.used = bool(frame or self.listed or "close_plan" in deal)
        dated = sorted(enumerate(deal["assessments"]), key=lambda each: str(each[1]["date"]))
        self.past = [each for _, each in dated if self.on(each["date"]) <= day]

    def on(self, text: Any) -> date:
        return date.fromisoformat(str(text))

    def cells(self, number: int) -> list[Data]:
        """Return the statements about us on a criterion, newest first."""
        key = oracle.CRITERIA[number - 1]
        rated = (each["ratings"].get(key, {}).get("us") for each in self.past)
        return [each for each in rated if each][::-1]

    def sign(self, number: int, party: str = "us") -> str:
        key = oracle.CRITERIA[number - 1]
        rated = [each["ratings"].get(key, {}).get(party) for each in self.past]
        return next((str(each["rating"]) for each in rated[::-1] if each), "?")

    def frame(self) -> Found:
        found: Found = []
        objective = self.strategy.get("objective", {})
        amounts = [each.get("amount") for each in objective.get("items", [])]
        if amounts and None not in amounts and "amount" in self.deal:
            scale = 10 ** DECIMALS[self.deal.get("currency", "USD")]
            gap = Fraction(self.deal["amount"]) - sum(map(Fraction, amounts))
            if abs(gap * scale) > Fraction(1, 2):
                found.append(("TAS701", ("strategy", "objective", "items")))
        ours = [key for key in ("goal", "objective") if key in self.strategy]
        theirs = any(self.strategy.get("customer", {}).values())
        if ours and not theirs and "+" in (self.sign(1), self.sign(10)):
            found.append(("TAS702", ("strategy", ours[0])))
        return found

    def deciding(self) -> set[int]:
        """Return the numbers of the unknown criteria that decide between strategies."""
        racing = tuple(self.racing())
        ratings = {
            (key, party): self.sign(number, party)
            for number, key in enumerate(oracle.CRITERIA, 1)
            for party in ("us", *racing)
        }
        facts = oracle.Facts(competitors=racing, ratings=ratings, incumbent=None, stated={})
        cells = oracle.verdict(facts).deciding
        return {oracle.CRITERIA.index(criterion) + 1 for criterion, _, _ in cells}

    def racing(self) -> list[str]:
        def out(rival: Data) -> bool:
            return "out" in rival and self.on(rival["out"]["date"]) <= self.day

        return [key for key, each in self.deal.get("competitors", {}).items() if not out(each)]

    def tactics(self) -> Found:
        found: Found = []
        step = self.deal.get("process", {}).get("step", "qualify")
        retrieving = [each for _, each in self.open if each.get("kind") == "retrieve"]
        asked = {number for each in retrieving for number in each["criteria"]}
        if self.listed and STEPS.index(step) >= 1 and self.deciding() - asked:
            found.append(("TAS703", ("tactics",)))
        for at, each in self.open:
            if "owner" not in each or "due" not in each:
                found.append(("TAS704", ("tactics", at)))
            if "due" in each and self.on(each["due"]) < self.day:
                found.append(("TAS705", ("tactics", at, "due")))
        for at, each in self.listed:
            done = self.on(each.get("done", "2999-01-01"))
            since = [
                key for one in self.past if self.on(one["date"]) >= done for key in one["ratings"]
            ]
            about = {oracle.CRITERIA[number - 1] for number in each.get("criteria", [])}
            if done <= self.day and about and not about & {*since}:
                found.append(("TAS706", ("tactics", at, "done")))
        return found

    def days(self) -> Found:
        process, event = self.deal.get("process", {}), self.deal.get("compelling_event", {})
        until = self.deal.get("expected_close") or event.get("date")
        step = process.get("step", "qualify")
        began = process.get("steps", {}).get(step, {}).get("started")
        usual = [int(self.settings["steps"][each]["days"]) for each in STEPS]
        at = STEPS.index(step)
        spent = (self.day - self.on(began)).days if began and "step" in process else 0
        needed = max(0, usual[at] - spent) + sum(usual[at + 1 :])
        left = (self.on(until) - self.day).days if until else -1
        place = (
            ("expected_close",) if "expected_close" in self.deal else ("compelling_event", "date")
        )
        return [("TAS707", place)] if 0 <= left < needed else []

    def challenges(self) -> Found:
        found: Found = []
        listed = [*enumerate(self.deal.get("challenges", []))]
        inside = {str(self.deal.get("owner")), *(each.get("owner") for _, each in self.listed)}
        team = [each for _, each in listed if each.get("role", "team") == "team"]
        inside |= {each.get("by") for each in team if each.get("scores")}
        lowered = {each.lower() for each in inside if each}
        for at, each in listed:
            if each.get("role") == "spoiler" and each.get("by", "-").lower() in lowered:
                found.append(("TAS711", ("challenges", at, "by")))
        dated = sorted(listed, key=lambda each: str(each[1]["date"]))
        scored = [each for each in dated if each[1].get("scores")]
        means = [
            mean
            for _, each in scored
            for asked in each["scores"].values()
            for mean in _means([*asked.values()]).values()
        ]
        if scored and means and min(means) >= Fraction(self.settings["challenge"]["green_from"]):
            found.append(("TAS710", ("challenges", scored[0][0], "scores")))
        return found + self.scores(scored)

    def scores(self, scored: list[tuple[int, Data]]) -> Found:
        found: Found = []
        covered = {number for _, each in self.open for number in each.get("criteria", [])}
        red_below = Fraction(self.settings["challenge"]["red_below"])
        for role in ("team", "spoiler"):
            newest: dict[str, tuple[int, Data]] = {}
            for at, each in scored:
                if each.get("role", "team") == role:
                    for category, asked in each["scores"].items():
                        grades = newest[category][1] if category in newest else {}
                        newest[category] = (at, {**grades, **asked})
            for category, (at, asked) in newest.items():
                place = ("challenges", at, "scores", category)
                means = _means([*asked.values()])
                bare = any(self.unproven(number) for number in ABOUT[category])
                red = min(means.values()) < red_below and not covered & {*ABOUT[category]}
                wrong = {"TAS712": bare and means["confidence"] >= 4, "TAS713": red}
                told = {(code, where[-1]) for code, where in found}
                found += [
                    (code, place)
                    for code, holds in wrong.items()
                    if holds and (code, category) not in told
                ]
        return found

    def unproven(self, number: int) -> bool:
        cells = self.cells(number)
        for each in cells:
            if each["rating"] != "+":
                break
            if each.get("evidence"):
                return False
        return self.sign(number) == "+"

    def partners(self) -> Found:
        return [
            ("TAS720", ("partners", key, "also_with"))
            for key, each in self.deal.get("partners", {}).items()
            if {*each["also_with"]} & {*self.racing()}
        ]

    def references(self) -> Found:
        found: Found = []
        for at, tactic in self.listed:
            lost = [
                each for each in tactic.get("people", []) if each not in self.deal.get("people", {})
            ]
            found += [("TAS601", ("tactics", at, "people"))] * len(lost)
        for key, partner in self.deal.get("partners", {}).items():
            lost = [each for each in partner["also_with"] if each not in self.deal["competitors"]]
            found += [("TAS601", ("partners", key, "also_with"))] * len(lost)
        return found


def _means(scores: list[str]) -> dict[str, Fraction]:
    """Return each column's mean over questions scored as three digits, to one decimal, half up."""
    grades = [[int(grade) for grade in each.split()] for each in scores]
    sums = map(sum, zip(*grades, strict=True))
    return {
        column: Fraction(floor(Fraction(each, len(grades)) * 10 + Fraction(1, 2)), 10)
        for column, each in zip(COLUMNS, sums, strict=True)
    }
