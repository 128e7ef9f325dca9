"""Startup time, as ratios to a reference measured in the same run.

    python benchmarks/startup.py [ROUNDS]

Each figure is the processor time (user and system) of a whole process, the best of all rounds,
since that is least disturbed by other work on the machine. The rounds alternate between the
commands.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
HELLO = """\
import typer
app = typer.Typer()
@app.command()
def hello(name: str) -> None: print(name)
@app.command()
def bye(name: str, formal: bool = False) -> None: print(name)
app()
"""
ONE_MODEL = """\
import pydantic, typer, yaml
class One(pydantic.BaseModel):
    number: int
"""


def processor_time(command: list[str]) -> float:
    """Run a process and return the seconds it kept a processor busy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    python, tas = sys.executable, [sys.executable, "-m", "tas_cli"]
    os.environ["TAS_TODAY"] = "2026-11-23"
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        commands = {
            "hello": [python, str(hello), "--help"],
            "model": [python, "-c", ONE_MODEL],
            "version": [*tas, "--version"],
            "help": [*tas, "--help"],
            "show": [*tas, "show", "national-manufacturing"],
        }
        best = dict.fromkeys(commands, float("inf"))
        for _ in range(rounds):
            for name, command in commands.items():
                best[name] = min(best[name], processor_time(command))
    for name, base, limit in (
        ("version", "hello", 0.6),
        ("help", "hello", 0.6),
        ("show", "model", 1.5),
    ):
        ratio = best[name] / best[base]
        print(
            f"tas {name:8} {best[name] * 1000:5.0f} ms   {base:6} {best[base] * 1000:5.0f} ms"
            f"   ratio {ratio:.2f} (at most {limit})"
        )


if __name__ == "__main__":
    main()
