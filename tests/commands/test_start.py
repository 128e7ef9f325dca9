"""`tas init` and `tas new`: the first minute."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from terminal import talk
from workspaces import write

from tas_cli.model.opportunity import Opportunity
from tas_cli.source.difference import difference

if TYPE_CHECKING:
    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

MADE = {
    "tas.yaml",
    ".gitignore",
    ".vscode/settings.json",
    ".vscode/extensions.json",
    "schemas/account.schema.json",
    "schemas/opportunity.schema.json",
    "schemas/tas.schema.json",
}


def files(folder: Path) -> set[str]:
    """Return the files below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_init_makes_a_workspace_that_works(tas: Tas, tmp_path: Path) -> None:
    """A new workspace is clean and has no deals; the next command is the one that starts one."""
    result = tas.at(tmp_path)("init", "deals")
    assert result.status == 0
    assert files(tmp_path / "deals") == MADE
    assert "cd deals, then tas new" in result.out
    tas.at(tmp_path / "deals")
    assert tas("check").status == 0
    assert "`tas new` starts one." in tas("today").out
    assert tas("new", "a", "--name", "n", "--customer", "c").status == 0


def test_an_example_is_written_if_asked_for(tas: Tas, tmp_path: Path) -> None:
    """With --example there is a clean deal to look at; the output says how to remove it."""
    result = tas.at(tmp_path)("init", "deals", "--example")
    assert files(tmp_path / "deals") == MADE | {"opportunities/example.yaml"}
    assert "Delete deals/opportunities/example.yaml to remove it." in result.out
    tas.at(tmp_path / "deals")
    assert tas("check").status == 0
    assert tas("show", "example").status == 0
    assert tas("strategy", "example").status == 0


def test_init_says_where_it_is_and_starts_a_repository(tas: Tas, tmp_path: Path) -> None:
    """With --git the workspace is a repository; inside one there is nothing to start."""
    made = tas.at(tmp_path)("init", "deals", "--git", "--format", "json").json
    assert (made["folder"], made["repository"]) == (str(tmp_path / "deals"),) * 2
    assert (tmp_path / "deals/.git").is_dir()
    inner = tas("init", "deals/inner")
    assert (
        f"Workspace       {tmp_path}/deals/inner\nGit repository  {tmp_path}/deals\n" in inner.out
    )
    assert tas("init", "plain", "--format", "json").json["repository"] is None


@pytest.mark.parametrize(("answer", "started"), [("", True), ("n", False)])
def test_init_offers_a_repository(tmp_path: Path, answer: str, *, started: bool) -> None:
    """On a terminal it asks; Enter says yes."""
    status, _ = talk(tmp_path, ["init"], (r"with git.*\[Y/n\]", answer))
    assert (status, (tmp_path / ".git").exists()) == (0, started)
    assert (tmp_path / ".gitignore").exists() == started


def test_init_writes_no_file_for_git_that_is_not_wanted(tas: Tas, tmp_path: Path) -> None:
    """With --no-git the workspace has no .gitignore."""
    assert set(tas.at(tmp_path)("init", "--no-git", "--format", "json").json["made"]) == MADE - {
        ".gitignore"
    }


def test_init_without_git(tas: Tas, tmp_path: Path) -> None:
    """--git without git is refused once the files are there; the message says what is missing."""
    result = tas.at(tmp_path).env(PATH=str(tmp_path))("init", "--git")
    assert result.status == 1
    assert "cannot start a git repository: git cannot be run" in result.err
    assert (tmp_path / "tas.yaml").exists()


def test_init_never_overwrites(tas: Tas, tmp_path: Path) -> None:
    """Existing files stay byte for byte and are reported as kept."""
    write(tmp_path, {"tas.yaml": "tas: 1\n# mine\n", ".gitignore": "mine\n"})
    result = tas.at(tmp_path)("init", "--format", "json")
    assert set(result.json["kept"]) == {"tas.yaml", ".gitignore"}
    assert set(result.json["made"]) == MADE - {"tas.yaml", ".gitignore"}
    assert (tmp_path / "tas.yaml").read_text() == "tas: 1\n# mine\n"
    again = tas("init")
    assert again.status == 0
    assert "made" not in again.out.split("Now:")[0]


def test_the_settings_of_a_new_workspace_are_the_defaults(tas: Tas, tmp_path: Path) -> None:
    """Every commented setting of the template is valid once uncommented."""
    tas.at(tmp_path)("init")
    text = (tmp_path / "tas.yaml").read_text()
    lines = [
        line[2:] if line.startswith("# ") and (": " in line or line.endswith(":")) else line
        for line in text.splitlines()
    ]
    prose = (
        "What ",
        "The steps",
        "The people",
        "Checks",
        "Settings",
        "yaml-language",
        "days after",
    )
    body = "\n".join(line for line in lines if not line.startswith(prose))
    (tmp_path / "tas.yaml").write_text(body)
    assert tas("check", "tas.yaml").out.startswith("1 file: no problems found.")
    assert "\nteam:" in body
    assert "\nthresholds:" in body


