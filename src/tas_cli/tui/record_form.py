"""A form for a record of any noun, generated from its model: a line for each field."""

from __future__ import annotations

from collections.abc import Mapping

from tas_cli.edits.record_words import Words, change, removal
from tas_cli.edits.records import Change
from tas_cli.model.base import FileModel
from tas_cli.nouns.noun import Noun, by_id, records, texts_of
from tas_cli.refusals import WrongCall
from tas_cli.tui.field import Field
from tas_cli.tui.fields import Fields, FormLine, Values, Wrong
from tas_cli.tui.lines import OneOf
from tas_cli.tui.widgets import ink
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.page import DIM, STRONG

_KEY = "key"
"""The key of the line for a new record's short name; the lines of fields are numbered."""


class RecordForm(Fields):
    """Takes a record's fields, validated by the model; `made` is the change, or None.

        form = RecordForm(NOTES, opportunity, "2", interpreter)
        await app.open(form, done)
        update(seen, lambda now: edits_of(now, form.made, today))

    Without a key, the form is for a new record and starts with the values `given`. It leaves out
    mappings with free names and lists of mappings. A record whose lines are all emptied is removed.
    """

    def __init__(
        self,
        noun: Noun,
        owner: FileModel,
        key: str,
        interpreter: Interpreter,
        given: Mapping[str, str] | None = None,
    ) -> None:
        self._noun, self._owner, self._key, self._reader = noun, owner, key, interpreter
        self._fields = {
            f"field{at}": field
            for at, field in enumerate(noun.fields)
            if not field.name.endswith(".")
        }
        before = next((each.value for each in records(noun, owner) if each.key == key), None)
        self._before = {
            line: ", ".join(texts_of(before, field.name)) for line, field in self._fields.items()
        }
        self.made: Change | None = None
        new = (
            [FormLine(_KEY, "short name", "for commands")]
            if by_id(noun, owner) and not before
            else []
        )
        first = given if given and not before else {}
        asked = [
            FormLine(
                line,
                field.name,
                field.about,
                first.get(field.name, self._before[line]),
                kind="" if field.several else field.kind.error,
                field=field.name,
            )
            for line, field in self._fields.items()
        ]
        title = f"{noun.one.capitalize()} {key}".rstrip()
        how = "   to remove it, empty every line" if before else ""
        super().__init__(
            ink((title, STRONG), (how, DIM)), [*new, *asked], self._wrong, interpreter=interpreter
        )

    def line(self, asked: FormLine) -> Field:
        """Return the input that suits the field's type."""
        field = self._fields.get(asked.key)
        if field is None:
            return super().line(asked)
        to = self._noun.refers.get(field.name)
        options = list(getattr(self._owner, to)) if to else list(field.kind.names)
        if options and not field.several:
            return OneOf(options, asked.value, asked.key)
        return super().line(asked._replace(hint=", ".join(options) or asked.hint))

    def _wrong(self, values: Values) -> Wrong | None:
        """Make the change, or return what is wrong; a field's message starts with its name."""
        key = values.pop(_KEY, self._key)
        typed = [
            (self._fields[line].name, text)
            for line, text in values.items()
            if text != self._before[line]
        ]
        if not typed and key == self._key:
            return None
        try:
            if self._key and not any(values.values()):
                self.made = removal(self._noun, self._owner, self._key)
                return None
            self.made = change(self._noun, self._owner, Words(key, typed), {}, self._reader)
        except WrongCall as error:
            about = {field.name: line for line, field in self._fields.items()}
            begins = [name for name in about if error.message.startswith(name)]
            line = about[max(begins, key=len)] if begins else self._asked[0].key
            return Wrong(line, error.one_line)
        return None
