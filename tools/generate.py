"""Write the files that are made from the program itself, or check that they are fresh.

Run it after a change of the method's data, a model, a rule or a command:

    python tools/generate.py            writes what is stale
    python tools/generate.py --check    says what is stale, and fails if anything is
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-23"


def main() -> int:
    """Write or check the generated files; return the exit status."""
    os.chdir(ROOT)
    os.environ |= {"TAS_TODAY": TODAY, "COLUMNS": "80", "NO_COLOR": "1"}
    check = "--check" in sys.argv
    expected = dict(generated())
    stale = [path for path, text in expected.items() if not _is(path, text)]
    left_over = sorted(set(Path("docs/rules").glob("*.md")) - expected.keys())
    for path in stale:
        print(f"{'stale' if check else 'written'}: {path}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(expected[path], encoding="utf-8")
    for path in left_over:
        print(f"{'left over' if check else 'removed'}: {path}")
        if not check:
            path.unlink()
    return int(check and bool(stale or left_over))


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def generated() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its content."""
    from tas_cli.commands import COMMANDS
    from tas_cli.rules.catalogue import RULES
    from tas_cli.views.markdown.rule import rule_index, rule_page

    yield Path("schemas/opportunity.schema.json"), output_of("schema", "opportunity")
    yield Path("schemas/tas.schema.json"), output_of("schema", "settings")
    yield (
        Path("docs/grid.svg"),
        output_of("show", "national-manufacturing", "--vs", "x-sys", "--format", "svg"),
    )
    yield Path("docs/rules/README.md"), rule_index(RULES)
    for rule in RULES:
        yield Path(f"docs/rules/{rule.code}.md"), rule_page(rule)
    yield Path("docs/cli.md"), reference([command.name for command in COMMANDS])


def reference(names: list[str]) -> str:
    """Return the help of every command as one page."""
    parts = ["# Commands\n", "What `tas --help` and `tas COMMAND --help` print.\n"]
    for name in ["", *names]:
        arguments = [name, "--help"] if name else ["--help"]
        parts.append(f"## tas {name}".rstrip() + f"\n\n```text\n{output_of(*arguments)}```\n")
    return "\n".join(parts)


def output_of(*arguments: str) -> str:
    """Return what a command line prints on standard output."""
    from tas_cli.__main__ import run

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = run(list(arguments))
    if status:
        raise SystemExit(f"tas {' '.join(arguments)} ended with {status}")
    return printed.getvalue()


if __name__ == "__main__":
    sys.exit(main())
