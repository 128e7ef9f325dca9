"""The way to a person: the shortest over those who support us; ties by influence, then order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.assess.path import CONTACT, SUPPORT, VIA, way
from tas_cli.model.person import Person

NAMES = [f"p{number}" for number in range(9)]
KEY = st.sampled_from([*NAMES, "not-on-the-map"])
PERSON = st.fixed_dictionaries(
    {},
    optional={
        "reports_to": KEY,
        "influences": st.lists(KEY, max_size=3),
        "status": st.sampled_from(["neutral", "supporter", "supporter", "mentor", "mentor"]),
        "coverage": st.sampled_from(["none", "brief", "brief", "multiple", "in_depth"]),
        "influence": st.sampled_from(["1", "3", "3", "5"]),
        "via": KEY,
    },
)
MAPS = st.dictionaries(st.sampled_from(NAMES), PERSON, min_size=1)
WIDE = st.fixed_dictionaries(dict.fromkeys(NAMES, PERSON))


def _people(entries: dict[str, dict[str, Any]]) -> dict[str, Person]:
    return {key: Person.model_validate(entry) for key, entry in entries.items()}


def _best(networkx: Any, people: dict[str, Person], to: str) -> list[str]:
    """Return the way to somebody, found by the library among all the shortest ones."""
    graph = networkx.DiGraph()
    graph.add_nodes_from(["us", *people])
    helpers = {key for key, each in people.items() if each.status in ("supporter", "mentor")}
    graph.add_edges_from(
        ("us", key) for key, each in people.items() if each.coverage in ("multiple", "in_depth")
    )
    lines = {
        (start, end)
        for key, each in people.items()
        for start, end in (
            (key, each.reports_to),
            (each.reports_to, key),
            *((key, other) for other in each.influences),
        )
    }
    graph.add_edges_from((start, end) for start, end in lines if start in helpers and end in people)
    if not networkx.has_path(graph, "us", to):
        return []
    order = [*people]
    ways = [each[1:] for each in networkx.all_shortest_paths(graph, "us", to)]
    return min(
        ways,
        key=lambda keys: (
            [-(people[key].influence or 0) for key in keys],
            [order.index(key) for key in keys],
        ),
    )


@given(st.one_of(MAPS, WIDE))
def test_the_way_is_the_shortest_and_the_strongest(entries: dict[str, dict[str, Any]]) -> None:
    """On any map, the way to each person is the one that a library of graphs finds."""
    networkx = pytest.importorskip("networkx", reason="in the requirements for tests")
    people = _people(entries)
    for to in people:
        found = way(people, to)
        assert [each.key for each in found.steps] == _best(networkx, people, to)


def _helper(influence: str, *influences: str, coverage: str = "brief") -> dict[str, Any]:
    return {
        "status": "supporter",
        "coverage": coverage,
        "influence": influence,
        "influences": [*influences],
    }


def test_of_equally_short_ways_the_most_influential_is_taken() -> None:
    """The first person's influence counts before the second's, and that before the files' order."""
    people = {
        "weak": _helper("3", "boss", coverage="multiple"),
        "to": {},
        "boss": _helper("5", "to"),
        "strong": _helper("4", "last", "next", coverage="multiple"),
        "next": _helper("1", "to"),
        "last": _helper("1", "to"),
    }
    assert [each.key for each in way(_people(people), "to").steps] == ["strong", "next", "to"]
    people["last"]["influence"] = "2"
    assert [each.key for each in way(_people(people), "to").steps] == ["strong", "last", "to"]
    people["weak"]["influence"] = "4"
    assert [each.key for each in way(_people(people), "to").steps] == ["weak", "boss", "to"]


@given(WIDE)
def test_an_opener_opens_a_way(entries: dict[str, dict[str, Any]]) -> None:
    """Without a way, whoever lacks something would open one if it were there."""
    people = _people(entries)
    for to in people:
        found = way(people, to)
        assert not (found.steps and found.openers)
        for each in found.openers:
            assert each.missing or each.relations == (VIA,)
            if each.relations == (VIA,):
                continue
            changed = {
                **({"status": "supporter"} if SUPPORT in each.missing else {}),
                **({"coverage": "multiple"} if CONTACT in each.missing else {}),
            }
            opened = people | {each.key: each.person.model_copy(update=changed)}
            assert way(opened, to).steps[-2:][0].key == each.key


def test_a_step_says_how_people_are_related() -> None:
    """Lines of authority count both ways, influence forward; all relations are named."""
    people = _people(
        {
            "ceo": {"influence": "5"},
            "coo": {"reports_to": "ceo", "influences": ["ceo", "ceo"], "status": "supporter"},
            "dir": {"reports_to": "coo", "status": "mentor", "coverage": "multiple"},
            "clerk": {"reports_to": "dir", "influences": ["dir"]},
        }
    )
    found = way(people, "ceo")
    assert [(each.key, each.relations) for each in found.steps] == [
        ("dir", ("reports_to",)),
        ("coo", ("reports_to", "influences")),
        ("ceo", ()),
    ]
    assert way(people, "clerk").steps[0].relations == ("boss_of",)
    assert [each.key for each in way(people, "dir").steps] == ["dir"]


def test_without_a_way_those_who_lack_the_least_come_first() -> None:
    """First who is noted as the way in, then one thing missing before two, then influence."""
    people = _people(
        {
            "hart": {"via": "ruiz"},
            "ann": {"influences": ["hart"], "influence": "5"},
            "bob": {"influences": ["hart"], "influence": "2", "coverage": "multiple"},
            "cid": {"influences": ["hart"], "influence": "4", "status": "supporter"},
            "ruiz": {"status": "supporter", "coverage": "in_depth"},
        }
    )
    found = way(people, "hart")
    assert found.steps == ()
    assert [(each.key, each.missing) for each in found.openers] == [
        ("ruiz", ()),
        ("cid", ("contact",)),
        ("bob", ("support",)),
        ("ann", ("support", "contact")),
    ]
    assert [each.key for each in found.openers[0].steps] == ["ruiz"]


def test_a_long_chain_takes_no_time() -> None:
    """A way over thousands of people is found by looking at each of them once."""
    many = 3000
    chain = {f"p{at}": {"reports_to": f"p{at + 1}", "status": "supporter"} for at in range(many)}
    chain["p0"]["coverage"] = "multiple"
    assert len(way(_people(chain), f"p{many - 1}").steps) == many
