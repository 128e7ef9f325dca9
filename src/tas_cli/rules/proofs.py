"""Our + by the evidence they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tas_cli.assess.statements import Proof
from tas_cli.model.evidence import Evidence
from tas_cli.rules.subject import Subject


def resting_only_on(
    subject: Subject, weak: Callable[[int, Evidence], bool]
) -> Iterator[tuple[str, list[Proof]]]:
    """Yield the criteria on which we are + with evidence that is all weak, each with its evidence.

    `weak` is asked of an entry and the index of its assessment, no longer than it says yes: most
    are + by their first entry, and there are many.
    """
    for criterion, proofs in subject.proofs.items():
        for index, entry in proofs:
            if not weak(index, entry):
                break
        else:
            if proofs:
                yield criterion, proofs
