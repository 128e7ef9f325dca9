"""Child processes that save, rate and read one file, and a workspace for them.

Each is run as `python saving.py WHAT FILE ...` and reports every completed action as a line on
standard output.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from select import select

DAY = date(2026, 1, 5)
PARTIES = [f"c{number}" for number in range(8)]
HEAD = "tas: 1\nname: Cranes  # kept by hand\ncustomer: Harbour\n"
COMPETITORS = f"competitors: {{{', '.join(f'{party}: {{}}' for party in PARTIES)}}}\n"


def content(number: int) -> bytes:
    """Return a file's content that differs from every other and from a part of itself."""
    return f"begin {number}\n".encode() + b"x" * 20_000 + f"\nend {number}\n".encode()


def number_of(data: bytes) -> int:
    """Return the number of a complete content."""
    number = int(data.split(b"\n", 1)[0].removeprefix(b"begin "))
    assert data == content(number)
    return number


def start(what: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Start a child process."""
    command = [sys.executable, __file__, what, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe)


@contextmanager
def locking(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a child process that takes the lock of a file, and end it."""
    child = start("lock", path)
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def next_line(child: subprocess.Popen[bytes], seconds: float | None = None) -> bytes:
    """Return the next line of a child; nothing after that many seconds without one."""
    assert child.stdout is not None
    ready, _, _ = select([child.stdout], [], [], seconds)
    return child.stdout.readline() if ready else b""


def _save(path: Path) -> None:
    """Save forever, each time the next content."""
    from tas_cli.source.save import write_new_or_replace  # noqa: PLC0415

    for number in range(number_of(path.read_bytes()) + 1, sys.maxsize):
        write_new_or_replace(path, content(number))
        _print(number)


def _save_locked(path: Path) -> None:
    """Save forever, each time under the lock of the file."""
    from tas_cli.source.door import entered  # noqa: PLC0415
    from tas_cli.source.lock import locked  # noqa: PLC0415
    from tas_cli.source.save import write_new_or_replace  # noqa: PLC0415

    while True:
        with entered(path) as place, locked(place):
            number = number_of(path.read_bytes()) + 1
            write_new_or_replace(path, content(number))
        _print(number)


def _rate(path: Path, party: str, times: str) -> None:
    """Rate cells of one party through the writer."""
    from tas_cli.edits.rate import RatedCell, rate  # noqa: PLC0415
    from tas_cli.model.opportunity import Opportunity  # noqa: PLC0415
    from tas_cli.workspace import open_workspace  # noqa: PLC0415
    from tas_cli.writing import look, update  # noqa: PLC0415

    workspace = open_workspace(path)
    for criterion, sign in ratings(int(times)):
        cell = RatedCell(criterion, party, sign)  # type: ignore[arg-type]
        seen = look(
            path, workspace, Opportunity
        )  # as in `tas rate`: other people's ratings of other cells do not matter
        update(seen, lambda found, cell=cell: rate(found, DAY, [cell]), compared=True)  # type: ignore[misc]
        _print(f"{criterion} {sign}")


def ratings(times: int) -> list[tuple[str, str]]:
    """Return that many ratings, each of which changes its cell: the criteria in turn."""
    from tas_cli.method.catalogue import criterion_keys  # noqa: PLC0415

    keys = criterion_keys()
    return [(keys[turn % 20], "+-?"[turn // 20 % 3]) for turn in range(times)]


def _lock(path: Path) -> None:
    """Take the lock and keep it."""
    from tas_cli.source.door import entered  # noqa: PLC0415
    from tas_cli.source.lock import locked  # noqa: PLC0415

    with entered(path) as place, locked(place):
        _print("locked")
        sys.stdin.read()


def _print(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


_CHILDREN: dict[str, Callable[..., None]] = {
    "save": _save,
    "save-locked": _save_locked,
    "rate": _rate,
    "lock": _lock,
}

if __name__ == "__main__":
    _CHILDREN[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
