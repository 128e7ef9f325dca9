"""What the screen shows is what the files say after saving."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from people_app import MERIDIAN, NEW, TODAY, Deal
from workspaces import write

from tas_cli.model.evidence import Evidence
from tas_cli.people.saving import Files
from tas_cli.workspace import open_workspace

if TYPE_CHECKING:
    from tas_cli.people.session import Session

LINES = ("Ann Beck, CFO  A + 4 brief", "Bo Li <hart", "? buyer, Finance E none", "Sam Hart = 2")
EVIDENCE = Evidence.model_validate({"when": "2026-11-29", "what": "Said so"})
STEPS = st.one_of(
    st.tuples(st.just("standing"), st.sampled_from(("enemy", "neutral", "supporter"))),
    st.tuples(st.just("role"), st.sampled_from(("user", "approver", "sponsor"))),
    st.tuples(st.just("move"), st.integers(-5, 5)),
    st.tuples(st.just("add"), st.sampled_from((None, "ruiz", "hart")), st.sampled_from(LINES)),
    st.tuples(st.just("add_evidence"), st.just(EVIDENCE)),
    st.sampled_from((("leave",), ("remove",), ("undo",))),
)
SHARED = f"""\
tas: 1
name: Meridian
{MERIDIAN[MERIDIAN.index("people:") : MERIDIAN.index("assessments:")]}"""
SPLIT = ("    roles:", "    status:", "    rivals:")
OF_DEAL = f"{NEW}competitors: {{carebridge: {{name: Carebridge}}}}\naccount: meridian\n"


def _do(session: Session, steps: list[tuple[Any, ...]]) -> None:
    for name, *arguments in steps:
        removing = name == "remove" and session.shared
        unknown = name == "add" and arguments[0] not in (None, *session.people)
        if not removing and not unknown and "<hart" not in arguments[-1:]:
            getattr(session, name)(*arguments)


def _saved(text: str, files: dict[str, str], steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        deal = Deal(Path(folder), text)
        write(deal.folder, files)
        session = deal.session()
        _do(session, steps)
        shown = session.people
        shared = session.account is not None
        now = Files.at(deal.path, open_workspace(deal.folder), shared=shared)
        now.write(session.unsaved, TODAY)
        after = deal.session()
        assert after.people == shown
        while session.undo():
            pass
        assert session.people == session.in_files


@settings(max_examples=40)
@given(steps=st.lists(STEPS, max_size=12))
def test_a_save_writes_what_was_shown(steps: list[tuple[Any, ...]]) -> None:
    """Whatever is done, saving makes the file say it, and undoing it all is the file's state."""
    _saved(MERIDIAN, {}, steps)


@settings(max_examples=40)
@given(steps=st.lists(STEPS, max_size=12))
def test_a_save_in_two_files_writes_what_was_shown(steps: list[tuple[Any, ...]]) -> None:
    """The same where the people are in the account's file, and the deal's say how they stand."""
    kept = [line for line in SHARED.splitlines() if not line.startswith(SPLIT)]
    _saved(OF_DEAL, {"accounts/meridian.yaml": "\n".join(kept) + "\n"}, steps)
