"""The fields that a page's command sets by names of their own: `tas plan ID goal="…"`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tas_cli.diagnostics import Path
from tas_cli.edits.fields import Asked, checked
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import annotation_at, kind_of
from tas_cli.model.scalars import NAME_PATTERN
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.values import Value
from tas_cli.typed.interpreter import Interpreter


@dataclass(frozen=True, kw_only=True)
class NamedFields:
    """Fields by the names in a call, with their places in the file.

    `cleared` are what an empty value clears as a whole; for those that are no field, `parts` has an
    example of one within. Any name can follow those in `beginnings`. `readers` read the texts of
    fields that are not scalars. `example` is a call's assignment, and `otherwise` is advice on what
    an unknown name can be.
    """

    paths: Mapping[str, Path]
    cleared: Mapping[str, Path]
    parts: Mapping[str, str]
    example: str
    otherwise: str = ""
    beginnings: Mapping[str, Path] = field(default_factory=dict)
    readers: Mapping[str, Callable[[str, Interpreter], Value]] = field(default_factory=dict)

    def asked(
        self, assignments: Iterable[str], interpreter: Interpreter, others: Collection[str] = ()
    ) -> dict[str, Asked]:
        """Read assignments, each `field=value`, and check them; `others` are names to suggest, too.

        Raises:
            WrongCall: one of them is invalid; the message says which, and why.
        """
        found: dict[str, Asked] = {}
        for each in assignments:
            for asked in self.read(*self._pair(each, others), interpreter):
                if asked.field in found:
                    raise WrongCall(f"{asked.field} is given twice.")
                found[asked.field] = asked
        return found

    def read(self, name: str, text: str, interpreter: Interpreter) -> Iterator[Asked]:
        """Yield what a text for a field asks for; an empty one clears it."""
        if name in self.cleared and not text:
            yield Asked(name, self.cleared[name], "", None)
            return
        path = self.paths.get(name) or self._begun(name)
        if not path:
            part = self.parts[name]
            raise WrongCall(f"{name} is not one field.", f"Write {part}; {name}= clears all of it.")
        if not text:
            yield Asked(name, path, "", None)
            return
        reader = self.readers.get(name)
        value = reader(text, interpreter) if reader else _typed(name, path, text, interpreter)
        yield Asked(name, path, value, checked(name, path, value))

    def _pair(self, assignment: str, others: Collection[str]) -> tuple[str, str]:
        name, equals, text = (part.strip() for part in assignment.partition("="))
        if not (name in self.paths or name in self.cleared or self._begun(name)):
            open_ended = (f"{each}NAME" for each in self.beginnings)
            listed = f"Fields: {', '.join((*self.paths, *open_ended))}."
            if self.otherwise and equals and re.fullmatch(NAME_PATTERN, name):
                listed = f"{self.otherwise.format(name)} {listed}"
            advice = did_you_mean(name, [*self.paths, *others], listed)
            raise WrongCall(f"unknown field {name!r}.", advice)
        if not equals:
            advice = f"Write FIELD=VALUE: {self.example}."
            raise WrongCall(f"no value given for {assignment!r}.", advice)
        return name, text

    def _begun(self, name: str) -> Path | None:
        found = (each for each in self.beginnings if name.startswith(each))
        begun = next(found, None)
        return None if begun is None else (*self.beginnings[begun], name.removeprefix(begun))


def _typed(name: str, path: Path, text: str, interpreter: Interpreter) -> str:
    kind = kind_of(annotation_at(Opportunity, path))
    return interpreter.spelled(kind.error, text, name) if kind else text
