"""The deal that a word on the command line names, read for completion."""

from __future__ import annotations

from tas_cli.assess.people import with_people_of
from tas_cli.model.opportunity import Opportunity
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
