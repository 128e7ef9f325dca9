"""`tas strategy`: the tree with the path taken, the reasons, and what would change the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from rich.cells import cell_len

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.choices import Choice
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import cell_name
from tas_cli.method.catalogue import (
    US,
    TreeStep,
    becoming,
    criteria_by_key,
    numbered,
    strategies,
    tree,
)
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Because, Deciding, Decision, Flip, PathStep
from tas_cli.strategy.joint_unknowns import Together, together
from tas_cli.views.cells import fit
from tas_cli.views.condition import numbers
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Block,
    Item,
    Page,
    Paragraph,
    Part,
    Section,
    Words,
    bare,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.views.person import whom
from tas_cli.views.verdict import choice, either_way, narrowing, titled, verdict
from tas_cli.views.words import RIVAL_QUESTION, party_name

_ANSWER_STYLE = {"yes": PLUS, "no": MINUS, "unknown": UNKNOWN}
_QUESTION = 49
_MOST = 8
_REASON, _LINES = 4, 2
"""The indent of a reason, and the most lines for one that names its criteria."""


def strategy(name: str, deal: DealOnDay, chosen: Sequence[Choice], width: int) -> Page:
    """Return the decision about a deal, its reasons, and what would change it.

    `chosen` are the choices of all time, which are shown if there was more than one.
    """
    decision = deal.decision
    only = " Our + counts only with evidence here." if deal.evidenced else ""
    recommended = strategies().get(decision.recommended or "")
    return (
        *head(name, deal),
        GAP,
        paragraph(*verdict(decision), " ", choice(deal.opportunity, decision), only),
        paragraph((recommended.summary if recommended else "", DIM)),
        decision_tree(deal, width),
        *((_deciding(deal), *consequences(deal)) if deal.open else ()),
        _choices(chosen),
    )


def _choices(chosen: Sequence[Choice]) -> Section:
    """Return the choices of all time, newest first, if there was more than one."""
    found = [_chosen(each) for each in reversed(chosen)] if len(chosen) > 1 else []
    return section("Chosen over time", items(found, 2, "•"))


def _chosen(each: Choice) -> Item:
    began = f"from {each.since}" if each.since else ""
    ended = f"until {each.until}" if each.until else ""
    when = " ".join(filter(None, (began, ended)))
    facts = ", ".join(filter(None, (when, f"by {each.by}" if each.by else "")))
    reason = f": {each.reason}" if each.reason else ", no reason given"
    title = titled(each.strategy, each.variation)
    return item((title, STRONG), f" {facts}" if facts else "", reason)


def decision_tree(deal: DealOnDay, width: int, title: str = "Decision tree") -> Section:
    """Return the tree with the way taken, and the ratings behind each answer."""
    taken = {step.step: step for step in deal.decision.path}
    steps = (_step(step, taken.get(step.key), deal, width) for step in tree().steps.values())
    return section(title, *chain.from_iterable(steps))


def _step(step: TreeStep, taken: PathStep | None, deal: DealOnDay, width: int) -> Iterator[Block]:
    decision, answer = deal.decision, taken.answer if taken else ""
    first, *others = _exits(step, answer, decision)
    on_way = taken or decision.recommended in (step.yes, step.no)
    yield line(
        (f"{'●' if on_way else '○'} {step.number} ", STRONG if on_way else DIM),
        (fit(step.question, _QUESTION), STRONG if on_way else DIM),
        (f"{answer:<8}", _ANSWER_STYLE.get(answer, "")),
        first,
    )
    for other in others:
        yield line(("│" if taken else " ", DIM), " " * (_QUESTION + 11), other)
    yield items(reasons(taken, deal, width - _REASON) if taken else (), _REASON, ("│", DIM))


def _exits(step: TreeStep, answer: str, decision: Decision) -> list[Part]:
    """Return where a step's answers leave the tree; the resulting strategy is marked."""
    steps = tree().steps
    exits: list[Part] = []
    for way, target in step.ways.items():
        if target in steps:
            if steps[target].number > step.number + 1:
                exits.append((f"{way} → {steps[target].number}", DIM))
            continue
        arrived = answer == way or target == decision.recommended
        possible = not decision.recommended and target in decision.reachable
        style = PLUS if arrived else UNKNOWN if possible else DIM
        arrow, mark = ("▶" if arrived else "→"), (" ?" if possible else "")
        exits.append((f"{way} {arrow} {strategies()[target].title}{mark}", style))
    return exits or [""]


def reasons(taken: PathStep, deal: DealOnDay, width: int) -> Iterator[Item]:
    """Yield the reasons for a step's answer: in words, and each party's cells by sign."""
    yield from map(item, stated(taken, deal))
    for party in dict.fromkeys(cell.party for cell in taken.because):
        cells = [cell for cell in taken.because if cell.party == party]
        who = party_name(deal.opportunity, party)
        named = _packed(who, _by_sign(cells, numbered, ","), width)
        yield from named if len(named) <= _LINES else [item(*_plain(who, cells))]
    if taken.answer == "unknown" and deal.decision.recommended:
        yield item(either_way(deal.decision.recommended))


