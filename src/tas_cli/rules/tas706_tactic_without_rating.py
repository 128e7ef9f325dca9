"""TAS706: a tactic that was done, and no rating of its criteria since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import criterion_keys, numbers
from tas_cli.method.cells import cell_code
from tas_cli.rules.command_lines import command, plus, unknown
from tas_cli.rules.in_plan import planned, tactic_path, tactics
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a tactic whose criteria nobody rated on or after the day it was done.

    | done | criteria | one of them rated since, for any party | found |
    |---|---|---|---|
    | no, or in the future | | | no |
    | yes | none | | no |
    | yes | some | yes | no |
    | yes | some | no | yes |
    """
    for each in tactics(subject):
        done = each.tactic.done
        about = [criterion_keys()[number - 1] for number in each.tactic.criteria]
        if done and done <= subject.day and about and not _rated_since(subject, done) & {*about}:
            yield Finding(
                f"done on {done}, but {numbers({*about})} {_have(about)} not been rated since",
                tactic_path(each, "done"),
                f"rate what it showed: {plus(about[0])}; if nothing changed: "
                f"{_confirmed(subject, about[0])}",
            )


def _rated_since(subject: Subject, day: date) -> set[str]:
    """Return the criteria rated on or after a day, for us or a competitor."""
    found = (subject.opportunity.assessments[at] for at in subject.past)
    return {criterion for each in found if each.date >= day for criterion in each.ratings}


def _confirmed(subject: Subject, criterion: str) -> str:
    """Return the command that rates a criterion as it is rated now."""
    sign = subject.sign(criterion)
    return unknown(criterion) if sign == "?" else command("rate", f"{cell_code(criterion)}={sign}")


def _have(criteria: list[str]) -> str:
    return "has" if len({*criteria}) == 1 else "have"


_RATED = """\
assessments:
  - date: 2026-11-%s
    ratings:
      informal_decision_criteria: {us: "-"}
"""
_DONE = ("kind: retrieve", "criteria: [14]", "owner: nicole", "due: 2026-11-13", "done: 2026-11-12")

RULE = Rule(
    code="TAS706",
    name="tactic-without-rating",
    severity=Severity.INFO,
    since="0.2.0",
    why=(
        "A tactic is meant to change what you know, or where you stand. If nobody rated its "
        "criteria afterwards, the strategy still rests on what was true before. One of its "
        "criteria is enough, for you or for a competitor, in an assessment of that day or later."
    ),
    bad=planned(*_DONE, rest=_RATED % "09"),
    good=planned(*_DONE, rest=_RATED % "12"),
    instead=(
        'Rate what it showed, with the evidence: `tas rate ID 14=+ --evidence "…" --who "…"`. '
        "If it changed nothing, confirm the rating: `tas rate ID 14=-`."
    ),
    asked_of=planned_deals,
    check=_check,
)
