"""A change is remarked on if a day or a name in it is probably a mistake; it is never refused."""

from __future__ import annotations

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.edits.remarks import remarks
from tas_cli.model.settings import Settings

TODAY = day("2026-11-28")
CLOSE = "expected_close: 2027-06-30\npeople: {olsen: {name: Jo Olsen}, berg: {name: Ida Berg}}\n"
TACTIC = "tactics: [{{what: Call, due: {}}}]\n"
DATES = "close_plan: {{dates: {{{}}}}}\n"
PAST, LATE = "is already past.", "is after the close date, 2027-06-30."
SAID = {
    "a tactic": (TACTIC.format("2026-11-27"), f"tactic 1: due 2026-11-27 {PAST}"),
    "a late tactic": (TACTIC.format("2027-11-01"), f"tactic 1: due 2027-11-01 {LATE}"),
    "an action item": (
        "actions: [{date: 2026-11-20, what: Call, due: 2027-07-03}]\n",
        f"action item 1: due 2027-07-03 {LATE}",
    ),
    "a point": (
        "challenges: [{date: 2026-11-20, points: [{what: Why, due: 2026-11-27}]}]\n",
        f"action item 1: due 2026-11-27 {PAST}",
    ),
    "the objective": (
        "strategy: {objective: {due: 2027-07-01}}\n",
        f"objective: due 2027-07-01 {LATE}",
    ),
    "an outcome": (
        DATES.format("agreement_signed: 2028-12-01"),
        f"agreement_signed 2028-12-01 {LATE}",
    ),
    "a vote": (DATES.format("board_vote: 2025-12-01"), f"board_vote 2025-12-01 {PAST}"),
    "who agreed": (
        "close_plan: {agreed: {who: olson}}\n",
        "olson is not on the map. Did you mean olsen?",
    ),
    "an owner": (
        "actions: [{date: 2026-11-20, what: Call, owner: burg}]\n",
        "burg is not on the map. Did you mean berg?",
    ),
}
BENEFIT = "value: {{benefits: [{{what: Fewer audits, {}}}]}}\n"
SAID |= {
    "who confirmed": (
        BENEFIT.format("confirmed: {who: olson}"),
        "olson is not on the map. Did you mean olsen?",
    ),
    "no period of waiting": (
        "value: {delay: {formula: 62k}}\n",
        "waiting: USD 62,000 a month, as delay.per (month, year or once) is not given.",
    ),
    "a bare percentage": (
        BENEFIT.format("formula: 12%, per: month"),
        "benefit 1 is only USD 0.12 a month. A percentage needs an amount: 6200k * 12%.",
    ),
    "a negative benefit": (
        BENEFIT.format("formula: -310k, per: year"),
        "benefit 1 is negative: USD -310,000 a year. Enter what it costs with `tas costs`.",
    ),
    "a division by zero": (
        BENEFIT.format("formula: 10/0"),
        "benefit 1: the formula divides by zero, so it is not counted.",
    ),
    "live before the close": (
        "value: {live: 2027-06-29}\n",
        "live: 2027-06-29 is before the close date, 2027-06-30.",
    ),
}
SILENT = {
    "a figure with its period": BENEFIT.format("formula: 12, per: year"),
    "live at the close": "value: {live: 2027-06-30}\n",
    "today": TACTIC.format("2026-11-28"),
    "at the close": TACTIC.format("2027-06-30"),
    "done": "tactics: [{what: Call, due: 2026-11-27, done: 2026-11-27}]\n",
    "after the signature": DATES.format("go_live: 2028-12-01"),
    "on the map": "close_plan: {agreed: {who: jo olsen}}\n",
    "nobody like it": "close_plan: {agreed: {who: novak}}\n",
    "an ended deal": "status: won\n" + TACTIC.format("2026-11-27"),
}


@pytest.mark.parametrize(("keys", "sentence"), SAID.values(), ids=SAID)
def test_said_once(keys: str, sentence: str) -> None:
    """When it is new; what the file said before is not remarked on again."""
    before, now = opportunity(HEAD + CLOSE), opportunity(HEAD + CLOSE + keys)
    assert [*remarks(before, now, Settings.model_validate({}), TODAY)] == [sentence]
    assert not [*remarks(now, now, Settings.model_validate({}), TODAY)]


@pytest.mark.parametrize("keys", SILENT.values(), ids=SILENT)
def test_silent(keys: str) -> None:
    """Days and names in order are not remarked on."""
    before, now = opportunity(HEAD + CLOSE), opportunity(HEAD + CLOSE + keys)
    assert not [*remarks(before, now, Settings.model_validate({}), TODAY)]


def test_the_team_is_known() -> None:
    """Whoever is on the team is not somebody of the map, mistyped."""
    keys = "actions: [{date: 2026-11-20, what: Call, owner: olson}]\n"
    before, now = opportunity(HEAD + CLOSE), opportunity(HEAD + CLOSE + keys)
    team = Settings.model_validate({"team": {"olson": {}}})
    assert not [*remarks(before, now, team, TODAY)]
