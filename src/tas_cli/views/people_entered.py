"""What a list of people changes on the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tas_cli.edits.people_entries import Entered
from tas_cli.edits.records import Change
from tas_cli.model.base import FileModel
from tas_cli.nouns.noun import texts_of
from tas_cli.views.changed import written_to
from tas_cli.views.page import (
    STRONG,
    Block,
    Item,
    Page,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.writing import Written

_MARK = 18
"""The width of the short names, in cells."""
_SHOWN = {"name": "", "title": "", "roles": "", "reports_to": "reports to "}
"""The fields that a list can fill, with the words in front of them."""


class EnteredFrom(NamedTuple):
    """What a list means for a deal, and the headers of its columns that are not used."""

    id: str
    found: Entered
    unused: tuple[str, ...] = ()

    def title(self, *, done: bool) -> str:
        """Return how many people are added and completed, or are to be."""
        added = sum(each.before is None for each in self.found.changes)
        completed = len(self.found.changes) - added
        parts = (
            f"{added} {'added' if done else 'to add'}" if added else "",
            f"{completed} {'completed' if done else 'to complete'}" if completed else "",
            f"{len(self.found.same)} on the map already" if self.found.same else "",
        )
        return f"{self.id}: {', '.join(filter(None, parts)) or 'nobody to add'}"


class Saved(NamedTuple):
    """A list, and the file that has its people now; `shared` is the account's of a deal."""

    listed: EnteredFrom
    written: Written[FileModel]
    shared: Written[FileModel] | None
    dry_run: bool


def proposed(listed: EnteredFrom) -> Iterator[Block]:
    """Yield who is to be added and completed, and what is left out of the list."""
    return _page(listed, done=False)


def _page(listed: EnteredFrom, *, done: bool) -> Iterator[Block]:
    yield line((listed.title(done=done), STRONG))
    yield items(map(_person, listed.found.changes), _MARK)
    left_out = (item(f"row {each.number}: {each.why}") for each in listed.found.left_out)
    yield section("Left out", items(left_out, 2, "•"))
    if listed.unused:
        yield paragraph(f"Columns not used: {', '.join(listed.unused)}.")


def saved(done: Saved) -> Page:
    """Return the same with the files that have them now."""
    return (*_page(done.listed, done=True), *files(done))


def files(done: Saved) -> Page:
    """Return the files that were written."""
    both = [each for each in (done.written, done.shared) if each]
    changed = [each for each in both if each.changed]
    return [written_to(each) for each in changed or both[:1]]


def _person(made: Change) -> Item:
    """Return what is new about a person."""
    new = [
        f"{words}{now}"
        for name, words in _SHOWN.items()
        if (now := _said(made.after, name)) != _said(made.before, name)
    ]
    return item(", ".join(new), mark=f"{'+' if made.before is None else ' '} {made.key}")


def _said(value: FileModel | None, name: str) -> str:
    return ", ".join(texts_of(value, name))
