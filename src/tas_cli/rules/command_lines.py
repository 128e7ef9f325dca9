"""Commands of tas as hints show them, filled in from the deal's file.

Files with the same content share one answer, so a check does not know its deal's short name. The
commands say ID instead, and `diagnostics.filled_in` puts the short name there.
"""

from __future__ import annotations

import re

from tas_cli.diagnostics import DEAL, Path
from tas_cli.method.catalogue import US
from tas_cli.method.cells import cell_code
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.noun import records

TEXT = '"…"'
"""A text that the reader fills in."""
DAY = "YYYY-MM-DD"
"""A date that the reader fills in."""
EVIDENCE = ("--evidence", TEXT, "--who", TEXT)
"""Who said or did what."""
_HARMLESS = re.compile(r'[A-Za-z0-9_.:=+,-]*(?:"…")?')
"""Arguments that need no quoting in any shell."""


def command(verb: str, *arguments: str) -> str:
    """Return a command on the deal; an argument that a shell might misread is left to the reader.

    Without arguments it is only the command and the deal.
    """
    safe = (each if _HARMLESS.fullmatch(each) else TEXT for each in arguments)
    return f"`tas {' '.join((verb, DEAL, *safe))}`"


def unknown(criterion: str, party: str = US) -> str:
    """Return the command that rates a cell unknown."""
    return command("rate", f"{cell_code(criterion, party)}=u")


def minus(criterion: str) -> str:
    """Return the command that rates a criterion - for us."""
    return command("rate", f"{cell_code(criterion)}=-")


def plus(criterion: str) -> str:
    """Return the command that rates a criterion + for us, or adds evidence to an existing +."""
    return command("rate", f"{cell_code(criterion)}=+", *EVIDENCE)


def evidence(opportunity: Opportunity, path: Path, *fields: str) -> str:
    """Return the command that changes the piece of evidence at a path."""
    from tas_cli.nouns.evidence import PIECES  # noqa: PLC0415 - only a finding needs it

    found = (each.key for each in records(PIECES, opportunity) if each.path == path)
    return command("evidence", *next(found, "").split(), *fields)


def met(step: str, outcome: str) -> str:
    """Return the command that records an outcome, or adds evidence to a recorded one."""
    return command("outcome", f"{step}.{outcome}", *EVIDENCE)


def not_met(step: str, outcome: str) -> str:
    """Return the command that removes an outcome."""
    return command("outcome", f"{step}.{outcome}", "--remove")


def choose(strategy: str, variation: str | None = None, *, reason: bool = True) -> str:
    """Return the command that chooses a strategy, with room for a reason if it needs one."""
    way = ("--variation", variation) if variation else ()
    why = ("--reason", TEXT) if reason else ()
    return command("choose", strategy, *way, *why)


def answer(step: str, given: str) -> str:
    """Return the command that answers a question of the tree; an empty answer takes it back."""
    return command("answer", f"{step}={given}", *(("--because", TEXT) if given else ()))
