"""The quotas in the settings, by owner and quarter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners


def quotas(
    settings: Settings, quarters: Sequence[str], counts: Callable[[str | None], bool]
) -> dict[str, Decimal]:
    """Return the quota of each owner that counts for these quarters, if there is any."""
    owners, found = Owners(settings.team), dict[str, Decimal]()
    for owner, by_quarter in settings.quota.items():
        person = owners.person(owner)
        set_for = [by_quarter[each] for each in quarters if each in by_quarter]
        if person and set_for and counts(person):
            found[person] = sum(set_for, found.get(person, Decimal()))
    return found
