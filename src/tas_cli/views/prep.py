"""`tas prep`: one screen before a call or a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tas_cli.assess.actions import Numbered
from tas_cli.assess.deal import Stale
from tas_cli.assess.scorecard import cell_name
from tas_cli.board.prep import Missing, Prep
from tas_cli.method.catalogue import US, criteria_by_key, numbered
from tas_cli.strategy.decision import Flip
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    SIGN,
    STRONG,
    Item,
    Page,
    Section,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.verdict import becoming, choice, narrowing, verdict
from tas_cli.views.words import lasted, party_name, questions_each
from tas_cli.words import counted

_CELLS = 4
"""How many unknown cells are shown."""
_ITEMS, _WINS = 6, 3
"""How many items of any other list are shown, and how many ways to win."""


def page(name: str, shown: Prep) -> Page:
    """Return what to prepare for a deal, most important first."""
    deal = shown.deal
    return (
        *head(name, deal),
        paragraph(*verdict(deal.decision), " ", choice(deal.opportunity, deal.decision)),
        paragraph(_process(shown)),
        *((GAP, paragraph(_nothing(shown))) if shown.empty else ()),
        _ask(shown),
        _missing(shown),
        _listed("Open action items", [_action(each, shown) for each in shown.actions]),
        _in_a_row("Rated + without evidence", map(numbered, shown.claims)),
        _listed(
            "What would change the strategy",
            [_win(flip, shown) for flip in shown.wins],
            _WINS,
        ),
        _in_a_row("Re-check: still true?", map(_stale, shown.stale)),
    )


def _listed(title: str, found: Sequence[Item], most: int = _ITEMS) -> Section:
    """Return the first things to prepare, and how many more there are."""
    more = [item((f"and {len(found) - most} more", DIM), mark=" ")] if len(found) > most else []
    return section(title, items([*found[:most], *more], 2, "•"))


def _in_a_row(title: str, found: Iterable[str]) -> Section:
    named = list(found)
    more = [f"and {len(named) - _ITEMS} more"] if len(named) > _ITEMS else []
    return section(title, paragraph("; ".join([*named[:_ITEMS], *more]), indent=2))


def _thing(head: str, words: str = "", below: Sequence[str] = (), *, urgent: bool = False) -> Item:
    """Return a thing to prepare: what it is, words about it, and questions below."""
    mark = ("!", MINUS) if urgent else ""
    return item((head.rstrip("."), STRONG), f": {words}" if words else "", mark=mark, below=below)


def _ask(shown: Prep) -> Section:
    questions = questions_each(min(len(shown.ask), _CELLS))
    return _listed(
        f"Find out next: {narrowing([ask.cell for ask in shown.ask])}",
        [
            _thing(
                cell_name(shown.deal.opportunity, ask.cell.criterion, ask.cell.party),
                below=ask.questions[:questions],
            )
            for ask in shown.ask
        ],
        _CELLS,
    )


def _missing(shown: Prep) -> Section:
    titles = {state.step.key: state.step.title for state in shown.deal.standing.states}
    *before, last = dict.fromkeys(titles[each.step] for each in shown.missing) or [""]
    steps = f"steps {', '.join(before)} and {last}" if before else f"step {last}"
    found = [_thing(each.title, _whom(each)) for each in shown.missing]
    return _listed(f"Bring back, with evidence, for sales {steps}", found)


def _whom(each: Missing) -> str:
    known = ""
    if each.person and each.known_from:
        known = f" (see #{criteria_by_key()[each.known_from].number}: {each.person})"
    claim = "claimed without evidence; " if each.met else ""
    return f"{claim}ask {each.role}{known}"


def _action(each: Numbered, shown: Prep) -> Item:
    action, overdue = each.action, each.overdue(shown.deal.day)
    facts = (
        action.owner or "",
        f"due {action.due}" if action.due else "",
        "overdue" if overdue else "",
    )
    return _thing(f"{each.number} {action.what}", ", ".join(filter(None, facts)), urgent=overdue)


def _win(flip: Flip, shown: Prep) -> Item:
    becomes = becoming(flip)
    named = numbered(flip.criterion)
    if flip.party == US:
        return _thing(f"Win {named}, and {becomes}")
    who = party_name(shown.deal.opportunity, flip.party)
    return _thing(f"If {who} loses {named}, {becomes}")


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
    return f"In sales step {shown.step.step.title}{since}. {proven}."
