"""The base of the full-screen applications: colors, signals, crashes and an orderly exit."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from shutil import get_terminal_size
from threading import Timer

from rich.console import RenderableType
from textual.app import App
from textual.filter import NoColor

from tas_cli.tui.gc_tuning import freeze_loaded
from tas_cli.views.terminal.wrapping import plain, wrapped

_ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
_TERMINAL_GONE = 1
"""The number of SIGHUP, even on systems without it."""
_PATIENCE = 5.0
"""How many seconds an orderly exit may take: a terminal that no longer reads would block it."""


class FullScreen(App[None]):
    """A full-screen command; `notes` are the lines to print after it has closed.

    `ended_by` is the number of the signal that ended it.
    """

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *, ascii_only: bool, color: bool) -> None:
        super().__init__(ansi_color=True)
        if not color:
            self.no_color = True
            self._filters.append(NoColor())
        self.ascii_only = ascii_only
        self.notes: list[str] = []
        self.defect: Exception | None = None
        self.ended_by: int | None = None
        self._asleep = False

    def keep_draft(self) -> None:
        """Keep the unsaved changes for the next session."""
        raise NotImplementedError

    def on_load(self) -> None:
        """Use the terminal's own colors."""
        self.theme = "ansi-dark"
        self.set_class(self.ascii_only, "ascii")

    async def on_mount(self) -> None:
        """Handle suspending and resuming here: textual's own handling leaves a blank screen."""
        if not self.is_headless and sys.platform != "win32":
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTSTP, self._stop)
            loop.add_signal_handler(signal.SIGCONT, self._go_on)

    # Signals

    def end(self, number: int) -> None:
        """Close because of a signal, keeping unsaved changes as a draft."""
        self.ended_by = number
        self.keep_draft()
        if self._asleep:  # the shell has the terminal, in a clean state
            os.kill(os.getpid(), number)
        self.exit()

    def _stop(self) -> None:
        """Give the terminal back and wait for SIGCONT."""
        self._leave_terminal()
        _sleep()

    def _go_on(self) -> None:
        """Take the terminal again and repaint; in the background, keep waiting."""
        if self._driver is None or self.ended_by:
            return
        if not _in_foreground():
            _sleep()
            return
        self._leave_terminal()  # after a SIGSTOP, which gave no chance to
        self._driver.resume_application_mode()
        self._asleep = False
        self.refresh(layout=True)

    def _leave_terminal(self) -> None:
        if self._driver is not None and not self._asleep:
            self._driver.suspend_application_mode()
            self._asleep = True

    # Defects

    def panic(self, *renderables: RenderableType) -> None:
        """Close without a traceback, after a crash or if the terminal is gone."""
        del renderables
        if self.defect is None and self.ended_by is None:
            self.end(_TERMINAL_GONE)
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        """Keep the exception, to report it like one from any other command."""
        self.defect = self.defect or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without a traceback."""
        self._close_messages_no_wait()


def run(app: FullScreen) -> int:
    """Run the application, print its notes, and return the exit status.

    If a signal ended it, the status is 128 plus the signal's number, as in shells.

    Raises:
        Exception: the application crashed; the caller reports it.
    """
    freeze_loaded()
    try:
        asyncio.run(_attended(app))
    except OSError:
        if app.ended_by is None:
            raise
    if app.defect is not None:
        raise app.defect
    if app.ended_by is not None:
        return 128 + app.ended_by
    sys.stdout.writelines(f"{_folded(note)}\n" for note in app.notes)
    return 0


def _folded(note: str) -> str:
    """Return a note with line ends between words, where the terminal is too narrow for it."""
    if not sys.stdout.isatty():
        return note
    lines = wrapped([(note, "")], get_terminal_size((80, 24)).columns, fold=False)
    return "\n".join(plain(each).rstrip() for each in lines)


async def _attended(app: FullScreen) -> None:
    """Run the application; the first signal that would end the process closes it in an orderly way.

    The second one ends it immediately.
    """
    loop = asyncio.get_running_loop()

    def take(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        late = Timer(_PATIENCE, os.kill, (os.getpid(), number))
        late.daemon = True
        late.start()
        loop.call_soon_threadsafe(app.end, number)

    for name in _ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), take)
    await app.run_async()


def _sleep() -> None:
    """Stop this process until it receives SIGCONT; do nothing on Windows."""
    if sys.platform != "win32":
        os.kill(os.getpid(), signal.SIGSTOP)


def _in_foreground() -> bool:
    """Whether this process may use the terminal; True if that cannot be determined."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return True
