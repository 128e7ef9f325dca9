"""`tas site`: pages that lead to each other, written again only where something has changed."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from board_files import FILES, HARBOUR, MILL, SETTINGS
from hypothesis import given
from hypothesis import strategies as st
from workspaces import write

from tas_cli.source.door import entered
from tas_cli.source.lock import locked
from tas_cli.views.site.addresses import is_address, slug, way

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli import Tas

DEALS = FILES | {
    "opportunities/mill.yaml": MILL + "account: weavers\n",
    "opportunities/broken.yaml": "tas: 1\nname: <b>Broken\n",
    "opportunities/Odd Name.yaml": "tas: 1\nname: Odd\ncustomer: Odd & Sons\nowner: José Álvarez\n",
    "accounts/weavers.yaml": "tas: 1\nname: Weavers' Mill\n",
}


@pytest.fixture
def ground(tas: Tas, tmp_path: Path) -> Path:
    """Call in a workspace with deals of three reps, an account, and a file with errors."""
    tas.at(write(tmp_path, DEALS))
    return tmp_path


class Seen(HTMLParser):
    """What a crawler sees of a page: the links and the ids."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = dict(attrs)
        if tag == "a":
            self.links.append(found["href"] or "")
        self.ids.add(found.get("id") or "")


def crawled(index: Path) -> dict[str, Seen]:
    """Follow all links from a page, and return the pages by address; a dead link fails."""
    root, found, waiting = index.parent, {}, [index]
    while waiting:
        page = waiting.pop()
        address = page.relative_to(root).as_posix()
        if address in found:
            continue
        found[address] = Seen(page)
        for link in found[address].links:
            target, _, fragment = link.partition("#")
            if fragment:
                assert fragment in found[address].ids
            if target:
                waiting.append((page.parent / target).resolve())
    return found


def stamps(site: Path) -> dict[str, int]:
    """Return when each page was written."""
    return {
        page.relative_to(site).as_posix(): page.stat().st_mtime_ns for page in site.rglob("*.html")
    }


def test_every_page_is_linked_and_no_link_is_dead(tas: Tas, ground: Path) -> None:
    """From the board to all deals, reps and accounts, whatever their names."""
    done = tas("site", "--output", "out/site")
    assert (done.status, done.err) == (
        0,
        "Skipped because of errors (see `tas check`): opportunities/broken.yaml\n",
    )
    found = crawled(ground / "out/site/index.html")
    assert found.keys() == stamps(ground / "out/site").keys()
    assert all(map(is_address, found))
    assert {"deals/harbour.html", "reps/kim.html", "accounts/weavers.html"} <= found.keys()
    for page in found.values():
        assert page.links.count("#content") == 1
    assert "../accounts/weavers.html" in found["reps/lee.html"].links
    assert "See <code>" not in (ground / "out/site/deals/broken.html").read_text(encoding="utf-8")


def test_a_file_with_errors_has_a_page_that_says_what_is_wrong(tas: Tas, ground: Path) -> None:
    """Its words are harmless, and an older page does not stay.

    What is wrong may quote anything in the file, so it is shown to the own team only.
    """
    for mail, quoted in ((), False), (("--people",), True), (("--people", "--redact"), False):
        tas("site", "--output", "site", *mail)
        page = (ground / "site/deals/broken.html").read_text(encoding="utf-8")
        assert "This file has errors" in page
        assert ("`customer` is missing" in page) is quoted
        assert ("Line 1" in page) is ("--redact" not in mail)


def test_of_several_files_the_one_that_counts_has_the_page(tas: Tas, ground: Path) -> None:
    """As on the board: a copy, or a file with errors and the same short name, hides nothing."""
    wrong = {"opportunities/a/harbour.yaml": "tas: 1\n", "opportunities/mill (1).yaml": MILL}
    write(ground, wrong)
    tas("site", "--output", "site")
    page = (ground / "site/deals/harbour.html").read_text(encoding="utf-8")
    assert "<h1>Cranes</h1>" in page
    assert not [*(ground / "site/deals").glob("mill_*")]
    index = (ground / "site/index.html").read_text(encoding="utf-8")
    assert "mill (1).yaml: a copy of opportunities/mill.yaml" in index


