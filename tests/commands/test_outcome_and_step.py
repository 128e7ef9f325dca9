"""`tas outcome` and `tas step`: what the buyer did, and the current sales step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import DEAL, Deal
from workspaces import HEAD, day, write

from tas_cli.assess.process import sales_process
from tas_cli.commands.completion_names import outcomes, sales_steps
from tas_cli.edits.process import Move, remove_outcome, work_on
from tas_cli.edits.process_names import outcome_named, step_named
from tas_cli.method import catalogue
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.refusals import Refused
from tas_cli.workspace import Workspace
from tas_cli.writing import Plan, look, update

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas


SPONSOR = "develop.key_sponsor_named"
OWN = """\
tas: 1
steps:
  qualify: {needed: 30, outcomes: {first_contacts_named: {title: Names., mandatory: yes}}}
  develop: {title: Grow}
  first_call: {after: qualify, outcomes: {called_back: {}, key_sponsor_named: {}}}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal without a process."""
    return Deal(tas, tmp_path)


def with_process(tas: Tas, root: Path, process: str) -> Deal:
    """Return a deal with a process."""
    return Deal(tas, root, f"{DEAL}process:\n{process}")


def test_the_step_of_a_deal(tas: Tas, tmp_path: Path) -> None:
    """Without a step, the current one and what it lacks are shown; nothing changes."""
    deal = with_process(tas, tmp_path, "  step: develop\n")
    before = deal.text
    out = deal.tas("step", "a").out
    assert out.startswith("Step:       2 Develop\nClaimed:    Qualify")
    assert "To complete sales step Develop:" in out
    assert "Steps:      1 qualify, 2 develop, 3 solution, 4 proof, 5 close" in out
    assert "Saved" not in out
    printed = deal.tas("step", "a", "--format", "json").json
    assert (printed["changed"], printed["step"]["step"]) == (False, "develop")
    assert printed["process"]["before"] == printed["process"]["after"]
    assert deal.text == before


def test_the_step_of_a_deal_without_one(deal: Deal) -> None:
    """A deal without a process is in no step."""
    assert deal.tas("step", "a").out.startswith("Step:       none\nClaimed:    no step yet\n")
    assert deal.tas("step", "a", "--format", "json").json["step"] is None


@pytest.mark.parametrize("option", [["--dry-run"], ["--date", "2026-11-02"]])
def test_a_move_needs_a_step(deal: Deal, option: list[str]) -> None:
    """Options that only apply to a move are refused without a step."""
    result = deal.tas("step", "a", *option)
    assert result.status == 2
    assert "need a step" in result.err


def test_what_is_recorded(tas: Tas, tmp_path: Path) -> None:
    """Without an outcome, each one is shown with its day and evidence, or as missing."""
    what = "{date: 2026-11-02, evidence: [{when: 2026-11-01, who: L. Prado, what: I am your man}]}"
    process = f"  steps: {{develop: {{outcomes: {{key_sponsor_named: {what}}}}}}}\n"
    deal = with_process(tas, tmp_path, process)
    before = deal.text
    out = deal.tas("outcome", "a").out
    assert "evidenced The customer has named a key sponsor" in out
    assert "key_sponsor_named 2026-11-02\n" in out
    assert "  2026-11-01, L. Prado: I am your man" in out
    assert "missing   The customer has informed us of a change" in out
    assert "Nothing recorded yet in Solution, Proof, Close." in out
    printed = deal.tas("outcome", "a", "--format", "json").json
    assert [step["step"] for step in printed["steps"]] == [*catalogue.sales_steps()]
    assert (printed["changed"], deal.text) == (False, before)


def test_step_and_prep_agree_on_the_step(tas: Tas, tmp_path: Path) -> None:
    """If the file names no step, both say so, and name the one that the evidence points to."""
    deal = with_process(tas, tmp_path, "  steps: {develop: {outcomes: {key_sponsor_named: {}}}}\n")
    assert "Step:       none; by evidence in 1 Qualify" in deal.tas("step", "a").out
    assert "No sales step set; by evidence in Qualify." in deal.tas("prep", "a").out
    deal.tas("step", "a", "develop")
    assert "In sales step Develop" in deal.tas("prep", "a").out


def test_an_outcome(deal: Deal) -> None:
    """An outcome is written with date and evidence, and its step's progress is shown."""
    call = ("outcome", "a", SPONSOR, "--evidence", "I am your man", "--who", "L. Prado")
    result = deal.tas(*call, "--when", "2026-11-10")
    assert result.status == 0, result.err
    assert deal.changes() == [
        "+ process:",
        "+   steps:",
        "+     develop:",
        "+       outcomes:",
        "+         key_sponsor_named:",
        "+           date: 2026-11-10",
        "+           evidence:",
        "+             - {when: 2026-11-10, who: L. Prado, what: I am your man}",
    ]
    lines = result.out.splitlines()
    assert lines[0] == "2 Develop: Key sponsorship verified"
    assert "  evidenced The customer has named a key sponsor" in lines[1]
    assert [line.split()[0] for line in lines if line[:3] == "  m"] == ["missing"] * 4
    assert lines[-3:] == [
        "Claimed:    no step yet",
        "Evidenced:  no step yet",
        "Saved opportunities/a.yaml",
    ]


