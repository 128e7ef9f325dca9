"""A meeting written down in a file, for `tas meeting --from`."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.scalars import AnyText, Text


class MeetingFile(FileModel):
    """With whom, when, and what was learned: a line for each thing, as in `tas meeting`."""

    people: Text | None = Field(default=None, alias="with", description="Whom you met.")
    when: AnyText | None = Field(default=None, description="The day: 2 Dec, fri, 2026-12-02.")
    link: Text | None = Field(default=None, description="Where the minutes are.")
    by: Text | None = Field(default=None, description="Who writes this down.")
    outcomes: Text | None = Field(
        default=None, description="Outcomes that it shows, separated by commas."
    )
    learned: Text | None = Field(default=None, description="One line for each thing you learned.")
