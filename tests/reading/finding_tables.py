"""Every fault of a file with its complete findings: code, place, message, help."""

from __future__ import annotations

from workspaces import HEAD

from tas_cli.source.files import MAX_BYTES

Finding = tuple[str, int, int, int, str, str]
"""Code, line, column, end column (of the same line), part of the message, part of the help."""

COMPETITOR = f"{HEAD}competitors: {{x: {{}}}}\n"
CELLS = f"{COMPETITOR}assessments:\n  - date: 2026-01-05\n    ratings:\n"  # line 8 follows
KEYS = "valid keys: tas, name, customer, account, external_id, owner, amount, currency"
QUOTED = 'write "+", "-" or "?", including the quotes'
AMOUNT = "use digits, with a decimal point if needed: 3000000 or 1250.50"
DATE = "write the date as year-month-day, such as 2027-03-31"

# What follows HEAD (lines 1 to 3) or CELLS (1 to 7), and all its findings.
SYNTAX: dict[str, tuple[str, list[Finding]]] = {
    "second-colon": (
        f"{HEAD}owner: a: b\n",
        [("TAS101", 4, 9, 10, "special in YAML: use quotes", 'write `owner: "a: b"`')],
    ),
    "indented-too-far": (
        f"{HEAD}owner: x\n  amount: 3\n",
        [("TAS101", 5, 9, 10, "not indented like the lines", "write `amount: 3`")],
    ),
    "quote-not-closed": (
        f'{HEAD}owner: "abc\namount: 3\n',
        [("TAS101", 4, 8, 9, "a closing quote is missing", 'write `owner: "abc"`')],
    ),
    "list-not-closed": (
        f"{HEAD}incumbent: [us\nowner: x\n",
        [("TAS101", 4, 1, 2, "a closing bracket or brace is missing", "write `incumbent: [us]`")],
    ),
    "mapping-not-closed": (
        f"{HEAD}competitors: {{x: {{}}\n",
        [("TAS101", 4, 1, 2, "is missing", "write `competitors: {x: {}}`")],
    ),
    "tab": (
        f"{HEAD}competitors:\n\tx: {{}}\n",
        [("TAS101", 5, 1, 2, "needs spaces here, not a tab", "write `  x: {}`")],
    ),
    "at-sign": (
        f"{HEAD}owner: @nicole\n",
        [("TAS101", 4, 8, 9, "special in YAML: use quotes", 'write `owner: "@nicole"`')],
    ),
    "no-colon": (
        f"{HEAD}owner nicole\namount: 3\n",
        [("TAS101", 4, 1, 2, "a colon and a space", "write `owner: nicole`")],
    ),
    "backslash": (
        f'{HEAD}owner: "C:\\q"\n',
        [("TAS101", 4, 11, 12, "special in YAML: use quotes", "write `owner: 'C:\\q'`")],
    ),
    "out-of-line": (
        f"{HEAD}competitors:\n    x: {{}}\n  y: {{}}\n",
        [("TAS101", 6, 3, 4, "not indented like the lines", "write `    y: {}`")],
    ),
    "bare-signs": (
        f"{CELLS}      solution_fit:\n        us: -\n        x: ?\n",
        [
            ("TAS102", 9, 13, 14, "a bare - needs quotes", 'write `us: "-"`, or run'),
            ("TAS102", 10, 12, 13, "a bare ? needs quotes", 'write `x: "?"`, or run'),
        ],
    ),
    "foreign-signs": (
        f'{CELLS}      solution_fit: {{us: –, x: "−"}}\n',
        [
            ("TAS103", 8, 26, 27, "– (U+2013) looks like -", '{us: "-", x: "−"}`, or run'),
            ("TAS103", 8, 32, 35, "− (U+2212) looks like -", '{us: –, x: "-"}`, or run'),
        ],
    ),
    "foreign-sign-in-a-cell-with-more": (
        f"{CELLS}      solution_fit:\n        us: {{rating: ＋, note: –}}\n",
        [("TAS103", 9, 22, 23, "＋ (U+FF0B) looks like +", 'write `us: {rating: "+", note: –}`')],
    ),
    "duplicate-key": (
        f"{HEAD}owner: a\nowner: b\n",
        [("TAS104", 5, 1, 6, "`owner` appears twice", "keep one of them")],
    ),
    "duplicate-party": (
        f"{CELLS}      solution_fit: {{us: '+', us: '-'}}\n",
        [("TAS104", 8, 31, 33, "`us` appears twice", "keep one of them")],
    ),
    "alias": (
        f"{HEAD}owner: *a\n",
        [("TAS111", 4, 8, 10, "aliases (*a) are not allowed", "write the value out")],
    ),
    "second-document": (
        f"{HEAD}---\ntas: 1\n",
        [("TAS111", 4, 1, 4, "a second document starts here", "a file of its own")],
    ),
    "too-deep": (
        f"{HEAD}owner: {'[' * 40}\n",
        [("TAS112", 4, 39, 40, "nested more than 32 deep", "extra brackets")],
    ),
    "too-large": (
        "#" * (MAX_BYTES + 1),
        [("TAS112", 1, 1, 1, "larger than 1024 KiB", "this is the right file")],
    ),
    "conflict": (
        f"{HEAD}<<<<<<< HEAD\nowner: a\n=======\nowner: b\n>>>>>>> x\n",
        [("TAS113", 4, 1, 13, "unresolved merge", "three marker lines (<<<<<<< ======= >>>>>>>)")],
    ),
    "conflict-with-four-markers": (
        f"{HEAD}<<<<<<< HEAD\nowner: a\n||||||| old\nowner: c\n=======\nowner: b\n>>>>>>> x\n",
        [("TAS113", 4, 1, 13, "unresolved merge", "the old text between ||||||| and =======")],
    ),
    "conflict-of-two-entries": (
        (f"{HEAD}assessments:\n<<<<<<< HEAD\n  - date: 2026-01-05\n=======\n"
        "  - date: 2026-01-12\n>>>>>>> x\n    by: maria\n"),
        [
            (
                "TAS113", 5, 1, 13, "unresolved merge",
                ("both sides add to the list `assessments`: keep both, `- date: 2026-01-05` and "
                "`- date: 2026-01-12`, with all their lines"),
            )
        ],
    ),
    "conflict-of-one-entry-changed-twice": (
        (f"{HEAD}assessments:\n  - date: 2026-01-05\n<<<<<<< HEAD\n    by: a\n=======\n"
        "    by: b\n>>>>>>> x\n"),
        [("TAS113", 6, 1, 13, "unresolved merge", "keep one version")],
    ),
    "conflict-of-two-keys": (
        f"{HEAD}<<<<<<< HEAD\nowner: a\n||||||| old\n=======\namount: 3\n>>>>>>> x\n",
        [("TAS113", 4, 1, 13, "unresolved merge", "keep both, `owner: a` and `amount: 3`")],
    ),
    "control-character": (
        f"{HEAD}owner: \x1b[31mred\n",
        [("TAS116", 4, 8, 9, "U+001B", "delete it")],
    ),
}  # fmt: skip

