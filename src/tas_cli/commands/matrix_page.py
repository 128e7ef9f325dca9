"""Prints the opportunity matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tas_cli.board.line import DealLine
from tas_cli.board.matrix import Candidate, Matrix, matrix, of_account, of_deals
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, deals_of, report_unlisted
from tas_cli.commands.display import is_accessible, screen
from tas_cli.commands.everywhere import Surveyed
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import PageFormat
from tas_cli.commands.printing import print_as
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.typed.unaccented import unaccented
from tas_cli.views.json.matrix import matrix_json
from tas_cli.views.matrix import NO_DEALS, Form, page
from tas_cli.views.page import Page
from tas_cli.workspace import Workspace, account_path, accounts_with


class Filters(NamedTuple):
    """Which deals to show, as typed; None filters nothing."""

    customer: str | None
    owner: str | None
    account: str | None


class Found(NamedTuple):
    """The matrix of the deals that fit, whether there are deals, and what was read for it."""

    shown: Matrix
    has_deals: bool
    workspace: Workspace
    scope: Scope
    lines: Surveyed[DealLine]

    def page(self, form: Form, width: int) -> Page:
        """Return the matrix in a form, `width` cells wide where cells count."""
        return page(self.shown, form, width) if self.has_deals else NO_DEALS

    def report_unlisted(self) -> None:
        """Say which files the matrix does not have."""
        report_unlisted(self.lines, self.workspace, self.scope)


def print_matrix(filters: Filters, output: PageFormat, *, remember: bool) -> None:
    """Print the matrix of the deals that fit.

    Raises:
        WrongCall: there is no such owner or account.
    """
    found = find(filters, remember=remember)
    form: Form = "table" if output == "markdown" or is_accessible() else "drawn"
    print_as(
        output,
        json=lambda: matrix_json(found.shown, found.lines),
        page=lambda: found.page(form, screen().body),
        paged=True,
    )
    found.report_unlisted()


def find(filters: Filters, *, remember: bool) -> Found:
    """Return the matrix of the deals that fit.

    Raises:
        WrongCall: there is no such owner or account.
    """
    workspace, day = workspace_here(), todays_date()
    scope = Scope(workspace.settings, day, last_monday(day), ahead=True)
    found = all_deals(workspace, scope, remember=remember)
    coming, broken = potential(workspace)
    found = found._replace(broken=[*found.broken, *broken])
    every = [*of_deals(found.deals), *coming]
    fits = _fitting(filters, workspace, found, every)
    shown = matrix(every, [each for each in every if fits(each)], scope)
    return Found(shown, bool(every), workspace, scope, found)


def potential(workspace: Workspace) -> tuple[list[Candidate], list[str]]:
    """Return the potential deals of all accounts, and the files that cannot be used."""
    coming: list[Candidate] = []
    broken = []
    for name, reading in accounts_with(workspace, "potential_deals"):
        if reading.value is None:
            broken.append(reading.file)
        else:
            coming += of_account(name, reading.file, reading.value, workspace.settings)
    return coming, broken


def _fitting(
    filters: Filters, workspace: Workspace, found: Surveyed[DealLine], every: list[Candidate]
) -> Callable[[Candidate], bool]:
    """Return the test of a call's filters.

    A potential deal has no owner: it fits an owner who has a deal in its account.
    """
    if filters.account is not None:
        _check_account(filters.account, workspace, every)
    people = [line.person for line in found.deals]
    owns = deals_of(people, workspace.settings, filters.owner, None)
    owned = {line.account for line in found.deals if owns(line.person)}
    part = unaccented(filters.customer or "")

    def fits(each: Candidate) -> bool:
        if filters.account not in (None, each.account) or part not in unaccented(each.customer):
            return False
        return (
            owns(each.line.person) if each.line else filters.owner is None or each.account in owned
        )

    return fits


def _check_account(name: str, workspace: Workspace, every: Iterable[Candidate]) -> None:
    """Refuse an account of which there is neither a file nor a deal."""
    known = {each.account for each in every if each.account}
    if name not in known and account_path(workspace, name) is None:
        advice = did_you_mean(name, known, f'To start one: `tas account {name} name="…"`.')
        raise WrongCall(f"there is no account {name}.", advice)
