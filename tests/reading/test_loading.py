"""A workspace as a whole: one bad file hides nothing, and reading changes nothing."""

from __future__ import annotations

import os
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from workspaces import HEAD, day, write

from tas_cli.checking.examine import Task
from tas_cli.checking.levels import Levels
from tas_cli.checking.run import Run, check
from tas_cli.checking.selection import Selection
from tas_cli.gather.gather import Way
from tas_cli.places import files_at, find_root, opportunity_id
from tas_cli.reading.read import read_opportunity
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.workspace import (
    find,
    open_workspace,
    opportunity_files,
    read,
)

if TYPE_CHECKING:
    from tas_cli.diagnostics import Diagnostic

EXAMPLES = sorted((Path(__file__).parents[2] / "opportunities").glob("*.yaml"))

BAD = {
    "empty": b"",
    "syntax": b"a: [",
    "missing": b"tas: 1\n",
    "latin-1": b"name: \xfc\n",
    "conflict": b"<<<<<<< a\n=======\n>>>>>>> b\n",
    "deep": b"[" * 30_000,
    "large": b"#" * 2_000_000,
    "aliases": b"a: &a [*a, *a]\n",
    "nulls": b"\x00" * 100,
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with two good deals, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, {"opportunities/a.yaml": HEAD, "opportunities/m/b.yml": HEAD})


class Loaded(NamedTuple):
    """The data of a workspace's files: the deals that can be trusted, and what is wrong."""

    deals: list[str]
    diagnostics: tuple[Diagnostic, ...]
    files: int


def load(root: Path, *paths: str) -> Loaded:
    """Look at all files, or at the named ones, and at all deals.

    Two copies of one opportunity (TAS507) do not count: their data is fine.
    """
    workspace = open_workspace(root)
    levels = Levels(workspace.settings, Selection(("TAS1", "TAS50"), ("TAS507",)))
    run = Run(Task(workspace.settings, day("2026-11-27")), levels, Way(None, 1, print))
    report = check(workspace, files_at(map(Path, paths) if paths else [root], root), run).report
    files = opportunity_files(workspace)
    deals = [opportunity_id(path) for path in files if read(path, workspace).value]
    return Loaded(deals, report.diagnostics, report.files)


def _codes(root: Path, *paths: str) -> list[tuple[str, str]]:
    """Return file and code of everything that is wrong."""
    return [(found.file, found.code) for found in load(root, *paths).diagnostics]


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_example_is_read_without_a_finding_and_left_as_it_is(path: Path) -> None:
    """The example deals are good, and reading one changes neither its bytes nor its date."""
    data, before = path.read_bytes(), path.stat().st_mtime_ns
    workspace = open_workspace(path.parents[1])
    reading = read(path, workspace)
    assert reading.value is not None
    assert not reading.diagnostics
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (data, before)


