"""What `tas value` sets: `solution="…"`, `live="1 Sep"`, `delay="1200 * 45 * 30%"`."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.diagnostics import Path
from tas_cli.edits.fields import Asked
from tas_cli.edits.named_fields import NamedFields
from tas_cli.method.value import chain_links
from tas_cli.typed.interpreter import Interpreter

_CHAIN, _DELAY = ("value", "chain"), ("value", "delay")
FIELDS: dict[str, Path] = {
    **{f"chain.{link}": (*_CHAIN, link) for link in chain_links()},
    "live": ("value", "live"),
    "months": ("value", "months"),
    "delay.formula": (*_DELAY, "formula"),
    "delay.per": (*_DELAY, "per"),
}
"""The fields that can be set, and their places in the file."""
_SHORT = {**{link: f"chain.{link}" for link in chain_links()}, "delay": "delay.formula"}
_NAMED = NamedFields(
    paths=FIELDS,
    cleared={"chain": _CHAIN, "delay": _DELAY},
    parts={"chain": 'chain.solution="…"'},
    example='chain.solution="…"',
)


def asked_of_value(assignments: Iterable[str], interpreter: Interpreter) -> list[Asked]:
    """Read assignments, each `field=value`, and check them; the last part of a name is enough.

    Raises:
        WrongCall: one of them is invalid; the message says which, and why.
    """
    return [*_NAMED.asked(map(_in_full, assignments), interpreter, _SHORT).values()]


def _in_full(assignment: str) -> str:
    name, equals, text = assignment.partition("=")
    short = name.strip()
    whole = short if short == "delay" and not text.strip() else _SHORT.get(short, name)
    return f"{whole}{equals}{text}"