SHAPES: dict[str, tuple[str, list[Finding]]] = {
    "unknown-key": (
        f"{HEAD}turnover: 12\n",
        [("TAS105", 4, 1, 9, "`turnover` is not a valid key here", KEYS)],
    ),
    "misspelled-key": (
        f"{HEAD}expected_closing: 2027-01-01\n",
        [("TAS105", 4, 1, 17, "`expected_closing`", "did you mean `expected_close: 2027-01-01`?")],
    ),
    "misspelled-key-next-to-the-right-one": (
        f"{HEAD}owner: maria\nowners: jens\n",
        [("TAS105", 5, 1, 7, "`owners`", "`owner` exists already: combine the two")],
    ),
    "key-with-a-hyphen": (
        f"{HEAD}expected-close: 2027-01-01\n",
        [("TAS105", 4, 1, 15, "`expected-close`", "did you mean `expected_close: 2027-01-01`?")],
    ),
    "key-with-a-blank-and-capitals": (
        f"{HEAD}Expected Close: 2027-01-01\n",
        [("TAS105", 4, 1, 15, "`Expected Close`", "did you mean `expected_close: 2027-01-01`?")],
    ),
    "key-in-the-wrong-place": (
        f"{HEAD}closed: {{owner: x}}\n",
        [("TAS105", 4, 10, 15, "`owner`", "valid keys: date, reason")],
    ),
    "key-by-its-name-in-the-file": (
        f"{HEAD}history: [{{date: 2026-01-05, field: owner, form: x}}]\n",
        [("TAS105", 4, 44, 48, "`form`", "field: owner, from: x}]`?")],
    ),
    "unknown-key-without-value": (
        f"{HEAD}ownr:\n",
        [("TAS105", 4, 1, 5, "`ownr` is not a valid key", "did you mean `owner:`?")],
    ),
    "sign-stuck-to-its-party": (
        f"{CELLS}      solution_fit: {{us:-, x: '+'}}\n",
        [("TAS108", 8, 22, 26, "`us:-` is not a valid short name", "lowercase letters")],
    ),
    "misspelled-criterion": (
        f"{CELLS}      soluton_fit: {{us: '+'}}\n",
        [
            (
                "TAS105",
                8,
                7,
                18,
                "`soluton_fit` is not a criterion",
                "did you mean `solution_fit: {us: '+'}`?",
            )
        ],
    ),
    "criterion-by-its-number": (
        f"{CELLS}      7: {{us: '+'}}\n",
        [("TAS105", 8, 7, 8, "`7` is not a criterion", "did you mean `solution_fit: {us: '+'}`?")],
    ),
    "criterion-by-a-number-too-high": (
        f"{CELLS}      21: {{us: '+'}}\n",
        [("TAS105", 8, 7, 9, "`21` is not a criterion", "")],
    ),
    "misspelled-rating": (
        f"{CELLS}      solution_fit: {{us: {{ratng: '+'}}}}\n",
        [("TAS105", 8, 27, 32, "`ratng`", "did you mean `solution_fit: {us: {rating: '+'}}`?")],
    ),
    "misspelled-step": (
        f"{HEAD}strategy: {{answers: {{three_to_two: {{answer: no}}}}}}\n",
        [
            (
                "TAS105",
                4,
                22,
                34,
                "not a question of the decision tree",
                "{three_to_one: {answer: no}}}`?",
            )
        ],
    ),
    "missing-keys": (
        "owner: x\n",
        [
            ("TAS106", 1, 1, 2, "`customer` is missing", "add the line `customer: …`"),
            ("TAS106", 1, 1, 2, "`name` is missing", "add the line `name: …`"),
            ("TAS106", 1, 1, 2, "`tas` is missing", "add the line `tas: 1`"),
        ],
    ),
    "required-key-without-a-value": (
        "tas: 1\nname:\ncustomer: c\n",
        [("TAS106", 2, 1, 5, "`name` is missing", "add it after the colon: `name: …`")],
    ),
    "required-text-behind-a-hash": (
        "tas: 1\nname: #1 CRM's \\ renewal\ncustomer: c\n",
        [("TAS106", 2, 1, 5, "`name` is missing", """write `name: "#1 CRM's \\\\ renewal"`""")],
    ),
    "blank-required-text": (
        "tas: 1\nname: ''\ncustomer: '  '\n",
        [
            ("TAS106", 2, 7, 9, "`name` is empty", "at least one word"),
            ("TAS106", 3, 11, 15, "`customer` is empty", "at least one word"),
        ],
    ),
    "assessment-without-a-date": (
        f"{HEAD}assessments:\n  - by: nicole\n",
        [("TAS106", 5, 5, 6, "`date` is missing", "add the line `date: …`")],
    ),
    "cell-without-a-rating": (
        f"{CELLS}      solution_fit: {{us: {{note: n}}}}\n",
        [("TAS106", 8, 26, 35, "`rating` is missing", "")],
    ),
    "answer-without-an-answer": (
        f"{HEAD}strategy:\n  answers:\n    three_to_one:\n      because: b\n",
        [("TAS106", 6, 5, 17, "`answer` is missing", "")],
    ),
    "text-at-the-root": (
        "hello\n",
        [("TAS107", 1, 1, 6, "expected a mapping (`key: value` lines), but found 'hello'", "")],
    ),
    "list-at-the-root": (
        "- a\n",
        [("TAS107", 1, 1, 2, "expected a mapping (`key: value` lines), but found a list", "")],
    ),
    "text-for-a-mapping": (
        f"{HEAD}compelling_event: soon\n",
        [("TAS107", 4, 19, 23, "lines), but found 'soon'", "")],
    ),
    "list-for-a-mapping": (
        f"{HEAD}competitors: [x]\n",
        [("TAS107", 4, 14, 17, "expected a mapping (`key: value` lines), but found a list", "")],
    ),
    "mapping-for-a-list": (
        f"{HEAD}assessments:\n  date: 2026-01-05\n",
        [
            (
                "TAS107",
                4,
                1,
                12,
                "expected a list (lines that start with `- `), but found a mapping",
                "a dash, `- date: …`",
            )
        ],
    ),
    "text-for-a-list": (
        f"{HEAD}history: none\n",
        [
            (
                "TAS107",
                4,
                10,
                14,
                "expected a list (lines that start with `- `), but found 'none'",
                "",
            )
        ],
    ),
    "list-for-an-amount": (
        f"{HEAD}amount: [1, 2]\n",
        [("TAS107", 4, 9, 15, "expected an amount, but found a list", AMOUNT)],
    ),
    "mapping-for-a-text": (
        f"{HEAD}owner:\n  name: nicole\n",
        [("TAS107", 4, 1, 6, "expected text, but found a mapping", "")],
    ),
    "list-for-a-rating": (
        f"{CELLS}      solution_fit: {{us: ['+']}}\n",
        [("TAS107", 8, 26, 31, "expected a rating, but found a list", QUOTED)],
    ),
    "rating-without-a-party": (
        f"{CELLS}      solution_fit: '+'\n",
        [("TAS107", 8, 21, 24, "but found '+'", "")],
    ),
    "evidence-as-a-text": (
        f"{CELLS}      solution_fit: {{us: {{rating: '+', evidence: seen}}}}\n",
        [("TAS107", 8, 50, 54, "but found 'seen'", "")],
    ),
    "empty-list-item": (
        f"{HEAD}assessments:\n  -\n",
        [("TAS107", 5, 4, 4, "but found nothing", "")],
    ),
}

