"""The calls whose output and written bytes are kept, by section: one recording each.

A line holds the arguments of `tas`. Sections of reading call in the same workspace one after the
other; sections of writing call each line for each file, which is put back before every call.
"""

from __future__ import annotations

EXAMPLES = [
    *("bayswater-council", "cobalt-ridge-mining", "cooperativa-vale-do-ipe", "fjaellvik-energi"),
    *("harrow-pike-logistics", "hoshizora-foods", "hospital-san-ildefonso", "kestrel-rail"),
    *("lakeshore-grocers", "national-manufacturing", "quarrystone-cement"),
    *("saint-evariste-assurances", "tamarind-telecom", "wuersch-praezision"),
]
GENERATED = [f"deal-{number:02}" for number in range(26)]
SPECIAL = ["on-the-day", "joint-ours", "joint-theirs"]
"""Days on every boundary; only several cells together decide."""
RICH = ["national-manufacturing", "saint-evariste-assurances"]
DEALS = [*EXAMPLES, *GENERATED[::4], SPECIAL[0]]
DAY = "2026-10-20"

_LIST = [
    "list",
    "list --status open --sort amount",
    "list --sort balance --reverse",
    "list --sort known",
    "list --sort strategy --strategy flanking",
    "list --customer a --sort customer",
    "list --owner nobody-of-ours",
]
_BOARD = [
    "board",
    "board --by step",
    "board --by customer --since 2026-10-20",
    "board --rollout",
    "board --rollout --from 2026-10-01",
    "board --team north",
    "board --owner rep01",
    "board --owner halves",
    "board --owner nicole",
    "board --team nowhere",
]
_ACTIONS = [
    "actions",
    "actions --all",
    "actions --owner rep01",
    "actions --owner nicole --all",
    "actions --no-cache",
]
_TOPICS = [
    *("", "5", "1 12 20", "three_to_one", "change_criteria", "flanking", "develop"),
    *("strategy:develop", "step:proof", "solution", "isolate", "key_sponsor_named", "evidence"),
    *("TAS102", "TAS201", "tas506", "three-to-one", "balance", "no-such-thing", "executive"),
]
_CHECK = [
    "check",
    "check --hints",
    "check --hints",
    "check --strict --select TAS4",
    "check --ignore TAS2,TAS4 --hints",
    "check --statistics",
    "check --exit-zero --select TAS1,TAS5",
    "check deal-03 --hints",
    "check opportunities/wrong-shape.yaml nowhere",
]
_FORMATS = ["json", "sarif", "junit", "gitlab", "github"]


def _each(line: str, deals: list[str]) -> list[str]:
    return [line.format(deal=deal) for deal in deals]


def _as(formatted: str, lines: list[str]) -> list[str]:
    return [f"{line} --format {formatted}" for line in lines]


_FAULTY = ["wrong-shape", "bare-signs", "tas108-wrong-value", "tas117-unknown-party", "alias"]
"""Deals with errors in them, among those with many findings."""

_SHOW = [
    *_each("show {deal}", [*EXAMPLES, *GENERATED[:6], SPECIAL[0]]),
    *_each(f"show {{deal}} --at {DAY} --evidence", RICH),
    *_each("show {deal} --history", [*RICH, *GENERATED[:6]]),
    *_each("show {deal} --evidenced", RICH),
    "show national-manufacturing --vs x-sys",
    "show national-manufacturing --vs nobody-such",
    "show no-such-deal",
    *_each(f"show {{deal}} --at {DAY}", [SPECIAL[0], *GENERATED[6:9]]),
]
_STRATEGY = [
    *_each("strategy {deal}", [*EXAMPLES, *GENERATED, *SPECIAL]),
    *_each(f"strategy {{deal}} --at {DAY}", DEALS),
    *_each("strategy {deal} --evidenced", EXAMPLES[::2]),
]
_PREP = [
    *_each("prep {deal}", [*EXAMPLES, *GENERATED[::2], *SPECIAL]),
    *_each(f"prep {{deal}} --at {DAY}", [*EXAMPLES[::3], *GENERATED[:6:2], SPECIAL[0]]),
]
_DEBRIEF = [
    *_each("debrief {deal} --prepare", DEALS[::2]),
    *_each("debrief {deal} --last", DEALS[::2]),
    "debrief national-manufacturing --prepare --date 2026-11-30",
]

