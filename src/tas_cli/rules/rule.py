"""What a check is: the one declaration that pages, reports and listings are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tas_cli.diagnostics import Finding, Severity

Check = Callable[[Any], Iterable[Finding]]
"""Looks at what was read and yields what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check, told to people.

    `code` never changes and is never given to another check; `name` is for memory. `why` says why
    it matters, `instead` what to write. `bad` breaks this rule and no other, `good` is clean: both
    are whole opportunity files, or a sentence each where `about_content` is false and the check is
    about the file itself. `check` finds it; None where reading the file does so already.
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
    check: Check | None = None

    @property
    def bad_text(self) -> str:
        """The bad example as text, with bytes that are no text spelt out."""
        if isinstance(self.bad, bytes):
            return self.bad.decode("utf-8", errors="backslashreplace")
        return self.bad
