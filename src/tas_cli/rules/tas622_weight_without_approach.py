"""TAS622: somebody of weight who is not for us, and no approach, from step Solution on."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.approach import proposed
from tas_cli.assess.influence import of_weight
from tas_cli.assess.people import for_us
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_process import DEVELOPED, QUALIFIED, RATED, URGENT
from tas_cli.rules.on_map import mapped, name_of
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_STEP = "solution"


def _check(subject: Subject) -> Iterator[Finding]:
    if not subject.standing.reached(_STEP):
        return
    for key, person in subject.present.items():
        if of_weight(person, subject.settings) and not for_us(person) and not person.approached:
            strategy = next((each.key for each in proposed(person)), "motivate")
            yield Finding(
                f"{name_of(subject, key)} (influence {person.influence}) is not for us, and has no "
                "approach",
                subject.person_path(key),
                command("people", key, f"approach.strategy={strategy}", f"approach.what={TEXT}"),
                on_key=True,
            )


_MEYER = 'meyer: {name: "Joan Meyer", status: neutral, influence: 4%s}\n'
_APPROACH = ",\n  approach: {strategy: motivate}"
_PRADO = 'prado: {name: "Luis Prado", status: supporter, influence: 3}'
_PROCESS = f"process:\n  step: solution\n  steps:\n{QUALIFIED}{DEVELOPED}{RATED}{URGENT}"

RULE = Rule(
    code="TAS622",
    name="weight-without-approach",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Your solution has to win over everybody who can change the outcome: people with influence "
        "4 or more (the political structure and the inner circle; `bands` in tas.yaml can change "
        "that). From sales step Solution on, each of them who is not for you needs an approach: "
        "what you will do, and who does it."
    ),
    bad=mapped(f"{_MEYER % ''}{_PRADO}", rest=_PROCESS),
    good=mapped(f"{_MEYER % _APPROACH}{_PRADO}", rest=_PROCESS),
    instead=(
        "Plan what you will do: `tas people ID meyer approach.strategy=motivate "
        'approach.what="Visit a user"`. See `tas explain motivate`.'
    ),
    asked_of=mapped_deals,
    check=_check,
)
