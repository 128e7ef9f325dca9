"""Evidence that a debrief doubted counts nowhere until something newer confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from terminal import talk
from workspaces import HEAD, write

from tas_cli.method.catalogue import sales_steps

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

DEBRIEF = """\
debriefs:
  - date: 2026-11-16
    claimed: solution
    outcomes: {capabilities_embraced: not_shown, requirements_confirmed: not_shown,
               proof_defined: doubtful}
    step: reset
    reset_to: develop
    reason: Nothing could be shown
"""


def steps(*names: str, when: str = "2026-11-02") -> str:
    """Return records of steps whose outcomes all have evidence."""
    return "".join(
        f"    {name}:\n      outcomes:\n"
        + "".join(
            f"        {each.key}: {{evidence: [{{when: {when}, what: a}}]}}\n"
            for each in sales_steps()[name].outcomes
        )
        for name in names
    )


def deal(step: str, rest: str = "", shown: str = steps("qualify", "develop", "solution")) -> str:
    """Return a deal over a thousand in the given step."""
    return f"{HEAD}amount: 1000\nprocess:\n  step: {step}\n  steps:\n{shown}{rest}"


def money(tas: Tas, folder: Path, **texts: str) -> Any:
    """Return what the board totals for some deals."""
    write(folder, {f"opportunities/{name}.yaml": text for name, text in texts.items()})
    (found,) = tas.at(folder)("board", "--format", "json").json["total"]["money"]
    return found


def test_the_forecast_follows(tas: Tas, tmp_path: Path) -> None:
    """A debrief that shows nothing takes the step out of the board's evidenced figures."""
    assert money(tas, tmp_path, a=deal("proof"))["weighted"] == "600.00"
    assert money(tas, tmp_path, a=deal("develop", DEBRIEF))["weighted"] == "400.00"


def test_gaps_are_never_netted(tas: Tas, tmp_path: Path) -> None:
    """A deal claimed below its evidence does not offset another deal's gap."""
    bare = deal("proof", shown="    qualify: {}\n")
    found = money(tas, tmp_path, low=deal("qualify"), high=bare)
    assert (found["weighted"], found["claimed"]) == ("600.00", "600.00")
    assert found["optimism"] == "600.00"


def test_the_step_does_not_go_on(tas: Tas, tmp_path: Path) -> None:
    """After a reset, no older evidence makes the step complete."""
    write(tmp_path, {"opportunities/a.yaml": deal("develop", DEBRIEF)})
    out = tas.at(tmp_path)("step", "a").out
    assert "go on" not in out
    assert "The debrief on 2026-11-16 reset the deal to sales step Develop" in out


COUNTS = {
    "the-day-before": (deal("proof", DEBRIEF.replace("11-16", "11-24")), "solution"),
    "from-that-day": (deal("proof", DEBRIEF), "develop"),
    "shown-in-a-later-one": (
        deal("proof", DEBRIEF + DEBRIEF.partition("\n")[2].replace("11-16", "11-18")
             .replace("not_shown", "shown").replace("doubtful", "shown")), "solution",
    ),
    "a-later-one-of-another-step": (
        deal("proof", f"{DEBRIEF}  - {{date: 2026-11-18, claimed: develop,"
             " outcomes: {key_sponsor_named: shown}}\n"), "develop",
    ),
    "evidence-of-that-day": (
        deal("proof", DEBRIEF, steps("qualify", "develop")
             + steps("solution", when="2026-11-16")), "develop",
    ),
    "new-evidence": (
        deal("proof", DEBRIEF, steps("qualify", "develop")
             + steps("solution", when="2026-11-17")), "solution",
    ),
    "met-again": (
        deal("proof", DEBRIEF, steps("qualify", "develop") + steps("solution").replace(
            ": {evidence", ": {date: 2026-11-17, evidence")), "solution",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "supported"), COUNTS.values(), ids=COUNTS)
def test_newer_evidence_counts_again(tas: Tas, tmp_path: Path, text: str, supported: str) -> None:
    """It counts again with later evidence, when met again, or when shown in a later debrief."""
    write(tmp_path, {"opportunities/a.yaml": text})
    tas_there = tas.at(tmp_path)
    assert (
        tas_there("step", "a", "--format", "json").json["process"]["after"]["supported"]
        == supported
    )
    assert tas_there("prep", "a", "--format", "json").json["supported"] == supported