LISTS = {"index.html", "deals.html"}
CASES: dict[str, tuple[Callable[[Path], object], set[str], set[str]]] = {
    "nothing": (lambda root: (root / "opportunities/mill.yaml").touch(), set(), set()),
    "an amount": (
        lambda root: write(
            root, {"opportunities/harbour.yaml": HARBOUR.replace("1200000", "900000")}
        ),
        {
            *LISTS,
            "deals/harbour.html",
            "reps/kim.html",
            "reps.html",
            "matrix.html",
        },
        set(),
    ),
    "a comment": (
        lambda root: write(root, {"opportunities/harbour.yaml": HARBOUR + "# called\n"}),
        set(),
        set(),
    ),
    "an account's name": (
        lambda root: write(root, {"accounts/weavers.yaml": "tas: 1\nname: Weavers\n"}),
        {"accounts.html", "accounts/weavers.html"},
        set(),
    ),
    "a page by hand": (
        lambda root: (root / "site/matrix.html").write_text("mine"),
        {"matrix.html"},
        set(),
    ),
    "a page gone": (
        lambda root: (root / "site/deals/mill.html").unlink(),
        {"deals/mill.html"},
        set(),
    ),
    "the manifest": (lambda root: (root / "site/.tas-site.json").write_text("{"), set(), set()),
    "a deal gone": (
        lambda root: (root / "opportunities/Odd Name.yaml").unlink(),
        {*LISTS, "reps.html", "matrix.html"},
        {"deals/odd-name__*", "reps/jose-alvarez__*"},
    ),
    "a deal that breaks": (
        lambda root: write(root, {"opportunities/quarry.yaml": "tas: 1\n"}),
        {*LISTS, "deals/quarry.html"},
        set(),
    ),
}


@pytest.mark.parametrize(("change", "written", "removed"), CASES.values(), ids=CASES)
def test_a_change_rewrites_the_pages_that_show_it(
    tas: Tas, ground: Path, change: Callable[[Path], object], written: set[str], removed: set[str]
) -> None:
    """And no other page; what it says is what it did."""
    tas("site", "--output", "site")
    before = stamps(ground / "site")
    change(ground)
    tas("site", "--output", "site")
    after = stamps(ground / "site")
    changed = {page for page in after if after[page] != before.get(page)}
    assert {page.partition("-")[0] for page in changed} == written
    gone = before.keys() - after.keys()
    assert all(any(name.startswith(each.rstrip("*")) for each in removed) for name in gone)
    assert len(gone) == len(removed)
    assert tas("site", "--output", "site").out.splitlines()[0].endswith("pages, all current.")


@pytest.mark.parametrize(
    ("files", "status", "why"),
    [
        ({"site/notes.txt": "mine"}, 2, "the folder has other files: notes.txt"),
        ({"site/.git/HEAD": "ref"}, 0, ""),
        (
            {"site/.tas-site.json": "", "site/deals/mill.html": "mine"},
            2,
            "is not a page written by",
        ),
        ({"site/.tas-site.json": "", "site/CNAME": "mine", "site/deals/own.html": "mine"}, 0, ""),
        ({"site": "mine"}, 2, "this is a file"),
    ],
)
def test_files_of_others_stay(
    tas: Tas, ground: Path, files: dict[str, str], status: int, why: str
) -> None:
    """A folder with anything else cannot hold a site, and what is in a site's folder stays."""
    write(ground, files)
    done = tas("site", "--output", "site")
    assert done.status == status
    assert why in done.err
    for name, content in files.items():
        assert (ground / name).read_text() == content or name.endswith("site.json")
    assert (ground / "site/index.html").exists() is (status == 0)


@pytest.mark.parametrize("place", ["opportunities", "accounts/site", "schemas", "."])
def test_a_site_is_not_among_the_files_of_a_workspace(tas: Tas, ground: Path, place: str) -> None:
    """Nor where the workspace itself is."""
    before = sorted(ground.rglob("*"))
    assert tas("site", "--output", place).status == 2
    assert sorted(ground.rglob("*")) == before


