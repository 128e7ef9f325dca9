"""TAS402: a key sponsor who is named, and inside support that is not there."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.in_process import HEAD, QUALIFIED, unborne
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
          evidence: [{{when: 2026-11-05, what: "Luis Prado, by the COO"}}]
"""

RULE = Rule(
    code="TAS402",
    name="sponsor-unsupported",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A sponsor is somebody inside who does things for us when we are not in the room. A name "
        "alone does not do that. Where inside support is not a +, the sponsor is ours on paper "
        "only, and the forecast rests on that paper."
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
              what: "Showed us the committee's paper and our mistakes"
""",
    instead=(
        "Ask the sponsor for something small that only an ally would do. Rate criterion 11 by "
        "what happens, or take the outcome away until somebody stands up for you."
    ),
    asked_of=open_processes,
    check=unborne(
        ("develop", "key_sponsor_named"),
        "inside_support",
        "a key sponsor is named",
        "if the sponsor works for us, rate #11 + with what was done; if not, look for another",
    ),
)
