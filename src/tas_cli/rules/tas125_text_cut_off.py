"""TAS125: text that is cut off at a #."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import text_keys
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject

_CUT = re.compile(
    r"^[ ]*(?:- )?([a-z_]+):[ ]+([^\s\"'#][^#\r\n]*?) (#[^\s#][^\r\n]*)", re.MULTILINE
)
"""Text before a # with one space before it and none after it: a comment has a space there."""


def _check(subject: Subject) -> Iterator[Finding]:
    """Find text that ends where YAML sees a comment, although its sentence goes on."""
    # Most files have only the # of their modeline: searching for one character is much faster.
    if "#" not in subject.text[1:] or " #" not in subject.text:
        return
    for key, text, rest in _CUT.findall(subject.text):
        if key not in text_keys(Opportunity):
            continue
        path = next(_places(subject.opportunity.model_dump(), key, text), None)
        if path and "tas:" not in rest:
            whole = f"{text} {rest.rstrip()}".replace("\\", "\\\\").replace('"', '\\"')
            yield Finding(
                f"`{key}` is cut off at {rest.split()[0]}: YAML reads the rest as a comment",
                path,
                f'write `{key}: "{whole}"`; if it is a comment, put a space after the #',
            )


def _places(value: Any, key: str, text: str, path: Path = ()) -> Iterator[Path]:
    """Yield the places where a key has this text."""
    if path and path[-1] == key and value == text:
        yield path
    entries = value.items() if isinstance(value, dict) else ()
    for step, part in enumerate(value) if isinstance(value, list) else entries:
        yield from _places(part, key, text, (*path, step))


RULE = Rule(
    code="TAS125",
    name="text-cut-off",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "In YAML, a # after a space starts a comment. A name can lose its number that way, and "
        "two deals look like one."
    ),
    bad="""\
tas: 1
name: Service platform #4
customer: National Manufacturing
""",
    good="""\
tas: 1
name: "Service platform #4"
customer: National Manufacturing
""",
    instead="Put quotes around the text. If you do mean a comment, put a space after the #.",
    check=_check,
)
