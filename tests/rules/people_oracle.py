"""What the checks of people find, worked out from the files as plain data.

Written from the specification of the checks alone: nothing here imports the program. A missing
rank, influence or contact is never held against a deal; fields that a map does not use are not
asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Any

Data = dict[str, Any]
Found = list[tuple[str, tuple[str | int, ...]]]

STEPS = ["qualify", "develop", "solution", "proof", "close"]
NUMBERS = {
    "current_relationship": 9,
    "inside_support": 11,
    "executive_credibility": 12,
    "informal_decision_criteria": 14,
    "political_alignment": 15,
}


def found_in_account(account: Data) -> Found:
    """Return what is wrong in an account's own lines."""
    people = account.get("people", {})
    found = _references(people, people, competitors=None)
    found += [("TAS602", ("people", key, "reports_to")) for key in people if _ring(people, key)]
    return sorted(found + _nameless(people, people))


def found_in_deal(deal: Data, account: Data | None, day: date, settings: Data) -> Found:
    """Return what is wrong with a deal, given the people of its account."""
    own = deal.get("people", {})
    people = _merged((account or {}).get("people", {}), own)
    if deal.get("status", "open") != "open" or not people:
        return []
    case = _Case(deal, own, people, day, settings)
    found = _references(own, people, deal.get("competitors", {}))
    found += [
        ("TAS602", ("people", key, "reports_to"))
        for key in own
        if "reports_to" in own[key] and _ring(people, key)
    ]
    found += _nameless(own, people)
    return sorted(found + case.ratings() + case.process() + case.persons() + case.words())


def _merged(shared: Data, own: Data) -> Data:
    people = {key: dict(each) for key, each in shared.items()}
    for key, each in own.items():
        under = people.setdefault(key, {})
        for name, value in each.items():
            both = isinstance(value, dict) and name in under
            under[name] = {**under[name], **value} if both else value
    return people


def _references(own: Data, people: Data, competitors: Data | None) -> Found:
    found: Found = []
    for key, each in own.items():
        for name in ("reports_to", "via"):
            if each.get(name, key) not in people:
                found.append(("TAS601", ("people", key, name)))
        for name in ("influences", "conflicts"):
            lost = [other for other in each.get(name, []) if other not in people]
            found += [("TAS601", ("people", key, name))] * len(lost)
        if competitors is not None:
            rivals = [rival for rival in each.get("rivals", {}) if rival not in competitors]
            found += [("TAS601", ("people", key, "rivals", rival)) for rival in rivals]
    return found


def _ring(people: Data, start: str) -> bool:
    """Whether the bosses of somebody lead back to them."""
    above = people[start].get("reports_to")
    for _ in people:
        if above == start:
            return True
        above = people.get(above, {}).get("reports_to")
    return False


def _nameless(own: Data, people: Data) -> Found:
    return [
        ("TAS603", ("people", key))
        for key in own
        if "name" not in people[key] and people[key].get("unidentified") != "yes"
    ]


