"""The checks of the sales process and its debriefs, on both sides of their limits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from workspaces import HEAD, day

from tas_cli.checking.examine import examine
from tas_cli.diagnostics import Diagnostic
from tas_cli.method.catalogue import sales_steps
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.forecast import FORECAST_RULES
from tas_cli.rules.tas514_step_without_place import RULE as PLACELESS

TODAY = day("2026-11-23")
OURS = "team: {nicole: {name: Nicole B.}}\n"


def settings(text: str) -> Settings:
    """Return the settings of a text."""
    value = read_as(Settings, (text or "tas: 1\n").encode(), "tas.yaml").value
    assert value is not None
    return value


def found(text: str, ours: str = OURS, family: str = "TAS4") -> list[Diagnostic]:
    """Return what a family's checks find in a file: the usual head plus this text."""
    every = examine(f"{HEAD}{text}".encode(), settings(ours), TODAY).diagnostics
    assert not [each for each in every if each.severity == "error"]
    return [each for each in every if each.code.startswith(family)]


def in_short(text: str, ours: str = OURS) -> list[str]:
    """Return the findings in short: code, severity and place."""
    return sorted(
        f"{each.code} {each.severity} {'/'.join(map(str, each.path))}" for each in found(text, ours)
    )


def shown(*steps: str, but: str = "", on: str = "2026-11-02") -> str:
    """Return records of steps with all but one of their outcomes met."""
    return ", ".join(
        f"{step}: {{outcomes: {{"
        + ", ".join(
            f"{each.key}: {{evidence: [{{when: {on}, who: a}}]}}"
            for each in sales_steps()[step].outcomes
            if each.key != but
        )
        + "}}"
        for step in steps
    )


def process(steps: str, more: str = "step: develop", rest: str = "") -> str:
    """Return a process with these records, and the rest of the file."""
    return f"process: {{{more}{more and ', '}steps: {{{steps}}}}}\n{rest}"


def rated(*cells: str) -> str:
    """Return an assessment of us."""
    ratings = ", ".join(f"{cell[:-1]}: {{us: '{cell[-1]}'}}" for cell in cells)
    return f"assessments: [{{date: 2026-11-16, ratings: {{{ratings}}}}}]\n"


SHOWN = "{evidence: [{when: 2026-11-05, who: a}]}"
BARE = "{date: 2026-11-05}"
QUALIFIED = shown("qualify")
STEP = "process/step"


def met(step: str, outcome: str, how: str = SHOWN) -> str:
    """Return a record of a step with one outcome."""
    return f"{step}: {{outcomes: {{{outcome}: {how}}}}}"


def place(step: str, outcome: str) -> str:
    """Return the place of an outcome."""
    return f"process/steps/{step}/outcomes/{outcome}"


ISSUE = ("develop", "burning_issue_confirmed")
SPONSOR = ("develop", "key_sponsor_named")
YES = ("proof", "verbal_approval_given")
LIKED = ("solution", "capabilities_embraced")
WELL = ("compelling_event+", "inside_support+")
NOT_NOW = ("solution_fit-", "unique_business_value-")


def agreed(*cells: str, rest: str = "", also: str = "") -> str:
    """Return a file that says the decision-maker agrees."""
    steps = f"{shown('qualify', 'develop', 'solution')}{also}"
    return process(steps, "step: proof", rated(*WELL, *cells) + rest)


