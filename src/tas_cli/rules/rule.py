"""What a check is: the one declaration that pages, reports and listings are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tas_cli.diagnostics import Diagnostic, Finding, Severity
from tas_cli.model.settings import Settings
from tas_cli.rules.scope import every_deal
from tas_cli.rules.subject import Entry, Subject

if TYPE_CHECKING:
    from tas_cli.reading.reading import Reading

Check = Callable[[Subject], Iterable[Finding]]
"""Looks at one opportunity that can be trusted as data, and yields what is wrong with it."""
Scope = Callable[[Subject], bool]
"""Whether a deal is one of those that a check is about."""
AcrossCheck = Callable[[Mapping[str, Entry]], Iterable[tuple[str, Finding]]]
"""Looks at all opportunities by file, and yields the file and what is wrong with it."""
SettingsCheck = Callable[[Settings], Iterable[Finding]]
"""Looks at the settings, and yields what is wrong with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check, told to people.

    `code` never changes and is never given to another check; `name` is for memory. `why` says why
    it matters, `instead` what to write. `bad` breaks this rule and no other, `good` is clean: both
    are whole opportunity files, or a sentence each where `about_content` is false and the check is
    about the file itself. One of the three checks finds it; none where reading the file does so
    already. `asked_of` says which deals `check` is about. `enabled` is false for what a workspace
    has to ask for.

    A finding has the rule's severity, or a lower one that it states itself.
    """

    code: str
    name: str
    severity: Severity
    since: str
    why: str
    bad: str | bytes
    good: str
    instead: str
    about_content: bool = True
    asked_of: Scope = every_deal
    check: Check | None = None
    check_across: AcrossCheck | None = None
    check_settings: SettingsCheck | None = None
    enabled: bool = True

    def findings(self, subject: Subject) -> Iterable[Finding]:
        """Return what this check finds in a deal, nothing where it is not asked of that deal."""
        return self.check(subject) if self.check and self.asked_of(subject) else ()

    def diagnostic(self, finding: Finding, reading: Reading[Any]) -> Diagnostic:
        """Return what this check found in a file, with its place there."""
        return reading.diagnostic(finding, self.code, self.severity)

    @property
    def bad_text(self) -> str:
        """The bad example as text, with bytes that are no text spelt out."""
        if isinstance(self.bad, bytes):
            return self.bad.decode("utf-8", errors="backslashreplace")
        return self.bad
