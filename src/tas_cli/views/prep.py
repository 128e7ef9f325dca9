"""`tas prep`: one screen before a call or a meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tas_cli.assess.actions import Numbered
from tas_cli.assess.deal import DealOnDay, Stale
from tas_cli.assess.plan import Planned
from tas_cli.assess.scorecard import cell_name
from tas_cli.board.behind import giving, with_part
from tas_cli.board.prep import Missing, Prep
from tas_cli.board.to_ask import for_ourselves, known_to
from tas_cli.board.voices import Meeting
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import US, becoming, criteria_by_key, numbered
from tas_cli.strategy.decision import Flip
from tas_cli.views.head import head
from tas_cli.views.page import (
    GAP,
    MINUS,
    SIGN,
    STRONG,
    Block,
    Hint,
    Item,
    Page,
    Section,
    item,
    leading,
    paragraph,
    section,
)
from tas_cli.views.people import around, ask_them, told_us
from tas_cli.views.person import first_of, who_left, whom
from tas_cli.views.verdict import choice, narrowing, verdict
from tas_cli.views.visit import visit
from tas_cli.views.words import lasted, party_name, questions_each
from tas_cli.words import counted

_TYPEABLE = re.compile(r"[\w., -]+")
_CELLS = 4
"""How many unknown cells are shown."""
_ITEMS, _WINS = 6, 3
"""How many items of any other list are shown, and how many ways to win."""


def page(name: str, shown: Prep, met: Meeting | None = None) -> Page:
    """Return what to prepare for a deal, most important first; with `met`, for these people."""
    deal = shown.deal
    if met and met.mapped and deal.open:
        return (*visit(name, shown, met), *_besides(name, shown, met))
    return (
        *head(name, deal),
        paragraph(*verdict(deal.decision), " ", choice(deal.opportunity, deal.decision)),
        paragraph(_process(shown)),
        *((GAP, paragraph(_nothing(shown))) if shown.empty else ()),
        *(told_us(met, deal) if met and deal.open else ()),
        *(ask_them(shown, met) if met else _ask(shown)),
        _missing(shown, met),
        _tactics(shown, met),
        leading("Open action items", [_action(each, shown) for each in shown.actions], _ITEMS),
        *(() if met else (_also_unknown(shown),)),
        *(around(deal, voices=met is None) if deal.open else ()),
        _in_a_row("Rated + without evidence", map(numbered, shown.claims)),
        leading(
            "What would change the strategy",
            [_win(flip, shown) for flip in shown.wins],
            _WINS,
        ),
        _in_a_row("Re-check: still true?", again(shown)),
        _in_a_row("Answer in-house", map(numbered, for_ourselves(shown) if met else ())),
        *((GAP, Hint(_afterwards(name, met))) if deal.open else ()),
    )


def _besides(name: str, shown: Prep, met: Meeting) -> Iterator[Block]:
    """Yield what else to do before a meeting with people on the map, and after it."""
    if met.unmapped:
        yield _missing(shown, met)
    yield _tactics(shown, met)
    yield leading("Open action items", [_action(each, shown) for each in shown.actions], _ITEMS)
    yield _in_a_row("Re-check: still true?", again(shown, known_to(met, shown.deal)))
    yield _in_a_row("Answer in-house", map(numbered, for_ourselves(shown)))
    yield GAP
    yield Hint(_afterwards(name, met))
    yield Hint(f"The deal: `tas show {typeable(name)}`")


def _afterwards(name: str, met: Meeting | None) -> str:
    """Return the command that writes the meeting down, with its people if a shell reads them."""
    if met and met.mapped and not met.unmapped:
        return f"After the meeting: `tas meeting {typeable(name)} --with {','.join(met.mapped)}`"
    people = ", ".join((*met.mapped, *met.unmapped)) if met else ""
    given = f' --with "{people}"' if _TYPEABLE.fullmatch(people) else ""
    return f"After the meeting: `tas meeting {typeable(name)}{given}`"


def _in_a_row(title: str, found: Iterable[str]) -> Section:
    return section(title, paragraph("; ".join(found), indent=2))


def _thing(head: str, words: str = "", below: Sequence[str] = (), *, urgent: bool = False) -> Item:
    """Return a thing to prepare: what it is, words about it, and questions below."""
    mark = ("!", MINUS) if urgent else ""
    return item((head.rstrip("."), STRONG), f": {words}" if words else "", mark=mark, below=below)


def _ask(shown: Prep) -> Iterator[Section]:
    """Yield the deciding unknowns: those to ask the customer about, then those for ourselves."""
    kinds = Counter(ask.in_house for ask in shown.ask)
    questions = questions_each(sum(min(cells, _CELLS) for cells in kinds.values()))
    narrows = narrowing([ask.cell for ask in shown.ask])
    for title, own in (("Find out next", False), ("Answer in-house", True)):
        found = [
            _thing(
                cell_name(shown.deal.opportunity, ask.cell.criterion, ask.cell.party),
                f"ask {names}" if (names := whom(shown.deal, ask.cell.criterion)) else "",
                below=ask.questions[:questions],
            )
            for ask in shown.ask
            if ask.in_house is own
        ]
        yield leading(f"{title}: {narrows}", found, _CELLS)


def _also_unknown(shown: Prep) -> Section:
    """Return the unknowns that decide nothing now; none of them is left out."""
    rows = (
        (title, [numbered(each.criterion) for each in shown.unknown if each.in_house is own])
        for title, own in (("Ask the customer: ", False), ("Answer in-house: ", True))
    )
    return section(
        "Also unknown, without effect on the strategy now",
        *(paragraph(title, "; ".join(names), indent=2) for title, names in rows if names),
    )


def _missing(shown: Prep, met: Meeting | None) -> Section:
    """Return the outcomes to bring back, first those that the people to meet can give us."""
    names = {name for each in met.voices for name in each.names} if met else set()
    titles = {state.step.key: state.step.title for state in shown.deal.standing.states}
    *before, last = dict.fromkeys(titles[each.step] for each in shown.missing) or [""]
    steps = f"steps {', '.join(before)} and {last}" if before else f"step {last}"
    found = [
        _thing(each.title, _whom(each, shown.deal))
        for each in sorted(shown.missing, key=lambda each: each.person not in names)
    ]
    return leading(f"Bring back, with evidence, for sales {steps}", found, _ITEMS)


def _whom(each: Missing, deal: DealOnDay) -> str:
    """Return whom to ask for an outcome: on the map, or whom the evidence names, in brackets."""
    by_role, said_by = with_part(deal, each.outcome), deal.speakers.key(each.person or "")
    if each.person and each.known_from and (not by_role or said_by in by_role):
        number = criteria_by_key()[each.known_from].number
        known = f"see #{number}: {deal.speakers.shown(each.person)}"
    else:
        known = first_of(by_role or giving(deal, each.outcome), deal)
    claim = "claimed without evidence; " if each.met else ""
    return f"{claim}ask {each.role}{f' ({known})' if known else ''}"


def _action(each: Numbered, shown: Prep) -> Item:
    action, overdue = each.action, each.overdue(shown.deal.day)
    facts = (
        action.owner or "",
        f"due {action.due}" if action.due else "",
        "overdue" if overdue else "",
    )
    return _thing(f"{each.number} {action.what}", ", ".join(filter(None, facts)), urgent=overdue)


def _tactics(shown: Prep, met: Meeting | None) -> Section:
    """Return the open tactics, or only those with the people to meet."""
    found = shown.tactics_with(met.mapped) if met else shown.tactics
    title = "Your tactics with them" if met else "Tactics"
    return leading(title, [_tactic(each, shown) for each in found], _ITEMS)


def _tactic(each: Planned, shown: Prep) -> Item:
    tactic, overdue = each.tactic, each.overdue(shown.deal.day)
    about = " ".join(f"#{number}" for number in tactic.criteria)
    due = f"due {tactic.due}" if tactic.due else ""
    facts = (about, tactic.owner or "", due, "overdue" if overdue else "")
    return _thing(f"{each.number} {tactic.what}", ", ".join(filter(None, facts)), urgent=overdue)


def _win(flip: Flip, shown: Prep) -> Item:
    becomes = becoming(flip.strategy)
    named = numbered(flip.criterion)
    if flip.party == US:
        return _thing(f"Win {named}, and {becomes}")
    who = party_name(shown.deal.opportunity, flip.party)
    return _thing(f"If {who} loses {named}, {becomes}")


def again(shown: Prep, among: frozenset[str] | None = None) -> Iterator[str]:
    """Yield our ratings to re-check, perhaps only those of some criteria."""
    for each in shown.stale:
        if among is None or each.criterion in among:
            yield _stale(each)
    for one in shown.orphans:
        if among is None or one.criterion in among:
            yield f"{SIGN[one.rating]} {numbered(one.criterion)} ({who_left(shown.deal, one)})"


def _stale(each: Stale) -> str:
    return f"{SIGN[each.rating]} {numbered(each.criterion)} ({lasted(each.days)})"


def _nothing(shown: Prep) -> str:
    """Return what to say if there is nothing to prepare."""
    if not shown.deal.open:
        return f"Nothing to prepare: the deal is closed ({shown.deal.opportunity.status})."
    return "Nothing to prepare: every + has evidence, and every rating is recent."


def _process(shown: Prep) -> str:
    """Return the deal's place in the sales process; empty if the file has none."""
    if shown.deal.opportunity.process is None or shown.step is None:
        return ""
    supported, days = shown.deal.standing.supported, shown.deal.standing.days
    proven = (
        f"Backed by evidence through {supported.title}"
        if supported
        else "No step is backed by evidence yet"
    )
    since = f" for {counted(days, 'day')} (usually {shown.step.step.days})" if days else ""
    title = shown.step.step.title
    place = "In sales step" if shown.deal.standing.working else "No sales step set; by evidence in"
    return f"{place} {title}{since}. {proven}."
