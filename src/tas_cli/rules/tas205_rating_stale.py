"""TAS205: ratings that nobody has looked at for too long."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered, numbers
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_deals
from tas_cli.rules.subject import Subject

_HELP = "look at it again and state it in a new assessment, changed or not"


def _check(subject: Subject) -> Iterator[Finding]:
    if subject.neglected:
        yield _neglect(subject)
    elif subject.past and subject.staleness.is_stale(subject.date_of(subject.past[0])):
        yield from _ours(subject)
        yield from _theirs(subject)


def _neglect(subject: Subject) -> Finding:
    """Say once, not twenty times, that nobody has looked at the deal."""
    newest = subject.past[-1]
    day = subject.date_of(newest)
    return Finding(
        f"nobody has looked at this deal since {day}, {(subject.day - day).days} days ago",
        ("assessments", newest, "date"),
        "assess it again, or close it",
    )


def _ours(subject: Subject) -> Iterator[Finding]:
    """Name our old ratings, but not a bare +: that it has nothing to show comes first."""
    for criterion, said in subject.statements[US].items():
        day = subject.date_of(said[-1][0])
        bare = subject.proofs.get(criterion) == []
        if subject.is_stale(criterion) and not bare:
            yield Finding(
                f"{numbered(criterion)} was last looked at on {day}, "
                f"{(subject.day - day).days} days ago",
                subject.cell_path(criterion, US),
                _HELP,
                severity=subject.weight(criterion),
            )


def _theirs(subject: Subject) -> Iterator[Finding]:
    """Ask for the primary competitor's ratings that are compared with ours, in one finding."""
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
            yield Finding(
                f"what you know of {name} on {numbers(old)} was last looked at more than "
                f"{subject.staleness.after} days ago",
                ("competitors", party),
                _HELP,
                on_key=True,
                severity=Severity.INFO,
            )


RULE = Rule(
    code="TAS205",
    name="rating-stale",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "A rating is a photograph, and the deal goes on. What nobody has looked at for longer "
        "than `stale_after` in tas.yaml may have turned without you. For a single rating it is a "
        "warning where the strategy hangs on it, else a hint; of the competitors only the primary "
        "one's ratings of #6 to #15 are asked for. If the whole deal lies untouched, you are told "
        "so once."
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
        "Go through the ratings again. State what still holds as well as what changed, in an "
        "assessment of today; `tas rate` and `tas score` put the date there for you."
    ),
    asked_of=open_deals,
    check=_check,
)
