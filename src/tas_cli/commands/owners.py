"""Whom `--owner` and `--team` mean, in all commands that have them."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.board.line import DealLine
from tas_cli.commands.all_deals import some
from tas_cli.commands.stop import WRONG_CALL, Stop
from tas_cli.model.settings import Settings
from tas_cli.reading.nearest import nearest
from tas_cli.reading.owners import Owners, TwoOwners, UnknownOwner
from tas_cli.source.characters import folded


def owner_or_stop(typed: str | None, owners: Owners, found: Iterable[str | None]) -> str | None:
    """Return the person that an option means; stop where nobody, or more than one, is called so.

    `found` are the owners whom files name.
    """
    if typed is None:
        return None
    try:
        return owners.wanted(typed, found)
    except TwoOwners as error:
        message = f"--owner {error.name}: several people have that name."
        ids = ", ".join(error.ids)
        raise Stop(message, status=WRONG_CALL, help=f"Write one id: {ids}.") from None
    except UnknownOwner as error:
        raise _unknown("--owner", "owner", error.name, error.meant, error.known) from None


def team_or_stop(typed: str | None, settings: Settings) -> str | None:
    """Return the team that an option means, as tas.yaml writes it; stop where there is none."""
    if typed is None:
        return None
    known = sorted({member.team for member in settings.team.values() if member.team})
    for name in known:
        if folded(name) == folded(typed):
            return name
    raise _unknown("--team", "team", typed, nearest(typed, known), known)


def rows_of(
    rows: list[DealLine], settings: Settings, typed: str | None, team: str | None = None
) -> list[DealLine]:
    """Return the deals of an owner as typed, and of a team; stop where the owner is nobody."""
    owners = Owners(settings.team)
    person = owner_or_stop(typed, owners, (row.person for row in rows))
    return [
        row
        for row in rows
        if (person is None or owners.same(row.person, person))
        and (team is None or folded(owners.team_of(row.person) or "") == folded(team))
    ]


def _unknown(option: str, what: str, typed: str, meant: str | None, known: list[str]) -> Stop:
    """Return the end of a call that names nobody: who was probably meant, and who there is."""
    listed = (
        f"The {what}s: {some(known)}." if known else f"No {what} is known: see team: in tas.yaml."
    )
    near = f"Did you mean {meant}? " if meant else ""
    return Stop(
        f"{option} {typed}: there is no such {what}.", status=WRONG_CALL, help=near + listed
    )
