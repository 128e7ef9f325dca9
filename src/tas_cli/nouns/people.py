"""People: who can sway the decision, by short name."""

from __future__ import annotations

from tas_cli.model.person import Person
from tas_cli.nouns.noun import Noun

PEOPLE = Noun(
    key="people",
    one="person",
    many="people",
    model=Person,
    about="List, add or change the people who can sway the decision.",
    table=("name", "title", "roles", "status", "rank", "influence", "coverage", "reports_to"),
    same=("name",),
    main="name",
    new="KEY",
    refers={
        "reports_to": "people",
        "influences": "people",
        "conflicts": "people",
        "via": "people",
        "rivals.": "competitors",
    },
)
