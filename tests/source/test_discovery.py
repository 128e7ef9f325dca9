"""Finding and opening files: whatever a folder contains, nothing hangs, leaks or crashes."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from workspaces import run_limited, write

from tas_cli.source.files import MAX_BYTES, Unreadable, discover, read_bytes


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder next to something that must not be read."""
    write(tmp_path, {"outside/secret.yaml": "tas: 1\n", "root/deals/a.yaml": "tas: 1\n"})
    return tmp_path / "root"


def _forbid(path: Path) -> None:
    """Remove all permissions, or skip the test if that does not keep us out."""
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("root may read everything")


def _found(root: Path) -> list[tuple[str, str | None]]:
    """Return the files discovered below `deals`: path and code of the fault."""
    folder = root / "deals"
    return [
        (found.path.relative_to(folder).as_posix(), found.fault.code if found.fault else None)
        for found in discover(folder, root)
    ]


def test_discover_yields_yaml_files_by_name_whatever_the_order_on_disk(root: Path) -> None:
    """Both extensions are found in all nested folders, sorted by name in each."""
    names = ["z.yaml", "b.yml", "m/c.yaml", "m/a.yaml", "m/n/deep.yml", "B.yaml"]
    write(root / "deals", dict.fromkeys(names, ""))
    assert [path for path, _ in _found(root)] == [
        "B.yaml", "a.yaml", "b.yml", "m/a.yaml", "m/c.yaml", "m/n/deep.yml", "z.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["notes.txt", "a.yaml.bak", "yaml", "a.yaml~", "#a.yaml#", "README.md", "ayaml"]
)
def test_discover_leaves_other_files_alone(root: Path, name: str) -> None:
    """A file without a YAML extension is ignored."""
    write(root / "deals", {name: "x"})
    assert _found(root) == [("a.yaml", None)]


@pytest.mark.parametrize("name", [".a.yaml", ".git/a.yaml", "m/.b.yaml", ".yaml", ".#a.yaml"])
def test_discover_leaves_out_hidden_files(root: Path, name: str) -> None:
    """Hidden files and folders, including editors' lock files, are left out."""
    write(root / "deals", {name: "x"})
    assert _found(root) == [("a.yaml", None)]


def test_discover_enters_a_folder_named_like_a_file(root: Path) -> None:
    """A folder named x.yaml is a folder."""
    write(root / "deals", {"x.yaml/inner.yaml": ""})
    assert _found(root) == [("a.yaml", None), ("x.yaml/inner.yaml", None)]


# A link's name, its target, and the result.
LINKS: dict[str, tuple[str, str, list[tuple[str, str | None]]]] = {
    "file-inside": ("b.yaml", "a.yaml", [("b.yaml", None)]),
    "file-outside": ("b.yaml", "../../outside/secret.yaml", [("b.yaml", "TAS503")]),
    "file-outside-absolute": ("b.yaml", "/etc/passwd", [("b.yaml", "TAS503")]),
    "file-outside-that-is-not-yaml": ("b.txt", "/etc/passwd", []),
    "folder-outside": ("out", "../../outside", [("out", "TAS503")]),
    "folder-outside-named-like-a-file": ("out.yaml", "../../outside", [("out.yaml", "TAS503")]),
    "dangling": ("b.yaml", "nowhere", [("b.yaml", "TAS503")]),
    "to-itself": ("b.yaml", "b.yaml", [("b.yaml", "TAS503")]),
    "folder-to-itself": ("loop", ".", []),
    "folder-to-its-parent": ("loop", "..", []),
    "hidden": (".b.yaml", "/etc/passwd", []),
    "into-a-hidden-place-inside": ("b.yaml", "../.kept.yaml", [("b.yaml", None)]),
}


@pytest.mark.parametrize(("name", "target", "expected"), LINKS.values(), ids=LINKS)
def test_links_are_followed_only_inside_the_workspace(
    root: Path, name: str, target: str, expected: list[tuple[str, str | None]]
) -> None:
    """A link out of the workspace, or to nowhere, is reported and not followed; a loop ends."""
    write(root, {".kept.yaml": "tas: 1\n"})
    (root / "deals" / name).symlink_to(target)
    assert _found(root) == [("a.yaml", None), *expected]


def test_links_that_lead_to_each_other_end(root: Path) -> None:
    """Folders that link to each other are each visited once."""
    write(root / "deals", {"p/one.yaml": "", "q/two.yaml": ""})
    (root / "deals" / "p" / "to-q").symlink_to("../q")
    (root / "deals" / "q" / "to-p").symlink_to("../p")
    paths = [Path(path).name for path, _ in _found(root)]
    assert sorted(paths) == ["a.yaml", "one.yaml", "two.yaml"]


def test_a_folder_that_itself_leads_out_is_not_followed(tmp_path: Path) -> None:
    """The starting folder follows the same rule as the links inside it."""
    write(tmp_path, {"outside/secret.yaml": "tas: 1\n", "root/tas.yaml": "tas: 1\n"})
    root = tmp_path / "root"
    (root / "deals").symlink_to("../outside")
    assert [found.fault and found.fault.code for found in discover(root / "deals", root)] == [
        "TAS503"
    ]


