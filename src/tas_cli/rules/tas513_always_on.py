"""TAS513: settings that switch off or lower an error."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.model.settings import Settings
from tas_cli.rules.rule import Rule
from tas_cli.rules.tas506_unknown_rule import levels_set, meant_by


def _check(settings: Settings) -> Iterator[Finding]:
    """Find the errors that are switched off or lowered; a family may include other checks."""
    for place, level in levels_set(settings):
        meant = [] if level == Severity.ERROR else meant_by(str(place[-1]))
        errors = [each.code for each in meant if each.severity is Severity.ERROR]
        if errors:
            yield _finding(place, errors, others=len(meant) > len(errors))


def _finding(place: Path, errors: list[str], *, others: bool) -> Finding:
    first, last = errors[0], errors[-1]
    which = first if first == last else f"{first} to {last}"
    are = "is an error" if first == last else "are errors"
    return Finding(
        f"{which} {are} and cannot be switched off or lowered",
        place,
        "list the other checks one by one instead"
        if others
        else "delete the line, and fix the files",
        on_key=True,
        severity=Severity.INFO if others else None,
    )


RULE = Rule(
    code="TAS513",
    name="always-on",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "An error means that a file cannot be read as intended. Switching it off would not make "
        "the file readable; it would only drop the deal from every list without notice."
    ),
    bad="""\
# tas.yaml
tas: 1
rules:
  TAS110: off
""",
    good="""\
# tas.yaml
tas: 1
rules:
  TAS509: off
""",
    instead=(
        "Delete the line and fix the file. Only warnings and hints can be switched off or lowered."
    ),
    check_settings=_check,
)
