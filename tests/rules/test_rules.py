"""The checks keep what their declarations promise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from examples import found_in

import tas_cli
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.topics import rule
from tas_cli.views.markdown.rule import rule_index, rule_page

if TYPE_CHECKING:
    from tas_cli.rules.rule import Rule

ROOM = Path(tas_cli.__file__).parent
ABOUT_CONTENT = [each for each in RULES if each.about_content]


def codes_found(declared: Rule, example: str | bytes) -> list[str]:
    """Return the codes of all that is found in a rule's example, once each."""
    return sorted({code for code, _ in found_in(declared, example)})


def codes_in_source() -> set[str]:
    """Return the codes used anywhere in the program outside the checks' own package."""
    files = (path for path in ROOM.rglob("*.py") if path.parent.name != "rules")
    return {code for path in files for code in re.findall(r"TAS\d{3}", path.read_text("utf-8"))}


@pytest.mark.parametrize("declared", ABOUT_CONTENT, ids=lambda each: each.code)
def test_bad_example(declared: Rule) -> None:
    """A bad example raises exactly the code of its check."""
    assert codes_found(declared, declared.bad) == [declared.code]


@pytest.mark.parametrize("declared", ABOUT_CONTENT, ids=lambda each: each.code)
def test_good_example(declared: Rule) -> None:
    """A good example is clean."""
    assert codes_found(declared, declared.good) == []


def test_order() -> None:
    """The list is sorted by code, without duplicates."""
    codes = [each.code for each in RULES]
    assert codes == sorted(set(codes))


def test_names() -> None:
    """Names are short, kebab-case and unique, so that they are easy to type."""
    names = [each.name for each in RULES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+){0,2}", name) for name in names)


def test_every_code_has_a_rule() -> None:
    """Every code the program can report has a declaration that explains it."""
    assert codes_in_source() <= {each.code for each in RULES}


def test_every_rule_is_reported() -> None:
    """A rule without a check of its own is reported elsewhere in the program."""
    checked = {
        each.code
        for each in RULES
        if each.check or each.check_across or each.check_settings or each.check_account
    }
    assert {each.code for each in RULES} - checked <= codes_in_source()


def test_every_module_is_listed() -> None:
    """A check's module is named after its code and is in the list."""
    modules = {path.stem[:6].upper() for path in (ROOM / "rules").glob("tas[0-9]*.py")}
    assert modules == {each.code for each in RULES}


def test_by_code() -> None:
    """A check is found by its code."""
    assert rule("TAS102").name == "bare-sign"


@pytest.mark.parametrize("declared", RULES, ids=lambda each: each.code)
def test_markdown_page(declared: Rule) -> None:
    """A page on the web says why, shows both examples, and has no invisible characters."""
    page = rule_page(declared)
    assert page.startswith(f"# {declared.code}: {declared.name}\n")
    assert declared.why in page
    assert declared.instead in page
    assert declared.good.strip() in page
    assert all(character.isprintable() for character in page.replace("\n", ""))


def test_markdown_index() -> None:
    """The list of checks links to every page, one row each."""
    index = rule_index(RULES)
    rows = index.partition("|---|")[2].splitlines()[1:]
    assert [re.findall(r"\((TAS\d{3})\.md\)", row) for row in rows] == [
        [each.code] for each in RULES
    ]
