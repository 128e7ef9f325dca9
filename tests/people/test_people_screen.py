"""Keeping the people of a deal on the full screen: keys, forms, saving, drafts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from leaping import press, screen
from people_app import MERIDIAN, NEW, TODAY, Deal
from workspaces import write

from tas_cli.model.person import Agenda, Person
from tas_cli.nouns.people import PEOPLE
from tas_cli.people.entry import apart
from tas_cli.people.unsaved import applied, clashes, put, rebased
from tas_cli.tui.choice import Choice
from tas_cli.tui.field import Field
from tas_cli.tui.form import Form

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tas_cli.people.app import PeopleApp


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for drafts."""
    monkeypatch.setenv("TAS_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture
def deal(tmp_path: Path) -> Deal:
    """A deal with five people."""
    return Deal(tmp_path / "deals")


async def enter(pilot: Pilot[None], key: str, text: str) -> None:
    """Open a form with a key, type a text into it, and press Enter."""
    await press(pilot, key)
    assert isinstance(pilot.app.focused, Field)
    pilot.app.focused.put(text)
    await press(pilot, "enter")
    assert not isinstance(pilot.app.screen, Form), screen(pilot.app)


# What is between ‹ and › is not counted: names and titles. The rest is keys, ⏎ for Enter, ↑ for Up.
NATIONAL = (
    "a‹Joan Meyer, COO›  DS + 5 mu⏎"
    "b‹Luis Prado, Service director›  U ++ 4 in_d⏎"
    "b‹Ada Guo, Dispatch lead›  U + 2 in_d⏎"
    "a‹Karl Berger, CFO›  A - 5 br⏎"
    "b‹Uma Patel, Controller›  E = 3 mu⏎"
    "a‹Nils Holm, CIO›  E X 4 mu⏎"
    "b‹Eve Lund, Architect›  E - 2 none⏎"
    "a‹Otto Stein, Adviser›  4 none⏎"
    "^"
)
FREE = re.compile(r"‹(.*?)›")


def test_eight_people_are_entered_in_at_most_120_keys(tmp_path: Path) -> None:
    """The map of National Manufacturing, names and titles aside, saved and left."""
    keys = len(FREE.sub("", NATIONAL))
    assert keys <= 120, keys

    async def steps(pilot: Pilot[None], _: PeopleApp) -> None:
        *entries, last = NATIONAL.split("⏎")
        for entry in entries:
            await enter(pilot, entry[0], FREE.sub(r"\1", entry[1:]))
        assert last == "^"
        await press(pilot, "ctrl+s")

    deal = Deal(tmp_path / "new", NEW)
    assert deal.drive(steps).notes == ["Saved 8 people."]
    people = deal.opportunity.people
    bosses = {key: each.reports_to for key, each in people.items()}
    assert bosses == {
        "meyer": None,
        "prado": "meyer",
        "guo": "prado",
        "berger": None,
        "patel": "berger",
        "holm": None,
        "lund": "holm",
        "stein": None,
    }
    meyer = people["meyer"]
    assert (meyer.name, meyer.title, meyer.roles) == (
        "Joan Meyer",
        "COO",
        ["decision_maker", "sponsor"],
    )
    known = {key: (each.status, each.influence, each.coverage) for key, each in people.items()}
    assert known == {
        "meyer": ("supporter", 5, "multiple"),
        "prado": ("mentor", 4, "in_depth"),
        "guo": ("supporter", 2, "in_depth"),
        "berger": ("non_supporter", 5, "brief"),
        "patel": ("neutral", 3, "multiple"),
        "holm": ("enemy", 4, "multiple"),
        "lund": ("non_supporter", 2, "none"),
        "stein": (None, 4, "none"),
    }


def test_one_status_changes_in_five_keys(deal: Deal) -> None:
    """Find, one letter, Enter, the sign, and Ctrl+S: the status alone is written."""
    keys = ["slash", "k", "enter", "minus", "ctrl+s"]
    assert len(keys) <= 5
    assert deal.press(*keys).notes == ["Saved 1 person."]
    added = "coverage: brief, status: non_supporter}"
    assert added in deal.text
    before, _, _ = deal.text.partition("history:")
    assert before.replace(added, "coverage: brief}") == MERIDIAN


QUICK: tuple[tuple[str, str, object], ...] = (
    ("x", "status", "enemy"),
    ("-", "status", "non_supporter"),
    ("=", "status", "neutral"),
    ("+", "status", "supporter"),
    ("++", "status", "mentor"),
    ("+++", "status", "supporter"),
    ("0", "coverage", "none"),
    ("3", "coverage", "in_depth"),
    ("i4", "influence", 4),
    ("r2", "rank", 2),
    ("i4i0", "influence", None),
    ("A", "roles", ["approver"]),
    ("SAU", "roles", ["sponsor", "approver", "user"]),
    ("AA", "roles", []),
    ("l", "left", TODAY),
    ("ll", "left", None),
    ("t", "as_of", TODAY),
    ("+u", "status", None),
    ("-+u", "status", "non_supporter"),
    ("++xu", "status", "mentor"),
)


def test_quick_keys(tmp_path: Path) -> None:
    """A key or two set one field of the selected person, and nothing else."""
    deal = Deal(tmp_path / "one", f"{NEW}people: {{hart: {{name: Sam Hart}}}}\n")

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        for keys, field, value in QUICK:
            await press(pilot, *keys)
            person = app.session.people["hart"]
            assert person == Person(name="Sam Hart").model_copy(update={field: value}), keys
            while app.session.undo():
                pass

    deal.drive(steps)


def test_a_change_taken_back_by_hand_is_none(deal: Deal) -> None:
    """What is as in the file again is not unsaved, and keys that change nothing are not undone."""
    changed, back, same = deal.seen(("x",), ("=",), ("=", "1", "i", "5"))
    assert "1 unsaved" in changed
    assert "no changes" in back
    assert "no changes" in same


def test_a_digit_is_an_influence_only_right_after_its_key(deal: Deal) -> None:
    """Another key in between ends it: then a digit is the contact, which ends at 3."""
    waiting, moved, wrong, scrolled = deal.seen(("i",), ("down", "2"), ("4",), ("i", "J", "3"))
    assert "Influence of Ruth Adeyemi: 1 to 5, or 0 for unknown" in waiting
    assert "Elena Ruiz: Multiple contacts" in moved
    assert "Contact is 0 to 3. For influence press i, then 1 to 5." in wrong
    assert "Elena Ruiz: In-depth contact" in scrolled


def test_a_search_goes_to_a_person(deal: Deal) -> None:
    """Words match names before titles; Tab goes on, Esc goes back to where the search began."""

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        for keys, found in (
            (("slash", *"wh"), "whelan"),
            (("escape",), "adeyemi"),
            (("slash", *"c"), "adeyemi"),
            (("tab",), "ruiz"),
            (("enter",), "ruiz"),
            (("slash", *"zz"), "ruiz"),
            (("escape", "end"), "hart"),
            (("up", "home", "down"), "ruiz"),
        ):
            await press(pilot, *keys)
            assert app.session.cursor == found, keys

    deal.drive(steps)


def test_somebody_is_added_below_the_one_selected(deal: Deal) -> None:
    """One line has name, title and what can be said in a word; a wrong word stays to be changed."""

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "slash", "e", "l", "enter", "b", "enter")
        assert app.screen is app.main  # an empty line adds nobody
        await press(pilot, "b")
        assert isinstance(pilot.app.focused, Field)
        pilot.app.focused.put("Priya Nair, Head of user care DE ++ 9 <kessler")
        await press(pilot, "enter")
        assert "'9' is not short for a field of a person." in screen(app)
        pilot.app.focused.put("Priya Nair, Head of user care DE ++ 4 brief")
        await press(pilot, "enter")
        assert app.session.cursor == "nair"
        await enter(pilot, "a", "? analyst, Finance E")
        await press(pilot, "s")

    deal.drive(steps)
    people = deal.opportunity.people
    nair = people["nair"]
    assert (nair.title, nair.reports_to, nair.roles) == (
        "Head of user care",
        "ruiz",
        ["decision_maker", "evaluator"],
    )
    assert (nair.status, nair.influence, nair.coverage) == ("mentor", 4, "brief")
    assert people["analyst"] == Person(title="Finance", roles=["evaluator"], unidentified="yes")


