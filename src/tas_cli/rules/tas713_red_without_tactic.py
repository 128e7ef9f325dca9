"""TAS713: a red score in a challenge, and no tactic about it."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.challenge import color
from tas_cli.assess.plan import open_tactics
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.method.plan import challenge_categories
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_challenge import challenged, criteria_of, scored, scores_path
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import challenged_deals
from tas_cli.rules.subject import Subject


def _check(subject: Subject) -> Iterator[Finding]:
    """Report a category once: for the team if a mean is red, else for the spoiler.

    | a newest mean is red | an open tactic names one of the category's criteria | found |
    |---|---|---|
    | no | | no |
    | yes | yes | no |
    | yes | no | yes |
    """
    tactics = open_tactics(subject.opportunity)
    covered = {number for each in tactics for number in each.tactic.criteria}
    seen: set[str] = set()
    for each in scored(subject.opportunity):
        red = [
            column for column, mean in each.means.items() if color(mean, subject.settings) == "red"
        ]
        about = [criteria_by_key()[key].number for key in criteria_of(each.category)]
        if red and not covered & {*about} and each.category not in seen:
            seen.add(each.category)
            title = challenge_categories()[each.category].title
            yield Finding(
                f'"{title}" is red ({red[0]} {each.means[red[0]]}), but no open tactic is about '
                "any of its criteria",
                scores_path(subject.opportunity, each),
                command("tactics", f"what={TEXT}", f"criteria={about[0]}"),
                on_key=True,
            )


_TACTICS = """\
tactics:
  - what: "Lunch with the CFO"
    kind: minimize
    criteria: [12]
    owner: nicole
    due: 2026-12-04
"""
_SCORES = 'win: {support: "2 2 3", power: "2 3 3"}'

RULE = Rule(
    code="TAS713",
    name="red-without-tactic",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A challenge is only worth its time if the plan gets better. What is red (below 2.5, which "
        "tas.yaml can change) needs a tactic about one of the category's criteria: those of its "
        "question, and #1 or #5 for the customer's issues (our reading)."
    ),
    bad=challenged(_SCORES),
    good=challenged(_SCORES, _TACTICS),
    instead=(
        'Add a tactic: `tas tactics ID "Lunch with the CFO" M criteria=12 owner=nicole due=fri`. '
        "`tas plan ID --suggest` proposes some."
    ),
    asked_of=challenged_deals,
    check=_check,
)
