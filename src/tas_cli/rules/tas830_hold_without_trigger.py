"""TAS830: a deal on hold that says nothing about what would resume it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    hold = subject.opportunity.on_hold
    if hold and not (hold.trigger or "").strip():
        yield Finding(
            "the deal is on hold, but nothing says what would resume it",
            ("on_hold",),
            f"{command('set', f'on_hold.trigger={TEXT}')}, or if nothing would, close it: "
            f"{command('close', 'lost', '--to', 'no_decision', '--reason', TEXT)}",
            on_key=True,
        )


_HELD = """\
tas: 1
name: Customer service platform
customer: National Manufacturing
on_hold: {since: 2026-11-02%s}
"""

RULE = Rule(
    code="TAS830",
    name="hold-without-trigger",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A deal that the customer delays comes back when something happens: a budget is set, a "
        "rival moves, somebody new arrives. If you know what, you can watch for it, or help it "
        "along. Without it, the deal only waits."
    ),
    bad=_HELD % "",
    good=_HELD % ', trigger: "Their rival launches first"',
    instead=(
        "Ask the customer what has to happen, and enter it: `tas set ID "
        'on_hold.trigger="Their rival launches first"`. If nothing would bring the deal '
        'back, close it: `tas close ID lost --to no_decision --reason "…"`.'
    ),
    asked_of=open_deals,
    check=_check,
)
