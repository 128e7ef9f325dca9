"""Renames a deal: its file, and what refers to it by path."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from tas_cli.checking import baseline
from tas_cli.commands.inputs import given
from tas_cli.commands.opening import find_file
from tas_cli.commands.options import How
from tas_cli.commands.short_names import check_id, taken
from tas_cli.commands.standard_error import say_waiting, unwritable
from tas_cli.places import opportunity_id, shown_name
from tas_cli.refusals import Refusal
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.paths import real, slashed
from tas_cli.source.save import rename as rename_file
from tas_cli.source.save import write_new_or_replace
from tas_cli.today import todays_date
from tas_cli.tui.draft_files import move_drafts
from tas_cli.views.json.document import document
from tas_cli.workspace import Workspace


def rename(name: str, new: str, how: How) -> None:
    """Give the deal's file the new short name, and report it."""
    workspace, path = find_file(name)
    old, new = opportunity_id(path), given(new, "NEW") or ""
    check_id(new, f"tas rename {old}")
    target = path.with_name(f"{new}{path.suffix}")
    if new != old:
        if there := taken(workspace, new):
            raise Refusal(f"{there} already exists.", "Choose another short name.")
        if not how.dry_run:
            _rename(workspace, path, target)
    _report(path, target, how)


def _rename(workspace: Workspace, path: Path, target: Path) -> None:
    """Rename the file; drafts and the baseline follow."""
    if path.is_symlink():
        raise Refusal(f"{shown_name(path)} is a link.", "Rename the file that it points to.")

    try:
        rename_file(path, target.name, workspace.root, partial(say_waiting, path))
    except FileExistsError:
        raise Refusal(f"{shown_name(target)} already exists.", "Choose another name.") from None
    except OSError as error:
        raise unwritable(path, error) from None
    for about in ("", f" {todays_date()}"):
        move_drafts(f"{real(path)}{about}", f"{real(target)}{about}")
    with suppress(OSError, Unreadable, UnicodeDecodeError, baseline.NotABaselineError):
        _rename_in_baseline(workspace.root, path, target)


def _rename_in_baseline(root: Path, path: Path, target: Path) -> None:
    """Give a file its new name in the baseline at the root, if that has it."""
    file, old, new = root / baseline.FILE, slashed(path, root), slashed(target, root)
    known = baseline.read_baseline(read_bytes(file, root, limit=baseline.MAX_BYTES).decode())
    if old in known:
        moved = {new if name == old else name: codes for name, codes in known.items()}
        write_new_or_replace(file, baseline.written(moved).encode(), root)


def _report(path: Path, target: Path, how: How) -> None:
    changed = path != target
    if how.output == "json":
        facts = {"id": opportunity_id(target), "file": shown_name(target)}
        was = {"id": opportunity_id(path), "file": shown_name(path)}
        done = {"changed": changed, "dry_run": how.dry_run}
        sys.stdout.write(document({**facts, **done, "was": was}))
    elif not changed:
        sys.stdout.write(f"Nothing to change: it is {shown_name(path)} already.\n")
    elif how.dry_run:
        sys.stdout.write(f"Would rename {shown_name(path)} to {shown_name(target)}.\n")
        sys.stderr.write("Nothing was saved.\n")
    else:
        sys.stdout.write(f"Renamed {shown_name(path)} to {shown_name(target)}.\n")
