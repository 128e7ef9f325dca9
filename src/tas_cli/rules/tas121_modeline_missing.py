"""TAS121: a file that does not name its schema for editors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject

_MODELINE = "yaml-language-server:"
_SCHEMA = "$schema="


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a file without the line among its first comments."""
    beginning = takewhile(_may_stand_first, subject.text.split("\n"))
    if not any(map(_names_schema, beginning)):
        yield Finding(
            "the file does not name its schema, so editors cannot complete or check it",
            (),
            "run `tas check --fix`, or start it with `# yaml-language-server: $schema=` and the "
            "path to schemas/opportunity.schema.json",
        )


def _may_stand_first(line: str) -> bool:
    """Whether a line is empty or a comment."""
    return line.strip()[:1] in ("", "#")


def _names_schema(line: str) -> bool:
    words = line.strip()[1:].split()
    return len(words) > 1 and words[0] == _MODELINE and words[1].startswith(_SCHEMA)


RULE = Rule(
    code="TAS121",
    name="modeline-missing",
    severity=Severity.INFO,
    since="0.1.0",
    why=(
        "A first line that names the schema lets your editor recognize the file: it completes "
        "keys, explains criteria and marks mistakes as you type. The check is off by default. "
        "To turn it on, write `TAS121: info` under `rules:` in tas.yaml."
    ),
    bad="""\
# Renewal of the service platform
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    good="""\
# yaml-language-server: $schema=../schemas/opportunity.schema.json
# Renewal of the service platform
tas: 1
name: Customer service platform
customer: National Manufacturing
""",
    instead=(
        "Start the file with the schema line. `tas check --fix` adds it, and `tas schema --write` "
        "writes the schemas."
    ),
    check=_check,
    enabled=False,
)
