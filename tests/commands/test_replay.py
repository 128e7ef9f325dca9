"""`tas diff` and `tas log` against a replay of a generated history, in plain mappings."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

import pytest
from replay import History, plain, signs, stated, texts, turned
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from replay import Content

COMMITS = 150


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, History]:
    """A repository with a generated history of two years, and that history."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        folder = tmp_path_factory.mktemp("replay")
        history = History(COMMITS, 6)
        history.commit(write(folder, {}))
    return folder, history


def check(found: dict[str, Any], before: Content, after: Content) -> None:
    """Compare a difference with what the contents say."""
    ratings = {((r["criterion"], r["party"]), r["from"], r["to"]) for r in found["ratings"]}
    assert ratings == turned(signs(before), signs(after))
    same = signs(before).items() & signs(after).items()
    again = {cell for cell, _ in same if stated(after)[cell] > stated(before)[cell]}
    assert {(each["criterion"], each["party"]) for each in found["confirmed"]} == again
    fields = {(each["field"], each["before"], each["after"]) for each in found["fields"]}
    assert fields == turned(plain(before), plain(after))
    was, now = texts(before), texts(after)
    for key, named in now.items():
        assert {each.get("what") or each["text"] for each in found[key]} == named - was[key], key
    gone = was["evidence_added"] - now["evidence_added"]
    assert {each["what"] for each in found["evidence_removed"]} == gone


def test_any_two_commits(tas: Tas, repository: tuple[Path, History]) -> None:
    """Between any two commits, in either direction, each deal differs in exactly what changed."""
    folder, history = repository
    tas.at(folder)
    chance = random.Random(1)  # noqa: S311 - nothing secret
    pairs = [chance.sample(range(COMMITS), 2) for _ in range(20)]
    for one, other in [(0, COMMITS - 1), (COMMITS - 1, 0), *pairs]:
        before, after = history.states[one], history.states[other]
        ends = [f"main~{COMMITS - 1 - at}" for at in (one, other)]
        found = tas("diff", "..".join(ends), "--format", "json").json["deals"]
        sides = [(_key(each["before"]), _key(each["after"]), each["difference"]) for each in found]
        by_name = {content["name"]: content for content in before.values()}
        moved = {name for name, content in after.items() if content["name"] not in by_name}
        assert {now for was, now, _ in sides if was is None} == moved
        for was, now, difference in sides:
            if difference is not None:
                check(difference, before[was or ""], after[now or ""])
        differing = {
            name
            for name, content in after.items()
            if content["name"] in by_name and before.get(name) != content
        }
        assert {now for was, now, _ in sides if was and now} == differing


def _key(side: dict[str, str] | None) -> str | None:
    return (
        None if side is None else side["file"].removeprefix("opportunities/").removesuffix(".yaml")
    )


def test_the_log_leads_to_the_present(tas: Tas, repository: tuple[Path, History]) -> None:
    """All changes of a deal's log, one after the other, are what its file says now."""
    folder, history = repository
    tas.at(folder)
    for name, content in history.states[-1].items():
        ratings: dict[Any, str] = {}
        fields: dict[str, str] = {"status": "open"}
        said: set[str] = set()
        for day in tas("log", name, "--format", "json").json["days"]:
            found = day["difference"]
            ratings |= {(r["criterion"], r["party"]): r["to"] for r in found["ratings"]}
            fields |= {each["field"]: each["after"] for each in found["fields"]}
            said |= {each["what"] for each in found["evidence_added"]}
        assert ratings == signs(content), name
        assert fields == plain(content), name
        assert said == texts(content)["evidence_added"], name
