"""TAS623: nobody has met somebody of weight for long."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.influence import of_weight
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import DAY, command
from tas_cli.rules.on_map import mapped, name_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject
from tas_cli.words import days_ago


def _check(subject: Subject) -> Iterator[Finding]:
    for key, person in subject.present.items():
        met = person.last_met
        if met and subject.staleness.is_stale(met) and of_weight(person, subject.settings):
            yield Finding(
                f"we last met {name_of(subject, key)} (influence {person.influence}) on {met}, "
                f"{days_ago((subject.day - met).days)}",
                subject.person_path(key, "last_met"),
                f"prepare a meeting: {command('prep', '--with', key)}; if there was one: "
                f"{command('people', key, f'last_met={DAY}')}",
            )


_MEYER = 'meyer: {name: "Joan Meyer", influence: 5, last_met: 2026-%s-10}'

RULE = Rule(
    code="TAS623",
    name="weight-not-met",
    severity=Severity.INFO,
    since="0.2.0",
    why=(
        "Support fades if you do not keep in touch, and competitors do. This is reported for "
        "people with influence 4 or more (`bands` in tas.yaml can change that) whom nobody has met "
        "for longer than a rating stays fresh: `stale_after` in tas.yaml. Without `last_met`, "
        "nothing is reported."
    ),
    bad=mapped(_MEYER % "05"),
    good=mapped(_MEYER % "11"),
    instead=(
        "Meet (`tas prep ID --with meyer`), and enter the day: `tas people ID meyer "
        "last_met=today`."
    ),
    asked_of=mapped_deals,
    check=_check,
)
