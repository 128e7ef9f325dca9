"""TAS515: a committed rating or history entry that was changed."""

from __future__ import annotations

from tas_cli.diagnostics import Severity
from tas_cli.rules.rule import Rule

RULE = Rule(
    code="TAS515",
    name="rewritten-history",
    severity=Severity.WARNING,
    since="0.2.0",
    why=(
        "A deal's past shows how its chances changed. Changing a rating on its old date, or "
        "deleting an entry of `history:`, makes it look as if you had always known. Only `tas "
        "check --changed-since COMMIT` runs this check: it compares each changed file with that "
        "commit. Today's assessment can still change."
    ),
    bad=(
        'In that commit, the file says `solution_fit: {us: "-"}` on 2026-10-05. Now it says '
        '`solution_fit: {us: "+"}` on that day.'
    ),
    good=(
        "The assessment dated 2026-10-05 is unchanged, and one dated 2026-11-16 says "
        '`solution_fit: {us: "+"}`.'
    ),
    instead=(
        "Restore what was committed, and add a new assessment: `tas rate ID 7=+`. If the old "
        "entry was a mistake, say so in the commit message, and skip this check for it: "
        "`--ignore TAS515`."
    ),
    about_content=False,
)
