"""Value: what the customer gains and pays, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tas_cli.method.value import patterns, slots
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.value import Benefit, Cost, Proposition
from tas_cli.nouns.noun import Noun, Record


def _of_all(key: str, deal: Opportunity) -> Iterator[Record]:
    """Yield our records by number, then each competitor's by its short name and number."""
    value = deal.value
    for rival, case in (("", value), *value.rivals.items()) if value else ():
        place = ("value", "rivals", rival) if rival else ("value",)
        for at, each in enumerate(getattr(case, key)):
            yield Record(f"{rival} {at + 1}".strip(), (*place, key, at), each)


_USAGE = (
    "`tas {0} ID` lists the {0} of your offer, then of competitors' offers. FIELD=VALUE adds one;"
    " to change one, put its number first. For a competitor's offer, put its short name in"
    " front: x-sys FIELD=VALUE adds one, x-sys 1 FIELD=VALUE changes one. An empty value clears"
    " a field."
)
BENEFITS = Noun(
    key="benefits",
    under="value",
    one="benefit",
    model=Benefit,
    about="List, add or change what the customer gains, in figures.",
    table=("owner", "formula", "per", "unique", "confirmed.when", "what"),
    same=("what", "driver"),
    main="what",
    refers={"owner": "people"},
    usage=_USAGE.format("benefits"),
    find=partial(_of_all, "benefits"),
    words=2,
)
COSTS = Noun(
    key="costs",
    under="value",
    one="cost",
    model=Cost,
    about="List, add or change what it costs the customer.",
    table=("kind", "amount", "per", "what"),
    same=("what", "kind"),
    main="what",
    usage=_USAGE.format("costs"),
    find=partial(_of_all, "costs"),
    words=2,
)
PROPOSITIONS = Noun(
    key="propositions",
    under="value",
    one="proposition",
    model=Proposition,
    about="List, add or change the sentences that say what you are worth.",
    table=("pattern", "slots."),
    same=("pattern", "slots."),
    sample="pattern",
    added='pattern=NAME SLOT="…"',
    changed='SLOT="…"',
    usage=(
        "`tas propositions ID` lists the deal's sentences, and asks for what they lack."
        ' pattern=NAME with its slots adds one: pattern=by_tracking system="…" frequency="…".'
        " NUMBER SLOT=TEXT changes one, and an empty value clears a slot. What the file says"
        " elsewhere is proposed for an empty slot, and never saved by itself. --format markdown"
        " prints the finished sentences as text for a mail, with the customer's figures."
    ),
    aliases={slot: f"slots.{slot}" for slot in slots()},
    legend=(
        "Patterns, and their slots (for the sentences: `tas explain value_proposition`):",
        {each.key: ", ".join(each.slots) for each in patterns().values()},
    ),
)
VALUED: tuple[Noun, ...] = (BENEFITS, COSTS, PROPOSITIONS)
