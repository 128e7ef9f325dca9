"""How severe a finding counts: the rule's own level, unless the settings or the caller differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property

from tas_cli.checking.selection import Selection
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.model.settings import Settings
from tas_cli.rules.catalogue import RULES

_OFF = "off"
_WAITING = frozenset(rule.code for rule in RULES if not rule.enabled)


class Levels:
    """The levels that a workspace's settings and a call give to findings."""

    def __init__(self, settings: Settings, selection: Selection) -> None:
        self._settings = settings
        self._selection = selection
        self._known: dict[tuple[str, Severity], Severity | None] = {}

    @cached_property
    def asked_for(self) -> frozenset[str]:
        """Return the rules that are off until they are named in full, and that somewhere are."""
        tables = (self._settings.rules, *self._settings.rules_for.values())
        named = {code for table in tables for code, level in table.items() if level != _OFF}
        return _WAITING & (named | set(self._selection.select))

    @cached_property
    def switched_off(self) -> tuple[str, ...]:
        """Return the codes, or beginnings of codes, that the settings switch off, even for a part.

        What is off anyway, or cannot be switched off, is not among them.
        """
        tables = (self._settings.rules, *self._settings.rules_for.values())
        named = {code for table in tables for code, level in table.items() if level == _OFF}
        return tuple(sorted(filter(_can_be_off, named)))

    def applied(self, found: Iterable[Diagnostic], name: Callable[[], str]) -> list[Diagnostic]:
        """Return a file's findings as they count; `name` gives its path from the root."""
        special = self._special(name()) if self._settings.rules_for else {}
        if self._plain and not special:
            return list(found)
        shown = []
        for each in found:
            severity = self._severity(each, special)
            if severity is not None:
                same = severity is each.severity
                shown.append(each if same else each._replace(severity=severity))
        return shown

    @cached_property
    def _plain(self) -> bool:
        """Whether every finding counts as it is, but for what is set for some files."""
        unset = not self._settings.rules and self._selection == Selection()
        return unset and not self.asked_for

    def _special(self, name: str) -> dict[str, str]:
        """Return what is set for the patterns that a file matches; of several the last counts."""
        special: dict[str, str] = {}
        for pattern, table in self._settings.rules_for.items():
            if _matches(name, pattern):
                special |= table
        return special

    def _named(self, code: str, special: Mapping[str, str]) -> bool:
        return any(
            code in names for names in (special, self._settings.rules, self._selection.select)
        )

    def _severity(self, found: Diagnostic, special: Mapping[str, str]) -> Severity | None:
        if not self._selection.wants(found.code):
            return None
        if found.severity is Severity.ERROR:
            return found.severity
        if found.code in _WAITING and not self._named(found.code, special):
            return None
        level = _set(found.code, special) or _set(found.code, self._settings.rules)
        if level is None:
            return found.severity
        return None if level == _OFF else Severity(level)


def _can_be_off(code: str) -> bool:
    """Whether there is a check of that code, or beginning, which only settings switch off."""
    return any(
        rule.code.startswith(code) and rule.enabled and rule.severity is not Severity.ERROR
        for rule in RULES
    )


def _matches(name: str, pattern: str) -> bool:
    """Whether a file's name from the root has a pattern's form.

    A `*` goes across folders, `**/` may stand for none, and a folder for all that is in it.
    """
    pattern = pattern.removeprefix("./") + ("*" if pattern.endswith("/") else "")
    return fnmatchcase(name, pattern) or fnmatchcase(name, pattern.replace("**/", ""))


def _set(code: str, table: Mapping[str, str]) -> str | None:
    """Return the level that a table sets for a code: by the longest beginning of it."""
    named = max((key for key in table if code.startswith(key)), key=len, default=None)
    return table[named] if named else None
