"""TAS103: a look-alike of a rating sign, as slides and chat programs produce them."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS103",
    name="foreign-sign",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Slides, chat programs and word processors turn a minus into a dash that looks the same "
        "but is a different character. tas reads it as the sign you meant, but a search or "
        "another program would miss it."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "\u2013"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-10-05
    ratings:
      compelling_event: {us: "-"}
""",
    instead='Type the sign again, in quotes: "+", "-" or "?". `tas check --fix` does it for you.',
)
