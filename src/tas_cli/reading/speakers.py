"""Who on the map a text names: people by short name or by name. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tas_cli.model.person import Person
from tas_cli.reading.names import bare, joined, people
from tas_cli.source.characters import folded
from tas_cli.typed.unaccented import unaccented


class Speakers:
    """The people on the map, to be found by the words with which a text names them.

    What a text means is remembered: evidence names the same few people again and again.

    Somebody goes by their short name, their whole name, an initial with the last name or the last
    name alone, each with or without a role and accents. What could be two people is neither.
    """

    def __init__(self, everybody: Mapping[str, Person]) -> None:
        self.everybody = everybody
        whole: dict[str, list[str]] = {}
        short: dict[str, list[str]] = {}
        for key, person in everybody.items():
            name, *others = _forms(person.name or "")
            whole.setdefault(name, []).append(key)
            for form in others:
                short.setdefault(form, []).append(key)
        self._by_name = (whole, short)
        self._keys: dict[str, str | None] = {}
        self._said: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self.everybody)

    def key(self, person: str) -> str | None:
        """Return the short name of the person whom a text names; None if it is nobody."""
        if person not in self._keys:
            self._keys[person] = self._key(person)
        return self._keys[person]

    def _key(self, person: str) -> str | None:
        name = bare(person)
        if folded(name) in self.everybody:
            return folded(name)
        words = _words(name)
        ids = next((found[words] for found in self._by_name if words in found), [])
        return ids[0] if words and len(ids) == 1 else None

    def ids(self, who: str | None) -> list[str]:
        """Return the short names of all people on the map whom a text names."""
        found = (self.key(each) for each in self.each(who))
        return list(dict.fromkeys(key for key in found if key))

    def each(self, who: str | None) -> list[str]:
        """Return the people whom a text names, on the map or not: `kessler, ruiz` are two."""
        if not who:
            return []
        if who not in self._said:
            self._said[who] = self._each(who)
        return self._said[who]

    def _each(self, who: str) -> list[str]:
        found: list[str] = []
        for name in (name for each in people(who) for name in self._apart(each)):
            if found and self._is_title(name, found[-1]):
                found[-1] += f", {name}"
            else:
                found.append(name)
        return found

    def _is_title(self, text: str, name: str) -> bool:
        """Whether a text behind a name is that person's title on the map, in whatever language."""
        title = self.everybody[key].title if (key := self.key(name)) else None
        return title is not None and folded(title) == folded(text)

    def _apart(self, person: str) -> list[str]:
        several = [each.strip() for each in person.split(",")]
        return several if all(folded(each) in self.everybody for each in several) else [person]

    def voice(self, person: str) -> str | None:
        """Return what makes all ways to name somebody on the map equal; None for anybody else."""
        key = self.key(person)
        if key is None:
            return None
        name = folded(bare(self.everybody[key].name or ""))
        return name if self.key(name) == key else key

    def titled(self, key: str) -> str:
        """Return a person's name and title, or the short name if there is no name."""
        return self.everybody[key].titled(key)

    def names(self, key: str | None) -> tuple[str, ...]:
        """Return the words by which somebody on the map is found; none for anybody else."""
        return (self.titled(key), key) if key else ()

    def shown(self, who: str | None) -> str:
        """Return a text that names people, with name and title in place of each short name."""
        if not who or not self.everybody:
            return who or ""
        each = self.each(who)
        if not any(folded(bare(person)) in self.everybody for person in each):
            return who
        return joined(map(self._shown, each)) or who

    def listed(self, names: Sequence[str]) -> str:
        """Return people as one text, with name and title in place of short names."""
        shown = [*map(self.shown, names)]
        return (", " if shown == [*names] else "; ").join(shown)

    def _shown(self, person: str) -> str:
        key = folded(bare(person))
        return self.titled(key) if key in self.everybody else person


def _words(name: str) -> str:
    return " ".join(unaccented(folded(name)).replace(".", " ").split())


def _forms(name: str) -> tuple[str, ...]:
    """Return a name as a whole, then in short: first and last name, initial and last name, last."""
    words = _words(bare(name)).split()
    if len(words) < 2:
        return (" ".join(words),)
    first, last = words[0], words[-1]
    return (" ".join(words), f"{first} {last}", f"{first[0]} {last}", last)
