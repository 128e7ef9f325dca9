"""The published source archive and wheel have what they should, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import pytest
from cli import ROOT

PACKAGE = {
    path.relative_to(ROOT / "src").as_posix()
    for path in (ROOT / "src").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
SCHEMAS = {f"schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
PAPERS = {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"}
MADE = {"PKG-INFO", ".gitignore"}
"""What the builder adds to a source archive: metadata, and files that keep a wheel clean."""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which both are built."""
    if find_spec("hatchling") is None:
        pytest.skip("hatchling, which builds them, is not installed")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_source_archive(archives: Path) -> None:
    """It has the package, the schemas and the root's documents, but no README.md from elsewhere."""
    [path] = archives.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {PurePosixPath(each.name) for each in archive if each.isfile()}
    found = {str(name.relative_to(name.parts[0])) for name in names}
    assert found - MADE == {f"src/{name}" for name in PACKAGE} | SCHEMAS | PAPERS


def test_the_wheel(archives: Path) -> None:
    """It has the package with its data, and its metadata."""
    [path] = archives.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
    assert {name for name in names if ".dist-info/" not in name} == PACKAGE
    assert [name for name in names if name.endswith("/licenses/LICENSE")]
