"""Golden files: what calls print and write, as text that can be compared.

A recording is one text for each section of `golden_calls`. Machine paths and the program's version
are replaced, and bytes that cannot be seen are named; all else is exactly what the program gave.
"""

from __future__ import annotations

import difflib
import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tas_cli import __version__

EXPECTED = Path(__file__).parent / "expected"
PLAIN_AT_MOST = 60_000
"""Characters: a longer recording is kept compressed."""
SHOWN_AT_MOST = 20_000
"""Bytes: of a larger file that a call made, the digest is kept."""

PROSE = frozenset(
    {
        *("about", "advice", "against_pole", "duties", "help", "instead", "message", "why"),
        *("description", "enumDescriptions", "errorMessage", "markdownDescription"),
        *("markdown", "patternErrorMessage", "text"),
        *("asks", "caveat", "derivation", "example", "forms", "minus", "plus", "purpose"),
        *("question", "questions", "reading", "role", "summary", "title"),
    }
)
"""Keys of JSON output whose texts are sentences, the method's among them, or lists of such."""
EXAMPLES = frozenset({"bad", "good"})
"""Keys of JSON output whose texts are whole files with quoted prose in them, or a sentence each."""
FINGERPRINTS = frozenset({"fingerprint", "fingerprints", "partialFingerprints"})
"""Keys by which platforms know a finding again."""

_CALL = "════ $ tas "
_PART = re.compile(r"(?m)^──── (.*)\n")
_WORDED = re.compile(r"(made|changed) (\w+/)?(report\.\w+|schemas/\w+\.schema\.json)")
_QUOTED, _SIGN = re.compile(r'"[^"\n]*"'), len('"+"')
_UNSEEN = {"\r": "␍", "\ufeff": "<BOM>", "\t": "<TAB>"}


@dataclass(frozen=True)
class Call:
    """What one call left behind; `written` has a unified diff for each file that it changed."""

    line: str
    status: int
    out: str
    err: str
    written: dict[str, str]

    def __str__(self) -> str:
        """The call as it stands in a recording."""
        parts = {"out": self.out, "err": self.err, **self.written}
        blocks = "".join(f"──── {name}\n{_block(text)}" for name, text in parts.items() if text)
        return f"{_CALL}{self.line}\n──── status {self.status}\n{blocks}"


def _block(text: str) -> str:
    return text if text.endswith("\n") else f"{text}␃\n"


def seen(text: str, root: Path) -> str:
    """Return output without what differs from machine to machine, and with the unseen named."""
    text = text.replace(str(root), "ROOT").replace(
        f'"version": "{__version__}"', '"version": "VERSION"'
    )
    return "".join(_UNSEEN.get(each, each) for each in text)


def files_below(root: Path) -> dict[str, bytes]:
    """Return the content of all files, git's own left out."""
    found = (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())
    named = {str(path.relative_to(root)): path for path in found}
    return {name: path.read_bytes() for name, path in named.items() if ".git/" not in name}


def written(before: dict[str, bytes], after: dict[str, bytes], root: Path) -> dict[str, str]:
    """Return a unified diff for each file that is new, changed or gone."""
    names = sorted(name for name in before | after if before.get(name) != after.get(name))
    return {
        f"{_fate(name, before, after)} {name}": _change(
            before.get(name, b""), after.get(name, b""), root
        )
        for name in names
    }


def _fate(name: str, before: dict[str, bytes], after: dict[str, bytes]) -> str:
    if name not in before:
        return "made"
    return "changed" if name in after else "removed"


def _change(before: bytes, after: bytes, root: Path) -> str:
    if max(len(before), len(after)) > SHOWN_AT_MOST:
        return f"{len(after)} bytes, SHA-256 {hashlib.sha256(after).hexdigest()}\n"
    old, new = (seen(data.decode(errors="backslashreplace"), root) for data in (before, after))
    lines = difflib.unified_diff(_lines(old), _lines(new), n=1)
    return "".join(_block(line) for line in list(lines)[2:])


def _lines(text: str) -> list[str]:
    return [line for line in re.split(r"(?<=\n)", text) if line]


