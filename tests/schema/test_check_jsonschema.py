"""check-jsonschema, which others use to validate YAML, agrees with `tas check`."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mutants import GOOD, ONE_CHANGE, around, changed, places
from plain_json import to_yaml
from workspaces import write

if TYPE_CHECKING:
    from cli import Tas

SCHEMA = Path(__file__).parents[2] / "schemas" / "opportunity.schema.json"
BEYOND_A_SCHEMA = {"TAS110", "TAS117", "TAS118", "TAS119", "TAS120"}
"""Dates that do not exist, and references inside the file."""
EVERY = 6
"""The test of the schema itself covers all of them; this program is slower."""


def refused_by_schema(folder: Path) -> set[str]:
    """Return the names of the files that check-jsonschema refuses."""
    options = ["--schemafile", str(SCHEMA), "--output-format", "json", "--disable-formats", "date"]
    files = map(str, sorted((folder / "opportunities").iterdir()))
    call = [sys.executable, "-m", "check_jsonschema", *options, *files]
    done = subprocess.run(call, capture_output=True, check=False, text=True)
    report = json.loads(done.stdout)
    assert report["parse_errors"] == []
    return {Path(error["filename"]).name for error in report["errors"]}


def refused_by_check(tas: Tas) -> set[str]:
    """Return the files in which `tas check` finds what a schema could find, too."""
    found = tas("check", "--format", "json", "--select", "TAS1").json["diagnostics"]
    return {Path(each["file"]).name for each in found if each["code"] not in BEYOND_A_SCHEMA}


@pytest.mark.no_cover
def test_agreement(tas: Tas, tmp_path: Path) -> None:
    """Of hundreds of files with one error each, both refuse the same ones."""
    slips = list(product(places(GOOD), ONE_CHANGE))[::EVERY]
    slipped = (changed(around(GOOD, path), path, change) for path, change in slips)
    texts = [to_yaml(data).lstrip("\n") + "\n" for data in slipped]
    names = {f"slip-{number}.yaml": text for number, text in enumerate(texts)}
    write(tmp_path, {f"opportunities/{name}": text for name, text in names.items()})
    ours, theirs = refused_by_check(tas.at(tmp_path)), refused_by_schema(tmp_path)
    different = [f"{name}: {names[name]}" for name in sorted(ours ^ theirs)]
    assert different == []
    assert len(names) > 500
    assert len(ours) > 200
