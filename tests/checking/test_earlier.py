"""Which findings are new: properties that hold for any two lists of findings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tas_cli.checking.earlier import new_among
from tas_cli.diagnostics import Diagnostic, Severity

FOUND = st.builds(
    Diagnostic,
    code=st.sampled_from(["TAS201", "TAS202"]),
    severity=st.sampled_from(Severity),
    message=st.sampled_from(["one", "two"]),
    file=st.sampled_from(["a.yaml", "b.yaml"]),
    line=st.integers(1, 3),
    column=st.just(1),
    end_line=st.just(3),
    end_column=st.just(1),
    path=st.sampled_from([(), ("debriefs", 0), ("debriefs", 1)]),
)
STATE = st.lists(FOUND, max_size=6)


@given(STATE, STATE)
def test_each_earlier_finding_explains_one(
    now: list[Diagnostic], earlier: list[Diagnostic]
) -> None:
    """Nothing is new since the same state, everything since an empty one, in the same order."""
    assert new_among(now, now) == []
    assert new_among(now, []) == now
    new = new_among(now, earlier)
    assert len(new) >= len(now) - len(earlier)
    left = iter(now)
    assert all(found in left for found in new)


@given(STATE, STATE)
def test_added_findings_are_new(earlier: list[Diagnostic], added: list[Diagnostic]) -> None:
    """Of a state with findings added at its end, no more are new than were added."""
    assert len(new_among([*earlier, *added], earlier)) == len(added)
