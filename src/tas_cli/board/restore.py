"""Lines as they were kept, made deals again."""

from __future__ import annotations

from pathlib import Path

from tas_cli.board.line import DealLine
from tas_cli.board.survey import Answer
from tas_cli.model.settings import Settings


def restored(answer: Answer, root: Path, settings: Settings) -> DealLine | None:
    """Return a file's deal, None where the file cannot be used."""
    if not answer.kept:
        return None
    line = DealLine._make([*answer.kept[:-2], answer.id, answer.file])
    if not line.forecast:
        return line
    from tas_cli.board.leveled import leveled  # noqa: PLC0415 - few deals have findings

    return leveled(line, root, settings)
