"""Signs that we are not in control of the sale."""

from __future__ import annotations

from tas_cli.method.plan import lost_control
from tas_cli.model.plan import Sign
from tas_cli.nouns.noun import Noun, Short

SIGNS = Noun(
    key="signs",
    one="sign",
    model=Sign,
    about="List, add or change signs that you are not in control of the sale.",
    table=("date", "sign", "note"),
    same=("date", "sign"),
    new="SIGN",
    sample="sign",
    short=(Short("sign", {each.title: key for key, each in lost_control().items()}),),
)