def stated(taken: PathStep, deal: DealOnDay) -> Iterator[str]:
    """Yield what a step's answer rests on beside ratings."""
    opportunity = deal.opportunity
    if taken.source == "incumbent":
        yield f"incumbent: {', '.join(opportunity.incumbent or ())}"
    elif taken.source == "stated" and opportunity.strategy is not None:
        answer = opportunity.strategy.answers[taken.step]
        on = f" ({answer.date})" if answer.date else ""
        yield f"your answer{on}: {answer.because or 'no reason given'}"
    if taken.note:
        yield f"yes, {taken.note}"


def _plain(who: str, cells: list[Because]) -> Iterator[Part]:
    """Yield a party's cells by number: `Us  + #7 #8 #10 – #6 ? #9`."""
    yield (f"{who} ", DIM)
    for words in _by_sign(cells, _number):
        yield from (" ", *words)


def _packed(who: str, words: Iterable[Words], width: int) -> list[Item]:
    """Return the words in lines of that width, each an item."""
    lines: list[list[Part]] = [[(f"{who} ", DIM)]]
    for each in words:
        if cell_len(bare([*lines[-1], " ", *each])) > width:
            lines.append([" " * cell_len(f"{who} ")])
        lines[-1] += [" ", *each]
    return [item(*each) for each in lines]


def _by_sign(
    cells: list[Because], name: Callable[[str], str], between: str = ""
) -> Iterator[Words]:
    """Yield the criteria by sign, the first of each sign with it."""
    for sign in SIGN:
        found = [name(cell.criterion) for cell in cells if cell.rating == sign]
        for place, words in enumerate(found, 1):
            mark = ((SIGN[sign], SIGN_STYLE[sign]), " ") if place == 1 else ()
            yield (*mark, words + (between if place < len(found) else ""))


def _number(criterion: str) -> str:
    return f"#{criteria_by_key()[criterion].number}"


def _deciding(deal: DealOnDay) -> Section:
    deciding = deal.decision.deciding
    asks = [_ask_whom(cell, deal) for cell in deciding]
    if all(cell.alone for cell in deciding):
        return section(f"Find out next: {narrowing(deciding)}", items(asks, 4, ("  ?", UNKNOWN)))
    return section(
        f"Find out next: {narrowing(deciding)}",
        *(paragraph(_group(each, deal), indent=2) for each in together(deal.facts, deciding)),
        line("Start with:"),
        items(asks[:_MOST], 4, ("  ?", UNKNOWN)),
        paragraph(_more(deciding[_MOST:], deal.opportunity), indent=2),
    )


def _more(cells: Sequence[Deciding], opportunity: Opportunity) -> str:
    """Return the names of further cells to find out; empty if there are none."""
    names = [cell_name(opportunity, each.criterion, each.party) for each in cells]
    return f"and {len(names)} more: {', '.join(names)}" if names else ""


def ask(cell: Deciding, deal: DealOnDay) -> Item:
    """Return a cell to find out, with a question."""
    ask = deal.asks(cell.criterion)[0] if cell.party == US else RIVAL_QUESTION
    return item(f"{cell_name(deal.opportunity, cell.criterion, cell.party)}: ", ask)


def _ask_whom(cell: Deciding, deal: DealOnDay) -> Item:
    """Return the same with the people on the map to ask."""
    names = whom(deal, cell.criterion)
    return ask(cell, deal)._replace(below=(f"Ask {names}",) if names else ())


def _group(group: Together, deal: DealOnDay) -> str:
    titles = " and ".join(strategies()[key].title for key in group.ruled_out)
    whose = "of ours" if group.party == US else f"of {party_name(deal.opportunity, group.party)}"
    sign = SIGN[group.rating]
    return f"Any {group.number} {sign} {whose} among {numbers(group.among)} rule {titles} out."


def consequences(deal: DealOnDay) -> Iterator[Section]:
    """Yield what would change or break the strategy, and what to watch out for."""
    yield from _flips(deal)
    yield _caveats(deal)


def _flips(deal: DealOnDay) -> Iterator[Section]:
    for title, helps in (("What would change it", True), ("What would break it", False)):
        found = [flip for flip in deal.decision.flips if flip.helps is helps]
        yield section(title, *(flip_words(flip, deal.opportunity) for flip in found))


def flip_words(flip: Flip, opportunity: Opportunity, whose: str = "the strategy") -> Paragraph:
    """Return what follows from one rating that changes."""
    becomes = becoming(flip.strategy, whose)
    named = (numbered(flip.criterion), STRONG)
    turn = "win" if flip.after == "+" else "lose"
    if flip.party == US:
        return paragraph(f"{turn.capitalize()} ", named, f", and {becomes}.", indent=2)
    who = party_name(opportunity, flip.party)
    return paragraph(f"If {who} {turn}s ", named, f", {becomes}.", indent=2)


def _caveats(deal: DealOnDay) -> Section:
    return section("Watch out", items((item(each.message) for each in all_caveats(deal)), 2, "•"))
