"""A step of the sales process, an activity or an outcome, explained in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.views.terminal.plain import bullets, labelled, paragraph, readings, section, title

if TYPE_CHECKING:
    from tas_cli.method.catalogue import Entry, SalesStep


def sales_step_page(step: SalesStep, width: int) -> list[str]:
    """Return a sales step: what it is for, what we do in it, and what shows that it is done."""
    facts = (
        ("Milestone", step.milestone),
        ("Probability", f"{step.probability} %"),
        ("Usual length", f"{step.days} days"),
    )
    return [
        *title(f"Sales step {step.number}: {step.title}", width),
        *paragraph(f"A step of the sales process. Key: {step.key}", width),
        "",
        *paragraph(step.purpose, width),
        "",
        *labelled(facts, width),
        *paragraph(step.example, width, indent=2),
        *section("What we do", _entries(step.activities, width)),
        *section("What the buyer has done when it is complete", _entries(step.outcomes, width)),
        *readings(step.reading, width),
    ]


def _entries(entries: tuple[Entry, ...], width: int) -> list[str]:
    return bullets((f"{each.title} ({each.key})" for each in entries), width)


def activity_page(entry: Entry, step: SalesStep, width: int) -> list[str]:
    """Return an activity of ours."""
    return _entry_page(entry, f"A sales activity of step {step.number}, {step.title}", step, width)


def outcome_page(entry: Entry, step: SalesStep, width: int) -> list[str]:
    """Return a verifiable outcome: something that the buyer did."""
    what = f"A verifiable outcome of step {step.number}, {step.title}"
    return _entry_page(entry, what, step, width)


def _entry_page(entry: Entry, what: str, step: SalesStep, width: int) -> list[str]:
    return [
        *title(entry.key.replace("_", " ").capitalize(), width),
        *paragraph(f"{what}. Key: {step.key}.{entry.key}", width),
        "",
        *paragraph(entry.title, width),
    ]
