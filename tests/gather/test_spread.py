"""Work spread over several processes: nothing is lost when one of them dies."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FILES = 200
SCRIPT = """
import json, os, sys
from pathlib import Path
from tas_cli.gather.spread import Look, spread

folder, batches, jobs, size = Path(sys.argv[1]), *map(int, sys.argv[2:])
here, seen = os.getpid(), []

def work(contents):
    if (os.getpid() == here) == {ours}:
        seen.append(contents)
        if len(seen) > batches:
            {end}
    return [[each.data.decode()] for each in contents]

counts = []
names = [str(folder / f"{{n}}.yaml") for n in range({files})]
looked = spread(names, Look(folder, work).at, jobs, counts.append, size)
print(json.dumps([[each.kept for each in looked], sum(counts)]))
"""


def spread_out(
    folder: Path, end: str, batches: int, *, ours: bool, size: int = 16
) -> subprocess.CompletedProcess[bytes]:
    """Work with three processes; the first or the others end after some batches."""
    script = SCRIPT.format(end=end, ours=ours, files=FILES)
    command = [sys.executable, "-c", script, str(folder), str(batches), "3", str(size)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize(("batches", "size"), [(0, 16), (1, 16), (3, 16), (1, 1)])
@pytest.mark.parametrize(
    "end",
    ["os._exit(0)", "os.kill(os.getpid(), 9)", "raise ValueError", "1"],
    ids=["ends", "is killed", "has a defect", "lives"],
)
def test_a_process_that_dies(end: str, batches: int, size: int, tmp_path: Path) -> None:
    """Whatever happens to the other processes, every file is answered once, in order, quietly."""
    for number in range(FILES):
        (tmp_path / f"{number}.yaml").write_text(f"deal {number}", "utf-8")
    run = spread_out(tmp_path, end, batches, ours=False, size=size)
    assert run.stderr == b""
    assert json.loads(run.stdout) == [[[f"deal {number}"] for number in range(FILES)], FILES]


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    """If the process the user started is killed, the others end: they share its output."""
    for number in range(FILES):
        (tmp_path / f"{number}.yaml").write_text("deal", "utf-8")
    run = spread_out(tmp_path, "os.kill(os.getpid(), 9)", 0, ours=True)  # of one it is sure
    assert (run.returncode, run.stdout) == (-9, b"")
