"""TAS514: a step in the settings that has no place in the sales process."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.process import sales_process
from tas_cli.diagnostics import Finding, Severity
from tas_cli.model.settings import Settings
from tas_cli.reading.nearest import nearest
from tas_cli.rules.rule import Rule


def _check(settings: Settings) -> Iterator[Finding]:
    known = [step.key for step in sales_process(settings)] if settings.steps else []
    for key, step in settings.steps.items():
        if key not in known:
            yield Finding(
                f"`{key}` is not a step of the method, and " + _why(key, step.after, settings),
                ("steps", key),
                _advice(key, step.after, known),
                on_key=True,
            )


def _why(key: str, after: str | None, settings: Settings) -> str:
    if after is None:
        return "`after:` is missing"
    if after == key or after in settings.steps:
        return f"`after: {after}` does not lead to one either"
    return f"there is no step `{after}` to put it after"


def _advice(key: str, after: str | None, known: list[str]) -> str:
    """Return what was probably meant: a step of the method, or another step before this one."""
    place = f"name the step before it under `after:`: {', '.join(known)}"
    meant = nearest(after or key, known)
    if meant is None:
        return place
    return (
        f"did you mean `after: {meant}`?" if after else f"did you mean `{meant}`? Otherwise {place}"
    )


RULE = Rule(
    code="TAS514",
    name="step-without-place",
    severity=Severity.ERROR,
    since="0.1.0",
    why=(
        "A step of your own needs a place in the process, or it is left out. Most often, "
        "though, a step of the method is misspelled, and its settings are lost."
    ),
    bad="""\
# tas.yaml
tas: 1
steps:
  prof: {days: 60}
""",
    good="""\
# tas.yaml
tas: 1
steps:
  proof: {days: 60}
  security_review:
    after: proof
    outcomes:
      security_cleared: {title: "The customer's security has cleared us."}
""",
    instead=(
        "Correct the step's name, or give your own step an `after:` that names the step before it."
    ),
    check_settings=_check,
)
