"""A noun is a class and a declaration: list, add, change and remove come from them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import scratch
from changes import Deal
from scratch import LEADS, PROBES, Lead
from workspaces import HEAD, day, write

from tas_cli.commands import record_call
from tas_cli.commands.edit_support import Target, target
from tas_cli.commands.record_completion import offered
from tas_cli.edits import record_words
from tas_cli.edits.records import Change, edits
from tas_cli.refusals import Refused
from tas_cli.source.edit import Insert, Put
from tas_cli.typed.fields import look
from tas_cli.typed.interpreter import Interpreter
from tas_cli.writing import update

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

    from tas_cli.model.opportunity import Opportunity
    from tas_cli.nouns.noun import Noun

PROBE = "  - {date: 2026-01-02, what: First of all}\n  - {date: 2026"
TEXT = f"""\
{HEAD}competitors: {{x-sys: {{name: X-Sys}}, z: {{}}}}
leads:
  first:
    name: Crane yard    # the old one
    tags: [reset]   # so far
    reach: {{now: reset}}
  second: {{name: Second, from_lead: first}}
probes:
  - date: 2026-01-05
    what: "one: two"   # kept
  - {{date: 2026-01-06, by: lena, what: Three}}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deal:
    """A deal with records of both scratch nouns, in a workspace where git knows the user."""
    scratch.declare(monkeypatch)
    tas.env(GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="user.name", GIT_CONFIG_VALUE_0="Ann")
    return Deal(tas, tmp_path, TEXT)


CHANGES: dict[str, tuple[list[str], list[str]]] = {
    "add by id": (
        ["leads", "a", "third", "name=Third: one", "worth=1200000", "since=2026-11-01"],
        ['+   third: {name: "Third: one", worth: 1200000, since: 2026-11-01}'],
    ),
    "change a field": (
        ["leads", "a", "first", "name=New yard"],
        ["-     name: Crane yard    # the old one", "+     name: New yard    # the old one"],
    ),
    "add to a list": (
        ["leads", "a", "first", "tags=+confirmed"],
        ["-     tags: [reset]   # so far", "+     tags: [reset, confirmed]   # so far"],
    ),
    "add and take away": (
        ["leads", "a", "first", "tags=+confirmed", "tags=-reset"],
        ["-     tags: [reset]   # so far", "+     tags: [confirmed]   # so far"],
    ),
    "take away from a list": (
        ["leads", "a", "first", "tags=-reset"],
        ["-     tags: [reset]   # so far"],
    ),
    "replace a list": (
        ["leads", "a", "second", "against=x-sys, z"],
        [
            "-   second: {name: Second, from_lead: first}",
            "+   second: {name: Second, from_lead: first, against: [x-sys, z]}",
        ],
    ),
    "a nested field": (
        ["leads", "a", "first", "reach.note=far", "reach.now="],
        ["-     reach: {now: reset}", "+     reach: {note: far}"],
    ),
    "a nested field by its last part": (
        ["leads", "a", "first", "note=far"],
        ["-     reach: {now: reset}", "+     reach: {now: reset, note: far}"],
    ),
    "a whole mapping": (["leads", "a", "first", "reach="], ["-     reach: {now: reset}"]),
    "a name in a mapping": (
        ["leads", "a", "second", "rivals.x-sys=reset"],
        [
            "-   second: {name: Second, from_lead: first}",
            "+   second: {name: Second, from_lead: first, rivals: {x-sys: reset}}",
        ],
    ),
    "clear": (
        ["leads", "a", "second", "from_lead="],
        ["-   second: {name: Second, from_lead: first}", "+   second: {name: Second}"],
    ),
    "remove by id": (
        ["leads", "a", "second", "--remove"],
        ["-   second: {name: Second, from_lead: first}"],
    ),
    "append": (
        ["probes", "a", "what=Four, or more"],
        ['+   - {date: 2026-11-23, by: Ann, what: "Four, or more"}'],
    ),
    "append words": (
        ["probes", "a", "They said a=b, twice"],
        ['+   - {date: 2026-11-23, by: Ann, what: "They said a=b, twice"}'],
    ),
    "append a day and nobody": (
        ["probes", "a", "what=Five", "date=2026-02-01", "by="],
        ["+   - {date: 2026-02-01, what: Five}"],
    ),
    "change by number": (
        ["probes", "a", "1", "what=so: it is", "--expect", "one: two"],
        ['-     what: "one: two"   # kept', '+     what: "so: it is"   # kept'],
    ),
    "remove by number": (
        ["probes", "a", "1", "--remove", "--expect", "2026-01-05"],
        ["-   - date: 2026-01-05", '-     what: "one: two"   # kept'],
    ),
    "as it is": (["probes", "a", "2", "by=lena"], []),
}