@pytest.mark.parametrize(
    ("typed", "name", "short"),
    [
        ("Joan Meyer, COO DS + 5 mu <hart", "Joan Meyer, COO", ["DS", "+", "5", "mu", "<hart"]),
        ("Joan Meyer, COO  DS + 5", "Joan Meyer, COO", ["DS", "+", "5"]),
        ("Sam Ed", "Sam Ed", []),
        ("Sam Ed, CEO ED", "Sam Ed, CEO", ["ED"]),
        ("Sam Hart, A", "Sam Hart, A", []),
        ("Sam Hart, A  A", "Sam Hart, A", ["A"]),
        ("Sam Hart, Head of user care", "Sam Hart, Head of user care", []),
        ("Sam Hart D,S = brief", "Sam Hart", ["D,S", "=", "brief"]),
        ("Hart", "Hart", []),
        ("Hart -", "Hart", ["-"]),
        ("Sam Hart n", "Sam Hart", ["n"]),
        ("Sam Hart, CEO D ++ nonsense", "Sam Hart, CEO", ["D", "++", "nonsense"]),
        ("Sam Hart, VP & GM A", "Sam Hart, VP & GM", ["A"]),
    ],
)
def test_a_line_is_taken_apart(typed: str, name: str, short: list[str]) -> None:
    """Name and title end where only words follow that need no field, or at two spaces."""
    assert apart(typed) == (name, short)


