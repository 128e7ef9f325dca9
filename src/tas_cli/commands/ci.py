"""The files by which a CI platform, or git itself, checks every change."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

_INCLUDED = ".gitlab/tas.yml"
"""Where the job stands if there are other jobs already."""
_CHECK = re.compile(r"@tas check([^@]*)@")


class Platform(StrEnum):
    """Where changes are checked."""

    github = "github"
    gitlab = "gitlab"
    pre_commit = "pre-commit"


class CiFile(NamedTuple):
    """A file to make, and what to do where there is one already."""

    path: Path
    data: bytes
    advice: str

    def runs_already(self) -> bool:
        """Whether what is there looks as if it did the same."""
        from tas_cli.source.files import Unreadable, read_bytes  # noqa: PLC0415

        try:
            content = read_bytes(self.path).decode(errors="replace")
        except Unreadable:
            return False
        return "tas check" in content or _INCLUDED in content


def ci_files(platform: Platform, root: Path) -> Iterator[CiFile]:
    """Yield the file of a platform, and what comes in its place where it is taken."""
    from tas_cli.places import shown_name  # noqa: PLC0415
    from tas_cli.source.git import repository_root  # noqa: PLC0415

    top = repository_root(root) or root
    data = _filled(platform, os.path.relpath(root, top).replace(os.sep, "/"))
    match platform:
        case Platform.github:
            path = top / ".github/workflows/tas.yml"
            advice = "Add these steps to one of its jobs:\n" + _from("- run: pip", data)
            yield CiFile(path, data, f"{shown_name(path)} does not check. {advice}")
        case Platform.gitlab:
            path, other = top / ".gitlab-ci.yml", top / _INCLUDED
            advice = f"Add to {shown_name(path)}:\ninclude:\n  - local: {_INCLUDED}"
            yield CiFile(path, data, advice)
            yield CiFile(other, data, f"{shown_name(other)} does not check: is it another's?")
        case Platform.pre_commit:
            path = top / ".pre-commit-config.yaml"
            advice = f"Add to the repos of {shown_name(path)}:\n" + _from("- repo:", data)
            yield CiFile(path, data, advice)


def _filled(platform: Platform, where: str) -> bytes:
    """Return a platform's file; a workspace below the top of the repository is named in it."""
    from tas_cli.source.packaged import template  # noqa: PLC0415

    name = {
        Platform.github: "ci-github.yml",
        Platform.gitlab: "ci-gitlab.yml",
        Platform.pre_commit: "ci-pre-commit.yaml",
    }[platform]

    def call(found: re.Match[str]) -> str:
        if where == os.curdir:
            return f"tas check{found[1]}"
        return json.dumps(f"tas check {shlex.quote(where)}{found[1]}")  # YAML reads it as well

    return _CHECK.sub(call, template(name).decode()).encode()


def _from(start: str, data: bytes) -> str:
    """Return the lines of a file from the first that begins so on."""
    lines = data.decode().splitlines()
    first = next(number for number, line in enumerate(lines) if line.lstrip().startswith(start))
    return "\n".join(lines[first:])
