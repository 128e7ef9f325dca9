"""The table of a map: a row for each person, and lanes beside the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len

from tas_cli.model.person import Person
from tas_cli.views import map_cells as cell
from tas_cli.views.cells import greyed
from tas_cli.views.lanes import CONFLICT, LETTERS, SOURCE, Lanes, conflicts, drawn
from tas_cli.views.map_plan import INFLUENCE, Map
from tas_cli.views.map_rows import Row
from tas_cli.views.page import DIM, HEADING, MINUS, STRONG, Column, On, Part, Table, Words, bare
from tas_cli.words import enumerated

NAME, TITLE, BOSS, PROVEN, IN_CONFLICT = "Name", "Title", "Reports to", "✓", CONFLICT
"""Heads of columns."""
_NAME, _OTHER = 12, 8
"""The least widths of a name without its branch, and of a title or a boss, in cells."""
_SQUEEZED = ((TITLE, _OTHER), (BOSS, _OTHER), (NAME, _NAME))
_LANE_STYLES = {SOURCE: STRONG, CONFLICT: MINUS}


class _Filled(NamedTuple):
    """A column and its cells."""

    column: Column
    cells: list[Words]

    @property
    def width(self) -> int:
        """How wide it is, in cells, with the gap behind it."""
        words = (self.column.head, *map(bare, self.cells))
        return max(self.column.least, *map(cell_len, words)) + 1


def fitted(shown: Map, width: int) -> Map:
    """Return a map with as many lanes as a width in cells has room for."""
    name, *others = _about(shown)
    least = min(name.width, _NAME + 2 * shown.levels)
    for each in others:
        cut = each.column.head in (TITLE, BOSS)
        least += min(each.width, _OTHER + 1) if cut else each.width
    return shown.with_room((width - least) // 2)


def table(shown: Map, *, document: bool = False) -> Table:
    """Return the table; in a document, the lanes are columns of names."""
    drawn_beside = _in_words(shown) if document else _lanes(shown)
    filled = [*_about(shown, document=document), *drawn_beside]
    columns = tuple(each.column for each in filled)
    rows = tuple(zip(*(each.cells for each in filled), strict=True))
    return Table(columns, rows, squeezed=_SQUEEZED, dropped=(TITLE, BOSS))


def _about(shown: Map, *, document: bool = False) -> Iterator[_Filled]:
    """Yield the columns about each person that have anything to show."""
    yield _Filled(Column(NAME), [_named(shown, row, document=document) for row in shown.rows])
    for head, said in _columns(shown).items():
        known = [said(person) for _, person in shown.people]
        if any(bare(words).strip(" ?") for words in known):
            yield _Filled(Column(head), _in_rows(shown, known))


def _columns(shown: Map) -> dict[str, Callable[[Person], Words]]:
    deal, letters = shown.deal, cell.rival_letters(shown.deal)
    mixed = len({bool(person.evidence) for _, person in shown.people}) > 1
    return {
        TITLE: lambda each: (cell.job(each),),
        **({BOSS: lambda each: (_boss(shown, each),)} if shown.by == INFLUENCE else {}),
        **({PROVEN: lambda each: (PROVEN if each.evidence else "",)} if mixed else {}),
        "Role": lambda each: (cell.role_letters(each),),
        "With us": lambda each: cell.standing(each, cell.backed_letters(each, letters), deal.day),
        "Infl.": lambda each: (cell.dots(each.influence),),
        "Contact": lambda each: cell.contact(each, deal),
    }


def _in_rows(shown: Map, known: Iterable[Words]) -> list[Words]:
    """Return the cells of all rows, empty ones beside headings, gray ones of those who left."""
    left = iter(known)
    return [_shaded(shown, row, next(left)) if row.key else ("",) for row in shown.rows]


def _shaded(shown: Map, row: Row, words: Words) -> Words:
    gone = shown.deal.people[row.key].gone(shown.deal.day)
    return tuple(greyed(words)) if gone else words


def _boss(shown: Map, person: Person) -> str:
    boss = shown.deal.people.get(person.reports_to or "")
    return boss.named(person.reports_to or "") if boss else ""


def _named(shown: Map, row: Row, *, document: bool) -> Words:
    if not row.key:
        return ((row.heading, STRONG if document else HEADING),)
    branch = row.branch.replace(" ", "\N{NO-BREAK SPACE}") if document else row.branch
    name = cell.name_of(row.key, shown.deal.people[row.key])
    return ((branch, DIM), *_shaded(shown, row, (name,)))


def _lanes(shown: Map) -> Iterator[_Filled]:
    """Yield a column for each lane of influence, and after a gap those of conflicts."""
    for letter, lane in zip(LETTERS, shown.lanes, strict=False):
        yield _lane(shown, letter, (lane,))
    if shown.conflicts and shown.lanes:
        yield _Filled(Column("", On.TERMINAL), [("",)] * len(shown.rows))
    for column in shown.conflicts:
        yield _lane(shown, IN_CONFLICT, column)


def _lane(shown: Map, head: str, lanes: Lanes) -> _Filled:
    marks = (drawn(lanes, at) for at in range(len(shown.rows)))
    return _Filled(Column(head), [((each, _LANE_STYLES.get(each, "")),) for each in marks])


def _in_words(shown: Map) -> Iterator[_Filled]:
    """Yield columns with the names of those whom each person influences, or is in conflict with."""
    below = {lane.who[0]: lane.who[1:] for lane in shown.lanes}
    against: dict[str, list[str]] = {}
    for first, second in conflicts(shown.here):
        against.setdefault(first, []).append(second)
        against.setdefault(second, []).append(first)
    for head, found in (("Influences", below), ("In conflict with", against)):
        if found:
            yield _Filled(
                Column(head), [_names(shown, found.get(row.key, ())) for row in shown.rows]
            )


def _names(shown: Map, keys: Iterable[str]) -> tuple[Part, ...]:
    return (enumerated([shown.deal.people[key].named(key) for key in keys]),)
