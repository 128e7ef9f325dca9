"""What the models reject, put into words for people: one finding for each cause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import criteria
from tas_cli.model.paths import known_keys
from tas_cli.model.scalars import TOO_LONG
from tas_cli.reading.meant import meant
from tas_cli.reading.nearest import either, nearest
from tas_cli.reading.reshaped import reshaped
from tas_cli.reading.violations import Violation
from tas_cli.source.characters import LOOK_ALIKE, MARKS, SPACES, named
from tas_cli.source.nodes import Bare

_SHAPES = {
    "model_type": "a mapping (`key: value` lines)",
    "model_attributes_type": "a mapping (`key: value` lines)",
    "dict_type": "a mapping (`key: value` lines)",
    "list_type": "a list (lines that start with `- `)",
}
_KEY = "[key]"
_CURLY_QUOTES = set("“”„‟‘’‚‛«»")
_A_KEY = "a valid key here"
_IN_ONE_FORM = {"date", "amount", "signed_amount", "rate"}
"""What people write in many forms, of which a file accepts one."""


def complaints(error: ValidationError, model: type[BaseModel]) -> Iterator[Violation]:
    """Yield what is wrong; an unknown format version is then the only finding."""
    details = error.errors(include_url=False)
    foreign = [detail for detail in details if detail["type"] == "format_version"]
    for detail in foreign or details:
        yield _finding(detail, model)


def one_for_each_cause(findings: list[Violation]) -> list[Violation]:
    """Leave out what is missing only because its key is misspelled."""
    misspelled = {finding.meant for finding in findings}
    return [
        finding
        for finding in findings
        if finding.code != "TAS106" or finding.path not in misspelled
    ]


def _finding(detail: ErrorDetails, model: type[BaseModel]) -> Violation:
    location: Path = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "missing":
        return _missing(location)
    if kind == "extra_forbidden":
        return unknown_key(location, known_keys(model, location[:-1]))
    if location and location[-1] == _KEY:
        return wrong_key(location[:-1], detail)
    if kind in _SHAPES:
        return _wrong_shape(location, detail["input"], _SHAPES[kind], model)
    return _wrong_value(location, detail)


def _missing(path: Path) -> Violation:
    value = "1" if path == ("tas",) else "…"
    return Violation(
        "TAS106", f"`{path[-1]}` is missing", path, f"add the line `{path[-1]}: {value}`"
    )


def unknown_key(path: Path, known: list[str], what: str = _A_KEY) -> Violation:
    """Return the finding for a key that does not belong in its place."""
    name = str(path[-1])
    if set(name) & _CURLY_QUOTES:
        plain = 'replace the curly quotes with straight ones: "…"'
        return Violation("TAS105", f"`{_short(name)}` is not {what}", path, plain, on_key=True)
    meant = _by_name(name, known) or nearest(name, known)
    listed = f"valid keys: {', '.join(known)}" if known else None
    instead = meant or _plain(name)
    advice = _unseen(name, instead) or (f"did you mean `{meant}`?" if meant else listed)
    place = (*path[:-1], meant) if meant else None
    message = f"`{_short(name)}` is not {what}"
    return Violation("TAS105", message, path, advice, on_key=True, meant=place, instead=(instead,))


def _by_name(name: str, known: list[str]) -> str | None:
    """Return the criterion with that number or title: people know criteria by these."""
    words = name.replace("_", " ").replace("-", " ").lower()
    return next(
        (
            criterion.key
            for criterion in criteria()
            if criterion.key in known
            and words in (str(criterion.number), criterion.short.lower(), criterion.title.lower())
        ),
        None,
    )


def wrong_key(path: Path, detail: ErrorDetails) -> Violation:
    """Return the finding for a key that is not a valid name of its kind."""
    context = detail.get("ctx", {})
    expected, names = context.get("expected", "a valid name"), context.get("names")
    if names:
        return unknown_key(path, names.split(), expected)
    message = f"`{_short(str(path[-1]))}` is not {expected}"
    finding = Violation("TAS108", message, path, context.get("wanted"), on_key=True)
    return _with_meant(finding, detail)


def _unseen(text: str, plain: str) -> str | None:
    """Name a character that looks like a space or like nothing, with the text without it."""
    found = LOOK_ALIKE.search(text)
    if found is None:
        return None
    return f"it contains {named(found[0])}: write `{_short(plain)}`"


def _plain(text: str) -> str:
    """Return a text without characters that look like a space or like nothing."""
    return MARKS.sub("", SPACES.sub(" ", text)).strip()


def _wrong_shape(path: Path, value: Any, expected: str, model: type[BaseModel]) -> Violation:
    message, known = f"expected {expected}, but found {_what(value)}", known_keys(model, path)
    shape, advice = "mapping", _example(path, known) or "write `key: value` lines below it"
    if expected == _SHAPES["list_type"]:
        shape, known = "list", known_keys(model, (*path, 0))
        advice = "put each entry on a line of its own, starting with `- `"
    if isinstance(value, dict):
        first = next(iter(value), "…")
        advice = f"start each entry with a dash, `- {first}: …`, and align its other keys below it"
    return _with_shape(Violation("TAS107", message, path, advice), value, shape, known)


def _with_shape(finding: Violation, value: Any, shape: str, known: list[str]) -> Violation:
    """Add the value in the shape that was probably meant, if its words say that."""
    found = reshaped(value, shape, finding.path, known)
    return _guessed(finding, [found]) if found else finding


def _guessed(finding: Violation, found: list[str]) -> Violation:
    """Add suggestions to a finding's help."""
    advice = f"did you mean {either([f'`{text}`' for text in found])}?"
    otherwise = f" Otherwise {finding.help}" if finding.help else ""
    return finding._replace(help=advice + otherwise, instead=tuple(found))


