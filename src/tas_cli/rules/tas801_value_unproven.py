"""TAS801: unique business value is +, and no benefit proves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.rules.command_lines import TEXT, command, unknown
from tas_cli.rules.in_value import valued
from tas_cli.rules.on_map import plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import valued_deals
from tas_cli.rules.subject import Subject

if TYPE_CHECKING:
    from tas_cli.assess.value import Gain

_UBV = "unique_business_value"


def _check(subject: Subject) -> Iterator[Finding]:
    """Report the + if no single benefit is quantified, confirmed and unique."""
    gains = subject.worth.gains if subject.worth else ()
    if subject.sign(_UBV) != "+" or not gains or any(each.proven for each in gains):
        return
    nearest = min(gains, key=lambda each: len(_lacking(each)))
    change = command("benefits", str(nearest.number), *_lacking(nearest))
    yield Finding(
        f"{numbered(_UBV)} is +, but no benefit is in figures, confirmed and unique",
        subject.cell_path(_UBV, US),
        f"have it confirmed and enter it: {change}, or rate it unknown: {unknown(_UBV)}",
    )


def _lacking(gain: Gain) -> list[str]:
    """Return the fields that would make a benefit a proof."""
    found = {
        f"formula={TEXT}": gain.flow is None,
        "unique=yes": not gain.unique,
        f"confirmed.who={TEXT}": gain.confirmed is None,
    }
    return [field for field, lacks in found.items() if lacks]


_BENEFIT = "what: Fewer calls, formula: 240k, unique: yes"
_RATED = "assessments:\n  - date: 2026-11-16\n    ratings:\n" + "".join(
    f"      {line}\n" for line in plus(_UBV).splitlines()
)

RULE = Rule(
    code="TAS801",
    name="value-unproven",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Unique business value is a result that the customer has put a figure on, has confirmed "
        "and can get from nobody else. If #10 is + and the deal has benefits, one of them should "
        "be all three. Three benefits that each have one of these are not yet a reason to choose "
        "us. A deal without benefits is not checked."
    ),
    bad=valued(_BENEFIT, rest=_RATED),
    good=valued(f"{_BENEFIT}, confirmed: {{who: Meyer}}", rest=_RATED),
    instead=(
        "Go through the formula with the person whose figure it is, and enter what they said: `tas "
        'benefits ID 1 confirmed.who="Joan Meyer" confirmed.when=today`. If nobody has confirmed '
        "it, rate #10 unknown: `tas rate ID 10=u`."
    ),
    asked_of=valued_deals,
    check=_check,
)
