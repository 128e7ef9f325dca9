"""Partners: other companies that help us win, by short name."""

from __future__ import annotations

from tas_cli.model.plan import Partner
from tas_cli.nouns.noun import Noun

PARTNERS = Noun(
    key="partners",
    one="partner",
    model=Partner,
    about="List, add or change business partners, and how each can help.",
    table=("name", "also_with"),
    same=("name",),
    main="name",
    refers={"also_with": "competitors"},
)