AGAINST_RATINGS = {
    "urgent-and-unknown": (
        process(f"{QUALIFIED}, {met(*ISSUE)}", rest=rated("compelling_event?")),
        [f"TAS401 warning {place(*ISSUE)}"],
    ),
    "urgent-and-never-rated": (
        process(f"{QUALIFIED}, {met(*ISSUE)}"), [f"TAS401 warning {place(*ISSUE)}"],
    ),
    "urgent-and-rated-so": (
        process(f"{QUALIFIED}, {met(*ISSUE)}", rest=rated("compelling_event+")), [],
    ),
    "urgent-without-evidence": (
        process(f"{QUALIFIED}, {met(*ISSUE, BARE)}", rest=rated("compelling_event-")),
        [f"TAS401 warning {place(*ISSUE)}", f"TAS406 warning {place(*ISSUE)}"],
    ),
    "urgent-from-tomorrow": (
        process(f"{QUALIFIED}, {met(*ISSUE, '{date: 2026-11-24}')}"), [],
    ),
    "urgent-in-a-deal-that-is-over": (
        process(f"{QUALIFIED}, {met(*ISSUE)}", rest="status: lost\n"), [],
    ),
    "a-sponsor-who-is-rated-minus": (
        process(f"{QUALIFIED}, {met(*SPONSOR)}", rest=rated("inside_support-")),
        [f"TAS402 warning {place(*SPONSOR)}"],
    ),
    "a-sponsor-who-is-rated-plus": (
        process(f"{QUALIFIED}, {met(*SPONSOR)}", rest=rated("inside_support+")), [],
    ),
    "a-yes-against-the-ratings": (
        agreed("political_alignment-"), [f"TAS403 warning {place(*LIKED)}"],
    ),
    "two-are-reported-once-at-the-last": (
        agreed("political_alignment-", "executive_credibility-", also=f", {met(*YES)}"),
        [f"TAS403 warning {place(*YES)}"],
    ),
    "a-yes-and-an-unknown-rating": (agreed("political_alignment?"), []),
    "cannot-be-won-now": (
        agreed(*NOT_NOW, rest="incumbent: nobody\n"), [f"TAS404 warning {STEP}"],
    ),
    "another-strategy-is-reachable": (agreed(*NOT_NOW, rest="incumbent: us\n"), []),
    "cannot-be-won-now-and-is-over": (
        agreed(*NOT_NOW, rest="incumbent: nobody\nstatus: lost\n"), [],
    ),
    "cannot-be-won-now-and-is-early": (
        process(QUALIFIED, rest=rated(*NOT_NOW) + "incumbent: nobody\n"), [],
    ),
    "proof-claimed-by-its-day": (
        process(
            f"{shown('qualify', 'develop', 'solution', 'proof')[:-1]}, completed: 2026-11-09}}",
            "",
            rated(*WELL, *NOT_NOW) + "incumbent: nobody\n",
        ),
        ["TAS404 warning process/steps/proof/completed"],
    ),
}  # fmt: skip

FIRST, LAST = "change_in_strategy", "first_contacts_named"
CLAIMS = {
    "more-than-shown": (process(shown("qualify", but=FIRST)), [f"TAS405 warning {STEP}"]),
    "as-much-as-shown": (process(QUALIFIED), []),
    "less-than-shown": (process(QUALIFIED, "step: qualify"), []),
    "by-its-day": (
        process("qualify: {completed: 2026-11-02}", ""),
        ["TAS405 warning process/steps/qualify/completed"],
    ),
    "of-a-deal-that-is-over": (process("", rest="status: disengaged\n"), []),
    "bare-and-claimed-is-reported-once": (
        process(f"qualify: {{outcomes: {{{FIRST}: {BARE}}}}}"), [f"TAS405 warning {STEP}"],
    ),
    "bare-in-the-present-step": (
        process(met("qualify", FIRST, BARE), "step: qualify"),
        [f"TAS406 warning {place('qualify', FIRST)}"],
    ),
    "bare-and-not-known-yet": (
        process(met("qualify", FIRST, "{date: 2026-11-24}"), "step: qualify"), [],
    ),
    "ahead-of-a-step-that-lacks-something": (
        process(
            f"{shown('qualify', but=FIRST)}, {met('develop', 'investment_process_confirmed')}",
            "step: qualify",
        ),
        [f"TAS407 info {place('develop', 'investment_process_confirmed')}"],
    ),
    "ahead-by-its-day": (
        process(
            f"{shown('qualify', on='2026-11-06')}, "
            f"{met('develop', 'investment_process_confirmed')}"
        ),
        [f"TAS407 info {place('develop', 'investment_process_confirmed')}"],
    ),
    "on-the-same-day": (
        process(
            f"{shown('qualify', on='2026-11-05')}, "
            f"{met('develop', 'investment_process_confirmed')}"
        ),
        [],
    ),
    "ahead-of-what-TAS405-asks-about": (
        process(
            f"{shown('qualify', but=FIRST)}, {met('develop', 'investment_process_confirmed')}"
        ),
        [f"TAS405 warning {STEP}"],
    ),
    "ahead-of-what-is-met-and-bare": (
        process(
            f"{shown('qualify', but=FIRST)[:-2]}, {FIRST}: {BARE}}}}}, "
            f"{met('develop', 'investment_process_confirmed')}",
            "step: qualify",
        ),
        [f"TAS406 warning {place('qualify', FIRST)}"],
    ),
}  # fmt: skip


