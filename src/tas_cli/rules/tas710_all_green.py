"""TAS710: a plan that was all green the first time it was challenged."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.challenge import doubted
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_challenge import challenged
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import challenged_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report the first challenge that has scores.

    | first challenge with scores | later ones with scores | found |
    |---|---|---|
    | none, or a mean is not green | | no |
    | every mean is green | one with a mean that is not | no |
    | every mean is green | none, or all green as well | yes |
    """
    first = doubted(subject)
    if first:
        at = next(at for at, each in enumerate(subject.opportunity.challenges) if each is first)
        yield Finding(
            "everything is green in the first challenge, so the team may be fooling itself",
            ("challenges", at, "scores"),
            "ask for hard evidence each time, and have an outsider score it and raise points: "
            f"{command('challenge', '--role', 'spoiler', '--point', TEXT)}",
            on_key=True,
        )


RULE = Rule(
    code="TAS710",
    name="all-green",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A challenge is meant to find what is weak. If it finds nothing at all the first time, it "
        "was probably too kind: everything that was scored is green (4.0 or more, which tas.yaml "
        "can change). The doubt is gone once a later challenge is not all green."
    ),
    bad=challenged('win: {support: "5 4 4", power: "4 4 5"}'),
    good=challenged('win: {support: "5 4 4", power: "2 3 4"}'),
    instead=(
        "Score again and ask for hard evidence, first-hand and reliable. Then have a spoiler score "
        "it, who knows the account a little and has no part in the deal: `tas challenge ID --role "
        "spoiler`."
    ),
    asked_of=challenged_deals,
    check=_check,
)
