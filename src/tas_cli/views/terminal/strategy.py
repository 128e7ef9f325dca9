"""`tas strategy` as text: the tree with the way taken, the reasons, and what would change it."""

from __future__ import annotations

from tas_cli.assess.caveats import all_caveats
from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import (
    US,
    TreeStep,
    criteria_by_key,
    numbers,
    strategies,
    tree,
)
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Because, Decision, Flip, PathStep
from tas_cli.strategy.joint_unknowns import Together, together
from tas_cli.views.page import DIM, MINUS, PLUS, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import Page, fit
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.verdict import choice, either_way, place, verdict
from tas_cli.views.words import party_name

_ANSWER_STYLE = {"yes": PLUS, "no": MINUS, "unknown": UNKNOWN}
_QUESTION = 49
_MOST = 8


def strategy(about: Head, advice: DealOnDay, screen: Screen) -> str:
    """Return the decision about a deal and its reasons."""
    page = Page(screen)
    head(page, about)
    page.blank()
    only = " Our + without evidence count as ?." if advice.evidenced else ""
    chosen = choice(advice.opportunity, advice.decision)
    page.paragraph(*verdict(advice.decision), " ", chosen, only)
    _about(page, advice.decision)
    _tree(page, advice)
    if advice.opportunity.status == "open":
        _deciding(page, advice)
        _flips(page, advice)
        _caveats(page, advice)
    return page.text()


def _about(page: Page, decision: Decision) -> None:
    if decision.recommended:
        page.paragraph((strategies()[decision.recommended].summary, DIM))


def _tree(page: Page, advice: DealOnDay) -> None:
    page.heading("The way through the tree")
    taken = {step.step: step for step in advice.decision.path}
    for step in tree().steps.values():
        _step(page, step, taken.get(step.key), advice)


def _step(page: Page, step: TreeStep, taken: PathStep | None, advice: DealOnDay) -> None:
    answer = taken.answer if taken else ""
    first, *others = _exits(step, answer, advice.decision)
    on_way = taken or advice.decision.recommended in (step.yes, step.no)
    page.line(
        (f"{'●' if on_way else '○'} {step.number} ", STRONG if on_way else DIM),
        (fit(step.question, _QUESTION), STRONG if on_way else DIM),
        (f"{answer:<8}", _ANSWER_STYLE.get(answer, "")),
        first,
    )
    for other in others:
        page.line(("│" if taken else " ", DIM), " " * (_QUESTION + 11), other)
    if taken is not None:
        for words in _reasons(taken, advice.opportunity):
            page.paragraph(*words, label=("│", DIM), indent=4)
    if answer == "unknown" and advice.decision.recommended:
        page.paragraph(either_way(advice.decision.recommended), label=("│", DIM), indent=4)


def _exits(step: TreeStep, answer: str, decision: Decision) -> list[Part]:
    """Return where a step's answers lead off the way down, the strategy arrived at marked."""
    steps = tree().steps
    exits: list[Part] = []
    for way, target in (("yes", step.yes), ("no", step.no)):
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


def _reasons(taken: PathStep, opportunity: Opportunity) -> list[list[Part]]:
    if taken.source == "incumbent":
        return [[f"incumbent: {', '.join(opportunity.incumbent or ())}"]]
    lines: list[list[Part]] = []
    if taken.source == "stated" and opportunity.strategy is not None:
        stated = opportunity.strategy.answers[taken.step]
        on = f" on {stated.date}" if stated.date else ""
        lines.append([f"stated{on}: {stated.because or 'no reason given'}"])
    if taken.note:
        lines.append([f"yes, {taken.note}"])
    by_party: dict[str, list[Because]] = {}
    for cell in taken.because:
        by_party.setdefault(cell.party, []).append(cell)
    return lines + [_cells(party, cells, opportunity) for party, cells in by_party.items()]


def _cells(party: str, cells: list[Because], opportunity: Opportunity) -> list[Part]:
    """Return a party's cells by their signs: `Us  + 7 8 10  – 6  ? 9`."""
    parts: list[Part] = [(f"{party_name(opportunity, party)} ", DIM)]
    for sign in ("+", "-", "?"):
        numbers = [
            str(criteria_by_key()[cell.criterion].number) for cell in cells if cell.rating == sign
        ]
        if numbers:
            parts += [" ", (SIGN[sign], SIGN_STYLE[sign]), " #" + " #".join(numbers)]
    return parts


def _deciding(page: Page, advice: DealOnDay) -> None:
    deciding = advice.decision.deciding
    if not deciding:
        return
    if deciding[0].alone:
        page.heading("Each of these alone narrows it down: find it out first")
    else:
        page.heading("Only several together decide")
        for group in together(advice.facts, deciding):
            page.paragraph(_group(group, advice.opportunity), indent=2)
        page.line("Look at these:")
    for cell in deciding[: None if deciding[0].alone else _MOST]:
        page.paragraph(
            f"{place(advice.opportunity, cell.criterion, cell.party)}: ",
            criteria_by_key()[cell.criterion].asks[0] if cell.party == US else "how do they stand?",
            label=("  ?", UNKNOWN),
            indent=4,
        )
    if not deciding[0].alone and len(deciding) > _MOST:
        page.line(f"  and {len(deciding) - _MOST} more")


def _group(group: Together, opportunity: Opportunity) -> str:
    titles = " and ".join(strategies()[key].title for key in group.ruled_out)
    whose = "of ours" if group.party == US else f"of {party_name(opportunity, group.party)}"
    sign = SIGN[group.rating]
    return f"Any {group.number} {sign} {whose} among {numbers(group.among)} rule {titles} out."


def _flips(page: Page, advice: DealOnDay) -> None:
    flips = advice.decision.flips
    for title, wanted in (("What would change it for us", "+"), ("What would lose it", "-")):
        rows = [flip for flip in flips if _for_us(flip) == wanted]
        if rows:
            page.heading(title)
        for flip in rows:
            page.paragraph(*_flip(flip, advice.opportunity), indent=2)


def _for_us(flip: Flip) -> str:
    """Return whether a turn is good or bad for us: a competitor's + is our loss."""
    if flip.party == US:
        return flip.after
    return "-" if flip.after == "+" else "+"


def _flip(flip: Flip, opportunity: Opportunity) -> list[Part]:
    criterion = criteria_by_key()[flip.criterion]
    name = f"#{criterion.number} {criterion.short}"
    becomes = strategies()[flip.strategy].title if flip.strategy else "an open question"
    if flip.party == US:
        turn = "Win" if flip.after == "+" else "Lose"
        return [f"{turn} ", (name, STRONG), ", and this becomes ", (becomes, STRONG), "."]
    who = party_name(opportunity, flip.party)
    turn = "gains" if flip.after == "+" else "loses"
    return [f"{who} {turn} ", (name, STRONG), ", and this becomes ", (becomes, STRONG), "."]


def _caveats(page: Page, advice: DealOnDay) -> None:
    found = all_caveats(advice)
    if found:
        page.heading("Mind")
    for caveat in found:
        page.paragraph(caveat.message, label="•", indent=2)
