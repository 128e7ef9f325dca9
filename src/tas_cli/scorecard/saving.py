"""Saving: writes all unsaved changes at the same time, and asks about changes by others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from tas_cli.edits.choice import Answer, choose, state
from tas_cli.edits.rate import discarded, rate
from tas_cli.edits.unrate import taken_back, unrate
from tas_cli.model.opportunity import Opportunity
from tas_cli.scorecard.clashes import Clash
from tas_cli.scorecard.forms import Forms
from tas_cli.scorecard.preview import dated
from tas_cli.scorecard.questions import clash_question, losses_listed
from tas_cli.scorecard.unsaved import Unsaved
from tas_cli.source.edit import Edit
from tas_cli.tui.choice import BACK, Option
from tas_cli.tui.session_app import Ask, Follow, Ways
from tas_cli.views.changed import TO_UNDO
from tas_cli.writing import Written

Mine = tuple[bool, ...]
"""The answers to clashes: True keeps mine."""
_REMOVES = "The new ratings remove evidence added today"
_TAKES_BACK = "Taking ratings back removes their evidence and notes"


class Saving(Forms):
    """Writes the session, after asking what has to be asked first."""

    by: str | None
    """The person rating the deal, if known."""

    async def save(self, *, close: bool = False, replace: bool = False) -> None:
        """Write the unsaved changes, asking about changes by others.

        Also ask before removing evidence added today with its sign, unless `replace` is set.
        """
        if self.session.unsaved.number and self.session.reason_missing:
            await self.choose(partial(self.save, close=close))
            return
        if self.session.unsaved.number:
            written = await self.write(partial(self._plan, close=close, replace=replace))
            if written is None:
                return
            self._saved(written)
        else:
            self.show("Nothing to save.")
        if close:
            await self.close()

    def _plan(self, now: Opportunity, *, close: bool, replace: bool) -> list[Edit]:
        clashes = self.session.clashes(now)
        if clashes:
            raise Ask(partial(self._resolve, clashes, now, close=close))
        unsaved = self.session.unsaved
        losses = discarded(now, self.session.day, unsaved.rated())
        lost = [
            *((cell.where, before.model_copy(update={"note": None})) for cell, before in losses),
            *((where, cell) for where, _, cell in taken_back(now, unsaved.unrated)),
        ]
        if lost and not replace:
            again = partial(self.save, close=close, replace=True)
            ways: Ways = {Option("r", "remove it"): again, BACK: self._not_saved}
            title = _REMOVES if losses else _TAKES_BACK
            raise Ask(partial(self.ask, title, losses_listed(lost, now), ways, careful=True))
        return planned(now, self.session.unsaved, self.session.day, self.by)

    def _not_saved(self) -> None:
        self.show("Not saved.")

    def _saved(self, written: Written[Opportunity]) -> None:
        rated = f" in the assessment of {self.session.day}"
        words = f"Saved {self.session.unsaved.counted(one='1', rated=rated)}."
        self.session.saved(written.now)
        self.notes.append(f"{words} {TO_UNDO}." if written.discards else words)
        self.share_out()
        self.show(words)

    async def _resolve(
        self, clashes: list[Clash], now: Opportunity, answers: Mine = (), *, close: bool
    ) -> None:
        """Ask for each clash whether to keep mine or theirs, then save again."""
        rest = clashes[len(answers) :]
        if rest:

            def go_on(more: Mine) -> Follow:
                return partial(self._resolve, clashes, now, answers + more, close=close)

            await self.ask(
                *clash_question(rest[0], now), {**_ways(rest, go_on), BACK: self._not_saved}
            )
            return
        for clash, mine in zip(clashes, answers, strict=True):
            self.session.decide(clash, mine=mine)
        self.session.adopt(now)
        self.share_out()
        await self.save(close=close)


def _ways(rest: list[Clash], go_on: Callable[[Mine], Follow]) -> Ways:
    """Return the options for the first clash, and for all remaining ones together."""
    if rest[0].orphaned:
        return {Option("t", "drop mine"): go_on((False,))}
    number = len(rest)
    one = {Option("m", "mine"): go_on((True,)), Option("t", "theirs"): go_on((False,))}
    every = {
        Option("M", f"all {number} mine"): go_on((True,) * number),
        Option("T", f"all {number} theirs"): go_on((False,) * number),
    }
    return {**one, **every} if number > 1 else one


def planned(now: Opportunity, unsaved: Unsaved, day: date, by: str | None) -> list[Edit]:
    """Return the edits of a save, for the current content of the file.

    Clashes have been resolved by now, so the edits may overwrite what is there.
    """
    rated = unsaved.rated()
    edits = rate(now, day, rated, by or now.owner)
    edits += unrate(now, unsaved.unrated, None, extended=day if rated else None)
    if unsaved.choice is not None:
        choice = dated(unsaved.choice, now, day)._replace(by=by)
        edits += choose(now, choice, day)
    for step, new in unsaved.answers.items():
        stated = Answer(step, new.answer, new.because) if new else Answer(step, None)
        edits += state(now, stated, day)
    return edits
