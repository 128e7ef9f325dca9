"""TAS703: unknowns that decide the strategy, and no open tactic that finds them out."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.plan import uncovered
from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.in_plan import planned
from tas_cli.rules.in_process import QUALIFIED, URGENT
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import planned_deals
from tas_cli.rules.subject import Subject
from tas_cli.words import some

_STEP = "develop"


def _check(subject: Subject) -> Iterator[Finding]:
    """Report all of them at once.

    | tactics, done or not | sales step | deciding unknown without open `retrieve` | found |
    |---|---|---|---|
    | none | | | no |
    | some | before Develop | | no |
    | some | Develop or later | none | no |
    | some | Develop or later | some | yes |

    A tactic retrieves every party's rating on its criteria.
    """
    if not subject.opportunity.tactics or not subject.standing.reached(_STEP):
        return
    found = {each.criterion for each in uncovered(subject).unknown}
    if found:
        listed = sorted(criteria_by_key()[each].number for each in found)
        criteria = f"criteria={','.join(map(str, listed))}"
        verb, them = ("decides", "it") if len(found) == 1 else ("decide", "them")
        yield Finding(
            f"{some([f'#{each}' for each in listed])} {verb} the strategy, but no open tactic "
            f"finds {them} out",
            ("tactics",),
            command("tactics", f"what={TEXT}", "kind=retrieve", criteria),
            on_key=True,
        )


_REST = f"""\
compelling_event: {{what: "Support ends", date: 2027-06-30}}
process:
  step: develop
  steps:
{QUALIFIED}assessments:
  - date: 2026-11-16
    ratings:
{URGENT}"""

_WHO = ("owner: nicole", "due: 2026-12-04")
_ASKED = "criteria: [7, 9, 10, 11, 12, 15, 17, 18, 20]"

RULE = Rule(
    code="TAS703",
    name="unknown-not-retrieved",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "Unknowns that decide between strategies make every other tactic a guess. From sales step "
        "Develop on, a plan with tactics needs one of kind R (retrieve) for each of them. An open "
        "tactic that names the criterion is enough; a tactic that is done no longer counts."
    ),
    bad=planned("kind: prove", *_WHO, rest=_REST),
    good=planned("kind: retrieve", _ASKED, *_WHO, rest=_REST),
    instead=(
        'Plan how to find out: `tas tactics ID "Ask the COO who sets the date" R criteria=5 '
        "owner=nicole due=fri`. `tas strategy ID` lists what to find out next."
    ),
    asked_of=planned_deals,
    check=_check,
)