def test_more_evidence(deal: Deal) -> None:
    """A second call adds evidence; repeating the same one adds nothing."""
    first = ("outcome", "a", SPONSOR, "--evidence", "x", "--date", "2026-11-02")
    again = ("outcome", "a", SPONSOR, "--evidence", "y", "--who", "z")
    assert deal.tas(*first, "--format", "json").json["changed"]
    assert deal.tas(*again, "--format", "json").json["changed"]
    assert not deal.tas(*first, "--format", "json").json["changed"]
    assert not deal.tas(*again, "--format", "json").json["changed"]
    assert not deal.tas("outcome", "a", SPONSOR, "--format", "json").json["changed"]
    printed = deal.tas(*again, "--format", "json").json["step"]["outcomes"][0]
    assert [entry["what"] for entry in printed["evidence"]] == ["x", "y"]
    assert (printed["state"], printed["date"]) == ("shown", "2026-11-02")
    deal.tas("outcome", "a", SPONSOR, "--date", "2026-11-01")
    assert "date: 2026-11-01" in deal.text


def test_an_outcome_by_hand(tas: Tas, tmp_path: Path) -> None:
    """What the file already says stays as written, comments and braces included."""
    outcome = "{key_sponsor_named: {evidence: [{when: 2026-10-01, who: a}]}}"
    deal = with_process(tas, tmp_path, f"  steps: {{develop: {{outcomes: {outcome}}}}}  # hm\n")
    assert deal.tas("outcome", "a", SPONSOR, "--evidence", "more").status == 0
    assert deal.text.endswith("[{when: 2026-10-01, who: a}, {what: more}]}}}}  # hm\n")


def test_a_bare_outcome(deal: Deal) -> None:
    """An outcome without evidence is a claim and is called unproven."""
    result = deal.tas("outcome", "a", SPONSOR)
    assert "+         key_sponsor_named: {date: 2026-11-23}" in deal.changes()
    assert "  claimed   The customer has named a key sponsor" in result.out


IN_LINES = """\
  step: develop
  steps:
    develop:
      outcomes:
        key_sponsor_named:
          date: 2026-11-02
"""


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("  steps: {develop: {outcomes: {key_sponsor_named: {date: 2026-11-02}}}}\n", ""),
        (IN_LINES, "process:\n  step: develop\n"),
    ],
)
def test_removing_an_outcome(tas: Tas, tmp_path: Path, before: str, left: str) -> None:
    """Removing an outcome removes its evidence and everything left empty."""
    deal = with_process(tas, tmp_path, before)
    assert tas("outcome", "a", SPONSOR, "--remove", "--format", "json").json["changed"]
    assert deal.text == DEAL + left
    assert not tas("outcome", "a", SPONSOR, "--remove", "--format", "json").json["changed"]


def test_the_step_the_evidence_now_supports(tas: Tas, tmp_path: Path) -> None:
    """The evidenced step is shown next to the claimed one, before and after."""
    write(tmp_path, {"tas.yaml": OWN})
    deal = with_process(tas, tmp_path, "  step: qualify\n")
    result = deal.tas("outcome", "a", "first_contacts_named", "--evidence", "x")
    assert "  evidenced Names. first_contacts_named 2026-11-23, mandatory" in result.out
    assert "Evidenced:  no step yet → Qualify (Opportunity qualified, 20%)" in result.out
    assert "Sales step Qualify is fully evidenced. Next: `tas step a" in result.out
    printed = deal.tas("outcome", "a", "first_contacts_named", "--remove", "--format", "json").json
    assert [printed["process"][at]["supported"] for at in ("before", "after")] == ["qualify", None]
    assert [printed["process"][at]["probability"] for at in ("before", "after")] == [20, 0]


