"""An answer that depends on two files: a deal's own, and the shared one it names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from workspaces import write

from tas_cli.gather.content import Content, OtherFile
from tas_cli.gather.gather import Way, gathered
from tas_cli.gather.memory import Kept, Memory, digest
from tas_cli.gather.spread import Look, Looked, spread
from tas_cli.source.faults import Fault
from tas_cli.source.files import discover

FILES = {
    "deals/a.yaml": "a of acme",
    "deals/b.yaml": "b of acme",
    "deals/c.yaml": "c alone",
    "deals/d.yaml": "d of zeta",
    "shared/acme.yaml": "Acme",
    "shared/zeta.yaml": "Zeta",
}


def named(data: bytes) -> str:
    """Return the name of the shared file that a deal names."""
    return data.decode().partition(" of ")[2]


def work(contents: Sequence[Content]) -> list[Kept]:
    """Answer with all the available content."""
    return [[each.data.decode(), _words(each.other)] for each in contents]


def _words(other: bytes | Fault | None) -> str | None:
    if isinstance(other, Fault):
        return other.message
    return None if other is None else other.decode()


class Bench:
    """A workspace in which one question is asked of all deals repeatedly."""

    def __init__(self, folder: Path) -> None:
        self.root = write(folder / "here", FILES)
        self.asked: list[str] = []
        self._kept = folder / "kept"

    @property
    def look(self) -> Look:
        """The question, with the existing shared files."""
        shared = discover(self.root / "shared", self.root)
        files = {found.path.stem: found.name for found in shared}
        return Look(self.root, self._work, OtherFile(named, files))

    @property
    def deals(self) -> list[str]:
        """The paths of all deals."""
        return sorted(map(str, (self.root / "deals").iterdir()))

    def _work(self, contents: Sequence[Content]) -> list[Kept]:
        self.asked += [each.data.decode()[0] for each in contents]
        return work(contents)

    def ask(self) -> dict[str, Looked]:
        """Return the result of each deal by its letter; `asked` has the deals looked at."""
        self.asked = []
        memory = Memory(self._kept, "scratch", tuple[str, str | None], self.root)
        found = gathered(self.deals, self.look, Way(memory, 1, lambda _: None))
        return {Path(path).stem: looked for path, looked in found}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Four deals: two with one shared file, one with another, one with none; all asked once."""
    bench = Bench(tmp_path)
    bench.ask()
    assert bench.asked == ["a", "b", "c", "d"]
    return bench


def test_both_contents_are_read_and_cached(bench: Bench) -> None:
    """Both files count, a deal that names none is answered by itself, and all is cached."""
    answers = [looked.kept for looked in bench.ask().values()]
    assert answers == [
        ["a of acme", "Acme"],
        ["b of acme", "Acme"],
        ["c alone", None],
        ["d of zeta", "Zeta"],
    ]
    assert bench.asked == []


def test_a_shared_file_that_changes(bench: Bench) -> None:
    """The deals that name a changed file are looked at again, and no others."""
    write(bench.root, {"shared/acme.yaml": "Acme Inc"})
    assert bench.ask()["b"].kept == ["b of acme", "Acme Inc"]
    assert bench.asked == ["a", "b"]
    bench.ask()
    assert bench.asked == []


def test_a_deal_that_changes(bench: Bench) -> None:
    """A changed deal is looked at with the file it names now, the others are not."""
    write(bench.root, {"deals/a.yaml": "a of zeta"})
    assert bench.ask()["a"].kept == ["a of zeta", "Zeta"]
    assert bench.asked == ["a"]


def test_a_shared_file_that_disappears_and_returns(bench: Bench) -> None:
    """A missing shared file counts as none; when it reappears, it is noticed."""
    (bench.root / "shared/acme.yaml").unlink()
    assert bench.ask()["a"].kept == ["a of acme", None]
    assert bench.asked == ["a", "b"]
    write(bench.root, {"shared/acme.yaml": "Acme again"})
    assert bench.ask()["a"].kept == ["a of acme", "Acme again"]


def test_a_shared_file_that_leads_out(bench: Bench, tmp_path: Path) -> None:
    """A shared link out goes through the same door as any file: it is not read, but reported."""
    shared = bench.root / "shared/acme.yaml"
    shared.unlink()
    bench.ask()
    shared.symlink_to(write(tmp_path, {"secret.yaml": "Secret"}) / "secret.yaml")
    for asked in (["a", "b"], []):
        assert bench.ask()["a"].kept == ["a of acme", "this link points outside the workspace"]
        assert bench.asked == asked
    shared.unlink()
    write(bench.root, {"shared/acme.yaml": "Acme"})
    assert bench.ask()["a"].kept == ["a of acme", "Acme"]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "nul\0", "acme.yaml", "ACME"])
def test_a_name_is_not_a_path(bench: Bench, tmp_path: Path, name: str) -> None:
    """A name in a deal only leads to a discovered file, or nowhere."""
    write(tmp_path, {"secret.yaml": "Secret"})
    write(bench.root, {"deals/a.yaml": f"a of {name}"})
    assert bench.ask()["a"].kept == [f"a of {name}", None]


def test_a_deal_keeps_the_name_of_its_own_content(bench: Bench) -> None:
    """The digest is the deal's own, since the final run treats the shared file separately."""
    for asked in ([], ["a", "b"]):
        assert bench.ask()["a"].digest == digest(b"a of acme")
        assert bench.asked == asked
        write(bench.root, {"shared/acme.yaml": "Acme Inc"})


def test_other_processes_see_both(bench: Bench) -> None:
    """The answers do not depend on which process handles a deal."""
    write(bench.root, {f"deals/{at}.yaml": f"{at} of acme" for at in range(60)})
    look = bench.look._replace(work=work)
    alone, together = (spread(bench.deals, look.at, jobs, lambda _: None) for jobs in (1, 3))
    assert alone == together
    assert alone[-1].kept == ["d of zeta", "Zeta"]
