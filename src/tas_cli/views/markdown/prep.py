"""`tas prep --format markdown`."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.board.prep import Prep
from tas_cli.views.markdown.words import plain
from tas_cli.views.prep import Section, nothing, process, sections
from tas_cli.views.verdict import choice, verdict


def prep(name: str, shown: Prep) -> str:
    """Return what to prepare for the deal of that id."""
    opportunity, decision = shown.deal.opportunity, shown.deal.decision
    said = "".join(part if isinstance(part, str) else part[0] for part in verdict(decision))
    strategy = plain(f"{said} {choice(opportunity, decision)}")
    lines = [
        f"## {plain(opportunity.name)}, {plain(opportunity.customer)}",
        "",
        f"{plain(name)}, as of {shown.deal.day}. {strategy} {plain(process(shown))}".rstrip(),
        "",
    ]
    if shown.empty:
        lines += [plain(nothing(shown)), ""]
    for section in sections(shown):
        lines += [f"### {plain(section.title)}", "", *_items(section), ""]
    return "\n".join(lines)


def _items(section: Section) -> Iterator[str]:
    if section.short:
        more = f"; and {section.more} more" if section.more else ""
        yield "; ".join(plain(item.head) for item in section.items) + more
        return
    for item in section.items:
        words = f": {plain(item.words)}" if item.words else ""
        late = " (overdue)" if item.urgent else ""
        yield f"- **{plain(item.head.rstrip('.'))}**{words}{late}"
        yield from (f"  - {plain(question)}" for question in item.below)
    if section.more:
        yield f"- and {section.more} more"
