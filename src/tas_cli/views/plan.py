"""`tas plan`: the plan of a deal on one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.caveats import COMPETITOR_BLANK, all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import LEAVING, insights
from tas_cli.assess.plan import (
    Planned,
    camps,
    in_time_order,
    is_planned,
    uncovered,
    uses_plan,
    without_history,
)
from tas_cli.assess.signs import UNCLEAR_STANDING, seen_signs
from tas_cli.diagnostics import typeable
from tas_cli.method.plan import lost_control, tactic_kinds
from tas_cli.views.challenge import challenged
from tas_cli.views.head import head
from tas_cli.views.map_words import sentence
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
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
    used_columns,
)
from tas_cli.views.plan_frame import frame
from tas_cli.views.value_in_short import in_short
from tas_cli.views.verdict import choice, verdict
from tas_cli.views.way_back import way_back_section
from tas_cli.views.words import named, short_date, short_name
from tas_cli.words import enumerated, some

_NAMED, _WARNINGS = 5, 6
"""How many names a line lists, and how many warnings are shown in full."""
_TACTICS = (
    Column("", right=True),
    Column(""),
    Column("What we do", most=60, folds=True),
    Column("About", most=11, folds=True),
    Column("With", most=24, folds=True),
    Column("Who", most=9),
    Column("Due"),
)
_SQUEEZED = (
    ("With", 14),
    ("What we do", 28),
    ("With", 10),
    ("About", 5),
    ("Who", 4),
    ("What we do", 20),
)


AS_NOW = {"goals": "the goals", "tactics": "the tactics", "dates": "the customer's dates"}
"""The parts of a plan without a history."""


def page(name: str, deal: DealOnDay, *, earlier: bool = False) -> Page:
    """Return the plan; of a deal without any, what to begin with.

    With `earlier`, the day has passed, so the page says what of it is as the file has it now.
    """
    used = deal.opportunity
    yield from head(name, deal)
    yield GAP
    if earlier and (parts := [AS_NOW[each] for each in without_history(used)]):
        yield paragraph((f"The file keeps no history of {enumerated(parts)}: shown as now.", DIM))
        yield GAP
    if is_planned(used):
        yield paragraph(*verdict(deal.decision), " ", choice(used, deal.decision, why=False))
        yield from frame(deal)
        yield from way_back_section(name, deal)
        yield from _tactics(name, deal)
        if deal.open:
            yield section("Not covered", items(not_covered(deal), 2, "•"))
    else:
        yield from _nothing_planned(name)
        if not uses_plan(used):
            return
    yield _people(deal)
    yield from _value(deal)
    yield leading("Watch out", [*_warnings(deal)], _WARNINGS)
    yield from challenged(deal)


def _nothing_planned(name: str) -> Iterator[Block]:
    """Yield that there is no plan, and how to begin one."""
    command = f"tas plan {typeable(name)}"
    yield paragraph("No goals or tactics yet. Begin with where you are going with this customer.")
    yield Hint(f'`{command} goal="…"`')
    yield Hint(f"What to do follows from the deal: `{command} --suggest`")


def _tactics(name: str, deal: DealOnDay) -> Iterator[Block]:
    listed = in_time_order(deal.opportunity)
    if not listed:
        yield GAP
        yield paragraph("No tactics yet.")
        yield Hint(f"What to do follows from the deal: `tas plan {typeable(name)} --suggest`")
        return
    yield GAP
    rows = tuple(_tactic(each, deal) for each in listed)
    yield used_columns(Table(_TACTICS, rows, squeezed=_SQUEEZED))


def _tactic(each: Planned, deal: DealOnDay) -> tuple[Words, ...]:
    tactic = each.tactic
    style = "" if each.open else DIM
    return (
        *cells((str(each.number), style), (letter(tactic.kind), style), (tactic.what, style)),
        ((" ".join(f"#{number}" for number in tactic.criteria), style),),
        ((", ".join(named(key, deal.people) for key in tactic.people), style),),
        ((tactic.owner or "", style),),
        due(each, deal.day),
    )


def letter(kind: str | None) -> str:
    """Return the letter of a kind of tactic; empty for none."""
    return tactic_kinds()[kind].letter if kind else ""


def due(each: Planned, day: date) -> Words:
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


def not_covered(deal: DealOnDay) -> Iterator[Item]:
    """Yield which kinds of tactic, unknowns and people a plan leaves out."""
    found, deal_file = uncovered(deal), deal.opportunity
    if deal_file.tactics and found.kinds:
        listed = ", ".join(
            f"{letter(key)} ({tactic_kinds()[key].title.lower()})" for key in found.kinds
        )
        yield item(f"No open tactic: {listed}")
    if found.unknown:
        named = [short_name(deal_file, each.criterion, each.party) for each in found.unknown]
        yield item(f"No open tactic finds out {some(named, _NAMED)}; the strategy depends on it")
    for key in found.people:
        person = deal.people[key]
        yield item(f"{person.named(key)} (influence {person.influence}) has no approach")


def _people(deal: DealOnDay) -> Section:
    """Return where the people stand, and which partners can help; nothing without any."""
    found = camps(deal)
    rows = {"For us": found.ours, "Against": found.others, "Open": found.undecided}
    named = {label: [deal.people[key].named(key) for key in keys] for label, keys in rows.items()}
    named["Partners"] = [each.name or key for key, each in deal.opportunity.partners.items()]
    listed = (
        item(some(names, _NAMED), mark=(f"  {label}", DIM))
        for label, names in named.items()
        if names
    )
    return section("People", items(listed, 11))


def _value(deal: DealOnDay) -> Iterator[Section]:
    """Yield what the deal is worth to the customer, in a line, if its file says so."""
    if deal.opportunity.value:
        yield section("Value", paragraph(in_short(deal), indent=2))


def _warnings(deal: DealOnDay) -> Iterator[Item]:
    """Yield who leaves, signs that we are not in control, and the caveats of the strategy."""
    leaves = (each for each in insights(deal) if each.kind == LEAVING)
    yield from (item(sentence(deal, each)) for each in leaves if deal.open)
    seen = seen_signs(deal)
    for sign in seen:
        since = f" (since {short_date(sign.date, deal.day)})" if sign.date else ""
        yield item(lost_control()[sign.sign].title, f"{since}: {sign.why}")
    for entered in sorted(deal.opportunity.signs, key=lambda each: each.date, reverse=True):
        note = f": {entered.note}" if entered.note else ""
        when = short_date(entered.date, deal.day)
        yield item(lost_control()[entered.sign].title, f" ({when}){note}")
    said = {COMPETITOR_BLANK} if any(each.sign == UNCLEAR_STANDING for each in seen) else ()
    yield from (item(each.message) for each in all_caveats(deal) if each.code not in said)
