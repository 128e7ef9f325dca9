"""`tas diff`: what changed in each deal between commits, days and files."""

from __future__ import annotations

import json
import os
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt
from workspaces import HEAD, rated, write

if TYPE_CHECKING:
    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

FIRST = "assessments:\n  - {date: 2026-11-02, ratings: {compelling_event: {us: '+'}}}\n"
SECOND = "  - {date: 2026-11-05, ratings: {compelling_event: {us: '-'}}}\n"
THIRD = """\
  - date: 2026-11-06
    ratings: {solution_fit: {us: {rating: '+', evidence: [{what: Called us, who: CFO}]}}}
"""


@pytest.fixture
def folder(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A committed workspace with three deals."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    deals = {f"opportunities/{name}.yaml": f"{HEAD}external_id: {name}\n{FIRST}" for name in "abc"}
    root = write(tmp_path / "deals", deals | {"tas.yaml": "tas: 1\n"})
    git(root, "init", "-q", "--initial-branch=main")
    commit(root)
    tas.at(root)
    return root


def git(folder: Path, *arguments: str) -> None:
    """Call git in a folder."""
    options = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "all")


def changed(folder: Path) -> None:
    """Change a deal, add one, delete one and rename one."""
    more = f"{HEAD}amount: 1200000\nexternal_id: a\nowner: kim\n{FIRST}{SECOND}{THIRD}"
    write(folder, {"opportunities/a.yaml": more, "opportunities/new.yaml": HEAD + "amount: 5\n"})
    (folder / "opportunities/b.yaml").unlink()
    (folder / "opportunities/c.yaml").rename(folder / "opportunities/other.yaml")


def kinds(tas: Tas, *what: str) -> dict[str, str]:
    """Return what happened to each deal."""
    found = tas("diff", *what, "--format", "json").json["deals"]
    return {each["id"]: each["change"] for each in found}


ALL = {"a": "changed", "b": "gone", "new": "new", "other": "renamed"}


@pytest.mark.parametrize("output", ["text", "markdown"])
def test_page(tas: Tas, folder: Path, page: SnapshotAssertion, output: str) -> None:
    """Each deal that changed is there, what it means first."""
    changed(folder)
    assert tas("diff", "--format", output).out == page


def test_what_is_compared(tas: Tas, folder: Path) -> None:
    """A commit and the files, two commits, and the two from where they parted."""
    changed(folder)
    assert kinds(tas) == kinds(tas, "HEAD") == ALL
    git(folder, "switch", "-qc", "other")
    commit(folder)
    git(folder, "switch", "-q", "main")
    write(folder, {"opportunities/d.yaml": HEAD})
    commit(folder)
    assert kinds(tas, "main~1..other") == ALL
    assert kinds(tas, "main...other") == ALL
    assert kinds(tas, "main..other") == ALL | {"d": "gone"}
    assert kinds(tas, "other..main")["b"] == "new"


