"""The tactics that a deal's ratings, map and sales step suggest (method, section 6). Pure.

That they follow from these is our reading: an unknown that decides is to be retrieved, what a
competitor is strong in to be insulated against, our weaknesses to be minimized, our strengths to
be emphasized, and value to be proved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tas_cli.assess.approach import proposed
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import by_influence, of_weight
from tas_cli.assess.people import against_us
from tas_cli.assess.scorecard import cell_name
from tas_cli.assess.seat import Seat
from tas_cli.board.behind import behind
from tas_cli.board.prep import Missing, missing
from tas_cli.board.prompts import in_house, source_of
from tas_cli.board.suggestion import Suggestion, is_covered
from tas_cli.board.to_prove import benefits_to_prove
from tas_cli.method.catalogue import (
    US,
    becoming,
    criteria_by_key,
    criterion_keys,
    numbered,
    strategies,
)
from tas_cli.method.cells import CellKey
from tas_cli.method.plan import tactic_kinds
from tas_cli.method.tactics import (
    TacticPattern,
    about_criterion,
    about_outcome,
    about_person,
    about_unknown_rival,
)
from tas_cli.model.person import Person
from tas_cli.words import enumerated

(
    DECIDES_ALONE,
    DECIDES,
    WHAT_WOULD_BREAK_IT,
    EXPECTED_FROM_THEM,
    WINS,
    VALUE,
    PERSON,
    OUTCOME,
    AHEAD_OF_US,
    WEAK,
    AHEAD_OF_THEM,
    NOT_AHEAD,
) = range(12)
"""What a tactic is for, the most urgent first: the weight of the suggestion."""
MOST = 3
"""How many tactics of a kind are suggested at once."""
_WITH = 2
"""With how many people a tactic is suggested."""
_NAMED = 3
"""How many strategies within reach are named."""
_WITH_FRIENDS = ("prove", "emphasize")
_VALUE = "unique_business_value"
_TO_PROVE = ("prove", (_VALUE,))
_OURS = {"+": "so are we", "-": "we are -", "?": "ours is unknown"}


class Suggestions(NamedTuple):
    """What to do next, most urgent first: what to show, what a limit left out, and what is done.

    `covered` are those that an open tactic of the deal is about already.
    """

    shown: tuple[Suggestion, ...] = ()
    left_out: tuple[Suggestion, ...] = ()
    covered: tuple[Suggestion, ...] = ()

    @property
    def open(self) -> tuple[Suggestion, ...]:
        """All that can be taken."""
        return (*self.shown, *self.left_out)


def suggestions(deal: DealOnDay, most: int | None = MOST) -> Suggestions:
    """Return the tactics to suggest, at most `most` of a kind; nothing for a closed deal."""
    if not deal.open:
        return Suggestions()
    found = sorted(_Deal(deal).suggested(), key=lambda each: each.weight)
    covered = [each for each in found if is_covered(each, deal)]
    left = [each for each in found if each not in covered]
    shown = _first(left, len(left) if most is None else most)
    left_out = (each for each in left if each not in shown)
    return Suggestions(tuple(shown), tuple(left_out), tuple(covered))


def _first(found: Iterable[Suggestion], most: int) -> list[Suggestion]:
    """Return the first ones of each kind."""
    number: Counter[str] = Counter()
    shown = []
    for each in found:
        number[each.kind] += 1
        if number[each.kind] <= most:
            shown.append(each)
    return shown


class _Deal:
    """What a deal suggests, and what several of its tactics need to know."""

    def __init__(self, deal: DealOnDay) -> None:
        self.deal = deal
        self.racing = deal.facts.competitors
        self.flips = {(each.criterion, each.party): each for each in deal.decision.flips}

    def suggested(self) -> list[Suggestion]:
        """Return every tactic, each once."""
        ours = _with_proofs([*self._ours()], benefits_to_prove(self.deal))
        found = [*self._unknown(), *ours, *self._theirs(), *self._persons()]
        return [*found, *self._outcomes(found)]

    def _on(
        self, cell: CellKey, pattern: TacticPattern, why: Sequence[str], weight: int
    ) -> Suggestion:
        """Return a tactic on a cell; a competitor's is against that competitor."""
        criterion, party = cell
        rival = None if party == US else party
        number = criteria_by_key()[criterion].number
        words = {"criterion": numbered(criterion), "rival": self._name(party)}
        return Suggestion(
            f"{_letter(pattern)}{number}{f':{rival}' if rival else ''}",
            pattern.kind,
            pattern.what.format_map(words),
            (criterion,),
            self._with(criterion, pattern.kind),
            rival,
            tuple(why),
            weight,
        )

    def _with(self, criterion: str, kind: str) -> tuple[str, ...]:
        """Return with whom: nobody for what we do in-house, nor somebody against us to help us."""
        if criterion in in_house():
            return ()
        found = behind(self.deal, criterion)
        if kind in _WITH_FRIENDS:
            found = tuple(key for key in found if not against_us(self.deal.people[key]))
        return found[:_WITH]

    def _name(self, party: str) -> str:
        return self.deal.opportunity.party_name(party)

    def _unknown(self) -> Iterator[Suggestion]:
        """Yield a tactic for each unknown that decides."""
        reachable = [strategies()[key].title for key in self.deal.decision.reachable]
        several = len(reachable) > _NAMED
        between = f"{len(reachable)} strategies" if several else enumerated(reachable)
        for cell in self.deal.decision.deciding:
            where = (cell.criterion, cell.party)
            named = cell_name(self.deal.opportunity, *where)
            how = "alone narrows" if cell.alone else "helps to narrow"
            ours = cell.party == US
            pattern = (
                about_criterion(cell.criterion, "retrieve")
                if ours
                else about_unknown_rival(cell.criterion)
            )
            why = f"{named} {how} it down: undecided between {between}."
            yield self._on(where, pattern, [why], DECIDES_ALONE if cell.alone else DECIDES)

    def _ours(self) -> Iterator[Suggestion]:
        """Yield tactics on our own ratings, known or not."""
        for criterion in criterion_keys():
            sign = self.deal.facts.rating(criterion)
            if sign == "+":
                yield self._strength(criterion)
            elif sign == "-":
                yield self._weakness(criterion)
            elif criterion == _VALUE:
                why = f"{numbered(criterion)} is unknown."
                pattern = about_criterion(criterion, "prove")
                yield self._on((criterion, US), pattern, [why], VALUE)

    def _strength(self, criterion: str) -> Suggestion:
        flip = self.flips.get((criterion, US))
        weaker = self._weaker(criterion)
        why = [f"We are + on {numbered(criterion)}{weaker}."]
        if flip:
            why.append(f"Without it, {becoming(flip.strategy)}.")
        elif criterion == _VALUE and not self.deal.card.cell(criterion, US).evidence:
            why.append("There is no evidence for it.")
        usual = VALUE if criterion == _VALUE else AHEAD_OF_THEM if weaker else NOT_AHEAD
        weight = WHAT_WOULD_BREAK_IT if flip else usual
        return self._on((criterion, US), about_criterion(criterion, "emphasize"), why, weight)

    def _weaker(self, criterion: str) -> str:
        """Return which competitors are weak where we are strong, as the end of a sentence."""
        weak = [
            self._name(each)
            for each in self.racing
            if self.deal.facts.rating(criterion, each) == "-"
        ]
        return f", where {enumerated(weak)} {'is' if len(weak) == 1 else 'are'} -" if weak else ""

    def _weakness(self, criterion: str) -> Suggestion:
        flip = self.flips.get((criterion, US))
        why = [f"We are - on {numbered(criterion)}."]
        if flip:
            why.append(f"If we win it, {becoming(flip.strategy)}.")
        pattern = about_criterion(criterion, "minimize")
        return self._on((criterion, US), pattern, why, WINS if flip else WEAK)

    def _theirs(self) -> Iterator[Suggestion]:
        """Yield a tactic against each + of a competitor in the race."""
        expected = {rival: _moves(Seat.taken(self.deal, rival)) for rival in self.racing}
        for criterion in criterion_keys():
            for rival in self.racing:
                if self.deal.facts.rating(criterion, rival) == "+":
                    yield self._against(criterion, rival, expected[rival].get(criterion, ""))

    def _against(self, criterion: str, rival: str, expected: str) -> Suggestion:
        flip = self.flips.get((criterion, rival))
        ours = self.deal.facts.rating(criterion)
        why = [f"{self._name(rival)} is + on {numbered(criterion)}, and {_OURS[ours]}."]
        if flip:
            why.append(f"If they lose it, {becoming(flip.strategy)}.")
        if expected:
            why.append(expected)
        usual = NOT_AHEAD if ours == "+" else AHEAD_OF_US
        weight = EXPECTED_FROM_THEM if expected or flip else usual
        pattern = about_criterion(criterion, "insulate")
        return self._on((criterion, rival), pattern, why, weight)

    def _persons(self) -> Iterator[Suggestion]:
        """Yield a tactic for everybody of weight whom we have not met or have no approach to."""
        there, settings = self.deal.present, self.deal.settings
        heavy = (key for key, each in there.items() if of_weight(each, settings))
        for key in by_influence(there, heavy):
            case, why = _case(there[key])
            if why:
                pattern = about_person(case)
                what = pattern.what.format(person=there[key].named(key))
                reason = f"{there[key].named(key)} has influence {there[key].influence}{why}."
                called = f"{_letter(pattern)}@{key}"
                yield Suggestion(called, pattern.kind, what, (), (key,), None, (reason,), PERSON)

    def _outcomes(self, others: Iterable[Suggestion]) -> Iterator[Suggestion]:
        """Yield a tactic for each outcome that the current step lacks.

        What another tactic of that kind is about already is left to that one.
        """
        taken = {(each.kind, each.criteria[0]) for each in others if each.criteria}
        step = self.deal.standing.current
        for each in missing(self.deal, step):
            if step and each.step == step.step.key:
                found = self._outcome(each, step.step.title, taken)
                taken.update((found.kind, criterion) for criterion in found.criteria)
                yield found

    def _outcome(self, lacking: Missing, step: str, taken: set[tuple[str, str]]) -> Suggestion:
        pattern = about_outcome(lacking.outcome)
        about = source_of(lacking.outcome).criteria
        person = self.deal.speakers.key(lacking.person or "")
        named = self.deal.people[person].named(person) if person else lacking.person
        return Suggestion(
            f"{_letter(pattern)}:{lacking.outcome}",
            pattern.kind,
            pattern.what.format(outcome=lacking.title.rstrip(".")),
            tuple(each for each in about if (pattern.kind, each) not in taken),
            (person,) if person and person in self.deal.present else (),
            None,
            (f"Sales step {step} lacks it; {named or lacking.role} can give it to us.",),
            OUTCOME,
            lacking.outcome,
        )


