"""`tas explain` as a user calls it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tas_cli.__main__ import run
from tas_cli.commands import COMMANDS
from tas_cli.method.catalogue import criterion_keys, sales_steps, strategies, tree
from tas_cli.rules.catalogue import RULES

if TYPE_CHECKING:
    from cli import Tas

Captured = pytest.CaptureFixture[str]

TITLES = [
    ("5", "#5 Compelling event"),
    ("#12", "#12 Executive credibility"),
    ("20", "#20 Strategic value"),
    ("executive_credibility", "Which executives can sway this decision"),
    ("Executive-Credibility", "#12 Executive credibility"),
    ("customer's business profile", "#2 Customer's business profile"),
    ("customer\u2019s business profile", "#2 Customer's business profile"),
    ("ubv", "#10 Unique business value (UBV)"),
    ("degree of risk", "- high  "),
    ("degree of risk", "+ low  "),
    ("4", "? unknown"),
    ("12", "Flanking       Win an executive over to the new criteria"),
    ("12", "Decision tree  1 Compelling event, 3 Three to one, 4 Change the criteria"),
    ("16", "Will the order meet our minimum?"),
    ("opportunity", "Question 1: Is there an opportunity?"),
    ("q2", "Question 2: Can we compete?"),
    ("question:4", "#20 Strategic value"),
    ("executive_support", "About #12 Executive credibility."),
    (
        "flanking",
        "tas recommends Acknowledge and expand if #6 is +; otherwise Alter the rules.",
    ),
    ("flanking", "Step 4: Can we get the criteria changed or expanded? Yes."),
    ("eats_resources", "If your rating is not +: A frontal attack costs more than most pursuits."),
    ("keep_collecting", "About #1-#20."),
    ("develop", "Show the customer a future that is worth waiting for. (Delay only)"),
    ("disengage", "Neither an attack nor a position strategy."),
    ("peaceful coexistence", "A variation of the strategy Fragment."),
    ("defend.isolate", "Isolate if a competitor has + on #9, #11, #12 or #15; otherwise Insulate."),
    ("delay", "Have someone inside who makes the case for waiting."),
    ("executive_support", "A guideline of the strategy Flanking."),
    (
        "tree:compelling_event",
        "yes if #5 is +, or #10, #12 and #15 are + (we can create one); otherwise no.",
    ),
    ("can_compete", "yes if #7 and #10 are +, and #6-#10 have more + than -; otherwise no."),
    ("three_to_one", "at least 3 of #6-#15 are +; we have at least 3 times as many + on #6-#15"),
    ("three_to_one", "yes  strategy Frontal"),
    ("change_criteria", "yes if #10, #12 and #15 are +; otherwise no."),
    ("profitable_subset", "yes if #10, #11 and #18 are +; otherwise no."),
    ("protect_position", "`incumbent:` names us, or the file has no `incumbent:` and #9 is +"),
    ("future_value", "yes if #17 or #20 is +; otherwise no."),
    ("tree:1", "no   step 6: "),
    ("qualify", "Usual length: 30 days."),
    ("step:5", "Probability: 100%."),
    ("proof", "The customer has started its formal approval. (formal_approval_begun)"),
    ("qualify.burning_issue_identified", "A verifiable outcome of sales step 1, Qualify."),
    ("burning issue identified", "The customer has named the issue that hurts most."),
    ("contracts_written", "A sales activity in sales step 5, Close."),
    ("stated_answer_outdated", 'Your answer to "<step>" dates from <date>'),
    ("attack_without_funds", "About #4."),
    ("attack_without_funds", "Interpretation: tas adds this caveat and decides when to show it."),
    ("attack_without_event", "An attack needs a compelling event"),
    ("develop", "Be present now for the sake of the next deal, whichever variation you choose."),
    ("reputation", "Count on our name only if the customer knows it from working with us."),
    ("close", "Get the contracts in writing. (contracts_written)"),
    ("close", "whatever we did ourselves."),
    ("qualify", "These are the method's example values. Set your company's own in tas.yaml."),
    ("seven modules", "6 Testing"),
    ("roles", "D Decision-maker  Chooses the offer."),
    ("decision maker", "Buying roles"),
    ("visionary", "Sell the competitive advantage of tomorrow."),
    ("in depth", "Coverage"),
    ("mentor", "Wants us to win and shows us how"),
    ("inner circle", "Rank and influence"),
    ("with us", "-  Non-supporter"),
    ("rank", "Rank and influence"),
    ("track record", "* Who gets the key assignments now?"),
    ("partisans and allies", "BUILD CREDIBILITY"),
    ("indicators", "* a merger or an acquisition"),
    ("leverage", "Ask for help       Ask for one definite thing:"),
    ("leverage", "* Mentor. Wants us to win and shows us how."),
    ("motivate", "* Non-supporter. Would rather have someone else."),
    ("neutralize", "Interpretation: The method has no process for this approach"),
    ("approach", "Alignment"),
    ("path", "Path to a person"),
    ("trusted adviser", "Credibility is trust times capability"),
    ("value chain", "Unique business value is the end of a chain."),
    ("possession", "Setting it up, insuring, administering and financing it"),
    ("value_proposition", "and they combine:"),
    ("by_tracking", "We will track what we deliver with [system]"),
    ("ubv chain", "Differentiation  What of that can nobody else give it?"),
    ("cost of delay", "never added"),
    ("value buyer", "procurement is seldom the value buyer"),
    ("needs", "Delight         They have not imagined it"),
    ("control signs", "* The criteria keep changing."),
    ("calls not returned", "Signs of lost control"),
    ("crises", "Signs of lost personal control"),
    ("business partners", "which of our competitors it also works with"),
    ("planning", "Consolidate  Group them"),
    ("testing", "Recommend   They say what they would do."),
    ("balance", "tas adds them up and names a leader."),
    ("PRIME", "PRIME is a checklist for a complete set of tactics."),
    ("verifiable outcome", "evidence, debrief, qualify, solution, proof, close"),
    ("+", "Rating signs"),
    ("-", "Rating signs"),
    ("?", "Rating signs"),
    ("term:-", "Rating signs"),
    ("TAS102", "compelling_event: {us: -}"),
    ("tas102", "TAS102 bare-sign"),
    ("bare sign", 'compelling_event: {us: "-"}'),
    ("check:bare-sign", "A check on your files. Severity: error. Added in 0.1.0."),
    ("tas116", r"name: Customer\u200b service platform"),
    ("tas114", r"customer: M\xfcller"),
    ("tas505", "The files are called `kestrel-north.yaml` and `kestrel-south.yaml`."),
]

TWO_PAGES = {
    "develop": ("strategy", "step"),
    "compelling_event": ("criterion", "tree"),
    "solution": ("variation", "step"),
    "can we compete": ("question", "tree"),
}

EVERYTHING = [
    *(f"criterion:{key}" for key in criterion_keys()),
    *(f"strategy:{key}" for key in strategies()),
    *(f"tree:{key}" for key in tree().steps),
    *(f"step:{key}" for key in sales_steps()),
    *(rule.code for rule in RULES),
]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def explained(capsys: Captured, *arguments: str) -> str:
    """Run the command and return its output."""
    assert run(["explain", *arguments]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def pages(capsys: Captured, *arguments: str) -> list[dict[str, Any]]:
    """Run the command for a script and return its pages."""
    printed = explained(capsys, *arguments, "--format", "json")
    assert printed.isascii()
    assert printed.endswith("}\n")
    content = json.loads(printed)
    assert content["version"] == 1
    found: list[dict[str, Any]] = content["pages"]
    return found


def unwrapped(text: str) -> str:
    """Return a text unwrapped: each paragraph's words on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize(("name", "sentence"), TITLES)
