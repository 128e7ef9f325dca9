"""TAS720: a partner that also works with a competitor in the race."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.on_map import listed
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import partnered_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a partner once, with all competitors in the race with which it also works.

    One that is out of the race does not count; one that is not declared is TAS601.
    """
    racing = subject.opportunity.competing(subject.day)
    for key, partner in subject.opportunity.partners.items():
        shared = [each for each in racing if each in partner.also_with]
        if shared:
            first, *_ = names = [subject.opportunity.party_name(each) for each in shared]
            yield Finding(
                f"{partner.name or key} also works with {listed(names)}, in the race for this deal",
                ("partners", key, "also_with"),
                f"agree on what stays between you; if it no longer works with {first}: "
                f"{command('partners', key, f'also_with=-{shared[0]}')}",
            )


_PARTNER = """\
competitors: {x-sys: {name: X-Sys%s}}
partners:
  brightwave: {name: Brightwave, also_with: [x-sys]}
"""

RULE = Rule(
    code="TAS720",
    name="partner-of-rival",
    severity=Severity.INFO,
    since="0.2.0",
    why=(
        "Partners bring relationships, expertise and a complete product. One that also works with "
        "a competitor in this deal may prefer to win with the other, and what you tell it may not "
        "stay with it. That can be fine, if you know it and agree on who does what."
    ),
    bad=HEAD + _PARTNER % "",
    good=HEAD + _PARTNER % ", out: {date: 2026-11-09}",
    instead=(
        "Ask the partner with whom it bids, and agree on what stays between you. If it no longer "
        "works with the competitor: `tas partners ID brightwave also_with=-x-sys`."
    ),
    asked_of=partnered_deals,
    check=_check,
)
