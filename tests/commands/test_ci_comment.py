"""The jobs of `tas init --ci` that keep one comment in a request, run against stand-ins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from workspaces import HEAD, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli import Tas

MARK = "<!-- tas-diff -->\n"
HOSTILE = MARK + "/close\n\n $(touch pwned) `touch pwned` ${{ secrets.X }} @file '\"\\ ::error::x\n"
FOREIGN = [
    {"id": 1, "body": "Looks good.", "user": {"login": "ana"}},
    {"id": 2, "body": MARK + "forged", "user": {"login": "ana"}},
    {"id": 3, "body": "Coverage 90%", "user": {"login": "github-actions[bot]"}},
]

GH = """\
#!{python} -SE
import json, os, pathlib, subprocess, sys
state = pathlib.Path(os.environ["STATE"])
known = json.loads(state.read_text())
command, *words = sys.argv[1:]
options = dict(zip(words[1:], words[2:]))
if command == "run":
    folder = pathlib.Path(options["--dir"])
    assert words[:2] == ["download", "7"] and options["--repo"] == "us/deals", words
    if known["text"] is None:
        sys.exit("no artifact matches any of the names or patterns provided")
    folder.mkdir()
    if known["text"] == "a link":
        (folder / "tas-diff.md").symlink_to(state)
    else:
        (folder / "tas-diff.md").write_text(known["text"])
    sys.exit()
assert command == "api"
[place] = [word for word in words if word.startswith("repos/us/deals/")]
method = options.get("--method", "GET")
if method == "GET":
    if place.endswith("/pulls"):
        assert {{"state=open", "head=ana:main"}} <= set(words), words
        answer = known["pulls"]
    else:
        assert place == "repos/us/deals/issues/5/comments?per_page=100" and "--paginate" in words
        answer = known["comments"]
    query = ["jq", "-r", options["--jq"]]
    sys.stdout.write(subprocess.run(query, input=json.dumps(answer), text=True, check=True,
        stdout=subprocess.PIPE).stdout)
    sys.exit()
known["calls"].append(f"{{method}} {{place}}")
body = pathlib.Path(options["-F"].removeprefix("body=@")).read_text() if "-F" in options else ""
number = int(place.rpartition("/")[2]) if "comments/" in place else 9
kept = [each for each in known["comments"] if each["id"] != number]
made = {{"id": number, "body": body, "user": {{"login": "github-actions[bot]"}}}}
known["comments"] = kept + ([] if method == "DELETE" else [made])
state.write_text(json.dumps(known))
"""
"""A stand-in for GitHub's command-line program, which keeps what it is told in a file."""