READ: dict[str, list[str]] = {
    "list": [*_LIST, *_as("json", _LIST[:4])],
    "show": _SHOW,
    "show-json": _as("json", _SHOW),
    "show-svg": _as("svg", _each("show {deal}", RICH)),
    "strategy": _STRATEGY,
    "strategy-json": _as("json", _STRATEGY),
    "prep": [*_PREP, *_as("markdown", _PREP[::3])],
    "prep-json": _as("json", _PREP),
    "board": [*_BOARD, *_as("markdown", _BOARD[:5])],
    "board-json": _as("json", _BOARD),
    "actions": [*_ACTIONS, *_as("markdown", _ACTIONS[:3]), *_as("json", _ACTIONS)],
    "debrief": [*_DEBRIEF, *_as("markdown", _DEBRIEF[::3])],
    "debrief-json": _as("json", _DEBRIEF),
    "step": [
        *(each for line in _each("step {deal}", DEALS) for each in (line, f"{line} --format json"))
    ],
    "explain": [f"explain {topic}".strip() for topic in _TOPICS],
    "explain-json": _as("json", [f"explain {topic}".strip() for topic in _TOPICS]),
    "schema": ["schema", "schema settings", "schema --format json", "schema nothing"],
    "check": _CHECK,
    **{f"check-{each}": _as(each, ["check", "check --select TAS1,TAS40"]) for each in _FORMATS},
}
"""Sections of reading, on the examples and generated deals together."""

FINDINGS: dict[str, list[str]] = {
    "findings": [*_CHECK[:6], "check --fix --fix-keys --dry-run", "list", "board", "actions"],
    "findings-shown": [
        *_each("show {deal}", _FAULTY),
        *_each("strategy {deal} --format json", _FAULTY),
        *_each("prep {deal}", _FAULTY),
        *_as("json", ["list", "board", "actions --all"]),
    ],
    **{f"findings-{each}": _as(each, ["check"]) for each in _FORMATS},
    "findings-mended": [
        "check --fix --ignore TAS2,TAS3,TAS4",
        "check --fix --fix-keys --select TAS1",
        "check --write-baseline",
        "check",
        "check --no-baseline --statistics",
        "check --output sarif=out/report.sarif --output report.txt --select TAS40",
        "check --output report.txt --format json --select TAS5",
        "schema --write",
        "schema --write",
    ],
}
"""Sections of reading and mending on files with many different findings."""