def test_a_root_that_is_reached_through_a_link_is_the_root(tmp_path: Path, root: Path) -> None:
    """A workspace under a linked folder (macOS's /tmp, a home on another disk) is read as usual."""
    (tmp_path / "alias").symlink_to(root)
    (root / "deals" / "b.yaml").symlink_to("a.yaml")
    alias = tmp_path / "alias"
    found = list(discover(alias / "deals", alias))
    assert [(entry.path.name, entry.fault) for entry in found] == [
        ("a.yaml", None),
        ("b.yaml", None),
    ]
    assert read_bytes(alias / "deals" / "b.yaml", alias) == b"tas: 1\n"


def test_folder_that_cannot_be_listed_is_reported(root: Path) -> None:
    """A folder without permission is TAS501, and its neighbors are still found."""
    write(root / "deals", {"m/c.yaml": "", "z.yaml": ""})
    _forbid(root / "deals" / "m")
    try:
        assert _found(root) == [("a.yaml", None), ("m", "TAS501"), ("z.yaml", None)]
    finally:
        (root / "deals" / "m").chmod(0o755)


def test_folder_that_fails_to_list_is_reported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system error while listing is TAS501 with its reason."""

    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", fail)
    (found,) = discover(root / "deals", root)
    assert found.fault is not None
    assert (found.fault.code, found.fault.message) == (
        "TAS501",
        "cannot be read: input/output error",
    )


def _refusal(path: Path, root: Path | None = None) -> str:
    with pytest.raises(Unreadable) as refused:
        read_bytes(path, root)
    return refused.value.fault.code


def test_read_bytes_returns_a_regular_file(root: Path) -> None:
    """The bytes come unchanged."""
    write(root, {"f.yaml": b"\xef\xbb\xbfa\r\n\x00"})
    assert read_bytes(root / "f.yaml", root) == b"\xef\xbb\xbfa\r\n\x00"


def test_read_bytes_stops_just_beyond_the_limit(root: Path) -> None:
    """A huge file is not read completely: one byte over the limit shows that it is too large."""
    with (root / "huge.yaml").open("wb") as file:
        file.truncate(1024 * MAX_BYTES)
    assert len(read_bytes(root / "huge.yaml")) == MAX_BYTES + 1


def test_fifo_is_refused_and_does_not_hang(root: Path) -> None:
    """A named pipe without a writer is TAS502, without waiting."""
    os.mkfifo(root / "deals" / "b.yaml")
    assert _found(root) == [("a.yaml", None), ("b.yaml", None)]
    code = (
        "from pathlib import Path\n"
        "from tas_cli.source.files import Unreadable, read_bytes\n"
        "try: read_bytes(Path(data.decode()))\n"
        "except Unreadable as refused: print(refused.fault.code)\n"
    )
    assert run_limited(code, bytes(root / "deals" / "b.yaml")).strip() == "TAS502"


def test_socket_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket is TAS502."""
    monkeypatch.chdir(root)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.yaml")
        assert _refusal(Path("s.yaml")) == "TAS502"


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_device_is_refused(device: str) -> None:
    """A device, however endless, is TAS502."""
    assert _refusal(Path(device)) == "TAS502"


def test_folder_is_refused(root: Path) -> None:
    """A folder in place of a file (such as tas.yaml) is TAS502."""
    assert _refusal(root / "deals") == "TAS502"


def test_missing_file_is_refused(root: Path) -> None:
    """A file that disappeared since discovery is TAS501."""
    assert _refusal(root / "gone.yaml") == "TAS501"


def test_file_without_permission_is_refused(root: Path) -> None:
    """A file that may not be read is TAS501."""
    _forbid(root / "deals" / "a.yaml")
    assert _refusal(root / "deals" / "a.yaml") == "TAS501"


def test_file_that_fails_to_open_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system error while opening is TAS501 with its reason."""

    def fail(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(Unreadable) as refused:
        read_bytes(root / "deals" / "a.yaml")
    assert refused.value.fault.message == "cannot be read: permission denied"


@pytest.mark.parametrize("target", ["/etc/passwd", "../../outside/secret.yaml", "gone", "l.yaml"])
def test_link_out_of_the_root_is_refused_also_when_named(root: Path, target: str) -> None:
    """Naming a link on the command line does not open what discovery would refuse."""
    link = root / "deals" / "l.yaml"
    link.symlink_to(target)
    assert _refusal(link, root) == "TAS503"


def test_refused_files_leave_nothing_open(root: Path) -> None:
    """Refusing a file repeatedly does not use up the process's file descriptors."""
    os.mkfifo(root / "pipe")
    before = len(list(Path("/dev/fd").iterdir()))
    for name in ["pipe", "gone"] * 20:
        _refusal(root / name)
    assert len(list(Path("/dev/fd").iterdir())) == before
