"""Write the files that are generated from the program, or check that they are fresh.

Run it after changing the method's data, a model, a rule or a command:

    python tools/generate.py            write what is stale
    python tools/generate.py --check    list what is stale, and fail if anything is
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-23"
COMPILED = Path("src/tas_cli/method/compiled")
JSON_SCHEMAS = Path("src/tas_cli/views/json/schemas")
EXAMPLES = Path("src/tas_cli/templates/examples.json")
CHECKS = Path("src/tas_cli/rules")


def main() -> int:
    """Write or check the generated files; return the exit status."""
    os.chdir(ROOT)
    os.environ |= {"TAS_TODAY": TODAY, "COLUMNS": "80", "NO_COLOR": "1"}
    check = "--check" in sys.argv
    # The program reads the compiled data and the list of checks, so these come before anything
    # that it prints.
    compiled = fresh(dict(method()), COMPILED.glob("*"), check=check)
    listed = fresh({CHECKS / "catalogue.py": catalogue()}, (), check=check)
    made = [*Path("docs/rules").glob("*.md"), *JSON_SCHEMAS.glob("*.json")]
    printed = fresh(dict(generated()), made, check=check)
    return int(check and not (compiled and listed and printed))


def fresh(expected: dict[Path, str], there: Iterable[Path], *, check: bool) -> bool:
    """Write stale files and remove leftovers, or only list them; return whether all was fresh."""
    stale = [path for path, text in expected.items() if not _is(path, text)]
    left_over = sorted(set(there) - expected.keys())
    for path in stale:
        print(f"{'stale' if check else 'written'}: {path}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(expected[path], encoding="utf-8")
    for path in left_over:
        print(f"{'left over' if check else 'removed'}: {path}")
        if not check:
            path.unlink()
    return not stale and not left_over


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def method() -> Iterator[tuple[Path, str]]:
    """Yield the method's data in the form the program loads."""
    import yaml

    for path in sorted(Path("src/tas_cli/method/data").glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        text = json.dumps(content, ensure_ascii=False, indent=1)
        yield COMPILED / f"{path.stem}.json", text + "\n"


def catalogue() -> str:
    """Return the list of all checks; their modules are named after their codes."""
    names = sorted(path.stem for path in CHECKS.glob("tas[0-9]*.py"))
    return "\n".join(
        [
            '"""All checks, in the order of their codes: listed by tools/generate.py."""',
            "",
            "from __future__ import annotations",
            "",
            "from typing import TYPE_CHECKING",
            "",
            "from tas_cli.rules import (",
            *(f"    {name}," for name in names),
            ")",
            "",
            "if TYPE_CHECKING:",
            "    from tas_cli.rules.rule import Rule",
            "",
            "RULES: tuple[Rule, ...] = (",
            *(f"    {name}.RULE," for name in names),
            ")",
            "",
        ]
    )


def generated() -> Iterator[tuple[Path, str]]:
    """Yield every other generated file with its content."""
    from json_shapes import Shapes
    from noun_pages import format_part
    from readme import with_output
    from sentences import document

    from tas_cli.commands import COMMANDS
    from tas_cli.kinds import KINDS, SCHEMAS
    from tas_cli.nouns.account import ACCOUNT_ACTIONS, OF_ACCOUNTS
    from tas_cli.nouns.catalogue import NOUNS, OF_DEALS
    from tas_cli.rules.catalogue import RULES
    from tas_cli.views.markdown.rule import rule_index, rule_page

    for kind in KINDS:
        yield Path(SCHEMAS, kind.schema), output_of("schema", kind.name)
    yield (
        Path("docs/grid.svg"),
        output_of("show", "national-manufacturing", "--vs", "x-sys", "--format", "svg"),
    )
    yield Path("docs/map.svg"), output_of("map", "national-manufacturing", "--format", "svg")
    yield Path("docs/rules/README.md"), rule_index(RULES)
    for rule in RULES:
        yield Path(f"docs/rules/{rule.code}.md"), rule_page(rule)
    shapes = Shapes((*NOUNS, ACCOUNT_ACTIONS))
    for command in shapes.commands:
        schema = json.dumps(shapes.schema(command), indent=1)
        yield JSON_SCHEMAS / f"{command}.json", schema + "\n"
    yield with_parts("docs/json.md", shapes.parts())
    yield with_parts("docs/format.md", [("nouns", format_part((*OF_DEALS, *OF_ACCOUNTS)))])
    yield Path("docs/cli.md"), reference([command.name for command in COMMANDS])
    folders = [kind.folder for kind in KINDS if kind.folder]
    paths = [Path("tas.yaml"), *(p for each in folders for p in sorted(Path(each).glob("*.yaml")))]
    examples = {path.as_posix(): path.read_text(encoding="utf-8") for path in paths}
    yield EXAMPLES, json.dumps(examples, ensure_ascii=False, indent=0) + "\n"
    yield Path("docs/sentences.md"), document(RULES, Path("src/tas_cli"))
    readme = Path("README.md")
    yield readme, with_output(readme.read_text(encoding="utf-8"), output_of)


def with_parts(name: str, parts: Iterable[tuple[str, str]]) -> tuple[Path, str]:
    """Return a document with some parts regenerated."""
    from noun_pages import with_part

    text = Path(name).read_text(encoding="utf-8")
    for part in parts:
        text = with_part(text, *part)
    return Path(name), text


def reference(names: list[str]) -> str:
    """Return the help of all commands as one page."""
    parts = ["# Commands\n", "What `tas --help` and `tas COMMAND --help` print.\n"]
    for name in ["", *names]:
        arguments = [name, "--help"] if name else ["--help"]
        parts.append(f"## tas {name}".rstrip() + f"\n\n```text\n{output_of(*arguments)}```\n")
    return "\n".join(parts)


def output_of(*arguments: str) -> str:
    """Return what a command line prints on standard output."""
    from tas_cli.__main__ import run

    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
    with contextlib.redirect_stdout(printed):
        status = run(list(arguments))
    if status:
        raise SystemExit(f"tas {' '.join(arguments)} ended with {status}")
    return printed.buffer.getvalue().decode("utf-8")


if __name__ == "__main__":
    sys.exit(main())
