"""What the board asks about one deal, for a page of its own."""

from __future__ import annotations

from pathlib import Path

from tas_cli.assess.begun import begun
from tas_cli.board.asking import asking
from tas_cli.board.contradictions import contradictions
from tas_cli.board.leveled import leveled
from tas_cli.board.matters import MatteringDeal
from tas_cli.board.measured import measured
from tas_cli.board.money import scale
from tas_cli.board.scope import Scope, last_monday
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.owners import Owners
from tas_cli.reading.reading import Reading
from tas_cli.rules.subject import Subject


def asked_about(
    subject: Subject, reading: Reading[Opportunity], root: Path
) -> MatteringDeal | None:
    """Return a deal with what the board asks about it on that day, None if it asks nothing.

    `reading` is of its file, whose ignore comments count, and so do the levels in the settings of
    the workspace at `root`.
    """
    scope = Scope(subject.settings, subject.day, last_monday(subject.day))
    line = measured(
        subject,
        scope,
        owners=Owners(subject.settings.team),
        began=begun(reading.value or subject.opportunity),
        forecast=contradictions(subject, reading, reading.text.content.encode()),
    )
    counting = [leveled(line._replace(file=reading.file), root, subject.settings)]
    return next(iter(asking(counting, scope, scale(counting, subject.settings)).asks), None)