def test_init_without_a_name_creates_nothing(tas: Tas, tmp_path: Path) -> None:
    """An empty name, as from an unset variable, is not a folder."""
    result = tas.at(tmp_path)("init", "")
    assert (result.status, result.out) == (2, "")
    assert "the folder name is empty" in result.err
    assert list(tmp_path.iterdir()) == []


def new(tas: Tas, *options: str) -> str:
    """Start a deal and return its file's text."""
    result = tas("new", "acme-crm", *options)
    assert result.status == 0, result.err
    return _text()


def _text() -> str:
    return Path("opportunities/acme-crm.yaml").read_text(encoding="utf-8")


def test_new_writes_a_commented_file(tas: Tas, tmp_path: Path, page: SnapshotAssertion) -> None:
    """A new file has the given values, and comments that show how to continue."""
    text = new(
        tas.at(tmp_path),
        *("--name", "CRM renewal", "--customer", "Acme & Sons", "--owner", "maria"),
        *("--amount", "250000", "--currency", "EUR", "--close", "2027-03-31"),
        *("--competitor", "x-sys=X-Sys", "--competitor", "other", "--incumbent", "x-sys"),
    )
    assert text == page
    assert tas("check").out == "1 file: no problems found.\n"
    shown = tas("show", "acme-crm", "--format", "json").json
    assert [party["name"] for party in shown["parties"]] == ["Us", "X-Sys", "other"]


def test_additions_to_a_new_file_replace_their_comments(tas: Tas, tmp_path: Path) -> None:
    """What `tas new` left as a comment is replaced by its value; every key has its usual place."""
    text = new(tas.at(tmp_path), "--name", "n", "--customer", "c")
    calls = [
        ("choose", "acme-crm", "develop", "--reason", "r"),
        ("rate", "acme-crm", "7=?"),
        ("set", "acme-crm", "owner=maria", "competitor:x=X", "amount=5"),
    ]
    for call in calls:
        assert tas(*call).status == 0
    gone = difference("", text.encode(), _text().encode())
    assert [line for line in gone if line.startswith("-#")] == [
        "-# owner:",
        "-# amount:                         # digits, without separators",
        "-# competitors:                    # the first one is the primary competitor",
        "-#   their-id: {name: Their Name}",
        "-# assessments:",
        *(f"-{line}" for line in text.partition("# assessments:\n")[2].splitlines()),
    ]
    keys = [line.partition(":")[0] for line in _text().splitlines() if line[:1].isalpha()]
    assert keys == [key for key in Opportunity.model_fields if key in keys]
    assert tas("set", "acme-crm", "external_id=7", "name=m").status == 0
    assert 'customer: c\nexternal_id: "7"\nowner: maria\n' in _text()


def test_a_comment_of_ones_own_stays(tas: Tas, tmp_path: Path) -> None:
    """A comment that names a key but is not as `tas new` wrote it stays above the value."""
    new(tas.at(tmp_path), "--name", "n", "--customer", "c")
    path = Path("opportunities/acme-crm.yaml")
    path.write_text(_text().replace("# owner:", "# owner: # ask Maria"))
    assert tas("set", "acme-crm", "owner=tomas").status == 0
    assert "# owner: # ask Maria\nowner: tomas\n" in _text()
    assert tas("check").status == 0


def test_a_new_files_comments_are_an_example_that_works(tas: Tas, tmp_path: Path) -> None:
    """Uncommenting the comments gives a valid file."""
    text = new(tas.at(tmp_path), "--name", "n", "--customer", "c", "--competitor", "a=A")
    head, rest = text.split("# compelling_event:")
    body = "\n".join(
        line.removeprefix("# ")
        for line in ("# compelling_event:" + rest).splitlines()
        if not line.startswith("# Ratings")
    )
    write(tmp_path, {"opportunities/acme-crm.yaml": head + body + "\n"})
    assert tas("check").status == 0


@pytest.mark.parametrize(
    "name",
    [
        "no", "true", "12", "1.5", "~", "null", "- a", "a: b", "a #b", "#a", "'", '"', "a\\b",
        "{a}", "[", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "é—ü 株式会社", "😀", "a\tb",
        "=1+1", "-1", "a  b", "yes, no",
        "Dun & Bradstreet",
    ],
)  # fmt: skip
def test_any_name_arrives_as_it_was_given(tas: Tas, tmp_path: Path, name: str) -> None:
    """Any name is read back from the file exactly as given."""
    tas.at(tmp_path)
    result = tas("new", "x", "--name", name, "--customer", name, "--competitor", f"a={name}")
    assert result.status == 0, result.err
    shown = tas("show", "x", "--format", "json").json
    assert (shown["name"], shown["customer"]) == (name, name)
    assert shown["parties"][1]["name"] == name.strip()


