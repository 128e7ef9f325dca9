"""A check's declaration: pages, reports and lists are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tas_cli.diagnostics import Diagnostic, Finding, Severity, filled_in
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.settings import Settings
from tas_cli.rules.scope import every_deal
from tas_cli.rules.subject import Entry, Subject

if TYPE_CHECKING:
    from tas_cli.reading.reading import Reading

Check = Callable[[Subject], Iterable[Finding]]
"""Looks at one opportunity that can be trusted as data, and yields what is wrong with it."""
Scope = Callable[[Subject], bool]
"""Whether a check covers a deal."""
AcrossCheck = Callable[[Mapping[str, Entry]], Iterable[tuple[str, Finding]]]
"""Looks at all opportunities by file, and yields the file and what is wrong with it."""
SettingsCheck = Callable[[Settings], Iterable[Finding]]
"""Looks at the settings, and yields what is wrong with them."""
AccountCheck = Callable[[Account, date], Iterable[Finding]]
"""Looks at an account on a day, and yields what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check, with what pages and reports say about it.

    `code` never changes and is never reused; `name` is easier to remember. `why` says why the check
    matters, `instead` how to fix a finding. `bad` breaks this rule and no other, `good` is clean:
    each is a whole opportunity file, or a sentence if `about_content` is false and the check is
    about the file itself. One of its checks finds it, or none if reading the file already
    does. `asked_of` says which deals `check` covers. `enabled` is false for checks that a workspace
    has to switch on.

    A finding has the rule's severity, or a lower one of its own.
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
    check_account: AccountCheck | None = None
    enabled: bool = True

    def findings(self, subject: Subject) -> Iterable[Finding]:
        """Return what this check finds in a deal: nothing if the deal is out of its scope."""
        return self.check(subject) if self.check and self.asked_of(subject) else ()

    def findings_elsewhere(self, value: FileModel | None, day: date) -> Iterable[Finding]:
        """Return what this check finds in the settings or an account on a day."""
        if self.check_settings and isinstance(value, Settings):
            return self.check_settings(value)
        if self.check_account and isinstance(value, Account):
            return self.check_account(value, day)
        return ()

    def diagnostic(self, finding: Finding, reading: Reading[Any]) -> Diagnostic:
        """Return a finding of this check, with its place in the file."""
        found = reading.diagnostic(finding, self.code, self.severity)
        return found._replace(help=filled_in(found.help, reading.file)) if reading.file else found

    @property
    def level(self) -> str:
        """The severity as pages say it: an info is shown as a hint."""
        return "info (shown as a hint)" if self.severity is Severity.INFO else self.severity

    @property
    def bad_text(self) -> str:
        """The bad example as text; bytes that are not UTF-8 are spelled out."""
        if isinstance(self.bad, bytes):
            return self.bad.decode("utf-8", errors="backslashreplace")
        return self.bad
