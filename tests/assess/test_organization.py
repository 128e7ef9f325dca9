"""The organization: everybody has one position, whatever the lines of authority say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tas_cli.assess.organization import band, bosses, organization, rings
from tas_cli.model.person import Person
from tas_cli.model.settings import Bands, Settings

NAMES = [f"p{number}" for number in range(12)]
LINES = st.dictionaries(
    st.sampled_from(NAMES), st.none() | st.sampled_from([*NAMES, "nobody-here"]), max_size=12
)


def _people(lines: dict[str, str | None]) -> dict[str, Person]:
    return {key: Person(reports_to=above) for key, above in lines.items()}


@given(LINES)
def test_everybody_has_one_position_below_the_boss(lines: dict[str, str | None]) -> None:
    """Nobody is lost or comes before the boss, and each is one level below."""
    people = _people(lines)
    found = organization(people)
    assert sorted(found) == sorted(people)
    places = {key: at for at, key in enumerate(found)}
    for key, each in found.items():
        if each.boss is None:
            assert each.depth == 0
        else:
            assert each.boss == lines[key]
            assert each.depth == found[each.boss].depth + 1
            assert places[each.boss] < places[key]


@given(LINES)
def test_a_ring_is_what_leads_back_to_itself(lines: dict[str, str | None]) -> None:
    """The rings have exactly those who reach themselves by their bosses."""
    people = _people(lines)
    inside = set()
    for key in people:
        above, steps = key, 0
        while steps < len(people):
            above, steps = str(lines.get(above)), steps + 1
            if above == key:
                inside.add(key)
    assert {key for ring in rings(people) for key in ring} == inside
    assert all(bosses(people)[ring[0]] is None for ring in rings(people))


def test_somebody_from_outside_comes_last() -> None:
    """An outsider without a boss on the map is listed behind the organization."""
    people = {"hart": Person(company="Hart & Co"), "ceo": Person(), "cfo": Person(reports_to="ceo")}
    found = organization(people)
    assert [*found] == ["ceo", "cfo", "hart"]
    assert found["hart"].outside


def test_settings_move_the_bands() -> None:
    """The bands are the method's reading unless the settings say otherwise."""
    said = {grade: band(grade, Settings()) for grade in (1, 2, 3, 4, 5)}
    assert said == {1: "wonder", 2: "watch", 3: "watch", 4: "structure", 5: "inner_circle"}
    own = Settings(bands=Bands(inner_circle=4, structure=3, watch=2))
    assert band(4, own) == "inner_circle"
    assert band(None, own) is None
