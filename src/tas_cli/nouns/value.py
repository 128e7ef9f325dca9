"""Value: what the customer gains and pays, and the sentences that say so."""

from __future__ import annotations

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
)
VALUED: tuple[Noun, ...] = (BENEFITS, COSTS, PROPOSITIONS)