def test_the_form_has_all_fields(deal: Deal) -> None:
    """Enter opens them; the boss is picked from everybody; what is typed is not saved yet."""

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "slash", "k", "enter", "enter")
        assert isinstance(app.screen, Form)
        fields = {str(each.id): each for each in app.screen.query(Field)}
        boss, agenda = (f"field{at}" for at in _fields("reports_to", "agenda.business"))
        assert "reports_to" in screen(app)
        assert "Ctrl+S done" in screen(app)  # however many fields there are
        app.screen.set_focus(fields[boss])
        await press(pilot, "r")
        app.screen.set_focus(fields[agenda])
        await press(pilot, *"Cash", "ctrl+s")
        assert app.session.people["kessler"].reports_to == "ruiz"
        assert deal.text == MERIDIAN
        await press(pilot, "s")

    deal.drive(steps)
    kessler = deal.opportunity.people["kessler"]
    assert (kessler.reports_to, kessler.agenda) == ("ruiz", Agenda(business="Cash"))


def _fields(*names: str) -> list[int]:
    known = [field.name for field in PEOPLE.fields]
    return [known.index(name) for name in names]


def test_evidence_confirms_an_entry(deal: Deal) -> None:
    """Without evidence an entry is assumed; e adds some, with today as its day."""
    before, after = deal.seen(("end",), ("e", *"Ruiz named him", "ctrl+s"))
    assert "Assumed" in before
    assert "today Ruiz named him" in after
    assert "Assumed" not in after


def test_somebody_is_taken_off_the_map(deal: Deal) -> None:
    """Del takes a person off, u brings them back, and a save removes them from the file."""

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "end", "delete")
        assert app.session.cursor == "whelan"
        assert "Sam Hart is off the map. Press u to undo." in screen(app)
        await press(pilot, "u")
        assert app.session.cursor == "hart"
        await press(pilot, "delete", "s")

    deal.drive(steps)
    assert "hart" not in deal.opportunity.people
    assert deal.text.startswith(MERIDIAN.partition("  hart:")[0])


