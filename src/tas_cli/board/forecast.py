"""The forecast for a period: won, commit, best case and open, as called and as evidenced; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, localcontext
from functools import partial
from typing import NamedTuple, Protocol

from tas_cli.board.asking import Asking, asking
from tas_cli.board.bridge import Basis, Move, moves
from tas_cli.board.called import call, evidenced_call, standard
from tas_cli.board.line import CALLS, DealLine, Then
from tas_cli.board.money import EXACT, Money, Scale, scale, sums, worth
from tas_cli.board.quotas import quotas
from tas_cli.board.scope import Scope
from tas_cli.reading.owners import Owners
from tas_cli.source.characters import folded
from tas_cli.typed.periods import Period, quarters_in

_NOTHING = Decimal("0.00")
_TENTH = Decimal("0.1")


class Sums(NamedTuple):
    """Open amounts by category: best case includes commit, open includes all but omitted."""

    commit: Decimal = _NOTHING
    best_case: Decimal = _NOTHING
    open: Decimal = _NOTHING

    def plus(self, category: str, amount: Decimal) -> Sums:
        """Return the sums with a deal in a category."""
        first = len(CALLS) - 1 - CALLS.index(category)
        return Sums(*(each + amount * (at >= first) for at, each in enumerate(self)))


class Outlook(NamedTuple):
    """A group's forecast in one currency, and the bridge to its open amount, as called.

    `opening` is the open amount on the evening before changes count, `moved` what was added to it
    since, by kind (see `bridge.KINDS`); what was taken away is negative.
    """

    currency: str
    won: Decimal
    called: Sums
    evidenced: Sums
    opening: Decimal
    moved: dict[str, Decimal]


class Group(NamedTuple):
    """A group's forecast; `key` is None for deals that lack what groups them.

    `quota` is in the settings' currency, None if there is none for the period.
    """

    key: str | None
    money: tuple[Outlook, ...]
    quota: Decimal | None
    moves: tuple[Move, ...]

    @property
    def only(self) -> Outlook | None:
        """The forecast, if it is in one currency."""
        return self.money[0] if len(self.money) == 1 else None

    @property
    def left(self) -> Decimal | None:
        """What of the quota is not won yet, None without one or in several currencies."""
        return None if self.quota is None or self.only is None else self.quota - self.only.won

    @property
    def coverage(self) -> Decimal | None:
        """How many times the open amount is what is left of the quota, to one decimal."""
        if self.left is None or self.only is None or self.left <= 0:
            return None
        return (self.only.called.open / self.left).quantize(_TENTH, context=EXACT)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        sums = ((each.won, each.called.open, each.evidenced.open) for each in self.money)
        return self.quota is None and not self.moves and not any(map(any, sums))


class Taken(NamedTuple):
    """A deal that a debrief took out of a category: as evidenced, and as without the debrief."""

    line: DealLine
    now: str
    without: str


class Wanted(NamedTuple):
    """What is asked for: a period with its name, grouped by what, and whose deals."""

    period: Period
    label: str
    by: str
    counts: Callable[[str | None], bool]


class Forecast(NamedTuple):
    """The whole forecast.

    `open` are the deals that count, `omitted` the other open ones of the period, `taken` those
    whose evidence a debrief did not accept; `without_amount` and `without_date` cannot count.
    `weighted` has the sums of those that count by the probability of their steps; `asking` has what
    to ask about, of the open deals of the period.
    """

    scope: Scope
    wanted: Wanted
    scale: Scale
    total: Group
    groups: tuple[Group, ...]
    open: tuple[DealLine, ...]
    omitted: tuple[DealLine, ...]
    taken: tuple[Taken, ...]
    without_amount: tuple[DealLine, ...]
    without_date: tuple[DealLine, ...]
    weighted: tuple[Money, ...]
    asking: Asking
    broken: tuple[str, ...]


def forecast(
    deals: Sequence[DealLine], scope: Scope, wanted: Wanted, broken: Iterable[str] = ()
) -> Forecast:
    """Return a forecast; `broken` are the unreadable files.

    `deals` are all deals, whosever they are: what was handed over counted for its former owner.
    """
    with localcontext(EXACT):
        return _forecast(deals, scope, wanted, tuple(broken))


def outlook(deals: Sequence[DealLine], scope: Scope, wanted: Wanted) -> Group:
    """Return a forecast's total alone, as cheaply as possible."""
    with localcontext(EXACT):
        near, basis, quota = _basis(deals, scope, wanted)
        return _total(near, basis, wanted, quota)