def test_settings_with_errors_are_named_on_the_board(tas: Tas, ground: Path) -> None:
    """Figures mislead then; an empty workspace has a short board."""
    write(ground, {"tas.yaml": "tas: 1\ncurrency: 7\n"})
    tas("site", "--output", "site")
    page = (ground / "site/index.html").read_text(encoding="utf-8")
    assert "because tas.yaml has errors" in page
    tas.at(write(ground / "empty", {"tas.yaml": "tas: 1\n"}))
    assert tas("site", "--output", "out").out.startswith("out: 2 pages, 2 written.")
    assert crawled(ground / "empty/out/index.html").keys() == {"index.html", "deals.html"}


def test_a_damaged_or_forged_manifest_removes_nothing_else(tas: Tas, ground: Path) -> None:
    """Addresses in it that are not of a site do not count."""
    entry = ["", "", 1, 1]
    names = ["../tas.yaml", "/etc/passwd", "deals/../../tas.yaml", "CNAME", "deals/my.html"]
    manifest = json.dumps({"version": 1, "pages": dict.fromkeys(names, entry)})
    mine = dict.fromkeys(("site/CNAME", "site/deals/my.html"), "mine")
    write(ground, {"site/.tas-site.json": manifest, **mine})
    assert tas("site", "--output", "site").status == 0
    assert (ground / "tas.yaml").read_text() == SETTINGS
    assert [(ground / name).read_text() for name in mine] == ["mine", "mine"]


def test_a_link_leads_nothing_out_of_the_folder(tas: Tas, ground: Path) -> None:
    """Neither a page nor the folder itself, if somebody put a link in its place."""
    write(ground, {"mine.html": "mine"})
    tas("site", "--output", "site")
    page = ground / "site/deals/mill.html"
    page.unlink()
    page.symlink_to(ground / "mine.html")
    done = tas("site", "--output", "site")
    assert (done.status, (ground / "mine.html").read_text()) == (1, "mine")
    assert "points outside" in done.err
    (ground / "elsewhere").symlink_to(ground.parent)
    assert tas("site", "--output", "elsewhere/site").status == 2


def test_a_folder_that_cannot_be_written_is_named(tas: Tas, ground: Path) -> None:
    """In a sentence, with status 1."""
    write(ground, {"site/.tas-site.json": "", "site/reps": "mine"})
    done = tas("site", "--output", "site")
    assert (done.status, done.out) == (1, "")
    assert "cannot write site: not a directory" in done.err


def test_two_runs_at_once(tas: Tas, ground: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One waits for the other, and gives up if that takes for ever."""
    tas("site", "--output", "site")
    monkeypatch.setattr("tas_cli.source.lock.PATIENCE", 0)
    with entered(ground / "site/.tas-site.lock") as place, locked(place):
        done = tas("site", "--output", "site")
    assert done.status == 1
    assert "another process has been writing site for a long time" in done.err
    assert tas("site", "--output", "site").status == 0


@given(
    st.sets(
        st.text(max_size=100) | st.from_regex(r"[a-z0-9-]{1,9}( [A-Za-z]{1,5})?", fullmatch=True),
        min_size=2,
    )
)
def test_slugs_are_safe_and_never_the_same(names: set[str]) -> None:
    """On systems that ignore case, and on those with names that are devices, too."""
    slugs = {name: slug(name) for name in {*names, "aux", "Aux", "com1", "a b", "a_b", "a-b", "ä"}}
    assert len({each.casefold() for each in slugs.values()}) == len(slugs)
    for name, each in slugs.items():
        assert is_address(f"deals/{each}.html")
        assert len(each) <= 80
        assert each.isascii()
        assert each not in {"con", "aux", "nul", "prn", "com1"}
        assert slug(name) == each


def test_links_lead_from_any_page_to_any_other() -> None:
    """Relative to the page they are on."""
    assert way("deals/a.html", "index.html") == "deals/a.html"
    assert way("index.html", "deals/a.html") == "../index.html"
    assert way("deals/a.html", "reps/b.html") == "../deals/a.html"
