"""What all models of the files have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class FileModel(BaseModel):
    """A mapping in a file: strict, closed to unknown keys, and never changed once read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)
