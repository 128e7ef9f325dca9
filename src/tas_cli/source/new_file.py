"""The text of a new opportunity file, with comments for the person who continues it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tas_cli.source.scalars import scalar
from tas_cli.source.values import in_flow


@dataclass(frozen=True)
class NewDeal:
    """What is known about a new opportunity, all as text; reading it back validates it."""

    name: str
    customer: str
    owner: str | None = None
    amount: str | None = None
    currency: str | None = None
    expected_close: str | None = None
    competitors: dict[str, str] = field(default_factory=dict)
    incumbent: tuple[str, ...] = ()


def compose(draft: NewDeal, *, schema: str) -> str:
    """Return the file's text; `schema` is the path to the schema from the file's folder."""
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "tas: 1",
        f"name: {scalar(draft.name)}",
        f"customer: {scalar(draft.customer)}",
        _line("owner", draft.owner and scalar(draft.owner)),
        _line("amount", draft.amount, "digits, without separators"),
        _line("currency", draft.currency, "ISO 4217 code; default: see tas.yaml"),
        _line("expected_close", draft.expected_close, "year-month-day"),
        "",
        *_competitors(draft),
        _line("incumbent", _incumbent(draft), "who is in place today: us, a competitor, nobody"),
        "",
        "# compelling_event:               # why the customer must act, and by when",
        '#   what: "…"',
        "#   date: 2027-01-31",
        "",
        '# Ratings are "+", "-" and "?", always in quotes. `tas explain 5` explains #5.',
        "# assessments:",
        "#   - date: 2026-01-31",
        "#     ratings:",
        "#       compelling_event:",
        "#         us:",
        '#           rating: "+"',
        "#           evidence:",
        '#             - {when: 2026-01-30, who: "name, role", what: "what was said or done"}',
        '#       solution_fit: {us: "?"}',
    ]
    return "\n".join(lines) + "\n"


def _line(key: str, value: str | None, comment: str = "") -> str:
    """Return `key: value`, or the key as a comment if there is no value yet."""
    text = f"{key}: {value}" if value else f"# {key}:"
    return f"{text:<34}# {comment}" if comment and not value else text


def _competitors(draft: NewDeal) -> list[str]:
    if not draft.competitors:
        return [
            f"{'# competitors:':<34}# the first one is the primary competitor",
            "#   their-id: {name: Their Name}",
        ]
    return [
        f"{'competitors:':<34}# the first one is the primary competitor",
        *(f"  {key}: {in_flow({'name': name})}" for key, name in draft.competitors.items()),
    ]


def _incumbent(draft: NewDeal) -> str | None:
    if len(draft.incumbent) > 1:
        return f"[{', '.join(draft.incumbent)}]"
    return draft.incumbent[0] if draft.incumbent else None
