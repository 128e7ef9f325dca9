"""Drafts of debriefs: answers that are not saved yet, kept outside the repository until they are.

A draft is an answer file (docs/json.md) with its day.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.briefing import Briefing
from tas_cli.debrief.answer_file import answers, checked, document, written
from tas_cli.debrief.answers import Answers
from tas_cli.edits.wrong_call import WrongCall
from tas_cli.scorecard.draft_files import DraftFiles
from tas_cli.source.paths import real


class Draft(NamedTuple):
    """What an interrupted session left, and the file that it is kept in."""

    path: Path
    answers: Answers


class Drafts:
    """The drafts of one opportunity's debrief of a day."""

    def __init__(self, opportunity: Path, brief: Briefing) -> None:
        self._brief = brief
        self._files = DraftFiles("debriefs", f"{real(opportunity)} {brief.day}")

    def keep(self, kept: Answers | None) -> None:
        """Keep answers; where there are none, no draft is left.

        Raises:
            OSError: they cannot be kept.
        """
        self._files.keep(written(kept) if kept else None)

    def waiting(self, start: Answers) -> tuple[Draft | None, list[Path]]:
        """Return the newest draft of an earlier session, and the drafts that cannot be read."""

        def read(path: Path, data: bytes) -> Draft:
            return Draft(path, answers(checked(document(data)), self._brief, start))

        return self._files.waiting(read, (WrongCall,))
