"""Prints the log of a deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.log import Step, log, recorded
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.opening import open_deal
from tas_cli.commands.printing import print_as
from tas_cli.commands.standard_error import say
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.read import read_opportunities
from tas_cli.source.git_history import Version, versions
from tas_cli.today import todays_date
from tas_cli.views.json.log import log_json
from tas_cli.views.log import page

_UNCOMMITTED = "not committed yet"


def print_log(name: str, since: str | None, output: str) -> None:
    """Print what changed in a deal: what git and its file say.

    Raises:
        WrongCall: the day is in the future.
    """
    today = todays_date()
    first = day_not_in_future(since, "--since") if since is not None else None
    workspace, deal = open_deal(name)
    steps = _steps(Path(deal.file), deal.opportunity, today)
    entries = [
        each
        for each in log(steps, workspace.settings, deal.account)
        if first is None or each.step.day >= first
    ]
    now = DealOnDay.of(deal.opportunity, workspace.settings, today, account=deal.account)
    print_as(
        output,
        json=lambda: log_json(deal, entries),
        page=lambda: page(deal.id, now, entries, first),
        paged=True,
    )


def _steps(path: Path, now: Opportunity, today: date) -> list[Step]:
    """Return the changes of a deal's file up to a day, from git and from the file."""
    found = versions(path)
    readings = read_opportunities([*found.contents.values()])
    said = dict(zip(found.contents, (each.value for each in readings), strict=True))
    if None in said.values():
        say("Left out versions of the file that have errors.")
    steps = list(_committed((each for each in found.commits if each.day <= today), said))
    last = said.get(found.head or "")
    uncommitted = [Step(today, today, last, now, why=(_UNCOMMITTED,))] if last else []
    return [*steps, *uncommitted] if steps else recorded(now, today)


def _committed(
    commits: Iterable[Version], said: Mapping[str, Opportunity | None]
) -> Iterator[Step]:
    """Yield the change of each commit, and what a new file recorded by then.

    A version that has errors is passed over: the next change is compared with the one before it.
    """
    last: Opportunity | None = None
    for commit in commits:
        before, after = said.get(commit.before or "") or last, said.get(commit.after)
        last = after or last
        if after is None:
            continue
        *earlier, change = (
            [Step(commit.day, commit.day, before, after)] if before else recorded(after, commit.day)
        )
        yield from earlier
        yield change._replace(by=(commit.author,), why=(commit.subject,), committed=True)
