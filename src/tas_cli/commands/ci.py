"""The files that make a CI platform, or git itself, check every change."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tas_cli.places import shown_name
from tas_cli.refusals import WrongCall
from tas_cli.source.files import Unreadable, read_bytes
from tas_cli.source.git import repository_root
from tas_cli.source.packaged import template
from tas_cli.source.paths import slashed

UNNAMED = "git+https://name-a-wheel-or-a-repository.invalid/tas.git@COMMIT"
"""What the jobs install until the user names a package: nothing; pip's error says what to do.

While no registry has the package, anybody could take its name there.
"""
_INCLUDED = ".gitlab/tas.yml"
"""The job's place if the repository already has other jobs."""
_CALL = re.compile(r"@(tas check|pip install|package)([^@\n]*)@")
"""The placeholder in a template for a command, or for the package alone."""
_PLAIN = re.compile(r"[\w.=-]+")
"""Text that needs no quotes in a shell or in YAML."""


class Platform(StrEnum):
    """What checks every change."""

    github = "github"
    gitlab = "gitlab"
    pre_commit = "pre-commit"


class _Job(NamedTuple):
    """A file for a platform: its template, its place, and what to say if that is taken.

    The advice may repeat the file's lines, starting with the first that contains `steps`.
    """

    template: str
    path: str
    advice: str
    steps: str = ""


_JOBS = {
    Platform.github: [
        _Job(
            "ci-github.yml",
            ".github/workflows/tas.yml",
            "{path} does not run tas check. Add these steps to a job that checks out the full\n"
            "history (fetch-depth: 0):\n{lines}",
            "pip install",
        )
    ],
    Platform.gitlab: [
        _Job(
            "ci-gitlab.yml",
            ".gitlab-ci.yml",
            f"Add to {{path}}:\ninclude:\n  - local: {_INCLUDED}",
        ),
        _Job(
            "ci-gitlab.yml",
            _INCLUDED,
            "{path} does not run tas check. Is it used for something else?",
        ),
    ],
    Platform.pre_commit: [
        _Job(
            "ci-pre-commit.yaml",
            ".pre-commit-config.yaml",
            "Add under `repos:` in {path}:\n{lines}",
            "- repo:",
        )
    ],
}
"""The files for each platform; a file is used if the place of the one before is taken."""


class CiFile(NamedTuple):
    """A file to create, and what to do if there is a different one.

    `calls` are the package and the workspace that it names, if any.
    """

    path: Path
    data: bytes
    advice: str
    calls: tuple[str, ...]

    def missing(self) -> str | None:
        """Return what to do about the existing file; None if it already does the same."""
        try:
            content = read_bytes(self.path).decode(errors="replace")
        except Unreadable:
            return self.advice
        if "tas check" not in content:
            return None if _INCLUDED in content else self.advice
        lacking = " and ".join(call for call in self.calls if call not in content)
        return (
            f"{self.path.name} runs tas check without {lacking}. Add it there." if lacking else None
        )


def package_or_stop(named: str | None) -> str:
    """Return what the jobs install: the package that the user names, or a placeholder."""
    package = UNNAMED if named is None else named.strip()
    if not package.isprintable() or package.startswith("-") or not package:
        raise WrongCall(
            f"--install {named} is not a package.",
            "Name a version, a wheel or a repository: git+https://example.com/tas@COMMIT",
        )
    return package


def ci_files(platform: Platform, root: Path, package: str) -> Iterator[CiFile]:
    """Yield the file for a platform, then the alternative if its place is taken.

    Raises:
        WrongCall: a name in it would be a GitHub expression.
    """
    top = repository_root(root) or root
    where = slashed(root, top)
    if platform is Platform.github and "${{" in where + package:
        raise WrongCall("GitHub would run a name that contains ${{ as an expression.")
    calls = tuple(each for each in (package, where) if each not in (UNNAMED, os.curdir))
    for job in _JOBS[platform]:
        path = top / job.path
        data = _filled(job.template, where, package)
        advice = job.advice.format(path=shown_name(path), lines=_from(job.steps, data))
        yield CiFile(path, data, advice, calls)


def _filled(name: str, where: str, package: str) -> bytes:
    """Return a platform's file; it names a workspace that is not the repository's root."""
    objects = {"tas check": "" if where == os.curdir else where, "pip install": package}

    def call(found: re.Match[str]) -> str:
        call, options = found.groups()
        named = objects.get(call, "")
        if call == "package":
            return _in_yaml(package, plain=bool(_PLAIN.fullmatch(package)))
        words = f"{call} {shlex.quote(named)}{options}" if named else call + options
        return _in_yaml(words, plain=not named or bool(_PLAIN.fullmatch(named)))

    return _CALL.sub(call, template(name).decode()).encode()


def _in_yaml(words: str, *, plain: bool) -> str:
    return words if plain else json.dumps(words)  # JSON strings are YAML, too


def _from(words: str, data: bytes) -> str:
    """Return the lines of a file, starting with the first that contains these words."""
    lines = data.decode().splitlines()
    first = next(number for number, line in enumerate(lines) if words in line)
    return "\n".join(lines[first:])