def _example(path: Path, known: list[str]) -> str | None:
    """Return what to write where a mapping or list belongs."""
    if len(path) == 4 and path[2] == "ratings":
        return 'write who is rated, and the sign: {us: "+"}'
    if path == ("competitors",):
        return "write one line for each below it, such as x-sys: {name: X-Sys}"
    return f"write its keys below it: {', '.join(known)}" if known else None


def _wrong_value(path: Path, detail: ErrorDetails) -> Violation:
    value, kind = detail["input"], detail["type"]
    context = detail.get("ctx", {})
    expected, wanted = context.get("expected", "a value"), context.get("wanted")
    if isinstance(value, (dict, list)):
        message = f"expected {expected}, but found {_what(value)}"
        advice = "write a single text, in quotes" if kind == "text" else wanted
        return _with_shape(Violation("TAS107", message, path, advice), value, "scalar", [])
    if kind == "format_version":
        return Violation(
            "TAS115", f"tas does not know version {_short(str(value))} of the format", path, wanted
        )
    if kind == "impossible_date":
        finding = Violation("TAS110", f"{_short(str(value))} is not {expected}", path, wanted)
        return _with_meant(finding, detail)
    if kind == "text" and isinstance(value, Bare):
        message = f"{_short(value.text)} without quotes is {_bare_kind(value)}, not text"
        quoted = f'"{_short(value.text)}"'
        return Violation(
            "TAS109", message, path, f"put it in quotes: `{quoted}`", instead=(quoted,)
        )
    if kind == "text":
        return Violation("TAS106", f"`{path[-1]}` is empty", path, "write at least one word")
    readable = " that tas can read" if kind in _IN_ONE_FORM else ""
    wrong = "has too many digits" if kind == TOO_LONG else f"is not {expected}{readable}"
    finding = Violation("TAS108", f"{_short(str(value))!r} {wrong}", path, wanted)
    return _with_meant(finding, detail)


def _with_meant(finding: Violation, detail: ErrorDetails) -> Violation:
    """Add what was probably meant to a finding about a scalar."""
    text, names = str(detail["input"]), str(detail.get("ctx", {}).get("names", "")).split()
    plain = _plain(text)
    found = [each for each in meant(detail["type"], plain, names) if each != text]
    unseen = _unseen(text, (found or [plain])[0])
    if unseen:
        return finding._replace(help=unseen, instead=tuple(found[:1]))
    return _guessed(finding, found) if found else finding


def _bare_kind(value: Bare) -> str:
    text = value.text.lower()
    if text in ("true", "false"):
        return "a yes/no value"
    return "an empty value" if text in ("null", "~") else "a number"


def _what(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"{_short(str(value))!r}" if str(value) else "nothing"


def _short(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
