"""TAS711: a spoiler who has a part in the deal."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.challenge import dependence
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_challenge import challenged
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import challenged_deals
from tas_cli.rules.subject import Subject

_WHY = {
    "deal": "owns the deal",
    "tactic": "owns a tactic of the plan",
    "team": "scored for the team as well",
}


def _check(subject: Subject) -> Iterator[Finding]:
    """Report each challenge in the role of the spoiler, for the first reason that applies.

    Its `by` is the deal's owner, the owner of a tactic (done or not), or that of a challenge with
    scores in the role of the team. Names are compared without regard to case.
    """
    for at, each in enumerate(subject.opportunity.challenges):
        reason = dependence(subject.opportunity, each)
        if reason:
            yield Finding(
                f"{each.by} scored as the spoiler, but {_WHY[reason]}",
                ("challenges", at, "by"),
                "ask somebody who knows the account a little and has no part in the deal: "
                f"{command('challenge', '--role', 'spoiler', '--point', TEXT)}",
            )


_SCORES = 'win: {support: "3 4 3"}'

RULE = Rule(
    code="TAS711",
    name="spoiler-involved",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "The spoiler scores the plan from a distance, to see what its authors no longer see. "
        "Whoever owns the deal or a tactic, or scored for the team, has a part in it, so the "
        "comparison with the team's scores says little."
    ),
    bad=challenged(_SCORES, role="spoiler"),
    good=challenged(_SCORES, by="lena", role="spoiler"),
    instead=(
        "Have somebody else score (`tas challenge ID --role spoiler`): a colleague who knows the "
        "account a little, and gains nothing if the plan looks good. If it was the team's own "
        "score, correct `role` in the file."
    ),
    asked_of=challenged_deals,
    check=_check,
)
