"""Edits of competitors: `tas competitors` adds, renames and removes them.

Many places of a file have a competitor's id, and all of them change with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.diagnostics import Path
from tas_cli.edits import records
from tas_cli.edits.history import kept, name_kept
from tas_cli.edits.records import Change, Loses
from tas_cli.edits.unrate import unrate
from tas_cli.method.catalogue import NOBODY, US
from tas_cli.model.opportunity import Competitor, Opportunity
from tas_cli.model.paths import value_at
from tas_cli.model.tracked import COMPETITOR, out_field
from tas_cli.nouns.competitors import CompetitorRecord
from tas_cli.nouns.noun import content
from tas_cli.nouns.noun import records as records_of
from tas_cli.nouns.stored import stored_in
from tas_cli.reading.nearest import did_you_mean
from tas_cli.reading.parties import parties_named
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, First, Put, Rename
from tas_cli.words import counted, enumerated


def key(now: Opportunity, typed: str) -> str:
    """Return the short name of the competitor that has this name."""
    found = [each for each in parties_named(typed, now) if each != US] if typed else []
    return found[0] if len(found) == 1 else typed


def edits(now: Opportunity, made: Change, day: date) -> Iterable[Edit]:
    """Return the edits of a change to a competitor.

    Raises:
        WrongCall: its id is taken or reserved, or it is new and has no name.
        Loses: its ratings would be lost.
    """
    before, after = made.before, made.after
    if not isinstance(after, CompetitorRecord):
        return _removed(now, made, day)
    if not isinstance(before, CompetitorRecord):
        return _added(now, made, after, day)
    promoted = after.primary == "yes" and not before.primary
    if promoted and after.out:
        raise WrongCall(
            f"{made.key} is out of the race, so it cannot be the primary competitor.",
            "Bring it back first: out=.",
        )
    if after.primary == "no" and before.primary:
        raise WrongCall(
            f"{made.key} stays the primary competitor until another one is.",
            "Make another one the primary: primary=yes.",
        )
    return [*([First(made.path)] if promoted else ()), *_changed(now, made, after, day)]


def _added(now: Opportunity, made: Change, new: CompetitorRecord, day: date) -> Iterator[Edit]:
    """Yield the edits that add a competitor."""
    _refuse_taken(now, new.id)
    if not new.name:
        raise WrongCall(
            f"there is no competitor {new.id!r}.",
            did_you_mean(
                new.id, [*now.competitors], f'To add it: `tas competitors ID {new.id} name="…"`.'
            ),
        )
    yield Put(made.path, content(_stored(new)), called=made.called)
    if new.primary == "yes":
        yield First(made.path)
    yield from _incumbents(now, _holding(now, new.id, new))
    yield from _named(now, made, day)


def _changed(now: Opportunity, made: Change, after: CompetitorRecord, day: date) -> Iterator[Edit]:
    """Yield the edits that change a competitor's fields or id."""
    was, left = now.competitors.get(made.key), _stored(after)
    if content(left):
        yield from records.edits(made._replace(before=was, after=left))
    elif content(was):
        yield Put(made.path, {}, called=made.called)
    if after.id != made.key:
        _refuse_taken(now, after.id)
        yield from _renamed(now, made.key, after.id)
    yield from _incumbents(now, _holding(now, made.key, after))
    yield from _named(now, made, day)


def _stored(record: CompetitorRecord) -> Competitor:
    """Return a competitor as the file has it under its id."""
    return Competitor.model_construct(
        **{name: getattr(record, name) for name in Competitor.model_fields}
    )


def _refuse_taken(now: Opportunity, key: str) -> None:
    if key in (US, NOBODY):
        raise WrongCall(f"{key!r} cannot be a competitor's short name: it is reserved.")
    if key in now.competitors:
        raise WrongCall(f"there is a competitor {key!r} already.", "Use another short name.")