def _basis(
    deals: Sequence[DealLine], scope: Scope, wanted: Wanted
) -> tuple[list[DealLine], Basis, dict[str, Decimal]]:
    """Return the deals that can count in a period, what counts, and the quotas."""
    near = list(_near(deals, wanted.period))
    scaled = scale((each for line in near for each in _states(line)), scope.settings)
    basis = Basis(wanted.period, standard(scope.settings), scaled)
    quarters = quarters_in(wanted.period, scope.settings.first_month)
    return near, basis, quotas(scope.settings, quarters, wanted.counts)


def _total(
    near: Sequence[DealLine], basis: Basis, wanted: Wanted, quota: dict[str, Decimal]
) -> Group:
    total = _group(None, near, basis, lambda _, then: wanted.counts(then.person))
    return total._replace(quota=sum(quota.values(), _NOTHING) if quota else None)


def _forecast(
    deals: Sequence[DealLine], scope: Scope, wanted: Wanted, broken: tuple[str, ...]
) -> Forecast:
    near, basis, quota = _basis(deals, scope, wanted)
    own = [line for line in deals if wanted.counts(line.person)]
    due = [line for line in own if basis.open(line.now)]
    return Forecast(
        scope,
        wanted,
        basis.scale,
        _total(near, basis, wanted, quota),
        tuple(_groups(near, basis, wanted, Owners(scope.settings.team), quota)),
        open=tuple(line for line in due if basis.counts(line.now)),
        omitted=tuple(line for line in due if not basis.counts(line.now)),
        taken=tuple(_taken(due, basis)),
        without_amount=tuple(line for line in own if _has_no_amount(line, basis)),
        without_date=tuple(line for line in own if _has_no_date(line, basis)),
        weighted=sums((line for line in due if basis.counts(line.now)), basis.scale),
        asking=asking(due, scope, basis.scale),
        broken=broken,
    )


def _states(line: DealLine) -> Iterator[Then]:
    """Yield a deal's facts on the evening before, if it had begun, and now."""
    if line.then is not None:
        yield line.then
    yield line.now


class _Due(Protocol):
    @property
    def status(self) -> str: ...
    @property
    def close(self) -> str | None: ...
    @property
    def ended(self) -> str | None: ...


def _near(deals: Iterable[DealLine], period: Period) -> Iterator[DealLine]:
    """Yield the deals that can count in a period: now, or on the evening before."""
    first, last = period.first.isoformat(), period.last.isoformat()

    def touches(deal: _Due) -> bool:
        day = deal.close if deal.status == "open" else deal.ended
        return day is not None and first <= day <= last

    return (
        line for line in deals if touches(line) or (line.then is not None and touches(line.then))
    )


def _has_no_amount(line: DealLine, basis: Basis) -> bool:
    return line.amount is None and (basis.counts(line.now) or basis.won(line.now))


def _has_no_date(line: DealLine, basis: Basis) -> bool:
    if line.status == "won":
        return line.ended is None
    return line.open and line.close is None and call(line, basis.asked) != "omitted"


def _taken(lines: Iterable[DealLine], basis: Basis) -> Iterator[Taken]:
    """Yield the deals that would be in another category, had no debrief doubted an outcome."""
    for line in lines:
        if line.unquestioned is not None:
            now = evidenced_call(line, basis.asked)
            without = evidenced_call(line._replace(supported=line.unquestioned), basis.asked)
            if now != without:
                yield Taken(line, now, without)


