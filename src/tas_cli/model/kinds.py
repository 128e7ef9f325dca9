"""The model of each kind of file."""

from __future__ import annotations

from tas_cli.kinds import ACCOUNT, OPPORTUNITY, SETTINGS, FileKind
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings

MODELS: dict[FileKind, type[FileModel]] = {
    OPPORTUNITY: Opportunity,
    ACCOUNT: Account,
    SETTINGS: Settings,
}
