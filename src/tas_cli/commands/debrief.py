"""`tas debrief`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from tas_cli.commands.debrief_sheet import Format, print_last, print_sheet
from tas_cli.commands.debriefing import Call, at_a_terminal, from_answers
from tas_cli.commands.edit_support import DryRun, given
from tas_cli.commands.options import Opportunity
from tas_cli.commands.stop import WRONG_CALL, Stop

Words = str | None
On = Annotated[
    Words, typer.Option("--date", metavar="DATE", help="The day of it; today if left out.")
]
By = Annotated[Words, typer.Option(metavar="NAME", help="Who asks; git's user name if left out.")]
Present = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Who answers, or sits in; repeatable.")
]
Answers = Annotated[
    Words, typer.Option(metavar="FILE", help="The answers as JSON; - is standard input.")
]
Claimed = Annotated[
    Words,
    typer.Option(metavar="STEP", help="The last step completed, as the rep tells it."),
]
Outcome = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=FOUND", help="An outcome of it: shown, not_shown or doubtful."),
]
Activity = Annotated[
    Words, typer.Option(metavar="NAME", help="What is being worked on: its key, or own words.")
]
Prepared = Annotated[Words, typer.Option(metavar="TEXT", help="What exists for it.")]
Link = Annotated[Words, typer.Option(metavar="URL", help="Where that can be looked at.")]
Communication = Annotated[
    Words,
    typer.Option(metavar="TEXT", help="What the customer and we last said, and what is next."),
]
Done = Annotated[
    list[str] | None,
    typer.Option(metavar="N", help="An earlier action that is done, by its number; repeatable."),
]
Confirm = Annotated[bool, typer.Option("--confirm", help="The step stands as the file has it.")]
NothingShown = Annotated[
    bool,
    typer.Option("--nothing-shown", help="Confirm it although none of its outcomes is shown."),
]
Reset = Annotated[Words, typer.Option(metavar="STEP", help="The step to work on instead.")]
Reason = Annotated[Words, typer.Option(metavar="TEXT", help="Why it is reset.")]
Action = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT|OWNER|DUE", help="A corrective action; repeatable."),
]
Verdict = Annotated[Words, typer.Option(metavar="TEXT", help="Your judgement, in words.")]
Plain = Annotated[bool, typer.Option("--plain", help="Ask one question after the other.")]
Prepare = Annotated[
    bool, typer.Option("--prepare", help="Print the sheet before the meeting, and ask nothing.")
]
Last = Annotated[bool, typer.Option("--last", help="Print the record of the latest debrief.")]


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    *,
    on: On = None,
    by: By = None,
    present: Present = None,
    plain: Plain = False,
    answers: Answers = None,
    claimed: Claimed = None,
    outcome: Outcome = None,
    activity: Activity = None,
    prepared: Prepared = None,
    link: Link = None,
    communication: Communication = None,
    done: Done = None,
    confirm: Confirm = False,
    nothing_shown: NothingShown = False,
    reset: Reset = None,
    reason: Reason = None,
    action: Action = None,
    verdict: Verdict = None,
    prepare: Prepare = False,
    last: Last = False,
    dry_run: DryRun = False,
    output: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.text,
) -> None:
    """Hold the four-question debrief of a deal, and keep its record.

    Full screen on a terminal; --plain asks line by line; with answers as options, or as JSON with
    --answers, nothing is asked. An option goes before what the JSON says. The JSON is one object,
    such as {"step": "confirmed"}; an unknown key is refused with a list of the keys.

    A reset moves the deal back as `tas step` does. A day has one debrief.

    Example: tas debrief acme-crm --outcome first_contacts_named=shown --confirm
    """
    texts = {"claimed": claimed, "activity": activity, "communication": communication}
    texts |= {"reason": reason, "verdict": verdict}
    document: dict[str, Any] = {key: given(text, f"--{key}") for key, text in texts.items()}
    document |= _lists(outcome, done, action)
    document |= _prepared(given(prepared, "--prepared"), given(link, "--link"))
    document |= _step(given(reset, "--reset"), confirm=confirm)
    document["nothing_shown"] = nothing_shown
    document |= {
        "by": given(by, "--by"),
        "present": [name for each in present or () if (name := given(each, "--present"))],
    }
    call = Call(opportunity, on, {key: each for key, each in document.items() if each}, answers)
    _refuse_several(call, prepare=prepare, last=last, plain=plain)
    if prepare:
        print_sheet(opportunity, on, output)
    elif last:
        print_last(opportunity, on, output)
    elif call.scripted:
        from_answers(call, output, dry_run=dry_run)
    else:
        at_a_terminal(call, output, plain=plain, dry_run=dry_run)


def _lists(
    outcome: list[str] | None, done: list[str] | None, action: list[str] | None
) -> dict[str, Any]:
    """Return what the repeatable options say, as a file of answers has it."""
    return {
        "outcomes": _outcomes(outcome or ()),
        "done": [int(text) if text.isascii() and text.isdigit() else text for text in done or ()],
        "actions": [_action(text) for text in action or ()],
    }


def _outcomes(named: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in named:
        name, equals, proof = (part.strip() for part in text.partition("="))
        if not equals:
            raise Stop(
                f"--outcome {text}: nothing says what was found.",
                status=WRONG_CALL,
                help=f"Write {name}=shown, {name}=not_shown or {name}=doubtful.",
            )
        if name in found:
            raise Stop(f"--outcome {name} is given twice.", status=WRONG_CALL)
        found[name] = proof
    return found


def _action(text: str) -> dict[str, str]:
    parts = [part.strip() for part in (given(text, "--action") or "").split("|")]
    if len(parts) > 3:
        raise Stop(
            f"--action {text}: more than what, owner and day.",
            status=WRONG_CALL,
            help='Write --action "Meet the CFO | nicole | 2026-12-01".',
        )
    return dict(zip(("what", "owner", "due"), parts, strict=False))


def _prepared(what: str | None, link: str | None) -> dict[str, Any]:
    return {"preparation": {key: each for key, each in (("what", what), ("link", link)) if each}}


def _step(reset: str | None, *, confirm: bool) -> dict[str, Any]:
    if confirm and reset:
        raise Stop("the step is either confirmed or reset.", status=WRONG_CALL)
    if reset:
        return {"step": "reset", "reset_to": reset}
    return {"step": "confirmed"} if confirm else {}


def _refuse_several(call: Call, *, prepare: bool, last: bool, plain: bool) -> None:
    """Stop where a call asks for more than one thing."""
    wanted = {"--prepare": prepare, "--last": last, "--plain": plain, "answers": call.scripted}
    named = [name for name, each in wanted.items() if each]
    if len(named) > 1:
        raise Stop(f"{' and '.join(named)} do not go together.", status=WRONG_CALL)