def begun(day: str, rest: str = "debriefs: [{date: 2026-11-16}]\n") -> str:
    """Return a deal that has been in its first step since that date."""
    return process(f"qualify: {{started: {day}}}", "step: qualify", rest)


def debriefed(*debriefs: str) -> str:
    """Return debriefs of these dates, and a deal that started this month."""
    days = ", ".join(f"{{date: {debrief}}}" for debrief in debriefs)
    return begun("2026-11-02", f"debriefs: [{days}]\n")


SINCE = "process/steps/qualify/started"
TIMES = {
    "as-long-as-usual": (begun("2026-10-24"), []),
    "a-day-longer": (begun("2026-10-23"), [f"TAS408 warning {SINCE}"]),
    "longer-since-the-move": (
        process("", "step: qualify", "history: [{date: 2026-10-23, field: process.step, to: "
        "qualify}]\ndebriefs: [{date: 2026-11-16}]\n"),
        [f"TAS408 warning {STEP}"],
    ),
    "started-on-an-unknown-date": (process("", "step: qualify"), []),
    "thirty-days-after-a-debrief": (debriefed("2026-10-24"), []),
    "thirty-one-days-after": (debriefed("2026-10-23"), ["TAS409 info debriefs/0/date"]),
    "sixty-days-after": (debriefed("2026-09-24"), ["TAS409 info debriefs/0/date"]),
    "sixty-one-days-after": (debriefed("2026-09-23"), ["TAS409 warning debriefs/0/date"]),
    "the-newest-one-counts": (
        debriefed("2026-10-01", "2026-10-20", "2026-09-01"), ["TAS409 info debriefs/1/date"],
    ),
    "one-to-come-does-not": (
        debriefed("2026-10-20", "2026-12-01"),
        ["TAS409 info debriefs/0/date", "TAS421 warning debriefs/1/date"],
    ),
    "none-yet-and-new": (begun("2026-10-24", ""), []),
    "none-yet-and-old": (
        begun("2026-10-23", ""), [f"TAS408 warning {SINCE}", f"TAS409 info {STEP}"],
    ),
    "none-yet-since-the-first-move": (
        process("", "step: qualify", "history: [{date: 2026-10-20, field: process.step, to: "
        "develop}, {date: 2026-11-20, field: process.step, from: develop, to: qualify}]\n"),
        [f"TAS409 info {STEP}"],
    ),
    "due-in-a-deal-that-is-over": (debriefed("2026-01-01") + "status: lost\n", []),
}  # fmt: skip


def agreed_on(action: str, rest: str = "") -> str:
    """Return a debrief that led to an action."""
    return f"debriefs: [{{date: 2026-11-09, by: m, actions: [{{what: x, {action}}}]}}]\n{rest}"


def moved(*days: str, rest: str = "process: {step: qualify}\n") -> str:
    """Return a history in which the expected close moved from each date to the next."""
    changes = ", ".join(
        f"{{date: 2026-0{number}-01, field: expected_close, from: {before}, to: {after}}}"
        for number, (before, after) in enumerate(pairwise(days), 1)
    )
    return f"{rest}history: [{changes}]\n"


