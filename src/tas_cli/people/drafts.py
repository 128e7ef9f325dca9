"""Drafts of people on the full screen: the unsaved ones, each with what the file said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tas_cli.model.person import Person
from tas_cli.nouns.noun import content
from tas_cli.people.unsaved import Edited, Unsaved
from tas_cli.source.paths import real
from tas_cli.source.private import parsed
from tas_cli.tui.draft_files import DraftFiles
from tas_cli.tui.drafts import Drafts, Offer
from tas_cli.words import counted, some

if TYPE_CHECKING:
    from tas_cli.people.app import PeopleApp


class PeopleDrafts(Drafts[Unsaved]):
    """The drafts about the people of a deal."""

    def __init__(self, app: PeopleApp) -> None:
        self._session = app.session
        super().__init__(app, DraftFiles("people", str(real(app.deal.path))))

    def state(self) -> Unsaved:
        """Return the unsaved people."""
        return self._session.unsaved

    def written(self) -> Any:
        """Return them as JSON values; None if everything is saved."""
        if not self.state():
            return None
        return {
            key: {"base": _plain(each.base), "now": _plain(each.now)}
            for key, each in self.state().items()
        }

    def read(self, data: bytes) -> Offer[Unsaved] | None:
        """Return what an interrupted session left, or None if it left nothing."""
        state = {
            str(key): Edited(_person(each["base"]), _person(each["now"]))
            for key, each in parsed(data).items()
        }
        names = [(each.now and each.now.name) or key for key, each in state.items()]
        about = f"{counted(len(names), 'change')}, not saved: {some(names)}"
        return Offer("Unsaved draft", [about], state) if state else None


def _plain(person: Person | None) -> Any:
    return None if person is None else content(person)


def _person(document: Any) -> Person | None:
    return None if document is None else Person.model_validate(document)
