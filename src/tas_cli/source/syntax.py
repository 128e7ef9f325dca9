"""The YAML library's complaints, said the way a person would want to read them."""

from __future__ import annotations

# A piece of the library's message -> what is wrong, what to write instead.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a second `:` where a plain value stands, or a line that is indented too far",
        'put a text that holds `: ` in quotes ("…"), or move the line to where its neighbours are',
    ),
    (
        "block sequence entries are not allowed",
        "a `-` where a value is expected",
        'a rating is written "-", with the quotes',
    ),
    (
        "mapping keys are not allowed",
        "a `?` where a value is expected",
        'a rating is written "?", with the quotes',
    ),
    (
        "could not find expected ':'",
        "a line that is neither `key: value` nor part of the text above it",
        "write `key: value`, with a space after the colon, or indent the line under its text",
    ),
    (
        "found character that cannot start any token",
        "a character that cannot begin a value (a tab, `@`, `` ` `` or `%`)",
        "indent with spaces, never tabs; put the value in quotes",
    ),
    (
        "found a tab character",
        "a tab where spaces are needed",
        "indent with spaces",
    ),
    (
        "found unexpected end of stream",
        "a quoted text that is not closed",
        "close the quote that was opened further up",
    ),
    (
        "did not find expected ',' or ']'",
        "something is missing inside `[…]`: a comma, the `]`, or a quote",
        "put a text with `: ` or a comma in quotes; close quotes and brackets",
    ),
    (
        "did not find expected ',' or '}'",
        "something is missing inside `{…}`: a comma, the `}`, or a quote",
        "put a text with `: ` or a comma in quotes; close quotes and braces",
    ),
    (
        "did not find expected key",
        "a line that does not belong where it is indented",
        "line it up with the keys it stands among",
    ),
    (
        "did not find expected '-' indicator",
        "a line among list items that does not begin with `- `",
        "begin the item with `- `, or indent the line under the item it belongs to",
    ),
    (
        "found unknown escape character",
        "a backslash in a text in double quotes that means nothing",
        "double the backslash, or use single quotes",
    ),
    (
        "found duplicate",
        "a directive given twice",
        "leave the `%` lines out",
    ),
)


def explain_syntax(problem: str) -> tuple[str, str | None]:
    """Return what is wrong and what to write instead, for the library's message."""
    for piece, message, advice in _KNOWN:
        if piece in problem:
            return message, advice
    return f"this is not YAML: {problem}", None
