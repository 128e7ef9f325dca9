"""TAS403: a decision-maker who is recorded as agreeing, and ratings that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import numbered
from tas_cli.rules.command_lines import not_met, plus
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
"""What the decision-maker is recorded as having done, the last one first."""
_CRITERIA = ("executive_credibility", "political_alignment")


def _check(subject: Subject) -> Iterator[Finding]:
    """Find the contradiction, and report it once: at the last outcome that rests on it."""
    met = [outcome for outcome in _OUTCOMES if subject.standing.met(*outcome)]
    against = [each for each in _CRITERIA if met and subject.sign(each) == "-"]
    if against:
        yield Finding(
            "the decision-maker is recorded as agreeing, but "
            f"{' and '.join(map(numbered, against))} {'is' if len(against) == 1 else 'are'} -",
            outcome_path(*met[0]),
            f"ask in person; then {plus(against[0])}, or {not_met(*met[0])}",
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
        "Decision-makers buy from people they trust, and they side with the powerful. If #12 "
        "or #15 is -, a yes is politeness or hearsay, and it will be taken back in the last week."
    ),
    bad=_PROCESS
    + """\
      political_alignment: {us: "-"}
""",
    good=_PROCESS
    + """\
      political_alignment:
        us: {rating: "+", evidence: [{who: "J. Meyer", what: "Backs us"}]}
""",
    instead=(
        "Find out who said yes, to whom and when. Then correct what is wrong: the rating of #12 "
        'or #15 (`tas rate ID 15=+ --evidence "…" --who "…"`), or the outcome: `tas outcome ID '
        "solution.capabilities_embraced --remove`."
    ),
    asked_of=open_processes,
    check=_check,
)
