"""The pages of a site: their addresses, what each is made from, and how it is made.

Whatever a page shows is named in what it is made from, so a page need not be made again if that has
not changed. Pages of deals and accounts depend on the bytes of files, the others on the lines of
deals; all depend on the program, the settings, the day and the options.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.board.board import board
from tas_cli.board.line import DealLine
from tas_cli.board.matrix import Candidate, matrix, of_deals
from tas_cli.board.once import Copy
from tas_cli.board.redacted import redacted
from tas_cli.board.rep import RepPage, rep_page
from tas_cli.board.scope import Scope
from tas_cli.commands.everywhere import Surveyed
from tas_cli.commands.forecasting import quarters
from tas_cli.commands.matrix_page import potential
from tas_cli.commands.site_files import AccountFile, account_files, deal_files
from tas_cli.gather.memory import digest, state
from tas_cli.places import opportunity_id
from tas_cli.source.characters import folded
from tas_cli.source.paths import slashed
from tas_cli.views import matrix as matrix_views
from tas_cli.views.deal_cells import Context
from tas_cli.views.html.document import Document
from tas_cli.views.left_out import foot
from tas_cli.views.mentions import ACCOUNT, DEAL, REP
from tas_cli.views.site import pages
from tas_cli.views.site.addresses import ACCOUNTS, DEALS, INDEX, MATRIX, REPS, address
from tas_cli.workspace import Workspace

_WIDTH = 100


class Site(NamedTuple):
    """What the pages of a site depend on: the workspace, the options, and the lines of all deals.

    Files are named from the root. `state` names everything besides deals and accounts.
    """

    workspace: Workspace
    shown: Disclosure
    found: Surveyed[DealLine]
    scope: Scope
    state: str

    @property
    def public(self) -> Site:
        """The same with lines as they may be shown."""
        if not self.shown.redact:
            return self
        lines, scope = redacted([*self.found.deals, *self.found.later], self.scope)
        count = len(self.found.deals)
        found = self.found._replace(deals=lines[:count], later=lines[count:])
        return self._replace(found=found, scope=scope)

    def page(self, at: str, parts: object, make: Callable[[], Document]) -> Wanted:
        """Return a page that is made from parts: texts, numbers, and tuples and lists of them."""
        made_from = digest(json.dumps([self.state, parts], default=str).encode())
        return Wanted(at, made_from, make)

    def list_page(self, at: str, parts: object, make: Callable[[], Document]) -> Wanted:
        """Return likewise a page about many deals; its foot says what is left out."""
        said = foot(self.shown, "", self.scope.day)
        return self.page(at, parts, partial(_with_foot, make, said))


class Wanted(NamedTuple):
    """A page that a site should have, what it is made from, and what makes it."""

    address: str
    made_from: str
    make: Callable[[], Document]


def _with_foot(make: Callable[[], Document], said: tuple[str, ...]) -> Document:
    return make()._replace(foot=said)


def site(workspace: Workspace, found: Surveyed[DealLine], scope: Scope, shown: Disclosure) -> Site:
    """Return the site of a workspace, given the lines of all deals."""
    depends_on = workspace.settings.model_dump_json(), str(scope.day), repr(shown)
    root = workspace.root
    found = Surveyed(
        [each._replace(file=slashed(each.file, root)) for each in found.deals],
        [slashed(each, root) for each in found.broken],
        [Copy(slashed(each.file, root), slashed(each.of, root)) for each in found.copies],
        [each._replace(file=slashed(each.file, root)) for each in found.later],
    )
    return Site(workspace, shown, found, scope, state(*depends_on))


def wanted(of: Site) -> Iterator[Wanted]:
    """Yield all pages of a site."""
    root = of.workspace.root
    deals = {each.id: each for each in deal_files(root, of.found)}
    for name, each in deals.items():
        make = partial(each.document, of.workspace.settings, of.scope.day, of.shown)
        yield of.page(address(DEAL, name), each.parts, make)
    customers = [*account_files(root, of.found.deals, deals)]
    for customer in customers:
        make = partial(customer.document, of.scope, of.shown)
        yield of.page(address(ACCOUNT, customer.id), customer.parts, make)
    public = of.public
    if not of.shown.redact:
        yield from _reps(public)
    yield from _lists(public, customers)


def _reps(of: Site) -> Iterator[Wanted]:
    people = {folded(line.person): line.person for line in of.found.deals if line.person}
    for person in people.values():
        shown = rep_page(of.found.deals, of.scope, person)
        make = partial(_rep, shown)
        yield of.list_page(address(REP, person), shown[1:], make)


def _lists(of: Site, customers: list[AccountFile]) -> Iterator[Wanted]:
    """Yield the pages about all deals."""
    found, lines, scope = of.found, of.found.deals, of.scope
    redact, missing = of.shown.redact, _missing(of)
    everything = digest(json.dumps([lines, missing]).encode())
    yield of.list_page(INDEX, everything, partial(_index, found, scope, missing, redacted=redact))
    yield of.list_page(DEALS, everything, partial(_list_of_deals, lines, scope, missing))
    every = [] if redact else [*of_deals(lines), *potential(of.workspace)[0]]
    if every:
        yield of.list_page(MATRIX, every, partial(_matrix, every, scope))
    if not redact and any(line.person for line in lines):
        yield of.list_page(REPS, everything, partial(_list_of_reps, lines, scope))
    if customers:
        parts = [each.parts[:3] for each in customers], everything
        make = partial(_list_of_accounts, customers, scope, redacted=redact)
        yield of.list_page(ACCOUNTS, parts, make)


def _missing(of: Site) -> pages.Missing:
    found, redact = of.found, of.shown.redact
    settings = of.workspace.settings_reading
    return pages.Missing(
        broken=[(opportunity_id(file), "" if redact else file) for file in found.broken],
        copies=[] if redact else found.copies,
        later=[line.id for line in found.later],
        settings=settings is not None and settings.value is None,
    )


def _rep(shown: RepPage) -> Document:
    name = pages.name_of(shown.rep, shown.scope.settings)
    return Document(name, pages.rep_page(shown), "rep")


def _list_of_reps(lines: list[DealLine], scope: Scope) -> Document:
    return Document("Reps", pages.reps(board(lines, scope, "owner")), "short")


def _index(
    found: Surveyed[DealLine], scope: Scope, missing: pages.Missing, *, redacted: bool
) -> Document:
    forecasts = [] if redacted else quarters(found, scope, "owner", lambda _: True)
    page = pages.index(board(found.deals, scope, "owner"), forecasts, missing)
    return Document("Board", page, "board")


def _list_of_deals(lines: list[DealLine], scope: Scope, missing: pages.Missing) -> Document:
    page = pages.deals(lines, missing, Context(scope.settings, scope.day))
    return Document("Deals", page, "list")


def _matrix(every: list[Candidate], scope: Scope) -> Document:
    page = matrix_views.page(matrix(every, every, scope), "figure", _WIDTH)
    return Document("Opportunity matrix", page, "matrix")


def _list_of_accounts(found: list[AccountFile], scope: Scope, *, redacted: bool) -> Document:
    listed = [pages.Customer(each.id, each.name, each.lines) for each in found]
    page = pages.accounts(listed, scope.settings, redacted=redacted)
    return Document("Accounts", page, "short")
