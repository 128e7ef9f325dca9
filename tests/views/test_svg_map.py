"""The map as a picture: everybody is on it, nothing overlaps, and no text acts on anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from organizations import LINES, deal_of, organizations, staff
from syrupy.assertion import SnapshotAssertion

from tas_cli.assess.organization import organization
from tas_cli.model.person import Person
from tas_cli.views.safe import safe
from tas_cli.views.svg.arrangement import Arrangement, arranged
from tas_cli.views.svg.curves import Curve
from tas_cli.views.svg.geometry import CARD_HEIGHT, CARD_WIDTH, Card, Point
from tas_cli.views.svg.lettering import MORE, Font, folded, shortened, width, wrapped
from tas_cli.views.svg.map import map_drawing, map_svg
from tas_cli.views.svg.tidy import Block, tidy

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "title", "desc", "g", "path", "rect", "circle", "text"}
"""All elements of a picture: none of them loads or runs anything."""
ATTRIBUTES = {
    *("id", "role", "aria-labelledby", "viewBox", "width", "height", "transform", "opacity"),
    *("x", "y", "rx", "cx", "cy", "r", "d", "fill", "font-family", "font-size", "font-weight"),
    *("stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"),
    "text-anchor",
}
ACTING = "[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]"
HEAD = ["Cranes · Harbour", "Who decides · 2 people · 30 November 2026 · all assumed"]
ODD = [
    "<script>alert(1)</script>",
    "]]>&x;",
    '" onload="x',
    "\x1b[31m\x00\u202e\ud800\ufffe",
    "日本",
]
HOSTILE = st.none() | st.lists(st.sampled_from(ODD), min_size=1, max_size=3).map("".join)


def _drawn(people: dict[str, Person]) -> Element:
    return fromstring(map_svg("acme", deal_of(people)))  # noqa: S314 - our own


def _chart(people: dict[str, Person]) -> Element:
    """Return the map alone, without its head and the ground around it."""
    return fromstring(tostring(map_drawing(deal_of(people))))  # noqa: S314 - our own


def _arranged(people: dict[str, Person]) -> Arrangement:
    return arranged(organization(people))


def _staff(lines: dict[str, str | None]) -> dict[str, Person]:
    return {key: Person(reports_to=boss) for key, boss in lines.items()}


def _overlap(one: Card, other: Card) -> bool:
    return abs(one.x - other.x) < CARD_WIDTH and abs(one.y - other.y) < CARD_HEIGHT


@settings(max_examples=200)
@given(LINES)
def test_everybody_has_a_card_and_no_two_overlap(drawn: list[tuple[int, bool]]) -> None:
    """Each person has one card, below the boss's, and nobody's card is over another."""
    people = staff(drawn)
    where = _arranged(people)
    assert [*where.cards] == [*organization(people)]
    assert {*where.cards} == {*people}
    assert not any(_overlap(*pair) for pair in combinations(where.cards.values(), 2))
    for key, each in organization(people).items():
        if each.boss:
            assert where.cards[key].y > where.cards[each.boss].y
    assert all(card.x >= 0 and card.y >= 0 for card in where.cards.values())


@settings(max_examples=60)
@given(LINES)
def test_lines_of_authority_go_around_the_cards(drawn: list[tuple[int, bool]]) -> None:
    """Each line starts or ends at the cards it joins and runs through none."""
    people = staff(drawn)
    where = _arranged(people)
    reports = sum(each.boss is not None for each in organization(people).values())
    assert len(where.lines) == reports
    for line in where.lines:
        for one, two in pairwise(line):
            assert one.x == two.x or one.y == two.y
            for card in where.cards.values():
                beside = max(one.x, two.x) <= card.x or min(one.x, two.x) >= card.right
                assert beside or max(one.y, two.y) <= card.y or min(one.y, two.y) >= card.bottom


TREES = st.lists(st.integers(0, 30), max_size=25)


def _blocks(bosses: list[int]) -> list[Block]:
    """Return a tree of blocks of two widths; a boss is named by any number before the block's."""
    sizes = [(30.0, 50.0) if at % 3 else (40.0, 40.0) for at in range(len(bosses) + 1)]
    above = [None, *(boss % (at + 1) for at, boss in enumerate(bosses))]
    return [
        Block(boss, *size, rows=1 + at % 4, deep=5)
        for at, (boss, size) in enumerate(zip(above, sizes, strict=True))
    ]


