"""The command line as tests call it: in this process, with a working directory and a date."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tas_cli.__main__ import run

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-23"


@dataclass(frozen=True)
class Result:
    """The result of a call: exit status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on standard output."""
        return json.loads(self.out)


class Tas:
    """Calls the command line; `at` is the directory it works in."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.at(ROOT)

    def at(self, folder: Path) -> Tas:
        """Work in that folder from now on."""
        self._monkeypatch.chdir(folder)
        return self

    def env(self, **variables: str) -> Tas:
        """Set environment variables from now on."""
        for name, value in variables.items():
            self._monkeypatch.setenv(name, value)
        return self

    def __call__(self, *arguments: str) -> Result:
        """Run a command line."""
        self._capsys.readouterr()
        status = run(list(arguments))
        out, err = self._capsys.readouterr()
        return Result(status, out, err)

    def offered(self, line: str) -> set[str]:
        """Return what bash is offered at the end of a line."""
        at = str(len(line.split(" ")) - 1)
        self.env(_TAS_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=at)
        self._capsys.readouterr()
        with pytest.raises(SystemExit):
            run([])
        self._monkeypatch.delenv("_TAS_COMPLETE")
        out, err = self._capsys.readouterr()
        assert err == ""
        return set(out.split())
