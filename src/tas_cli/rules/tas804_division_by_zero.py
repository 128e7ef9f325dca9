"""TAS804: a formula that divides by zero."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_value import valued
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import deals_with_value
from tas_cli.rules.subject import Subject

if TYPE_CHECKING:
    from tas_cli.model.value import Case


def _check(subject: Subject) -> Iterator[Finding]:
    """Report each formula that divides by zero: of a benefit or of waiting, ours or a rival's."""
    value = subject.opportunity.value
    if value is None:
        return
    yield from _in(value, ("value",), command("value", f"delay.formula={TEXT}"))
    for key, case in value.rivals.items():
        yield from _in(case, ("value", "rivals", key), command("edit"), key)


def _in(case: Case, path: Path, of_delay: str, *rival: str) -> Iterator[Finding]:
    from tas_cli.assess.value import valuation  # noqa: PLC0415 - few files have any of it

    found = valuation(case)
    for gain in found.gains:
        if gain.uncounted == "division by zero":
            at = (*path, "benefits", gain.number - 1)
            change = command("benefits", *rival, str(gain.number), f"formula={TEXT}")
            yield _finding(at, "this benefit", change)
    if found.delay and found.delay.uncounted == "division by zero":
        yield _finding((*path, "delay"), "what waiting costs", of_delay)


def _finding(at: Path, what: str, change: str) -> Finding:
    message = f"the formula divides by zero, so {what} is not counted"
    return Finding(message, (*at, "formula"), f"correct it: {change}")


RULE = Rule(
    code="TAS804",
    name="division-by-zero",
    severity=Severity.ERROR,
    since="0.2.0",
    why=(
        "A formula that divides by zero has no result. tas leaves it out of the value, so every "
        "figure that depends on it is too small."
    ),
    bad=valued('what: "Fewer repeat calls", formula: "240k / (3 - 3)"'),
    good=valued('what: "Fewer repeat calls", formula: "240k / 3"'),
    instead='Correct the formula: `tas benefits ID 1 formula="240k / 3"`.',
    asked_of=deals_with_value,
    check=_check,
)
