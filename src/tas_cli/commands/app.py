"""The top of the command line: loads a command's module when it is called, and no others."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from tas_cli import __version__
from tas_cli.commands import COMMANDS, GROUPS
from tas_cli.commands.optional_values import with_values
from tas_cli.commands.shell_scripts import omit_space
from tas_cli.commands.standard_error import print_refusal, say
from tas_cli.refusals import Refusal
from tas_cli.source.journal.recording import recording
from tas_cli.views.safe import message_line

BY_NAME = {command.name: command for command in COMMANDS}
_WIDTH = max(map(len, BY_NAME))
_HELP = {"help_option_names": ["--help", "-h"]}
_EPILOG = "Details: `tas COMMAND --help`. The method: `tas explain`."


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and loads them when they are called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands: dict[str, Any] = dict.fromkeys(BY_NAME)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load a command's module; None if there is no such command."""
        del ctx
        return load(cmd_name) if cmd_name in BY_NAME else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands without loading any."""
        del ctx
        for heading, commands in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(each.name.ljust(_WIDTH), each.summary) for each in commands])


def load(name: str) -> Any:
    """Return the command `name`, ready to run."""
    shared = BY_NAME[name].module
    module = import_module(f"tas_cli.commands.{shared or name}")
    about = module.help_of(name) if shared else None
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, context_settings=_HELP, help=about)(module.command)
    return get_command(single)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag's value
    if wanted:
        sys.stdout.write(f"tas {__version__}\n")
        raise typer.Exit


def _main(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Qualify and plan complex deals with Target Account Selling."""


def build() -> Any:
    """Return the complete command line."""
    app = typer.Typer(
        name="tas",
        cls=LazyGroup,
        rich_markup_mode=None,
        no_args_is_help=True,
        epilog=_EPILOG,
        context_settings=_HELP,
    )
    app.callback()(_main)
    return get_command(app)


def run_app(arguments: list[str]) -> int:
    """Run the command line and return its exit status; what it writes is recorded."""
    if not arguments:
        from tas_cli.commands.display import is_at_work  # noqa: PLC0415 - only for `tas` alone

        if is_at_work():
            status = run_app(["today"])
            sys.stderr.write("\nAll commands: tas --help\n")
            return status
    with recording(arguments) as recorded:
        status = _run(arguments)
    if recorded.problem:
        say(f"tas: this change cannot be undone with `tas undo`: {recorded.problem}.")
    return status


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0].startswith(("--install-completion", "--show-completion")):
        omit_space()
    try:
        status = build().main(with_values(arguments), prog_name="tas", standalone_mode=False)
    except Refusal as refusal:
        print_refusal(refusal)
        return refusal.status
    except typer.Abort:
        sys.stderr.write("Canceled. Nothing was changed.\n")
        return 130
    except typer.TyperException as error:
        words = error.message.replace("Value error, ", "")  # pydantic's prefix
        error.message = "\n".join(map(message_line, words.split("\n")))  # may be a whole help page
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return 2
    return status if isinstance(status, int) else 0