def _named(now: Opportunity, made: Change, day: date) -> list[Edit]:
    """Return the history entries for its name, or the id where it has none, and its exit."""
    after = made.after
    known = now.competitors.get(made.key)
    shown = (after.name or after.id) if isinstance(after, CompetitorRecord) else None
    key = after.id if isinstance(after, CompetitorRecord) else made.key
    was = known.out.date if known and known.out else None
    out = after.out.date if isinstance(after, CompetitorRecord) and after.out else None
    return [
        *name_kept(now, made.key, shown, day, as_key=key),
        *(kept(now, out_field(key), was, out, day, dated=False) if after else ()),
    ]


def _renamed(now: Opportunity, old: str, new: str) -> Iterator[Edit]:
    """Yield the edits that put a new id in every place of the old one."""
    yield Rename(("competitors", old), new)
    for at, each in enumerate(now.assessments):
        for criterion, party in each.cells:
            if party == old:
                yield Rename(("assessments", at, "ratings", criterion, old), new)
    if now.closed and now.closed.to == old:
        yield Put(("closed", "to"), new)
    for place in (*_mentions(now, old), *_value_of(now, old)):
        yield Rename(place, new) if place[-1] == old else Put(place, new)
    fields = {COMPETITOR + old: COMPETITOR + new, out_field(old): out_field(new)}
    for at, entry in enumerate(now.history):
        if entry.field in fields:
            yield Put(("history", at, "field"), fields[entry.field])


def _mentions(now: Opportunity, key: str) -> Iterator[Path]:
    """Yield the places where records name a competitor."""
    for noun in stored_in(now):
        fields = [field for field, to in noun.refers.items() if to == "competitors"]
        for record in records_of(noun, now) if fields else ():
            for field in fields:
                place = (*record.path, *field.removesuffix(".").split("."))
                names = value_at(now, place)
                if names and key in names:
                    yield *place, key if isinstance(names, dict) else names.index(key)


def _value_of(now: Opportunity, key: str) -> list[Path]:
    """Return the place of the value in figures of a competitor's offer, if the file has it."""
    return [("value", "rivals", key)] if now.value and key in now.value.rivals else []


def _holding(now: Opportunity, old: str, after: CompetitorRecord) -> list[str]:
    """Return the incumbents with a competitor among them or not, by its new id."""
    held = now.incumbent or []
    if after.incumbent == "yes" and old not in held:
        held = [*(each for each in held if each != NOBODY), old]
    elif after.incumbent == "no":
        held = [each for each in held if each != old]
    return [after.id if each == old else each for each in held]


def _incumbents(now: Opportunity, names: list[str]) -> Iterator[Edit]:
    """Yield the edit of the incumbents, if they change; a single one needs no brackets."""
    if names != (now.incumbent or []):
        yield Put(("incumbent",), names[0] if len(names) == 1 else names or "")


def _removed(now: Opportunity, made: Change, day: date) -> Iterator[Edit]:
    """Yield the edits that remove a competitor with everything that is said about it."""
    cells = [where for each in now.assessments for where in each.cells if where[1] == made.key]
    mentions, value = [*_mentions(now, made.key)], _value_of(now, made.key)
    counts = {"rating": len(cells), "mention": len(mentions)}
    lost = [counted(many, what) for what, many in counts.items() if many]
    if (lost or value) and not made.replace:
        listed = enumerated([*lost, *(["the value of its offer"] if value else [])])
        raise Loses(
            f"removing {made.key} also removes {listed}.",
            "Add --replace to remove it all, or keep it and say out=DATE.",
        )
    yield from unrate(now, cells, None)
    yield from (Put(place, "") for place in (*mentions, *value))
    yield from _incumbents(now, [each for each in now.incumbent or () if each != made.key])
    if now.closed and now.closed.to == made.key:
        yield Put(("closed", "to"), "")
    yield Put(made.path, "", called=made.called)
    yield from _named(now, made, day)
