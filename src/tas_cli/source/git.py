"""What is asked of git: where the repository is, and which files changed; it never runs a hook."""

from __future__ import annotations

import os
from pathlib import Path

from tas_cli.source.paths import real

_SAFELY = ("git", "-c", "core.fsmonitor=false", "--no-optional-locks")
"""A repository's own settings can name a program to run; and reading must not write the index."""
_SECONDS = 60


class GitFailed(Exception):  # noqa: N818 - the caller turns it into an exit status
    """Git is not there, or refuses; the text is its own word."""


def repository_root(folder: Path) -> Path | None:
    """Return the nearest folder upwards that is a git work tree; None where there is none."""
    start = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    return next((each for each in (start, *start.parents) if (each / ".git").exists()), None)


def changed_files(folder: Path, reference: str) -> frozenset[Path]:
    """Return the files, links resolved, that differ from a commit or are not yet tracked.

    Where the reference is a branch that has gone on since, its own changes do not count: the
    comparison is with the commit from which both come.

    Raises:
        GitFailed: there is no git, no repository, or no such reference.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", reference + "^{commit}")
    base = _base(folder, commit.strip())
    told = ("--name-only", "-z", "--no-ext-diff", "--diff-filter=d")
    differing = _git(top, "diff", *told, base, "--")
    untracked = _git(top, "ls-files", "-z", "--others", "--exclude-standard", "--")
    names = filter(None, (differing + untracked).split("\0"))
    return frozenset(real(top / name) for name in names)


def _base(folder: Path, commit: str) -> str:
    try:
        return _git(folder, "merge-base", commit, "HEAD").strip()
    except GitFailed:
        return commit  # nothing in common, or a shallow clone


def _git(folder: Path, *arguments: str) -> str:
    import subprocess  # noqa: PLC0415 - only some calls ask git

    try:
        done = subprocess.run(  # noqa: S603 - no word of it can be an option, see the callers
            [*_SAFELY, *arguments],
            cwd=folder,
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise GitFailed(said[0] if said else "git failed") from None
    except (OSError, subprocess.SubprocessError) as error:
        raise GitFailed(f"git cannot be run: {error}") from None
    return os.fsdecode(done.stdout)