VALUES: dict[str, tuple[str, list[Finding]]] = {
    "rating": (
        f"{CELLS}      solution_fit: {{us: good}}\n",
        [("TAS108", 8, 26, 30, "'good' is not a rating", QUOTED)],
    ),
    "rating-twice-the-sign": (
        f"{CELLS}      solution_fit: {{us: ++}}\n",
        [("TAS108", 8, 26, 28, "'++' is not a rating", QUOTED)],
    ),
    "rating-quoted-empty": (
        f"{CELLS}      solution_fit: {{us: ''}}\n",
        [("TAS108", 8, 26, 28, "'' is not a rating", QUOTED)],
    ),
    "amount-with-grouping": (
        f"{HEAD}amount: 3,000,000\n",
        [("TAS108", 4, 9, 18, "'3,000,000' is not an amount", AMOUNT)],
    ),
    "negative-amount": (
        f"{HEAD}amount: -5\n",
        [("TAS108", 4, 9, 11, "'-5' is not an amount", AMOUNT)],
    ),
    "profit-with-a-dash": (
        f"{HEAD}profit: –5\n",
        [("TAS108", 4, 9, 11, "'–5' is not an amount", "-20000 for a loss")],
    ),
    "date-another-way-round": (
        f"{HEAD}expected_close: 30.2.2027\n",
        [("TAS108", 4, 17, 26, "'30.2.2027' is not a date", DATE)],
    ),
    "status-with-a-capital": (
        f"{HEAD}status: Won\n",
        [("TAS108", 4, 9, 12, "'Won' is not a status", "did you mean `status: won`?")],
    ),
    "currency-in-small-letters": (
        f"{HEAD}currency: usd\n",
        [("TAS108", 4, 11, 14, "'usd' is not a currency code", "three-letter ISO 4217 code")],
    ),
    "strategy-cut-short": (
        f"{HEAD}strategy: {{chosen: flank}}\n",
        [
            (
                "TAS108",
                4,
                20,
                25,
                "'flank' is not a strategy",
                "did you mean `strategy: {chosen: flanking}`?",
            )
        ],
    ),
    "answer": (
        f"{HEAD}strategy: {{answers: {{three_to_one: {{answer: maybe}}}}}}\n",
        [("TAS108", 4, 45, 50, "'maybe' is not yes or no", "write yes or no")],
    ),
    "soft-hyphen-in-a-key": (
        f"{HEAD}am\u00adount: 3\n",
        [
            (
                "TAS105",
                4,
                1,
                8,
                "is not a valid key",
                "it contains U+00AD (soft hyphen): write `amount: 3`",
            )
        ],
    ),
    "direction-mark-in-a-value": (
        f"{HEAD}status: won\u200e\n",
        [
            (
                "TAS108",
                4,
                9,
                13,
                "is not a status",
                "(left-to-right mark): write `status: won`",
            )
        ],
    ),
    "no-break-space-in-an-id": (
        f"{HEAD}competitors: {{x\u00a0: {{}}}}\n",
        [
            (
                "TAS108",
                4,
                15,
                17,
                "is not a valid short name",
                "it contains U+00A0 (no-break space): write `competitors: {x: {}}`",
            )
        ],
    ),
    "competitor-id": (
        f"{HEAD}competitors: {{X-Sys: {{}}}}\n",
        [
            (
                "TAS108",
                4,
                15,
                20,
                "`X-Sys` is not a valid short name",
                "lowercase letters, digits and hyphens",
            )
        ],
    ),
    "party-id": (
        f"{CELLS}      solution_fit: {{Us: '+'}}\n",
        [("TAS108", 8, 22, 24, "`Us` is not a valid short name", "lowercase letters")],
    ),
    "nobody-and-somebody": (
        f"{HEAD}incumbent: [us, nobody]\n",
        [("TAS108", 4, 17, 23, "`nobody` cannot be listed with others", "remove one of them")],
    ),
    "long-value-is-cut-short": (
        f"{HEAD}amount: {'9' * 5000}\n",
        [("TAS108", 4, 9, 5009, "'" + "9" * 39 + "…' has too many digits", "at most 15 digits")],
    ),
    "bare-number-in-a-text": (
        f"{HEAD}external_id: 007\n",
        [
            (
                "TAS109",
                4,
                14,
                17,
                "007 without quotes is a number",
                'put it in quotes: `external_id: "007"`',
            )
        ],
    ),
    "bare-boolean-in-a-text": (
        f"{HEAD}owner: true\n",
        [
            (
                "TAS109",
                4,
                8,
                12,
                "true without quotes is a yes/no value",
                'put it in quotes: `owner: "true"`',
            )
        ],
    ),
    "bare-null-in-a-text": (
        f"{HEAD}owner: ~\n",
        [
            (
                "TAS109",
                4,
                8,
                9,
                "~ without quotes is an empty value",
                'put it in quotes: `owner: "~"`',
            )
        ],
    ),
    "day-that-does-not-exist": (
        f"{HEAD}expected_close: 2024-02-30\n",
        [("TAS110", 4, 17, 27, "2024-02-30 is not a real date", "a date that is on the calendar")],
    ),
    "later-version": (
        "tas: 2\nnew_key: x\nname: 12\n",
        [("TAS115", 1, 6, 7, "tas does not know version 2 of the format", "write `tas: 1`")],
    ),
    "version-in-words": (
        "tas: one\nname: n\ncustomer: c\n",
        [("TAS115", 1, 6, 9, "does not know version one", "write `tas: 1`")],
    ),
}

