"""Evidence: what a rating or a completed step rests on."""

from __future__ import annotations

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.scalars import Day, Text


class Evidence(FileModel):
    """What a claim rests on: something a person said, wrote or did (method, section 2)."""

    when: Day | None = Field(default=None, description="The day on which it was said or seen.")
    who: Text | None = Field(default=None, description="Who said or did it: name and role.")
    what: Text | None = Field(default=None, description="What was said, written or done.")
    link: Text | None = Field(default=None, description="Where it can be looked up.")

    @property
    def given(self) -> bool:
        """Whether it shows anything: an empty entry is no evidence."""
        return bool(self.what or self.link or self.who)