_Key = Callable[[DealLine, Then], str | None]
_KEYS: dict[str, Callable[[Owners, DealLine, Then], str | None]] = {
    "owner": lambda _owners, _line, then: then.person,
    "team": lambda owners, _line, then: owners.team_of(then.person),
    "customer": lambda _owners, line, _then: line.customer,
}


def _groups(
    deals: Iterable[DealLine],
    basis: Basis,
    wanted: Wanted,
    owners: Owners,
    quota: dict[str, Decimal],
) -> Iterator[Group]:
    """Yield the groups that have anything in the period, or a quota: by name, without one last."""
    key = partial(_KEYS[wanted.by], owners)
    shares = _shares(quota, wanted.by, owners)
    names = {folded(each or ""): each for each in shares}
    members: dict[str, list[DealLine]] = {name: [] for name in names}
    for line in deals:
        keys = [key(line, each) for each in _states(line) if wanted.counts(each.person)]
        names = {folded(each or ""): each for each in keys} | names
        for name in {folded(each or "") for each in keys}:
            members.setdefault(name, []).append(line)
    for name in sorted(members, key=lambda each: (not each, each)):
        inside = partial(_inside, name, key, wanted)
        group = _group(names[name], members[name], basis, inside)
        group = group._replace(quota=shares.get(names[name]))
        if not group.empty:
            yield group


def _inside(name: str, key: _Key, wanted: Wanted, line: DealLine, then: Then) -> bool:
    return wanted.counts(then.person) and folded(key(line, then) or "") == name


def _shares(quota: dict[str, Decimal], by: str, owners: Owners) -> dict[str | None, Decimal]:
    """Return the quotas of groups: those of a team's owners together; a customer has none."""
    found: dict[str | None, Decimal] = {}
    for person, amount in quota.items() if by != "customer" else ():
        name = owners.team_of(person) if by == "team" else person
        found[name] = found.get(name, _NOTHING) + amount
    return found


def _group(
    key: str | None,
    deals: Sequence[DealLine],
    basis: Basis,
    inside: Callable[[DealLine, Then], bool],
) -> Group:
    found: dict[str, Outlook] = {}
    for line in deals:
        if line.then is not None and inside(line, line.then):
            _add_opening(found, line.then, basis)
        if inside(line, line.now):
            _add(found, line.now, basis)
    moved = tuple(moves(deals, basis, inside))
    for each in moved:
        by_kind = _of(found, each.currency).moved
        by_kind[each.kind] = by_kind.get(each.kind, _NOTHING) + each.amount
    if not found:
        _of(found, basis.scale.currency)
    return Group(key, tuple(found[each] for each in sorted(found)), None, moved)


def _of(found: dict[str, Outlook], currency: str) -> Outlook:
    """Return the sums in a currency; at first, there is nothing in them."""
    empty = Outlook(currency, _NOTHING, Sums(), Sums(), _NOTHING, {})
    return found.setdefault(currency, empty)


def _add_opening(found: dict[str, Outlook], then: Then, basis: Basis) -> None:
    had = worth(then, basis.scale) if basis.counts(then) else None
    if had:
        outlook = _of(found, had.currency)
        found[had.currency] = outlook._replace(opening=outlook.opening + had.amount)


def _add(found: dict[str, Outlook], now: Then, basis: Basis) -> None:
    """Add a deal to what is won, or to its categories."""
    won = basis.won(now)
    has = worth(now, basis.scale) if won or basis.open(now) else None
    if has is None:
        return
    outlook = _of(found, has.currency)
    if won:
        found[has.currency] = outlook._replace(won=outlook.won + has.amount)
        return
    found[has.currency] = outlook._replace(
        called=outlook.called.plus(call(now, basis.asked), has.amount),
        evidenced=outlook.evidenced.plus(evidenced_call(now, basis.asked), has.amount),
    )
