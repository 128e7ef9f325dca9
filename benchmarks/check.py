"""`tas check` over many files, as ratios to other tools measured in the same run.

    pip install check-jsonschema yamllint
    python benchmarks/check.py [FILES] [ROUNDS]

The files are fictional opportunities of about 4 KB: twenty criteria, us and two competitors,
evidence for each of our + ratings, and no finding above a hint. Figures are wall times of whole
processes, the best of all rounds. The slower tools check a sample, and their time is scaled up to
all files.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tas_cli.method.catalogue import criteria

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-23"
SAMPLE = 300
EVENTS = """\
import sys, yaml
for path in open(sys.argv[1]).read().split("\\0"):
    with open(path, "rb") as file:
        data = file.read()
    for event in yaml.parse(data, Loader=yaml.CSafeLoader):
        pass
"""
HASHES = """\
import sys
from hashlib import blake2b
for path in open(sys.argv[1]).read().split("\\0"):
    with open(path, "rb") as file:
        blake2b(file.read(), digest_size=16).hexdigest()
"""
HEAD = """\
# yaml-language-server: $schema=../schemas/opportunity.schema.json
tas: 1
name: Platform renewal {number}
customer: Customer {number}
owner: nicole
amount: {amount}
currency: USD
profit: 900000
expected_close: 2027-03-31
competitors:
  x-sys: {{name: X-Sys}}
  ypsilon: {{name: Ypsilon Partners}}
incumbent: x-sys
compelling_event: {{what: "Support for the present system ends", date: 2027-03-31}}
assessments:
  - date: 2026-11-16
    by: nicole
    ratings:
"""
EVIDENCE = """\
          evidence:
            - {{when: 2026-11-{day:02}, who: "{who}", what: "Said so on call {number}"}}
"""


PEOPLE = ["J. Meyer, COO", "A. Lindt, head of IT", "P. Novak, finance", "S. Rao, operations"]


def opportunity(number: int, chance: random.Random) -> str:
    """Return the text of a fictional opportunity."""
    lines = [HEAD.format(number=number, amount=chance.randrange(100, 9000) * 1000)]
    for criterion in criteria():
        sign = chance.choice("++-?")
        lines.append(f'      {criterion.key}:\n        us:\n          rating: "{sign}"\n')
        if sign == "+":
            lines.append(
                EVIDENCE.format(
                    day=chance.randrange(1, 16), who=chance.choice(PEOPLE), number=number
                )
            )
        lines += [f'        {party}: "{chance.choice("+-?")}"\n' for party in ("x-sys", "ypsilon")]
    return "".join(lines)


def make(folder: Path, files: int) -> list[Path]:
    """Write a workspace with that many opportunities, the same on every run."""
    chance = random.Random(1)  # noqa: S311 - not for security
    (folder / "opportunities").mkdir(parents=True)
    (folder / "tas.yaml").write_text("tas: 1\ncurrency: USD\n", encoding="utf-8")
    paths = [folder / "opportunities" / f"deal-{number}.yaml" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_text(opportunity(number, chance), encoding="utf-8")
    return paths


def wall_time(command: list[str], folder: Path) -> float:
    """Run a process and return how long it took, in seconds."""
    start = time.perf_counter()
    subprocess.run(
        command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def best(command: list[str], folder: Path, rounds: int) -> float:
    """Return the shortest time of several runs."""
    return min(wall_time(command, folder) for _ in range(rounds))


def tool(name: str) -> str | None:
    """Return the path of another tool, None if it is not installed."""
    return shutil.which(name, path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")


def main() -> None:
    """Print the figures."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"TAS_TODAY": TODAY, "TAS_CACHE_DIR": f"{name}/cache", "NO_COLOR": "1"}
        large, small = Path(name) / "large", Path(name) / "small"
        paths, _ = make(large, files), make(small, max(10, files // 10))
        size = sum(path.stat().st_size for path in paths) / files
        print(f"{files} files of {size:.0f} bytes, best of {rounds}")
        _compare(large, small, paths, rounds)


def _compare(large: Path, small: Path, paths: list[Path], rounds: int) -> None:
    python, listed = sys.executable, large / "paths"
    listed.write_text("\0".join(map(str, paths)), encoding="utf-8")
    check = [python, "-m", "tas_cli", "check"]
    cold = best([*check, "--no-cache"], large, rounds)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    alone = best([*check, "--no-cache", "--jobs", "1"], large, rounds)
    events = best([python, "-c", EVENTS, str(listed)], large, rounds)
    wall_time(check, large)
    warm = best(check, large, rounds)
    hashes = best([python, "-c", HASHES, str(listed)], large, rounds)
    tenth = best([*check, "--no-cache"], small, rounds)
    show("cold", cold, "")
    show("cold, one process", alone, f"{alone / cold:.2f} of cold")
    show("a tenth of the files", tenth, f"x 10 is {tenth * 10 / cold:.2f} of cold")
    show("yaml.parse, one thread", events, f"cold is {cold / events:.2f} of it (at most 0.7)")
    show("warm", warm, f"{cold / warm:.1f} times faster than cold")
    show("reading and hashing", hashes, f"warm is {warm / hashes:.2f} of it (at most 2.5)")
    print(f"largest process            {peak:8.0f} MiB (at most 300)")
    _one_file(large, paths[0], rounds)
    _other_tools(large, paths, cold, rounds)


def _one_file(folder: Path, path: Path, rounds: int) -> None:
    one = best([sys.executable, "-m", "tas_cli", "check", str(path)], folder, 10 * rounds)
    show("one file", one, "")
    other = tool("check-jsonschema")
    if other:
        version = best([other, "--version"], folder, 10 * rounds)
        show(
            "check-jsonschema --version",
            version,
            f"one file is {one / version:.2f} of it (at most 1)",
        )


def _other_tools(folder: Path, paths: list[Path], cold: float, rounds: int) -> None:
    sample = [str(path) for path in paths[:SAMPLE]]
    schema = str(ROOT / "schemas" / "opportunity.schema.json")
    commands = {"check-jsonschema": ["--schemafile", schema], "yamllint": ["-d", "relaxed"]}
    for name, options in commands.items():
        path = tool(name)
        if path is None:
            print(f"{name:26} is not installed")
            continue
        taken = best([path, *options, *sample], folder, min(rounds, 2)) * len(paths) / len(sample)
        goal = " (at least 50)" if name == "check-jsonschema" else ""
        show(f"{name} (scaled)", taken, f"cold is {taken / cold:.0f} times faster{goal}")


def show(what: str, seconds: float, ratio: str) -> None:
    """Print one figure."""
    print(f"{what:26} {seconds * 1000:8.0f} ms  {ratio}")


if __name__ == "__main__":
    main()
