"""Shell completion: what the shell is offered when it asks the way bash does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pexpect
import pytest
from cli import ROOT
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tas s", {"show", "strategy", "schema"}),
        ("tas show na", {"national-manufacturing"}),
        ("tas strategy kes", {"kestrel-rail"}),
        ("tas check lake", {"lakeshore-grocers"}),
        ("tas show saint-evariste-assurances --vs ", {"garonne", "claimhub", "sequoia"}),
        ("tas explain compel", {"compelling_event"}),
        ("tas rate kestrel-rail exec", {"executive_credibility="}),
        ("tas rate kestrel-rail 1", {"1=", "12="}),
        ("tas set kestrel-rail am", {"amount="}),
        ("tas choose kestrel-rail f", {"frontal", "flanking", "fragment"}),
        ("tas choose kestrel-rail n", {"none"}),
        ("tas choose kestrel-rail defend --variation ", {"insulate", "isolate"}),
        ("tas answer kestrel-rail three", {"three_to_one="}),
        ("tas close kestrel-rail ", {"won", "lost", "disengaged", "open"}),
        ("tas close kestrel-rail lost --to ", {"no_decision", "in_house"}),
        ("tas set kestrel-rail fore", {"forecast="}),
        ("tas actions done kestrel", {"kestrel-rail"}),
        ("tas actions ad", {"add"}),
        ("tas actions add kestrel", {"kestrel-rail"}),
        ("tas tactics national-manufacturing --from-action ", {"1", "2"}),
        ("tas actions kestrel-rail ", {"what=", "owner=", "due=", "done="}),
        ("tas notes kestrel-rail ", {"date=", "by=", "text="}),
        ("tas propositions kestrel-rail pattern=by_tracking s", {"system=", "solution="}),
        ("tas list --sort a", {"amount", "age", "actions", "against"}),
        ("tas list --columns id,ow", {"id,owner"}),
        ("tas list --step p", {"proof"}),
        ("tas explain TAS10", {f"TAS10{n}" for n in range(1, 10)}),
    ],
)
def test_offered_completions(tas: Tas, line: str, expected: set[str]) -> None:
    """Commands, ids, competitors and the method's names are completed."""
    assert expected <= tas.offered(line)


def test_only_what_is_open_is_offered_to_become_the_other(tas: Tas) -> None:
    """The first tactic was done."""
    line = "tas actions national-manufacturing --from-tactic "
    assert tas.offered(line) == {*"2345678"}


def test_nothing_is_completed_outside_a_workspace(tas: Tas, tmp_path: Path) -> None:
    """If nothing matches, the shell gets no output and no error."""
    tas.at(tmp_path)
    assert tas.offered("tas show ") == set()
    write(tmp_path, {"opportunities/a.yaml": "tas: [", "opportunities/b.yaml": HEAD})
    assert tas.offered("tas show ") == {"a", "b"}
    assert tas.offered("tas show a --vs ") == set()


DECLARED = """
import sys
from tas_cli.commands import completion
from tas_cli.commands.app import load
for name in sys.argv[1:]:
    load(name)
assert completion.opportunities("")
print(*[each for each in sys.modules if each.startswith("tas_cli.")])
"""


def test_completing_an_id_loads_only_what_it_needs() -> None:
    """Declaring and completing the commands loads neither the models nor rich."""
    names = ["answer", "check", "choose", "close", "debrief", "edit", "outcome", "prep", "rate"]
    names += ["path", "score", "set", "show", "step", "strategy"]
    result = subprocess.run(
        [sys.executable, "-c", DECLARED, *names], cwd=ROOT, capture_output=True, check=True
    )
    loaded = set(result.stdout.decode().split())
    assert {f"tas_cli.commands.{name}" for name in names} <= loaded
    assert not loaded & {"tas_cli.workspace", "tas_cli.model.opportunity", "tas_cli.writing"}
    assert "tas_cli.views.terminal.page" not in loaded


SHELLS = {
    "bash": (["--norc", "-i"], "type compopt", ":"),
    "zsh": (["-f", "-i"], "autoload -U compinit", "autoload -U compinit; compinit -u"),
}
"""How each shell starts bare, what it must support, and what turns completion on."""


@pytest.mark.parametrize("shell", SHELLS)
def test_the_value_follows_without_a_space(tmp_path: Path, shell: str) -> None:
    """No space follows a completed `amount=`; one follows an id, which is a whole word."""
    arguments, needed, begin = SHELLS[shell]
    found = shutil.which(shell)
    if (
        found is None
        or subprocess.run([found, "-c", needed], capture_output=True, check=False).returncode
    ):
        pytest.skip(f"no {shell} that completes")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env: Any = {**os.environ, "PATH": path, "HOME": str(tmp_path), "PS1": "$ ", "TERM": "dumb"}
    script = subprocess.run(
        [sys.executable, "-m", "tas_cli", "--show-completion", shell],
        env=env | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        check=True,
    )
    (tmp_path / "script").write_bytes(script.stdout)
    child = pexpect.spawn(
        found, arguments, cwd=str(ROOT), env=env, encoding="utf-8", dimensions=(40, 200)
    )
    child.sendline(f"{begin}; source {tmp_path}/script; echo rea''dy")
    child.expect("ready\r\n")
    for line, whole in [
        ("tas set kestrel-rail am", "tas set kestrel-rail amount=X"),
        ("tas rate kestrel-rail solution_f", "tas rate kestrel-rail solution_fit=X"),
        ("tas show kestr", "tas show kestrel-rail X"),
    ]:
        child.send(f"{line}\tX'\x01echo '<>")
        child.send("\r")
        child.expect(f"<>{whole}\r\n")
    child.close()
