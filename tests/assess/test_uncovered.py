"""What a plan covers, and what it leaves out."""

from __future__ import annotations

from meridian import DEAL, TODAY
from workspaces import day, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.disclosure import Disclosure
from tas_cli.assess.plan import Uncovered, camps, uncovered
from tas_cli.model.settings import Settings


def deal(keys: str = "") -> DealOnDay:
    """Return the deal of Meridian Health with these keys."""
    return DealOnDay.of(opportunity(DEAL + keys), Settings.model_validate({}), day(TODAY))


def left_out(*tactics: str) -> Uncovered:
    """Return what these tactics leave out."""
    return uncovered(deal(f"tactics: [{', '.join(tactics)}]\n"))


def test_only_open_tactics_cover_a_kind() -> None:
    """A tactic that is done leaves its kind to be planned again."""
    found = left_out("{what: a, kind: prove}", "{what: b, kind: emphasize, done: 2026-11-20}")
    assert found.kinds == ("retrieve", "insulate", "minimize", "emphasize")


def test_what_decides_needs_a_tactic_that_retrieves_it() -> None:
    """A tactic of another kind about the same criterion does not find it out."""
    deciding = {each.criterion for each in deal().decision.deciding}
    assert deciding == {"political_alignment"}
    assert [each.criterion for each in left_out("{what: a, kind: prove, criteria: [15]}").unknown]
    assert left_out("{what: a, kind: retrieve, criteria: [15]}").unknown == ()


def test_retrieving_is_missed_only_if_an_unknown_decides() -> None:
    """Once a strategy follows whatever the unknowns are, nothing has to be retrieved for it."""
    rated = "".join(f'      {key}: {{us: "+"}}\n' for key in ("future_revenue", "strategic_value"))
    known = DEAL.replace('"?"', '"+"').replace(
        "      profitability:", f"{rated}      profitability:"
    )
    decided = DealOnDay.of(
        opportunity(f"{known}tactics: [{{what: a}}]\n"), Settings.model_validate({}), day(TODAY)
    )
    assert not decided.decision.deciding
    assert "retrieve" in left_out("{what: a}").kinds
    assert "retrieve" not in uncovered(decided).kinds


def test_people_of_weight_need_an_approach_or_a_tactic() -> None:
    """Whoever is for us does not; Kessler has a tactic here, Adeyemi an approach."""
    assert left_out("{what: a}").people == ("adeyemi", "hart", "kessler")
    assert left_out("{what: a, people: [kessler]}").people == ("adeyemi", "hart")
    assert left_out("{what: a, people: [kessler], done: 2026-11-20}").people[2:] == ("kessler",)


def test_people_of_weight_who_are_on_no_side_are_undecided() -> None:
    """The most influential first; those of little influence are left out."""
    assert camps(deal()) == (("ruiz", "nair"), ("whelan", "pell"), ("adeyemi", "hart", "kessler"))


def test_a_plan_on_a_page_names_nobody_whose_standing_it_does_not_show() -> None:
    """Without how people stand, who is for us is unknown, so nobody is missed in the plan."""
    file = opportunity(f"{DEAL}tactics: [{{what: a}}]\n")
    shown, _ = Disclosure().deal("flow", file, None, day(TODAY))
    on_page = uncovered(DealOnDay.of(shown, Settings(), day(TODAY)))
    assert on_page == left_out("{what: a}")._replace(people=())
