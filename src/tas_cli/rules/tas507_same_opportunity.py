"""TAS507: two files for the same deal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Entry
from tas_cli.source.characters import folded


def _check(entries: Mapping[str, Entry]) -> Iterator[tuple[str, Finding]]:
    """Find the open deals with the same name and customer, except for the first by file."""
    known: dict[tuple[str, str], str] = {}
    for file in sorted(entries):
        entry = entries[file]
        if entry.status == "open":
            first = known.setdefault((folded(entry.customer), folded(entry.name)), file)
            if first != file:
                yield file, _finding(PurePath(first).stem)


def _finding(first: str) -> Finding:
    return Finding(
        f"{first} is an open deal with the same name and customer",
        ("name",),
        'if they are one deal, delete one file; if not, rename one: `tas set ID name="…"`',
    )


RULE = Rule(
    code="TAS507",
    name="same-opportunity",
    severity=Severity.WARNING,
    since="0.1.0",
    why="Two files for one deal count its amount twice, and each holds only half of what you know.",
    bad="""\
# opportunities/national-manufacturing.yaml
tas: 1
name: Customer service platform
customer: National Manufacturing
---
# opportunities/service-platform.yaml
tas: 1
name: Customer Service Platform
customer: National Manufacturing
""",
    good="""\
# opportunities/national-manufacturing.yaml
tas: 1
name: Customer service platform, Europe
customer: National Manufacturing
---
# opportunities/service-platform.yaml
tas: 1
name: Customer service platform, Asia
customer: National Manufacturing
""",
    instead="If they are one deal, keep one file. If not, give each deal a name of its own.",
    check_across=_check,
)
