"""How editors use the schemas, with the language server of VS Code and others.

`TAS_YAML_LANGUAGE_SERVER` is the path of `yaml-language-server`, or of its script for node. Install
it with `npm install --prefix DIR yaml-language-server`; it is in DIR/node_modules/.bin.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from language_server import LanguageServer

from tas_cli.method.catalogue import criteria, criterion_keys

PROGRAM = os.environ.get("TAS_YAML_LANGUAGE_SERVER", "")
pytestmark = pytest.mark.skipif(
    not PROGRAM, reason="TAS_YAML_LANGUAGE_SERVER does not say where yaml-language-server is"
)

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("opportunities/**/*.yaml")), ROOT / "tas.yaml"]
DEAL = """\
# yaml-language-server: $schema=../schemas/opportunity.schema.json
tas: 1
name: Platform
customer: National
competitors: {x-sys: {name: X-Sys}}
"""
RATINGS = DEAL + "assessments:\n  - date: 2026-10-05\n    ratings:\n"
_NAMES = (ROOT / "opportunities" / f"not-saved-{number}.yaml" for number in count())


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """Yield a running language server for the example workspace."""
    with LanguageServer(PROGRAM, ROOT) as running:
        yield running


def _typed(server: LanguageServer, text: str) -> tuple[Path, int, int]:
    """Open a new file with the text, and return the place of the cursor `|` in it."""
    before, _, after = text.partition("|")
    path = next(_NAMES)
    server.open(path, before + after)
    return path, before.count("\n"), len(before.rpartition("\n")[2])


def _inserted(items: list[dict[str, Any]]) -> list[str]:
    """Return the text that the offered items insert."""
    return [item["textEdit"]["newText"] for item in items]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_examples_have_no_mistakes(server: LanguageServer, path: Path) -> None:
    """An editor has no complaints about the files of the example workspace."""
    assert server.open(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (DEAL + "owmer: nicole\n", 6, "owmer is not allowed"),
        (DEAL + "owner: 12\n", 6, "string"),
        (DEAL + "expected_close: 31.3.2027\n", 6, "year-month-day"),
        (DEAL + "amount: 3,000,000\n", 6, "use digits"),
        (DEAL + "strategy:\n  chosen: flank\n", 7, "flanking"),
        (DEAL + "strategy:\n  answers: {three_to_one: {answer: maybe}}\n", 7, "yes"),
        (RATINGS + '      solutoin_fit: {us: "+"}\n', 9, "solutoin_fit is not allowed"),
        (RATINGS + '      solution_fit:\n        us: "x"\n', 10, "including the quotes"),
        (RATINGS + "      solution_fit:\n        us: {rating: good}\n", 10, "including the quotes"),
        (RATINGS + "      solution_fit:\n        us: -\n", 10, ""),
        (RATINGS + "      solution_fit: {us: ?}\n", 9, ""),
        (RATINGS + '      solution_fit: {X Sys: "+"}\n', 9, "lowercase letters"),
    ],
)
def test_a_mistake_is_shown_on_its_line(
    server: LanguageServer, text: str, line: int, message: str
) -> None:
    """A mistake is underlined at its place, and the message helps to fix it."""
    found = server.open(next(_NAMES), text)
    assert [one["range"]["start"]["line"] + 1 for one in found] == [line] * len(found) != []
    assert message in found[0]["message"]


def test_an_empty_value_is_not_a_mistake(server: LanguageServer) -> None:
    """A key without a value, as while typing, gets no complaint."""
    empty = "owner:\nstatus:\nclosed:\nassessments:\nincumbent:\nstrategy:\n  answers:\n"
    assert server.open(next(_NAMES), DEAL + empty) == []


@pytest.mark.parametrize("typed", ["      |\n", "      sol|\n"])
def test_the_criteria_are_offered(server: LanguageServer, typed: str) -> None:
    """In place of a criterion, the twenty are offered with what they are about."""
    items = server.complete(*_typed(server, RATINGS + typed))
    assert [item["label"] for item in items] == list(criterion_keys())
    assert all(
        criterion.about in item["documentation"]["value"]
        for criterion, item in zip(criteria(), items, strict=True)
    )


@pytest.mark.parametrize(
    "typed",
    [
        "      solution_fit:\n        us: |\n",
        "      solution_fit:\n        x-sys: |\n",
        "      solution_fit: {us: |}\n",
        "      solution_fit:\n        us:\n          rating: |\n",
    ],
)
def test_ratings_are_offered_in_quotes(server: LanguageServer, typed: str) -> None:
    """In place of a rating, exactly the three are offered, and inserted in quotes."""
    items = server.complete(*_typed(server, RATINGS + typed))
    assert _inserted(items) == ['"+"', '"-"', '"?"']


def test_our_party_is_offered(server: LanguageServer) -> None:
    """Under a criterion, `us` is offered."""
    items = server.complete(*_typed(server, RATINGS + "      solution_fit:\n        |\n"))
    assert _inserted(items) == ["us: "]


@pytest.mark.parametrize("key", ["owner", "amount", "closed", "expected_close", "status"])
def test_null_is_never_offered(server: LanguageServer, key: str) -> None:
    """No completion inserts `null`, which the reader refuses."""
    items = server.complete(*_typed(server, f"{DEAL}{key}: |\n"))
    assert "null" not in _inserted(items)


def test_a_criterion_explains_itself(server: LanguageServer) -> None:
    """Hovering over a criterion shows its number and name, its poles and what + and - claim."""
    text = RATINGS + '      solu|tion_fit:\n        us: "+"\n'
    shown = server.hover(*_typed(server, text))
    fit = next(criterion for criterion in criteria() if criterion.key == "solution_fit")
    assert f"{fit.number} {fit.title}" in shown
    for words in (fit.about, fit.plus_pole, fit.plus, fit.minus_pole, fit.minus):
        assert words in shown


def test_a_strategy_explains_itself(server: LanguageServer) -> None:
    """Hovering over a chosen strategy shows what the method says about it."""
    shown = server.hover(*_typed(server, DEAL + "strategy: {chosen: flan|king}\n"))
    assert "Use Flanking when you can get the customer to decide by different criteria." in shown
