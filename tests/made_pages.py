"""The pages that tests look at: of the example deals, of one with everything, and of a bare one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from cli import ROOT, Tas
from meridian import DEAL
from workspaces import HEAD, write

Made = Callable[["Asked"], Path]
"""Returns the file with a page, made if it is not there."""


class Asked(NamedTuple):
    """A page that a call of `tas` in a workspace writes, and the workspace's files if not ours."""

    call: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()
    name: str = ""

    def __str__(self) -> str:
        """Return a name for a test's id and the page's file."""
        return self.name or "-".join(self.call)


def workspace(
    deal: Mapping[str, Any], account: Mapping[str, Any] | None = None
) -> tuple[tuple[str, str], ...]:
    """Return the files of a workspace with a deal, and its account."""
    files = (("tas.yaml", "tas: 1\n"), ("opportunities/deal.yaml", json.dumps(deal)))
    return (*files, (f"accounts/{deal['account']}.yaml", json.dumps(account))) if account else files


def documented(kind: str) -> dict[str, Any]:
    """Return the format's documented example of an `opportunity` or `account`, as texts.

    It has every key.
    """
    text = (ROOT / "docs/format.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    [found] = [each for each in blocks[:2] if f"/{kind}.schema" in each]
    data = yaml.load(found, yaml.BaseLoader)  # noqa: S506 - reads every value as text
    assert isinstance(data, dict)
    return data


def everything() -> dict[str, Any]:
    """Return an open deal in which every other key of the format is used."""
    deal = documented("opportunity")
    return {key: each for key, each in deal.items() if key not in ("status", "closed", "on_hold")}


EXAMPLES = tuple(
    Asked(("report", path.stem)) for path in sorted((ROOT / "opportunities").glob("*.yaml"))
)
MANY_PEOPLE = Asked(("report", "flow"), (("opportunities/flow.yaml", DEAL),), "many-people")
FULL = Asked(("report", "deal"), workspace(everything(), documented("account")), "full")
BARE = Asked(("report", "bare"), (("opportunities/bare.yaml", HEAD),), "bare")
REPORTS = (*EXAMPLES, MANY_PEOPLE, FULL, BARE)
"""Pages of deals."""
KINDS = (FULL, BARE)
"""A page of each kind that has whatever the kind can have, and one that has nothing."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for pages and workspaces."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def made(tas: Tas, pages: Path) -> Made:
    """Makes pages, each once for all tests."""

    def make(asked: Asked) -> Path:
        path = pages / f"{asked}.html"
        if not path.exists():
            root = write(pages / f"{asked}", dict(asked.files)) if asked.files else ROOT
            result = tas.at(root)(*asked.call)
            assert result.status == 0, result.err
            path.write_text(result.out, encoding="utf-8")
        return path

    return make
