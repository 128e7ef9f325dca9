"""The findings as text: one entry for a check's findings in a file, at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from results import HARBOUR, KINDS, TEXTS, report_text
from rich.cells import cell_len

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.source.text import Text
from tas_cli.views.diagnostics import report
from tas_cli.views.terminal.page import text as as_text
from tas_cli.views.terminal.screen import Screen

if TYPE_CHECKING:
    import pytest

DASH = next(found for found in KINDS if found.code == "TAS103")


def text(*diagnostics: Diagnostic, content: str = "", width: int = 80) -> str:
    """Return the text about findings in one file with that content."""
    return report_text(Report(diagnostics, 1), lambda _: Text(content), Screen(width))


def test_many_places_are_one_entry() -> None:
    """A check with a hundred findings in a file has one entry, which lists every place."""
    out = text(*(DASH._replace(line=line, end_line=line) for line in range(1, 101)))
    assert out.count("TAS103") == 1
    assert [f"{line}:26" in out.replace(",", " ").split() for line in range(1, 101)] == [True] * 100
    assert max(map(len, out.splitlines())) <= 80


def moved(line: int, message: str, help_: str | None = DASH.help) -> Diagnostic:
    """Return the finding at another line, with other words."""
    return DASH._replace(line=line, end_line=line, message=message, help=help_)


def test_differences_are_shown_at_their_place() -> None:
    """Similar messages only add their place; a very different one has its own line."""
    out = text(
        moved(8, "#1 Project is rated + without evidence of any kind"),
        moved(9, "#2 Profile is rated + without evidence of any kind"),
        moved(10, "a day is missing"),
        moved(11, "#1 Project is rated + without evidence of any kind"),
        moved(12, "#1 Project is rated + without evidence of any kind", "delete it"),
        moved(13, "#1 Project is rated + without evidence"),
        width=120,
    )
    assert out.splitlines()[-6:-2] == [
        "          also at 9:26 (#2 Profile), 11:26",
        "          also at 10:26: a day is missing",
        "          also at 12:26: #1 Project is rated + without evidence of any kind; delete it",
        "          also at 13:26: #1 Project is rated + without evidence",
    ]


def test_the_same_command_is_shown_once() -> None:
    """If only the cell in a hint's command differs, the first hint is enough."""
    out = text(
        moved(8, "#1 Project is rated + without evidence", "`tas rate a 1=+`, or `tas rate a 1=u`"),
        moved(9, "#2 Profile is rated + without evidence", "`tas rate a 2=+`, or `tas rate a 2=u`"),
        moved(10, "a day is missing", "`tas rate a 3=+`, or `tas rate a 3=u`"),
        moved(11, "#4 Funds is rated + without evidence", "`tas edit a`"),
        width=120,
    )
    assert out.splitlines()[-5:-2] == [
        "          also at 9:26 (#2 Profile)",
        "          also at 10:26: a day is missing",
        "          also at 11:26: #4 Funds is rated + without evidence; `tas edit a`",
    ]


def test_a_lower_severity_is_another_entry() -> None:
    """An error and a hint of the same check are not merged."""
    out = text(DASH, DASH._replace(line=9, end_line=9, severity=Severity.INFO))
    assert "error TAS103" in out
    assert "hint TAS103" in out


def test_a_file_that_has_changed_since() -> None:
    """A place that is no longer in the file is named without its line."""
    out = text(DASH, content="one line only")
    assert "8:26" in out
    assert "|" not in out


def test_wide_characters_keep_to_the_width() -> None:
    """A long line of wide characters is cut by its width in cells."""
    content = "\n" * 7 + "界" * 60
    for column in (1, 30, 60):
        out = text(DASH._replace(column=column, end_column=column + 1), content=content)
        assert max(map(cell_len, out.splitlines())) <= 80
        shown, carets = (line for line in out.splitlines() if line.startswith("       | "))
        at = cell_len(carets.rstrip("^"))
        assert carets.count("^") == 2
        assert cell_len(shown) >= at + 2


def test_a_very_long_line_is_not_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line of a million characters only the shown part is sanitized."""
    lengths: list[int] = []

    def counting(words: str) -> str:
        lengths.append(len(words))
        return words

    monkeypatch.setattr("tas_cli.views.diagnostics.safe", counting)
    text(DASH._replace(line=1, end_line=2, column=500_000), content="x" * 1_000_000)
    assert sum(lengths) < 1000


def test_a_summary_by_the_caller() -> None:
    """A command's own last sentence is printed unchanged."""
    page = report([DASH], TEXTS.get, "harbour.yaml: changed, 1 to fix.", Screen().body)
    out = as_text(page, Screen(), fold=False)
    assert out.startswith(f"{HARBOUR}\n")
    assert out.endswith("\nharbour.yaml: changed, 1 to fix.\n")