def test_page(name: str, sentence: str, capsys: Captured) -> None:
    """Each name has the page that a person would expect."""
    assert unwrapped(sentence) in unwrapped(explained(capsys, name))


@pytest.mark.parametrize(("name", "kinds"), TWO_PAGES.items())
def test_two_meanings(name: str, kinds: tuple[str, ...], capsys: Captured) -> None:
    """A name with two meanings shows both pages, separated by a line."""
    assert explained(capsys, name).count("\n\n" + "-" * 80 + "\n\n") == len(kinds) - 1
    assert tuple(page["kind"] for page in pages(capsys, name)) == kinds


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("champion", "inside_support"),
        ("budget", "access_to_funds"),
        ("economic buyer", "executive_credibility"),
        ("decision maker", "roles"),
        ("burning issue", "compelling_event"),
    ],
)
def test_other_words(word: str, key: str, capsys: Captured) -> None:
    """What sellers call a thing elsewhere leads to its page."""
    assert key in [page["key"] for page in pages(capsys, word)]


def test_kind_narrows(capsys: Captured) -> None:
    """A kind before the name selects the page of that kind."""
    assert [page["kind"] for page in pages(capsys, "step:develop")] == ["step"]
    assert [page["kind"] for page in pages(capsys, "Strategy: Develop")] == ["strategy"]