WRITE: dict[str, list[str]] = {
    "rate": [
        "rate {deal} 5=+",
        "rate {deal} 7=- 12:x-sys=u 9=? --date 2026-10-05",
        "rate {deal} 14=- --confirm 5,7 --by 'Maria: A.' --date 2026-09-01",
        (
            "rate {deal} 12=+ --evidence 'Said: \"go\" # now' --who 'J. Meyer, COO'"
            " --when 2026-11-19 --link https://example.com/12 --note 'call her'"
        ),
        "rate {deal} 12=- --evidence no --who X",
        "rate {deal} 12=- --replace",
        "rate {deal} 12=+ --evidence 'Once more' --when 2026-11-18 --note ''",
        "rate {deal} --from table.csv --replace",
        "rate {deal} --from table.jsonl --by tomas",
        "rate {deal} 16=+ 20=- --dry-run",
        "rate {deal} 18=+ 5=- --replace --format json",
    ],
    "set": [
        "set {deal} amount=250000.50 currency=CHF expected_close=2027-06-30 owner=tomas",
        "set {deal} amount= owner= competitor:acme=",
        "set {deal} name='New: name' customer=\"it's\" external_id=0065 profit=12",
        "set {deal} future_revenue.one_year=5 future_revenue.three_years=7",
        "set {deal} compelling_event.what='Support ends' compelling_event.date=2027-05-01",
        "set {deal} competitor:new-one='New One' incumbent=us,new-one",
        "set {deal} competitor:x-sys='X Systems' incumbent= --format json",
        "set {deal} expected_close=2027-04-30 compelling_event.what= --dry-run",
        "set {deal} amuont=3",
    ],
    "choose": [
        "choose {deal} frontal --reason 'We can: win' --by tomas",
        "choose {deal} fragment --variation niche --reason x --date 2026-11-20 --format json",
        "choose {deal} disengage --reason 'Not worth it' --dry-run",
        "choose {deal} flanking",
    ],
    "answer": [
        "answer {deal} three_to_one=yes --because 'They said so' --date 2026-11-20",
        "answer {deal} three_to_one= can_compete=no --because 'No # fit'",
        "answer {deal} compelling_event=yes --format json",
    ],
    "outcome": [
        "outcome {deal} key_sponsor_named --evidence 'Named: COO' --who Meyer --when 2026-11-10",
        (
            "outcome {deal} qualify.first_contacts_named --evidence Said"
            " --link https://example.com/1 --date 2026-11-12 --format json"
        ),
        "outcome {deal} agreement_signed --date 2026-11-20",
        "outcome {deal} first_contacts_named --remove",
        "outcome {deal} key_sponsor_named --remove --dry-run",
    ],
    "step": [
        "step {deal} develop",
        "step {deal} qualify --date 2026-11-20 --format json",
        "step {deal} 4 --dry-run",
        "step {deal} Close",
    ],
    "close": [
        "close {deal} lost --reason 'Price: too high'",
        "close {deal} won --date 2026-11-20 --format json",
        "close {deal} disengaged --dry-run",
        "close {deal} open",
    ],
    "debrief": [
        "debrief {deal} --answers answers.json",
        "debrief {deal} --confirm --nothing-shown --date 2026-11-20 --by martha --present tomas",
        (
            "debrief {deal} --reset qualify --reason 'Too: early'"
            " --action 'Ask # her|tomas|2026-12-01' --action Call --done 1"
            " --verdict 'Not yet' --format json"
        ),
        (
            "debrief {deal} --claimed develop --outcome key_sponsor_named=doubtful --confirm"
            " --activity 'Own words' --prepared Agenda --link https://example.com/a"
            " --communication Wrote"
        ),
        "debrief {deal} --confirm --dry-run",
    ],
    "actions-done": [
        "actions done {deal} 1",
        "actions done {deal} 2 --date 2026-11-20 --dry-run",
        "actions done {deal} 2 --format json",
    ],
    "check-fix": [
        "check {deal} --fix",
        "check {deal} --fix --fix-keys --dry-run --hints",
    ],
}
"""Sections of writing, for every file in `inputs/styles`."""

SETTINGS = [
    "check --hints",
    "check --format json",
    "list",
    "board --by step --format json",
    "show plain --format json",
    "prep crane",
    "step crane",
    "step crane solution --format json",
    "outcome crane pilot_agreed --evidence Signed",
    "debrief crane --prepare --format json",
    "explain step:pilot",
    "check --fix --dry-run",
]
"""Called with each of `inputs/settings` as tas.yaml, on two deals."""

REFUSED = [
    *("rate plain", "rate plain 5", "rate plain 99=+", "rate plain 5=x", "rate plain 5:nobody=+"),
    *("rate plain 5=+ 5=-", "rate plain critera=+", "rate plain --confirm 20", "rate plain 12=-"),
    *("rate plain 5=+ 7=+ --evidence Both", "rate plain 5=+ --when 2026-11-20 --who X"),
    *("rate plain 5=+ --date 2026-12-24", "rate plain 5=+ --date 24.12.2026", "rate nowhere 5=+"),
    *("rate plain 5=+ --evidence x --when 2026-12-24", "rate plain 5=+ --evidence x --link 'a b'"),
    *("rate plain 5=+ --from table.csv --evidence x", "rate plain --from missing.csv"),
    *(f"rate plain --from bad-{number}.csv" for number in range(9)),
    *("set plain", "set plain amount", "set plain amount=3m", "set plain currency=Euro"),
    *("set plain expected_close=2027-02-30", "set plain incumbent=acme,nobody", "set plain name="),
    *("set plain competitor:us=X", "set plain competitor:x-sys=", "set plain amount=1 amount=2"),
    *("set plain incumbent=nope", "set plain status=won", "set plain owner=' '"),
    *("choose plain frontal", "choose plain frontl --reason x", "choose plain niche --reason x"),
    *("choose plain frontal --variation niche --reason x",),
    *("choose plain develop --reason x --date 2026-10-01",),
    *("answer plain three_to_one", "answer plain three_to_one=maybe", "answer plain nothing=yes"),
    *("answer plain can_compete= ", "answer plain can_compete=yes --date 2026-12-24"),
    *("outcome plain sponsor", "outcome plain key_sponsor", "outcome plain develop.x"),
    *("outcome plain key_sponsor_named --remove", "outcome plain key_sponsor_named --link x"),
    *("outcome plain key_sponsor_named --date 2026-12-24",),
    *("step plain devlop", "step crane solution", "step crane qualify --date 2026-09-01"),
    *("step crane 9", "step crane close --date 2026-12-24"),
    *(
        "close plain open",
        "close plain lost --date 2026-12-24",
        "close plain won --date 2026-01-05",
    ),
    *("close crane lost --reason ' '", "close plain maybe"),
    *(
        "debrief plain",
        "debrief crane --reset develop",
        "debrief crane --outcome x=shown --confirm",
    ),
    *("debrief crane --confirm --reset qualify --reason x", "debrief crane --done 7 --confirm"),
    *("debrief crane --confirm --date 2026-10-19", "debrief crane --action '|x|y' --confirm"),
    *("debrief crane --answers bad.json", "debrief plain --last", "debrief crane --claimed nope"),
    *("actions done crane 1 --date 2026-10-01", "actions done crane x", "actions done crane"),
    *("actions undo crane 1", "actions done crane 9"),
    *("new plain --name a --customer b", "new n1 --name a --customer b --amount x"),
    *("new n2 --name a", "new n3 --name a --customer b --competitor us=X --close soon"),
    *("show plain --at yesterday", "show plain --format yaml", "show PLAIN", "show plai"),
    *("list --status done", "list --sort size", "board --since soon", "explain", "edit plain"),
    *("check --select TAS999", "check --format xml", "check --jobs 0", "check nowhere.yaml"),
    *("check --write-baseline --select TAS1", "check --fix-keys", "init --ci travis"),
]
"""Calls that are refused, or nearly so."""

