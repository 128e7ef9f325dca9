"""`tas plan`: the plan of a deal on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import LEAVING, insights
from tas_cli.assess.plan import (
    Planned,
    camps,
    in_time_order,
    is_planned,
    total,
    uncovered,
)
from tas_cli.assess.signs import seen_signs
from tas_cli.diagnostics import typeable
from tas_cli.method.plan import lost_control, tactic_kinds
from tas_cli.model.plan import Objective
from tas_cli.views.head import head
from tas_cli.views.map_words import sentence
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    Hint,
    Item,
    Page,
    Section,
    Table,
    Words,
    cells,
    item,
    items,
    leading,
    paragraph,
    section,
)
from tas_cli.views.verdict import choice, titled, verdict
from tas_cli.views.way_back import way_back_section
from tas_cli.views.words import amount, short_amount, short_date, short_name
from tas_cli.words import some

_NAMED, _WARNINGS = 5, 6
"""How many names a line lists, and how many warnings are shown in full."""
_LEAST, _HALF, _MOST = 16, 34, 55
"""The cells of a column of the frame: at least, on a terminal of 80, and at most."""
_TACTICS = (
    Column("", right=True),
    Column(""),
    Column("What we do", most=60, folds=True),
    Column("About", most=11, folds=True),
    Column("With", most=24, folds=True),
    Column("Who", most=9),
    Column("Due"),
)
_SQUEEZED = (("What we do", 28), ("With", 10), ("About", 5), ("Who", 4), ("What we do", 20))


def page(name: str, deal: DealOnDay) -> Page:
    """Return the plan; of a deal without any, what to begin with."""
    yield from head(name, deal)
    if not is_planned(deal.opportunity):
        yield GAP
        yield from nothing_planned(name)
        return
    yield GAP
    yield paragraph(("Strategy: ", STRONG), *verdict(deal.decision), " ", _chosen(deal))
    yield from _frame(deal)
    yield from way_back_section(name, deal)
    yield from _tactics(name, deal)
    if deal.open:
        yield _not_covered(deal)
    yield _people(deal)
    yield leading("Watch out", [*_warnings(deal)], _WARNINGS)


def nothing_planned(name: str) -> Iterator[Block]:
    """Yield that there is no plan, and how to begin one."""
    command = f"tas plan {typeable(name)}"
    yield paragraph("No plan yet. Begin with where you are going with this customer.")
    yield Hint(f'`{command} goal="…"`')
    yield Hint(f"What to do follows from the deal: `{command} --suggest`")


def _chosen(deal: DealOnDay) -> str:
    return choice(deal.opportunity, deal.decision, why=False)


def _frame(deal: DealOnDay) -> Iterator[Block]:
    """Yield the goals, objectives and strategies of the customer and of us, side by side."""
    strategy = deal.opportunity.strategy
    theirs = strategy.customer if strategy else None
    ours = strategy.objective if strategy else None
    if not strategy or not (strategy.goal or ours or theirs):
        return
    how = titled(strategy.chosen, strategy.variation) if strategy.chosen else "not chosen yet"
    rows = (
        ("Goal", theirs and theirs.goal, strategy.goal),
        ("Objective", theirs and theirs.objective, _objective(ours, deal)),
        ("Strategy", theirs and theirs.strategy, how),
    )
    columns = (
        Column(""),
        Column(deal.opportunity.customer, most=_MOST, folds=True),
        Column("We", most=_MOST, folds=True),
    )
    both = (deal.opportunity.customer, "We")
    squeezed = tuple((head, width) for width in (_HALF, _LEAST) for head in both)
    yield GAP
    yield Table(
        columns, tuple(cells(*(each or "" for each in row)) for row in rows), squeezed=squeezed
    )
    yield from _sum(deal)


def _objective(ours: Objective | None, deal: DealOnDay) -> str:
    """Return what must be accomplished: its items, or the deal's amount, and by when."""
    due = (ours and ours.due) or deal.opportunity.expected_close
    parts = [
        f"{each.what} {short_amount(each.amount)}".strip() for each in (ours.items if ours else ())
    ]
    if not parts and deal.opportunity.amount:
        parts = [f"{deal.currency} {short_amount(deal.opportunity.amount)}"]
    what = ": ".join(filter(None, ((ours and ours.what) or "", ", ".join(parts))))
    return ", ".join(filter(None, (what, f"by {short_date(due, deal.day)}" if due else "")))


