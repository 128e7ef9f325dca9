"""Recognizes what an earlier call wrote to a file, in every format: only that may be replaced."""

from __future__ import annotations

import re

BEGINNING, END = 8192, 1024
"""How many bytes of a file are needed to recognize a report."""
_BEGINNINGS = re.compile(
    rb"""
    \{\s*"version":\ \d+,\s*"(?:diagnostics|statistics)":\ \[                         # json
    | ::(?:error|warning|notice)\ file=[^\n]*,title=TAS\d{3}                          # github
    | \{"\$schema":\ "[^"]*/sarif-schema-[^"]*",\ [^\[]*\[\{"tool":\ \{"driver":\ \{"name":\ "tas"
    | <\?xml[^>]*\?>\s*<testsuites\ name="tas\ check"                                  # junit
    | \[\{"description":\ "(?:[^"\\]|\\.)*",\ "check_name":\ "TAS\d{3}"               # gitlab
    | \[\]\s*\Z                                                                       # or none
    """,
    re.VERBOSE,
)
_SVG = re.compile(
    rb"""
    <svg\ xmlns="http://www\.w3\.org/2000/svg"[^>]*\ role="img"
    (?: \ aria-labelledby="title\ description"
    | [^>]*>\s*<title\ id="map-title"                                                # older
    )
    """,
    re.VERBOSE,
)
_HTML, _GENERATOR = b"<!doctype html>", b'<meta name="generator" content="tas">'
_CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tas//plan//"
_TEXT = re.compile(
    rb"""
    (?:\A|\n)\d+\ files?
    (?: :\ (?:\d+\ error|no\ (?:new\ )?problems\ found\.|nothing\ to\ check\.)
    | ,\ nothing\ (?:new|wrong|to\ check)\.                                           # older
    )[^\n]*\n\Z
    """,
    re.VERBOSE,
)


def is_picture(beginning: bytes, _end: bytes) -> bool:
    """Whether a file with this beginning is a picture, or empty."""
    return not beginning or bool(_SVG.match(beginning))


def is_page(beginning: bytes, _end: bytes) -> bool:
    """Whether a file with this beginning is a page of HTML, or empty."""
    return not beginning or (beginning.startswith(_HTML) and _GENERATOR in beginning)


def is_calendar(beginning: bytes, _end: bytes) -> bool:
    """Whether a file with this beginning is a calendar of a plan, or empty."""
    return not beginning or beginning.startswith(_CALENDAR)


def is_report(beginning: bytes, end: bytes) -> bool:
    """Whether a file with this beginning and end is a report, or empty."""
    return not beginning or bool(_BEGINNINGS.match(beginning) or _TEXT.search(end))
