"""TAS402: a key sponsor who is named, and inside support that is not rated +."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import HEAD, QUALIFIED, unsupported
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes

_PROCESS = f"""\
{HEAD}process:
  step: develop
  steps:
{QUALIFIED}    develop:
      started: 2026-11-04
      outcomes:
        key_sponsor_named:
          evidence: [{{when: 2026-11-05, what: "Luis Prado, named by the COO"}}]
"""

RULE = Rule(
    code="TAS402",
    name="sponsor-unsupported",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A key sponsor (champion) is somebody on the inside who works for us when we are not "
        "in the room. A name alone does not do that. Where inside support is not +, we have a "
        "sponsor on paper only, and the forecast rests on that paper."
    ),
    bad=_PROCESS
    + """\
assessments:
  - date: 2026-11-16
    ratings:
      inside_support: {us: "-"}
""",
    good=_PROCESS
    + """\
assessments:
  - date: 2026-11-16
    ratings:
      inside_support:
        us:
          rating: "+"
          evidence:
            - when: 2026-11-10
              who: "L. Prado, controller"
              what: "Showed us the draft report and where we look weak"
""",
    instead=(
        "Ask the sponsor for something small that only an ally would do. Rate #11 according to "
        'what happens (`tas rate ID 11=+ --evidence "…" --who "…"`), or remove the outcome until '
        "somebody stands up for you: `tas outcome ID develop.key_sponsor_named --remove`."
    ),
    asked_of=open_processes,
    check=unsupported(
        ("develop", "key_sponsor_named"),
        "inside_support",
        "a key sponsor is named",
    ),
)
