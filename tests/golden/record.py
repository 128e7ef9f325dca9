"""Record the golden files anew: `python tests/golden/record.py [-k board]`. Then read the diff."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    os.environ["GOLDEN"] = "record"
    sys.exit(pytest.main([str(Path(__file__).parent), "-q", *sys.argv[1:]]))