def test_loading_a_workspace_leaves_it_as_it_is(root: Path) -> None:
    """Nothing is written, created or fixed on disk, whatever the files hold."""
    write(root, {f"opportunities/{name}.yaml": data for name, data in BAD.items()})
    write(root, {"tas.yaml": "stale_after: x\n", "opportunities/sign.yaml": f"{HEAD}owner: -\n"})

    def snapshot() -> dict[str, tuple[int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in sorted(root.rglob("*"))
        }

    before = snapshot()
    load(root)
    assert snapshot() == before


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
@pytest.mark.parametrize("name", ["0.yaml", "n.yaml", "z.yaml"])
def test_bad_file_never_hides_the_others(root: Path, name: str, data: bytes) -> None:
    """Whatever is wrong with one file, before or after the good ones, these are all there."""
    write(root, {f"opportunities/{name}": data})
    loaded = load(root)
    assert loaded.deals == ["a", "b"]
    assert {found.file for found in loaded.diagnostics} == {f"opportunities/{name}"}
    assert loaded.files == 3


def test_non_files_never_hide_the_others(root: Path) -> None:
    """Pipes and broken or outward links are reported next to the good deals."""
    os.mkfifo(root / "opportunities" / "pipe.yaml")
    (root / "opportunities" / "dangling.yaml").symlink_to("nowhere")
    (root / "opportunities" / "out.yaml").symlink_to("/etc/passwd")
    assert load(root).deals == ["a", "b"]
    assert _codes(root) == [
        ("opportunities/dangling.yaml", "TAS503"),
        ("opportunities/out.yaml", "TAS503"),
        ("opportunities/pipe.yaml", "TAS502"),
    ]


def test_findings_do_not_depend_on_the_order_of_the_files(root: Path) -> None:
    """The order of the named files changes neither the findings nor their order."""
    write(root, {"opportunities/c.yaml": "tas: 1\n", "opportunities/m/a.yaml": f"{HEAD}owner: 1\n"})
    paths = ["opportunities/a.yaml", "opportunities/m/a.yaml", "opportunities/c.yaml"]
    outcomes = {tuple(_codes(root, *order)) for order in permutations(paths)}
    assert len(outcomes) == 1


def test_findings_come_by_file_and_line(root: Path) -> None:
    """Problems with a file's name come before those in its text."""
    write(root, {"opportunities/Z.yaml": f"{HEAD}amount: x\n", "opportunities/0.yaml": "tas: 1\n"})
    write(root, {"tas.yaml": "stale_after: x\n"})
    assert _codes(root) == [
        ("opportunities/0.yaml", "TAS106"),
        ("opportunities/0.yaml", "TAS106"),
        ("opportunities/Z.yaml", "TAS504"),
        ("opportunities/Z.yaml", "TAS108"),
        ("tas.yaml", "TAS108"),
    ]


def test_findings_of_a_file_do_not_depend_on_the_others(root: Path) -> None:
    """A file has the same findings alone as among others."""
    write(root, {"opportunities/c.yaml": "tas: 1\n", "opportunities/d.yaml": f"{HEAD}amount: x\n"})
    workspace = open_workspace(root)
    together = load(root).diagnostics
    alone = [
        found
        for path in opportunity_files(workspace)
        for found in read(path, workspace).diagnostics
    ]
    assert list(together) == alone


DUPLICATES = {
    "in-another-folder": ["opportunities/m/a.yaml"],
    "with-the-other-suffix": ["opportunities/a.yml"],
    "twice-more": ["opportunities/a.yml", "opportunities/m/a.yaml"],
}


@pytest.mark.parametrize("others", DUPLICATES.values(), ids=DUPLICATES)
def test_id_that_two_files_share_is_reported(root: Path, others: list[str]) -> None:
    """Every further file with a taken id is TAS505; its content is still read."""
    write(root, dict.fromkeys(others, HEAD))
    loaded = load(root)
    assert [(found.file, found.code) for found in loaded.diagnostics] == [
        (name, "TAS505") for name in sorted(others)
    ]
    assert all("opportunities/a.yaml" in found.message for found in loaded.diagnostics)
    assert sorted(loaded.deals) == ["a"] * (1 + len(others)) + ["b"]


@pytest.mark.parametrize(
    "paths",
    [
        ("opportunities/a.yaml", "opportunities/a.yaml"),
        ("opportunities", "opportunities/a.yaml"),
        ("opportunities/a.yaml", "./opportunities/../opportunities/a.yaml"),
        (".", "opportunities"),
    ],
    ids=["file-twice", "folder-and-file", "another-way-to-write-it", "root-and-folder"],
)
def test_file_that_is_named_twice_is_read_once(root: Path, paths: tuple[str, ...]) -> None:
    """Naming a file and its folder, or a file twice, creates no duplicate."""
    assert _codes(root, *paths) == []


BAD_NAMES = ["Big Deal", "DEAL", "a_b", "-a", "ä", "a.b", "deal (1)"]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_file_name_that_gives_no_id_is_reported(root: Path, name: str) -> None:
    """Such a file is TAS504; its content is still read."""
    write(root, {f"opportunities/{name}.yaml": HEAD})
    assert _codes(root) == [(f"opportunities/{name}.yaml", "TAS504")]
    assert sorted(load(root).deals) == sorted(["a", "b", name])


@pytest.mark.parametrize("name", ["a-b", "0", "3m-2027", "a-", "x" * 100])
def test_file_name_that_gives_an_id_is_fine(root: Path, name: str) -> None:
    """A short name has lowercase letters, digits and hyphens, and begins with a letter or digit."""
    write(root, {f"opportunities/{name}.yaml": HEAD})
    assert _codes(root) == []


def test_file_name_of_foreign_bytes_is_reported(root: Path) -> None:
    """A name that is not UTF-8 is TAS504 and does not crash."""
    try:
        Path(os.fsdecode(b"opportunities/\xff.yaml")).write_text(HEAD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    assert [code for _, code in _codes(root)] == ["TAS504"]


SETTINGS_FAULTS = {
    "value": ("stale_after: x\n", "TAS108"),
    "syntax": ("a: [\n", "TAS101"),
    "encoding": (b"name: \xfc\n", "TAS114"),
}


@pytest.mark.parametrize(("data", "code"), SETTINGS_FAULTS.values(), ids=SETTINGS_FAULTS)
def test_broken_settings_are_reported_and_hide_nothing(
    root: Path, data: str | bytes, code: str
) -> None:
    """With a bad tas.yaml the defaults apply, the fault is reported, and all deals are there."""
    write(root, {"tas.yaml": data})
    workspace = open_workspace(root)
    assert workspace.settings.stale_after == 90
    assert _codes(root) == [("tas.yaml", code)]
    assert load(root).deals == ["a", "b"]


def test_good_settings_count_among_the_files(root: Path) -> None:
    """tas.yaml is read once, and applies."""
    write(root, {"tas.yaml": "stale_after: 12\n"})
    workspace = open_workspace(root)
    assert workspace.settings.stale_after == 12
    assert load(root).files == 3


@pytest.mark.parametrize(
    ("kind", "code"), [("folder", "TAS502"), ("out", "TAS503"), ("gone", "TAS503")]
)
def test_settings_that_are_not_a_file_are_reported(root: Path, kind: str, code: str) -> None:
    """A tas.yaml that is a folder, or a link out or to nowhere, is a finding and does not crash."""
    if kind == "folder":
        (root / "tas.yaml").mkdir()
    else:
        (root / "tas.yaml").symlink_to("/etc/passwd" if kind == "out" else "nowhere")
    assert _codes(root) == [("tas.yaml", code)]
    assert load(root).deals == ["a", "b"]


def test_opportunities_folder_that_leads_out_is_reported(tmp_path: Path) -> None:
    """A cloned workspace cannot make tas read folders outside by linking `opportunities`."""
    write(tmp_path, {"outside/secret.yaml": HEAD, "root/tas.yaml": "tas: 1\n"})
    (tmp_path / "root" / "opportunities").symlink_to("../outside")
    loaded = load(tmp_path / "root")
    assert [found.code for found in loaded.diagnostics] == ["TAS503"]
    assert not loaded.deals


ROOTS = {
    "by-settings": ({"w/tas.yaml": "", "w/x/y/f": ""}, "w/x/y", "w"),
    "by-opportunities": ({"w/opportunities/a.yaml": "", "w/x/f": ""}, "w/x", "w"),
    "from-a-file": ({"w/opportunities/m/a.yaml": ""}, "w/opportunities/m/a.yaml", "w"),
    "nearest": ({"tas.yaml": "", "w/tas.yaml": "", "w/x/f": ""}, "w/x", "w"),
    "none": ({"w/x/f": ""}, "w/x", "w/x"),
    "opportunities-that-is-a-file": ({"w/opportunities": "", "w/x/f": ""}, "w/x", "w/x"),
}


@pytest.mark.parametrize(("files", "start", "expected"), ROOTS.values(), ids=ROOTS)
def test_root_is_the_nearest_workspace_above(
    tmp_path: Path, files: dict[str, str], start: str, expected: str
) -> None:
    """The root has tas.yaml or opportunities/; without either it is the given folder."""
    write(tmp_path, files)
    assert find_root(tmp_path / start) == tmp_path / expected


def test_workspace_without_opportunities_is_empty(tmp_path: Path) -> None:
    """An empty folder is a workspace without deals and without findings."""
    loaded = load(tmp_path)
    assert loaded == ([], (), 0)


def test_find_by_id_by_path_and_not_at_all(root: Path) -> None:
    """An id or a path names a file; otherwise the closest id, or all files with it, are listed."""
    workspace = open_workspace(root)
    assert find(workspace, "b") == root / "opportunities" / "m" / "b.yml"
    assert find(workspace, "opportunities/a.yaml") == Path("opportunities/a.yaml")
    write(root, {"opportunities/harbour.yaml": HEAD, "opportunities/m/a.yaml": HEAD})
    with pytest.raises(WrongCall) as none:
        find(workspace, "harbor")
    assert none.value.advice == "Did you mean harbour?"
    with pytest.raises(Refusal) as two:
        find(workspace, "a")
    assert two.value.message.endswith(": opportunities/a.yaml, opportunities/m/a.yaml.")
    assert two.value.status == 1
    with pytest.raises(WrongCall):
        find(workspace, "opportunities/none.yaml")


def test_order_of_keys_does_not_matter() -> None:
    """A mapping means the same in any order, except for the competitors."""
    lines = [*HEAD.splitlines(), "owner: nicole", "amount: 5", "incumbent: us"]
    values = {
        repr(read_opportunity("\n".join(order).encode(), "f.yaml").value)
        for order in (lines, lines[::-1], lines[3:] + lines[:3])
    }
    assert len(values) == 1
