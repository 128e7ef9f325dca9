"""`tas site --watch`: the pages follow the files until Ctrl-C."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pexpect
from board_files import FILES, HARBOUR
from cli import TODAY
from workspaces import write

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 30
"""How long to wait for what does not come; no test measures time."""


def test_every_change_is_written_and_named(tmp_path: Path) -> None:
    """A changed deal, one that is gone, and nothing about a file that says the same."""
    write(tmp_path, FILES)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tas_cli", "site", "--output", "out", "--watch"],
        cwd=str(tmp_path),
        env={**os.environ, "TAS_TODAY": TODAY, "NO_COLOR": "1"},
        encoding="utf-8",
        timeout=SECONDS,
        dimensions=(24, 200),
    )
    try:
        child.expect("10 pages, 10 written")
        child.expect("Press Ctrl-C to stop")
        write(tmp_path, {"opportunities/harbour.yaml": HARBOUR + "# the same\n"})
        (tmp_path / "opportunities/orchard.yaml").unlink()
        child.expect(r"\d\d:\d\d:\d\d written: [^;]*; removed:\s+deals/orchard.html")
        assert "harbour.html" not in str(child.after)
        assert not (tmp_path / "out/deals/orchard.html").exists()
        child.sendintr()
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 130
        assert "Traceback" not in str(child.before)
    finally:
        child.close(force=True)
