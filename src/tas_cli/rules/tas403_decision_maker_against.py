"""TAS403: a decision-maker who is said to agree, and ratings that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import numbered
from tas_cli.rules.in_process import (
    DEVELOPED,
    HEAD,
    QUALIFIED,
    RATED,
    SOLVED,
    URGENT,
    outcome_path,
)
from tas_cli.rules.rule import Rule
from tas_cli.rules.scope import open_processes
from tas_cli.rules.subject import Subject

_OUTCOMES = (("proof", "verbal_approval_given"), ("solution", "capabilities_embraced"))
"""What the decision-maker is said to have done, the last one first."""
_CRITERIA = ("executive_credibility", "political_alignment")


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the contradiction, and tell it once: at the last outcome that rests on it."""
    met = [outcome for outcome in _OUTCOMES if subject.standing.met(*outcome)]
    against = [each for each in _CRITERIA if met and subject.sign(each) == "-"]
    if against:
        yield Finding(
            "the decision-maker is said to agree, yet "
            f"{' and '.join(map(numbered, against))} {'is' if len(against) == 1 else 'are'} -",
            outcome_path(*met[0]),
            "hear it again from the decision-maker in person, then mend the rating or the outcome",
            on_key=True,
        )


_PROCESS = (
    f"{HEAD}process:\n  step: solution\n  steps:\n{QUALIFIED}{DEVELOPED}{SOLVED}{RATED}{URGENT}"
)

RULE = Rule(
    code="TAS403",
    name="decision-maker-against",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Those who decide buy from people whom they trust, and who stand where they stand. If you "
        "rate either as a -, a yes is politeness, or somebody else's report of one. Such a yes is "
        "taken back in the last week."
    ),
    bad=_PROCESS
    + """\
      political_alignment: {us: "-"}
""",
    good=_PROCESS
    + """\
      political_alignment:
        us: {rating: "+", evidence: [{who: "J. Meyer", what: "No to IT"}]}
""",
    instead=(
        "Find out who said yes, to whom and when. Then correct whichever is wrong: the ratings of "
        "criteria 12 and 15, or the outcome."
    ),
    asked_of=open_processes,
    check=_check,
)
