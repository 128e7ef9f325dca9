"""The same fictional results for every output of `tas check`."""

from __future__ import annotations

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity, in_order
from tas_cli.source.text import Text
from tas_cli.views.diagnostics import TextOf
from tas_cli.views.diagnostics import report as by_file
from tas_cli.views.findings import in_words
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

HARBOUR = "opportunities/harbour.yaml"
ORCHARD = "opportunities/orchard.yaml"
ODD_NAME = 'opportunities/50% off, "A: B" für 日本.yaml'
FORGED_NAME = "::error file=a.yaml,line=1::forged\n::warning::by its name.yaml"
MARKUP_NAME = "opportunities/<script>alert(1)</script>]]>&amp;|`x`.yaml"

TEXTS = {
    HARBOUR: Text("""\
tas: 1
name: 010
custmer: National Manufacturing
amuont: 5
assessments:
  - date: 2026-10-05
    ratings:
      solution_fit: {us: –, x-sys: –}
      compelling_event:
        us: –
"""),
    ORCHARD: Text("tas: 1\nname: Orchard\ncustomer: |\n  National\n  Manufacturing\n"),
    ODD_NAME: Text("tas: 1\nname: 日本の果樹園 010 # \x1b[31mred\n"),
    FORGED_NAME: Text("##[error]forged\n::error::forged\n"),
}
"""The content of the files; the others cannot be read."""


def report_text(result: Report, text_of: TextOf, screen: Screen) -> str:
    """Return a report as `tas check --hints` prints it."""
    page = by_file(result.diagnostics, text_of, in_words(result), screen.body)
    return text(page, screen, fold=False)


def _at(file: str, place: str, message: str, help_: str | None = None) -> Diagnostic:
    """Return a finding from "line:column-end error CODE", or with line:column as the end."""
    where, severity, code = place.split()
    begin, _, until = where.partition("-")
    line, column = map(int, begin.split(":"))
    end_line, _, end_column = until.rpartition(":")
    return Diagnostic(
        code=code,
        severity=Severity(severity),
        message=message,
        file=file,
        line=line,
        column=column,
        end_line=int(end_line or line),
        end_column=int(end_column),
        path=("place", line),
        help=help_,
    )


QUOTES = 'write "-", or run `tas check --fix`'
DASH = "– (U+2013) looks like - but is a different character"

KINDS = [
    _at(
        HARBOUR,
        "2:7-10 error TAS109",
        "010 without quotes is a number, not text",
        'put it in quotes: "010"',
    ),
    _at(
        HARBOUR,
        "3:1-8 error TAS105",
        "`custmer` is not a valid key here",
        "did you mean `customer`?",
    ),
    _at(
        HARBOUR,
        "4:1-7 error TAS105",
        "`amuont` is not a valid key here",
        "did you mean `amount`?",
    ),
    _at(HARBOUR, "8:26-27 error TAS103", DASH, QUOTES),
    _at(HARBOUR, "8:36-37 error TAS103", DASH, QUOTES),
    _at(HARBOUR, "10:13-14 error TAS103", DASH, QUOTES),
    _at(
        HARBOUR,
        "6:11-21 warning TAS999",
        "the newest assessment is 49 days old: by then a customer has decided on "
        "things that nobody has asked about",
        "go through the ratings again, and state what is still true",
    ),
    _at(ORCHARD, "3:1-6:1 info TAS999", "a text over several lines", None),
    _at(
        "opportunities/quarry.yaml",
        "1:1-1 error TAS501",
        "the file cannot be read: permission denied",
    ),
    _at(
        "opportunities/rye.yaml",
        "1:1-2 warning TAS999",
        "nobody has said who decides",
        "ask, and note who said it",
    ),
]
HOSTILE = [
    _at(
        ODD_NAME,
        "2:14-17 error TAS109",
        "\x1b[31mred\x1b[0m, \u202eright to left, \ud800 and \x00",
        "100% sure, 50%0A, a\r\nb",
    ),
    _at(
        FORGED_NAME,
        "1:1-16 error TAS101",
        "::error file=x.yaml::forged",
        "##[error]forged ##vso[task.setvariable variable=x]y",
    ),
    _at(
        FORGED_NAME,
        "2:1-16 warning TAS101",
        "one\n::error::forged\r::warning::forged",
        "two\n::stop-commands::x",
    ),
    _at(
        MARKUP_NAME,
        "7:3-9 warning TAS108",
        "<img src=x onerror=alert(1)> ]]> &lt; | `` ` ``` @everyone #1 "
        "[here](https://example.com) https://example.com",
        "![](x) **bold** {0} </code> -->",
    ),
    _at(
        MARKUP_NAME,
        "9:3-9 info TAS108",
        '=cmd|"/c calc"!A1 \N{WAVING HAND SIGN} :smile: \\',
        "",
    ),
]

RESULTS = {
    "clean": Report((), 15),
    "kinds": Report(tuple(in_order(KINDS)), 6, silenced=2),
    "hostile": Report(tuple(in_order(HOSTILE)), 3),
}
