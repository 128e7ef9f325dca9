"""If the system does not let a file be written, that is reported, and the file is unchanged."""

from __future__ import annotations

import errno
import os
import resource
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from workspaces import HEAD, write

from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refused
from tas_cli.source.edit import Put
from tas_cli.source.save import write_new_or_replace
from tas_cli.workspace import open_workspace
from tas_cli.writing import Seen, Written, look, update

ROOT = os.geteuid() == 0
NOBODY = 65534


def _deal(folder: Path) -> Path:
    write(folder, {"opportunities/deal.yaml": HEAD})
    return folder / "opportunities" / "deal.yaml"


def _look(path: Path) -> Seen[Opportunity]:
    return look(path, open_workspace(path.parent), Opportunity)


def _edit(path: Path, *, dry_run: bool = False, text: str = "Maria") -> Written[Opportunity]:
    return update(_look(path), lambda _: [Put(("owner",), text)], dry_run=dry_run)


def _rename_owner(seen: Seen[Opportunity]) -> Written[Opportunity]:
    """Edit a file that was looked at before something happened to it."""
    return update(seen, lambda _: [Put(("owner",), "Maria")])


def _refused(path: Path, message: str) -> None:
    """Edit, expect a refusal with its message, and find the file and its folder unchanged."""
    before = path.read_bytes()
    with pytest.raises(Refused, match=message) as refused:
        _edit(path)
    assert refused.value.message.endswith(".")
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["deal.yaml"]


def _failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_arguments: object, **_named: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "no space left on device"),
        (errno.EROFS, "read-only file system"),
        (errno.EIO, "input/output error"),
        (errno.EDQUOT, "disk quota exceeded"),
    ],
)
def test_a_step_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, reason: str
) -> None:
    """Whatever the system's reason, the old file stays."""
    path = _deal(tmp_path)
    monkeypatch.setattr(step, _failing(number))
    _refused(path, f"deal.yaml: {reason}. The file is unchanged.")


