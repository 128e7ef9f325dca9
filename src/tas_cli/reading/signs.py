"""Rating signs as slides and chat programs paste them: another character, the same meaning."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.source.faults import Fault
from tas_cli.source.nodes import Mapping, Node, Scalar, Sequence

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
"""Foreign signs, and the rating that each is read as."""


def mend_signs(root: Node) -> list[Fault]:
    """Read foreign signs in rating cells as the ones they stand for, and say so."""
    faults = []
    for scalar in _ratings(root):
        sign = MEANT.get(scalar.text)
        if sign is not None:
            faults.append(
                Fault(
                    "TAS103",
                    f"{scalar.text} (U+{ord(scalar.text):04X}) looks like {sign} but is another"
                    " character",
                    scalar.span,
                    f'write `"{sign}"`, with the quotes',
                    mended=True,
                    instead=(f'"{sign}"',),
                )
            )
            scalar.text, scalar.plain = sign, False
    return faults


def _ratings(root: Node) -> Iterator[Scalar]:
    for assessment in _items(_value(root, "assessments")):
        for _, parties in _entries(_value(assessment, "ratings")):
            for _, cell in _entries(parties):
                rating = _value(cell, "rating") if isinstance(cell, Mapping) else cell
                if isinstance(rating, Scalar):
                    yield rating


def _value(node: Node | None, key: str) -> Node | None:
    return next((value for name, value in _entries(node) if name.text == key), None)


def _entries(node: Node | None) -> list[tuple[Scalar, Node]]:
    return node.entries if isinstance(node, Mapping) else []


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []
