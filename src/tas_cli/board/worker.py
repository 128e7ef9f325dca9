"""The board's question to a handful of files: bytes in, a line of figures out for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tas_cli.board.scope import Scope
from tas_cli.gather.memory import Kept

if TYPE_CHECKING:
    from tas_cli.model.opportunity import Opportunity
    from tas_cli.reading.owners import Owners
    from tas_cli.reading.read import Reading


def lines_of(contents: Sequence[bytes], scope: Scope) -> list[Kept]:
    """Return the lines of a handful of files, each empty where the file cannot be trusted."""
    from tas_cli.reading.owners import Owners  # noqa: PLC0415 - as below
    from tas_cli.reading.read import read_opportunities  # noqa: PLC0415 - as below

    readings = read_opportunities(contents)
    owners = Owners(scope.settings.team)
    return [_line(*each, scope, owners) for each in zip(readings, contents, strict=True)]


def _line(reading: Reading[Opportunity], data: bytes, scope: Scope, owners: Owners) -> Kept:
    from tas_cli.assess.begun import begun  # noqa: PLC0415 - as below
    from tas_cli.board.forecast import contradictions  # noqa: PLC0415 - as below
    from tas_cli.board.measured import measured  # noqa: PLC0415 - nothing of it is needed for what is kept
    from tas_cli.board.reasons import reasons  # noqa: PLC0415 - as above
    from tas_cli.rules.subject import Subject  # noqa: PLC0415 - as above

    if reading.value is None:
        return []
    subject = Subject.of(reading.value, scope.settings, scope.day)
    forecast = contradictions(subject, reading, data)
    line = measured(subject, scope, owners, forecast, begun(reading.value))
    return list(line._replace(reasons=[[*each] for each in reasons(line, scope)]))
