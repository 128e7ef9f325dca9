"""The board's figures recomputed: a plain program that reads the files with its own code.

It is written from the requirements, imports nothing of the project, and takes its time.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal, getcontext
from typing import TYPE_CHECKING, Any

import oracle
from generated import CURRENCIES, STEPS, STRATEGIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

getcontext().prec = max(getcontext().prec, 60)
PROBABILITY = dict(zip(STEPS, (20, 40, 60, 80, 100), strict=True))
USUAL = dict(zip(STEPS, (30, 30, 45, 45, 30), strict=True))
RANK = {"-": 0, "?": 1, "+": 2}

Deal = dict[str, Any]


def deals(root: Path) -> dict[str, Deal]:
    """Return the content of all files by id, every scalar as text; they are written as JSON."""
    return {
        path.stem: json.loads(path.read_bytes(), parse_int=str)
        for path in sorted((root / "opportunities").glob("*.yaml"))
    }


def is_open(deal: Deal) -> bool:
    """Whether a deal is open, the default."""
    return bool(deal.get("status", "open") == "open")


def signs(deal: Deal, until: date) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the sign and the date last stated by cell."""
    found = {}
    for each in sorted(deal.get("assessments", []), key=lambda one: str(one["date"])):
        if each["date"] <= str(until):
            for criterion, cells in each["ratings"].items():
                for party, sign in cells.items():
                    found[criterion, party] = (sign, each["date"])
    return found


def shown_step(deal: Deal, today: date) -> str | None:
    """Return the last step up to which every outcome of every step has evidence by today."""
    last = None
    records = deal.get("process", {}).get("steps", {})
    for step, outcomes in STEPS.items():
        for outcome in outcomes:
            met = records.get(step, {}).get("outcomes", {}).get(outcome)
            if met is None or not proven(met, str(today), doubt(deal, step, outcome, str(today))):
                return last
        last = step
    return last


def doubt(deal: Deal, step: str, outcome: str, today: str) -> str:
    """Return the date of the last debrief that judged an outcome, if it was not shown, else ""."""
    judged = [
        (each["date"], each["outcomes"][outcome])
        for each in deal.get("debriefs", [])
        if each["date"] <= today
        and each.get("claimed") == step
        and outcome in each.get("outcomes", {})
    ]
    day, found = max(judged, default=("", "shown"))
    return "" if found == "shown" else day


def proven(met: Deal, today: str, doubted: str) -> bool:
    """Whether an outcome and its evidence are dated by today and, after a doubt, after it."""
    evidence = met.get("evidence", [])
    whens = [entry["when"] for entry in evidence if "when" in entry]
    day = met.get("date") or min(whens, default=today)
    given = [entry for entry in evidence if {"who", "what", "link"} & entry.keys()]
    if doubted and met.get("date", "") <= doubted:
        given = [entry for entry in given if entry.get("when", "") > doubted]
    return day <= today and any(entry.get("when", today) <= today for entry in given)


def claimed_step(deal: Deal, today: date) -> str | None:
    """Return the step before the current one; without one, the last that was closed."""
    if not is_open(deal) and deal["status"] == "won":
        return "close"
    process = deal.get("process", {})
    names = list(STEPS)
    if "step" in process:
        at = names.index(process["step"])
        return names[at - 1] if at else None
    closed = [
        name
        for name in names
        if process.get("steps", {}).get(name, {}).get("completed", "9999") <= str(today)
    ]
    return closed[-1] if closed else None


def past_days(deal: Deal, today: date) -> bool:
    """Whether the current step takes longer than usual."""
    step = deal.get("process", {}).get("step")
    if step is None:
        return False
    began = deal["process"].get("steps", {}).get(step, {}).get("started")
    if began is None:
        began = max(
            (
                change["date"]
                for change in deal.get("history", [])
                if change["field"] == "process.step"
                and change["to"] == step
                and change["date"] <= str(today)
            ),
            default=None,
        )
    if began is None or began > str(today):
        return False
    return (today - date.fromisoformat(began)).days > USUAL[step]


def updates(deal: Deal, today: date) -> list[str]:
    """Return the dates of assessments and changes, up to today."""
    days = [each["date"] for each in (*deal.get("assessments", []), *deal.get("history", []))]
    return [day for day in days if day <= str(today)]


def debriefs(deal: Deal, today: date) -> list[str]:
    """Return the dates of debriefs, up to today, once each."""
    days = {each["date"] for each in deal.get("debriefs", []) if each["date"] <= str(today)}
    return sorted(days)


def actions(deal: Deal, today: date) -> list[Deal]:
    """Return the open actions."""
    return [
        action
        for debrief in deal.get("debriefs", [])
        if debrief["date"] <= str(today)
        for action in debrief.get("actions", [])
        if action.get("done", "9999") > str(today)
    ]


def tactics(deal: Deal, today: date) -> list[Deal]:
    """Return the open tactics."""
    return [each for each in deal.get("tactics", []) if each.get("done", "9999") > str(today)]


