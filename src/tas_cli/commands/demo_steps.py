"""What `tas demo` shows: one step, one idea, the command for it."""

from __future__ import annotations

from typing import NamedTuple

DAY = "2026-11-23"
"""The tour's day: the example deals are at their most interesting then."""


class Step(NamedTuple):
    """A step: its heading, what it is about, and the commands that show it.

    A `screen` takes the whole terminal; it is left out where there is none.
    """

    title: str
    about: str
    commands: tuple[str, ...]
    screen: bool = False


START = (
    "You sell for Corvane Systems, a company that we made up, like every deal and person here."
    " Whatever you change is gone at the end."
)
STEPS = (
    Step(
        "Your deals",
        "Everything that is open, by close date. The four numbers rate each deal on the four"
        " questions of the method, from -5 to +5.",
        ("tas list --status open",),
    ),
    Step(
        "One deal on one page",
        "Twenty criteria, each rated +, - or ? for you and for a competitor. Minuses are on the"
        " left and pluses on the right, so you see who leads where.",
        ("tas show national-manufacturing --vs x-sys",),
    ),
    Step(
        "What a criterion means",
        "Not sure how to rate one? Its page has the questions to ask and what + and - mean.",
        ("tas explain 12",),
    ),
    Step(
        "The strategy",
        "The ratings lead through a decision tree to one of six strategies. tas shows the way, and"
        " which ratings would change the answer.",
        ("tas strategy national-manufacturing",),
    ),
    Step(
        "When something is unknown",
        "tas never guesses. Here three strategies are possible, and it says what to find out.",
        ("tas strategy tamarind-telecom",),
    ),
    Step(
        "Before the meeting",
        "The same unknowns as questions, with what else to bring back.",
        ("tas prep tamarind-telecom",),
    ),
    Step(
        "After the meeting",
        "You learned two things. Each goes in with a number and a sign, and with what was said.",
        (
            'tas rate tamarind-telecom 10=+ --evidence "No one else is as fast" --who COO',
            "tas rate tamarind-telecom 12=+ 15=+",
        ),
    ),
    Step(
        "The full-screen scorecard",
        "The same by keys: arrows move, + - ? rate, e adds evidence, F1 shows all keys, q leaves.",
        ("tas score tamarind-telecom",),
        screen=True,
    ),
    Step(
        "A manager's Monday",
        "Which deals and which reps need attention, and why.",
        ("tas board",),
    ),
    Step(
        "A deal review",
        "The facts a manager wants before asking the four questions of a debrief.",
        ("tas debrief national-manufacturing --prepare",),
    ),
    Step(
        "Nothing slips through",
        "tas checks every deal: ratings without evidence, dates that have passed, claims that do"
        " not add up. The same command runs in CI.",
        ("tas check national-manufacturing tamarind-telecom",),
    ),
)
END = (
    "That was the tour; the example deals are gone again. To start with your own: tas init"
    " my-deals, cd my-deals, tas new."
)
