"""Running code in a child process that may use only so much memory and processor time.

What would take ten times as long, or fill the memory, ends the child with a signal: that is the
test, and no clock is read.
"""

from __future__ import annotations

import subprocess
import sys

_PRELUDE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
data = sys.stdin.buffer.read()
"""
MEBIBYTE = 1024 * 1024


def run_limited(code: str, data: bytes = b"", *, memory: int = 512, seconds: int = 8) -> str:
    """Run Python code, which finds `data` under that name, and return what it prints.

    `memory` in MiB; `seconds` of processor time. The wait for a child that hangs is only there to
    end the test at all.
    """
    prelude = _PRELUDE.format(memory=memory * MEBIBYTE, seconds=seconds)
    done = subprocess.run(
        [sys.executable, "-c", prelude + code],
        input=data,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr[-2000:]!r}"
    return done.stdout.decode()
