"""A writer killed at any moment leaves the old file or the new one, and no traces.

`TAS_KILLS` is how often it is killed; the default is 100.
"""

from __future__ import annotations

import os
import signal
import stat
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from time import sleep

import pytest
import saving

from tas_cli.source.save import create, write_new_or_replace

KILLS = int(os.environ.get("TAS_KILLS", "100"))
MODE = 0o640


def _kill_once(child: subprocess.Popen[bytes], seconds: float) -> int:
    """Kill a saving child a moment after its first save; return the last save it reported."""
    assert child.stdout is not None
    assert child.stderr is not None
    reported = child.stdout.readline()
    sleep(seconds)
    child.send_signal(signal.SIGKILL)
    rest, errors = child.communicate()
    assert not errors, errors
    return int([reported, *rest.splitlines()][-1])


def _kill(folder: Path, kind: str, times: int) -> int:
    """Kill a saver repeatedly and look at the file each time; return how often traces were left."""
    path = folder / "deal.yaml"
    path.write_bytes(saving.content(0))
    path.chmod(MODE)
    random, traces = Random(kind), 0  # noqa: S311 - no secret
    for _ in range(times):
        reported = _kill_once(saving.start(kind, path), random.uniform(0, 0.03))
        number = saving.number_of(path.read_bytes())
        assert number - reported in (0, 1)
        assert stat.S_IMODE(path.stat().st_mode) == MODE
        traces += len(list(folder.iterdir())) - 1
        write_new_or_replace(path, saving.content(number))
        assert list(folder.iterdir()) == [path]
    return traces


def test_killed_writers_leave_a_whole_file(tmp_path: Path) -> None:
    """At moments spread over 30 ms and many saves, the file is old or new, with its mode."""
    kinds = ["save", "save-locked"]
    for kind in kinds:
        (tmp_path / kind).mkdir()
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(_kill, tmp_path / kind, kind, KILLS // 2) for kind in kinds]
        traces = sum(job.result() for job in jobs)
    assert traces > 0  # otherwise no save was hit
    print(f"{KILLS} kills, {traces} temporary files left and cleared")  # noqa: T201 - with -s


def _leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("write", [write_new_or_replace, create], ids=["replace", "create"])
def test_leftovers_are_cleared_by_the_next_writer(
    tmp_path: Path, write: Callable[[Path, bytes, Path], None]
) -> None:
    """The next writer clears leftovers of its file, however young, but not those of others."""
    for name in (".a[1].yaml.1.tas-tmp", ".a[1].yaml.2.tas-tmp", ".b.yaml.1.tas-tmp"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".a[1].yaml.3.tas-tmp").mkdir()  # a folder is not one: it stays and does no harm
    write(tmp_path / "a[1].yaml", b"", tmp_path)
    assert _leftovers(tmp_path) == [".a[1].yaml.3.tas-tmp", ".b.yaml.1.tas-tmp", "a[1].yaml"]


def test_a_file_another_process_is_writing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer in the middle of its work keeps its temporary file when another one writes."""
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"old")
    replace, seen = os.replace, []

    def meanwhile(temporary: str, target: str, **folders: int | None) -> None:
        monkeypatch.setattr("os.replace", replace)
        write_new_or_replace(path, b"theirs")
        seen.append((tmp_path / temporary).read_bytes())
        replace(temporary, target, **folders)

    monkeypatch.setattr("os.replace", meanwhile)
    write_new_or_replace(path, b"ours")
    assert seen == [b"ours"]
    assert path.read_bytes() == b"ours"
    assert _leftovers(tmp_path) == ["deal.yaml"]


def test_a_temporary_file_that_is_cleared_before_it_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer whose temporary file was cleared creates another one."""
    path, opened = tmp_path / "deal.yaml", os.open

    def cleared(name: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        descriptor = opened(name, flags, mode, dir_fd=dir_fd)
        if flags & os.O_EXCL:
            monkeypatch.setattr("os.open", opened)
            (tmp_path / name).unlink()
        return descriptor

    monkeypatch.setattr("os.open", cleared)
    write_new_or_replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert _leftovers(tmp_path) == ["deal.yaml"]


def test_a_second_name_of_the_file_is_cleared(tmp_path: Path) -> None:
    """A writer killed once the new file is in place leaves a second name, which is cleared."""
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"old")
    (tmp_path / ".deal.yaml.1.tas-tmp").hardlink_to(path)
    with saving.locking(path) as holder:
        assert saving.next_line(holder) == b"locked\n"
        write_new_or_replace(path, b"new")
    assert _leftovers(tmp_path) == ["deal.yaml"]