ACTION = "debriefs/0/actions/0/due"
MONTHS = ("2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01")
FOLLOWED = {
    "due-today": (agreed_on("due: 2026-11-23"), []),
    "due-yesterday": (agreed_on("due: 2026-11-22"), [f"TAS410 warning {ACTION}"]),
    "due-and-done": (agreed_on("due: 2026-11-22, done: 2026-11-23"), []),
    "without-a-day": (agreed_on("owner: nicole"), []),
    "due-in-a-deal-that-is-over": (agreed_on("due: 2026-11-22", "status: won\n"), []),
    "somebody-is-unknown": (
        agreed_on("owner: nikole"), ["TAS422 warning debriefs/0/actions/0/owner"],
    ),
    "somebody-by-full-name": (agreed_on('owner: "Nicole B."'), []),
    "somebody-was-unknown": (agreed_on("owner: nikole, done: 2026-11-23"), []),
    "moved-three-times": (moved(*MONTHS), ["TAS411 warning history/2/to"]),
    "moved-twice": (moved(*MONTHS[1:]), []),
    "moved-back-once": (moved(*MONTHS[1:], "2026-05-01"), []),
    "moved-three-times-and-back": (
        moved(*MONTHS, "2026-05-01"), ["TAS411 warning history/2/to"],
    ),
    "moved-with-words": (moved(*MONTHS[:3], "soon"), []),
    "moved-from-an-empty-value": (moved("''", *MONTHS[1:]), []),
    "moved-without-a-process": (moved(*MONTHS, rest=""), []),
    "moved-with-a-debrief-alone": (
        moved(*MONTHS, rest="debriefs: [{date: 2026-11-16}]\n"), ["TAS411 warning history/2/to"],
    ),
    "the-steps-own-probability": (process(QUALIFIED, "step: develop, probability: 20"), []),
    "another-probability": (
        process(QUALIFIED, "step: develop, probability: 21"), ["TAS412 info process/probability"],
    ),
    "zero-is-another-probability": (
        process(QUALIFIED, "step: develop, probability: 0"), ["TAS412 info process/probability"],
    ),
    "before-the-first-step": (process("", "step: qualify, probability: 0"), []),
    "won-and-signed": (
        process(met("close", "agreement_signed"), rest="status: won\n"), [],
    ),
    "won-and-claimed-to-be-signed": (
        process(met("close", "agreement_signed", BARE), rest="status: won\n"),
        ["TAS413 warning status"],
    ),
    "won": (process("", rest="status: won\n"), ["TAS413 warning status"]),
    "won-without-a-process": ("status: won\n", []),
    "lost": (process("", rest="status: lost\n"), []),
}  # fmt: skip


def debriefs(*records: str, rest: str = "owner: nicole\n") -> str:
    """Return debriefs in flow style."""
    return rest + "debriefs: [" + ", ".join(f"{{{record}}}" for record in records) + "]\n"


