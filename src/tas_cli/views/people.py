"""Who is around a deal, for `tas prep`: competitors, and what people told us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.said import Said
from tas_cli.assess.scorecard import cell_name
from tas_cli.board.prep import Prep
from tas_cli.board.prompts import about_rival
from tas_cli.board.rivals import Rival, rivals
from tas_cli.board.to_ask import ToAsk, to_ask
from tas_cli.board.voices import Meeting, Outcome, Voice, voices
from tas_cli.method.catalogue import numbered
from tas_cli.reading.names import bare
from tas_cli.views.condition import numbers
from tas_cli.views.page import (
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Item,
    Section,
    item,
    items,
    leading,
    paragraph,
    section,
)
from tas_cli.views.words import ago, party_name, questions_each, short_name
from tas_cli.words import counted, some

_NAMED = 3
"""How many people are named in a heading."""
_SPEAKERS = 8
"""How many people are listed with what they spoke about."""


def told_us(met: Meeting, deal: DealOnDay) -> Iterator[Block]:
    """Yield what the people to meet told us, and what others say about the same."""
    for each in met.voices:
        heard = f"{each.last} ({ago((deal.day - each.last).days)})"
        yield section(
            f"{each.who} told us, last on {heard}",
            items(
                (
                    *(in_words(said, deal) for said in _newest(each.said)),
                    *(_outcome(met, deal) for met in each.outcomes),
                ),
                2,
                "•",
            ),
        )
    strangers = ", ".join(map(deal.speakers.shown, met.strangers))
    new = [paragraph(f"No evidence names {strangers} yet.", indent=2)] if strangers else []
    yield section("New to us", *new)
    others = (in_words(each, deal, who=True) for each in met.others)
    yield section("Others say about the same", items(others, 2, "•"))


def _outcome(each: Outcome, deal: DealOnDay) -> Item:
    titles = {state.step.key: dict(state.step.outcomes) for state in deal.standing.states}
    title = titles.get(each.step, {}).get(each.outcome, each.outcome).rstrip(".")
    return item(f"{title}: {each.day}: {each.entry.what or each.entry.link or ''}")


def _newest(said: Sequence[Said]) -> list[Said]:
    return sorted(said, key=lambda each: each.day, reverse=True)


def in_words(each: Said, deal: DealOnDay, *, who: bool = False) -> Item:
    """Return a piece of evidence with its cell, and with `who` its speaker."""
    speaker = f"{deal.speakers.shown(each.entry.who)}, " if who else ""
    what = each.entry.what or each.entry.link or "(no words recorded)"
    name = cell_name(deal.opportunity, each.criterion, each.party)
    sign = (SIGN[each.rating], SIGN_STYLE[each.rating])
    return item(f"{name}: {speaker}{each.day}: {what}", mark=sign)


def ask_them(shown: Prep, met: Meeting) -> Iterator[Section]:
    """Yield what to ask the people to meet, with questions: first what they should know."""
    found = to_ask(shown, met)
    names = some(names_of(met, shown.deal), _NAMED)
    as_well = "Ask as well" if any(each.known for each in found) else f"Ask {names}"
    for title, known in ((f"Ask {names} first", True), (as_well, False)):
        cells = [each for each in found if each.known is known]
        most = questions_each(len(cells)) if known else 1
        yield section(title, items((_cell(each, shown.deal, most) for each in cells), 2, "•"))


def names_of(met: Meeting, deal: DealOnDay) -> list[str]:
    """Return the people to meet, without roles."""
    return [
        *(deal.people[key].named(key) for key in met.mapped),
        *(bare(each) for each in met.unmapped),
    ]


def _cell(each: ToAsk, deal: DealOnDay, most: int) -> Item:
    name = cell_name(deal.opportunity, each.criterion, each.party)
    decides = ": the strategy depends on it" if each.decides else ""
    return item((name, STRONG), decides, below=each.questions[:most])


def around(deal: DealOnDay, *, voices: bool) -> Iterator[Section]:
    """Yield the competitors, and with `voices` everybody who told us something."""
    yield section("Competitors", items((_rival(each, deal) for each in rivals(deal)), 2, "•"))
    if voices:
        yield _speakers(deal)


def _rival(each: Rival, deal: DealOnDay) -> Item:
    parts = (
        f"strong on {numbers(each.strong)}" if each.strong else "",
        f"weak on {numbers(each.weak)}" if each.weak else "",
        f"find out {', '.join(map(numbered, each.unknown))}" if each.unknown else "",
    )
    name = party_name(deal.opportunity, each.party)
    asks = [about_rival(name, key)[0] for key in each.unknown[:1]]
    return item((name, STRONG), f": {'; '.join(filter(None, parts))}", below=asks)


def _speakers(deal: DealOnDay) -> Section:
    found = [_speaker(each, deal) for each in voices(deal)]
    return leading("Who told us what", found, _SPEAKERS)


def _speaker(each: Voice, deal: DealOnDay) -> Item:
    signs: dict[str, Said] = {}
    for said in sorted(each.said, key=lambda said: said.day):
        signs[short_name(deal.opportunity, said.criterion, said.party)] = said
    cells = [
        part
        for name, said in signs.items()
        for part in ((SIGN[said.rating], SIGN_STYLE[said.rating]), f" {name}, ")
    ]
    met = f"{counted(len(each.outcomes), 'outcome')}, " if each.outcomes else ""
    return item((each.who, STRONG), ": ", *cells, met, ago((deal.day - each.last).days))