def to_do(found: list[Deal], today: date) -> dict[str, int]:
    """Return how many there are, and how many are overdue."""
    late = sum(each.get("due", "9999") < str(today) for each in found)
    return {"open": len(found), "overdue": late}


def recommended(deal: Deal, today: date) -> str:
    """Return the only possible strategy, by listing every way to settle the unknowns."""
    incumbent = deal.get("incumbent")
    facts = oracle.Facts(
        competitors=tuple(deal.get("competitors", {})),
        ratings={cell: sign for cell, (sign, _) in signs(deal, today).items()},
        incumbent=(incumbent,) if incumbent else None,
        stated={},
    )
    first, unsettled = None, 0
    for _, settled in oracle.scenarios(facts):
        strategy = oracle.strategy_under(facts, settled)
        first = first or strategy
        unsettled += strategy != first
        if unsettled:
            return "none"
    return first or "none"


def cents(value: Decimal) -> str:
    """Round to the cent, half to even."""
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_EVEN))


def money(some: Iterable[Deal], today: date, rates: dict[str, str] | None) -> list[dict[str, str]]:
    """Return the totals by currency, or all in USD by the rates."""
    totals: dict[str, list[Decimal]] = {}
    for deal in some:
        if "amount" not in deal:
            continue
        currency = deal.get("currency", "USD")
        rate = Decimal(1)
        if rates is not None:
            rate, currency = Decimal({**rates, "USD": "1"}[currency]), "USD"
        amount = Decimal(deal["amount"]) * rate
        sums = totals.setdefault(currency, [Decimal(0)] * 4)
        shown, claimed = (
            PROBABILITY.get(step or "", 0)
            for step in (shown_step(deal, today), claimed_step(deal, today))
        )
        for at, percent in enumerate((100, shown, claimed, max(claimed - shown, 0))):
            sums[at] += amount * percent / 100
    return [
        {
            "currency": currency,
            "amount": cents(totals[currency][0]),
            "weighted": cents(totals[currency][1]),
            "claimed": cents(totals[currency][2]),
            "optimism": cents(totals[currency][3]),
        }
        for currency in sorted(CURRENCIES)
        if currency in totals
    ]


def rounded(part: int, whole: int) -> int | None:
    """Divide and round to the nearest whole number, half to even."""
    if not whole:
        return None
    return int((Decimal(part) / whole).quantize(Decimal(1), ROUND_HALF_EVEN))


