"""docs/format.md shows files that work."""

from __future__ import annotations

import re

import pytest
from cli import ROOT
from pydantic import BaseModel

from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as, read_opportunity

BLOCKS = re.findall(
    r"```yaml\n(.*?)```", (ROOT / "docs/format.md").read_text(encoding="utf-8"), re.DOTALL
)
README = re.findall(
    r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.mark.parametrize("text", [BLOCKS[0], *README], ids=["format", "readme"])
def test_documented_opportunities_are_valid(text: str) -> None:
    """The document's parts of an opportunity can be pasted into a file."""
    assert read_opportunity(text.encode(), "x.yaml").diagnostics == ()


def test_documented_account_is_valid() -> None:
    """The document's account can be pasted into a file."""
    assert read_as(Account, BLOCKS[1].encode(), "x.yaml").diagnostics == ()


def test_documented_settings_are_valid() -> None:
    """The document's settings can be pasted into tas.yaml."""
    assert read_as(Settings, BLOCKS[2].encode(), "tas.yaml").diagnostics == ()


@pytest.mark.parametrize(("model", "text"), [(Opportunity, BLOCKS[0]), (Account, BLOCKS[1])])
def test_every_key_is_documented(model: type[BaseModel], text: str) -> None:
    """The example of an opportunity and of an account has every top-level key."""
    for name in model.model_fields:
        assert f"\n{name}:" in text