def test_the_map_is_copied(deal: Deal) -> None:
    """What is copied is the map as it would be after saving, with what it says."""
    copied = deal.press("down", "minus", "y").clipboard
    assert "Elena Ruiz" in copied
    assert "against" in copied.partition("Elena Ruiz")[2].partition("\n")[0]
    assert "None of us has met Sam Hart (5)." in copied
    assert max(map(len, copied.splitlines())) <= 80


def test_leaving_asks_about_what_is_not_saved(deal: Deal) -> None:
    """Quitting asks; discard leaves the file as it is, save writes it, back goes on."""
    assert deal.press("q").notes == []

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "x", "q")
        assert "Save 1 person before you leave?" in screen(app)
        await press(pilot, "b")
        assert app.screen is app.main
        await press(pilot, "q", "d")

    assert deal.drive(steps).notes == ["Discarded 1 person."]
    assert deal.text == MERIDIAN
    assert deal.press("x", "q", "enter").notes == ["Saved 1 person."]


def test_what_others_changed_is_kept_or_asked_about(deal: Deal) -> None:
    """Other fields of theirs stay; the same field asks, and names all three values."""
    theirs = MERIDIAN.replace("status: neutral", "status: supporter")

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "i", "3")
        deal.path.write_text(theirs)
        await press(pilot, "s")
        text, _, history = deal.text.partition("history:")
        was, now = (f"influence: {grade}\n    coverage: brief" for grade in (5, 3))
        assert text == theirs.replace(was, now)
        assert history.strip() == (
            "- {date: 2026-11-30, field: people.adeyemi.influence, from: 5, to: 3}"
        )
        await press(pilot, "x")
        deal.path.write_text(theirs.replace("status: supporter", "status: mentor", 1))
        await press(pilot, "s")
        assert isinstance(app.screen, Choice)
        shown = " ".join(screen(app).split())
        assert "status was supporter, is now mentor; yours is enemy" in shown
        await press(pilot, "b")
        assert "status: mentor" in deal.text
        await press(pilot, "s", "s")

    assert deal.drive(steps).notes[-1] == "Saved 1 person."
    assert deal.opportunity.people["adeyemi"].status == "enemy"


def test_theirs_can_be_taken(deal: Deal) -> None:
    """Then what they changed stays as they have it, and my other changes are still to be saved."""
    theirs = MERIDIAN.replace("status: neutral", "status: mentor").partition("  hart:")[0]

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "x", "i", "3", "end", "i", "1", "up", "1")
        deal.path.write_text(theirs)
        await press(pilot, "s")
        assert "Sam Hart: was taken off the map; you changed something" in screen(app)
        await press(pilot, "t")
        assert deal.text == theirs
        assert "2 unsaved" in screen(app)
        await press(pilot, "s")

    deal.drive(steps)
    people = deal.opportunity.people
    adeyemi = people["adeyemi"]
    assert (adeyemi.status, adeyemi.influence) == ("mentor", 3)
    assert people["whelan"].coverage == "brief"
    assert "hart" not in people


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        (["a"], ["a", "b"], ["a", "c"], ["a", "c", "b"]),
        (["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"]),
        (["a"], [], ["a"], []),
        ([], ["a"], ["a"], ["a"]),
    ],
)
def test_lists_are_merged(
    base: list[str], mine: list[str], theirs: list[str], merged: list[str]
) -> None:
    """What two people add to or take from the same list at once is all done, and nobody asked."""
    was, now, other = (Person(influences=each) for each in (base, mine, theirs))
    unsaved = put({}, "hart", was, now)
    assert not [*clashes(unsaved, {"hart": other})]
    after = rebased(unsaved, {"hart": other})
    assert applied({"hart": other}, after)["hart"].influences == merged