def share(part: int, whole: int) -> dict[str, int | None]:
    """Return a number of deals and its share of all, rounded down."""
    return {"deals": part, "share": part * 100 // whole if whole else None}


def figures(every: list[Deal], today: date, rates: dict[str, str] | None) -> dict[str, Any]:
    """Return what `tas board --format json` should report for some deals."""
    some = [deal for deal in every if is_open(deal)]
    recent = str(today - timedelta(days=30))
    numbers = [sum(day >= recent for day in debriefs(deal, today)) for deal in every]
    owners = {
        deal["owner"]
        for deal, number in zip(every, numbers, strict=True)
        if "owner" in deal and (is_open(deal) or number)
    }
    ours = [
        {key: cell for (key, party), cell in signs(deal, today).items() if party == "us"}
        for deal in some
    ]
    ages = [(today - date.fromisoformat(day)).days for one in ours for _, day in one.values()]
    known = sum(sign != "?" for one in ours for sign, _ in one.values())
    cells = 20 * len(some)
    late = [deal.get("expected_close", "9999") < str(today) for deal in some]
    slow = [past_days(deal, today) for deal in some]
    per_rep = rounded(sum(numbers) * 10, len(owners))
    chosen = [deal.get("strategy", {}).get("chosen", "none") for deal in some]
    best = [recommended(deal, today) for deal in some]
    return {
        "open": len(some),
        "money": money(some, today, rates),
        "without_amount": sum("amount" not in deal for deal in some),
        "reviewed": share(
            sum(any(day >= recent for day in updates(deal, today)) for deal in some), len(some)
        ),
        "debriefed": share(
            sum(any(day >= recent for day in debriefs(deal, today)) for deal in some), len(some)
        ),
        "debriefs": sum(numbers),
        "reps": len(owners),
        "debriefs_per_rep": None
        if per_rep is None
        else str(Decimal(per_rep) / 10)
        if per_rep % 10
        else f"{per_rep // 10}.0",
        "ratings": {"rated": len(ages), "age": rounded(sum(ages), len(ages))},
        "unknown": {
            "cells": cells - known,
            "share": (cells - known) * 100 // cells if cells else None,
        },
        "actions": to_do([each for deal in some for each in actions(deal, today)], today),
        "tactics": to_do([each for deal in some for each in tactics(deal, today)], today),
        "past_close": sum(late),
        "past_days": sum(slow),
        "late": sum(a or b for a, b in zip(late, slow, strict=True)),
        "chosen": {key: chosen.count(key) for key in (*STRATEGIES, "none")},
        "recommended": {key: best.count(key) for key in (*STRATEGIES, "none")},
    }


CHOSEN_OR_CLOSED = (("strategy", "since"), ("closed", "date"))


def before_that(deal: Deal, field: str, now: str | None, since: date) -> str | None:
    """Return a field's value on the evening before a date, from the history."""
    later = [
        change
        for change in sorted(deal.get("history", []), key=lambda one: str(one["date"]))
        if change["field"] == field and change["date"] >= str(since)
    ]
    return later[0]["from"] if later else now


def changes(all_deals: dict[str, Deal], today: date, since: date) -> dict[str, Any]:
    """Return the ids of the changed deals by kind, with the earlier value."""
    found: dict[str, Any] = {
        kind: {} for kind in ("new", "closed", "slipped", "moved", "better", "worse")
    }
    eve = since - timedelta(days=1)
    for name, deal in all_deals.items():
        assessed = sorted(
            each["date"] for each in deal.get("assessments", []) if each["date"] <= str(today)
        )
        there = began(deal) < str(since)
        if not is_open(deal):
            was = before_that(deal, "status", deal["status"], since)
            ended = deal.get("closed", {}).get("date", "") >= str(since)
            if was == "open" or ended or not there:
                found["closed"][name] = deal["status"]
        if assessed and assessed[0] >= str(since):
            found["new"][name] = None
            continue
        if not is_open(deal) or not there:
            continue
        close = deal.get("expected_close")
        was = before_that(deal, "expected_close", close, since)
        if was and close and close > was:
            found["slipped"][name] = (was, close)
        step = deal.get("process", {}).get("step")
        was = step_before(deal, step, since)
        if was != step:
            found["moved"][name] = (was, step)
        old, new = signs(deal, eve), signs(deal, today)
        for key in oracle.CRITERIA:
            then = old.get((key, "us"), ("?",))[0]
            turn = RANK[new.get((key, "us"), ("?",))[0]] - RANK[then]
            if turn:
                found["better" if turn > 0 else "worse"].setdefault(name, []).append(key)
    return found


def began(deal: Deal) -> str:
    """Return the first day on which a file records something; empty if it has no dates."""
    kept = ("assessments", "debriefs", "history")
    days = [each["date"] for key in kept for each in deal.get(key, [])]
    days += [deal[key][day] for key, day in CHOSEN_OR_CLOSED if deal.get(key, {}).get(day)]
    for record in deal.get("process", {}).get("steps", {}).values():
        days += [record[key] for key in ("started", "completed") if key in record]
        for met in record.get("outcomes", {}).values():
            seen = [each["when"] for each in met.get("evidence", []) if "when" in each]
            days += [met["date"]] if "date" in met else sorted(seen)[:1]
    return min(map(str, days), default="")


def step_before(deal: Deal, step: str | None, since: date) -> str | None:
    """Return the current step on the evening before, unless it began later."""
    was = before_that(deal, "process.step", "", since)
    if was != "" or step is None:
        return was or None
    records = deal["process"].get("steps", {})
    if records.get(step, {}).get("started", "") < str(since):
        return step
    begun = [
        (record["started"], at, name)
        for at, (name, record) in enumerate(records.items())
        if record.get("started", "9999") < str(since)
    ]
    return max(begun)[2] if begun else None


def graded(deal: Deal, until: date) -> bool:
    """Whether all of our cells, and the main competitor's on #6 to #15, are rated by a date."""
    rated = signs(deal, until)
    needed = [(key, "us") for key in oracle.CRITERIA]
    if deal.get("competitors"):
        primary = next(iter(deal["competitors"]))
        needed += [(key, primary) for key in oracle.CRITERIA[5:15]]
    return all(cell in rated for cell in needed)


def rollout(all_deals: dict[str, Deal], today: date, began: date | None) -> dict[str, Any]:
    """Return what `tas board --rollout` should report, by the number of the day."""
    firsts = [
        each["date"]
        for deal in all_deals.values()
        for each in deal.get("assessments", [])
        if each["date"] <= str(today)
    ]
    began = began or date.fromisoformat(min(firsts))
    view = [
        deal
        for deal in all_deals.values()
        if is_open(deal) or deal.get("closed", {}).get("date", "") >= str(began)
    ]
    ends = {number: began + timedelta(days=number) for number in (30, 60, 90)}
    owners = {deal.get("owner") for deal in view}
    return {
        "from": str(began),
        "deals": len(view),
        "reached": {n: reached(view, began, end, today) for n, end in ends.items() if end <= today},
        "by_rep": {
            owner: reached([d for d in view if d.get("owner") == owner], began, today, today)
            for owner in owners
        },
    }


def reached(view: list[Deal], began: date, then: date, today: date) -> dict[str, Any]:
    """Return what some deals have reached by a date of the rollout."""
    entered = sum(any(one["date"] <= str(then) for one in d.get("assessments", [])) for d in view)
    reviewed = sum(any(str(began) <= day <= str(then) for day in updates(d, today)) for d in view)
    numbers = sum(str(began) <= day <= str(then) for deal in view for day in debriefs(deal, today))
    return {
        "entered": share(entered, len(view)),
        "graded": share(sum(graded(deal, then) for deal in view), len(view)),
        "reviewed": share(reviewed, len(view)),
        "debriefs": numbers,
    }