ALONE = {
    "by-the-owner": (debriefs("date: 2026-11-16, by: nicole"), ["TAS414 warning debriefs/0/by"]),
    "by-the-owners-full-name": (
        debriefs('date: 2026-11-16, by: "Nicole B., sales"'), ["TAS414 warning debriefs/0/by"],
    ),
    "nobody-asked": (
        debriefs("date: 2026-11-16, present: [Nicole]"), ["TAS414 warning debriefs/0/present"],
    ),
    "somebody-else-was-there": (
        debriefs("date: 2026-11-16, by: nicole, present: [nicole, martha]"), [],
    ),
    "by-somebody-else": (debriefs("date: 2026-11-16, by: martha, present: [nicole]"), []),
    "without-names": (debriefs("date: 2026-11-16"), []),
    "the-newest-one-counts": (
        debriefs("date: 2026-11-09, by: nicole", "date: 2026-11-16, by: martha"), [],
    ),
    "a-deal-without-an-owner": (debriefs("date: 2026-11-16, by: nicole", rest=""), []),
    "over": (debriefs("date: 2026-11-16, by: nicole", rest="owner: nicole\nstatus: won\n"), []),
}  # fmt: skip
LATER = (
    "actions: [{date: 2026-12-20, what: x}, {date: 2026-11-02, what: y, due: 2026-11-05}]\n"
    "history: [{date: 2026-12-21, field: amount, from: '5'}]\n"
)
"""An action item and a change dated later, before an action item that is overdue."""
ON_DAYS = {
    "two-of-a-day": (
        debriefs(*["date: 2026-11-16, by: m"] * 2), ["TAS420 warning debriefs/1/date"],
    ),
    "of-two-days": (debriefs("date: 2026-11-16, by: m", "date: 2026-11-17, by: m"), []),
    "tomorrow": (debriefs("date: 2026-11-24, by: m"), ["TAS421 warning debriefs/0/date"]),
    "today": (debriefs("date: 2026-11-23, by: m"), []),
    "overdue-after-one-to-come": (LATER, ["TAS410 warning actions/1/due"]),
}  # fmt: skip
OWN = "steps: {first_call: {after: qualify, outcomes: {called_back: {}}}}\n"
NAMES = {
    "of-a-step": ("process: {step: devlop}\n", "", [f"TAS415 warning {STEP}"]),
    "of-a-step-with-a-record": (
        "process: {steps: {qualfy: {outcomes: {x: {}}}}}\n", "",
        ["TAS415 warning process/steps/qualfy"],
    ),
    "of-an-outcome": (
        "process: {steps: {qualify: {outcomes: {key_sponsor_named: {date: 2026-11-02}}}}}\n", "",
        [f"TAS415 warning {place('qualify', 'key_sponsor_named')}"],
    ),
    "of-an-activity": (
        "process: {steps: {qualify: {activities: {team_asembled: {status: done}}}}}\n", "",
        ["TAS415 warning process/steps/qualify/activities/team_asembled"],
    ),
    "of-an-activity-of-our-own": (
        "process: {steps: {qualify: {activities: {called_them: {status: done}}}}}\n", "", [],
    ),
    "of-a-step-of-our-own": ("process: {step: first_call}\n", OWN, [f"TAS405 warning {STEP}"]),
    "of-an-outcome-of-our-own": (f"process: {{steps: {{{met('first_call', 'called_back')}}}}}\n",
        OWN, [f"TAS407 info {place('first_call', 'called_back')}"],
    ),
    "in-a-debrief": (
        debriefs("date: 2026-11-16, claimed: a, supported: b, reset_to: c, outcomes: {d: shown}"),
        "",
        [
            f"TAS415 warning debriefs/0/{at}"
            for at in ("claimed", "outcomes/d", "reset_to", "supported")
        ],
    ),
    "of-another-step-in-a-debrief": (
        debriefs(f"date: 2026-11-16, claimed: develop, outcomes: {{{FIRST}: shown}}"), "",
        [f"TAS415 warning debriefs/0/outcomes/{FIRST}"],
    ),
    "of-any-step-in-a-debrief": (
        debriefs(f"date: 2026-11-16, outcomes: {{{FIRST}: shown}}"), "", [],
    ),
    "in-a-deal-that-is-over": ("process: {step: devlop}\nstatus: lost\n", "", []),
}  # fmt: skip
CASES = {
    f"{table}:{name}": case
    for table, cases in {
        "401-404": AGAINST_RATINGS,
        "405-407": CLAIMS,
        "408-409": TIMES,
        "410-413": FOLLOWED,
        "414": ALONE,
        "420-421": ON_DAYS,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_process(text: str, expected: list[str]) -> None:
    """Findings appear exactly where a process, its debriefs and its ratings disagree."""
    assert in_short(text) == expected


@pytest.mark.parametrize(("text", "ours", "expected"), NAMES.values(), ids=NAMES)
def test_names(text: str, ours: str, expected: list[str]) -> None:
    """A name that the company's process lacks is reported where it is used."""
    assert in_short(text, ours) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CASES["401-404:urgent-and-unknown"][0], "#5 Compelling event is unknown"),
        (
            CASES["401-404:two-are-reported-once-at-the-last"][0],
            "#12 Executive credibility and #15 Political alignment are -",
        ),
        (
            CASES["401-404:cannot-be-won-now"][0],
            "the only strategy your ratings allow is Develop or Disengage",
        ),
        (CASES["405-407:more-than-shown"][0], "but no step is backed by evidence"),
        (CASES["405-407:ahead-by-its-day"][0], "Qualify was not complete until 2026-11-06"),
        (CASES["408-409:a-day-longer"][0], "has taken 31 days so far; it usually takes 30"),
        (CASES["408-409:sixty-one-days-after"][0], "on 2026-09-23, 61 days ago"),
        (agreed_on("due: 2026-11-22, owner: nicole"), "nicole's action item is 1 day overdue"),
        (CASES["410-413:moved-three-times"][0], "slipped 3 times, by 92 days in total"),
        (CASES["410-413:another-probability"][0], "with Qualify completed it would be 20%"),
    ],
)
def test_messages(text: str, message: str) -> None:
    """A finding names the steps, criteria, dates and numbers it is about."""
    assert any(message in each.message for each in found(text))


