"""What the commands that change a file have in common: the call, the questions, the account of it.

They read the file first, so that what the user saw can be compared with what is there when the
change is made, and then ask `writing.update` to make it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tas_cli.commands.display import screen
from tas_cli.commands.options import Format, find_file, today_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop, say

if TYPE_CHECKING:
    from tas_cli.edits.outcome import Outcome
    from tas_cli.model.opportunity import Opportunity
    from tas_cli.workspace import Workspace
    from tas_cli.writing import Plan, Seen, Written

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show the change of the file, and write nothing.")
]
On = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day of it; today if left out.")
]


class Target(NamedTuple):
    """The file to change, and what it held when the command began."""

    workspace: Workspace
    path: Path
    id: str
    seen: Seen

    @property
    def opportunity(self) -> Opportunity:
        """The deal as the user looks at it."""
        return self.seen.opportunity


def target(name: str) -> Target:
    """Open the opportunity of that id or path, as far as its errors allow."""
    from tas_cli.places import opportunity_id  # noqa: PLC0415
    from tas_cli.writing import look  # noqa: PLC0415

    workspace, path = find_file(name)
    with endings():
        return Target(workspace, path, opportunity_id(path), look(path, workspace))


@contextmanager
def endings() -> Iterator[None]:
    """Turn a refusal into an ending with the right status."""
    from tas_cli.edits.wrong_call import WrongCall  # noqa: PLC0415
    from tas_cli.writing import Refused  # noqa: PLC0415

    try:
        yield
    except Refused as error:
        raise Stop(error.message, help=error.advice) from None
    except WrongCall as error:
        raise Stop(error.message, status=WRONG_CALL, help=error.advice) from None


def change(to: Target, plan: Plan, *, settled: bool = False, dry_run: bool = False) -> Written:
    """Change the file, and say on standard error what was mended and what is still wrong."""
    from tas_cli.places import shown_name  # noqa: PLC0415
    from tas_cli.reading.team import newly_unknown  # noqa: PLC0415
    from tas_cli.views.terminal.diagnostics import in_brief  # noqa: PLC0415
    from tas_cli.writing import update  # noqa: PLC0415

    def waiting() -> None:
        say(f"Waiting for another writer of {shown_name(to.path)}.")

    with endings():
        written = update(to.seen, plan, settled=settled, dry_run=dry_run, waiting=waiting)
    for fault in written.mended:
        say(f"Mended on the way: {fault.message} - {fault.help}")
    for line in newly_unknown(written.was, written.now, to.workspace.settings):
        say(line)
    for found in written.diagnostics:
        sys.stderr.write(in_brief(found) + "\n")
    return written


def change_fields(
    to: Target,
    plan: Plan,
    fields: Iterable[tuple[str, tuple[str | int, ...]]],
    *,
    dry_run: bool,
    output: Format,
) -> None:
    """Change the file, and print what became of these fields, each with its place in the file."""
    from tas_cli.edits.outcome import fields_of, outcome  # noqa: PLC0415

    written = change(to, plan, dry_run=dry_run)
    told = outcome(to.id, written, to.workspace.settings, today_or_stop(), dry_run=dry_run)
    tell(told._replace(fields=fields_of(written, fields)), output)


def tell(outcome: Outcome, output: Format) -> None:
    """Print what came of an edit."""
    if output is Format.json:
        from tas_cli.views.json.changed import changed_json  # noqa: PLC0415

        sys.stdout.write(changed_json(outcome))
        return
    if outcome.dry_run:
        show_difference(outcome.written)
        return
    from tas_cli.views.terminal.changed import changed  # noqa: PLC0415

    sys.stdout.write(changed(outcome, screen()))


def show_difference(written: Written) -> None:
    """Print what a dry run would have changed in the file."""
    from tas_cli.views.terminal.changed import difference  # noqa: PLC0415

    sys.stdout.write(difference(written, screen()))
    sys.stderr.write("Nothing was written.\n")


def day_that_has_come(text: str | None, option: str = "--date") -> date:
    """Return the day that an option gives, today where it was left out; never a day to come."""
    from tas_cli.edits.evidence import day_of  # noqa: PLC0415

    today = today_or_stop()
    with endings():
        return day_of(text, option, today) if text else today


def given(text: str | None, option: str) -> str | None:
    """Return what an option says, None where it says nothing; stop where it is no text."""
    from tas_cli.edits.texts import plain_text  # noqa: PLC0415

    if text is None or not text.strip():
        return None
    with endings():
        return plain_text(text, option) or None


def all_given(texts: Iterable[str] | None, name: str) -> list[str]:
    """Return the words of an argument; stop where one of them is no text."""
    return [given(text, name) or "" for text in texts or ()]


def can_ask(output: Format) -> bool:
    """Whether there is somebody to ask: a person at a terminal, not a script."""
    return output is Format.text and sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """Ask a question and return the answer, the default where there is none.

    The end of input and Ctrl-C end the command.
    """
    from tas_cli.source.characters import ControlCharacterError, cleaned  # noqa: PLC0415
    from tas_cli.views.safe import safe  # noqa: PLC0415

    shown = f" [{safe(default)}]" if default else ""
    mark = "" if question.endswith(("?", "]")) and not default else ":"
    while True:
        try:
            sys.stdout.write(f"{safe(question)}{shown}{mark} ")
            sys.stdout.flush()
            answer = input()
            answer.encode()
            answer = cleaned(answer)
        except UnicodeError:
            sys.stdout.write("That is not UTF-8; once more, please.\n")
        except ControlCharacterError as error:
            sys.stdout.write(f"That contains {error}; once more, please.\n")
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            raise typer.Abort from None
        else:
            return answer.strip() or default


def ask_until(question: str, default: str, problem: Callable[[str], str]) -> str:
    """Ask until `problem` has nothing to say about the answer."""
    while True:
        answer = ask(question, default)
        wrong = problem(answer)
        if not wrong:
            return answer
        from tas_cli.views.safe import safe  # noqa: PLC0415

        sys.stdout.write(f"  {safe(wrong)}\n")


def agreed(question: str, *, otherwise: str = "y") -> bool:
    """Ask a question of yes or no; `otherwise` is what Enter answers."""
    choices = "[Y/n]" if otherwise == "y" else "[y/N]"
    answer = ask(f"{question} {choices}") or otherwise
    return answer.casefold() in ("y", "yes")


def reason_or_stop(option: str, why: str, output: Format) -> str:
    """Ask for a reason; without anybody to ask, stop and name the option that gives it."""
    if not can_ask(output):
        raise Stop(f"{option} is missing: {why}?", status=WRONG_CALL, help=f'Write {option} "…".')
    question = why[:1].upper() + why[1:]
    return ask_until(f"{question}?", "", lambda answer: "" if answer else "A few words will do.")
