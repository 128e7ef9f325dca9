"""TAS306: the chosen strategy needs something on which we are rated -."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.caveats import contradicting
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import Guideline, numbered, numbers, tree
from tas_cli.rules.command_lines import plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_choices
from tas_cli.rules.subject import Subject
from tas_cli.rules.tas303_choice_unreachable import ruled_out
from tas_cli.strategy.tables import read_by


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the guidelines that a - contradicts; an unknown may still turn out to be +.

    If the choice is out of reach, other checks report that, and its guidelines do not matter.
    """
    chosen = subject.followed
    if chosen is None or not subject.past or subject.attack_lacks or ruled_out(subject):
        return
    choice = subject.opportunity.strategy
    variation = choice.variation if choice else None
    for guideline in chosen.guidelines:
        found = contradicting(guideline, subject.facts, "-")
        failing = [key for key in found if key not in _expected(chosen.key, variation)]
        if failing and guideline.variation in (None, variation):
            weak = " and ".join(map(numbered, failing))
            be = "are" if len(failing) > 1 else "is"
            message = f"the strategy {chosen.title} depends on {weak}, which {be} rated - for us"
            advice = (
                f"{guideline.caveat} Once {numbers(failing[:1])} has improved: {plus(failing[0])}"
            )
            yield Finding(message, _place(guideline), advice)


def _expected(strategy: str, variation: str | None) -> frozenset[str]:
    """Return the criteria that a variation assumes not to be +."""
    choice = tree().variations[strategy]
    if variation not in (None, choice.otherwise):
        return frozenset()
    return frozenset().union(*(read_by(condition) for _, condition in choice.choices))


def _place(guideline: Guideline) -> tuple[str, ...]:
    return ("strategy", "variation" if guideline.variation else "chosen")


RULE = Rule(
    code="TAS306",
    name="guideline-contradicted",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "Every strategy depends on a few strengths. If you are weak on one of them, the "
        "strategy may still be right, but that is where it will give way first, and where work "
        "pays off most."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
incumbent: us
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      inside_support: {us: "-"}
      political_alignment: {us: "-"}
strategy:
  chosen: defend
  variation: insulate
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
incumbent: us
assessments:
  - date: 2026-11-16
    ratings:
      compelling_event: {us: "-"}
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-12
              who: "R. Shaw, plant manager"
              what: "Spoke for us to the COO"
      political_alignment: {us: "-"}
strategy:
  chosen: defend
  variation: insulate
""",
    instead=(
        'Work on that criterion first (`tas rate ID 11=+ --evidence "…" --who "…"` once it has '
        "changed), or choose a strategy that does not depend on it."
    ),
    asked_of=open_choices,
    check=_check,
)
