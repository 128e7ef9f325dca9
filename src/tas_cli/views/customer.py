"""What an account's file says about a customer, as parts of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count, zip_longest

from tas_cli.assess.customer import MUST, Across, Wish, checked, flanking
from tas_cli.method.people import roles, standings
from tas_cli.method.value import alignment_questions, need_levels, swot_parts
from tas_cli.model.account import Account
from tas_cli.model.customer import Alignment, Condition, Need, Priority, Swot, Trait
from tas_cli.model.debrief import ActionItem
from tas_cli.nouns.account import NEEDS, PRIORITIES
from tas_cli.nouns.noun import Record, records
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Column,
    Item,
    Part,
    Section,
    Table,
    Words,
    cells,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.records import More
from tas_cli.views.words import amount, days_until, named, short_date
from tas_cli.words import counted, some

HOW_WELL = ("not well", "moderately", "very well")
"""The answers of the self-check, 1 to 3."""
POTENTIAL = "potential"
"""The key of the part with deals that may come."""
_READING = (
    "Our reading: more than a must, and we meet it. Ask whether a competitor does, and whether it "
    "is a formal criterion yet (#6)."
)
_INSIDE, _OUTSIDE = ("strengths", "weaknesses"), ("opportunities", "threats")
_HALF = 38
_LEAST = 24
"""The cells of one of two columns on a terminal, and on a narrow one."""


def customer(account: Account, day: date, currency: str) -> Iterator[Section]:
    """Yield the parts of an account's page that its file has, but for deals and people.

    Its amounts are in the default currency.
    """
    parts: dict[str, tuple[str, Iterable[Block]]] = {
        "priorities": ("Priorities", [items(_priorities(account, day), 3)]),
        "swot": ("SWOT", _swot(account, day)),
        "needs": ("Needs", needs(account, records(NEEDS, account))),
        "conditions": ("Conditions", _conditions(account, day)),
        "alignment": ("How well we work together", _self_check(account, day)),
        POTENTIAL: ("Deals that may come", [items(_to_come(account, day, currency), 2, "•")]),
    }
    for key, (title, blocks) in parts.items():
        yield Section(title, tuple(blocks), key)


def people_across(found: Sequence[Across], day: date) -> Table:
    """Return a table of who decides in which deals; those without a role come last."""
    heads = {"": 14, "Name": 17, "Title": 14, "Deals": 5, "With us": 14, "Roles": 16}
    squeezed = (("Title", 8), ("Name", 12), ("With us", 13), ("Roles", 15))
    rows = tuple(
        cells(
            each.key,
            each.person.name or "",
            each.person.title or "",
            str(len(each.deals) or ""),
            standings_of(each, day),
            roles_of(each),
        )
        for each in found
    )
    columns = (
        Column(head, most=most, folds=head in ("With us", "Roles")) for head, most in heads.items()
    )
    return Table(tuple(columns), rows, squeezed=squeezed, dropped=("Title",))


def standings_of(each: Across, day: date) -> str:
    """Return the standing of somebody with us, with the short names of deals if it differs."""
    if each.person.gone(day):
        return f"left on {each.person.left}"
    by: dict[str, list[str]] = {}
    for deal, person in each.deals.items():
        if person.status:
            by.setdefault(standings()[person.status].title.lower(), []).append(deal)
    return ", ".join(
        f"{title} ({some(deals)})" if by.keys() - {title} else title for title, deals in by.items()
    )


def roles_of(each: Across) -> str:
    """Return the roles, each with its number of deals if it is in several."""
    every = [role for person in each.deals.values() for role in person.roles]
    named = ((roles()[role].title.lower(), every.count(role)) for role in dict.fromkeys(every))
    return ", ".join(
        f"{title} in {number}" if len(each.deals) > 1 else title for title, number in named
    )


def _priorities(account: Account, day: date) -> Iterator[Item]:
    for record in records(PRIORITIES, account):
        if isinstance(each := record.value, Priority):
            who = named(each.executive, account.people) if each.executive else ""
            theirs = f"They: {each.their_action}" if each.their_action else ""
            below = (theirs, *meaning(each), *actions(each.actions, day))
            words = ((each.what, STRONG), f" · {who}" if who else "")
            yield item(*words, mark=f"{record.key} ", below=filter(None, below))


def meaning(each: Priority | Trait) -> Iterator[str]:
    """Yield what something means, first for the customer and then for us."""
    if each.means_for_them:
        yield f"For them: {each.means_for_them}"
    if each.means_for_us:
        yield f"For us: {each.means_for_us}"


def actions(found: Sequence[ActionItem], day: date) -> Iterator[Part]:
    """Yield the open actions, the first to be done before the others, and how many are done."""
    left = [each for each in found if each.done is None]
    for each in sorted(left, key=lambda each: each.due or date.max):
        who = f" ({each.owner})" if each.owner else ""
        words = f"To do: {each.what}{who}{_by(each.due, day)}"
        yield (words, MINUS) if each.due and each.due < day else words
    if len(left) < len(found):
        yield (f"{counted(len(found) - len(left), 'action')} done", DIM)


def _by(due: date | None, day: date) -> str:
    """Return when something is due, and how far away that is."""
    if due is None:
        return ""
    when = "overdue since" if due < day else "by"
    return f", {when} {short_date(due, day)} ({days_until(due, day)})"


def _swot(account: Account, day: date) -> Iterator[Block]:
    """Yield the four parts as a square: what is inside above what is outside."""
    if account.swot is None:
        return
    both = (_side_by_side(account.swot, parts) for parts in (_INSIDE, _OUTSIDE))
    tables = [table for table in both if table.rows]
    yield from tables[:1]
    for table in tables[1:]:
        yield GAP
        yield table
    found = [*_swot_actions(account, day)]
    yield from (GAP, items(found, 2, "•")) if found else ()


def _side_by_side(swot: Swot, parts: Sequence[str]) -> Table:
    """Return the entries of two parts in two columns."""
    titles = [swot_parts()[part].title for part in parts]
    sides = (map(_trait, getattr(swot, part), count(1)) for part in parts)
    rows = tuple(zip_longest(*sides, fillvalue=("",)))
    heads = (Column(title, least=_HALF, most=_HALF, folds=True) for title in titles)
    return Table(tuple(heads), rows, squeezed=tuple((title, _LEAST) for title in titles))


def _trait(each: Trait, number: int) -> Words:
    means = " ".join(f"{words.rstrip('.')}." for words in meaning(each))
    return (f"{number} {each.what}", (f". {means}" if means else "", DIM))


def _swot_actions(account: Account, day: date) -> Iterator[Item]:
    for key in swot_parts():
        for number, each in enumerate(getattr(account.swot, key), 1):
            for part in actions(each.actions, day):
                yield item(part, (f" · {key} {number}", DIM))


def _to_come(account: Account, day: date, currency: str) -> Iterator[Item]:
    for each in account.potential_deals:
        when = short_date(each.when, day) if each.when else ""
        facts = filter(None, (amount(each.amount, currency), when))
        below = [f"Trigger: {each.trigger}"] if each.trigger else []
        yield item((each.what, STRONG), " · ".join(("", *facts)), below=below)


def needs(account: Account, listed: Sequence[Record]) -> Iterator[Block]:
    """Yield what each person must have, what is better and what delights; whether we meet it."""
    if not listed:
        return
    titles = [level.title for level in need_levels().values()]
    heads = [Column("", most=16, folds=True), Column("Need", most=14, folds=True)]
    heads += [Column(title, least=len(title), most=15, folds=True) for title in titles]
    squeezed = (("Need", 8), *((title, 12) for title in titles))
    nobody = not any(isinstance(each.value, Need) and each.value.people for each in listed)
    rows = (row[nobody:] for row in _need_rows(account, listed))
    yield Table(tuple(heads[nobody:]), tuple(rows), squeezed=squeezed)
    yield paragraph(("+ we meet it, – we do not, ? not known", DIM))
    shown = [each.key for each in listed]
    yield from _material([each for each in flanking(account) if each.number in shown])


def _need_rows(account: Account, listed: Sequence[Record]) -> Iterator[tuple[Words, ...]]:
    """Yield a row for each need of each person; a person's name is in the first of them only."""
    of = [(each.key, each.value) for each in listed if isinstance(each.value, Need)]
    for person in dict.fromkeys(key for _, need in of for key in (need.people or [""])):
        name = named(person, account.people) if person else "nobody named"
        for key, need in of:
            if person in (need.people or [""]):
                levels = (_level(need, level) for level in need_levels())
                yield ((name,), (f"{key} {need.topic}",), *levels)
                name = ""


