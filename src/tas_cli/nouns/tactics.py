"""Tactics: what we do to win, by whom and when."""

from __future__ import annotations

from tas_cli.method.plan import tactic_kinds
from tas_cli.model.plan import Tactic
from tas_cli.nouns.noun import Noun, Short

TACTICS = Noun(
    key="tactics",
    one="tactic",
    model=Tactic,
    about="List, add or change what you do to win: by whom, and by when.",
    table=("kind", "criteria", "people", "owner", "due", "done", "what"),
    same=("what", "kind", "criteria"),
    main="what",
    refers={"people": "people"},
    made_from="actions",
    short=(Short("kind", {each.letter: key for key, each in tactic_kinds().items()}),),
)
