"""The forms of the people's screen: a person, a line for somebody new, evidence, the search."""

from __future__ import annotations

from functools import partial

from tas_cli.nouns.people import PEOPLE
from tas_cli.people.entry import EXAMPLE
from tas_cli.people.saving import Saving
from tas_cli.tui.evidence_form import evidence_form, evidence_of
from tas_cli.tui.fields import Values
from tas_cli.tui.line_form import Entry, Find
from tas_cli.tui.record_form import RecordForm
from tas_cli.tui.widgets import ink
from tas_cli.views.cells import fit

_LABEL = 24
"""The most cells of a name before a line to type."""


class Forms(Saving):
    """Opens the forms and puts their results into the session."""

    def pick(self, key: str) -> None:
        """Go to a person."""
        self.session.go(key)
        self.show()

    def action_remove(self) -> None:
        """Take the selected person off the map."""
        name = self.whom
        if self.session.shared:
            self.show(f"{name} is in the account's file. There: {self._removing}")
        elif self.session.selected:
            self.session.remove()
            self.show(f"{name} is off the map. Press u to undo.")

    async def action_edit(self) -> None:
        """Open the form with all fields of the selected person."""
        if not self.session.selected:
            await self.action_add()
            return
        reader = self.session.interpreter
        form = RecordForm(PEOPLE, self.session.now, self.session.cursor, reader)

        def take(_: Values) -> None:
            if form.made and form.made.after is None:
                self.action_remove()
            elif form.made:
                self.session.make(form.made)
                self.show()

        await self.open(form, take)

    async def action_evidence(self) -> None:
        """Take evidence for what the map says of the selected person."""
        person, reader = self.session.selected, self.session.interpreter

        def take(values: Values) -> None:
            self.session.add_evidence(evidence_of(values))
            self.changed("Evidence added")

        if person:
            title = ink("What shows this about ", (self.whom, "bold"))
            await self.open(
                evidence_form(title, evidence_of({"when": str(reader.today)}), "add", reader), take
            )

    async def action_add(self) -> None:
        """Add a person from one line."""
        await self._add(None)

    async def action_below(self) -> None:
        """Add a person who reports to the selected one."""
        await self._add(self.session.cursor or None)

    async def _add(self, boss: str | None) -> None:
        label = f"Below {fit(self.whom, _LABEL).rstrip()}" if boss else "Add"
        form = Entry(label, EXAMPLE, partial(self.session.add, boss))
        await self.open(form, lambda _: self.share_out())

    async def action_find(self) -> None:
        """Find a person; the cursor follows the search, and goes back if it is canceled."""
        before = self.session.cursor
        form = Find(self._search, "name or title")
        await self.open(form, lambda _: self.show(), partial(self.pick, before))

    def _search(self, words: str, at: int) -> str:
        found = self.session.matching(words)
        if found:
            self.pick(found[at % len(found)])
        if not words.strip():
            return ""
        return f"{at % len(found) + 1} of {len(found)}" if found else "no match"

    @property
    def _removing(self) -> str:
        account = f"accounts/{self.session.opportunity.account}.yaml"
        return f"tas people {account} {self.session.cursor} --remove"

    @property
    def whom(self) -> str:
        """The selected person's name, or short name."""
        person = self.session.selected
        return (person and person.name) or self.session.cursor

    def changed(self, what: str) -> None:
        """Show a change to the selected person."""
        self.show(f"{self.whom}: {what}" if self.session.selected else "Press a to add somebody.")
