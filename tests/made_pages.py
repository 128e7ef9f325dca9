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
    """A page that a call of `tas` in a workspace writes, and the workspace's files if not ours.

    Of a site it is the `page` with this path.
    """

    call: tuple[str, ...]
    files: tuple[tuple[str, str], ...] = ()
    name: str = ""
    page: str = ""

    def __str__(self) -> str:
        """Return a name for a test's id."""
        return " ".join((self.name, *self.call, self.page)).strip()

    @property
    def folder(self) -> str:
        """The name of a folder for the workspace, or for what the call writes."""
        return "-".join((self.name, *self.call)).replace("/", "-")


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
ACCOUNT = Asked(("report", "--account", "tamarind"))
BOARD = Asked(("board", "--format", "html"))
SITE = tuple(
    Asked(("site",), page=page)
    for page in ("index.html", "deals.html", "matrix.html", "reps/nicole.html")
)
KINDS = (FULL, BARE, ACCOUNT, BOARD, SITE[1])
"""A page of each kind, and one that has nothing."""
ALL = (*EXAMPLES, MANY_PEOPLE, FULL, BARE, ACCOUNT, BOARD, *SITE)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for pages and workspaces."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def made(tas: Tas, pages: Path) -> Made:
    """Makes pages, each once for all tests."""

    def make(asked: Asked) -> Path:
        path = pages / "made" / asked.folder / (asked.page or "page.html")
        if not path.exists():
            root = write(pages / asked.folder, dict(asked.files)) if asked.files else ROOT
            to = path.parents[asked.page.count("/")] if asked.page else path
            result = tas.at(root)(*asked.call, "--output", str(to))
            assert result.status == 0, result.err
        return path

    return make
