"""Evidence: what supports a rating or a completed step."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.scalars import Day, Text


class Evidence(FileModel):
    """What supports a claim: something that a person said, wrote or did (method, section 2)."""

    when: Day | None = Field(default=None, description="The day it was said or done.")
    who: Text | None = Field(default=None, description="Who said or did it: name and role.")
    what: Text | None = Field(default=None, description="What was said, written or done.")
    link: Text | None = Field(default=None, description="Where to find it.")

    @property
    def given(self) -> bool:
        """Whether it says anything: an empty entry is not evidence."""
        return bool(self.what or self.link or self.who)
