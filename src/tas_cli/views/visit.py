"""`tas prep` for people on the map: who they are, what to leave with, how to deal with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tas_cli.assess.approach import planned, proposed
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import OF_WEIGHT
from tas_cli.assess.organization import band
from tas_cli.assess.people import against_us, on_other_side
from tas_cli.assess.said import Said
from tas_cli.assess.scorecard import cell_name
from tas_cli.board.behind import giving
from tas_cli.board.prep import Missing, Prep
from tas_cli.board.to_ask import ToAsk, to_ask
from tas_cli.board.voices import Meeting
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.method.people import (
    adaptabilities,
    bands,
    caution,
    credibility,
    roles,
    sources,
    standings,
)
from tas_cli.model.person import Person, Relationship
from tas_cli.reading.names import joined
from tas_cli.strategy.decision import Decision
from tas_cli.views.head import plans
from tas_cli.views.page import (
    DIM,
    NUMBER,
    STRONG,
    Block,
    Item,
    Section,
    Title,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.people import in_words, names_of, told_us
from tas_cli.views.person import agenda, facts, planned_approach, proposed_approach, trust
from tas_cli.views.value_in_short import to_show
from tas_cli.views.verdict import candidates, choice, verdict
from tas_cli.views.words import ago, named, questions_each
from tas_cli.words import some

_CELLS, _OUTCOMES, _OTHERS = 3, 2, 4
"""How many unknown cells and outcomes to leave with, and words of others, are shown."""


def visit(name: str, shown: Prep, meeting: Meeting) -> Iterator[Block]:
    """Yield what to know before meeting people of whom some are on the map."""
    deal = shown.deal
    for key in meeting.mapped:
        yield from _who(key, deal)
    yield paragraph((f"{name} · {deal.opportunity.name} · as of {deal.day}", DIM))
    yield paragraph(" · ".join(plans(deal)))
    chosen = choice(deal.opportunity, deal.decision, why=False)
    yield paragraph(*verdict(deal.decision), " ", chosen)
    asked = to_ask(shown, meeting)
    yield section("Leave with", items(_leave_with(shown, meeting, asked), 3, NUMBER))
    yield from told_us(meeting._replace(others=()), deal)
    others = _relevant(meeting, asked)[:_OTHERS]
    yield section("Others say", items((in_words(each, deal, who=True) for each in others), 2, "•"))
    for key in meeting.mapped:
        yield from _as_customer(key, deal)
    yield from _questions(shown, meeting, asked)
    yield from _value(meeting, deal)
    for key in meeting.mapped:
        yield _influence(key, deal)
        yield _approach(name, key, deal, alone=len(meeting.mapped) == 1)


def _as_customer(key: str, deal: DealOnDay) -> Iterator[Block]:
    """Yield what somebody needs and answers for, where the account knows any of it."""
    if deal.account and (deal.account.needs or deal.account.priorities):
        from tas_cli.views.customer import of_person  # noqa: PLC0415 - few accounts have any of it

        yield from of_person(deal.account, key, deal.people[key].named(key), deal.day)


def _value(meeting: Meeting, deal: DealOnDay) -> Iterator[Block]:
    """Yield the value to show, where the deal has any, to those who are not on the other side."""
    racing = deal.opportunity.competing(deal.day)
    keys = [key for key in meeting.mapped if not on_other_side(deal.people[key], racing)]
    if deal.opportunity.value and keys:
        yield to_show(keys, deal)


def _influence(key: str, deal: DealOnDay) -> Section:
    """Return questions for the source of somebody's influence, where a map has such sources.

    There is one for each source (method, section 5), if none is known of somebody of weight.
    """
    person = deal.people[key]
    used = any(each.sources for each in deal.people.values())
    asked = used and not person.sources and band(person.influence, deal.settings) in OF_WEIGHT
    found = [item(each.asks[0], mark="•") for each in sources().values()] if asked else []
    return section(f"Where the influence of {person.named(key)} comes from", items(found, 2))


def _who(key: str, deal: DealOnDay) -> Iterator[Block]:
    person = deal.people[key]
    yield Title(person.titled(key), (person.company or deal.opportunity.customer,))
    if on_other_side(person, deal.opportunity.competing(deal.day)):
        yield paragraph((caution(), STRONG))
    for known in (_standing(person, deal), _history(person, deal), _lines(person, deal)):
        yield paragraph(" · ".join(filter(None, known)))
    yield from map(paragraph, agenda(person))


def _standing(person: Person, deal: DealOnDay) -> Iterator[str]:
    yield ", ".join(roles()[each].title.lower() for each in person.roles)
    yield facts(person)
    where = band(person.influence, deal.settings)
    yield bands()[where].title.lower() if where in OF_WEIGHT else ""
    yield f"left on {person.left}" if person.left and person.gone(deal.day) else ""


def _history(person: Person, deal: DealOnDay) -> Iterator[str]:
    """Yield when we met, what to sell, and what we are to this person."""
    last = person.last_met
    yield f"last met {last} ({ago((deal.day - last).days)})" if last and last <= deal.day else ""
    if person.adaptability:
        attitude = adaptabilities()[person.adaptability]
        yield f"{attitude.title.lower()}: sell {attitude.sell}"
    yield from _relationship(person.relationship or Relationship())


def _relationship(ours: Relationship) -> Iterator[str]:
    yield f"relationship held by {ours.held_by}" if ours.held_by else ""
    squares = (("now", ours.now), ("wanted", ours.wanted))
    found = [f"{credibility()[key].title.lower()} {when}" for when, key in squares if key]
    yield f"we are to them: {', '.join(found)}" if found else ""


def _lines(person: Person, deal: DealOnDay) -> Iterator[str]:
    """Yield the lines of authority and of influence."""
    if person.reports_to:
        yield f"reports to {_named([person.reports_to], deal)}"
    if person.influences:
        yield f"influences {_named(person.influences, deal)}"


def _named(keys: Sequence[str], deal: DealOnDay) -> str:
    return some([named(key, deal.people) for key in keys])


def _leave_with(shown: Prep, meeting: Meeting, asked: Sequence[ToAsk]) -> Iterator[Item]:
    """Yield what to bring back: unknowns, outcomes, something about the person, a date."""
    deal = shown.deal
    for each in [cell for cell in asked if cell.known][:_CELLS]:
        decides = f"; {_deciding(deal.decision)}" if each.decides else ""
        named = cell_name(deal.opportunity, each.criterion, each.party)
        yield item((named, STRONG), f": unknown{decides}")
    for missing in _to_bring(shown, meeting)[:_OUTCOMES]:
        yield item(("Evidence: ", STRONG), missing.title.rstrip("."))
    for key in meeting.mapped:
        yield from _about(deal.people[key], deal.people[key].named(key))
    yield from _date(deal, meeting)


def _deciding(decision: Decision) -> str:
    alone = len(decision.deciding) == 1
    return f"it decides between {candidates(decision)}" if alone else "the strategy depends on it"


def _to_bring(shown: Prep, meeting: Meeting) -> list[Missing]:
    """Return the outcomes that these people can give us, unless they are against us."""
    deal = shown.deal
    asked = {key for key in meeting.mapped if not against_us(deal.people[key])}
    return [each for each in shown.missing if asked.intersection(giving(deal, each.outcome))]


def _about(person: Person, name: str) -> Iterator[Item]:
    """Yield what the map lacks about somebody."""
    if not person.identified:
        yield item(("The name", STRONG), f": we do not know who {name} is")
    elif person.status is None:
        yield item((f"Where {name} stands", STRONG), ": for us, against us, or neither")
    elif person.agenda is None:
        yield item((f"What drives {name}", STRONG), ": how measured and rewarded, and what else")


def _date(deal: DealOnDay, meeting: Meeting) -> Iterator[Item]:
    """Yield that a date is missing: there is none, or only that of this meeting."""
    coming = deal.opportunity.next
    if coming is None or coming.date is None or coming.date < deal.day:
        yield item(("A date", STRONG), " for the next meeting: there is none")
    elif {*meeting.mapped}.intersection(deal.speakers.ids(joined(coming.people))):
        yield item(("A date", STRONG), f" for the meeting after {coming.date}")


def _relevant(meeting: Meeting, asked: Sequence[ToAsk]) -> list[Said]:
    """Return what others say, on what is still unknown first, else the newest first."""
    unknown = {(each.criterion, each.party) for each in asked}
    return sorted(meeting.others, key=lambda each: (each[:2] not in unknown, -each.day.toordinal()))


def _questions(shown: Prep, meeting: Meeting, asked: Sequence[ToAsk]) -> Iterator[Section]:
    """Yield what to ask: what these people should know, then one question each about the rest."""
    names = some(names_of(meeting, shown.deal))
    first = [each for each in asked if each.known]
    rest = [each for each in asked if not each.known]
    most = questions_each(len(first))
    yield section(f"Ask {names}", items((_cell(each, most) for each in first), 6))
    title = "Ask as well" if first else f"Ask {names}"
    yield section(title, items((_cell(each, 1) for each in rest), 6))


def _cell(each: ToAsk, most: int) -> Item:
    """Return questions about a cell, with its number."""
    first, *more = each.questions[:most]
    return item(first, mark=f"  #{criteria_by_key()[each.criterion].number}", below=more)


def _approach(name: str, key: str, deal: DealOnDay, *, alone: bool) -> Section:
    """Return how to deal with somebody, and what to be careful about."""
    person, deal_name = deal.people[key], typeable(name)
    way = [item("No contact yet.", command=f"tas path {deal_name} {key}")]
    careful = map(item, _careful(key, person, deal))
    first = way if person.coverage == "none" else []
    found = (*first, _plan(deal_name, key, deal), *map(item, trust(person)), *careful)
    title = "How to deal with them" if alone else f"How to deal with {person.named(key)}"
    return section(title, items(found, 2, "•"))


def _plan(name: str, key: str, deal: DealOnDay) -> Item:
    """Return the approach that the file has, or the one to enter."""
    person = deal.people[key]
    plan = planned_approach(deal, person)
    if plan:
        return item(plan[0], below=plan[1:])
    fitting = proposed(person)
    field = f"approach.strategy={fitting[0].key}" if fitting else "status=STATUS"
    return item(proposed_approach(person), command=f"tas people {name} {key} {field}")


def _careful(key: str, person: Person, deal: DealOnDay) -> Iterator[str]:
    """Yield how competitors stand there, conflicts, and the caveats of the approach."""
    for party in deal.opportunity.competing(deal.day):
        standing = person.rivals.get(party)
        known = standings()[standing].title.lower() if standing else "unknown"
        yield f"With {deal.opportunity.party_name(party)}: {known}"
    others = (each for each, other in deal.present.items() if key in other.conflicts)
    if both := [each for each in dict.fromkeys((*person.conflicts, *others)) if each != key]:
        yield f"In conflict with {_named(both, deal)}: take no side."
    approach = planned(person) or next(iter(proposed(person)), None)
    yield from (each for each in approach.caveats if each != caution()) if approach else ()