@given(TREES)
def test_a_tidy_tree_has_bosses_in_the_middle_and_siblings_in_order(bosses: list[int]) -> None:
    """A boss is in the middle of the first and the last below, who are from left to right."""
    blocks = _blocks(bosses)
    spots = tidy(blocks, 10)
    for boss in range(len(blocks)):
        below = [spots[at].middle for at, each in enumerate(blocks) if each.above == boss]
        if below:
            assert spots[boss].middle == pytest.approx((below[0] + below[-1]) / 2)
            assert below == sorted(below)


@given(TREES)
def test_a_mirrored_tree_is_drawn_mirrored(bosses: list[int]) -> None:
    """Left and right are treated alike: no subtree leans to one side."""
    straight = _blocks(bosses)
    order = sorted(range(len(straight)), key=lambda at: (_depth(at, straight), -at))
    again = {at: new for new, at in enumerate(order)}
    mirrored = [
        Block(
            each.above if each.above is None else again[each.above],
            each.right,
            each.left,
            *each[3:],
        )
        for each in (straight[at] for at in order)
    ]
    one, two = tidy(straight, 10), tidy(mirrored, 10)
    wide = max(spot.middle + each.right for spot, each in zip(one, straight, strict=True))
    for at, new in again.items():
        assert two[new].middle == pytest.approx(wide - one[at].middle)
        assert two[new].row == one[at].row


def _depth(at: int, blocks: list[Block]) -> int:
    above = blocks[at].above
    return 0 if above is None else 1 + _depth(above, blocks)


@pytest.mark.parametrize("wide", [3, 9, 500])
def test_a_new_report_leaves_other_departments_as_they_are(wide: int) -> None:
    """Whoever is added below one head moves the other departments as a whole, if at all."""
    lines: dict[str, str | None] = {"top": None, "a": "top", "b": "top", "c": "top"}
    lines |= {f"a{at}": "a" for at in range(wide)} | {f"b{at}": "b" for at in range(9)}
    lines |= {"b9": "b1", "c0": "c", "c1": "c0"}
    before, after = _arranged(_staff(lines)).cards, _arranged(_staff(lines | {"new": "a"})).cards
    for head in ("b", "c"):
        moved = {
            (after[key].x - before[key].x, after[key].y - before[key].y)
            for key in lines
            if key.startswith(head)
        }
        assert len(moved) == 1


def test_a_department_hangs_below_its_head() -> None:
    """Up to ten people are card under card, each to the right of the boss; more are spread."""
    lines = {"top": None, "head": "top", "a": "head", "b": "a", "c": "head"}
    cards = _arranged(_staff(lines)).cards
    steps = {key: round(cards[key].x - cards["head"].x) for key in lines if key != "top"}
    assert steps == {"head": 0, "a": 24, "b": 48, "c": 24}
    assert sorted(lines, key=lambda key: cards[key].y) == [*lines]
    many = _arranged(_staff(lines | {f"d{at}": "head" for at in range(7)})).cards
    assert many["a"].y == many["c"].y


def test_forty_people_fit_on_a_slide() -> None:
    """A head of six departments with six or seven people takes the room of nine by six cards."""
    lines: dict[str, str | None] = {"top": None} | {f"h{at}": "top" for at in range(6)}
    lines |= {f"p{at}": f"h{at % 6}" for at in range(33)}
    where = _arranged(_staff(lines))
    assert len(where.cards) == 40
    assert where.right < 8 * CARD_WIDTH
    assert where.bottom < 12 * CARD_HEIGHT


@settings(max_examples=40)
@given(organizations(HOSTILE))
def test_what_is_said_of_people_moves_nobody(people: dict[str, Person]) -> None:
    """Positions follow from the lines of authority, and from who is an outsider."""
    bare = {
        key: Person(reports_to=each.reports_to, company="X" if each.company else None)
        for key, each in people.items()
    }
    assert _arranged(people) == _arranged(bare)


