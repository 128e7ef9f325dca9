"""TAS205: ratings that nobody has re-checked for too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered, numbers
from tas_cli.method.cells import cell_code
from tas_cli.rules.command_lines import TEXT, command
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject
from tas_cli.words import counted

_WHY = ("--reason", TEXT)


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.neglected:
        yield _neglected(subject)
    elif subject.past and subject.staleness.is_stale(subject.date_of(subject.past[0])):
        yield from _ours(subject)
        yield from _theirs(subject)


def _neglected(subject: Subject) -> Finding:
    """Report once, not twenty times, that nobody has rated the deal recently."""
    newest = subject.past[-1]
    day = subject.date_of(newest)
    return Finding(
        f"this deal was last rated on {day}, {_ago(subject, day)}",
        ("assessments", newest, "date"),
        f"go through it with {command('score')}, or close it: {command('close', 'lost', *_WHY)}",
    )


def _ours(subject: Subject) -> Iterator[Finding]:
    """Report our old ratings, except a + without evidence: TAS201 comes first."""
    for criterion, said in subject.statements[US].items():
        day = subject.date_of(said[-1][0])
        bare = subject.proofs.get(criterion) == []
        if subject.is_stale(criterion) and not bare:
            yield Finding(
                f"{numbered(criterion)} was last rated or confirmed on {day}, {_ago(subject, day)}",
                subject.cell_path(criterion, US),
                _still_true(cell_code(criterion)),
                severity=subject.weight(criterion),
            )


def _theirs(subject: Subject) -> Iterator[Finding]:
    """Report the primary competitor's old ratings that are compared with ours, in one finding."""
    for party in subject.primary:
        old = [
            criterion
            for criterion, said in subject.statements[party].items()
            if criterion in subject.compared
            and said[-1][1].rating != "?"
            and subject.staleness.is_stale(subject.date_of(said[-1][0]))
        ]
        if old:
            name = subject.opportunity.party_name(party)
            ratings, are = ("rating", "is") if len(old) == 1 else ("ratings", "are")
            yield Finding(
                f"your {ratings} of {name} on {numbers(old)} {are} more than "
                f"{counted(subject.staleness.after, 'day')} old",
                ("competitors", party),
                _still_true(*(cell_code(criterion, party) for criterion in old)),
                on_key=True,
                severity=Severity.INFO,
            )


def _ago(subject: Subject, day: date) -> str:
    return f"{counted((subject.day - day).days, 'day')} ago"


def _still_true(*cells: str) -> str:
    """Return the command that confirms cells."""
    again = "it" if len(cells) == 1 else "them"
    confirm = command("rate", "--confirm", ",".join(cells))
    return f"if still true, {confirm}; otherwise, rate {again} again"


RULE = Rule(
    code="TAS205",
    name="rating-stale",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A rating is a snapshot, and the deal moves on. One that nobody has changed or "
        "confirmed for longer than `stale_after` in tas.yaml may no longer be true. For a single "
        "rating this is a warning where the strategy depends on it, and a hint elsewhere. Of the "
        "competitors, only the primary one is checked, on #6-#15. A deal that nobody has touched "
        "gets a single warning."
    ),
    bad="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-04-13
    ratings:
      executive_credibility: {us: "-"}
      political_alignment: {us: "?"}
""",
    good="""\
tas: 1
name: Customer service platform
customer: National Manufacturing
assessments:
  - date: 2026-11-16
    ratings:
      executive_credibility: {us: "-"}
      political_alignment: {us: "?"}
""",
    instead=(
        "Go through the ratings again: confirm those that are still true, and change the others. "
        "`tas score ID` does both; from the shell, `tas rate ID --confirm 12,15`."
    ),
    asked_of=open_deals,
    check=_check,
)
