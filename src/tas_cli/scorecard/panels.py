"""What stands around the grid: the head, the panel of the cell, the outcome, the keys."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.tally import question_tally, tally
from tas_cli.method.catalogue import US, Criterion, criteria_by_key, questions, strategies, tree
from tas_cli.model.opportunity import Evidence
from tas_cli.scorecard.ink import Drawn, clipped, ink, page, wrapped
from tas_cli.scorecard.session import Place, Session
from tas_cli.strategy.advice import Advice
from tas_cli.strategy.decision import Decision, Flip
from tas_cli.views.terminal.page import (
    DIM,
    HEADING,
    PLUS,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Part,
    fit,
)
from tas_cli.views.terminal.verdict import verdict
from tas_cli.views.terminal.words import age, numbered, party_name, pole, signed

_FULL_SUMS, _SUM, _NUMBER = 18, 8, 8
_PENDING = "bold magenta"


class Head(Drawn):
    """The deal at the left, what is not saved at the right."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__("head")
        self.session = session
        self._name = name

    def draw(self, width: int, height: int) -> Text:
        """Return the line."""
        del height
        number, opportunity = len(self.session.touched), self.session.opportunity
        status = ink(
            (f" * {number} not saved ", _PENDING) if number else (" nothing to save ", DIM)
        )
        deal = ink((f" {self._name}", STRONG), f" {opportunity.customer} · {opportunity.name}")
        deal = clipped(deal, max(8, width - status.cell_len))
        deal.pad_right(max(0, width - deal.cell_len - status.cell_len))
        return deal + status


