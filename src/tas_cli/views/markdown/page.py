"""A page as markdown, ready to post: its words cannot become markup, links or mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tas_cli.views.markdown.words import plain, table
from tas_cli.views.page import (
    NUMBER,
    SIGN,
    STRONG,
    Block,
    Figure,
    Items,
    On,
    Page,
    Paragraph,
    Part,
    Section,
    Table,
    Title,
    bare,
    styled,
)
from tas_cli.views.safe import safe

_LIST = re.compile(r"^(\s*)(?=[-+=])|^(\s*\d+)(?=[.)])")
"""A beginning that would turn words into a list, a rule or a heading."""
_SIGNS = {*SIGN.values(), "!"}


def markdown(page: Page) -> str:
    """Return the page as markdown."""
    return "\n\n".join(_chunks(page)) + "\n"


def _chunks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what blank lines separate; consecutive paragraphs form one chunk."""
    for kind, group in groupby(_spread(blocks), type):
        if kind is Paragraph:
            yield "  \n".join(_begun(each.words) for each in group if isinstance(each, Paragraph))
        else:
            yield from (chunk for block in group for chunk in _chunk(block))


def _spread(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, with a title's facts as a paragraph, and without empty paragraphs."""
    for block in blocks:
        if not isinstance(block, Paragraph) or bare(block.words):
            yield block
        if isinstance(block, Title) and block.facts:
            apart = (part for fact in block.facts for part in (" · ", fact))
            yield Paragraph((*apart,)[1:])


def _chunk(block: Block) -> Iterator[str]:
    match block:
        case Title(title):
            yield f"## {plain(title)}"
        case Section():
            below = list(_chunks(block.blocks))
            yield from [f"### {plain(block.heading)}", *below] if below else []
        case Items(found) if found:
            yield "\n".join(_items(block))
        case Table():
            yield "\n".join(_rows(block))
        case Figure(caption=caption, data=data):
            yield from _chunks([Paragraph(caption), data])
        case _:
            yield from []


def _items(block: Items) -> Iterator[str]:
    """Yield the lines of a list; an item with a command is one line, to fit in a channel."""
    for number, each in enumerate(block.items, 1):
        bullet = f"{number}." if block.bullet == NUMBER else "-"
        begun = f"{bullet} {_mark(bare([each.mark]).strip())}{_begun(each.words)}"
        if each.command:
            below = " ".join(_words([line]) for line in each.below)
            yield f"{' · '.join(filter(None, (begun, below)))} {_code(each.command)}"
            continue
        yield begun
        inside = " " * (len(bullet) + 1)
        yield from (f"{inside}- {_begun([line])}" for line in each.below)


def _code(command: str) -> str:
    """Return a command as code; one with a backtick in it cannot be, and stays words."""
    shown = safe(command)
    return plain(command) if "`" in shown else f"`{shown}`"


def _mark(mark: str) -> str:
    return f"**{mark}** " if mark in _SIGNS else f"{plain(mark)}: " if mark else ""


def _rows(block: Table) -> list[str]:
    shown = [at for at, each in enumerate(block.columns) if On.DOCUMENT in each.on]
    heads = [plain(block.columns[at].head) for at in shown]
    rows = ([_words(row[at]) for at in shown] for row in block.rows)
    return table(heads, rows, [n for n, at in enumerate(shown) if block.columns[at].right])


def _begun(words: Iterable[Part]) -> str:
    """Return words for the beginning of a line, where they become neither a list nor a heading."""
    return _LIST.sub(r"\1\2\\", _words(words))


def _words(words: Iterable[Part]) -> str:
    return "".join(_styled(*styled(part)) for part in words)


def _styled(words: str, style: str) -> str:
    shown = safe(words)
    core = shown.strip()
    return shown.replace(core, f"**{plain(core)}**") if style == STRONG and core else plain(shown)
