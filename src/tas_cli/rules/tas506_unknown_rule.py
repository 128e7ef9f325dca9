"""TAS506: the settings name a check that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Path, Severity
from tas_cli.model.settings import Settings
from tas_cli.reading.nearest import nearest
from tas_cli.rules.rule import Rule


def _check(settings: Settings) -> Iterator[Finding]:
    """Find the codes, or prefixes of codes, that match no check."""
    for place, _ in levels_set(settings):
        named = str(place[-1])
        if not meant_by(named):
            yield Finding(f"there is no check {named}", place, _advice(named), on_key=True)


def levels_set(settings: Settings) -> Iterator[tuple[Path, str]]:
    """Yield the place of every level in the settings, and the level."""
    for code, level in settings.rules.items():
        yield ("rules", code), level
    for pattern, levels in settings.rules_for.items():
        for code, level in levels.items():
            yield ("rules_for", pattern, code), level


def meant_by(named: str) -> list[Rule]:
    """Return the checks that a code, or a prefix of several codes, stands for."""
    family = named[:3] == "TAS" and named[3:].isdigit()
    return [each for each in _rules() if each.code.startswith(named)] if family else []


def _advice(named: str) -> str:
    """Return the code that was probably meant; the name of a check counts as well."""
    known = {word.casefold(): each.code for each in _rules() for word in (each.code, each.name)}
    near = nearest(named, known, cutoff=0.8)
    return f"did you mean {known[near]}?" if near else "list the checks with `tas explain`"


def _rules() -> tuple[Rule, ...]:
    from tas_cli.rules.catalogue import RULES  # noqa: PLC0415 - this check is itself in the list

    return RULES


RULE = Rule(
    code="TAS506",
    name="unknown-rule",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "Setting a level for a check that does not exist does nothing. The check you meant "
        "stays as it was, and nobody notices."
    ),
    bad="""\
# tas.yaml
tas: 1
rules:
  TAS310x: off
""",
    good="""\
# tas.yaml
tas: 1
rules:
  TAS310: off
rules_for:
  "opportunities/archive/**": {TAS3: off}
""",
    instead=(
        "Write the check's code, such as TAS310, or a prefix of several codes, such as "
        "TAS3. `tas explain` lists the checks."
    ),
    check_settings=_check,
)
