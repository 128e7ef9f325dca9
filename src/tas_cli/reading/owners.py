"""Who owns deals and actions: people answer to the id and to the name that tas.yaml gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tas_cli.model.settings import Member
from tas_cli.reading.nearest import nearest
from tas_cli.source.characters import folded


class UnknownOwner(Exception):  # noqa: N818 - the caller turns it into an exit status
    """Nobody is called so; `meant` is who was probably meant, `known` everybody there is."""

    def __init__(self, name: str, meant: str | None, known: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.meant = meant
        self.known = known


class TwoOwners(Exception):  # noqa: N818 - as above
    """Several people of the team have that name; `ids` tell them apart."""

    def __init__(self, name: str, ids: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.ids = ids


class Owners:
    """The people of a team by all that they are called; ids come before names."""

    def __init__(self, team: Mapping[str, Member]) -> None:
        self._team = team
        self._ids: dict[str, list[str]] = {}
        for key, member in team.items():
            if member.name:
                self._ids.setdefault(folded(member.name), []).append(key)
        self._ids |= {folded(key): [key] for key in team}

    def person(self, owner: str | None) -> str | None:
        """Return the id of who is in the team, else the owner as it is written."""
        if not owner:
            return None
        ids = self._ids.get(folded(owner), [])
        return ids[0] if len(ids) == 1 else owner

    def same(self, owner: str | None, person: str) -> bool:
        """Whether an owner is that person, as `wanted` returns one."""
        return folded(self.person(owner) or "") == folded(person)

    def team_of(self, owner: str | None) -> str | None:
        """Return the team that an owner belongs to."""
        member = self._team.get(self.person(owner) or "")
        return member.team if member else None

    def wanted(self, typed: str, owners: Iterable[str | None]) -> str:
        """Return the person that a user means: of the team, or of those whom files name.

        Raises:
            TwoOwners: two people of the team have that name.
            UnknownOwner: nobody is called so.
        """
        ids = self._ids.get(folded(typed), [])
        if len(ids) > 1:
            raise TwoOwners(typed, ids)
        known = {person: person for person in self._team}
        known |= {person: person for each in owners if (person := self.person(each))}
        found = self.person(typed) or ""
        if any(folded(person) == folded(found) for person in known):
            return found
        raise UnknownOwner(typed, self._near(typed, known), sorted(known, key=folded))

    def unknown(self, owner: str | None) -> bool:
        """Whether somebody is nobody of the team; where there is no team anybody will do."""
        return bool(owner and self._team) and folded(owner or "") not in self._ids

    def advice(self, owner: str) -> str:
        """Return what to write for somebody unknown: who was probably meant, or a new member."""
        near = self._near(owner, {person: person for person in self._team})
        add = f"add `{owner}` under `team:` in tas.yaml"
        return f"did you mean `{near}`? Else {add}" if near else add

    def _near(self, typed: str, known: Mapping[str, str]) -> str | None:
        """Return who is called nearly so; a person's full name leads to the id as well."""
        named = {**{each.name: key for key, each in self._team.items() if each.name}, **known}
        near = nearest(typed, named)
        return named[near] if near else None