def test_nothing_changed(tas: Tas, folder: Path) -> None:
    """Equal states, and those that differ only in comments and line ends, have no difference."""
    assert kinds(tas) == {}
    for name in "ab":
        path = folder / f"opportunities/{name}.yaml"
        path.write_bytes(b"# comment\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert kinds(tas) == {}
    assert tas("diff", "--format", "markdown").out == ""


SOME = {
    "a": ["a"],
    "HEAD a new": ["a", "new"],
    "opportunities/a.yaml": ["a"],
    "c": ["other"],
}


@pytest.mark.parametrize("what", SOME)
def test_only_some_deals(tas: Tas, folder: Path, what: str) -> None:
    """Deals are named alone or after the commit, and a renamed one by either name."""
    changed(folder)
    assert kinds(tas, *what.split()) == {name: ALL[name] for name in SOME[what]}


def test_links_and_ignored_files(tas: Tas, folder: Path) -> None:
    """A link is no deal of its own, and what git ignores is not new."""
    (folder / "opportunities/link.yaml").symlink_to("a.yaml")
    write(folder, {".gitignore": "private.yaml\n", "opportunities/private.yaml": HEAD})
    commit(folder)
    assert tas("diff").out == "No deals changed · since the last commit\n"
    write(folder, {"opportunities/a.yaml": HEAD + FIRST + SECOND})
    (folder / "sub").mkdir()
    tas.at(folder / "sub")
    assert kinds(tas) == kinds(tas, "../opportunities/a.yaml") == {"a": "changed"}


def test_each_state_has_its_own_settings(tas: Tas, folder: Path) -> None:
    """An amount without a currency is in that of the settings of its state."""
    changed(folder)
    write(folder, {"tas.yaml": "tas: 1\ncurrency: EUR\n", "opportunities/d.yaml": HEAD})
    commit(folder)
    write(folder, {"tas.yaml": "tas: 1\ncurrency: CHF\n", "opportunities/a.yaml": HEAD})
    found = tas("diff", "--format", "json").json
    assert [(each["id"], each["before"]["currency"], each["after"]["currency"])
            for each in found["deals"]] == [("a", "EUR", "CHF")]  # fmt: skip
    assert [(each["currency"], each["before"], each["after"]) for each in found["pipeline"]] == [
        ("EUR", "1200000", "0")
    ]


def test_a_competitor_that_is_gone(tas: Tas, tmp_path: Path) -> None:
    """A competitor's removal is said once, with the ratings that went with it in one line."""
    before = rated("2026-11-02 | solution_fit: {us: '+', x: '-'} | access_to_funds: {x: '+'}")
    after = rated("2026-11-02 | solution_fit: {us: '+'}", competitors="{z: {}}")
    tas.at(write(tmp_path, {"opportunities/1.yaml": before, "2.yaml": after}))
    _, *lines = tas("diff", "opportunities/1.yaml", "2.yaml").out.strip().split("\n\n")
    assert lines[0].splitlines()[-2:] == [
        "• Competitor x: X → none",
        "• Not rated any more: #4 X, #7 X",
    ]


def test_two_files(tas: Tas, folder: Path) -> None:
    """Two files are compared as states of one deal, wherever they are."""
    write(folder, {"one.yaml": HEAD + FIRST, "two.yaml": HEAD + FIRST + SECOND})
    (found,) = tas("diff", "one.yaml", "two.yaml", "--format", "json").json["deals"]
    (rating,) = found["difference"]["ratings"]
    assert (rating["from"], rating["to"]) == ("+", "-")


def test_since_a_day(tas: Tas, tmp_path: Path) -> None:
    """With --since, the files' own dates decide, and git is not needed."""
    tas.at(write(tmp_path, {"opportunities/a.yaml": HEAD + FIRST + SECOND}))
    assert kinds(tas, "--since", "2026-11-05") == {"a": "changed"}
    assert kinds(tas, "--since", "2026-11-06") == {}
    assert kinds(tas, "--since", "2026-11-01") == {"a": "new"}


def test_a_rating_reversed_without_evidence(tas: Tas, folder: Path) -> None:
    """A + that becomes a - is marked unless something new was said about it."""
    changed(folder)
    assert "#5 Compelling event + → – without new evidence" in tas("diff").out


@pytest.mark.parametrize("what", [("nowhere",), ("main..nowhere",), ("HEAD", "HEAD"), ("-x",)])
@pytest.mark.usefixtures("folder")
def test_a_wrong_call(tas: Tas, what: tuple[str, ...]) -> None:
    """What is no state is refused, with the ways to name one."""
    result = tas("diff", "--", *what)
    assert (result.status, result.out) == (2, "")
    assert "--since DATE" in result.err


def test_without_git(tas: Tas, tmp_path: Path) -> None:
    """Outside a repository the refusal names the way that needs no git."""
    result = tas.at(write(tmp_path, {"opportunities/a.yaml": HEAD}))("diff")
    assert result.status == 2
    assert "not a git repository" in result.err


def test_commits_that_are_not_there(tas: Tas, folder: Path) -> None:
    """Before the first commit, and between two unrelated ones, the refusal says what is missing."""
    git(folder, "switch", "-q", "--orphan", "other")
    write(folder, {"opportunities/d.yaml": HEAD})
    assert "the last commit: there is no such commit" in tas("diff").err
    commit(folder)
    result = tas("diff", "main...other")
    assert result.status == 2
    assert "the two have no commit in common" in result.err
    assert "git fetch --unshallow" in result.err


def test_a_broken_file_is_named(tas: Tas, folder: Path) -> None:
    """A deal that one state cannot read is neither new nor gone: it is left out and named."""
    write(folder, {"opportunities/a.yaml": "tas: ["})
    found: Any = tas("diff", "--format", "json").json
    assert (found["deals"], found["left_out"]) == ([], ["opportunities/a.yaml"])
    assert "opportunities/a.yaml" in tas("diff").out


EVIL = '<img src=x onerror="x"> @all [x](http://e.example) #1 </summary><script>'


def test_a_comment_is_inert(tas: Tas, folder: Path) -> None:
    """As the platform shows the comment, no name in a file becomes an element, link or mention."""
    hostile = EVIL.replace('"', r"\"")
    text = f'tas: 1\nname: "{hostile}"\ncustomer: "{hostile}"\nowner: "{hostile}"\n{FIRST}'
    write(folder, {"opportunities/a.yaml": text, f"opportunities/{EVIL[:8]}@x.yaml": text})
    out = tas("diff", "--format", "markdown").out
    assert out.startswith("<!-- tas-diff -->\n")
    html = _html(out)
    for wrong in ("<img", "<script", "<a ", "</summary><script"):
        assert wrong not in html
    outside = [part.partition("</code>")[2] for part in html.split("<code>")]
    assert not any("@all" in each for each in outside)
    assert html.count("<details>") == html.count("</details>") == len(kinds(tas))


ATTACKS = (
    EVIL,
    "</code></summary></details><details>",
    "a --> <!-- b",
    "``` ~~~ `b",
    "a | b | c",
    "first\n# second\n\n- third",
    "**b** _c_ <a href=x>d</a> &lt;i&gt;",
    "https://e.example www.e.example",
)


def everywhere(said: str) -> str:
    """Return a file with a text wherever it can have one."""
    content: dict[str, Any] = {
        "tas": 1, "name": said, "customer": said, "owner": said,
        "competitors": {"x": {"name": said}},
        "compelling_event": {"what": said},
        "next": {"date": "2026-12-01", "with": [said], "what": said},
        "on_hold": {"since": "2026-11-02", "trigger": said},
        "strategy": {"chosen": "fragment", "variation": "niche", "reason": said},
        "notes": [{"date": "2026-11-02", "by": said, "text": said}],
        "actions": [{"date": "2026-11-02", "what": said, "owner": said}],
        "assessments": [{"date": "2026-11-02", "ratings": {"solution_fit": {
            "x": {"rating": "+", "evidence": [{"who": said, "what": said}]}}}}],
    }  # fmt: skip
    return json.dumps(content)


class Elements(HTMLParser):
    """The elements of a page, in order, without their texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Note an element, but for what marks a criterion's number."""
        if tag != "code":
            self.found.append((tag, attrs))

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.found.append(data)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_changes_the_comment(tas: Tas, tmp_path: Path, attack: str) -> None:
    """Whatever a text says, the comment has the elements that it has with harmless words."""
    tas.at(write(tmp_path, {"opportunities/a.yaml": everywhere("word")}))
    found = []
    for said in ("word", attack):
        write(tmp_path, {"1.yaml": everywhere(f"{said} one"), "2.yaml": everywhere(f"two {said}")})
        comment = tas("diff", "1.yaml", "2.yaml", "--format", "markdown").out
        found.append(Elements(_html(comment)).found)
    assert found[0] == found[1]


def _html(text: str) -> str:
    """Return a comment as the platforms show it, with the HTML that it contains."""
    shown: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return shown


def test_a_long_comment_is_cut_by_deals(tas: Tas, folder: Path) -> None:
    """A comment stays below the platform's limit, and says how many deals it leaves out."""
    long = {f"opportunities/n{n:03}.yaml": HEAD + f"owner: {'x' * 300}\n" for n in range(300)}
    write(folder, long)
    out = tas("diff", "--format", "markdown").out
    assert len(out) <= 60_000
    shown = out.count("<details>")
    assert f"{300 - shown} more deals" in out
    assert out.count("</details>") == shown


def test_the_table_counts_our_ratings(tas: Tas, folder: Path) -> None:
    """A competitor that gets weaker is no rating of ours that got worse."""
    rival = "competitors: {x: {}}\n"
    then = FIRST.replace("{us: '+'}", "{us: '+', x: '+'}")
    write(folder, {"opportunities/a.yaml": f"{HEAD}external_id: a\n{rival}{then}"})
    commit(folder)
    weaker = then + "  - {date: 2026-11-05, ratings: {compelling_event: {x: '-'}}}\n"
    write(folder, {"opportunities/a.yaml": f"{HEAD}external_id: a\n{rival}{weaker}"})
    out = tas("diff", "--format", "markdown").out
    (row,) = [line for line in out.splitlines() if line.startswith("| a |")]
    assert "worse" not in row
    assert "for x + → –" in out


ACCOUNT = "tas: 1\nname: Harbor\npeople:\n  ruiz: {name: Elena Ruiz, influence: 4}\n"


def test_people_of_a_changed_account_change_in_its_deals(tas: Tas, folder: Path) -> None:
    """An account's file that changed shows in the deals that name it, and in no other."""
    write(folder, {"opportunities/a.yaml": f"{HEAD}account: harbor\n{FIRST}"})
    write(folder, {"accounts/harbor.yaml": ACCOUNT})
    commit(folder)
    write(folder, {"accounts/harbor.yaml": ACCOUNT.replace("influence: 4", "influence: 5")})
    for words in (["diff"], ["diff", "HEAD~1..HEAD"]):
        if len(words) > 1:
            commit(folder)
        found = tas(*words, "--format", "json").json
        assert [each["id"] for each in found["deals"]] == ["a"]
        assert "Elena Ruiz (influence: 4 → 5)" in tas(*words).out


def test_a_missing_account_is_reported_at_deals_that_did_not_change(tas: Tas, folder: Path) -> None:
    """Renaming an account's file is the change of a request that its deals suffer from."""
    write(folder, {"opportunities/a.yaml": f"{HEAD}account: harbor\n{FIRST}"})
    write(folder, {"accounts/harbor.yaml": ACCOUNT})
    commit(folder)
    (folder / "accounts/harbor.yaml").rename(folder / "accounts/harbour.yaml")
    for words in ([], ["--new"]):
        found = tas("check", "--changed-since", "HEAD", *words, "--format", "json").json
        codes = {(each["file"], each["code"]) for each in found["diagnostics"]}
        assert ("opportunities/a.yaml", "TAS630") in codes
