"""The severity of a finding: the rule's, unless the settings or the caller change it."""

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
    """The severities that a workspace's settings and a call give to findings."""

    def __init__(self, settings: Settings, selection: Selection) -> None:
        self._settings = settings
        self._selection = selection
        self._known: dict[tuple[str, Severity], Severity | None] = {}

    @cached_property
    def asked_for(self) -> frozenset[str]:
        """Return the rules that are off by default and that are named in full somewhere."""
        tables = (self._settings.rules, *self._settings.rules_for.values())
        named = {code for table in tables for code, level in table.items() if level != _OFF}
        return _WAITING & (named | set(self._selection.select))

    @cached_property
    def switched_off(self) -> tuple[str, ...]:
        """Return the codes, or beginnings of codes, that the settings turn off, at least in part.

        Those that are off by default, or cannot be turned off, are left out.
        """
        tables = (self._settings.rules, *self._settings.rules_for.values())
        named = {code for table in tables for code, level in table.items() if level == _OFF}
        return tuple(sorted(filter(_can_be_off, named)))

    def applied(self, found: Iterable[Diagnostic], name: Callable[[], str]) -> list[Diagnostic]:
        """Return a file's findings with their severities; `name` returns its path from the root."""
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
        """Whether every finding keeps its severity, except for what is set for some files."""
        unset = not self._settings.rules and self._selection == Selection()
        return unset and not self.asked_for

    def _special(self, name: str) -> dict[str, str]:
        """Return what is set for the patterns that a file matches; the last one wins."""
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
    """Whether a check has that code, or beginning, and can be turned off in the settings."""
    return any(
        rule.code.startswith(code) and rule.enabled and rule.severity is not Severity.ERROR
        for rule in RULES
    )


def _matches(name: str, pattern: str) -> bool:
    """Whether a file's path from the root matches a pattern.

    A `*` matches across folders, `**/` also matches nothing, and a folder matches all its files.
    """
    pattern = pattern.removeprefix("./") + ("*" if pattern.endswith("/") else "")
    return fnmatchcase(name, pattern) or fnmatchcase(name, pattern.replace("**/", ""))


def _set(code: str, table: Mapping[str, str]) -> str | None:
    """Return the level that a table sets for a code; the longest matching beginning wins."""
    named = max((key for key in table if code.startswith(key)), key=len, default=None)
    return table[named] if named else None