SHAPES: dict[str, Callable[[int], int | None]] = {
    "deep": lambda at: at - 1 if at else None,
    "wide": lambda at: 0 if at else None,
    "loose": lambda _: None,
    "a spine with ribs": lambda at: (at - 1) // 2 * 2 if at else None,
    "two by two": lambda at: (at - 1) // 2 if at else None,
    "a ring": lambda at: (at + 1) % 1000,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_thousand_people_of_any_shape_are_placed(shape: str) -> None:
    """Depth and width have no limit, and everybody has a place of their own."""
    bosses = (SHAPES[shape](at) for at in range(1000))
    lines = {f"p{at}": None if boss is None else f"p{boss}" for at, boss in enumerate(bosses)}
    assert len({*_arranged(_staff(lines)).cards.values()}) == 1000


def test_everybody_is_drawn() -> None:
    """As many cards are on the picture as there are people."""
    lines = {f"p{at}": f"p{at - 1}" if at % 5 else None for at in range(60)}
    assert len(_boxes(_drawn(_staff(lines)))) == 60


def _boxes(root: Element) -> list[Element]:
    """Return the boxes of all cards."""
    return [each for each in root.iter(f"{SVG}rect") if each.get("width") == f"{CARD_WIDTH:g}"]


@settings(max_examples=30)
@given(organizations(HOSTILE))
def test_a_map_is_well_formed_and_does_nothing(people: dict[str, Person]) -> None:
    """Whatever texts say, there are shapes and text, and nothing loads, links or runs."""
    root = _drawn(people)
    assert not re.search(ACTING, "".join(root.itertext()).replace("\n", ""))
    for each in root.iter():
        assert each.tag.removeprefix(SVG) in KNOWN
        assert {*each.attrib} <= ATTRIBUTES
        assert not any("url" in value or ":" in value for value in each.attrib.values())


@settings(max_examples=30)
@given(organizations(HOSTILE))
def test_everything_is_inside_the_picture(people: dict[str, Person]) -> None:
    """No card, line, curve or text begins or ends outside what is shown."""
    root = _chart(people)
    left, top, wide, high = map(float, root.attrib["viewBox"].split())
    assert (root.attrib["width"], root.attrib["height"]) == (f"{wide:g}", f"{high:g}")
    for x, y in _points(root):
        assert left <= x <= left + wide
        assert top <= y <= top + high


@settings(max_examples=30)
@given(organizations(st.none()))
def test_nothing_crosses_what_is_written_over_outsiders(people: dict[str, Person]) -> None:
    """No line, curve or flag touches the words over those from outside."""
    people |= {
        key: Person(company="Hart", influences=["p0", "p1", "one"]) for key in ("one", "two")
    }
    root = _chart(people)
    [label] = (each for each in root if each.text == "Outside the hierarchy")
    x, y, size = (float(label.attrib[name]) for name in ("x", "y", "font-size"))
    right = x + width(label.text or "", Font(size))
    for each in _points(root):
        assert not (x < each[0] < right and y - size < each[1] < y + 4)


def _points(root: Element) -> Iterator[tuple[float, float]]:
    """Yield the corners of boxes, the ends of lines, and where text begins and ends."""
    for each in root:
        yield from _points(each) if each.get("transform") is None else ()
        if each.tag == f"{SVG}rect":
            names = ("x", "y", "width", "height")
            x, y, wide, high = (float(each.get(name, "0")) for name in names)
            yield from ((x, y), (x + wide, y + high))
        elif each.tag == f"{SVG}text":
            x, y, size = (float(each.attrib[name]) for name in ("x", "y", "font-size"))
            long = width(each.text or "", Font(size, bold=each.get("font-weight") == "bold"))
            back = long / 2 if each.get("text-anchor") else 0
            yield from ((x - back, y), (x - back + long, y))
        elif each.tag == f"{SVG}path":
            numbers = [float(one) for one in re.findall(r"-?[\d.]+", each.attrib["d"])]
            points = [Point(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
            yield from Curve(*points).points(30) if "C" in each.attrib["d"] else points


def test_a_map_says_in_words_what_it_shows(snapshot: SnapshotAssertion) -> None:
    """The description has what the map says, then everybody with all facts, for screen readers."""
    root = _drawn(_story())
    assert root.get("role") == "img"
    named = str(root.get("aria-labelledby")).split()
    title, description = (next(x for x in root.iter() if x.get("id") == name) for name in named)
    assert title.text == "Cranes · Harbour"
    assert description.text == snapshot
    assert [x.text for x in root.iter(f"{SVG}text")] == snapshot


def _story() -> dict[str, Person]:
    told: dict[str, dict[str, Any]] = {
        "adeyemi": {"name": "Ruth Adeyemi", "title": "CEO", "roles": ["approver"]},
        "ruiz": {
            "name": "Elena Ruiz",
            "reports_to": "adeyemi",
            "roles": ["decision_maker", "sponsor"],
            "status": "mentor",
            "influence": "5",
            "coverage": "in_depth",
            "conflicts": ["whelan", "gone"],
            "evidence": [{"when": "2026-10-06", "who": "Ruiz", "what": "Penalties from July"}],
        },
        "whelan": {
            "reports_to": "adeyemi",
            "left": "2026-11-30",
            "rivals": {"x": "supporter"},
            "conflicts": ["ruiz"],
        },
        "analyst": {"title": "Finance", "unidentified": "yes", "reports_to": "adeyemi"},
        "hart": {"name": "Sam Hart", "company": "Hart & Co", "influences": ["adeyemi", "ruiz"]},
    }
    return {key: Person.model_validate(each) for key, each in told.items()}


def test_text_can_be_read() -> None:
    """All text has a contrast of 4.5 to 1 with whatever it may be on, and none is pale."""
    root = _drawn(_story())
    pale = {each.text for each in root.iterfind(f".//{SVG}g[@opacity]//{SVG}text")}
    assert pale == {"?"}
    for parent in root.iter():
        under = ""
        for each in parent:
            color = each.get("fill", "")
            if each.tag == f"{SVG}rect":
                under = color
            elif each.tag == f"{SVG}text":
                grounds = [under] if color == "#ffffff" else ["#ffffff", "#f1f4f8", "#e4e9f0"]
                assert min(_contrast(color, ground) for ground in grounds) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as the guidelines for accessibility define it."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_map_of_names_alone_has_no_signs() -> None:
    """What nobody has filled in is neither drawn nor explained."""
    people = {"a": Person(name="Ann"), "b": Person(name="Bob", reports_to="a")}
    root = _drawn(people)
    assert [x.text for x in root.iter(f"{SVG}text")] == [*HEAD, "Ann", "Bob", "Reports to"]
    assert not [*root.iter(f"{SVG}circle")]


def test_a_conflict_that_both_sides_name_is_drawn_once() -> None:
    """Two people in conflict are joined by one zigzag, whoever says so."""
    one = {"a": Person(conflicts=["b"]), "b": Person()}
    both = {"a": Person(conflicts=["b"]), "b": Person(conflicts=["a"])}
    drawn = [map_svg("acme", deal_of(people)).count("<path") for people in (one, both)]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ann", ["Ann"]),
        ("Elizabeth Warrington-Smythe", ["Elizabeth", "Warrington-Smythe"]),
        ("Vice President of Clinical Quality", ["Vice President of", "Clinical Quality"]),
        ("Head of Clinical Workflow Transformation", ["Head of Clinical", "Workflow Transform…"]),
        ("山田太郎山田太郎山田太郎山田太郎", ["山田太郎山田太郎山田…"]),
        (" ", []),
    ],
)
def test_text_is_wrapped_and_then_shortened(text: str, lines: list[str]) -> None:
    """A line has as many words as fit; what does not fit on the last one ends in an ellipsis."""
    assert wrapped(text, 150, 2, Font(13)) == lines


@given(st.text(st.characters(exclude_categories=()), max_size=30), st.integers(20, 200))
def test_a_shortened_text_fits(text: str, room: int) -> None:
    """Nothing is wider than its room, whatever it is written in."""
    assert width(shortened(text, room, Font(12)), Font(12)) <= room


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.integers(20, 200))
def test_a_folded_text_is_whole(text: str, room: int) -> None:
    """Every line fits, however long the words are, and nothing of the text is missing."""
    lines = folded(text, room, Font(12, bold=True))
    assert all(width(line, Font(12, bold=True)) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe(text).split())


def test_a_text_without_end_is_cut() -> None:
    """A name of ten thousand characters does not make a picture of a thousand lines."""
    lines = folded("x" * 10_000, 200, Font(12))
    assert len(lines) < 25
    assert lines[-1].endswith(MORE)


def test_what_signs_mean_is_seen_without_scrolling() -> None:
    """On a page, the map of many people is wider than the screen, but not the row of its signs."""
    reports = {f"p{at}": Person(reports_to="boss", roles=["user"], influence=2) for at in range(9)}
    boss = Person(status="enemy", coverage="brief", roles=["approver", "evaluator", "sponsor"])
    root = _chart({"boss": boss} | reports)
    signs = [each for each in root if each.tag == f"{SVG}text"]
    ends = [float(each.attrib["x"]) + width(each.text or "", Font(11)) for each in signs]
    assert {"Approver", "User", "Enemy"} <= {each.text for each in signs}
    assert max(ends) < 720 < float(root.attrib["width"])
