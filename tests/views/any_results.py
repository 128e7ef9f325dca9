"""Results with any text in them, and how each platform reads its input."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity, in_order

PIECES = [
    *("::", "::error::", "##[error]", "##vso[x]", "###[", "%", "%0A", ",", ":", "=", "\r\n", "\n"),
    *("`", "``", "|", "\\", "<b>", "</code>", "]]>", "&", "@x", "https://e.example", "[a](b)", "*"),
    *("\x1b[31m", "\x1b]8;;x\x07", "\x00", "\x85", "\u2028", "\u202e", "\ud800", "\ufffe", "日本"),
]
"""Characters with a meaning for a terminal, a runner, markdown, XML or JSON."""
WORDS = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=()), max_size=4), max_size=6
).map("".join)


@st.composite
def findings(draw: st.DrawFn) -> Diagnostic:
    """Draw a finding with any text, about a file with any name."""
    line, column = draw(st.integers(1, 20)), draw(st.integers(1, 60))
    lines, columns = draw(st.integers(0, 2)), draw(st.integers(0, 5))
    return Diagnostic(
        draw(st.sampled_from(["TAS101", "TAS109", "TAS999"])),
        draw(st.sampled_from(Severity)),
        draw(WORDS),
        draw(WORDS.filter(bool)),
        line,
        column,
        line + lines,
        columns + (1 if lines else column),
        tuple(draw(st.lists(WORDS | st.integers(0, 9), max_size=2))),
        draw(st.none() | WORDS),
    )


REPORTS = st.lists(findings(), max_size=6).map(lambda found: Report(tuple(in_order(found)), 3))


def acts(output: str) -> bool:
    """Whether a line would be a command for a CI service, or a character act on a terminal."""
    lines = output.split("\n")
    return any(
        line.lstrip().startswith("::") or "##[" in line or re.search("##vso", line, re.IGNORECASE)
        for line in lines
    ) or any(
        re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", x) for x in lines
    )


def obeyed(line: str) -> tuple[str, dict[str, str], str]:
    """Return the command, properties and data that GitHub's runner reads in a line."""
    head, data = line[2:].split("::", 1)
    command, given = head.split(" ", 1)
    pairs = (pair.split("=", 1) for pair in given.split(","))
    return command, {key: _property(value) for key, value in pairs}, _data(data)


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    return _data(text.replace("%3A", ":").replace("%2C", ","))
