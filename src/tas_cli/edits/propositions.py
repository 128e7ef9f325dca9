"""The slots of a proposition: only those that its sentence has."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tas_cli.edits.records import Change
from tas_cli.method.value import patterns
from tas_cli.refusals import WrongCall

if TYPE_CHECKING:
    from tas_cli.model.value import Proposition


def check_slots(made: Change) -> None:
    """Make sure that the pattern of a proposition has all slots that are filled.

    Raises:
        WrongCall: it lacks one of them.
    """
    after = cast("Proposition", made.after)
    has = patterns()[after.pattern].slots
    for slot in after.slots:
        if slot not in has:
            clear = f" To clear it: {slot}=." if made.before else ""
            advice = f"Its slots are {', '.join(has)}.{clear}"
            raise WrongCall(f"the pattern {after.pattern} has no slot {slot!r}.", advice)
