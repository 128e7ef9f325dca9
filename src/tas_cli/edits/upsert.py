"""Single values of a mapping that may or may not be there yet."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from tas_cli.diagnostics import Path
from tas_cli.source.edit import Edit, Put


def filled(path: Path, before: BaseModel | None, wanted: Mapping[str, object]) -> list[Edit]:
    """Return the edits that let the mapping at `path` hold these values; None takes one away."""
    if before is None:
        return [Put(path, dict(wanted))] if any(wanted.values()) else []
    return [Put((*path, key), value or "") for key, value in wanted.items()]