def load(name: str) -> list[str]:
    """Return the calls of a recording as they were kept."""
    packed = EXPECTED / f"{name}.txt.gz"
    if packed.exists():
        text = gzip.decompress(packed.read_bytes()).decode()
    else:
        text = (EXPECTED / f"{name}.txt").read_bytes().decode()
    return [_CALL + part for part in text.split(_CALL)[1:]]


def save(name: str, calls: list[str]) -> None:
    """Keep a recording in place of the one before."""
    EXPECTED.mkdir(exist_ok=True)
    text = "".join(calls)
    plain, packed = EXPECTED / f"{name}.txt", EXPECTED / f"{name}.txt.gz"
    for path in (plain, packed):
        path.unlink(missing_ok=True)
    if len(text) > PLAIN_AT_MOST:
        packed.write_bytes(gzip.compress(text.encode(), mtime=0))
    else:
        plain.write_bytes(text.encode())


def meaning(call: str) -> str:
    """Return a recorded call without prose: for a comparison while wording may change.

    Of JSON output the texts of `PROSE` and `FINGERPRINTS` go; of any other output all goes but for
    the places of findings in reports for platforms. Status and written bytes stay, except for the
    content of a report that `check --output` wrote, and of the schemas: `tas schema` prints them.
    """
    head, *parts = _PART.split(call)
    named = zip(parts[::2], parts[1::2], strict=True)
    kept = [f"──── {name}\n{_meaning_of(name, text)}" for name, text in named if name != "err"]
    return head + "".join(kept)


def _meaning_of(name: str, text: str) -> str:
    if _WORDED.fullmatch(name):
        return ""
    if name != "out":
        return text
    document = _document(text)
    if document is not None:
        return _pretty(_masked(document))
    if text.startswith("<?xml"):
        return re.sub(r'(?s) message="[^"]*"|>[^<]+<', "", text)
    return re.sub(r"(?m)(?<=[^\n])::.*$|^(?!::).*\n", "", text) if text.startswith("::") else ""


def _document(text: str) -> Any:
    """Return the JSON object or list that an output is, None if it is something else."""
    try:
        found = json.loads(text) if text[:1] in "{[" else None
    except ValueError:
        return None
    return found


def _pretty(document: Any) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _is_prose(key: str, value: Any) -> bool:
    """Whether a value is a text or a list of texts: how many there are is wording, too."""
    texts = value if isinstance(value, list) and value else [value]
    if not all(isinstance(each, str) for each in texts):
        return False
    return key in PROSE or (key in EXAMPLES and "\n" not in value)


def _quoted_masked(text: str) -> str:
    return _QUOTED.sub(lambda found: found[0] if len(found[0]) == _SIGN else '"…"', text)


def _masked(value: Any, key: str = "") -> Any:
    if key in FINGERPRINTS or _is_prose(key, value):
        return "…"
    if key in EXAMPLES and isinstance(value, str):
        return _quoted_masked(value)
    if isinstance(value, dict):
        return {name: _masked(inner, name) for name, inner in value.items()}
    return [_masked(inner, key) for inner in value] if isinstance(value, list) else value


def difference(expected: list[str], got: list[str]) -> str:
    """Return how many calls differ, and the first one of them as a unified diff; "" if none."""
    pairs = [pair for pair in _paired(expected, got) if pair[0] != pair[1]]
    if not pairs:
        return ""
    old, new = (_readable(call).splitlines() for call in pairs[0])
    diff = list(difflib.unified_diff(old, new, "as recorded", "now", n=2, lineterm=""))
    line = (pairs[0][1] or pairs[0][0]).splitlines()[0]
    more = ["…"] if len(diff) > 120 else []
    return "\n".join([f"{len(pairs)} calls differ; the first one:", line, *diff[:120], *more])


def _paired(expected: list[str], got: list[str]) -> list[tuple[str, str]]:
    """Return calls of the same line beside each other, in the recording's order."""
    old, new = ({call.splitlines()[0]: call for call in calls} for calls in (expected, got))
    return [(old.get(line, ""), new.get(line, "")) for line in old | new]


def _readable(call: str) -> str:
    """Return a call in which JSON on a single line is spread over many."""
    head, *parts = _PART.split(call)
    spread = [
        _pretty(document) if len(part) > 300 and (document := _document(part)) else part
        for part in parts
    ]
    return "\n".join([head, *spread])
