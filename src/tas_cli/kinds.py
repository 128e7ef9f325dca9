"""The kinds of file that a workspace has, each declared once.

Discovery, schemas, editors, checks and repairs go through this list, so a further kind is one more
declaration here and its model in `model/kinds.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.source.files import SUFFIXES


class FileKind(NamedTuple):
    """A kind of file: where its files are, and what editors are told about them.

    Either `file` is the one file of its kind, at the root, or all files below `folder` are of it,
    each called by its own name. `schema` is the name of its schema among the workspace's schemas.
    """

    name: str
    about: str
    schema: str
    file: str = ""
    folder: str = ""

    @property
    def patterns(self) -> list[str]:
        """The paths of its files from the root, as editors match them."""
        return [self.file] if self.file else [f"{self.folder}/**/*{end}" for end in SUFFIXES]


OPPORTUNITY = FileKind(
    "opportunity",
    "A sales opportunity: one deal, one file.",
    "opportunity.schema.json",
    folder="opportunities",
)
SETTINGS = FileKind(
    "settings", "The selling company's settings: tas.yaml.", "tas.schema.json", file="tas.yaml"
)
KINDS = [OPPORTUNITY, SETTINGS]
"""All of them. A file that is named in a call and is of none of these is read as a deal."""
SCHEMAS = "schemas"
"""The folder in which a workspace keeps its schemas; the first line of its files says so."""