REFERENCES: dict[str, tuple[str, list[Finding]]] = {
    "undeclared-party": (
        f"{CELLS}      solution_fit: {{y: '+'}}\n",
        [
            (
                "TAS117",
                8,
                22,
                23,
                "`y` is not a declared competitor",
                '`tas competitors ID y name="…"`',
            )
        ],
    ),
    "misspelled-party": (
        CELLS.replace("x: {}", "x-sys: {}") + "      solution_fit: {xsys: '+'}\n",
        [
            (
                "TAS117",
                8,
                22,
                26,
                "`xsys` is not a declared competitor",
                "did you mean `solution_fit: {x-sys: '+'}`?",
            )
        ],
    ),
    "undeclared-incumbent": (
        f"{HEAD}incumbent: y\n",
        [("TAS117", 4, 12, 13, "`y` is not a declared competitor", "y name=")],
    ),
    "incumbent-in-a-list": (
        f"{COMPETITOR}incumbent:\n  - us\n  - y\n",
        [("TAS117", 7, 5, 6, "`y` is not a declared competitor", "y name=")],
    ),
    "lost-to-an-undeclared-competitor": (
        f"{HEAD}competitors: {{x-sys: {{}}}}\nclosed: {{to: xsys}}\n",
        [("TAS117", 5, 14, 18, "`xsys` is not a declared competitor", "`closed: {to: x-sys}`")],
    ),
    "lost-to-nobody-in-particular": (
        f"{HEAD}closed: {{to: no decision}}\n",
        [("TAS108", 4, 14, 25, "is not a competitor's short name", "{to: no_decision}`")],
    ),
    "one-date-twice": (
        f"{HEAD}assessments:\n  - date: 2026-01-05\n  - date: 2026-01-05\n",
        [
            (
                "TAS118",
                6,
                11,
                21,
                "two assessments dated 2026-01-05",
                "`tas check ID --fix` merges them",
            )
        ],
    ),
    "reserved-ids": (
        f"{HEAD}competitors: {{us: {{name: U}}, nobody: {{name: N}}}}\n",
        [
            ("TAS119", 4, 15, 17, "`us` cannot be a competitor's short name", "use another one"),
            (
                "TAS119",
                4,
                30,
                36,
                "`nobody` cannot be a competitor's short name",
                "use another one",
            ),
        ],
    ),
    "variation-of-another-strategy": (
        f"{HEAD}strategy: {{chosen: flanking, variation: niche}}\n",
        [("TAS120", 4, 41, 46, "`niche` is not a variation of Flanking", "alter_the_rules")],
    ),
    "variation-of-disengage": (
        f"{HEAD}strategy: {{chosen: disengage, variation: niche}}\n",
        [
            (
                "TAS120",
                4,
                42,
                47,
                "`niche` is not a variation of Disengage",
                "delete the line: it has none",
            )
        ],
    ),
}

