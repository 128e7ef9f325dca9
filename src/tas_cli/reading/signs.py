"""Rating signs as slides and chat programs paste them: look-alikes with the same meaning."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Node, Scalar, below

MEANT: dict[str, str] = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\ufe63": "-",
    "\uff0d": "-",
    "\uff0b": "+",
    "\uff1f": "?",
}
"""Look-alikes, and the rating that each is read as."""


def fix_signs(root: Node) -> list[Fault]:
    """Read look-alikes in rating cells as the signs that were meant, and report them."""
    faults = []
    for scalar in _ratings(root):
        sign = MEANT.get(scalar.text)
        if sign is not None:
            faults.append(
                Fault(
                    "TAS103",
                    f"{scalar.text} (U+{ord(scalar.text):04X}) looks like {sign} but is a different"
                    " character",
                    scalar.span,
                    f'write `"{sign}"`, or run `tas check --fix`',
                    fixed=True,
                    instead=(f'"{sign}"',),
                )
            )
            scalar.text, scalar.plain = sign, False
    return faults


def _ratings(root: Node) -> Iterator[Scalar]:
    for path, _, node in below(root):
        rates = path[0] == "assessments" and path[2:3] == ("ratings",) and len(path) > 4
        if rates and path[5:] in ((), ("rating",)) and isinstance(node, Scalar):
            yield node
