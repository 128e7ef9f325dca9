"""Our + ratings and the evidence they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tas_cli.assess.statements import Proof
from tas_cli.model.evidence import Evidence
from tas_cli.rules.subject import Subject


def resting_only_on(
    subject: Subject, weak: Callable[[int, Evidence], bool]
) -> Iterator[tuple[str, list[Proof]]]:
    """Yield the criteria on which we are + with evidence that is all weak, each with its evidence.

    `weak` gets the index of an assessment and an entry of its evidence, and stops being called at
    the first no: there are many entries, and most criteria pass with the first.
    """
    for criterion, proofs in subject.proofs.items():
        for index, entry in proofs:
            if not weak(index, entry):
                break
        else:
            if proofs:
                yield criterion, proofs
