"""TAS307: the strategy was switched although the deal had hardly changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import strategies
from tas_cli.model.tracked import CHOSEN
from tas_cli.rules.command_lines import choose, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject
from tas_cli.strategy.tables import variables

_MAJOR = 3
"""How many of our signs that the tree reads must change for a major shift."""


class _Switch(NamedTuple):
    """A switch: from which strategy, chosen when, and the day of the switch."""

    before: str
    chosen_on: date
    day: date


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a latest switch that neither the ratings nor the recommendation explain."""
    followed = subject.followed
    switch = _last_switch(subject) if followed else None
    if followed is None or switch is None or followed.key == subject.decision.recommended:
        return
    if not _shifted(subject, switch):
        yield Finding(
            f"the strategy {strategies()[switch.before].title} became {followed.title} on "
            f"{switch.day}, but your ratings have hardly changed since {switch.chosen_on}",
            ("strategy", "chosen"),
            f"rate what is new with {command('score')}, or go back: {choose(switch.before)}",
            severity=Severity.INFO if subject.explained else None,
        )


def _last_switch(subject: Subject) -> _Switch | None:
    """Return the latest switch to the present strategy, None if there was none.

    A strategy replaced on the day it was chosen was never followed.
    """
    history = subject.opportunity.history
    changes = [each for each in history if each.field == CHOSEN and each.before != each.after]
    changes = sorted((each for each in changes if each.date <= subject.day), key=lambda c: c.date)
    if not changes or not subject.past:
        return None
    *earlier, last = changes
    if last.before not in strategies() or last.after != subject.opportunity.chosen:
        return None
    chosen_on = earlier[-1].date if earlier else subject.date_of(subject.past[0])
    switch = _Switch(str(last.before), chosen_on, last.date)
    return switch if switch.before != last.after and chosen_on < last.date else None


def _shifted(subject: Subject, switch: _Switch) -> bool:
    """Whether other strategies had become reachable, or several of our signs had changed."""
    then, later = (DealOnDay.of(subject.opportunity, subject.settings, day) for day in switch[1:])
    changed = sum(then.sign(key) != later.sign(key) for key in variables())
    return then.decision.reachable != later.decision.reachable or changed >= _MAJOR


RULE = Rule(
    code="TAS307",
    name="strategy-switched",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A strategy needs time to work, and the customer notices when you change your story. "
        "Change it when the deal changes: when another strategy is recommended or reachable, or "
        "when at least three of the ratings that the tree reads have changed. If the choice has a "
        "reason, this is a hint, and switching to the recommended strategy is always fine."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
incumbent: nobody
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "-"}
      unique_business_value: {us: "-"}
  - date: 2026-11-16
    ratings:
      inside_support: {us: "-"}
strategy:
  chosen: disengage
  since: 2026-11-16
  reason: "We need the time for another deal"
history:
  - {date: 2026-10-05, field: strategy.chosen, to: develop}
  - {date: 2026-11-16, field: strategy.chosen, from: develop, to: disengage}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
incumbent: nobody
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "-"}
      unique_business_value: {us: "-"}
  - date: 2026-11-16
    ratings:
      future_revenue: {us: "-"}
      strategic_value: {us: "-"}
strategy:
  chosen: disengage
  since: 2026-11-16
history:
  - {date: 2026-10-05, field: strategy.chosen, to: develop}
  - {date: 2026-11-16, field: strategy.chosen, from: develop, to: disengage}
""",
    instead=(
        "Rate what has changed in the deal (`tas score ID`), or go back to the earlier strategy: "
        '`tas choose ID develop --reason "…"`.'
    ),
    asked_of=open_choices,
    check=_check,
)
