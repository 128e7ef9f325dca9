"""Valid opportunity files as people keep them: random content, in every YAML style.

Every comment has its own number, so that a test can tell whether one was lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import strategies as st

from tas_cli.method.catalogue import criterion_keys

# Safe without quotes anywhere; only after another word; only outside brackets; never.
FIRST = [
    "Maria",
    "über",
    "Größe",
    "日本語",
    "Ångström's",
    "e\u0301tude",
    "3M",
    "and",
    "x-sys",
    "a:b",
]
LATER = [
    *FIRST,
    "50%",
    "-",
    "x#y",
    "(new)",
    "100",
    "😀",
    "…",
    '"so"',
    "it's",
    "@home",
    "*",
    "&",
    "+",
]
BLOCK = ["1,", "[x]", "{brace}", "what?", "a,b"]
QUOTED = [
    "key: value",
    " # no comment",
    "#tag",
    "true",
    "-",
    "- dash",
    "back\\slash",
    "'",
    '"',
    "7",
]

COMPETITORS = ["x-sys", "acme", "z", "42", "y"]
_NO_TEXT = re.compile(r"[-+.\d]|true$")


@dataclass(frozen=True)
class Leaf:
    """A scalar: `words` for a text, or a kind in one bare word."""

    words: tuple[str, ...]
    bare: bool = False
    sign: bool = False

    @property
    def text(self) -> str:
        """The value."""
        return " ".join(self.words)

    def plain(self, *, flow: bool) -> bool:
        """Whether it can go without quotes."""
        first, *later = self.words
        allowed = {*LATER} if flow else {*LATER, *BLOCK}
        return self.bare or (first in FIRST and allowed.issuperset(later))


def opportunity(random: Random) -> dict[str, Any]:
    """Return an opportunity as mappings, lists and leaves; None for a key without a value."""
    parties = random.sample(COMPETITORS, random.randint(0, 3))
    known: dict[str, Any] = {
        "tas": _bare("1"),
        "name": _text(random),
        "customer": _text(random),
        "owner": _text(random),
        "external_id": _text(random),
        "amount": _bare(random.choice(["240000", "1250.50", "0"])),
        "currency": _bare(random.choice(["USD", "EUR"])),
        "future_revenue": {"one_year": _bare("5"), "three_years": _bare("12.5")},
        "expected_close": _bare("2027-06-30"),
        "status": _bare("open"),
        "competitors": {party: _competitor(random) for party in parties},
        "incumbent": random.choice([_bare("us"), [_bare("us"), *map(_bare, parties)]]),
        "compelling_event": {"what": _text(random), "date": _bare("2027-08-31")},
        "assessments": _assessments(random, ["us", *parties]),
        "strategy": {"chosen": _bare("flanking"), "reason": _text(random)},
        "history": [{"date": _bare("2026-01-02"), "field": _bare("owner"), "to": _text(random)}],
    }
    required = ("tas", "name", "customer", *(["competitors"] if parties else []))
    kept = [key for key in known if key in required or random.random() < 0.7]
    if random.random() < 0.3:
        random.shuffle(kept)
    return {
        key: None if key not in required and random.random() < 0.1 else known[key] for key in kept
    }


def _bare(text: str) -> Leaf:
    return Leaf((text,), bare=True)


def _text(random: Random) -> Leaf:
    first, later = random.choice(
        [(FIRST, FIRST), (FIRST, LATER), (FIRST, LATER + BLOCK), (QUOTED, LATER + QUOTED)]
    )
    count = random.choice([0, 1, 2, 5, 12])
    words = (random.choice(first), *(random.choice(later) for _ in range(count)))
    return Leaf(words if any(word.strip() for word in words) else ("x",))


def _competitor(random: Random) -> Any:
    return random.choice([{"name": _text(random)}, {"name": None}, {}, None])


def _assessments(random: Random, parties: list[str]) -> list[Any]:
    return [
        {
            "date": _bare(f"2026-0{month}-05"),
            **({"by": _text(random)} if random.random() < 0.5 else {}),
            "ratings": {
                key: {party: _cell(random) for party in parties if random.random() < 0.7}
                for key in random.sample(criterion_keys(), random.randint(0, 4))
            },
        }
        for month in range(1, random.randint(1, 3))
    ]


def _cell(random: Random) -> Any:
    sign = Leaf((random.choice("+-?"),), sign=True)
    if random.random() < 0.6:
        return sign
    entry = {"when": _bare("2026-01-03"), "who": _text(random), "what": _text(random)}
    cell: dict[str, Any] = {"rating": sign}
    if random.random() < 0.7:
        cell["evidence"] = random.choice([[entry], [entry, {"what": _text(random)}], [], None])
    if random.random() < 0.5:
        cell["note"] = random.choice([_text(random), None])
    return cell


@dataclass
class Pen:
    """Writes an opportunity in some style, a bit different each time.

    `odd` is how often something unusual is done; with `bare_signs` ratings lack their quotes.
    """

    random: Random
    odd: float = 0.25
    bare_signs: bool = False
    lines: list[str] = field(default_factory=list)
    comments: int = 0
    signs: int = 0

    def document(self, value: dict[str, Any]) -> bytes:
        """Return a whole file."""
        self._gap(0)
        if self._oddly():
            self.lines.append("---" + self._comment())
        if self._oddly(0.1):
            self._lines(self._flow(value, 0))
        else:
            self._mapping(value, 0)
        if self._oddly(0.3):
            self.lines.append("..." + self._comment())
            self._gap(0)
        newline = self.random.choice(["\n", "\n", "\r\n"])
        end = "" if self._oddly() else newline
        mark = "\ufeff" if self._oddly() else ""
        return (mark + newline.join(self.lines) + end).encode()

    def _oddly(self, more: float = 1.0) -> bool:
        return self.random.random() < self.odd * more

    def _comment(self) -> str:
        """Return what may be at the end of a line."""
        if not self._oddly():
            return self.random.choice(["", "", "", " ", "  ", "\t"]) if self._oddly() else ""
        self.comments += 1
        return f"{' ' * self.random.randint(1, 4)}#{self.comments}; {{ö: - 'x"

    def _gap(self, indent: int) -> None:
        """Write what may be between two entries."""
        while self._oddly():
            if self._oddly(2):
                self.lines.append(" " * self.random.choice([0, 0, indent]))
            else:
                self.comments += 1
                at = " " * self.random.choice([0, indent])
                self.lines.append(f"{at}#{self.comments}; - name: {{日本: x")

    def _lines(self, text: str, before: str = "") -> None:
        self.lines += (before + text + self._comment()).split("\n")

    def _mapping(self, value: dict[str, Any], indent: int, lead: str | None = None) -> None:
        """Write entries at a column; `lead` goes before the first of them."""
        for key, part in value.items():
            if lead is None:
                self._gap(indent)
            space = " " if self._oddly(0.2) else ""
            head = f"{' ' * indent if lead is None else lead}{self._key(key)}{space}:"
            lead = None
            self._entry(head, part, indent)

    def _key(self, key: str) -> str:
        return f'"{key}"' if key == "y" or self._oddly(0.2) else key

    def _entry(self, head: str, part: Any, indent: int) -> None:
        gap = " " * (self.random.randint(1, 4) if self._oddly() else 1)
        if part is None:
            self.lines.append(head + self._comment())
        elif isinstance(part, Leaf) and self._as_block_text(part):
            self._block_text(head + gap, part, indent)
        elif isinstance(part, Leaf) or not part or self._in_flow(part):
            own_line = self._oddly(0.3)
            if own_line and not (self.bare_signs and isinstance(part, Leaf)):  # `-` makes a list
                self.lines.append(head + self._comment())
                head, gap = " " * (indent + self.random.randint(1, 5)), ""
                self._gap(indent) if self._oddly() else None
            self._lines(self._flow_or_leaf(part, indent), head + gap)
        else:
            self.lines.append(head + self._comment())
            step = self.random.randint(1, 8) if self._oddly() else 2
            if isinstance(part, dict):
                self._mapping(part, indent + step)
            else:
                self._list(part, indent + (0 if self._oddly() else step))

    def _in_flow(self, part: Any) -> bool:
        small = all(
            isinstance(inner, Leaf) for inner in (part.values() if isinstance(part, dict) else part)
        )
        return self.random.random() < (0.7 if small else 0.15)

    def _as_block_text(self, leaf: Leaf) -> bool:
        return not leaf.bare and not leaf.sign and self._oddly(0.5)

    def _block_text(self, before: str, leaf: Leaf, indent: int) -> None:
        header = self.random.choice("|>") + self.random.choice(["", "", "-", "+"])
        self.lines.append(before + header + self._comment())
        at = " " * (indent + self.random.randint(1, 5))
        self.lines.append(at + " ".join(leaf.words).lstrip())
        for _ in range(self.random.randint(0, 3)):
            words = self.random.choice(["", "", "more words", "- #no comment", "k: v", "  further"])
            self.lines.append(at + words if words else "")

    def _list(self, value: list[Any], indent: int) -> None:
        for item in value:
            self._gap(indent)
            dash = " " * indent + "-"
            gap = self.random.randint(1, 4) if self._oddly() else 1
            if isinstance(item, Leaf) or self._in_flow(item):
                self._lines(self._flow_or_leaf(item, indent), dash + " " * gap)
            elif self._oddly(0.3):
                self.lines.append(dash + self._comment().replace("\t", " "))
                self._mapping(item, indent + 1 + gap)
            else:
                self._mapping(item, indent + 1 + gap, dash + " " * gap)

    def _flow_or_leaf(self, part: Any, indent: int) -> str:
        return (
            self._leaf(part, indent, flow=False)
            if isinstance(part, Leaf)
            else self._flow(part, indent)
        )

    def _flow(self, value: Any, indent: int) -> str:
        if isinstance(value, Leaf):
            return self._leaf(value, indent, flow=True)
        wide = self._oddly()
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        parts = (
            [self._pair(key, part, indent) for key, part in value.items()]
            if isinstance(value, dict)
            else [self._flow(part, indent) for part in value]
        )
        text = opening + self._space(indent, wide=wide)
        for number, part in enumerate(parts, 1):
            more = number < len(parts)
            comma = "," if more or self._oddly(0.3) else ""
            text += part + (" " if self._oddly(0.3) else "") + comma
            text += (" " if more else "") + self._space(indent, wide=wide)
        return text + closing

    def _pair(self, key: str, part: Any, indent: int) -> str:
        if part is None:
            return f'"{key}":' if self._oddly() else f"{self._key(key)}: "
        return f"{self._key(key)}:{' ' * self.random.randint(1, 2)}{self._flow(part, indent)}"

    def _space(self, indent: int, *, wide: bool) -> str:
        if not wide:
            return " " if self._oddly() else ""
        return f"{self._comment()}\n{' ' * (indent + self.random.randint(1, 6))}"

    def _leaf(self, leaf: Leaf, indent: int, *, flow: bool) -> str:
        if leaf.sign:
            return self._sign(leaf.text)
        fold = self._fold(indent) if not leaf.bare and self._oddly(0.5) else " "
        if leaf.plain(flow=flow) and not self._oddly():
            return self._folded(leaf.words, fold)
        if self._oddly(2):
            return "'" + self._folded([word.replace("'", "''") for word in leaf.words], fold) + "'"
        words = [word.replace("\\", "\\\\").replace('"', '\\"') for word in leaf.words]
        return '"' + self._folded(words, fold) + '"'

    def _sign(self, sign: str) -> str:
        if self.bare_signs and self.random.random() < 0.5:
            self.signs += sign != "+"
            return sign
        if sign == "+" and self._oddly():
            return sign
        return (
            self.random.choice(['"', '"', "'"]).join(["", sign, ""])
            if self._oddly()
            else f'"{sign}"'
        )

    def _fold(self, indent: int) -> str:
        return f"{' ' if self._oddly() else ''}\n{' ' * (indent + self.random.randint(1, 6))}"

    def _folded(self, words: list[str] | tuple[str, ...], fold: str) -> str:
        """Join words; between two of them the text may continue on the next line."""
        text = words[0]
        for before, word in pairwise(words):
            can = fold != " " and word[:1].isalpha() and before[-1:].isalpha()
            text += (fold if can and self.random.random() < 0.5 else " ") + word
        return text


RANDOMS = st.integers(0, 2**32 - 1).map(Random)
"""Random seeds: a file has too many choices to draw them one by one."""


def files(*, odd: float = 0.25, bare_signs: bool = False) -> st.SearchStrategy[bytes]:
    """Valid opportunity files."""
    return RANDOMS.map(
        lambda random: Pen(random, odd, bare_signs=bare_signs).document(opportunity(random))
    )
