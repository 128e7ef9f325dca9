"""A text that a # cuts off."""

from __future__ import annotations

import pytest
from test_rules import SETTINGS, TODAY

from tas_cli.checking.examine import examine

NAMES = {
    "Deal #4": True,
    "Deal #4 of five": True,
    "Deal # four": False,
    "Deal  #four": False,
    '"Deal #4"': False,
    "Deal#4": False,
}


@pytest.mark.parametrize(("name", "warned"), NAMES.items())
def test_only_a_comment_that_reads_on_is_warned_of(name: str, *, warned: bool) -> None:
    """One space before the # and none behind it is a text that reads on."""
    found = examine(f"tas: 1\nname: {name}\ncustomer: c\n".encode(), SETTINGS, TODAY).diagnostics
    assert [each.help for each in found if each.code == "TAS125"] == [
        f'write `name: "{name}"`, or a space after the # if it is a comment'
    ] * warned
