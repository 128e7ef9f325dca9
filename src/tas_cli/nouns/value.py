"""Value: what the customer gains and pays, and the sentences that say so."""

from __future__ import annotations

from tas_cli.method.value import patterns, slots
from tas_cli.model.value import Benefit, Cost, Proposition
from tas_cli.nouns.noun import Noun

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
