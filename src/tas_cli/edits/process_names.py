"""Sales steps and outcomes by the names that people type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import Entry, SalesStep
from tas_cli.method.lookup import tidy
from tas_cli.reading.nearest import did_you_mean, either
from tas_cli.refusals import WrongCall

_SHORTEST_PART, _OFFERED = 4, 3
"""The shortest part of an outcome's name that is matched, and the most names to suggest."""


def step_named(name: str, process: Iterable[SalesStep]) -> SalesStep:
    """Return the step with this key, number or title, tried in that order.

    Raises:
        WrongCall: there is none, or several share the title.
    """
    steps, wanted = list(process), tidy(name)
    named = [step for step in steps if wanted in (step.key, str(step.number))]
    found = named or [step for step in steps if tidy(step.title) == wanted]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(step.key for step in found or steps)
    if found:
        raise WrongCall(f"several steps are titled {name!r}.", f"Use one of {listed}.")
    known = {word: step.key for step in steps for word in (tidy(step.title), step.key)}
    raise WrongCall(
        f"unknown sales step {name!r}.",
        did_you_mean(wanted, known, f"Use one of {listed}."),
    )


class NamedOutcome(NamedTuple):
    """An outcome in the process."""

    step: SalesStep
    outcome: Entry

    @property
    def name(self) -> str:
        """Its full name: STEP.OUTCOME."""
        return f"{self.step.key}.{self.outcome.key}"

    @property
    def path(self) -> Path:
        """Its path in the file."""
        return ("process", "steps", self.step.key, "outcomes", self.outcome.key)

    @property
    def names(self) -> set[str]:
        """All names it can be given by."""
        alone = {self.outcome.key, tidy(self.outcome.title)}
        steps = {self.step.key, tidy(self.step.title), str(self.step.number)}
        return alone | {f"{step}.{self.outcome.key}" for step in steps}


def outcome_named(name: str, process: Iterable[SalesStep]) -> NamedOutcome:
    """Return the outcome named STEP.OUTCOME, or OUTCOME alone if only one step has it.

    Raises:
        WrongCall: there is none, or several steps have it.
    """
    known = [NamedOutcome(step, outcome) for step in process for outcome in step.outcomes]
    wanted = tidy(name)
    found = [each for each in known if wanted in each.names]
    if len(found) > 1:
        listed = ", ".join(each.name for each in found)
        raise WrongCall(f"several steps have the outcome {name!r}.", f"Use one of {listed}.")
    if not found:
        raise WrongCall(f"unknown outcome {name!r}.", _meant(wanted, known))
    return found[0]


def _meant(wanted: str, known: list[NamedOutcome]) -> str:
    """Return the advice for an unknown name: the outcomes that contain it, else the nearest one.

    If none is near, list the outcomes of its step.
    """
    long = len(wanted) >= _SHORTEST_PART
    holding = [each.name for each in known if long and wanted in each.outcome.key]
    if holding:
        return f"Did you mean {either(holding[:_OFFERED])}?"
    step = wanted.partition(".")[0]
    of_step = ", ".join(each.name for each in known if each.step.key == step)
    others = "`tas explain STEP` lists a step's outcomes."
    named = {(each.name if "." in wanted else each.outcome.key): each.name for each in known}
    return did_you_mean(wanted, named, f"Use one of {of_step}." if of_step else others)
