"""Promises as people write them down."""

from __future__ import annotations

import pytest
from workspaces import day

from tas_cli.edits.promises import promise, seems_promised
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter

TODAY = day("2026-11-28")
KNOWN = ("Dana Whitfield", "nicole", "Maria Delgado, VP Ops", "Tom O'Brien, CFO")


@pytest.mark.parametrize(
    ("text", "side", "what", "owner", "due"),
    [
        ("I will send the model by next friday", "ours", "send the model", None, "2026-12-04"),
        ("I'll send it", "ours", "send it", None, None),
        ("we need to bring a customer by Dec 15", "ours", "bring a customer", None, "2026-12-15"),
        ("We have to sign off on it by Friday", "ours", "sign off on it", None, "2026-12-04"),
        ("we send a demo by Dec 8", "ours", "send a demo", None, "2026-12-08"),
        ("let's meet again by Dec 8", "ours", "meet again", None, "2026-12-08"),
        ("let us meet on fri", "ours", "meet", None, "2026-12-04"),
        ("TODO: call", "ours", "call", None, None),
        ("todo call on fri", "ours", "call", None, "2026-12-04"),
        ("we will send it by fri @kim", "ours", "send it", "kim", "2026-12-04"),
        ("we will send it @kim by fri", "ours", "send it", "kim", "2026-12-04"),
        ("we will follow up by phone", "ours", "follow up by phone", None, None),
        ("they will check it by 8 Dec.", "theirs", "check it", None, "2026-12-08"),
        ("she promised to call", "theirs", "call", None, None),
        ("they send specs by Dec 9", "theirs", "send specs", None, "2026-12-09"),
        ("Maria will get us the plan", "named", "get us the plan", "Maria Delgado", None),
        ("maria’ll get it", "named", "get it", "Maria Delgado", None),
        ("Jo will send specs by Dec 5", "named", "send specs", "Jo", "2026-12-05"),
        ("Jo sends specs by Dec 5", "named", "send specs", "Jo", "2026-12-05"),
        ("Dana to book it by fri", "named", "book it", "Dana Whitfield", "2026-12-04"),
        ("The CFO will look at it by 8 Dec", "named", "look at it", "CFO", "2026-12-08"),
    ],
)
def test_who_does_what_by_when(
    text: str, side: str, what: str, owner: str | None, due: str | None
) -> None:
    """A promise has a side, what is to be done, perhaps a name, and a date at its end."""
    found = promise(text, KNOWN, Interpreter(TODAY))
    expected = (side, what, owner, day(due) if due else None)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "seems"),
    [
        ("they like us", False),
        ("Dana leaves in May", False),
        ("Happy to meet", False),
        ("According to Hart", False),
        ("We agreed on a price by phone", False),
        ("IT will never approve it", True),
        ("we will not lower the price", True),
        ("Hart will probably resign", True),
        ("They need to replace it by Dec 5", True),
        ("The contract ends by 3/4/2027", True),
        ("Procurement will ask for a discount", True),
    ],
)
def test_what_is_no_promise(text: str, seems: bool) -> None:  # noqa: FBT001 - a table
    """What is expected, denied or wished stays a note; if it looks like a promise, tas says so."""
    assert promise(text, KNOWN, Interpreter(TODAY)) is None
    assert seems_promised(text, TODAY) == seems


def test_a_date_that_can_mean_two_is_refused() -> None:
    """A promise whose date is ambiguous is refused with both meanings."""
    with pytest.raises(WrongCall, match="can mean 2027-04-03 or 2027-03-04"):
        promise("they will answer by 3/4/2027", KNOWN, Interpreter(TODAY))
