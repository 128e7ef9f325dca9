"""The YAML library's messages, in words that a person can act on."""

from __future__ import annotations

# Part of the library's message -> what is wrong, how to fix it.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "unexpected `: `: the value needs quotes, or the line is indented too far",
        'put text that contains `: ` in quotes ("…"), or indent the line like those around it',
    ),
    (
        "block sequence entries are not allowed",
        "found `-` instead of a value",
        'write the rating in quotes: "-"',
    ),
    (
        "mapping keys are not allowed",
        "found `?` instead of a value",
        'write the rating in quotes: "?"',
    ),
    (
        "could not find expected ':'",
        "this line is neither `key: value` nor part of the text above it",
        "use `key: value`, with a space after the colon, or indent the line under its text",
    ),
    (
        "found character that cannot start any token",
        "a value cannot start with this character (a tab, `@`, `` ` `` or `%`)",
        "indent with spaces, not tabs; put the value in quotes",
    ),
    (
        "found a tab character",
        "YAML needs spaces here, not a tab",
        "indent with spaces",
    ),
    (
        "found unexpected end of stream",
        "a closing quote is missing",
        "add the closing quote at the end of this text",
    ),
    (
        "did not find expected ',' or ']'",
        "something is missing inside `[…]`: a comma, the `]`, or a quote",
        "put text with `: ` or a comma in quotes; close every quote and bracket",
    ),
    (
        "did not find expected ',' or '}'",
        "something is missing inside `{…}`: a comma, the `}`, or a quote",
        "put text with `: ` or a comma in quotes; close every quote and brace",
    ),
    (
        "did not find expected key",
        "this line is not indented like the keys around it, or text follows a closing quote",
        "align the line with the keys it belongs to; put quotes around the whole text",
    ),
    (
        "did not find expected '-' indicator",
        "this line is among list items but does not start with `- `",
        "start the item with `- `, or indent the line under the item it belongs to",
    ),
    (
        "found unknown escape character",
        "this backslash has no meaning inside double quotes",
        "double the backslash, or use single quotes",
    ),
    (
        "did not find expected hexdecimal number",
        "this backslash has no meaning inside double quotes",
        "double the backslash, or use single quotes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a value cannot start with `*` or `&`",
        'put the value in quotes: "*important*"',
    ),
    (
        "did not find expected node content",
        "something is missing or out of place here: a value, a comma or a bracket",
        "write the value or delete the extra character; close every `[` and `{`",
    ),
    (
        "did not find expected comment or line break",
        "nothing can follow `|` or `>` on the same line",
        "put the text on the next line and indent it, or put it in quotes",
    ),
    (
        "did not find expected <document start>",
        "this line is not part of what is above it",
        "start it in the same column as the keys above it; delete any `...` line",
    ),
    (
        "found undefined tag handle",
        "a value cannot start with `!`",
        "put the value in quotes",
    ),
    (
        "did not find the expected '>'",
        "a value cannot start with `!`",
        "put the value in quotes",
    ),
    (
        "directive",
        "a line cannot start with `%`",
        "delete the line, or put the text in quotes",
    ),
)


def explain_syntax(problem: str) -> tuple[str, str]:
    """Return what is wrong and how to fix it, given the library's message."""
    for piece, message, advice in _KNOWN:
        if piece in problem:
            return message, advice
    return f"this is not valid YAML: {problem}", "check the quotes, brackets and indentation"
