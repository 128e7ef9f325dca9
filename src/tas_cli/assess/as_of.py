"""Restores an opportunity as it was on an earlier day, from its history."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from tas_cli.model.account import Account
from tas_cli.model.opportunity import (
    Change,
    ChosenStrategy,
    CompellingEvent,
    Competitor,
    Dropped,
    Opportunity,
)
from tas_cli.model.person import Person
from tas_cli.model.process import Process
from tas_cli.model.tracked import (
    CHOSEN,
    COMPETITOR,
    PLAIN,
    STEP,
    TRACKED_OF_ACCOUNTS,
    TRACKED_OF_PEOPLE,
    is_tracked,
    out_field,
    person_field,
    tracked_value,
)

if TYPE_CHECKING:
    from tas_cli.model.customer import Condition, Priority, Trait
    from tas_cli.model.plan import ClosePlan, Tactic
    from tas_cli.model.value import Benefit, Case, Value


def as_of(opportunity: Opportunity, day: date) -> Opportunity:
    """Return the opportunity as it was on `day`.

    Tracked fields get the value that the first later change replaced. Whatever is dated after the
    day (a strategy's start, stated answers, the closing, a hold, a competitor's exit, debriefs,
    action items, challenges, signs, the agreement to dates, confirmed benefits, what is dated
    about people, later history) is left out.
    Later dates in the process stay: `process.standing` takes the day as well.
    """
    values, changes = _replaced_later(opportunity.history, day)
    update = {
        **{field: value for field, value in values.items() if field in PLAIN},
        "strategy": _strategy_then(opportunity, day, changes.get(CHOSEN), values),
        "process": _process_then(opportunity.process, values, day),
        "compelling_event": _event_then(opportunity.compelling_event, values),
        **_competitors_then(opportunity, values, day),
        "people": _people_then(opportunity.people, values, day),
        "debriefs": [each for each in opportunity.debriefs if each.date <= day],
        "actions": [each for each in opportunity.actions if each.date <= day],
        "tactics": [_tactic_then(each, day) for each in opportunity.tactics],
        "close_plan": _close_plan_then(opportunity.close_plan, day),
        "value": _value_then(opportunity.value, day),
        "challenges": [each for each in opportunity.challenges if each.date <= day],
        "signs": [each for each in opportunity.signs if each.date <= day],
        "history": [change for change in opportunity.history if change.date <= day],
    }
    held = opportunity.on_hold
    if held and held.since and held.since > day:
        update["on_hold"] = None
    closed = opportunity.closed
    if closed and closed.date and closed.date > day:
        update["status"] = "open"
    if update.get("status", opportunity.status) == "open":
        update["closed"] = None
    return opportunity.model_copy(update=update)


def account_as_of(account: Account, day: date) -> Account:
    """Return an account's file as it was on `day`.

    Later self-checks are left out, and what was done or met later is not yet. Other records are as
    the file has them, because it keeps no history of them.
    """
    values, _ = _replaced_later(account.history, day)
    update: dict[str, Any] = {name: values[name] for name in TRACKED_OF_ACCOUNTS if name in values}
    update["people"] = _people_then(account.people, values, day)
    update["alignment"] = [each for each in account.alignment if each.date <= day]
    update["conditions"] = [_condition_then(each, day) for each in account.conditions]
    update["priorities"] = [_acted_then(each, day) for each in account.priorities]
    if account.swot:
        parts = {key: [_acted_then(each, day) for each in part] for key, part in account.swot}
        update["swot"] = account.swot.model_copy(update=parts)
    return account.model_copy(update=update)


def _condition_then(condition: Condition, day: date) -> Condition:
    """Return a condition, not met yet if that was later."""
    later = (condition.met or "")[:1].isdigit() and str(condition.met) > day.isoformat()
    return condition.model_copy(update={"met": None}) if later else condition


_Acted = TypeVar("_Acted", "Priority", "Trait")


def _acted_then(each: _Acted, day: date) -> _Acted:
    """Return a priority or an entry of the SWOT, with its actions still to be done."""
    actions = [
        action.model_copy(update={"done": None}) if action.done and action.done > day else action
        for action in each.actions
    ]
    return each if actions == each.actions else each.model_copy(update={"actions": actions})


def _replaced_later(history: list[Change], day: date) -> tuple[dict[str, Any], dict[str, Change]]:
    """Return, by field, the value the first plausible later change replaced, and that change."""
    values: dict[str, Any] = {}
    changes: dict[str, Change] = {}
    later = (change for change in history if change.date > day)
    for change in sorted(later, key=lambda change: change.date):
        if is_tracked(change.field) and change.field not in values:
            with suppress(ValueError):
                values[change.field] = tracked_value(change.field, change.before)
                changes[change.field] = change
    return values, changes


def _event_then(event: CompellingEvent | None, values: dict[str, Any]) -> CompellingEvent | None:
    """Return the compelling event known on that day, None if there was none."""
    then = {
        key: values[f"compelling_event.{key}"]
        for key in ("what", "date")
        if f"compelling_event.{key}" in values
    }
    if not then:
        return event
    changed = (event or CompellingEvent()).model_copy(update=then)
    return changed if changed.what or changed.date else None


def _competitors_then(
    opportunity: Opportunity, values: dict[str, Any], day: date
) -> dict[str, Any]:
    """Return that day's competitors by the names they had then, and the incumbents among them.

    A competitor rated by that day was known by then, even if entered later.
    """
    present = opportunity.competitors
    if not values and not any(each.out for each in present.values()):
        return {}
    fields = {f"{COMPETITOR}{key}" for key in present}
    if not fields.isdisjoint(values):
        rated = _rated_by(opportunity, day)
        present = {
            key: each
            for key, each in present.items()
            if values.get(f"{COMPETITOR}{key}", key) or key in rated
        }
    gone = opportunity.competitors.keys() - present.keys()
    incumbent = [each for each in opportunity.incumbent or () if each not in gone]
    return {
        "competitors": {k: _competitor_then(k, each, values, day) for k, each in present.items()},
        "incumbent": incumbent or None,
    }


def _rated_by(opportunity: Opportunity, day: date) -> set[str]:
    """Return the parties that are rated by a day."""
    return {
        party
        for assessment in opportunity.assessments
        if assessment.date <= day
        for column in assessment.ratings.values()
        for party in column
    }


def _competitor_then(key: str, now: Competitor, values: dict[str, Any], day: date) -> Competitor:
    """Return a competitor with the name it had on a day, out if it was out by then."""
    out = now.out
    if out is None or out.date > day:
        since = values.get(out_field(key))
        out = Dropped.model_construct(date=since) if since and since <= day else None
    return now.model_copy(update={"name": values.get(f"{COMPETITOR}{key}") or now.name, "out": out})


def _people_then(people: dict[str, Person], values: dict[str, Any], day: date) -> dict[str, Person]:
    """Return that day's people, without those who were added later."""
    return {
        key: _person_then(key, now, values, day)
        for key, now in people.items()
        if values.get(person_field(key), key)
    }


