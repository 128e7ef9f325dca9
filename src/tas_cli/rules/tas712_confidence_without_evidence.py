"""TAS712: confidence in a challenge that rests on ratings + without evidence."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import numbers
from tas_cli.method.plan import challenge_categories
from tas_cli.rules.command_lines import plus
from tas_cli.rules.in_challenge import challenged, criteria_of, scored, scores_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import challenged_deals
from tas_cli.rules.subject import Subject

_CONFIDENT = 4
"""From this mean on, a challenge claims confidence."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a category once: for the team if it is confident, else for the spoiler.

    | newest mean of confidence | one of its criteria is + without evidence | found |
    |---|---|---|
    | none, or below 4.0 | | no |
    | 4.0 or more | no | no |
    | 4.0 or more | yes | yes |
    """
    seen: set[str] = set()
    for each in scored(subject.opportunity):
        bare = [key for key in criteria_of(each.category) if subject.proofs.get(key) == []]
        confidence = each.means.get("confidence", 0)
        if confidence >= _CONFIDENT and bare and each.category not in seen:
            seen.add(each.category)
            title = challenge_categories()[each.category].title
            yield Finding(
                f'confidence in "{title}" is {confidence}, but {numbers(bare)} '
                f"{'is' if len(bare) == 1 else 'are'} + without evidence",
                scores_path(subject.opportunity, each),
                f"{plus(bare[0])}, or score confidence lower",
                on_key=True,
            )


_RATED = """\
assessments:
  - date: 2026-11-16
    ratings:
      executive_credibility:
        us: %s
"""
_SCORES = 'win: {support: "5 3 2", power: "4 3 3"}'

RULE = Rule(
    code="TAS712",
    name="confidence-without-evidence",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Confidence asks for hard evidence, first-hand and reliable. If the category's mean is 4.0 "
        "or more while one of its criteria is + without evidence, the score is a "
        "feeling. Our reading: the categories of the four questions are about their criteria, and "
        "the customer's issues are about #1 and #5."
    ),
    bad=challenged(_SCORES, _RATED % '"+"  # tas: ignore[TAS201]'),
    good=challenged(
        _SCORES, _RATED % '{rating: "+", evidence: [{who: "J. Meyer", what: "Agreed"}]}'
    ),
    instead=(
        'Enter what the rating rests on (`tas rate ID 12=+ --evidence "…" --who "…"`), or rate '
        "it unknown and score again."
    ),
    asked_of=challenged_deals,
    check=_check,
)
