"""People: who can sway the decision, by short name."""

from __future__ import annotations

from tas_cli.method.people import adaptabilities, roles, standings
from tas_cli.model.person import Person
from tas_cli.nouns.noun import Noun, Short

PEOPLE = Noun(
    key="people",
    one="person",
    many="people",
    model=Person,
    about="List, add or change the people who can sway the decision.",
    table=("name", "roles", "status", "influence", "coverage", "left", "title"),
    same=("name",),
    main="name",
    new="",
    added='"First Last, title"',
    changed="+ 4 brief",
    refers={
        "reports_to": "people",
        "influences": "people",
        "conflicts": "people",
        "via": "people",
        "rivals.": "competitors",
    },
    above="reports_to",
    aliases={
        "boss": "reports_to",
        "manager": "reports_to",
        "contact": "coverage",
        "standing": "status",
        "with_us": "status",
    },
    short=(
        Short(
            "roles",
            {each.letter: key for key, each in roles().items()},
            words={"champion": "sponsor", "dm": "decision_maker"},
        ),
        Short("status", {each.sign: key for key, each in standings().items()}),
        Short("influence", {grade: grade for grade in "12345"}),
        Short("coverage"),
        Short("adaptability", {each.letter: key for key, each in adaptabilities().items()}),
        Short("reports_to", before="<"),
    ),
    usage=(
        "`tas people ID` lists the deal's people. A name with a title adds somebody, under the last"
        ' name: `tas people ID "Martin Kessler, CFO"`; KEY name=NAME chooses another short name. To'
        " change somebody, put the short name, or part of the name or title, before FIELD=VALUE."
        " An empty value clears a field. Separate the values of a list with commas; FIELD=+x adds"
        " to it, FIELD=-x removes from it.\n\n"
        "These words need no field, in any order: `tas people ID kessler A = 4 brief`.\n\n\b\n"
        "  U E D A S         roles; DS or D,S for several\n"
        "  X - = + ++        with us; or enemy, non_supporter, neutral, supporter, mentor\n"
        "  1 to 5            influence\n"
        "  none brief        contact; or multiple, in_depth\n"
        "  I V P C L         adaptability\n"
        "  '<adeyemi'        reports to\n\n"
        "The beginning of a word is enough if nothing else begins like it."
    ),
)