class _Case:
    def __init__(self, deal: Data, own: Data, people: Data, day: date, settings: Data) -> None:
        self.deal, self.own, self.people, self.day, self.settings = deal, own, people, day, settings
        self.present = {
            key: each for key, each in people.items() if str(each.get("left", "9")) > str(day)
        }
        self.there = list(self.present.values())
        self.gone = {key for key in people if key not in self.present}

    def uses(self, name: str) -> bool:
        return any(name in each for each in self.people.values())

    def inner(self, grade: int) -> bool:
        return grade >= int(self.settings["bands"]["inner_circle"])

    def said(self, criterion: str) -> list[tuple[int, Data]]:
        """Return the statements about us, oldest first, with their places."""
        dated = sorted(
            (str(each["date"]), at)
            for at, each in enumerate(self.deal.get("assessments", []))
            if str(each["date"]) <= str(self.day)
        )
        cells = ((at, self.deal["assessments"][at]["ratings"].get(criterion)) for _, at in dated)
        return [(at, cell["us"]) for at, cell in cells if cell]

    def sign(self, criterion: str) -> str:
        said = self.said(criterion)
        return str(said[-1][1]["rating"]) if said else "?"

    def cell(self, criterion: str) -> tuple[str | int, ...]:
        return ("assessments", self.said(criterion)[-1][0], "ratings", criterion, "us")

    def ratings(self) -> Found:
        wrong = {
            "TAS610": ("inside_support", self.no_supporter()),
            "TAS611": ("executive_credibility", self.no_executive()),
            "TAS612": ("political_alignment", self.no_power()),
            "TAS613": ("informal_decision_criteria", self.no_insider()),
            "TAS614": ("current_relationship", self.few_deciders()),
        }
        return [
            (code, self.cell(criterion))
            for code, (criterion, holds) in wrong.items()
            if holds and self.sign(criterion) == "+"
        ]

    def ours(self) -> list[Data]:
        return [each for each in self.there if each.get("status") in ("supporter", "mentor")]

    def no_supporter(self) -> bool:
        heavy = [each for each in self.ours() if each.get("influence", 3) >= 3]
        return self.uses("status") and not heavy

    def no_executive(self) -> bool:
        for each in self.there:
            high, known = each.get("rank", 4) >= 4, each.get("coverage", "multiple")
            hostile = each.get("status") in ("enemy", "non_supporter")
            if high and known in ("multiple", "in_depth") and not hostile:
                return False
        return self.uses("rank")

    def no_power(self) -> bool:
        if not self.uses("influence") or not self.uses("status"):
            return False
        grades = [int(each.get("influence", 9)) for each in self.ours()]
        hostile = [
            each.get("influence", 0)
            for each in self.there
            if each.get("status") in ("enemy", "non_supporter")
        ]
        return not any(map(self.inner, grades)) or max([0, *hostile]) > max([0, *grades])

    def no_insider(self) -> bool:
        inner = [
            each for each in self.there if "influence" not in each or self.inner(each["influence"])
        ]
        unmet = [each for each in inner if each.get("coverage") == "none"]
        return self.uses("influence") and len(unmet) == len(inner)

    def few_deciders(self) -> bool:
        asked = [
            each
            for each in self.there
            if {"decision_maker", "evaluator"} & {*each.get("roles", [])}
        ]
        met = [each for each in asked if each.get("coverage") != "none"]
        return bool(asked) and len(met) <= len(asked) / 2

    def holding(self, role: str) -> list[str]:
        return [key for key, each in self.present.items() if role in each.get("roles", [])]

    def at_least(self, step: str) -> bool:
        now = self.deal.get("process", {}).get("step", "qualify")
        return STEPS.index(now) >= STEPS.index(step)

    def process(self) -> Found:
        found: Found = []
        outcomes = (
            self.deal.get("process", {}).get("steps", {}).get("develop", {}).get("outcomes", {})
        )
        if "key_sponsor_named" in outcomes and self.uses("roles") and not self.holding("sponsor"):
            place = ("process", "steps", "develop", "outcomes", "key_sponsor_named")
            found.append(("TAS615", place))
        if self.at_least("proof"):
            if any("roles" in each for each in self.there) and not self.holding("approver"):
                found.append(("TAS616", ("process", "step")))
            for key in self.holding("approver"):
                if self.present[key].get("coverage") == "none":
                    found.append(("TAS616", self.place(key, "coverage")))
        return found

    def place(self, key: str, *names: str) -> tuple[str | int, ...]:
        return ("people", key, *names) if key in self.own else ("account",)

    def persons(self) -> Found:
        found: Found = []
        for key, each in self.present.items():
            status, strategy = each.get("status"), each.get("approach", {}).get("strategy")
            wrong = {
                "leverage": ("enemy", "non_supporter", "neutral"),
                "neutralize": ("neutral", "supporter", "mentor"),
            }
            if status in wrong.get(str(strategy), ()):
                found.append(("TAS621", self.place(key, "approach", "strategy")))
            weight = each.get("influence", 0) >= self.settings["bands"]["structure"]
            friend = status in ("supporter", "mentor")
            planned = strategy or each.get("approach", {}).get("what")
            if weight and not friend and not planned and self.at_least("solution"):
                found.append(("TAS622", self.place(key)))
            if weight and "last_met" in each:
                met = date.fromisoformat(str(each["last_met"]))
                if (self.day - met).days > self.settings["stale_after"]:
                    found.append(("TAS623", self.place(key, "last_met")))
        return found

    def words(self) -> Found:
        """Return whose word counts: people off the map, and ratings of those who left."""
        found: Found = []
        if any(self.strange(name) for name in self.quoted()):
            found.append(("TAS620", ("people",) if self.own else ("account",)))
        groups: dict[frozenset[str | None], str] = {}
        for criterion in NUMBERS:
            heard = self.resting_on(criterion)
            gone = {key: str(self.people[key]["left"]) for key in heard if key in self.gone}
            if heard and len(gone) == len(heard) and self.sign(criterion) != "?":
                at = self.said(criterion)[-1][0]
                if str(self.deal["assessments"][at]["date"]) < max(gone.values()):
                    groups.setdefault(frozenset(heard), criterion)
        return found + [("TAS624", self.cell(criterion)) for criterion in groups.values()]

    def quoted(self) -> list[str]:
        return [
            name.strip()
            for each in self.deal.get("assessments", [])
            for cell in each["ratings"].values()
            for entry in cell["us"].get("evidence", [])
            for name in entry.get("who", "").split(";")
        ]

    def on_map(self, name: str) -> str | None:
        if name in self.people:
            return name
        return next((key for key, each in self.people.items() if each.get("name") == name), None)

    def strange(self, name: str) -> bool:
        return (
            name[:1].isupper() and self.on_map(name) is None and name not in self.settings["team"]
        )

    def resting_on(self, criterion: str) -> set[str | None]:
        """Return who gave the evidence since the newest sign; None for anybody off the map."""
        heard: set[str | None] = set()
        said = self.said(criterion)
        for _, cell in reversed(said):
            if cell["rating"] != said[-1][1]["rating"]:
                break
            for entry in cell.get("evidence", []):
                heard |= {self.on_map(name.strip()) for name in entry.get("who", "").split(";")}
        return heard
