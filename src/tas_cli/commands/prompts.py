"""Asks a person at a terminal questions, line by line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from tas_cli.commands.display import is_interactive
from tas_cli.commands.folding import folded
from tas_cli.commands.standard_error import print_refusal
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.characters import ControlCharacterError, cleaned
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.safe import safe

Meant = TypeVar("Meant")


def can_ask(output: str) -> bool:
    """Whether there is somebody to ask: a person at a terminal, not a script."""
    return output == "text" and is_interactive()


def ask(question: str, default: str = "") -> str:
    """Ask a question and return the answer, or the default if it is empty.

    Ctrl-C or the end of input ends the command.
    """
    shown = f" [{safe(default)}]" if default else ""
    mark = "" if question.endswith(("?", "]", ">")) and not default else ":"
    while True:
        try:
            sys.stdout.write(f"{safe(question)}{shown}{mark} ")
            sys.stdout.flush()
            answer = input()
            answer.encode()
            answer = cleaned(answer)
        except UnicodeError:
            sys.stdout.write("That is not valid UTF-8. Try again.\n")
        except ControlCharacterError as error:
            sys.stdout.write(f"That contains {error}. Try again.\n")
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            raise typer.Abort from None
        else:
            return answer.strip() or default


def ask_for(
    question: str,
    default: str,
    meant: Callable[[str], Meant],
    interpreter: Interpreter | None = None,
    *,
    repaired: Callable[[str], str] | None = None,
) -> Meant:
    """Ask until `meant` accepts the answer, and return its result.

    It refuses an answer by raising `WrongCall`, whose message is shown. What `repaired` makes of
    that answer is then the default. If `meant` uses an interpreter, what that understood is shown,
    too.
    """
    while True:
        answer = ask(question, default)
        try:
            found = meant(answer)
        except WrongCall as error:
            tell(error.one_line, 2)
            default = (repaired and repaired(answer)) or default
            continue
        if interpreter:
            sys.stdout.writelines(f"  = {meaning}\n" for meaning in interpreter.heard.values())
            interpreter.heard.clear()
        return found


def tell(line: str, indent: int = 0) -> None:
    """Write a line between questions, made harmless and folded to the terminal's width."""
    sys.stdout.write(f"{' ' * indent}{folded(safe(line), sys.stdout, indent)}\n")


def ask_for_words(question: str) -> str:
    """Ask until there is an answer."""
    return ask_for(question, "", _some_words)


def _some_words(answer: str) -> str:
    if not answer:
        raise WrongCall("Enter a few words.")
    return answer


def confirmed(question: str, *, otherwise: str = "y") -> bool:
    """Ask a yes-or-no question; `otherwise` is the answer for Enter."""
    choices = "[Y/n]" if otherwise == "y" else "[y/N]"
    answer = ask(f"{question} {choices}") or otherwise
    return answer.casefold() in ("y", "yes")


def agreed_or_stop(doubt: Refusal, question: str, output: str) -> None:
    """Continue only if the user agrees; raise the refusal if there is nobody to ask."""
    if not can_ask(output):
        raise doubt
    print_refusal(Refusal(doubt.message, lines=doubt.lines))
    if not confirmed(question, otherwise="n"):
        raise typer.Abort


def reason_or_stop(option: str, why: str, output: str) -> str:
    """Ask for a reason; if there is nobody to ask, refuse and name the option to give it."""
    if not can_ask(output):
        raise WrongCall(f"{option} is missing: {why}?", f'Add {option} "…".')
    return ask_for_words(f"{why[:1].upper()}{why[1:]}?")