def _with_proofs(ours: list[Suggestion], proofs: Sequence[Suggestion]) -> list[Suggestion]:
    """Return our tactics with those that prove benefits, instead of the general one to prove value.

    The first has its reasons, and all are as urgent.
    """
    general = next((each for each in ours if (each.kind, each.criteria) == _TO_PROVE), None)
    if general is None or not proofs:
        return [*ours, *(each._replace(weight=VALUE) for each in proofs)]
    first, *others = (each._replace(weight=general.weight) for each in proofs)
    first = first._replace(reasons=(*general.reasons, *first.reasons))
    return [*(each for each in ours if each is not general), first, *others]


def _letter(pattern: TacticPattern) -> str:
    return tactic_kinds()[pattern.kind].letter


def _moves(seat: Seat) -> dict[str, str]:
    """Return the move to expect from a competitor, by the criteria that it rests on."""
    found: dict[str, str] = {}
    for move in seat.moves:
        title = strategies()[seat.decision.recommended or ""].title
        for criterion in move.guideline.criteria:
            advice = move.guideline.text.partition(". ")[0].rstrip(".")
            words = f'Expect {title} from {seat.name}: "{advice}."'
            found.setdefault(criterion, words)
    return found


def _case(person: Person) -> tuple[str, str]:
    """Return what is known about somebody of weight, and what is missing; empty if nothing is."""
    if not person.identified:
        return "unidentified", ", and we do not know who it is"
    if person.coverage == "none":
        return "unmet", ", and we have not met"
    if person.approached:
        return "", ""
    fitting = proposed(person)
    return fitting[0].key if fitting else "unknown", ", and there is no approach"
