"""The entry point: runs the command line and turns whatever happens into an exit status.

0: done; 1: stopped by a file's content, a conflict or the file system, or `check` found errors; 2:
usage error; 3: a bug in tas; 130: interrupted; 128 plus its number: another signal ended a full
screen.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TextIO

from tas_cli import __version__

_DEFECT = """\
tas has a defect: {kind}: {error}
This is not your fault, and no file was harmed. Please report it with the command you gave
and the output of `tas --version`. TAS_DEBUG=1 shows where it happened."""


def main() -> None:
    """Run the command line of this process.

    A command is short-lived: garbage collection would take a fifth of its time and gain nothing.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # searching for plugins takes time
    status = run(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit status."""
    _prepare_streams()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _forget_the_rest_of_the_output()
        return 1
    except Exception as error:
        if os.environ.get("TAS_DEBUG"):
            raise
        return _report(error)
    return status


def _report(error: Exception) -> int:
    """Report what went wrong; return 1 if the operating system caused it, 3 if tas did."""
    with suppress(OSError):
        if isinstance(error, OSError):
            _forget_the_rest_of_the_output()
            sys.stderr.write(f"tas: {_one_line(error)}\n")
            return 1
        kind = type(error).__name__
        sys.stderr.write(_DEFECT.format(kind=kind, error=_one_line(error)) + "\n")
    return 3


def _forget_the_rest_of_the_output() -> None:
    """Keep buffered output from failing again at exit if the reader has gone (`| head`)."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        sys.stdout.write(f"tas {__version__}\n")
        return 0
    if arguments == ["check"]:
        from tas_cli.commands.unchanged import status_if_unchanged  # noqa: PLC0415 - only for this call

        status = status_if_unchanged()
        if status is not None:
            return status
    from tas_cli.commands.app import run_app  # noqa: PLC0415 - not for `--version`

    return run_app(arguments)


def _one_line(error: Exception) -> str:
    """Return the error's text on one line, without anything that a terminal could interpret."""
    from tas_cli.views.safe import message_line  # noqa: PLC0415 - only for errors

    return message_line(" ".join(str(error).split())[:200])


def _prepare_streams() -> None:
    """Replace closed streams, and let characters the encoding lacks be printed as codes."""
    # In the order of their numbers: each gets the lowest free descriptor.
    sys.stdin = sys.stdin or _nothing()
    sys.stdout = sys.stdout or _nothing()
    sys.stderr = sys.stderr or _nothing()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _nothing() -> TextIO:
    """Return a stream that swallows everything, yields nothing and is not a terminal."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123


if __name__ == "__main__":
    main()