def test_what_changed_in_records_is_compared(deal: Deal, tmp_path: Path) -> None:
    """`tas diff` has records that were added, changed and removed; they are not fields as well."""
    after = TEXT.replace("Crane yard", "New yard").replace("Three", "Four")
    after = after.replace("  second: {name: Second, from_lead: first}", "  third: {name: Third}")
    write(tmp_path, {"before.yaml": TEXT, "after.yaml": after})
    (found,) = deal.tas("diff", "before.yaml", "after.yaml", "--format", "json").json["deals"]
    difference = found["difference"]
    assert [(each["kind"], each["record"], each["change"]) for each in difference["records"]] == [
        ("leads", "New yard", "changed"),
        ("leads", "Third", "added"),
        ("leads", "Second", "removed"),
        ("probes", "Four", "added"),
        ("probes", "Three", "removed"),
    ]
    assert difference["fields"] == []
    out = deal.tas("diff", "before.yaml", "after.yaml").out
    assert "Changed lead: New yard (name: Crane yard → New yard)" in out


@pytest.mark.parametrize(("call", "changes"), CHANGES.values(), ids=CHANGES)
def test_only_the_named_record_changes(deal: Deal, call: list[str], changes: list[str]) -> None:
    """A record is added, changed or removed, and no other line with it; what is so is said."""
    result = deal.tas(*call)
    assert (result.status, result.err) == (0, "")
    assert (result.out == f"a: {call[0].rstrip('s')} {call[2]} already has these values.\n") is (
        not changes
    )
    assert deal.changes() == changes


@pytest.mark.parametrize(("call", "changes"), CHANGES.values(), ids=CHANGES)
def test_a_dry_run_writes_nothing(deal: Deal, call: list[str], changes: list[str]) -> None:
    """A dry run shows the lines that would change."""
    printed = deal.tas(*call, "--dry-run", "--format", "json").json
    assert deal.untouched
    assert printed["changed"] == bool(changes)
    shown = [f"{line[0]} {line[1:]}" for line in printed["diff"][2:] if line[0] in "+-"]
    assert sorted(shown) == sorted(changes)


WRONG: dict[str, tuple[list[str], int, str]] = {
    "no such number": (["probes", "a", "3", "what=x"], 2, "Use a number from 1 to 2."),
    "a word alone": (["probes", "a", "list"], 2, "there is no probe 'list'"),
    "a second word": (["probes", "a", "1", "list"], 2, "no value given for 'list'"),
    "no such id": (["leads", "a", "frst", "--remove"], 2, "Did you mean first?"),
    "which": (["leads", "a", "--remove"], 2, "which lead?"),
    "no id": (["leads", "a", "A_b", "name=x"], 2, "cannot be the short name of a lead"),
    "id missing": (["leads", "a", "name=x"], 2, "which lead?"),
    "twice": (["probes", "a", "what=x", "They said so"], 2, "what is given twice"),
    "no such field": (["leads", "a", "first", "nmae=x"], 2, "Did you mean name?"),
    "needed": (["leads", "a", "third", "worth=1"], 2, "name is missing"),
    "needed, cleared": (["leads", "a", "first", "name="], 2, "name is missing"),
    "two readings": (["leads", "a", "first", "worth=1.200"], 2, "can mean"),
    "no amount": (["leads", "a", "first", "worth=many"], 2, "'many' is not an amount"),
    "none of the choices": (["leads", "a", "first", "kind=good"], 2, "is not a verdict"),
    "one of several": (["leads", "a", "first", "tags=+good"], 2, "is not a verdict"),
    "nested": (["leads", "a", "first", "reach.now=good"], 2, "reach.now: 'good' is not"),
    "not come": (["leads", "a", "first", "since=2027-01-01"], 2, "is in the future"),
    "no date": (["leads", "a", "first", "due=soon"], 2, "due soon is not a date"),
    "nobody": (["leads", "a", "first", "from_lead=secnd"], 2, "Did you mean second?"),
    "none of these": (["leads", "a", "first", "against=+y"], 2, "Use one of x-sys, z."),
    "a list of mappings": (["leads", "a", "first", "evidence=x"], 2, "no field 'evidence'"),
    "remove and change": (
        ["leads", "a", "first", "name=x", "--remove"],
        2,
        "--remove cannot be combined",
    ),
    "markdown": (
        ["leads", "a", "first", "name=x", "--format", "markdown"],
        2,
        "applies only to the list",
    ),
    "dry list": (["leads", "a", "--dry-run"], 2, "need a change"),
    "another one": (
        ["probes", "a", "1", "--remove", "--expect", "Three"],
        1,
        "is 'Three'; nothing was saved",
    ),
    "control": (["probes", "a", "what=\x1b[2J"], 2, "contains U+001B"),
}


