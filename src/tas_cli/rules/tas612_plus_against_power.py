"""TAS612: political alignment is +, and the powerful are not for us, or are against us."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.influence import stronger_against
from tas_cli.assess.people import for_us
from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.on_map import claims, contradicted, mapped, may_be_inner, name_of, plus
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import mapped_deals
from tas_cli.rules.subject import Subject

_CRITERION = "political_alignment"


def _check(subject: Subject) -> Iterator[Finding]:
    """Report both in one finding, on maps that have influences and standings."""
    words = ", and ".join(_contradictions(subject))
    if words and claims(subject, _CRITERION, "influence", "status"):
        yield contradicted(subject, _CRITERION, words)


def _contradictions(subject: Subject) -> Iterator[str]:
    ours = [each for each in subject.present.values() if for_us(each)]
    if not any(may_be_inner(subject, each) for each in ours):
        yield "nobody in the inner circle is for us"
    for key in stronger_against(subject.present)[:1]:
        yield f"{name_of(subject, key)}, against us, outweighs every supporter"


_MEYER = 'meyer: {name: "Joan Meyer", status: supporter, influence: %d}\n'
_HALL = """\
hall: {name: "Ed Hall", status: enemy, influence: 4,
  approach: {strategy: neutralize}}
"""

RULE = Rule(
    code="TAS612",
    name="plus-against-power",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Political alignment means that the powerful want you to win. If #15 is +, somebody in the "
        "inner circle should be for you, and nobody against you should have more influence than "
        "your strongest supporter. The inner circle starts at influence 5, unless `bands` in "
        "tas.yaml says otherwise. A supporter whose influence is not filled in counts as strong, "
        "and a map without influences or without any `status` is not checked."
    ),
    bad=mapped(f"{_MEYER % 3}{_HALL}", plus(_CRITERION)),
    good=mapped(f"{_MEYER % 5}{_HALL}", plus(_CRITERION)),
    instead=(
        "Enter which of the powerful are for you (`tas people ID meyer status=supporter "
        "influence=5`). If nobody is, rate #15 unknown: `tas rate ID 15=u`."
    ),
    asked_of=mapped_deals,
    check=_check,
)
