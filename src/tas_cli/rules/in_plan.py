"""What the checks of the plan have in common: open tactics, and examples."""

from __future__ import annotations

from tas_cli.assess.plan import Planned
from tas_cli.diagnostics import Path
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.subject import Subject


def tactics(subject: Subject) -> list[Planned]:
    """Return all tactics of a deal, by number."""
    return [Planned(*each) for each in enumerate(subject.opportunity.tactics, 1)]


def tactic_path(planned: Planned, *field: str) -> Path:
    """Return the place of a tactic or of one of its fields."""
    return (*planned.path, *field)


def planned(*fields: str, rest: str = "") -> str:
    """Return an example: a deal with a tactic, and more lines."""
    lines = "".join(f"    {each}\n" for each in fields)
    return f'{HEAD}tactics:\n  - what: "Ask who signs"\n{lines}{rest}'
