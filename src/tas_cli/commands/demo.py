"""`tas demo`."""

from __future__ import annotations


def command() -> int:
    """Take a ten-minute tour on example deals.

    Each step says what a command is for, and runs it. Press Enter to go on, try a tas command of
    your own, or leave with q. The examples are in a temporary folder; your deals are not touched.
    """
    from tas_cli.commands.touring import tour  # noqa: PLC0415 - see options.py

    return tour()