def test_words_without_quotes(capsys: Captured) -> None:
    """Several words are one name if such a name exists, otherwise a name each."""
    assert [page["key"] for page in pages(capsys, "executive", "credibility")] == [
        "executive_credibility"
    ]
    assert [page["number"] for page in pages(capsys, "5", "12")] == [5, 12]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("fronal", "Did you mean frontal?"),
        ("step:frontl", "Did you mean frontal"),
        ("funds", "Did you mean access_to_funds or attack_without_funds?"),
        ("TAS20", "Did you mean TAS201, TAS202 or TAS203? Run"),
        ("checks", "Run `tas explain` to list all names."),
        ("TAS999", "Run `tas explain` to list all names."),
        ("21", "Run `tas explain` to list all names."),
        ("xyzzy", "Run `tas explain` to list all names."),
        ("", "Run `tas explain` to list all names."),
    ],
)
def test_unknown_name(name: str, meant: str, capsys: Captured) -> None:
    """An unknown name is an error, and the message suggests the likely ones."""
    assert run(["explain", name]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f'unknown name "{name}"' in printed.err
    assert meant in printed.err


def test_unknown_name_is_data(capsys: Captured) -> None:
    """A name with terminal escapes, or an endless one, is shown shortened and harmless."""
    assert run(["explain", "\x1b[31m" + "x" * 9000]) == 2
    message = capsys.readouterr().err
    assert "\x1b" not in message
    assert len(message) < 200


@pytest.mark.parametrize("name", EVERYTHING)
def test_everything_has_a_page(name: str, capsys: Captured) -> None:
    """Every criterion, strategy, step and check has one page, with an underlined title."""
    _, underline, *rest = explained(capsys, name).splitlines()
    assert set(underline) == {"="}
    assert len(rest) > 3


def test_nothing_is_wider_than_the_terminal(capsys: Captured) -> None:
    """At 80 columns no line of any page, or of the list, is longer."""
    names = [f"{page['kind']}:{page['key']}" for page in pages(capsys)]
    texts = [explained(capsys), *(explained(capsys, name) for name in names)]
    assert max(len(line) for text in texts for line in text.splitlines()) <= 80


def test_width_is_followed(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """A narrow terminal gets narrow lines; on a very wide one they stay readable."""
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, explained(capsys, "flanking").splitlines())) <= 50
    monkeypatch.setenv("COLUMNS", "300")
    assert 80 < max(map(len, explained(capsys, "flanking").splitlines())) <= 88


def test_plain_text(capsys: Captured) -> None:
    """Pages have no color: they are the same on a terminal and in a pipe."""
    assert "\x1b" not in explained(capsys, "flanking")


def test_list(capsys: Captured) -> None:
    """Without a name, everything that can be explained is listed in groups."""
    listed = explained(capsys)
    assert " 5 compelling_event" in listed
    assert "STEPS OF THE SALES PROCESS (step:)" in listed
    assert all(page["key"] in listed for page in pages(capsys))
    assert "TAS102 bare-sign" in listed


def test_json_has_everything(capsys: Captured) -> None:
    """Without a name, JSON has every page, and each is found by its kind and key."""
    every = pages(capsys)
    assert len({(page["kind"], page["key"]) for page in every}) == len(every)
    assert {"criterion", "tree", "outcome", "term", "check"} <= {page["kind"] for page in every}


def test_json_facts(capsys: Captured) -> None:
    """A script finds a page's facts by name, with tas's reading apart from the method."""
    (step,) = pages(capsys, "can_compete")
    assert (step["yes"], step["no"]) == ("three_to_one", "protect_position")
    assert step["reads"][1] == "solution_fit"
    assert step["reading"]
    (outcome,) = pages(capsys, "outcome:burning_issue_identified")
    assert outcome["of"] == "qualify"


def test_summary(capsys: Captured) -> None:
    """The command's own help begins with its line from `tas --help`."""
    [summary] = [each.summary for each in COMMANDS if each.name == "explain"]
    assert unwrapped(summary) in unwrapped(explained(capsys, "--help"))


@pytest.mark.parametrize(
    ("begun", "offered"),
    [("comp", "compelling_event"), ("TAS10", "TAS102"), ("tas10", "tas102"), ("flan", "flanking")],
)
def test_completion(tas: Tas, begun: str, offered: str) -> None:
    """The shell offers keys, and codes in the case the user started with."""
    assert offered in tas.offered(f"tas explain {begun}")


@pytest.mark.parametrize("code", ["attack_without_event", "attack_without_ubv", "competitor_blank"])
def test_a_caveat_of_the_method_is_not_labeled_our_reading(capsys: Captured, code: str) -> None:
    """Only tas's own additions are marked."""
    assert "Interpretation" not in explained(capsys, f"caveat:{code}")
    assert pages(capsys, f"caveat:{code}")[0]["reading"] == []
