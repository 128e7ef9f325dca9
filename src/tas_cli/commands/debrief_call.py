"""Dispatches a call of `tas debrief`, and collects the answers given as options."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tas_cli.commands.days import say_heard
from tas_cli.commands.debrief_sheet import print_last, print_sheet
from tas_cli.commands.display import is_accessible
from tas_cli.commands.inputs import given
from tas_cli.commands.options import How
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.typed.interpreter import Interpreter


class Given(NamedTuple):
    """The answers given as options; `file` names a file with more answers."""

    texts: dict[str, str | None]
    lists: dict[str, list[str] | None]
    confirm: bool
    nothing_shown: bool
    file: str | None


def debrief(name: str, options: Given, pages: dict[str, bool], how: How) -> None:
    """Print a page about the debrief, or hold it; `pages` says which pages were asked for."""
    answered = _document(options)
    scripted = options.file is not None or bool(answered.keys() - {"by", "present"})
    asked_for = [
        option for option, asked in {**pages, "answers to the questions": scripted}.items() if asked
    ]
    if len(asked_for) > 1:
        raise WrongCall(f"{' and '.join(asked_for)} cannot be combined.")
    if pages["--prepare"] or pages["--last"]:
        view = print_sheet if pages["--prepare"] else print_last
        view(name, how.on, how.output)
        return
    # A page that is only printed does not need the code that writes.
    from tas_cli.commands.debriefing import at_a_terminal, from_answers  # noqa: PLC0415 - as above

    if scripted:
        from_answers(name, answered, options.file, how)
    else:
        at_a_terminal(name, answered, how, plain=pages["--plain"] or is_accessible())


def _document(options: Given) -> dict[str, Any]:
    """Return the answers given as options in the shape of an answer file, without empty ones."""
    answers: dict[str, Any] = {key: given(text, f"--{key}") for key, text in options.texts.items()}
    lists = {key: texts or [] for key, texts in options.lists.items()}
    ready = {"what": answers.pop("prepared"), "link": answers.pop("link")}
    reset = answers.pop("reset")
    if options.confirm and reset:
        raise WrongCall("--confirm and --reset cannot be combined.")
    answers |= {
        "outcomes": _outcomes(lists["outcome"]),
        "done": [
            int(text) if text.isascii() and text.isdigit() else text for text in lists["done"]
        ],
        "actions": [_action(text) for text in lists["action"]],
        "preparation": {key: text for key, text in ready.items() if text},
        "step": "confirmed" if options.confirm else reset and "reset",
        "reset_to": reset,
        "nothing_shown": options.nothing_shown,
        "present": [name for each in lists["present"] if (name := given(each, "--present"))],
    }
    return {key: each for key, each in answers.items() if each}


def _outcomes(named: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in named:
        name, equals, proof = (part.strip() for part in text.partition("="))
        if not equals:
            raise WrongCall(
                f"--outcome {text}: the result is missing.",
                f"Write {name}=shown, {name}=not_shown or {name}=doubtful.",
            )
        if name in found:
            raise WrongCall(f"--outcome {name} is given twice.")
        found[name] = proof
    return found


def _action(text: str) -> dict[str, str]:
    parts = [part.strip() for part in (given(text, "--action") or "").split("|")]
    if len(parts) > 3:
        raise WrongCall(
            f"--action {text}: too many parts.",
            'Write what, owner and due date: --action "Meet the CFO | nicole | 2026-12-01".',
        )
    action = dict(zip(("what", "owner", "due"), parts, strict=False))
    interpreter = Interpreter(todays_date())
    action["due"] = interpreter.spelled("date", action.get("due", ""), "--action due")
    say_heard(interpreter)
    return action