def of_person(account: Account, key: str, name: str, day: date) -> Iterator[Block]:
    """Yield what somebody needs and what this person is responsible for, briefly."""
    wanted = (each for each in account.needs if key in each.people)
    yield section(f"What {name} needs", items(map(_in_short, wanted), 2, "•"))
    theirs = (each for each in account.priorities if each.executive == key)
    found = (
        item((each.what, STRONG), below=(*meaning(each), *actions(each.actions, day)))
        for each in theirs
    )
    yield section(f"{name} is responsible for", items(found, 2, "•"))


def _in_short(need: Need) -> Item:
    """Return a need in one line, and the musts that we do not meet or know nothing about."""
    levels = [_level(need, level) for level in need_levels()]
    titles = [title.title.lower() for title in need_levels().values()]
    said = [
        part
        for title, words in zip(titles, levels, strict=True)
        for part in (f" · {title} ", *words)
        if words != ("",)
    ]
    sign = need.met.get(MUST, "?")
    below = [(_DOUBTED[sign], MINUS)] if need.must and sign in _DOUBTED else []
    return item((need.topic, STRONG), *said, below=below)


_DOUBTED = {"-": "Not met: without this we lose.", "?": "Find out whether we meet the must."}


def _level(need: Need, level: str) -> Words:
    wanted: list[str] = getattr(need, level)
    sign = need.met.get(level, "?")
    return ((SIGN[sign], SIGN_STYLE[sign]), f" {', '.join(wanted)}") if wanted else ("",)


