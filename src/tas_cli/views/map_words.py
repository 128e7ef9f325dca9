"""What a map says, in sentences, each with the command that does something about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tas_cli.assess import influence as kind
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import Insight, Sides
from tas_cli.assess.path import way
from tas_cli.method.catalogue import numbered
from tas_cli.views.map_cells import job
from tas_cli.views.page import MINUS, Item, item
from tas_cli.views.words import short_date
from tas_cli.words import enumerated

_NAMED = 4
"""How many people a sentence names."""


def said(name: str, deal: DealOnDay, found: Iterable[Insight]) -> list[Item]:
    """Return what the map of a deal says as a list, each with a command on the deal `name`."""
    return [
        item(sentence(deal, each), mark=("!", MINUS), command=f"tas {command(name, deal, each)}")
        for each in found
    ]


def sentence(deal: DealOnDay, each: Insight) -> str:
    """Return an insight in words."""
    return _SENTENCES[each.kind](deal, each)


def command(name: str, deal: DealOnDay, each: Insight) -> str:
    """Return the command that does something about an insight, without `tas`."""
    prep = "prep {id} --with {who}"
    forms = {
        kind.STRONGER_AGAINST: "people {id} {who} approach.strategy=neutralize",
        kind.UNMET: "path {id} {who}",
        kind.NO_APPROVER: 'people {id} "Name, title" A',
        kind.CARRIES: "strategy {id} --as {whom}",
        kind.GONE: "show {id} --evidence" if each.whom else 'people {id} "Name, title"',
        kind.UNIDENTIFIED: 'people {id} {who} name="…"',
    }
    if each.kind == kind.STRONGER_AGAINST and deal.people[each.who[0]].approach:
        forms[each.kind] = prep
    first, whom = (next(iter(keys), "") for keys in (each.who, each.whom))
    return forms.get(each.kind, prep).format(id=name, who=first, whom=whom)


def named(deal: DealOnDay, keys: Sequence[str]) -> str:
    """Return the names of people with their influence: Elena Ruiz (5) and Tom Whelan (3)."""
    names = [_graded(deal, key) for key in keys[:_NAMED]]
    more = [f"{len(keys) - _NAMED} more"] if keys[_NAMED:] else []
    return enumerated([*names, *more])


def _graded(deal: DealOnDay, key: str) -> str:
    influence = deal.people[key].influence
    return deal.people[key].named(key) + (f" ({influence})" if influence else "")


def strongest(deal: DealOnDay, sides: Sides) -> str:
    """Return the strongest for us and against us; empty if there is nobody on either side."""
    ours, others = (named(deal, keys[: _NAMED - 1]) for keys in sides)
    parts = ("Strongest for us: ", ours), ("Strongest against us: ", others)
    return " ".join(f"{title}{names}." for title, names in parts if names)


def _stronger(deal: DealOnDay, each: Insight) -> str:
    verb = "is" if len(each.who) == 1 else "are"
    than = f"our strongest supporter, {named(deal, each.whom[:1])}" if each.whom else ""
    rest = f"stronger than {than}" if than else "nobody is known to be for us"
    return f"{named(deal, each.who)} {verb} against us, and {rest}."


def _unmet(deal: DealOnDay, each: Insight) -> str:
    ear = f", who has the ear of {named(deal, each.whom)}" if each.whom else ""
    through = _way_in(deal, each.who[0])
    way = f" Way in: through {through}." if through else ""
    return f"None of us has met {named(deal, each.who)}{ear}.{way}"


def _way_in(deal: DealOnDay, key: str) -> str:
    """Return who can take us to somebody: the last on the way, or who is noted as the way."""
    people = deal.present
    found = way(people, key)
    ready = (each.key for each in found.openers if not each.missing)
    last = found.steps[-2].key if found.steps[1:] else next(ready, None)
    return people[last].named(last) if last else ""


def _no_approver(deal: DealOnDay, each: Insight) -> str:
    if each.who:
        several = len(each.who) > 1
        left = "All approvers have left" if several else "The only approver has left"
        return f"{left}: {enumerated([deal.people[key].named(key) for key in each.who])}."
    return "No approver is on the map: who can stop or release the decision?"


def _approvers(deal: DealOnDay, each: Insight) -> str:
    everybody = deal.present.values()
    number = sum("approver" in person.roles for person in everybody)
    all_of = f"of {number} " if number > len(each.who) > 1 else ""
    return _barely(deal, each, "an approver", f"{all_of}approvers")


def _barely_known(deal: DealOnDay, each: Insight) -> str:
    return _barely(deal, each, "somebody of weight", "people of weight")


def _barely(deal: DealOnDay, each: Insight, one: str, many: str) -> str:
    number = len(each.who)
    return f"We barely know {one if number == 1 else f'{number} {many}'}: {named(deal, each.who)}."


def _carries(deal: DealOnDay, each: Insight) -> str:
    verb = "backs" if len(each.who) == 1 else "back"
    return f"{named(deal, each.who)} {verb} {deal.opportunity.party_name(each.whom[0])}."


def _leaving(deal: DealOnDay, each: Insight) -> str:
    rest = f"only that word supports {_criteria(each)}." if each.whom else "who takes over?"
    return f"{named(deal, each.who)} leaves on {_left(deal, each)}: {rest}"


def _criteria(each: Insight) -> str:
    return enumerated([numbered(key) for key in each.whom])


def _gone(deal: DealOnDay, each: Insight) -> str:
    rest = f"look at {_criteria(each)} again." if each.whom else "who took over?"
    return f"{named(deal, each.who)} left on {_left(deal, each)}: {rest}"


def _left(deal: DealOnDay, each: Insight) -> str:
    left = deal.people[each.who[0]].left
    return short_date(left, deal.day) if left else ""


def _above_rank(deal: DealOnDay, each: Insight) -> str:
    names = enumerated([_ranked(deal, key) for key in each.who[:_NAMED]])
    return f"More influence than rank: {names}."


def _ranked(deal: DealOnDay, key: str) -> str:
    person = deal.people[key]
    return f"{deal.people[key].named(key)} ({person.influence}, rank {person.rank})"


def _unidentified(deal: DealOnDay, each: Insight) -> str:
    person = deal.people[each.who[0]]
    boss = person.reports_to or ""
    below = f"reports to {deal.people[boss].named(boss)}" if boss in deal.people else ""
    known = ", ".join(filter(None, (job(person), below)))
    return f'Find out who "{person.name or each.who[0]}" is{f": {known}" if known else ""}.'


_SENTENCES: dict[str, Callable[[DealOnDay, Insight], str]] = {
    kind.STRONGER_AGAINST: _stronger,
    kind.UNMET: _unmet,
    kind.NO_APPROVER: _no_approver,
    kind.APPROVERS: _approvers,
    kind.BARELY_KNOWN: _barely_known,
    kind.CARRIES: _carries,
    kind.LEAVING: _leaving,
    kind.GONE: _gone,
    kind.ABOVE_RANK: _above_rank,
    kind.UNIDENTIFIED: _unidentified,
}
