"""What to know before a job publishes the site, and what makes it begin."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import typer

from tas_cli.commands.ci import Platform, Wanted, shown_on_site
from tas_cli.commands.options import Format
from tas_cli.commands.prompts import can_ask, confirmed
from tas_cli.commands.standard_error import say
from tas_cli.refusals import WrongCall

PAGES_FILE = "tas-pages.yml"
"""The name of the file with the job, on each platform."""
_READERS = {
    Platform.github: "On GitHub, everybody on the internet can read the pages, even if the"
    " repository is private: only GitHub Enterprise Cloud can limit them.",
    Platform.gitlab: "On GitLab, the setting for Pages decides who can read them, maybe everybody"
    " on the internet: check Settings, General, Visibility.",
}
_BEGIN = {
    Platform.github: "Nothing is published until you turn it on:\n"
    "Settings, Pages, Source: GitHub Actions.",
    Platform.gitlab: "Nothing is published until you add a schedule with the variable TAS_PAGES\n"
    "and the value publish: Build, Pipeline schedules.",
}


def agreed_to_pages(platforms: Collection[Platform], wanted: Wanted, output: Format) -> None:
    """Say what would become public, and on a terminal go on only if the user agrees.

    Raises:
        WrongCall: an option does not go with the others.
        Abort: the user does not agree.
    """
    if wanted.redact and not wanted.pages:
        raise WrongCall("--redact needs --pages.")
    if not wanted.pages:
        return
    found = [each for each in _READERS if each in platforms]
    if not found:
        raise WrongCall("--pages needs --ci github or --ci gitlab.")
    say(shown_on_site(wanted))
    for each in found:
        say(_READERS[each])
    if not wanted.redact:
        say("To leave out names of people, amounts and free text, add --redact.")
    if can_ask(output) and not confirmed("Write the job that publishes them?", otherwise="n"):
        raise typer.Abort


def beginnings(platforms: Collection[Platform]) -> Iterator[str]:
    """Yield what the user has to do before anything is published."""
    return (words for each, words in _BEGIN.items() if each in platforms)