CONFIRMED = DEBRIEF.replace("step: reset\n    reset_to: develop", "step: confirmed")
CHECKED = {
    "against-evidence": (deal("proof", DEBRIEF), "process/steps/solution/outcomes"),
    "against-a-complete-step": (deal("develop", DEBRIEF), "process/step"),
    "a-complete-step-shown-since": (
        deal("develop", DEBRIEF, steps("qualify")
             + steps("develop", "solution", when="2026-11-17")), "",
    ),
    "against-itself": (deal("proof", CONFIRMED), "debriefs/0/step"),
    "no-longer-claimed": (deal("solution", CONFIRMED, steps("qualify", "develop")), ""),
    "shown-since": (
        deal("proof", CONFIRMED, steps("qualify", "develop")
             + steps("solution", when="2026-11-17")), "",
    ),
    "in-agreement": (deal("proof", CONFIRMED.replace("not_shown", "shown")
                          .replace("doubtful", "shown")), ""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "place"), CHECKED.values(), ids=CHECKED)
def test_a_disagreement_is_found(tas: Tas, tmp_path: Path, text: str, place: str) -> None:
    """A check reports where claim, evidence and debrief contradict each other, and nothing else."""
    write(tmp_path, {"opportunities/a.yaml": text})
    found = tas.at(tmp_path)("check", "--select", "TAS416", "--format", "json").json["diagnostics"]
    places = ["/".join(map(str, each["path"])) for each in found]
    assert place in places if place else not places


NOTHING = ("--by", "m", *(f"--outcome={each.key}=not_shown" for each in
                          sales_steps()["solution"].outcomes))  # fmt: skip


def test_confirming_a_step_without_evidence(tas: Tas, tmp_path: Path) -> None:
    """A script needs the flag to confirm a step with nothing shown."""
    write(tmp_path, {"opportunities/a.yaml": deal("proof")})
    tas_there = tas.at(tmp_path)
    refused = tas_there("debrief", "a", "--confirm", *NOTHING)
    assert refused.status == 2
    assert "no outcome of sales step Solution was shown" in refused.err
    assert "--nothing-shown" in refused.err
    assert tas_there("debrief", "a", "--confirm", "--outcome", "proof_defined=shown", "--dry-run",
                *NOTHING[:4]).status == 0  # fmt: skip
    result = tas_there("debrief", "a", "--confirm", "--nothing-shown", *NOTHING, "--format", "json")
    assert (result.status, result.json["debrief"]["supported"]) == (0, "develop")


def test_confirming_outcomes_nobody_judged(tas: Tas, tmp_path: Path) -> None:
    """If no outcome was judged, the file decides what is shown; if nothing is, it is refused."""
    bare = deal("proof", shown="    qualify: {}\n")
    write(tmp_path, {"opportunities/a.yaml": bare, "opportunities/b.yaml": deal("proof")})
    tas_there = tas.at(tmp_path)
    assert "--nothing-shown" in tas_there("debrief", "a", "--confirm").err
    assert tas_there("debrief", "a", "--confirm", "--nothing-shown").status == 0
    assert tas_there("debrief", "b", "--confirm").status == 0


def test_confirming_at_the_prompts(tmp_path: Path) -> None:
    """A terminal asks once more before such a step is confirmed, and offers a reset."""
    root = write(tmp_path, {"opportunities/a.yaml": deal("proof")})
    status, output = talk(
        root,
        ["debrief", "a", "--plain", "--by", "m"],
        *[("Who answers", ""), ("Last step", ""), *[("Shown, not", "n")] * 3,
         ("Number, or your own", ""), ("What you have prepared", ""), ("What was said", ""),
         ("Confirmed or reset", "c"), ("anyway", "n"), ("Confirmed or reset", "c"), ("anyway", "y"),
         ("What needs to be done", ""), ("Your verdict", ""), ("Save", "y")],
    )  # fmt: skip
    assert status == 0, output
    assert "step: confirmed" in (root / "opportunities/a.yaml").read_text()


def test_evidence_after_a_doubt_is_new(tas: Tas, tmp_path: Path) -> None:
    """Undated evidence added after the debrief gets the date of the call."""
    write(tmp_path, {"opportunities/a.yaml": deal("develop", DEBRIEF)})
    tas_there = tas.at(tmp_path)
    for each in sales_steps()["solution"].outcomes:
        call = (f"solution.{each.key}", "--evidence", "Signed", "--who", "A. Beck")
        assert tas_there("outcome", "a", *call).status == 0
    assert (
        tas_there("step", "a", "--format", "json").json["process"]["after"]["supported"]
        == "solution"
    )
    assert "{when: 2026-11-23, who: A. Beck" in (tmp_path / "opportunities/a.yaml").read_text()
