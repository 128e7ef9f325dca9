"""TAS114: a file that is not UTF-8."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS114",
    name="encoding",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "In another encoding, the same bytes stand for different letters, so names come out "
        "garbled."
    ),
    bad=(b"tas: 1\nname: Service platform\ncustomer: M\xfcller & S\xf6hne\n"),
    good="""\
tas: 1
name: Service platform
customer: Müller & Söhne
""",
    instead="Save the file as UTF-8 in your editor.",
)