def test_an_account_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    """Then only the deal's own people are there, and the screen says so."""
    (shown,) = Deal(tmp_path / "deals", OF_ACCOUNT).seen(())
    assert "The file of account meridian cannot be used" in shown


ACCOUNT = """\
tas: 1
name: Meridian
people:
  hart: {name: Sam Hart, title: Board adviser, coverage: none}
  ruiz: {name: Elena Ruiz, coverage: brief}
"""
OF_ACCOUNT = f"{NEW}account: meridian\npeople: {{ruiz: {{status: neutral}}}}\n"


def test_each_field_goes_to_its_file(tmp_path: Path) -> None:
    """How people stand with us is the deal's, what all its deals share is the account's."""
    deal = Deal(tmp_path / "deals", OF_ACCOUNT)
    write(deal.folder, {"accounts/meridian.yaml": ACCOUNT})

    async def steps(pilot: Pilot[None], app: PeopleApp) -> None:
        await press(pilot, "plus", "2", "down", "x", "1", "delete")
        shown = " ".join(screen(app).split())
        assert "Elena Ruiz is in the account's file" in shown
        assert "ruiz" in app.session.people
        await enter(pilot, "b", "Dan Okafor, Nurse U + brief")
        deal.account.write_text(ACCOUNT.replace("Board adviser", "Adviser"))
        await press(pilot, "s")

    assert deal.drive(steps).notes == ["Saved 3 people."]
    own, shared = deal.opportunity.people, deal.session().account
    assert shared is not None
    assert {key: each.status for key, each in own.items()} == {
        "ruiz": "enemy",
        "hart": "supporter",
        "okafor": "supporter",
    }
    assert own["okafor"] == Person(status="supporter", roles=["user"])
    known = {key: (each.title, each.coverage) for key, each in shared.people.items()}
    assert known == {
        "hart": ("Adviser", "multiple"),
        "ruiz": (None, "brief"),
        "okafor": ("Nurse", "brief"),
    }


def test_what_only_the_account_can_clear_is_named(tmp_path: Path) -> None:
    """A deal cannot empty what the account's file says of somebody for all deals: it stays."""
    deal = Deal(tmp_path / "deals", OF_ACCOUNT)
    kept = ACCOUNT.replace("coverage: none", "coverage: none, roles: [user]")
    write(deal.folder, {"accounts/meridian.yaml": kept})
    notes = deal.press("U", "s", "q").notes
    assert notes == [
        "Saved 1 person.",
        "Sam Hart: roles can only be cleared in the account's file.",
    ]
    assert deal.account.read_text(encoding="utf-8") == kept


def test_a_draft_is_offered_again(deal: Deal) -> None:
    """What was not saved when a session ended is offered to the next one."""

    async def killed(pilot: Pilot[None], _: PeopleApp) -> None:
        await press(pilot, "x", "down", "e", *"Said so", "ctrl+s", "end", "delete")

    async def resumed(pilot: Pilot[None], app: PeopleApp) -> None:
        assert "3 changes, not saved: Ruth Adeyemi, Elena Ruiz, hart" in screen(app)
        await press(pilot, "r", "ctrl+s")

    deal.drive(killed)
    assert deal.text == MERIDIAN
    assert deal.drive(resumed).notes == ["Saved 3 people."]
    people = deal.opportunity.people
    assert people["adeyemi"].status == "enemy"
    assert [each.what for each in people["ruiz"].evidence] == ["She will fight for it", "Said so"]
    assert "hart" not in people


def test_every_key_of_the_line_is_shown(deal: Deal) -> None:
    """At 80 columns the last line has the keys that change, save and leave, with words."""
    last = deal.seen(())[0].splitlines()[-1]
    for words in ("with us", "contact", "influence", "Enter edit", "add", "save", "quit", "help"):
        assert words in last
