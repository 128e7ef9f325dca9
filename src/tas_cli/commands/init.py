"""`tas init`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from shutil import which
from typing import Annotated, NamedTuple

import typer

from tas_cli.commands.ci import UNNAMED, CiFile, Platform, Wanted, ci_files, package_or_stop
from tas_cli.commands.ci_pages import PAGES_FILE, agreed_to_pages, beginnings
from tas_cli.commands.options import Format, Formatted, Text
from tas_cli.commands.prompts import can_ask, confirmed
from tas_cli.commands.schema import rendered
from tas_cli.commands.standard_error import unwritable
from tas_cli.kinds import KINDS, OPPORTUNITY, SCHEMAS
from tas_cli.places import find_root, is_workspace, shown_name
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.git import GitFailed, repository_root, start_repository
from tas_cli.source.packaged import template
from tas_cli.source.save import create
from tas_cli.views.json.document import document
from tas_cli.views.safe import safe

_EXAMPLE = f"{OPPORTUNITY.folder}/example.yaml"
_NAME_A_PACKAGE = (
    "Before you commit: tas is not in a package registry yet, so the jobs cannot install it.\n"
    f"Replace {UNNAMED}\n"
    "with a wheel or a repository, or delete these files and use --install."
)


class Setup(NamedTuple):
    """What was created, what already existed, and what to do about that.

    `folder` is the workspace, `repository` the git repository that it is in.
    """

    made: list[str]
    kept: list[str]
    advice: list[str]
    folder: str
    repository: str | None


def command(  # noqa: PLR0913 - its options
    directory: Annotated[
        str, typer.Argument(metavar="DIR", help="The folder; created if missing.")
    ] = ".",
    *,
    ci: Annotated[
        list[Platform] | None,
        typer.Option(help="Add a job that checks every change; repeatable."),
    ] = None,
    install: Annotated[
        Text,
        typer.Option(
            metavar="PACKAGE",
            help="With --ci: the package the job installs, a wheel or git+https://…@COMMIT.",
        ),
    ] = None,
    pages: Annotated[
        bool,
        typer.Option("--pages", help="With --ci: also a job that publishes the site of all deals."),
    ] = False,
    redact: Annotated[
        bool,
        typer.Option(
            "--redact", help="With --pages: no names of people, amounts or free text on them."
        ),
    ] = False,
    git: Annotated[
        bool | None,
        typer.Option("--git/--no-git", help="Start a git repository, which keeps every version."),
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Add an example deal, which counts like any other.")
    ] = False,
    output: Formatted = "text",
) -> None:
    """Set up a workspace: settings and editor support.

    Then `tas new` starts a deal. `tas demo` shows examples without adding them to your deals.

    Files that already exist stay as they are. In an existing workspace, --ci adds only the job. On
    a terminal, tas offers to start a git repository if the folder is not in one.

    With --pages, the pages of `tas site` go to GitHub Pages or GitLab Pages. Others may be able to
    read them, so tas says what they show before it writes the job.
    """
    if install is not None and not ci:
        raise WrongCall("--install needs --ci.")
    wanted = Wanted(package_or_stop(install), pages, redact)
    if not directory:
        raise WrongCall("the folder name is empty.", "For the current folder: tas init .")
    agreed_to_pages(ci or [], wanted, output)
    folder = Path(directory)
    root, is_new = _root(folder, ci or [])
    setup = Setup([], [], [], str(root.absolute()), None)
    for name, data in _files(example=example).items() if is_new else ():
        _make(folder / name, data, setup, folder)
    setup = setup._replace(repository=_repository(root, output, wanted=git))
    declined = git is False or (setup.repository is None and can_ask(output))
    if is_new and not declined:
        _make(folder / ".gitignore", template("gitignore"), setup, folder)
    files = [each for name in dict.fromkeys(ci or []) for each in ci_files(name, root, wanted)]
    added = [_add(choices, root, setup) for choices in files]
    if any(added):
        setup.advice.append(_NAME_A_PACKAGE)
    if any(each.endswith(PAGES_FILE) for each in setup.made):
        setup.advice.extend(beginnings(ci or []))
    if output == "json":
        sys.stdout.write(document(setup._asdict()))
        return
    _report(setup, folder, is_new=is_new)


def _repository(root: Path, output: Format, *, wanted: bool | None) -> str | None:
    """Return the git repository that a workspace is in; start one if the user wants it."""
    there = repository_root(root)
    if there is None and (_wants_git() if wanted is None and can_ask(output) else wanted):
        try:
            start_repository(root)
        except GitFailed as error:
            raise Refusal(f"cannot start a git repository: {error}.", *error.advice[:1]) from None
        there = root
    return str(there.absolute()) if there else None


def _wants_git() -> bool:
    """Ask whether to keep the deals in git, if it is installed."""
    return which("git") is not None and confirmed(
        "Keep every version of your deals with git, on this computer?"
    )


def _root(folder: Path, ci: list[Platform]) -> tuple[Path, bool]:
    """Return the workspace's root, and whether to create a workspace there."""
    root = find_root(folder) if ci and folder.is_dir() else folder
    return (root, False) if ci and is_workspace(root) else (folder, True)


