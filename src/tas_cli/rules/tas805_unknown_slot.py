"""TAS805: a proposition fills a slot that its sentence does not have."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.on_map import listed
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import deals_with_value
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report each slot that the pattern of its proposition lacks."""
    from tas_cli.method.value import patterns  # noqa: PLC0415 - few files have any of it

    value = subject.opportunity.value
    for at, each in enumerate(value.propositions if value else []):
        has = patterns()[each.pattern].slots
        for slot in each.slots:
            if slot not in has:
                clear = command("propositions", str(at + 1), f"slots.{slot}=")
                yield Finding(
                    f"{each.pattern} has no slot of that name; it has {listed(has)}",
                    ("value", "propositions", at, "slots", slot),
                    f"rename it, or clear it: {clear}",
                    on_key=True,
                )


_SLOTS = """\
value:
  propositions:
    - pattern: by_tracking
      slots: {system: "your call statistics", %s: "every month"}
"""

RULE = Rule(
    code="TAS805",
    name="unknown-slot",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Each pattern of a value proposition has its own slots. What is in another one does not "
        "appear in the sentence."
    ),
    bad=HEAD + _SLOTS % "rhythm",
    good=HEAD + _SLOTS % "frequency",
    instead="Use the slots of the pattern: `tas explain value_proposition` lists them.",
    asked_of=deals_with_value,
    check=_check,
)
