"""TAS413: a won deal without a signed agreement."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding, Severity
from tas_cli.rules.command_lines import command, met
from tas_cli.rules.in_process import HEAD
from tas_cli.rules.rule import Rule
from tas_cli.rules.subject import Subject

_STEP, _OUTCOME = "close", "agreement_signed"


def _won_by_process(subject: Subject) -> bool:
    return subject.opportunity.process is not None and subject.opportunity.status == "won"


def _check(subject: Subject) -> Iterator[Finding]:
    """Find a won deal with a process that lacks its signature."""
    close = subject.standing.state(_STEP)
    if close is None or _OUTCOME not in close.shown:
        yield Finding(
            "the deal is won, but nothing shows that the customer has signed",
            ("status",),
            f"{met(_STEP, _OUTCOME)}, or {command('close', 'open')} until it has",
        )


_WON = """\
status: won
closed: {date: 2026-11-20, reason: "The trial in Dayton won it"}
process:
  step: close
"""

RULE = Rule(
    code="TAS413",
    name="won-without-agreement",
    severity=Severity.WARNING,
    since="0.1.0",
    why=(
        "Won means signed. Between a yes and a signature there are lawyers, purchasing and the "
        "competitor's last offer, and more than one deal has been lost there after the celebration."
    ),
    bad=f"{HEAD}{_WON}",
    good=f"""\
{HEAD}{_WON}\
  steps:
    close:
      outcomes:
        agreement_signed:
          date: 2026-11-20
          evidence:
            - who: "J. Meyer, COO"
              what: "Signed copy of the contract"
              link: "https://example.com/contract.pdf"
""",
    instead=(
        "Record where the signed agreement can be found: `tas outcome ID close.agreement_signed "
        '--evidence "…" --link "…"`. If there is none yet, the deal is still open: `tas close ID '
        "open`."
    ),
    asked_of=_won_by_process,
    check=_check,
)
