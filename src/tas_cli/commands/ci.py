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
_INCLUDED, _PAGES_INCLUDED = ".gitlab/tas.yml", ".gitlab/tas-pages.yml"
"""The jobs' places if the repository already has other jobs."""
_CHECK, _DIFF, _POST, _SITE = "tas check", "tas diff", "gh api", "tas site"
"""What the jobs run."""
_CALL = re.compile(r"@(tas check|tas diff|tas site|pip install|package|public)([^@\n]*)@")
"""The placeholder in a template for a command, for the package, or for what becomes public."""
_PLAIN = re.compile(r"[\w.=-]+")
"""Text that needs no quotes in a shell or in YAML."""


class Platform(StrEnum):
    """What checks every change."""

    github = "github"
    gitlab = "gitlab"
    pre_commit = "pre-commit"


class Wanted(NamedTuple):
    """What the jobs install, and whether one publishes the site, redacted or not."""

    package: str
    pages: bool = False
    redact: bool = False


class _Job(NamedTuple):
    """A file for a platform: its template, its place, and what to say if that is taken.

    The advice may repeat the file's lines, starting with the first that contains `steps`. A file
    that contains `mark` does what this one does; one that runs tas check also needs `parts`. The
    file goes to `elsewhere`, if there is such a place, when its own is taken.
    """

    template: str
    path: str
    advice: str = "{path} does not run {mark}. Is it used for something else?"
    steps: str = ""
    mark: str = _CHECK
    parts: tuple[str, ...] = (_DIFF,)
    elsewhere: str = ""


_JOBS = {
    Platform.github: [
        _Job(
            "ci-github.yml",
            ".github/workflows/tas.yml",
            "{path} does not run tas check. Add these steps to a job that checks out the full\n"
            "history (fetch-depth: 0):\n{lines}",
            "pip install",
        ),
        _Job("ci-github-comment.yml", ".github/workflows/tas-comment.yml", mark=_POST),
    ],
    Platform.gitlab: [
        _Job(
            "ci-gitlab.yml",
            ".gitlab-ci.yml",
            f"Add to {{path}}:\ninclude:\n  - local: {_INCLUDED}",
            elsewhere=_INCLUDED,
        )
    ],
    Platform.pre_commit: [
        _Job(
            "ci-pre-commit.yaml",
            ".pre-commit-config.yaml",
            "Add under `repos:` in {path}:\n{lines}",
            "- repo:",
            parts=(),
        )
    ],
}
"""The files for each platform."""
_PAGES = {
    Platform.github: _Job("ci-github-pages.yml", ".github/workflows/tas-pages.yml", mark=_SITE),
    Platform.gitlab: _Job(
        "ci-gitlab-pages.yml",
        ".gitlab-ci.yml",
        f"Add to {{path}}:\ninclude:\n  - local: {_PAGES_INCLUDED}",
        mark=_SITE,
        elsewhere=_PAGES_INCLUDED,
    ),
}
"""The file that publishes the site; GitLab's is included, since it has one file of its own."""


class CiFile(NamedTuple):
    """A file to create, and what to do if there is a different one.

    A file that contains `mark` does the same if it also contains `parts`: the package, the
    workspace and the commands. So does one that includes the file at `elsewhere`.
    """

    path: Path
    data: bytes
    advice: str
    mark: str
    parts: tuple[str, ...]
    elsewhere: str

    @property
    def unnamed(self) -> bool:
        """Whether it installs a package that the user has yet to name."""
        return UNNAMED.encode() in self.data

    def missing(self) -> str | None:
        """Return what to do about the existing file; None if it already does the same.

        It is empty if the file includes the one elsewhere, which then has to do the same.
        """
        try:
            content = read_bytes(self.path).decode(errors="replace")
        except Unreadable:
            return self.advice
        if self.mark not in content:
            return "" if self.elsewhere and self.elsewhere in content else self.advice
        missing = (part for part in self.parts if part not in content)
        lacking = " and ".join(part.removeprefix(f"{self.mark} ") for part in missing)
        if not lacking:
            return None
        return (
            f"{self.path.name} runs {self.mark} without {lacking}. "
            "Add it there, or delete the file to have it written again."
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


def shown_on_site(wanted: Wanted) -> str:
    """Return in a sentence what the readers of the site see."""
    if wanted.redact:
        return "The pages show customers, competitors, ratings, strategies and dates."
    return "The pages show names of customers and people, amounts, evidence and notes."


def ci_files(platform: Platform, root: Path, wanted: Wanted) -> Iterator[list[CiFile]]:
    """Yield each file for a platform: itself, then the alternatives if its place is taken.

    Raises:
        WrongCall: a name in it would be a GitHub expression.
    """
    top = repository_root(root) or root
    where = slashed(root, top)
    if platform is Platform.github and "${{" in where + wanted.package:
        raise WrongCall("GitHub would run a name that contains ${{ as an expression.")
    pages = [_PAGES[platform]] if wanted.pages and platform in _PAGES else []
    for job in [*_JOBS[platform], *pages]:
        other = _Job(job.template, job.elsewhere, mark=job.mark) if job.elsewhere else None
        yield [_file(each, top, where, wanted) for each in (job, other) if each]


def _file(job: _Job, top: Path, where: str, wanted: Wanted) -> CiFile:
    path, package = top / job.path, wanted.package
    data = _filled(job.template, where, wanted)
    lines = _from(job.steps, data)
    advice = job.advice.format(path=shown_name(path), lines=lines, mark=job.mark)
    named = [each for each in (package, where) if each not in (UNNAMED, os.curdir)]
    redacted = [f"{_SITE} --redact"] if wanted.redact else []
    parts = {_CHECK: (*named, *job.parts), _SITE: (*named, *redacted)}.get(job.mark, ())
    return CiFile(path, data, advice, job.mark, parts, job.elsewhere)


def _filled(name: str, where: str, wanted: Wanted) -> bytes:
    """Return a platform's file; it names a workspace that is not the repository's root."""
    folder = "" if where == os.curdir else where
    package = wanted.package
    objects = {_CHECK: folder, _DIFF: folder, _SITE: folder, "pip install": package}

    def call(found: re.Match[str]) -> str:
        call, options = found.groups()
        named = objects.get(call, "")
        if call == "public":
            return shown_on_site(wanted)
        if call == "package":
            return _in_yaml(package, plain=bool(_PLAIN.fullmatch(package)))
        options = f" --redact{options}" if call == _SITE and wanted.redact else options
        words = f"{call} {shlex.quote(named)}{options}" if named else call + options
        if named and call in (_DIFF, _SITE):  # neither takes a folder as its argument
            words = f"(cd {shlex.quote(named)} && {call}{options})"
        return _in_yaml(words, plain=not named or bool(_PLAIN.fullmatch(named)))

    return _CALL.sub(call, template(name).decode()).encode()


def _in_yaml(words: str, *, plain: bool) -> str:
    return words if plain else json.dumps(words)  # JSON strings are YAML, too


def _from(words: str, data: bytes) -> str:
    """Return the lines of a file, starting with the first that contains these words."""
    lines = data.decode().splitlines()
    first = next(number for number, line in enumerate(lines) if words in line)
    return "\n".join(lines[first:])
