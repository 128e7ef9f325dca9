"""What a competitor's offer brings and costs is entered with its short name in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import Tas
from workspaces import write

DEAL = """\
tas: 1
name: Flow
customer: Meridian
competitors: {x-sys: {name: X-Sys}, medplan: {name: MedPlan}}
value:
  benefits:
    - {what: Fewer calls, formula: 100}
    - {what: Less overtime, formula: 70}
  rivals:
    x-sys:
      benefits: [{what: Fewer calls, formula: 60}]
"""


@pytest.fixture
def path(tas: Tas, tmp_path: Path) -> Path:
    """A deal with two benefits of ours, one of a competitor, and another competitor."""
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/flow.yaml": DEAL})
    tas.at(tmp_path).env(TAS_TODAY="2026-11-30")
    return tmp_path / "opportunities/flow.yaml"


def _keys(tas: Tas, *words: str) -> list[str]:
    return [
        each["key"] for each in tas("benefits", "flow", *words, "--format", "json").json["benefits"]
    ]


@pytest.mark.usefixtures("path")
def test_ours_come_first_then_those_of_each_competitor(tas: Tas) -> None:
    """A competitor's name lists its own, even if it has none yet."""
    assert _keys(tas) == ["1", "2", "x-sys 1"]
    assert _keys(tas, "X-Sys") == ["x-sys 1"]
    assert _keys(tas, "medplan") == []
    assert 'tas benefits flow medplan what="' in tas("benefits", "flow", "medplan").out


ADDED = {
    "a benefit of ours": (("benefits", "flow", "Fewer beds"), "3"),
    "another of a competitor": (("benefits", "flow", "x-sys", "what=Uptime"), "x-sys 2"),
    "the first of a competitor": (("benefits", "flow", "MedPlan", "what=Uptime"), "medplan 1"),
    "a cost of a competitor": (("costs", "flow", "x-sys", "what=Licence", "amount=5k"), "x-sys 1"),
}


@pytest.mark.parametrize(("words", "key"), ADDED.values(), ids=ADDED)
def test_each_goes_to_the_end_of_the_list_it_is_for(
    tas: Tas, path: Path, words: tuple[str, ...], key: str
) -> None:
    """It is reported with its key, can be removed by it, and is taken back."""
    done = tas(*words)
    assert done.status == 0, done.err
    assert f" {key} added" in done.out
    assert tas(*words[:2], *key.split(), "--remove", "--dry-run").status == 0
    tas("undo")
    assert path.read_text(encoding="utf-8") == DEAL


def test_a_change_to_one_leaves_those_of_others(tas: Tas, path: Path) -> None:
    """The same number is meant in the list that is named."""
    assert tas("benefits", "flow", "x-sys", "1", "formula=65").status == 0
    assert path.read_text(encoding="utf-8") == DEAL.replace("formula: 60", "formula: 65")


REFUSED = {
    "a mistyped competitor": (("xsys", "what=A"), "Did you mean x-sys?"),
    "a word without its field": (
        ("x-sys", "Uptime", "per=year"),
        "tas benefits flow x-sys what=Uptime",
    ),
    "the same in the list": (("x-sys", "Uptime"), "tas benefits flow x-sys what=Uptime"),
    "a number that ours do not have": (("3", "per=year"), "number 2"),
    "a number that a competitor's do not have": (("x-sys", "2", "per=year"), "number 1"),
    "a number of a competitor without any": (("medplan", "1", "per=year"), "none yet"),
}


@pytest.mark.parametrize(("words", "advice"), REFUSED.values(), ids=REFUSED)
def test_what_names_no_list_or_number_is_refused_with_what_would(
    tas: Tas, path: Path, words: tuple[str, ...], advice: str
) -> None:
    """A wrong call, the words to type, and nothing written."""
    refused = tas("benefits", "flow", *words)
    assert refused.status == 2
    assert advice in refused.err
    assert path.read_text(encoding="utf-8") == DEAL


def test_those_of_competitors_are_checked_each_list_by_itself(tas: Tas, path: Path) -> None:
    """The same words in two lists are two benefits; in one they are a repetition."""
    more = "      benefits: [{what: Fewer calls, owner: nobody}, {what: Fewer calls}]\n"
    text = DEAL[: DEAL.index("      benefits:")] + more + "people: {ruiz: {name: Elena Ruiz}}\n"
    path.write_text(text, encoding="utf-8")
    found = tas("check", "--format", "json").json["diagnostics"]
    helps = {each["code"]: each["help"] for each in found if "value" in each["path"]}
    assert "tas benefits flow x-sys 2 --remove" in helps["TAS531"]
    assert "tas benefits flow x-sys 1 owner=" in helps["TAS601"]


def test_the_offer_of_nobody_is_reported_at_its_short_name(tas: Tas, path: Path) -> None:
    """It would be compared under a name that no page explains."""
    path.write_text(DEAL.replace("    x-sys:\n", "    xsys:\n"), encoding="utf-8")
    found = tas("check", "--format", "json").json["diagnostics"]
    (only,) = [each for each in found if each["code"] == "TAS601"]
    assert only["path"] == ["value", "rivals", "xsys"]
    assert "tas competitors flow xsys name=" in only["help"]


def test_a_change_to_one_of_two_that_read_the_same_is_reported_for_that_one(
    tas: Tas, path: Path, tmp_path: Path
) -> None:
    """Ours is gone, and the competitor's of the same name is as it was."""
    other = tmp_path / "before.yaml"
    other.write_text(DEAL, encoding="utf-8")
    text = DEAL.replace("    - {what: Fewer calls, formula: 100}\n", "")
    path.write_text(text, encoding="utf-8")
    (deal,) = tas("diff", str(other), str(path), "--format", "json").json["deals"]
    (gone,) = deal["difference"]["records"]
    assert (gone["record"], gone["change"]) == ("Fewer calls", "removed")
    assert "100" in {each["before"] for each in gone["fields"]}
    (back,) = tas("diff", str(path), str(other), "--format", "json").json["deals"]
    assert [each["record"] for each in back["difference"]["records"]] == ["Fewer calls"]


def test_a_change_to_a_competitors_says_whose_it_is(tas: Tas, path: Path, tmp_path: Path) -> None:
    """Its short name is in front."""
    other = tmp_path / "before.yaml"
    other.write_text(DEAL.replace("formula: 60", "formula: 50"), encoding="utf-8")
    assert "x-sys: Fewer calls" in tas("diff", str(other), str(path)).out