def _files(*, example: bool) -> dict[str, bytes]:
    """Return the files of a new workspace by path, except the one for git."""
    return {
        "tas.yaml": template("tas.yaml"),
        **({_EXAMPLE: template("example.yaml")} if example else {}),
        **{f"{SCHEMAS}/{kind.schema}": rendered(kind).encode() for kind in KINDS},
        ".vscode/settings.json": _editor_settings(),
        ".vscode/extensions.json": template("vscode-extensions.json"),
    }


def _editor_settings() -> bytes:
    """Return the editor settings that assign a schema to every kind of file."""
    lines = (f'"./{SCHEMAS}/{kind.schema}": {json.dumps(kind.patterns)}' for kind in KINDS)
    return template("vscode-settings.json").replace(b'"SCHEMAS"', ",\n    ".join(lines).encode())


def _add(choices: list[CiFile], root: Path, setup: Setup) -> bool:
    """Create the first of these files whose place is free; otherwise report what to add.

    Return whether a package is still to be named in it.
    """
    top = repository_root(root) or root
    for each in choices:
        if _make(each.path, each.data, setup, top, shown_name(each.path)):
            return each.unnamed
        missing = each.missing()
        if missing is None:
            return False
        setup.advice.extend([missing] if missing else [])
        if missing not in ("", each.advice):
            return False
    return any(each.unnamed for each in choices)


def _make(path: Path, data: bytes, setup: Setup, root: Path, shown: str = "") -> bool:
    try:
        create(path, data, root, noted=False)  # the folder itself can be removed
    except FileExistsError:
        if (name := shown or str(path)) not in (*setup.made, *setup.kept):
            setup.kept.append(name)
        return False
    except OSError as error:
        raise unwritable(path, error) from None
    setup.made.append(shown or str(path))
    return True


def _report(setup: Setup, folder: Path, *, is_new: bool) -> None:
    lines = [f"created  {path}" for path in setup.made]
    lines += [f"kept     {path} (already there)" for path in setup.kept]
    for advice in setup.advice:
        lines += ["", *advice.splitlines()]
    lines += ["", f"Workspace       {setup.folder}"]
    lines += [f"Git repository  {setup.repository}"] if setup.repository else []
    if is_new:
        where = "" if folder == Path() else f"cd {folder}, then "
        lines += ["", f"Next: {where}tas new", "To see examples first: tas demo"]
    if str(folder / _EXAMPLE) in (*setup.made, *setup.kept):
        lines += [f"The example: tas show example. Delete {folder / _EXAMPLE} to remove it."]
    sys.stdout.write("".join(f"{safe(line)}\n" for line in lines))
