"""The kinds of file in a workspace, each declared once.

Discovery, schemas, editors, checks and repairs use this list, so a new kind takes a declaration
here and a model in `model/kinds.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.source.files import SUFFIXES


class FileKind(NamedTuple):
    """A kind of file: where its files are, and what editors need to know about them.

    Either `file` is the only file of its kind, at the root, or all files below `folder` are of this
    kind. `schema` is the file name of its schema in the workspace.
    """

    name: str
    about: str
    schema: str
    file: str = ""
    folder: str = ""

    @property
    def patterns(self) -> list[str]:
        """The patterns by which editors match its files, relative to the root."""
        return [self.file] if self.file else [f"{self.folder}/**/*{end}" for end in SUFFIXES]


OPPORTUNITY = FileKind(
    "opportunity",
    "A sales opportunity: one deal, one file.",
    "opportunity.schema.json",
    folder="opportunities",
)
ACCOUNT = FileKind(
    "account",
    "A customer, with what its deals share.",
    "account.schema.json",
    folder="accounts",
)
SETTINGS = FileKind(
    "settings", "The selling company's settings: tas.yaml.", "tas.schema.json", file="tas.yaml"
)
KINDS = [OPPORTUNITY, ACCOUNT, SETTINGS]
"""All kinds. A file named in a call that is of none of them is read as a deal."""
SCHEMAS = "schemas"
"""The folder for a workspace's schemas; the first line of its files refers to it."""