@pytest.fixture
def workspace(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with the files of both platforms."""
    root = write(tmp_path / "deals", {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": HEAD})
    assert tas.at(root)("init", "--ci", "github", "--ci", "gitlab").status == 0
    return root


class GitHub:
    """The step that comments, and what the platform has."""

    def __init__(self, workflow: Path, folder: Path) -> None:
        self._step = yaml.safe_load(workflow.read_text())["jobs"]["comment"]["steps"][0]
        self._folder = folder
        self._state = folder / "state.json"
        gh = folder / "bin/gh"
        write(folder, {"bin/gh": GH.format(python=sys.executable)})
        gh.chmod(0o755)
        self.known: dict[str, Any] = {
            "pulls": [pull(4, "b" * 40), pull(5, "a" * 40)],
            "comments": FOREIGN,
            "calls": [],
            "text": None,
        }

    def run(self, text: str | None) -> tuple[int, list[str]]:
        """Run the step with that text from the job; return its status and what it changed."""
        self.known |= {"text": text, "calls": []}
        self._state.write_text(json.dumps(self.known))
        temporary = self._folder / f"run{len(list(self._folder.iterdir()))}"
        temporary.mkdir()
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self._step["run"]],
            cwd=temporary,
            env={
                "PATH": f"{self._folder}/bin:{os.environ['PATH']}",
                "STATE": str(self._state),
                "RUNNER_TEMP": str(temporary),
                "GITHUB_REPOSITORY": "us/deals",
                "RUN": "7",
                "SHA": "a" * 40,
                "HEAD": "ana:main",
            },
            capture_output=True,
            check=False,
        )
        self.known = json.loads(self._state.read_text())
        assert not (temporary / "pwned").exists()
        return done.returncode, self.known["calls"]

    @property
    def bodies(self) -> list[str]:
        """The comments beside those of others."""
        assert self.known["comments"][:3] == FOREIGN
        return [each["body"] for each in self.known["comments"][3:]]


def pull(number: int, commit: str) -> dict[str, Any]:
    """Return a pull request at a commit."""
    return {"number": number, "head": {"sha": commit}}


@pytest.fixture
def github(workspace: Path, tmp_path: Path) -> GitHub:
    """GitHub with three comments, none of them ours."""
    if which("jq") is None or which("bash") is None:
        pytest.skip("needs bash and jq, which GitHub's machines have")
    return GitHub(workspace / ".github/workflows/tas-comment.yml", tmp_path)


def test_github_keeps_one_comment(github: GitHub) -> None:
    """It is created once, updated in place, and deleted when nothing changes any more."""
    comments = "repos/us/deals/issues"
    assert github.run("") == (0, [])
    assert github.run(MARK + "one") == (0, [f"POST {comments}/5/comments"])
    assert github.bodies == [MARK + "one"]
    assert github.run(HOSTILE) == (0, [f"PATCH {comments}/comments/9"])
    assert github.bodies == [HOSTILE]
    assert github.run("") == (0, [f"DELETE {comments}/comments/9"])
    assert github.bodies == []


@pytest.mark.parametrize(
    ("text", "status"),
    [(None, 0), ("No mark.", 1), (" " + MARK, 1), (MARK + "x" * 262_144, 1), ("a link", 1)],
)
def test_github_posts_no_other_text(github: GitHub, text: str | None, status: int) -> None:
    """Without text nothing happens; one that is too long, or not from tas diff, is refused."""
    assert github.run(text) == (status, [])


@pytest.mark.parametrize("pulls", [[], [pull(5, "b" * 40)], [pull(5, "a" * 40), pull(6, "a" * 40)]])
def test_github_knows_the_request(github: GitHub, pulls: list[Any]) -> None:
    """Nothing is posted unless one open pull request, as GitHub lists them, is at the commit."""
    github.known["pulls"] = pulls
    assert github.run(MARK + "one") == (0, [])


def test_github_gives_no_rights_to_what_it_checks(workspace: Path) -> None:
    """Only the workflow that runs nothing of the request may write; no code has expressions."""
    folder = workspace / ".github/workflows"
    names = ("tas.yml", "tas-comment.yml")
    checks, comments = (yaml.safe_load((folder / name).read_text()) for name in names)
    assert checks["permissions"] == {"contents": "read"}
    assert "permissions" not in checks["jobs"]["tas"]
    assert comments["permissions"] == {}
    [job] = comments["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert comments[True]["workflow_run"]["workflows"] == [checks["name"]]
    assert not any("uses" in step for step in job["steps"])
    for step in (*checks["jobs"]["tas"]["steps"], *job["steps"]):
        assert "${{" not in step.get("run", "")


def test_an_audit_of_the_workflows(tas: Tas, workspace: Path) -> None:
    """A linter for security in workflows has nothing to say."""
    zizmor = os.environ.get("TAS_ZIZMOR") or which("zizmor")
    if zizmor is None:
        pytest.skip("needs zizmor: pip install zizmor")
    assert tas("init", "--ci", "github", "--pages").status == 0
    folder = workspace / ".github/workflows"
    done = subprocess.run([zizmor, "--offline", str(folder)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


class Notes(BaseHTTPRequestHandler):
    """A stand-in for GitLab's programming interface: the notes of one merge request."""

    notes: list[dict[str, Any]]
    calls: list[str]

    def _answer(self) -> None:
        address = urlsplit(self.path)
        assert self.headers["PRIVATE-TOKEN"] == "secret"
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "{}")
        last = address.path.rpartition("/")[2]
        if self.command == "GET":
            page = int(parse_qs(address.query).get("page", ["1"])[0])
            found: Any = {"id": 42} if last == "user" else self.notes[(page - 1) * 100 : page * 100]
        else:
            self.calls.append(f"{self.command} {address.path}")
            found = self._changed(None if last == "notes" else int(last), body.get("body"))
        data = json.dumps(found).encode() if found is not None else b""
        self.send_response(200 if data else 204)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - as the library calls them

    def _changed(self, number: int | None, body: str | None) -> dict[str, Any] | None:
        self.notes[:] = [each for each in self.notes if each["id"] != number]
        if body is None:
            return None
        made = {"id": number or 900, "body": body, "author": {"id": 42}}
        self.notes.append(made)
        return made

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def gitlab() -> Iterator[tuple[str, type[Notes]]]:
    """The address of GitLab's stand-in, with many notes of others, and what it has."""
    others = [{"id": n, "body": MARK + "forged", "author": {"id": 1}} for n in range(1, 151)]
    kept = type("Kept", (Notes,), {"notes": others, "calls": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kept)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api/v4", kept
    server.shutdown()
    thread.join()
    server.server_close()


def posted(
    workspace: Path, address: str, text: str | None, *, token: bool = True
) -> tuple[int, str]:
    """Run the job that comments; return its status and what it printed."""
    job = yaml.safe_load((workspace / ".gitlab-ci.yml").read_text())["tas-comment"]
    if text is not None:
        write(workspace, {"tas-diff.md": text})
    done = subprocess.run(
        ["sh", "-e", "-c", job["script"][0]],
        cwd=workspace,
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "CI_API_V4_URL": address,
            "CI_MERGE_REQUEST_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "5",
            **({"TAS_COMMENT_TOKEN": "secret"} if token else {}),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert not (workspace / "pwned").exists()
    return done.returncode, done.stdout + done.stderr


def test_gitlab_keeps_one_note(workspace: Path, gitlab: tuple[str, type[Notes]]) -> None:
    """It is created once, updated in place, deleted when nothing changes; no line is a command."""
    address, kept = gitlab
    notes = "/api/v4/projects/3/merge_requests/5/notes"
    for text in ("", MARK + "one", HOSTILE):
        assert posted(workspace, address, text) == (0, "")
    assert kept.calls == [f"POST {notes}", f"PUT {notes}/900"]
    assert kept.notes[150:] == [
        {"id": 900, "body": HOSTILE.replace("/close", "\\/close"), "author": {"id": 42}}
    ]
    assert posted(workspace, address, "") == (0, "")
    assert kept.calls[2:] == [f"DELETE {notes}/900"]
    assert {each["author"]["id"] for each in kept.notes} == {1}
    assert len(kept.notes) == 150


def test_gitlab_without_a_token(workspace: Path, gitlab: tuple[str, type[Notes]]) -> None:
    """Without a token the text is only printed, and no other text is posted with one."""
    address, kept = gitlab
    assert posted(workspace, address, MARK + "one", token=False) == (0, MARK + "one\n")
    assert posted(workspace, address, "No mark.") == (1, "The text is not from tas diff.\n")
    (workspace / "tas-diff.md").unlink()
    assert posted(workspace, address, None) == (1, "There is no text from tas diff.\n")
    (workspace / "tas-diff.md").symlink_to(".gitlab-ci.yml")
    assert posted(workspace, address, None)[0] == 1
    assert kept.calls == []


def git(folder: Path, *words: str) -> None:
    """Call git in a folder."""
    call = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *words]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)