MADE: dict[str, list[str]] = {
    "init": [
        "init",
        "init fresh --format json",
        "init ci --ci github --ci gitlab --ci pre-commit",
        "init ci --ci github --install git+https://example.com/tas@1234567 --format json",
        "new fresh --name 'Fresh: start' --customer Harbour",
        (
            "new second --name Second --customer 'O#1' --owner nicole --amount 250000"
            " --currency EUR --close 2027-03-31 --competitor x-sys=X-Sys"
            " --competitor 'acme=Acme: Ltd' --incumbent x-sys --format json"
        ),
        "new second --name Second --customer Harbour",
        "new Wrong_Id --name a --customer b",
        "new --name 'Größe & Co' --customer Änderung",
        "list",
        "check --hints",
    ],
}
"""Sections that begin in an empty folder."""

TABLES = {
    "table.csv": "criterion;party;rating;evidence;who;when;note;date\n"
    '12;us;-;"Said ""no""; twice";J. Meyer;2026-11-20;;\n'
    "solution_fit;x-sys;?;;;;look again;2026-11-20\n"
    "5;;+;Mail;;;;\n",
    "table.jsonl": '{"criterion": 9, "party": "x-sys", "rating": "+"}\n'
    '{"criterion": "Inside support", "rating": "-", "evidence": "Left", "when": "2026-11-02"}\n',
    "answers.json": '{"by": "martha", "present": ["nicole"], "done": [1], "outcomes": '
    '{"first_contacts_named": "shown"}, "claimed": "qualify", "step": "confirmed", '
    '"activity": "solution_first_communicated", "preparation": {"what": "Agenda"}, '
    '"actions": [{"what": "Let her: confirm", "owner": "nicole", "due": "2026-12-04"}], '
    '"verdict": "Good"}\n',
    "bad.json": '{"step": "confirmed", "outcomes": {"key_sponsor_named": "so"}}',
    "bad-0.csv": "",
    "bad-1.csv": "criterion,sign\n5,+\n",
    "bad-2.csv": "criterion,rating\n5,+,extra\n",
    "bad-3.csv": "criterion,rating,rating\n5,+,-\n",
    "bad-4.csv": "criterion,rating\n5,\n",
    "bad-5.csv": 'criterion,rating,evidence\n5,+,"open\n',
    "bad-6.csv": '{"criterion": 5, "rating": true}\n',
    "bad-7.csv": "criterion,rating,when\n5,+,soon\n77,+,\n",
    "bad-8.csv": "sep=;\ncriterion;rating;party\n7;+;x-sys\n7;-;X-Sys\n",
}
"""Files beside the deals that calls of writing read."""