def _material(found: Sequence[Wish]) -> Iterator[Block]:
    """Yield what can change the criteria in our favor."""
    if found:
        wanted = (f"{', '.join(each.wanted)} ({each.need.topic})" for each in found)
        yield GAP
        yield paragraph(("For Flanking: ", STRONG), f"{'; '.join(wanted)}.")
        yield paragraph((_READING, DIM))


def needs_more(account: Account, listed: list[Record]) -> More:
    """Return the list of needs by person instead of by number."""
    return More(instead=tuple(needs(account, listed)))


def _conditions(account: Account, day: date) -> Iterator[Block]:
    for side, title in (("ours", "We must meet"), ("theirs", "They must meet")):
        found = [each for each in account.conditions if each.side == side]
        if found:
            yield paragraph((title, STRONG))
            yield items((_condition(each, day) for each in found), 2, "•")


def _condition(each: Condition, day: date) -> Item:
    if each.met and each.met != "no":
        since = "" if each.met == "yes" else f" on {short_date(date.fromisoformat(each.met), day)}"
        return item(each.what, (f", met{since}", DIM))
    late = each.due is not None and each.due < day
    return item(each.what, (_by(each.due, day) or ", not met", MINUS if late else ""))


def _self_check(account: Account, day: date) -> Iterator[Block]:
    """Yield the newest answers, each with what it was before."""
    every = checked(account)
    if not every:
        return
    newest = every[0]
    by = f" by {newest.by}" if newest.by else ""
    yield paragraph((f"Checked on {short_date(newest.date, day)}{by}", DIM))
    found = (_answer(each.key, each.ask, every, day) for each in alignment_questions())
    yield items(filter(None, found), 2, "•")


def _answer(key: str, ask: str, every: Sequence[Alignment], day: date) -> Item | None:
    """Return how well it is now, and how well and when before, if that was another grade."""
    newest, *earlier = every
    now = getattr(newest, key)
    if now is None:
        return None
    last = next((each for each in earlier if getattr(each, key) is not None), None)
    words: Part = (HOW_WELL[now - 1], MINUS if now == 1 else STRONG)
    was = getattr(last, key) if last else now
    trend = f" ({HOW_WELL[was - 1]} on {short_date(last.date, day)})" if last and was != now else ""
    return item(f"{ask} ", words, (trend, DIM))