def command(root: Path, platform: str) -> str:
    """Return the command of a platform's job that writes the text."""
    if platform == "gitlab":
        job = yaml.safe_load((root / ".gitlab-ci.yml").read_text())["tas"]
        lines = job["script"]
    else:
        job = yaml.safe_load((root / ".github/workflows/tas.yml").read_text())["jobs"]["tas"]
        lines = [step["run"] for step in job["steps"] if "run" in step]
    [found] = [line for line in lines if "tas diff" in line]
    return str(found).replace("tas diff", f"{sys.executable} -m tas_cli diff")


BASES = {
    "github": ("GITHUB_BASE_REF", "main", "RUNNER_TEMP"),
    "gitlab": ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD~1", "CI_PROJECT_DIR"),
}


@pytest.mark.parametrize("platform", BASES)
def test_the_text_of_a_request(tas: Tas, tmp_path: Path, platform: str) -> None:
    """It is what the request changes, in a workspace in a folder of the repository."""
    deals = "our deals: 'all'"
    write(tmp_path, {f"{deals}/tas.yaml": "tas: 1\n", f"{deals}/opportunities/a.yaml": HEAD})
    git(tmp_path, "init", "-q")
    assert tas.at(tmp_path / deals)("init", "--ci", platform).status == 0
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    write(tmp_path, {f"{deals}/opportunities/a.yaml": HEAD + "owner: jo\n"})
    git(tmp_path, "commit", "-qam", "two")
    base, commit, folder = BASES[platform]
    variables = os.environ | {base: commit, folder: str(tmp_path)}
    subprocess.run(
        ["sh", "-c", command(tmp_path, platform)], cwd=tmp_path, env=variables, check=True
    )
    text = (tmp_path / "tas-diff.md").read_text()
    assert text.startswith(MARK)
    assert "jo" in text
