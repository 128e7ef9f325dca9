"""The deal or account that a word on the command line names, read for completion."""

from __future__ import annotations

from tas_cli.assess.people import with_people_of
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.noun import Noun
from tas_cli.nouns.stored import only_in_accounts
from tas_cli.refusals import WrongCall
from tas_cli.workspace import find, open_workspace, read, read_account


def whole_deal(name: str) -> Opportunity:
    """Return the opportunity with that short name or path, with the people of its account.

    Raises:
        Exception: there is none, or it cannot be read.
    """
    workspace = open_workspace()
    opportunity = read(find(workspace, name), workspace).value
    if opportunity is None:
        raise LookupError(name)
    account = read_account(workspace, opportunity.account) if opportunity.account else None
    return with_people_of(account.value if account else None, opportunity)


def owner_of(noun: Noun, name: str) -> FileModel:
    """Return the file of that name that has a noun's records: the deal, or else the account.

    What only accounts have is in that of the deal.

    Raises:
        Exception: there is none, or it cannot be read.
    """
    try:
        deal = whole_deal(name)
    except WrongCall:
        deal = None
    if deal and not only_in_accounts(noun):
        return deal
    workspace = open_workspace()
    found = read_account(workspace, name) or read_account(workspace, str(deal and deal.account))
    if found is None or found.value is None:
        raise LookupError(name)
    return found.value
