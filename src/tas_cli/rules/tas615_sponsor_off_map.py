"""TAS615: a key sponsor is named in the process, and nobody on the map has the role."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.influence import sides
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command, not_met
from tas_cli.rules.in_process import QUALIFIED, outcome_path
from tas_cli.rules.on_map import mapped, name_of, uses
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_NAMED = ("develop", "key_sponsor_named")


def _check(subject: Subject) -> Iterator[Finding]:
    """Look at maps with roles: their sponsor may have left."""
    sponsored = any("sponsor" in each.roles for each in subject.present.values())
    if not sponsored and uses(subject, "roles") and subject.standing.met(*_NAMED):
        yield Finding(
            "a key sponsor is named, but nobody on the map has the role sponsor",
            outcome_path(*_NAMED),
            f"{_who(subject)}; if nobody is, {not_met(*_NAMED)}",
            on_key=True,
        )


def _who(subject: Subject) -> str:
    """Return how to say who the sponsor is: perhaps the strongest supporter."""
    for key in sides(subject.present).ours[:1]:
        return f"if it is {name_of(subject, key)}, {command('people', key, 'roles=+sponsor')}"
    return "add the role to whoever is the sponsor"


_PEOPLE = 'meyer: {name: "Joan Meyer", roles: [decision_maker%s]}'
_PROCESS = f"""\
process:
  step: develop
  steps:
{QUALIFIED}    develop:
      outcomes:
        key_sponsor_named:
          evidence: [{{when: 2026-11-05, who: "Joan Meyer", what: "Opens it"}}]
"""
_RATINGS = """\
inside_support:
  us:
    rating: "+"
    evidence: [{who: "Joan Meyer", what: "Sends us the agenda"}]
"""

RULE = Rule(
    code="TAS615",
    name="sponsor-off-map",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "The process says that there is a key sponsor (champion), and the map says who has which "
        "part in the decision. If nobody on it is the sponsor, you may not know who it is, or the "
        "sponsor has left. A map without roles is not checked."
    ),
    bad=mapped(_PEOPLE % "", _RATINGS, _PROCESS),
    good=mapped(_PEOPLE % ", sponsor", _RATINGS, _PROCESS),
    instead=(
        "Say who it is: `tas people ID meyer roles=+sponsor`. If there is no sponsor, remove the "
        "outcome: `tas outcome ID develop.key_sponsor_named --remove`."
    ),
    asked_of=mapped_deals,
    check=_check,
)
