"""Signs that we are not in control of the sale."""

from __future__ import annotations

from tas_cli.method.plan import lost_control
from tas_cli.model.plan import Sign
from tas_cli.nouns.noun import Noun, Short

_KEYS = "\n".join(f"  {key:<18}  {each.title}" for key, each in lost_control().items())
SIGNS = Noun(
    key="signs",
    one="sign",
    model=Sign,
    about="List, add or change signs that you are not in control of the sale.",
    table=("date", "sign", "note"),
    same=("date", "sign"),
    sample="note",
    added='SIGN note="…"',
    usage=(
        "`tas signs ID` lists those that you noticed, and those that follow from the deal's"
        " ratings, its history and the people who left. SIGN adds one that you noticed:"
        ' `tas signs ID delays note="Twice this week"`; to change one, put its number first. An'
        f" empty value clears a field.\n\n\b\nSigns:\n{_KEYS}"
    ),
    short=(Short("sign", {each.title: key for key, each in lost_control().items()}),),
)
