"""Good files as plain data, and what a typing error can make of any place in them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

GOOD: dict[str, Any] = {
    "tas": 1,
    "name": "Customer service platform",
    "customer": "National Manufacturing",
    "external_id": "0065g",
    "amount": 3000000,
    "currency": "USD",
    "profit": "-900000.50",
    "future_revenue": {"one_year": 500000, "three_years": "2000000"},
    "expected_close": "2027-03-31",
    "status": "won",
    "closed": {"date": "2027-03-29", "reason": "They liked it."},
    "competitors": {"x-sys": {"name": "X-Sys"}, "360": {}},
    "incumbent": ["us", "x-sys"],
    "compelling_event": {"what": "Support ends", "date": "2027-03-31"},
    "assessments": [
        {
            "date": "2026-10-05",
            "by": "nicole",
            "ratings": {
                "compelling_event": {
                    "us": {
                        "rating": "+",
                        "evidence": [{"when": "2026-10-02", "who": "J. Meyer", "link": "x"}],
                        "note": "n",
                    },
                    "x-sys": "+",
                },
                "executive_credibility": {"us": "?", "360": "-"},
            },
        },
        {"date": "2026-11-16", "ratings": {"executive_credibility": {"us": "+"}}},
    ],
    "strategy": {
        "chosen": "flanking",
        "variation": "alter_the_rules",
        "since": "2026-11-16",
        "answers": {"three_to_one": {"answer": "no", "because": "equal", "date": "2026-11-16"}},
    },
    "process": {
        "step": "develop",
        "probability": 30,
        "steps": {
            "qualify": {
                "started": "2026-09-01",
                "completed": "2026-10-01",
                "outcomes": {
                    "burning_issue_identified": {
                        "date": "2026-09-20",
                        "evidence": [{"who": "J. Meyer", "what": "said so"}],
                    },
                    "own_outcome": {},
                },
                "activities": {
                    "team_assembled": {
                        "status": "done",
                        "date": "2026-09-10",
                        "preparation": {"what": "plan", "link": "x"},
                    }
                },
            }
        },
    },
    "debriefs": [
        {
            "date": "2026-11-16",
            "by": "maria",
            "present": ["nicole"],
            "claimed": "qualify",
            "outcomes": {"burning_issue_identified": "doubtful"},
            "activity": "call",
            "preparation": {"what": "agenda"},
            "communication": "a call on the 18th",
            "step": "reset",
            "reset_to": "qualify",
            "reason": "nothing to show",
            "actions": [{"what": "ask", "owner": "nicole", "due": "2026-11-20"}],
            "verdict": "early",
        }
    ],
    "notes": [{"date": "2026-11-20", "by": "maria", "text": "on leave"}],
    "history": [{"date": "2026-11-16", "field": "amount", "from": 2.5, "to": True}],
}
GOOD_SETTINGS: dict[str, Any] = {
    "tas": 1,
    "name": "Corvane",
    "currency": "EUR",
    "thresholds": {"order_amount": 250000, "days_to_close": 270, "profit": "60000"},
    "stale_after": 90,
    "steps": {
        "qualify": {"probability": 20, "days": 30, "stale_after": 120},
        "pilot": {
            "title": "Pilot",
            "after": "proof",
            "needed": 50,
            "outcomes": {"pilot_run": {"title": "It ran.", "mandatory": "yes"}},
        },
    },
    "debrief_after": 30,
    "rates": {"USD": 0.92, "GBP": "1.19"},
    "rules_for": {"opportunities/archive/*": {"TAS205": "off"}},
    "team": {"nicole": {"name": "Nicole", "team": "North"}},
    "rules": {"TAS301": "off"},
}
WRONG_SOMEWHERE: list[Any] = [
    None, "", " ", "x", "us", "nobody", "+", "\u2212", "2026-1-1", "2026-02-30", "12.50", "1,5",
    "USD", "flanking", "niche", 0, 1, 5, -5, 1.5, 4000, 10**15, True, {}, [], ["x"], [{}],
    {"x": 1}, {"us": "+"}, {"rating": "+"}, {"answer": "yes"}, {"date": "2026-01-01"},
]  # fmt: skip


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths to everything inside some data."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, key))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    """Return the value at a path."""
    for key in path:
        data = data[key]
    return data


IN_EVERY_FILE = {"tas", "name", "customer", "competitors"}
"""What is required, and what other parts refer to."""
TOGETHER = {"status": "closed", "closed": "status"}


def around(good: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    """Return the good file, or the part that a path leads into plus the required keys.

    A file is checked part by part: a change means the same in a short file, in a quarter of the
    time. Required keys are changed in the whole file.
    """
    part = path[0]
    if part in IN_EVERY_FILE:
        return good
    kept = {*IN_EVERY_FILE, part, TOGETHER.get(part)}
    return {key: value for key, value in good.items() if key in kept}


Change = Callable[[Any, Any], None]
"""A change of the value under a key (or an index) of its holder."""


def drop(holder: Any, key: Any) -> None:
    """Remove a place."""
    del holder[key]


def _misspell(holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[f"{key}_"] = holder.pop(key)


def _in_list(holder: Any, key: Any) -> None:
    holder[key] = [holder[key]]


def _in_mapping(holder: Any, key: Any) -> None:
    holder[key] = {"rating": holder[key]}


def put_there(value: Any) -> Change:
    """Return the change that puts a value in a place."""

    def put(holder: Any, key: Any) -> None:
        holder[key] = copy.deepcopy(value)

    return put


ONE_CHANGE = [drop, _misspell, _in_list, _in_mapping, *map(put_there, WRONG_SOMEWHERE)]


def changed(good: dict[str, Any], path: tuple[Any, ...], change: Change) -> dict[str, Any]:
    """Return a copy with one change."""
    data = copy.deepcopy(good)
    change(at(data, path[:-1]), path[-1])
    return data