def _sum(deal: DealOnDay) -> Iterator[Block]:
    """Yield whether the objective's items add up to the deal's amount."""
    found = total(deal.opportunity)
    if found is None:
        return
    added = f"The items add up to {amount(found.items, deal.currency)}"
    if found.amount is None:
        yield paragraph(f"{added}.")
    elif found.gap == 0:
        yield paragraph(f"{added}, the deal's amount.")
    else:
        more = "less" if found.gap > 0 else "more"
        far = amount(abs(found.gap), deal.currency)
        yield paragraph((f"{added}, {far} {more} than the deal's amount.", MINUS))


def _tactics(name: str, deal: DealOnDay) -> Iterator[Block]:
    listed = in_time_order(deal.opportunity)
    if not listed:
        yield GAP
        yield paragraph("No tactics yet.")
        yield Hint(f"What to do follows from the deal: `tas plan {typeable(name)} --suggest`")
        return
    yield GAP
    yield Table(_TACTICS, tuple(_tactic(each, deal) for each in listed), squeezed=_SQUEEZED)


def _tactic(each: Planned, deal: DealOnDay) -> tuple[Words, ...]:
    tactic, people = each.tactic, deal.people
    style = "" if each.open else DIM
    named = (people[key].named(key) if key in people else key for key in tactic.people)
    return (
        *cells((str(each.number), style), (letter(tactic.kind), style), (tactic.what, style)),
        ((" ".join(f"#{number}" for number in tactic.criteria), style),),
        ((", ".join(named), style),),
        ((tactic.owner or "", style),),
        _due(each, deal.day),
    )


def letter(kind: str | None) -> str:
    """Return the letter of a kind of tactic; empty for none."""
    return tactic_kinds()[kind].letter if kind else ""


def _due(each: Planned, day: date) -> Words:
    """Return when a tactic is due, by how much it is overdue, or when it was done."""
    tactic = each.tactic
    if tactic.done:
        return (("✓ ", PLUS), (f"done {short_date(tactic.done, day)}", DIM))
    if tactic.due is None:
        return (("no date", UNKNOWN),)
    when = " ".join(filter(None, (short_date(tactic.due, day), tactic.time)))
    return (
        (f"{when}, overdue" if each.overdue(day) else when, MINUS if each.overdue(day) else ""),
    )


def _not_covered(deal: DealOnDay) -> Section:
    return section("Not covered", items(_uncovered(deal), 2, "•"))


def _uncovered(deal: DealOnDay) -> Iterator[Item]:
    found, deal_file = uncovered(deal), deal.opportunity
    if deal_file.tactics and found.kinds:
        listed = ", ".join(
            f"{letter(key)} ({tactic_kinds()[key].title.lower()})" for key in found.kinds
        )
        yield item(f"No open tactic: {listed}")
    if found.unknown:
        named = [short_name(deal_file, each.criterion, each.party) for each in found.unknown]
        yield item(f"Nothing retrieves {some(named, _NAMED)}, which the strategy depends on")
    for key in found.people:
        person = deal.people[key]
        yield item(f"{person.named(key)} (influence {person.influence}) has no approach")


def _people(deal: DealOnDay) -> Section:
    """Return where the people stand; nothing if nobody is on the map."""
    found = camps(deal)
    rows = (("For us", found.ours), ("Against", found.others), ("Open", found.undecided))
    listed = (item(_names(keys, deal), mark=(f"  {label}", DIM)) for label, keys in rows if keys)
    return section("People", items(listed, 11))


def _warnings(deal: DealOnDay) -> Iterator[Item]:
    """Yield who leaves, signs that we are not in control, and the caveats of the strategy."""
    leaves = (each for each in insights(deal) if each.kind == LEAVING)
    yield from (item(sentence(deal, each)) for each in leaves if deal.open)
    for sign in seen_signs(deal):
        since = f" (since {short_date(sign.date, deal.day)})" if sign.date else ""
        yield item(lost_control()[sign.sign].title, f"{since}: {sign.why}")
    for entered in sorted(deal.opportunity.signs, key=lambda each: each.date, reverse=True):
        note = f": {entered.note}" if entered.note else ""
        when = short_date(entered.date, deal.day)
        yield item(lost_control()[entered.sign].title, f" ({when}){note}")
    yield from (item(each.message) for each in all_caveats(deal))


def _names(keys: Iterable[str], deal: DealOnDay) -> str:
    return some([deal.people[key].named(key) for key in keys], _NAMED)
