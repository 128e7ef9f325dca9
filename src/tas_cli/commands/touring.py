"""Takes the user on the tour: the example deals, in a temporary workspace."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tas_cli.commands.app import run_app
from tas_cli.commands.demo_steps import DAY, END, START, STEPS, Step
from tas_cli.commands.display import has_full_screen, is_interactive
from tas_cli.commands.printing import print_page
from tas_cli.commands.prompts import ask
from tas_cli.source.packaged import examples
from tas_cli.views.page import Paragraph, Title

_KEYS = "[Enter: next, q: quit, or try a tas command]"


def tour() -> int:
    """Show all steps; at a terminal, the user goes from one to the next."""
    asks, full_screen = is_interactive(), has_full_screen()
    steps = [step for step in STEPS if full_screen or not step.screen]
    with _workspace():
        print_page([Title("A tour of tas"), Paragraph((START,))])
        for number, step in enumerate(steps, 1):
            if asks and not _goes_on():
                break
            _show(step, f"{number} of {len(steps)}")
        else:
            asks = asks and _goes_on()
        sys.stdout.write("\n")
        print_page([Paragraph((END,))])
    return 0


def _show(step: Step, place: str) -> None:
    sys.stdout.write("\n")
    print_page([Title(f"{place} · {step.title}"), Paragraph((step.about,))])
    for command in step.commands:
        sys.stdout.write(f"\n$ {command}\n")
        sys.stdout.flush()
        run_app(shlex.split(command)[1:])


def _goes_on() -> bool:
    """Run what the user tries until it is Enter, for the next step, or q."""
    while True:
        sys.stdout.write("\n")
        typed = ask(_KEYS)
        if typed.casefold() in ("", "q", "quit", "exit"):
            return not typed
        try:
            words = shlex.split(typed)
        except ValueError:
            words = []
        if words[:1] == ["tas"] and words[1:2] != ["demo"]:
            run_app(words[1:])
        else:
            sys.stdout.write("Here you can type commands that begin with tas.\n")


@contextmanager
def _workspace() -> Iterator[None]:
    """Work in a new folder with the examples; drafts and caches go there, too."""
    before, here = dict(os.environ), Path.cwd()
    with tempfile.TemporaryDirectory(prefix="tas-demo-") as name:
        folder = Path(name, "deals")
        for path, text in examples().items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        os.environ |= {
            "TAS_TODAY": DAY,
            "TAS_STATE_DIR": f"{name}/state",
            "TAS_CACHE_DIR": f"{name}/cache",
        }
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)
            os.environ.clear()
            os.environ.update(before)
