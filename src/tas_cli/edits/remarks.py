"""What is remarked on after a change, without refusing it: people nobody knows, odd days. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tas_cli.assess.process import sales_process
from tas_cli.edits.people_records import near_in
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings
from tas_cli.nouns.actions import ACTIONS
from tas_cli.nouns.noun import records
from tas_cli.reading.team import customer_people, newly_unknown
from tas_cli.source.characters import folded


class _Ahead(NamedTuple):
    """A day that is ahead of whoever enters it: `about` is its place, `key` what it is for."""

    about: str
    key: str
    day: date
    ends: bool = True
    """Whether it should not be after the close date."""


def remarks(
    was: Opportunity | None,
    now: Opportunity,
    settings: Settings,
    today: date,
    people: Mapping[str, Person] | None = None,
) -> Iterator[str]:
    """Yield a sentence about each new owner, name or day that is probably a mistake.

    `people` are those on the map, by default those of the deal's file.
    """
    yield from newly_unknown(was, now, settings, people)
    yield from _nearly_on_map(was, now, settings, people or now.people)
    if now.status == "open":
        yield from _odd_days(was, now, settings, today)
    if now.value:
        from tas_cli.edits.value_remarks import (  # noqa: PLC0415 - few deals have any value
            value_remarks,
        )

        yield from value_remarks(was, now, now.currency or settings.currency)


def _nearly_on_map(
    was: Opportunity | None, now: Opportunity, settings: Settings, people: Mapping[str, Person]
) -> Iterator[str]:
    """Yield who newly has a part in plan or value, and is nearly, but not quite, one of the map."""
    known = customer_people(now, people) | {folded(now.owner or "")}
    known |= {
        folded(part or "") for key, each in settings.team.items() for part in (key, each.name)
    }
    for name in sorted(_named(now) - (_named(was) if was else set())):
        if folded(name) not in known and (near := near_in(people, name)):
            yield f"{name} is not on the map. Did you mean {near}?"


def _named(deal: Opportunity) -> set[str]:
    """Return who agreed to the dates or confirmed a benefit, and who does what was agreed on."""
    agreed = deal.close_plan.agreed if deal.close_plan else None
    named = {action.owner for _, _, action in deal.agreed}
    benefits = deal.value.benefits if deal.value else ()
    confirmed = {each.confirmed.who for each in benefits if each.confirmed}
    return {each for each in (*named, *confirmed, agreed.who if agreed else None) if each}


def _odd_days(
    was: Opportunity | None, now: Opportunity, settings: Settings, today: date
) -> Iterator[str]:
    """Yield which new days are past, or after the close date, although they are ahead."""
    before = {(each.key, each.day) for each in _ahead(was, settings)} if was else set()
    close = now.expected_close
    for each in _ahead(now, settings):
        if (each.key, each.day) in before:
            continue
        if each.day < today:
            yield f"{each.about} {each.day} is already past."
        elif each.ends and close and each.day > close:
            yield f"{each.about} {each.day} is after the close date, {close}."


def _ahead(deal: Opportunity, settings: Settings) -> Iterator[_Ahead]:
    """Yield the days by which something is to be done: of tactics, action items, the plan."""
    for number, tactic in enumerate(deal.tactics, 1):
        if tactic.due and not tactic.done:
            yield _Ahead(f"tactic {number}: due", f"tactic {tactic.what}", tactic.due)
    for record in records(ACTIONS, deal):
        found = dict(record.value or ())
        if found["due"] and not found["done"]:
            yield _Ahead(f"action item {record.key}: due", f"action {found['what']}", found["due"])
    objective = deal.strategy.objective if deal.strategy else None
    if objective and objective.due:
        yield _Ahead("objective: due", "objective", objective.due)
    if deal.close_plan:
        steps = sales_process(settings)
        outcomes = {each.key for step in steps for each in step.outcomes}
        for name, day in deal.close_plan.dates.items():
            yield _Ahead(name, name, day, name in outcomes)