def test_the_first_missing_outcome_is_suggested() -> None:
    """A step claimed too early comes with the command for the first missing outcome."""
    (short,) = found(process(shown("qualify", but=FIRST)))
    show = f'`tas outcome ID qualify.{FIRST} --evidence "…" --who "…"`'
    assert short.help == f"{show}, or go back: `tas step ID qualify`"
    (long,) = found("process: {step: solution}\n")
    assert "`key_sponsor_named` and 4 more), or go back" in str(long.help)


def test_the_days_are_the_companys_own() -> None:
    """The settings say how long a step takes and when a debrief is due."""
    ours = "steps: {qualify: {days: 22}}\ndebrief_after: 7\n"
    assert in_short(begun("2026-11-01"), ours) == []
    assert in_short(begun("2026-10-31"), ours) == [f"TAS408 warning {SINCE}"]
    assert in_short(debriefed("2026-11-15"), ours) == ["TAS409 info debriefs/0/date"]


def test_the_age_of_ratings_is_the_steps_own() -> None:
    """Ratings go stale sooner in a step that says so."""
    ours = "stale_after: 90\nsteps: {qualify: {stale_after: 6}}\n"
    text = "compelling_event: {us: '?'}"
    assessed = f"assessments: [{{date: 2026-11-16, ratings: {{{text}}}}}]\n"
    codes = {
        more: [each.code for each in found(f"{more}{assessed}", ours, "TAS205")]
        for more in ("", "process: {step: develop}\n", "process: {step: qualify}\n")
    }
    assert list(codes.values()) == [[], [], ["TAS205"]]


@pytest.mark.parametrize("declared", RULES, ids=lambda each: each.code)
def test_a_file_without_a_process_has_no_findings(declared: object) -> None:
    """A good file without process and debriefs gets none of these findings."""
    text = str(getattr(declared, "good", ""))
    if "process:" not in text and "debriefs:" not in text:
        assert not [
            each
            for part in text.split("---\n")
            for each in examine(part.encode(), Settings(), TODAY).diagnostics
            if each.code.startswith("TAS4")
        ]


def test_checks_that_take_a_deal_out_of_the_forecast() -> None:
    """The checks that take a deal out of the forecast are existing warnings."""
    assert all(each in RULES for each in FORECAST_RULES)
    assert [(each.code, str(each.severity)) for each in FORECAST_RULES] == [
        (f"TAS40{number}", "warning") for number in range(1, 5)
    ]


def test_the_place_of_an_outcome() -> None:
    """An outcome is marked at its name."""
    (one,) = found(f"process:\n  step: qualify\n  steps:\n    {met('qualify', FIRST, BARE)}\n")
    assert (one.line, one.column, one.end_column) == (7, 26, 44)


@pytest.mark.parametrize(
    ("steps", "message", "advice"),
    [
        ("prof: {days: 9}", "`prof` is not a step of the method, and `after:` is", "`proof`?"),
        ("zz: {}", "`after:` is missing", "qualify, develop, solution, proof, close"),
        ("zz: {after: devlop}", "there is no step `devlop`", "`after: develop`?"),
        ("zz: {after: zz}", "`after: zz` does not lead to one", "name the step"),
        ("zz: {after: y2}, y2: {after: zz}", "`after: y2` does not lead to one", "name the step"),
    ],
)
def test_a_step_without_a_place(steps: str, message: str, advice: str) -> None:
    """A company's own step without a place is reported, with the likely name."""
    assert PLACELESS.check_settings
    first = next(iter(PLACELESS.check_settings(settings(f"steps: {{{steps}}}\n"))))
    assert message in first.message
    assert advice in str(first.help)
    assert first.on_key


def test_steps_with_a_place() -> None:
    """Steps of the method, and own steps that follow each other, are all in order."""
    assert PLACELESS.check_settings
    known = "steps: {proof: {days: 9}, b: {after: a}, a: {after: proof}}\n"
    assert list(PLACELESS.check_settings(settings(known))) == []
    assert list(PLACELESS.check_settings(Settings())) == []
