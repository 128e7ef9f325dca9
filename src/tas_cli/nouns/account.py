"""What is true of a customer across its deals: priorities, needs and the like."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.method.value import swot_parts
from tas_cli.model.account import Account
from tas_cli.model.customer import Alignment, Condition, Need, PotentialDeal, Priority, Trait
from tas_cli.model.debrief import ActionItem
from tas_cli.nouns.noun import Noun, Record, records

PRIORITIES = Noun(
    key="priorities",
    one="priority",
    model=Priority,
    about="List, add or change a customer's priorities, and what they mean for it and for you.",
    table=("executive", "their_action", "means_for_them", "what"),
    same=("what",),
    main="what",
    refers={"executive": "people"},
)


def _traits(account: Account) -> Iterator[Record]:
    for part in swot_parts() if account.swot else ():
        for at, trait in enumerate(getattr(account.swot, part)):
            yield Record(f"{part} {at + 1}", ("swot", part, at), trait)


SWOT = Noun(
    key="swot",
    one="SWOT entry",
    many="SWOT entries",
    model=Trait,
    about="List, add or change a customer's strengths, weaknesses, opportunities and threats.",
    table=("means_for_them", "what"),
    same=("what",),
    main="what",
    new="PART",
    groups={key: part.about for key, part in swot_parts().items()},
    usage=(
        "`tas swot ID` lists the account's SWOT entries. PART FIELD=VALUE adds one; PART is "
        "strengths, weaknesses, opportunities or threats, or its first letter. To change one, put "
        "its part and number first: threats 2 FIELD=VALUE. An empty value clears a field."
    ),
    find=_traits,
    words=2,
)
NEEDS = Noun(
    key="needs",
    one="need",
    model=Need,
    about="List, add or change what people at a customer need, and whether you meet it.",
    table=("people", "must", "more", "delight", "topic"),
    same=("topic", "people"),
    main="topic",
    refers={"people": "people"},
)
CONDITIONS = Noun(
    key="conditions",
    one="condition",
    model=Condition,
    about="List, add or change conditions of working together, yours and theirs.",
    table=("side", "due", "met", "what"),
    same=("side", "what"),
    main="what",
    added='side=ours what="…"',
)
ALIGNMENT = Noun(
    key="alignment",
    one="self-check",
    many="self-checks",
    model=Alignment,
    about="List, add or change how well your own side works together on a customer.",
    table=("date", "by", "connected", "informed", "shared_aim"),
    same=("date", "by", "connected", "informed", "shared_aim"),
)
POTENTIAL_DEALS = Noun(
    key="potential_deals",
    one="potential deal",
    many="potential deals",
    model=PotentialDeal,
    about="List, add or change deals that may come, and have no file yet.",
    table=("amount", "when", "trigger", "what"),
    same=("what",),
    main="what",
)


def _actions(account: Account) -> Iterator[Record]:
    for key, implied in implications(account):
        for at, action in enumerate(getattr(implied.value, "actions", ())):
            yield Record(f"{key} {at + 1}", (*implied.path, "actions", at), action)


def implications(account: Account) -> Iterator[tuple[str, Record]]:
    """Yield what an account can have actions for, each with the words that name it in a call."""
    for record in records(PRIORITIES, account):
        yield f"{PRIORITIES.key} {record.key}", record
    for record in records(SWOT, account):
        yield record.key, record


ACCOUNT_ACTIONS = Noun(
    key="actions",
    under="priorities",
    one="account action",
    many="account actions",
    model=ActionItem,
    about="List, add or change what you do about a customer's priorities and SWOT.",
    table=("owner", "due", "done", "what"),
    same=("what",),
    main="what",
    new="priorities 1",
    find=_actions,
    derived=("tactic",),
    words=3,
)
"""The actions of priorities and SWOT entries, in one list; `tas actions` has them."""
OF_ACCOUNTS: tuple[Noun, ...] = (PRIORITIES, SWOT, NEEDS, CONDITIONS, ALIGNMENT, POTENTIAL_DEALS)