ENCODED: dict[str, tuple[bytes, list[Finding]]] = {
    "latin-1": (
        f"{HEAD}owner: Jürg\n".encode("latin-1"),
        [("TAS114", 4, 9, 10, "not UTF-8 (byte 0xfc)", "save the file as UTF-8")],
    ),
    "utf-16": (
        HEAD.encode("utf-16"),
        [("TAS114", 1, 1, 1, "saved as UTF-16", "save the file as UTF-8")],
    ),
    "utf-16-without-a-mark": (
        HEAD.encode("utf-16-le"),
        [("TAS114", 1, 1, 1, "saved as UTF-16", "save the file as UTF-8")],
    ),
    "byte-order-mark-does-not-shift-places": (
        b"\xef\xbb\xbftas: 2\n",
        [("TAS115", 1, 6, 7, "version 2", "")],
    ),
    "crlf": (
        f"{HEAD}owner: 12\n".replace("\n", "\r\n").encode(),
        [("TAS109", 4, 8, 10, "12 without quotes", "")],
    ),
    "cr": (
        f"{HEAD}owner: 12\n".replace("\n", "\r").encode(),
        [("TAS109", 4, 8, 10, "12 without quotes", "")],
    ),
    "astral-characters-before": (
        f"{HEAD}closed: {{reason: 😀😀, date: x}}\n".encode(),
        [("TAS108", 4, 28, 29, "'x' is not a date", DATE)],
    ),
}

TEXTS = SYNTAX | SHAPES | VALUES | REFERENCES
ALL: dict[str, tuple[bytes, list[Finding]]] = {
    **{name: (text.encode(), findings) for name, (text, findings) in TEXTS.items()},
    **ENCODED,
}
