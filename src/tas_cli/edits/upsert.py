"""Sets single values in a mapping that may not exist yet."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from tas_cli.diagnostics import Path
from tas_cli.source.edit import Edit, Put


def filled(
    path: Path, before: BaseModel | None, wanted: Mapping[str, object], *, spread: bool = False
) -> list[Edit]:
    """Return the edits that set these values in the mapping at `path`; None removes one.

    With `spread`, a new mapping is written over several lines even if it is short.
    """
    if before is None:
        return [Put(path, dict(wanted), spread=spread)] if any(wanted.values()) else []
    return [Put((*path, key), value or "") for key, value in wanted.items()]