def _person_then(key: str, now: Person, values: dict[str, Any], day: date) -> Person:
    """Return what was known of a person that day; who leaves later is announced to leave."""
    update: dict[str, Any] = {
        name: values[field] or ([] if name == "roles" else None)
        for name in TRACKED_OF_PEOPLE
        if (field := person_field(key, name)) in values
    }
    for name in ("last_met", "as_of"):
        known = getattr(now, name)
        if known and known > day:
            update[name] = None
    evidence = [each for each in now.evidence if not each.when or each.when <= day]
    if len(evidence) < len(now.evidence):
        update["evidence"] = evidence
    return now.model_copy(update=update) if update else now


def _tactic_then(tactic: Tactic, day: date) -> Tactic:
    """Return a tactic, still to be done if it was done later."""
    later = tactic.done is not None and tactic.done > day
    return tactic.model_copy(update={"done": None, "result": None}) if later else tactic


def _close_plan_then(plan: ClosePlan | None, day: date) -> ClosePlan | None:
    """Return the customer's dates, not agreed on yet if that was later."""
    agreed = plan.agreed if plan else None
    later = agreed is not None and agreed.when is not None and agreed.when > day
    return plan.model_copy(update={"agreed": None}) if plan and later else plan


def _value_then(value: Value | None, day: date) -> Value | None:
    """Return what the deal is worth, ours and competitors', as the customer had confirmed it."""
    if value is None:
        return None
    rivals = {key: _case_then(case, day) for key, case in value.rivals.items()}
    return _case_then(value, day).model_copy(update={"rivals": rivals})


_Cased = TypeVar("_Cased", bound="Case")


def _case_then(case: _Cased, day: date) -> _Cased:
    return case.model_copy(
        update={"benefits": [_benefit_then(each, day) for each in case.benefits]}
    )


def _benefit_then(benefit: Benefit, day: date) -> Benefit:
    """Return a benefit, still our claim if it was confirmed later."""
    confirmed = benefit.confirmed
    later = confirmed is not None and confirmed.when is not None and confirmed.when > day
    return benefit.model_copy(update={"confirmed": None}) if later else benefit


def _process_then(process: Process | None, values: dict[str, Any], day: date) -> Process | None:
    """Return the process with that day's step."""
    if process is None:
        return None
    step = values[STEP] if STEP in values else _step(process, day)
    return process.model_copy(update={"step": step})


def _step(process: Process, day: date) -> str | None:
    """Return the step being worked on; if it began later, the last one begun by that day."""
    named = process.steps.get(process.step or "")
    if named is None or named.started is None or named.started <= day:
        return process.step
    begun = [
        (record.started, number, key)
        for number, (key, record) in enumerate(process.steps.items())
        if record.started and record.started <= day
    ]
    return max(begun)[2] if begun else None


def _strategy_then(
    opportunity: Opportunity, day: date, later: Change | None, values: dict[str, Any]
) -> ChosenStrategy | None:
    """Return the strategy chosen on that day: the one replaced later, or the present one."""
    choice = opportunity.strategy
    if choice is None:
        return None
    answers = {
        step: stated
        for step, stated in choice.answers.items()
        if stated.date is None or stated.date <= day
    }
    record: Change | ChosenStrategy = choice
    chosen = choice.chosen
    if later is not None:
        record, chosen = later, values[CHOSEN]
    way: dict[str, Any] = {}
    if chosen is not None and not (record.since and record.since > day):
        way = {key: getattr(record, key) for key in ("variation", "since", "reason", "by")}
        way["chosen"] = chosen
    frame = {key: getattr(choice, key) for key in ("goal", "objective", "customer")}
    return ChosenStrategy.model_construct(answers=answers, **frame, **way)
