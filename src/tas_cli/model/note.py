"""A note on a deal."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.scalars import Day, RequiredText, Text


class Note(FileModel):
    """Anything worth remembering about the deal as a whole."""

    date: Day = Field(description="When it was written.")
    by: Text | None = Field(default=None, description="Who wrote it.")
    text: RequiredText = Field(description="What to remember.")
