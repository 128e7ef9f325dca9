"""Who owns deals and actions: tas.yaml gives people an id and a name, and both are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tas_cli.model.settings import Member
from tas_cli.reading.nearest import nearest
from tas_cli.refusals import WrongCall
from tas_cli.source.characters import folded
from tas_cli.words import some


class Owners:
    """The people of a team by id and by name; ids come first."""

    def __init__(self, team: Mapping[str, Member]) -> None:
        self._team = team
        self._ids: dict[str, list[str]] = {}
        for key, member in team.items():
            if member.name:
                self._ids.setdefault(folded(member.name), []).append(key)
        self._ids |= {folded(key): [key] for key in team}

    def person(self, owner: str | None) -> str | None:
        """Return the id of a person on the team, otherwise the owner as written."""
        if not owner:
            return None
        ids = self._ids.get(folded(owner), [])
        return ids[0] if len(ids) == 1 else owner

    def same(self, owner: str | None, person: str | None) -> bool:
        """Whether an owner is that person, as returned by `wanted`; None means anybody."""
        return person is None or folded(self.person(owner) or "") == folded(person)

    def team_of(self, owner: str | None) -> str | None:
        """Return an owner's team."""
        member = self._team.get(self.person(owner) or "")
        return member.team if member else None

    def wanted(
        self, typed: str | None, owners: Iterable[str | None], option: str = "owner"
    ) -> str | None:
        """Return the person that a user means: on the team, or named in a file.

        If nothing was typed, return None: anybody. `option` is the name of the option.

        Raises:
            WrongCall: two people of the team have that name, or nobody has it.
        """
        if typed is None:
            return None
        ids = self._ids.get(folded(typed), [])
        if len(ids) > 1:
            message = f"--{option} {typed}: several people have that name."
            raise WrongCall(message, f"Use one of: {', '.join(ids)}.")
        known = {person: person for person in self._team}
        known |= {person: person for each in owners if (person := self.person(each))}
        found = self.person(typed) or ""
        if any(folded(person) == folded(found) for person in known):
            return found
        partly = self._partly(typed, known)
        if len(partly) == 1:
            return partly[0]
        if partly:
            message = f"--{option} {typed}: several people have that name."
            raise WrongCall(message, f"Use one of: {', '.join(partly)}.")
        raise _unknown(option, typed, self._near(typed, known), sorted(known, key=folded))

    def wanted_team(self, typed: str) -> str:
        """Return the team that a user means, as tas.yaml writes it.

        Raises:
            WrongCall: there is no such team.
        """
        known = sorted({member.team for member in self._team.values() if member.team})
        for name in known:
            if folded(name) == folded(typed):
                return name
        raise _unknown("team", typed, nearest(typed, known), known)

    def unknown(self, owner: str | None) -> bool:
        """Whether somebody is not on the team; without a team, anybody is accepted."""
        return bool(owner and self._team) and folded(owner or "") not in self._ids

    def advice(self, owner: str) -> str:
        """Return what to do about somebody unknown: who was probably meant, or how to add them."""
        near = self._near(owner, {person: person for person in self._team})
        add = f"add `{owner}` under `team:` in tas.yaml"
        return f"did you mean `{near}`? Otherwise {add}" if near else add

    def _partly(self, typed: str, known: Iterable[str]) -> list[str]:
        """Return the people whose name has all words typed: `dana` is Dana Whitfield."""
        named = [(key, member.name or "") for key, member in self._team.items()]
        wanted = set(folded(typed).split())
        found = (
            key
            for key, name in (*named, *((each, each) for each in known))
            if wanted and wanted <= set(folded(name).split())
        )
        return list(dict.fromkeys(found))

    def _near(self, typed: str, known: Mapping[str, str]) -> str | None:
        """Return the person with the nearest name; a full name leads to the id as well."""
        named = {**{each.name: key for key, each in self._team.items() if each.name}, **known}
        near = nearest(typed, named)
        return named[near] if near else None


def _unknown(what: str, typed: str, meant: str | None, known: list[str]) -> WrongCall:
    """Return the refusal of an unknown name: who was probably meant, and who there is."""
    listed = (
        f"Known {what}s: {some(known)}."
        if known
        else f"There are no {what}s yet: add one under team: in tas.yaml."
    )
    near = f"Did you mean {meant}? " if meant else ""
    return WrongCall(f"--{what} {typed}: there is no such {what}.", near + listed)
