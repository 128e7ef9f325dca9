"""Shared parts of the tests: hypothesis profiles, the command line, snapshots."""

from __future__ import annotations

import gc
import signal
from compileall import compile_dir
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cli import TODAY, Tas
from coverage import Coverage
from hypothesis import is_hypothesis_test, settings
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import tas_cli
from tas_cli.commands import app, init, schema
from tas_cli.gather import memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syrupy.assertion import SnapshotAssertion

pytest_plugins = ["browsing", "ground", "made_pages"]

# The same examples on every run, and no deadline: a slow machine does not fail. Nothing goes into
# the tree. For other examples on every run: `pytest --hypothesis-profile=search`.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, database=None)
settings.load_profile("ci")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once, as pip does: the tests start hundreds of processes that load it.

    In a run with workers, end the measurement of coverage that pytest-cov has begun by now. No test
    runs in the first process, and a worker begins another one, after which each `no_cover` would
    resume this one instead of tracing nothing.
    """
    worker = hasattr(config, "workerinput")
    if not worker:
        compile_dir(Path(tas_cli.__file__).parent, quiet=2)
    if (worker or config.getoption("dist", "no") != "no") and (measured := Coverage.current()):
        measured.stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Exclude tests of drawn examples from coverage, like those marked `no_cover`.

    Thousands of inputs run through a line without saying what it does, and tracing them takes
    longer than everything they do. A line counts as covered if a test with a case of its own runs
    it.
    """
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Collect garbage rarely: thousands of collected tests stay alive."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


# If the tests run as a background job, they inherit an ignored Ctrl-C, and so would the processes
# they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the journals and drafts of processes that tests start out of the user's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TAS_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _known_for_good() -> Iterator[None]:
    """Keep what a process computes once for its call across the thousands of calls in a test run.

    These are the options of each command, when the program last changed, and the schemas' texts.
    """
    with pytest.MonkeyPatch.context() as patch:
        for room, name in ((app, "build"), (app, "load"), (memory, "_newest_part")):
            patch.setattr(room, name, cache(getattr(room, name)))
        once = cache(schema.rendered)
        for room in (schema, init):
            patch.setattr(room, "rendered", once)
        yield


@pytest.fixture
def tas(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Tas:
    """The command line in the project's own workspace, on a fixed date, 80 columns, no color.

    It is not on a CI platform, and its cache and journal are empty. Its files need not survive a
    power failure.
    """
    monkeypatch.setattr("os.fsync", lambda _: None)
    for name in ("NO_COLOR", "FORCE_COLOR", "TAS_DEBUG", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    cache, state = (str(tmp_path_factory.mktemp(name)) for name in ("cache", "state"))
    folders = {"TAS_CACHE_DIR": cache, "TAS_STATE_DIR": state}
    return Tas(capsys, monkeypatch).env(TAS_TODAY=TODAY, COLUMNS="80", **folders)


class TextSnapshot(SingleFileSnapshotExtension):
    """Keep a snapshot as a text file that a person can read."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def page(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The page as it was when last reviewed."""
    return snapshot.use_extension(TextSnapshot)
