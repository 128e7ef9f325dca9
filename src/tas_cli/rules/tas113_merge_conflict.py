"""TAS113: a merge conflict that was left in the file."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS113",
    name="merge-conflict",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Git could not combine two people's changes and left both versions in the file. Until "
        "somebody chooses, neither can be trusted."
    ),
    bad=(
        "tas: 1\n"
        "name: Customer service platform\n"
        "<<<<<<< ours\n"
        "customer: National Manufacturing\n"
        "=======\n"
        "customer: National Manufacturing Inc.\n"
        ">>>>>>> theirs\n"
    ),
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead=(
        "If both sides add something, such as a list item or a key, keep both. Otherwise keep "
        "the correct version. Then delete the marker lines; if there are four, also delete the "
        "old text between ||||||| and =======."
    ),
)
