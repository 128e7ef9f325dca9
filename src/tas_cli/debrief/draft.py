"""Drafts of debriefs: answers that are not saved yet, kept outside the repository until they are.

A draft is an answer file (docs/json.md) with its day. Each session has a file of its own.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from tas_cli.assess.briefing import Briefing
from tas_cli.debrief.answer_file import answers, checked, document, written
from tas_cli.debrief.answers import Answers
from tas_cli.edits.wrong_call import WrongCall
from tas_cli.scorecard.draft import state_folder
from tas_cli.source.paths import real
from tas_cli.source.save import write_new_or_replace


class Draft(NamedTuple):
    """What an interrupted session left, and the file that it is kept in."""

    path: Path
    answers: Answers


class Drafts:
    """The drafts of one opportunity's debrief of a day; `own` is this session's."""

    def __init__(self, opportunity: Path, brief: Briefing) -> None:
        self._brief = brief
        name = f"{real(opportunity)} {brief.day}".encode(errors="surrogatepass")
        self._key = sha256(name).hexdigest()[:24]
        self._folder = state_folder() / "debriefs"
        self.own = self._folder / f"{self._key}.{token_hex(6)}.json"

    def keep(self, kept: Answers | None) -> None:
        """Keep answers; where there are none, no draft is left.

        Raises:
            OSError: they cannot be kept.
        """
        if kept is None:
            self.own.unlink(missing_ok=True)
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new_or_replace(self.own, json.dumps(written(kept), indent=1).encode())

    def waiting(self, start: Answers) -> Draft | None:
        """Return the newest draft of an earlier session that can be read."""
        found: list[tuple[int, Path]] = []
        for path in self._folder.glob(f"{self._key}.*.json"):
            with suppress(OSError):
                found.append((path.stat().st_mtime_ns, path))
        for _, path in sorted(found, reverse=True):
            if path != self.own:
                with suppress(OSError, WrongCall):
                    given = checked(document(path.read_bytes()))
                    return Draft(path, answers(given, self._brief, start))
        return None


def discard(draft: Draft) -> None:
    """Remove a draft."""
    with suppress(OSError):
        draft.path.unlink(missing_ok=True)