def test_a_step(deal: Deal) -> None:
    """A step is written with its start and the previous one's end, and the history keeps it."""
    result = deal.tas("step", "a", "develop", "--date", "2026-11-20")
    assert result.status == 0, result.err
    assert deal.changes() == [
        "+ process:",
        "+   step: develop",
        "+   steps:",
        "+     qualify:",
        "+       completed: 2026-11-20",
        "+     develop:",
        "+       started: 2026-11-20",
        "+ history:",
        "+   - {date: 2026-11-20, field: process.step, to: develop}",
    ]
    lines = result.out.splitlines()
    assert lines[:3] == [
        "Step:       2 Develop (new), for 3 days",
        "Claimed:    no step yet → Qualify (Opportunity qualified, 20%)",
        "Evidenced:  no step yet",
    ]
    assert "Sales step Qualify is claimed, but these outcomes lack evidence:" in lines
    assert "To complete sales step Develop:" in lines
    for again in ("develop", "2", "Develop"):
        assert not deal.tas("step", "a", again, "--format", "json").json["changed"]
    assert deal.tas("check").status == 0


def test_an_outcome_after_a_step(deal: Deal) -> None:
    """A new step has room for outcomes, on lines of their own."""
    deal.tas("step", "a", "qualify")
    deal.tas("outcome", "a", "burning_issue_identified", "--link", "https://example.com/1")
    assert (
        deal.text.removeprefix(DEAL).partition("history:")[0]
        == """\
process:
  step: qualify
  steps:
    qualify:
      started: 2026-11-23
      outcomes:
        burning_issue_identified:
          date: 2026-11-23
          evidence:
            - {link: "https://example.com/1"}
"""
    )


def test_days_already_in_the_file(tas: Tas, tmp_path: Path) -> None:
    """Dates in the file stay, but a date for the current step corrects its start."""
    dated = (
        "  step: qualify\n  steps:\n"
        "    qualify: {completed: 2026-11-01}\n    develop: {started: 2026-11-03}\n"
    )
    deal = with_process(tas, tmp_path, dated)
    assert tas("step", "a", "develop").status == 0
    assert deal.text.replace("step: develop", "step: qualify").startswith(
        f"{DEAL}process:\n{dated}"
    )
    assert tas("step", "a", "develop", "--date", "2026-11-04").status == 0
    assert "develop: {started: 2026-11-04}" in deal.text
    assert deal.text.count("field: process.step") == 1


def test_going_back(tas: Tas, tmp_path: Path) -> None:
    """A reset withdraws what was recorded of later steps; the step itself restarts that day."""
    dated = """\
  step: proof
  steps:
    qualify: {started: 2026-09-01, completed: 2026-09-20}
    develop: {started: 2026-09-20, completed: 2026-10-01}   # too early
    solution:
      started: 2026-10-01
      completed: 2026-11-01
      outcomes: {proof_defined: {date: 2026-10-20}}
    proof: {started: 2026-11-01}
"""
    deal = with_process(tas, tmp_path, dated)
    result = tas("step", "a", "develop")
    assert deal.changes() == [
        "-   step: proof",
        "+   step: develop",
        "-     develop: {started: 2026-09-20, completed: 2026-10-01}   # too early",
        "+     develop: {started: 2026-11-23}   # too early",
        "-       started: 2026-10-01",
        "-       completed: 2026-11-01",
        "-     proof: {started: 2026-11-01}",
        "+ history:",
        "+   - {date: 2026-11-23, field: process.step, from: proof, to: develop}",
    ]
    lines = result.out.splitlines()
    assert lines[:2] == [
        "Step:       4 Proof → 2 Develop",
        "Reset:      Develop, Solution, Proof (no longer marked as started or completed)",
    ]
    after = tas("step", "a", "develop", "--format", "json").json
    assert (after["changed"], after["process"]["after"]["claimed"]) == (False, "qualify")


def test_an_earlier_day(deal: Deal) -> None:
    """As of an earlier date, a deal is in the step it was in then."""
    deal.tas("step", "a", "qualify", "--date", "2026-11-02")
    deal.tas("step", "a", "proof", "--date", "2026-11-20")
    printed = deal.tas("step", "a", "develop", "--dry-run", "--format", "json").json
    assert printed["process"]["before"]["claimed"] == "solution"
    assert (printed["process"]["before"]["days"], printed["process"]["after"]["days"]) == (3, 0)


