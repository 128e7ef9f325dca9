"""TAS515: a rating or a line of the history that was committed otherwise."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS515",
    name="rewritten-history",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A deal's past shows how its chances changed. A rating that is altered on its old day, or "
        "a line of `history:` that is taken out, makes it look as if you had always known. Only "
        "`tas check --changed-since COMMIT` looks for this: it compares each changed file with "
        "what that commit holds. The assessment of today is still being made and may change."
    ),
    bad=(
        'The commit says `solution_fit: {us: "-"}` on 2026-10-05; the file now says '
        '`solution_fit: {us: "+"}` on that day.'
    ),
    good=(
        "The assessment of 2026-10-05 stays as it was, and one of 2026-11-16 says "
        '`solution_fit: {us: "+"}`.'
    ),
    instead=(
        "Put back what the commit holds, and add a new assessment: `tas rate ID 7=+` writes one. "
        "If the old entry was a mistake, say so in the commit, and leave this check out for it "
        "with `--ignore TAS515`."
    ),
    about_content=False,
)