_TWICE = ("--competitor", "x=A", "--competitor", "x=B")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["new"], 2, "a short name"),
        (["new", "a"], 2, "--name and --customer"),
        (["new", "a", "--name", " ", "--customer", "c"], 2, "--name"),
        (["new", "Bad Id", "--name", "n", "--customer", "c"], 2, "Did you mean `tas new bad-id`?"),
        (["new", "../a", "--name", "n", "--customer", "c"], 2, "cannot be a short name"),
        (
            ["new", "a", "--name", "n", "--customer", "c", "--amount", "1,000"],
            2,
            "1000 or 1.",
        ),
        (["new", "a", "--name", "n", "--customer", "c", "--currency", "XYZ"], 2, "a currency"),
        (["new", "a", "--name", "n", "--customer", "c", "--close", "31.13."], 2, "a date"),
        (
            ["new", "a", "--name", "n", "--customer", "c", "--close", "5/4/2027"],
            2,
            "can mean 2027-04-05 or 2027-05-04",
        ),
        (["new", "a", "--name", "n", "--customer", "c", "--competitor", "us=U"], 2, "us"),
        (
            ["new", "a", "--name", "n", "--customer", "c", "--incumbent", "x"],
            2,
            "not a declared competitor",
        ),
        (
            ["new", "a", "--name", "n", "--customer", "c", "--amount", "5\nprofit: 7"],
            2,
            "more than one value",
        ),
        (
            ["new", "a", "--name", "n", "--customer", "c", "--amount", "5 # hi"],
            2,
            "more than one value",
        ),
        (
            ["new", "a", "--name", "n", "--customer", "c", "--competitor", "Big Co=Big"],
            2,
            "is not a valid short name",
        ),
        (
            ["new", "a", "--name", "n", "--customer", "c", *_TWICE],
            2,
            "x is already on the list",
        ),
        (
            ["new", "taken", "--name", "n", "--customer", "c"],
            1,
            "opportunities/sub/taken.yaml already exists",
        ),
    ],
)
def test_failing_to_create_is_reported(
    tas: Tas, tmp_path: Path, arguments: list[str], status: int, message: str
) -> None:
    """A wrong call says what is missing or wrong and creates nothing."""
    write(tmp_path, {"opportunities/sub/taken.yaml": "tas: 1\nname: n\ncustomer: c\n"})
    result = tas.at(tmp_path)(*arguments)
    assert result.status == status
    assert message in result.err
    assert files(tmp_path) == {"opportunities/sub/taken.yaml"}


@pytest.mark.parametrize("command", [["init"], ["new", "a", "--name", "n", "--customer", "c"]])
def test_a_full_disk_leaves_nothing_behind(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """If the file system refuses, the output says so, and no partial file is left."""

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = tas.at(tmp_path)(*command)
    assert result.status == 1
    assert "no space left on device" in result.err
    assert files(tmp_path) == set()


def test_new_files_have_the_users_mode(tas: Tas, tmp_path: Path) -> None:
    """A new file gets the usual permissions."""
    before = os.umask(0o027)
    try:
        new(tas.at(tmp_path), "--name", "n", "--customer", "c")
    finally:
        os.umask(before)
    mode = (tmp_path / "opportunities/acme-crm.yaml").stat().st_mode
    assert stat.S_IMODE(mode) == 0o640


def test_a_file_in_the_place_of_a_folder(tas: Tas, tmp_path: Path) -> None:
    """If a file takes a folder's place, nothing missing is reported as kept."""
    write(tmp_path, {"opportunities": "", "schemas": ""})
    result = tas.at(tmp_path)("init")
    assert result.status == 1
    assert "there is a file where its folder should be" in result.err


def test_nothing_is_created_outside_the_workspace(tas: Tas, tmp_path: Path) -> None:
    """Nothing is written to an opportunities folder that links out of the workspace."""
    write(tmp_path, {"w/tas.yaml": "tas: 1\n", "out/x": ""})
    (tmp_path / "w/opportunities").symlink_to("../out")
    result = tas.at(tmp_path / "w")("new", "a", "--name", "n", "--customer", "c")
    assert result.status == 1
    assert "points outside the workspace" in result.err
    assert files(tmp_path / "out") == {"x"}


def test_several_competitors_in_one_option(tas: Tas, tmp_path: Path) -> None:
    """A list in one option is split like one at the prompt."""
    tas.at(tmp_path)
    call = ("new", "x", "--name", "x", "--customer", "x", "--competitor")
    assert tas(*call, "x-sys=X-Sys, y=Y, Inc.").status == 0
    parties = tas("show", "x", "--format", "json").json["parties"][1:]
    assert [(each["id"], each["name"]) for each in parties] == [
        ("x-sys", "X-Sys"),
        ("y", "Y, Inc."),
    ]


def test_a_competitors_short_name_is_made_from_its_name(tas: Tas, tmp_path: Path) -> None:
    """A name alone is enough for --competitor, as at the prompt."""
    call = ("new", "x", "--name", "x", "--customer", "x", "--competitor", "GE Healthcare")
    assert tas.at(tmp_path)(*call).status == 0
    assert "  ge-healthcare: {name: GE Healthcare}\n" in Path("opportunities/x.yaml").read_text()
