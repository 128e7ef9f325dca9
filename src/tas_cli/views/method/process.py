"""A step of the sales process, an activity or an outcome, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import Entry, SalesStep
from tas_cli.views.method.parts import bullets, readings
from tas_cli.views.page import GAP, Items, Page, Title, paragraph, section
from tas_cli.words import spelled


def sales_step_page(step: SalesStep) -> Page:
    """Return a sales step: what it is for, what we do in it, and what completes it."""
    facts = (
        f"Milestone: {step.milestone}. Probability: {step.probability}%. "
        f"Usual length: {step.days} days."
    )
    return (
        Title(f"Sales step {step.number}: {step.title}"),
        paragraph(f"A step of the sales process. Key: {step.key}"),
        GAP,
        paragraph(step.purpose),
        GAP,
        paragraph(f"{facts} {step.example}"),
        section("What we do", _entries(step.activities)),
        section("What the buyer does to complete it", _entries(step.outcomes)),
        *readings(step.reading),
    )


def _entries(entries: tuple[Entry, ...]) -> Items:
    return bullets(f"{each.title} ({each.key})" for each in entries)


def activity_page(entry: Entry, step: SalesStep) -> Page:
    """Return an activity of ours."""
    return _entry_page(entry, f"A sales activity in sales step {step.number}, {step.title}", step)


def outcome_page(entry: Entry, step: SalesStep) -> Page:
    """Return a verifiable outcome: something that the buyer did."""
    what = f"A verifiable outcome of sales step {step.number}, {step.title}"
    return _entry_page(entry, what, step)


def _entry_page(entry: Entry, what: str, step: SalesStep) -> Page:
    return (
        Title(spelled(entry.key)),
        paragraph(f"{what}. Key: {step.key}.{entry.key}"),
        GAP,
        paragraph(entry.title),
    )