@contextmanager
def _no_larger_files(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_stops_in_the_middle(tmp_path: Path) -> None:
    """A partial write leaves the old file."""
    path = _deal(tmp_path)
    path.write_bytes(HEAD.encode() + b"# c\n" * 5000)
    with _no_larger_files(8192):
        _refused(path, "cannot write .*: file too large")


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[None]:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if not ROOT or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(tmp_path: Path) -> None:
    """A full disk leaves the old file, and once there is room again, the edit works."""
    with _mounted(tmp_path, "size=64k"):
        path = _deal(tmp_path)
        path.write_bytes(HEAD.encode() + b"# c\n" * 2000)
        filler = tmp_path / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(b"x" * 65536)
        _refused(path, "cannot write .*: no space left on device")
        filler.unlink()
        assert _edit(path).changed


def test_a_read_only_file_system(tmp_path: Path) -> None:
    """A read-only file system refuses the edit, but not a dry run."""
    with _mounted(tmp_path, "size=64k"):
        path = _deal(tmp_path)
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
        _refused(path, "cannot write .*: read-only file system")
        assert _edit(path, dry_run=True).changed


def test_a_read_only_file(tmp_path: Path) -> None:
    """A read-only file is not replaced, although it could be, not even by the superuser."""
    path = _deal(tmp_path)
    path.chmod(0o444)
    _refused(path, "cannot write .*: (it is read-only|permission denied)")
    assert _edit(path, dry_run=True).changed


@pytest.fixture
def shared() -> Iterator[Path]:
    """An opportunity in a folder that everybody can enter."""
    with TemporaryDirectory() as folder:
        path = _deal(Path(folder))
        Path(folder).chmod(0o755)
        yield path


@contextmanager
def _as_nobody(path: Path) -> Iterator[None]:
    """Act as a user without rights, after everything needed has been loaded."""
    if not ROOT:
        pytest.skip("needs to become another user")
    _edit(path, dry_run=True)
    groups, group = os.getgroups(), os.getegid()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(group)
        os.setgroups(groups)


def test_a_folder_that_may_not_be_written_to(shared: Path) -> None:
    """The message blames the folder: the file's own permissions are fine."""
    shared.chmod(0o666)
    with _as_nobody(shared):
        _refused(
            shared,
            "deal.yaml: in the folder .*opportunities: permission denied. The file is unchanged",
        )


def test_a_file_that_may_not_be_written_to(shared: Path) -> None:
    """A user who may not write a file does not replace it either, whatever the folder allows."""
    shared.parent.chmod(0o777)
    with _as_nobody(shared):
        _refused(shared, r"cannot write .*deal.yaml: permission denied\. The file is unchanged")


def test_a_shared_file_can_be_edited_by_others(shared: Path) -> None:
    """The last writer becomes the owner, without the right to give the file back."""
    shared.parent.chmod(0o777)
    shared.chmod(0o666)
    with _as_nobody(shared):
        assert _edit(shared).changed
    now = shared.stat()
    assert (now.st_uid, stat.S_IMODE(now.st_mode)) == (NOBODY, 0o666)


def test_a_group_that_is_shared_is_kept(shared: Path) -> None:
    """A writer who cannot restore the owner keeps the group as a member of it."""
    shared.parent.chmod(0o777)
    os.chown(shared, -1, NOBODY - 1) if ROOT else None
    shared.chmod(0o664)
    with _as_nobody(shared):
        os.seteuid(0)
        os.setgroups([NOBODY - 1])
        os.seteuid(NOBODY)
        assert _edit(shared).changed
    now = shared.stat()
    assert (now.st_uid, now.st_gid) == (NOBODY, NOBODY - 1)
    assert stat.S_IMODE(now.st_mode) == 0o664


@pytest.mark.skipif(not ROOT, reason="only the superuser can give files away")
def test_owner_group_and_mode_are_kept(tmp_path: Path) -> None:
    """The superuser's edit keeps them, too, including the bits a change of owner clears."""
    path = _deal(tmp_path)
    os.chown(path, NOBODY, NOBODY)
    path.chmod(0o2674)
    _edit(path)
    now = path.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (NOBODY, NOBODY, 0o2674)


def test_a_file_that_vanished(tmp_path: Path) -> None:
    """A file may vanish before it is read or locked, or while the change is planned."""
    path = _deal(tmp_path)
    seen = _look(path)
    path.unlink()
    with pytest.raises(Refused, match=r"deal.yaml no longer exists\."):
        _edit(path)
    with pytest.raises(Refused, match=r"deal.yaml no longer exists\."):
        _rename_owner(seen)
    path.write_text(HEAD, encoding="utf-8")

    def plan(_: Opportunity) -> list[Put]:
        path.unlink()
        return [Put(("owner",), "Maria")]

    with pytest.raises(Refused, match=r"deal.yaml no longer exists\."):
        update(_look(path), plan)
    assert not list(path.parent.iterdir())


def test_a_folder_or_a_pipe_is_refused(tmp_path: Path) -> None:
    """A folder and a pipe are refused, and nobody waits for the pipe."""
    path = _deal(tmp_path)
    seen = _look(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(Refused, match=r"cannot write .*deal\.yaml: is a directory"):
        _rename_owner(seen)
    path.rmdir()
    os.mkfifo(path)
    with pytest.raises(Refused, match="this is not a regular file"):
        _edit(path)


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """A link to elsewhere in the workspace, even through a second link, stays a link."""
    write(tmp_path, {"archive/real.yaml": HEAD})
    path, middle = tmp_path / "opportunities" / "deal.yaml", tmp_path / "middle.yaml"
    path.parent.mkdir()
    middle.symlink_to("archive/real.yaml")
    path.symlink_to("../middle.yaml")
    _edit(path)
    assert path.is_symlink()
    assert middle.is_symlink()
    target = tmp_path / "archive" / "real.yaml"
    assert target.read_text(encoding="utf-8") == HEAD + "owner: Maria\n"
    assert [entry.name for entry in target.parent.iterdir()] == ["real.yaml"]


def test_a_link_that_leads_out_is_not_written_through(tmp_path: Path) -> None:
    """What is outside the workspace is left alone."""
    path = _deal(tmp_path / "workspace")
    outside = tmp_path / "outside.yaml"
    path.rename(outside)
    path.symlink_to(outside)
    with pytest.raises(Refused, match="points outside the workspace"):
        _edit(path)
    assert outside.read_text(encoding="utf-8") == HEAD


def test_a_second_hard_link_keeps_the_old_content(tmp_path: Path) -> None:
    """The name in the call gets the new content, and the other link keeps the old."""
    path = _deal(tmp_path)
    (tmp_path / "copy").hardlink_to(path)
    _edit(path)
    assert path.read_text(encoding="utf-8") == HEAD + "owner: Maria\n"
    assert (tmp_path / "copy").read_text(encoding="utf-8") == HEAD


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    """A pipe is refused without waiting for it."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="No such device"):
        write_new_or_replace(tmp_path / "pipe", b"x")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