@pytest.mark.parametrize(("call", "status", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_writes_nothing(
    deal: Deal, call: list[str], status: int, message: str
) -> None:
    """An invalid call is refused, with what to write instead if known."""
    result = deal.tas(*call)
    assert (result.status, result.out) == (status, "")
    assert message in result.err
    assert deal.untouched


def test_the_list(deal: Deal) -> None:
    """The list has the declared columns that are used, in text and markdown; or one record."""
    shown = deal.tas("leads", "a").out
    assert 'Add: `tas leads a KEY name="…"`' in shown
    assert [line.split() for line in shown.splitlines()[2:5]] == [
        ["Name", "Reach", "now"],
        ["first", "Crane", "yard", "reset"],
        ["second", "Second"],
    ]
    assert (
        "| 2 | 2026-01-06 | lena | Three |\n"
        in deal.tas("probes", "a", "2", "--format", "markdown").out
    )


def test_documents(deal: Deal) -> None:
    """JSON has every field, null if empty; a change has it before and after."""
    listed = deal.tas("leads", "a", "--format", "json").json
    assert listed["leads"][1] == {
        "key": "second",
        "name": "Second",
        **dict.fromkeys(("worth", "since", "due", "kind", "reach")),
        "tags": [],
        "from_lead": "first",
        "against": [],
        "rivals": {},
        "evidence": [],
    }
    printed = deal.tas("probes", "a", "2", "by=", "--format", "json").json
    assert (printed["noun"], printed["key"], printed["changed"]) == ("probes", "2", True)
    assert printed["before"] == {"date": "2026-01-06", "by": "lena", "what": "Three"}
    assert printed["after"] == printed["before"] | {"by": None}


TAGS = ["reset", "confirmed"]
MEANWHILE = {
    "changed": (PROBES, ["1", "by=ann"], TEXT.replace("one: two", "six"), "probe 1 (by)"),
    "gone": (PROBES, ["2", "what=x"], TEXT[: TEXT.rindex("  - ")], "probe 2 (what)"),
    "another one there": (PROBES, ["2", ""], TEXT.replace("  - {date: 2026", PROBE, 1), "probe 2"),
    "taken": (LEADS, ["third", "name=x"], TEXT.replace("second:", "third:"), "lead third"),
    "given away": (LEADS, ["first", ""], TEXT.replace("Crane", "Yard"), "lead first"),
    "the same field": (LEADS, ["first", "name=x"], TEXT.replace("Crane", "Y"), "lead first (name)"),
}


def made_of(noun: Noun, words: list[str], owner: Opportunity) -> Change:
    """Return the change that words ask for: a removal if they name no field."""
    if not words[1]:
        return record_words.removal(noun, owner, words[0])
    asked = record_words.words_of(noun, words)
    return record_words.change(noun, owner, asked, {}, Interpreter(day("2026-11-23")))


@pytest.mark.parametrize(("noun", "words", "then", "name"), MEANWHILE.values(), ids=MEANWHILE)
def test_changes_by_somebody_else_meanwhile(
    deal: Deal, noun: Noun, words: list[str], then: str, name: str
) -> None:
    """Changing a record that was replaced, or adding an id taken meanwhile, is refused."""
    seen = target("a").seen
    made = made_of(noun, words, seen.value)
    assert update(seen, lambda _: edits(made), dry_run=True).changed
    deal.path.write_text(then, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        update(seen, lambda _: edits(made))
    assert refused.value.message.startswith(f"someone else has changed {name}; nothing was")
    assert deal.path.read_text(encoding="utf-8") == then


def test_a_list_in_a_numbered_record_is_compared() -> None:
    """Appending by id compares nothing; by number the whole list, since numbers may shift."""
    before, after = (Lead.model_validate({"name": "x", "tags": tags}) for tags in (["reset"], TAGS))
    for noun, path, wanted in (
        (LEADS, ("leads", "first"), Insert(("leads", "first", "tags"), "confirmed")),
        (PROBES, ("probes", 0), Put(("probes", 0, "tags"), TAGS, called="probe first (tags)")),
    ):
        assert list(edits(Change(noun, "first", path, before, after))) == [wanted]


def test_another_field_of_the_same_record_does_not_matter(
    deal: Deal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's change of another field stays, and shows in the result."""
    then = deal.text.replace("second: {name: Second", "second: {name: Other")

    def meanwhile(name: str) -> Target:
        seen = target(name)
        deal.path.write_text(then, encoding="utf-8")
        return seen

    monkeypatch.setattr(record_call, "target", meanwhile)
    printed = deal.tas("leads", "a", "second", "worth=5", "--format", "json").json
    assert (printed["after"]["name"], printed["after"]["worth"]) == ("Other", "5")
    changed = then.replace("Other, from_lead", "Other, worth: 5, from_lead")
    assert deal.path.read_text(encoding="utf-8") == changed


def test_appending_never_conflicts(deal: Deal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Appending works whatever others added meanwhile, and reports the new number."""

    def meanwhile(name: str) -> Target:
        seen = target(name)
        deal.path.write_text(deal.text + "  - {date: 2026-01-07, what: Four}\n", encoding="utf-8")
        return seen

    monkeypatch.setattr(record_call, "target", meanwhile)
    printed = deal.tas("probes", "a", "what=Five", "--format", "json").json
    assert (printed["key"], printed["after"]["what"]) == ("4", "Five")
    listed = deal.tas("probes", "a", "--format", "json").json["probes"]
    assert [each["what"] for each in listed] == ["one: two", "Three", "Four", "Five"]


OFFERED: dict[str, tuple[str, list[str], str, list[str]]] = {
    "ids and fields": ("leads", [], "f", ["first", "from_lead="]),
    "numbers": ("probes", [], "", ["1", "2", "date=", "by=", "what="]),
    "names of a mapping": ("leads", ["first"], "riv", ["rivals."]),
    "choices": ("leads", ["first"], "kind=", ["kind=confirmed", "kind=reset"]),
    "nested": ("leads", ["first"], "reach.now=r", ["reach.now=reset"]),
    "one more": ("leads", ["first"], "tags=confirmed,r", ["tags=confirmed,reset"]),
    "to add": ("leads", ["first"], "against=+", ["against=+x-sys", "against=+z"]),
    "references": ("leads", ["first"], "from_lead=s", ["from_lead=second"]),
    "behind a word that is an =": ("leads", ["first", "kind", "="], "r", ["reset"]),
    "behind an = that is no word": ("leads", ["kind"], "", ["confirmed", "reset"]),
    "nothing": ("leads", ["first"], "name=", []),
}


@pytest.mark.usefixtures("deal")
@pytest.mark.parametrize(("noun", "words", "typed", "found"), OFFERED.values(), ids=OFFERED)
def test_completions(noun: str, words: list[str], typed: str, found: list[str]) -> None:
    """Ids, numbers and fields are completed, and so are a field's possible values."""
    context = SimpleNamespace(info_name=noun, args=[], params={"opportunity": "a", "words": words})
    assert [word for word, _ in offered(context, typed)] == found


def test_the_help_names_every_field(deal: Deal) -> None:
    """The help of a noun's command is made from its declaration."""
    shown = deal.tas("leads", "--help").out
    for field in LEADS.fields:
        assert f"\n    {field.name} " in shown
    assert "FIELD=+x" in shown
    assert "FIELD=+x" not in deal.tas("probes", "--help").out


def test_fields_that_can_be_typed() -> None:
    """The fields are the model's scalars, lists and mappings of scalars; nested ones have a dot."""
    names = ["name", "worth", "since", "due", "kind", "tags", "from_lead", "against"]
    assert [each.name for each in LEADS.fields] == [*names, "reach.now", "reach.note", "rivals."]
    assert [each.name for each in LEADS.fields if each.several] == ["tags", "against"]
    assert [each.name for each in LEADS.fields if each.required] == ["name"]
    assert [each.name for each in LEADS.fields if look(each.name) == "back"] == ["since"]