class Panel(Drawn):
    """The criterion under the cursor: poles, the cell, the other parties, prompts; the sums."""

    def __init__(self, session: Session, stale_after: int) -> None:
        super().__init__("panel")
        self.session = session
        self.stale_after = stale_after

    def draw(self, width: int, height: int) -> Text:
        """Return what fits; the prompts take what the rest leaves."""
        criterion = criteria_by_key()[self.session.cursor[0]]
        sums = self._sums(width, full=height >= _FULL_SUMS) if height > 8 else []
        room = height - len(sums)
        lines = [*_title(criterion, width), *self._cell(width, max(3, room // 2))]
        lines += self._others(width)
        lines += _asks(criterion, width, room - len(lines))
        lines += _claims(criterion, width, room - len(lines))
        lines = lines[:room] + [Text()] * max(0, room - len(lines))
        return page([clipped(line, width) for line in [*lines, *sums]])

    def _cell(self, width: int, most: int) -> list[Text]:
        """Return the cell itself: sign, age, what is new, evidence, note."""
        place, session = self.session.cursor, self.session
        state = session.state(place)
        name = party_name(session.opportunity, place[1])
        lines = [ink((f"{name} ", STRONG), *_state(state), *self._age(place))]
        if place in session.touched:
            base = session.base.cell(*place)
            was = f"was {SIGN[base.rating]}" if base.rated else "first rating"
            kept = base.rated and base.rating == state.rating
            lines.append(ink((f"  * {'still holds' if kept else was}, not saved yet", _PENDING)))
        elif self._stale(place):
            lines.append(ink(("  ~ Enter if it still holds", UNKNOWN)))
        for entry in reversed(state.evidence):
            lines += wrapped(ink(*_told(entry)), width, first="  • ", indent="    ")
        if state.note:
            lines += wrapped(ink(state.note, style="italic"), width, first="  ", indent="  ")
        if place[1] == US and state.rating == "+" and not state.evidence:
            lines.append(ink(("  ! no evidence yet: e", UNKNOWN)))
        if len(lines) > most:
            lines = [*lines[: most - 1], ink(("    …", DIM))]
        return lines

    def _age(self, place: Place) -> list[Part]:
        days = self.session.base.cell(*place).age(self.session.day)
        return [] if days is None else [(f" {age(days)} old", DIM)]

    def _stale(self, place: Place) -> bool:
        return (self.session.base.cell(*place).age(self.session.day) or 0) > self.stale_after

    def _others(self, width: int) -> list[Text]:
        criterion, here = self.session.cursor
        lines = []
        for party in self.session.parties:
            if party != here:
                state = self.session.state((criterion, party))
                name = party_name(self.session.opportunity, party)
                said = state.evidence[-1].what if state.evidence else state.note
                more = f" {age(state.age(self.session.day))}  {said or ''}"
                lines.append(clipped(ink((f"{name} ", DIM), *_state(state), (more, DIM)), width))
        return lines

    def _sums(self, width: int, *, full: bool) -> list[Text]:
        """Return the balance of each question and of all, for each party that has room."""
        card = self.session.advice.card
        label = _label(width - _SUM * len(card.parties))
        room = max(1, (width - label) // _SUM)
        parties = _around(card.parties, self.session.cursor[1], room)
        names = [fit(party_name(self.session.opportunity, party), _SUM - 1) for party in parties]
        lines = [ink((fit("Balance", label) + " " + " ".join(names), HEADING))]
        for question in questions() if full else ():
            title = f"{question.number} {question.title}"
            parts: list[Part] = [fit(title if label > _NUMBER else title[:1], label)]
            for party in parties:
                counts = question_tally(card, party, question.number)
                parts += _balance(counts.balance, counts.unknown)
            lines.append(ink(*parts))
        parts = [(fit("All", label), STRONG)]
        for party in parties:
            counts = tally(card, party)
            parts += _balance(counts.balance, counts.unknown)
        return [*lines, ink(*parts)]


class Outcome(Drawn):
    """What follows from the ratings: the strategy or what is reachable, and what decides it."""

    def __init__(self, session: Session) -> None:
        super().__init__("outcome")
        self.session = session

    def draw(self, width: int, height: int) -> Text:
        """Return as much of it as fits, the most important first."""
        advice = self.session.advice
        decision = advice.decision
        if height == 1:
            return clipped(_brief(decision) + _short(self.session, "  "), width)
        lines = [ink(" ", *verdict(decision), _chosen(advice)), _short(self.session, " ")]
        lines += _way(advice, width)
        if decision.deciding:
            lines += _to_find_out(self.session, height - len(lines))
        else:
            lines += [ink(" ", *_flip(flip, self.session)) for flip in decision.flips]
        lines += [ink((f" Mind: {caveat.message}", DIM)) for caveat in advice.caveats]
        return page([clipped(line, width) for line in lines[:height]])


class Keys(Drawn):
    """The keys, each a button for the mouse; or a message, until the next key."""

    message: str = ""

    _KEYS = (
        ("+", "", "rate('+')"),
        ("–", "", "rate('-')"),
        ("?", "rate", "rate('?')"),
        ("Enter", "holds", "confirm"),
        ("e", "evidence", "evidence"),
        ("n", "note", "note"),
        ("u", "undo", "undo"),
        ("/", "find", "find"),
        ("d", "next", "deciding"),
        ("s", "save", "save"),
        ("q", "quit", "leave"),
        ("F1", "", "help"),
    )

    def __init__(self) -> None:
        super().__init__("keys")

    def draw(self, width: int, height: int) -> Text:
        """Return the message, or the keys."""
        del height
        if self.message:
            return clipped(ink((f" {self.message}", STRONG)), width)
        text = self._buttons("  ")
        return text if text.cell_len <= width else self._buttons(" ")

    def _buttons(self, gap: str) -> Text:
        text = Text(" ")
        for key, does, action in self._KEYS:
            click = Style.from_meta({"@click": f"app.{action}"})
            text.append_text(Text(key, Style.parse("bold reverse") + click))
            text.append_text(Text(f" {does}{gap}" if does else " ", click))
        return text


def _title(criterion: Criterion, width: int) -> list[Text]:
    poles: list[Part] = [
        (f"{SIGN['-']} {criterion.minus_pole}", SIGN_STYLE["-"]),
        "   ",
        (f"+ {criterion.plus_pole}", PLUS),
    ]
    name = criterion.title if width > len(criterion.title) + 4 else criterion.short
    return [ink((f"#{criterion.number} {name}", STRONG)), ink(*poles)]


def _state(state: CellState) -> list[Part]:
    if not state.rated:
        return [("· never rated", DIM)]
    return [(SIGN[state.rating], SIGN_STYLE[state.rating])]


def _told(entry: Evidence) -> list[Part]:
    """Return evidence as it is told: when, who, what, where to look it up."""
    when = f"{entry.when} " if entry.when else ""
    who = f"{entry.who}: " if entry.who else ""
    return [(when, DIM), who, entry.what or "", (f" {entry.link}" if entry.link else "", DIM)]


def _asks(criterion: Criterion, width: int, room: int) -> list[Text]:
    if room < 2:
        return []
    lines = [ink(("Ask", HEADING))]
    for ask in criterion.asks:
        lines += wrapped(ink(ask), width, first="· ", indent="  ")
    if len(lines) > room:
        lines = [*lines[: room - 1], ink(("  …", DIM))]
    return lines


def _claims(criterion: Criterion, width: int, room: int) -> list[Text]:
    """Return what either rating claims, where there is room for all of it."""
    lines = [
        *wrapped(ink(criterion.plus), width, first="+ ", indent="  "),
        *wrapped(ink(criterion.minus), width, first=f"{SIGN['-']} ", indent="  "),
    ]
    return [ink(("Claims", HEADING)), *lines] if len(lines) < room else []


def _label(room: int) -> int:
    """Return the width for a question's name, or for its number where there is no room."""
    longest = max(len(question.title) for question in questions()) + 3
    return min(longest, room) if room >= 2 * _NUMBER else _NUMBER


def _around(parties: tuple[str, ...], here: str, room: int) -> tuple[str, ...]:
    """Return the parties that have room: us, and the cursor's among the others."""
    first = min(max(1, parties.index(here) - room + 2), max(1, len(parties) - room + 1))
    return (parties[0], *parties[first : first + room - 1])


def _balance(balance: int, unknown: int) -> list[Part]:
    """Return a balance, and how many signs behind it are unknown."""
    style = SIGN_STYLE["+" if balance > 0 else "-"] if balance else ""
    counts = f" {signed(balance):>3}"
    return [(counts, style), (fit(f" ?{unknown}" if unknown else "", _SUM - 4), DIM)]


def _chosen(advice: Advice) -> str:
    if advice.chosen is None or advice.chosen == advice.decision.recommended:
        return " That is the chosen one." if advice.chosen else ""
    return f" Chosen: {strategies()[advice.chosen].title}."


def _brief(decision: Decision) -> Text:
    """Return the verdict in few words."""
    if decision.recommended:
        return ink(" ", *verdict(decision))
    titles = ", ".join(strategies()[key].title for key in decision.reachable)
    return ink(" Open: ", (titles, STRONG), ".")


def _short(session: Session, lead: str = "") -> Text:
    """Return in one line what to find out first, or what would turn the strategy."""
    decision = session.advice.decision
    if decision.deciding:
        cells = [_place(session, (each.criterion, each.party)) for each in decision.deciding[:4]]
        more = len(decision.deciding) - len(cells)
        how = "Each decides" if decision.deciding[0].alone else "Together decide"
        how = how if len(decision.deciding) > 1 else "Decides"
        rest = f" +{more}" if more else ""
        return ink(lead, (f"{how} (d): ", UNKNOWN), ", ".join(cells) + rest)
    turns = [each for each in decision.flips if each.strategy]
    if not turns:
        return ink(lead, ("No single rating would change it.", DIM))
    cells = [f"{_place(session, (each.criterion, each.party))}" for each in turns[:4]]
    return ink(lead, ("Would turn it: ", DIM), ", ".join(cells))


def _place(session: Session, place: Place) -> str:
    number = f"#{criteria_by_key()[place[0]].number}"
    return number if place[1] == US else f"{number} {party_name(session.opportunity, place[1])}"


def _way(advice: Advice, width: int) -> list[Text]:
    """Return the way through the tree."""
    steps = tree().steps
    text = Text()
    for taken in advice.decision.path:
        sign = {"yes": "+", "no": "-"}.get(taken.answer, "?")
        text.append_text(ink(f"{steps[taken.step].title} ", (taken.answer, SIGN_STYLE[sign]), "  "))
    return wrapped(text, width - 1, first=" ", indent=" ")


def _to_find_out(session: Session, room: int) -> list[Text]:
    """Return the deciding cells, each with a question that leads to its rating."""
    lines = []
    for each in session.advice.decision.deciding[: max(0, room)]:
        criterion = criteria_by_key()[each.criterion]
        ours = each.party == US
        whose = "" if ours else f" of {party_name(session.opportunity, each.party)}"
        ask = criterion.asks[0] if ours else "How do they stand?"
        lines.append(ink((" ? ", UNKNOWN), (f"{numbered(each.criterion)}{whose}: ", STRONG), ask))
    return lines


def _flip(flip: Flip, session: Session) -> list[Part]:
    becomes = strategies()[flip.strategy].title if flip.strategy else "an open question"
    who = "" if flip.party == US else f"{party_name(session.opportunity, flip.party)} on "
    cell = (f"{who}{numbered(flip.criterion)}", STRONG)
    turn = f" to {SIGN[flip.after]} ({pole(criteria_by_key()[flip.criterion], flip.after)})"
    return [(f"{SIGN[flip.before]} ", SIGN_STYLE[flip.before]), cell, f"{turn}: {becomes}"]