def test_a_dry_run(deal: Deal) -> None:
    """--dry-run shows the change as a diff and writes nothing."""
    for call in (("outcome", "a", SPONSOR, "--evidence", "x"), ("step", "a", "develop")):
        result = deal.tas(*call, "--dry-run")
        assert "+process:" in result.out.splitlines()
        assert "Nothing was saved." in result.err
        assert "+process:" in deal.tas(*call, "--dry-run", "--format", "json").json["diff"]
    assert "Nothing would change" in deal.tas("outcome", "a", SPONSOR, "--remove", "--dry-run").out
    assert deal.untouched


def test_json(deal: Deal) -> None:
    """The document has the whole step and the standing."""
    printed = deal.tas("step", "a", "solution", "--format", "json").json
    assert printed["process"]["before"] == {
        "step": None, "days": None, "claimed": None, "claimed_probability": 0, "supported": None,
        "probability": 0, "overclaimed": False, "lacking": [],
    }  # fmt: skip
    after = printed["process"]["after"]
    assert (after["step"], after["days"], after["claimed"]) == ("solution", 0, "develop")
    assert (after["claimed_probability"], after["overclaimed"]) == (40, True)
    assert len(after["lacking"]) == 8
    assert SPONSOR in after["lacking"]
    assert printed["step"]["started"] == "2026-11-23"
    assert [each["state"] for each in printed["step"]["outcomes"]] == ["missing"] * 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["outcome", "a", "develop.key_sponser_named"], "Did you mean develop.key_sponsor_named?"),
        (["outcome", "a", "key_sponser_named"], "Did you mean develop.key_sponsor_named?"),
        (
            ["outcome", "a", "burning_issue"],
            "Did you mean qualify.burning_issue_identified or develop.burning_issue_confirmed?",
        ),
        (["outcome", "a", "proof.zzz"], "Use one of proof.legal_process_started, proof.req"),
        (["outcome", "a", "zzz"], "`tas explain STEP` lists"),
        (["outcome", "a", ""], "unknown outcome"),
        (["outcome", "a", SPONSOR, "--when", "2026-11-02"], "a date alone is not evidence"),
        (["outcome", "a", SPONSOR, "--evidence", "x", "--when", "x"], "not a date"),
        (["outcome", "a", SPONSOR, "--date", "2026-11-24"], "is in the future"),
        (["outcome", "a", SPONSOR, "--remove", "--evidence", "x"], "--remove cannot be combined"),
        (
            ["outcome", "a", SPONSOR, "--remove", "--date", "2026-11-02"],
            "--remove cannot be combined",
        ),
        (["step", "a", "devlop"], "Did you mean develop?"),
        (["step", "a", "6"], "Use one of qualify, develop, solution, proof, close."),
        (["step", "a", "develop", "--date", "2026-11-24"], "is in the future"),
    ],
)
def test_wrong_calls(deal: Deal, arguments: list[str], message: str) -> None:
    """A wrong step, outcome or date exits with 2 and writes nothing."""
    result = deal.tas(*arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert deal.untouched


@pytest.mark.parametrize(
    "name",
    [
        SPONSOR,
        "Grow.key_sponsor_named",
        "3.key_sponsor_named",
        "The customer has named a key sponsor (champion) for the project",
    ],
)
def test_names_of_an_outcome(tas: Tas, tmp_path: Path, name: str) -> None:
    """An outcome can be named by its step's key, title or number and its own title."""
    write(tmp_path, {"tas.yaml": OWN})
    deal = Deal(tas, tmp_path)
    assert tas("outcome", "a", name).status == 0
    assert "develop:" in deal.text


@pytest.mark.parametrize(
    ("name", "step"), [("Develop", "develop"), ("3", "solution"), ("Twin", None), ("Odd", "proof")]
)
def test_keys_and_numbers_win_over_titles(
    tas: Tas, tmp_path: Path, name: str, step: str | None
) -> None:
    """Keys and numbers take precedence over titles, and a title of two steps is refused."""
    titles = {"qualify": "Develop", "develop": "3", "solution": "Twin", "close": "Twin"}
    own = "".join(f'  {key}: {{title: "{title}"}}\n' for key, title in titles.items())
    deal = Deal(tas, tmp_path)
    write(tmp_path, {"tas.yaml": f"tas: 1\nsteps:\n{own}  proof: {{title: Odd}}\n"})
    result = tas("step", "a", name)
    assert result.status == (0 if step else 2)
    assert f"step: {step}\n" in deal.text if step else "one of solution, close" in result.err


def test_an_outcome_of_two_steps(tas: Tas, tmp_path: Path) -> None:
    """An outcome of two steps needs the step's name, and a company's own step is a step."""
    write(tmp_path, {"tas.yaml": OWN})
    Deal(tas, tmp_path)
    result = tas("outcome", "a", "key_sponsor_named")
    assert result.status == 2
    assert f"Use one of first_call.key_sponsor_named, {SPONSOR}." in result.err
    assert tas("outcome", "a", "called_back").status == 0
    assert tas("step", "a", "first_call").status == 0
    assert tas("check").status == 0


def meanwhile(path: Path, first: str, then: str, plan: Plan[Opportunity]) -> str:
    """Return the refusal of a change to a file that changed since the user looked."""
    path.write_text(f"{HEAD}process: {{{first}}}\n", encoding="utf-8")
    seen = look(path, Workspace(path.parent, Settings()), Opportunity)
    path.write_text(f"{HEAD}process: {{{then}}}\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        update(seen, plan)
    assert then in path.read_text(encoding="utf-8")
    return refused.value.message


def test_somebody_else_meanwhile(tmp_path: Path) -> None:
    """What somebody else changed since the user looked is not overwritten."""
    process = sales_process(Settings())
    move = Move(step_named("proof", process), process, None, day("2026-11-23"))
    path = tmp_path / "a.yaml"
    refusal = meanwhile(path, "step: qualify", "step: develop", lambda now: work_on(now, move))
    assert refusal.startswith("someone else has changed process.step; nothing was saved:")
    assert refusal.endswith("it was qualify, is now develop, and yours is proof.")
    met = "steps: {develop: {outcomes: {key_sponsor_named: {date: 2026-11-02}}}}"
    sponsor = outcome_named(SPONSOR, process)
    refusal = meanwhile(path, "step: develop", met, lambda _: remove_outcome(sponsor))
    assert refusal == f"someone else has changed {SPONSOR}; nothing was saved."


def test_completion(tas: Tas, tmp_path: Path) -> None:
    """The shell offers the company's own steps and outcomes."""
    tas.at(write(tmp_path, {"tas.yaml": OWN, "opportunities/a.yaml": DEAL}))
    assert sales_steps("f") == [("first_call", "First call")]
    assert [name for name, _ in outcomes("first_call.")] == [
        "first_call.called_back",
        "first_call.key_sponsor_named",
    ]
    assert ("called_back", "Called back.") in outcomes("c")


def test_editors_are_offered_the_methods_names(tas: Tas) -> None:
    """The schemas list the method's steps, outcomes and activities, and allow others."""
    schema = tas("schema", "opportunity").json
    known = schema["definitions"]
    steps = known["Process"]["properties"]["steps"]
    assert known["Process"]["properties"]["step"]["examples"] == list(steps["properties"])
    assert list(steps["properties"]) == list(catalogue.sales_steps())
    assert steps["propertyNames"]["pattern"]
    for each in catalogue.sales_steps().values():
        offered = steps["properties"][each.key]
        assert offered["title"] == f"{each.number} {each.title}"
        of_step = known[offered["$ref"].rpartition("/")[2]]["properties"]
        for kind, entries in (("outcomes", each.outcomes), ("activities", each.activities)):
            assert {
                key: part["description"] for key, part in of_step[kind]["properties"].items()
            } == dict(entries)
    settings = tas("schema", "settings").json
    assert list(settings["properties"]["steps"]["properties"]) == list(catalogue.sales_steps())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("national-manufacturing", ("solution", "develop", "develop")),
        ("kestrel-rail", ("proof", "solution", "develop")),
        ("lakeshore-grocers", ("proof", "solution", None)),
        ("cobalt-ridge-mining", ("develop", "qualify", "qualify")),
        ("tamarind-telecom", ("qualify", None, None)),
        ("hoshizora-foods", ("close", "close", "close")),
    ],
)
def test_the_examples(tas: Tas, name: str, expected: tuple[str | None, ...]) -> None:
    """Each example is in its intended state: in order, overclaimed, overdue, early and won."""
    printed = tas("outcome", name, SPONSOR, "--remove", "--dry-run", "--format", "json").json
    before = printed["process"]["before"]
    assert tuple(before[key] for key in ("step", "claimed", "supported")) == expected
