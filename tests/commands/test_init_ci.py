"""`tas init --ci`: the files that let CI check every change."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import yaml
from cli import ROOT
from workspaces import HEAD, write

from tas_cli.commands import prompts
from tas_cli.commands.ci import UNNAMED

if TYPE_CHECKING:
    from cli import Tas

FILES = {
    "github": ".github/workflows/tas.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}
COMMENT = ".github/workflows/tas-comment.yml"
CREATED = [FILES["github"], COMMENT, FILES["gitlab"], FILES["pre-commit"]]
ALL = [word for platform in FILES for word in ("--ci", platform)]
FOREIGN = "other: {script: [make]}\n"


def files(folder: Path) -> set[str]:
    """Return the files below a folder, without git's own."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {str(path) for path in found if path.parts[0] != ".git"}


def git(folder: Path, *words: str) -> None:
    """Call git in a folder."""
    call = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *words]
    subprocess.run(call, cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "all")


def parsed(path: Path) -> Any:
    """Return the data in a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture
def workspace(tas: Tas, tmp_path: Path) -> Path:
    """A workspace that already exists."""
    tas.at(tmp_path)
    return write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": HEAD})


def test_an_existing_workspace_gets_only_those_files(tas: Tas, workspace: Path) -> None:
    """Only the platforms' files are added, from anywhere in the workspace."""
    before = files(workspace)
    tas.at(workspace / "opportunities")
    result = tas("init", *ALL, *ALL)
    assert result.status == 0
    assert files(workspace) - before == set(CREATED)
    made = [line for line in result.out.splitlines() if line.startswith("created")]
    assert made == [f"created  ../{file}" for file in CREATED]


def test_a_new_workspace_gets_them_with_everything_else(tas: Tas, tmp_path: Path) -> None:
    """One call creates a workspace and its CI files."""
    assert tas.at(tmp_path)("init", "deals", "--ci", "github").status == 0
    assert {"tas.yaml", FILES["github"]} <= files(tmp_path / "deals")
    assert FILES["gitlab"] not in files(tmp_path / "deals")


CHECK = [sys.executable, "-m", "check_jsonschema"]
SCHEMAS = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}


def uncommented(text: str) -> str:
    """Return a workflow with its suggestions applied: commented lines become lines."""
    return re.sub(r"^(\s+)# (- \w+: | +[\w-]+:)", r"\1\2", text, flags=re.MULTILINE)


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("platform", SCHEMAS)
def test_the_platform_accepts_them(tas: Tas, platform: str) -> None:
    """The platform's own schema accepts the files, with and without their suggestions."""
    tas("init", "--ci", platform)
    write(Path(), {"other.yml": uncommented(Path(FILES[platform]).read_text())})
    also = [COMMENT] if platform == "github" else []
    checked = [FILES[platform], "other.yml", *also]
    subprocess.run([*CHECK, "--builtin-schema", SCHEMAS[platform], *checked], check=True)


@pytest.mark.usefixtures("workspace")
def test_pre_commit_accepts_its_file(tas: Tas) -> None:
    """The file is a valid configuration, and its hooks are in tas's own manifest."""
    tas("init", "--ci", "pre-commit")
    validate = [sys.executable, "-m", "pre_commit", "validate-config"]
    subprocess.run([*validate, FILES["pre-commit"]], check=True)
    offered = parsed(ROOT / ".pre-commit-hooks.yaml")
    [repo] = parsed(Path(FILES["pre-commit"]))["repos"]
    for hook, theirs in zip(repo["hooks"], offered, strict=True):
        assert hook.pop("additional_dependencies") == [UNNAMED]
        assert hook == {key: value for key, value in theirs.items() if key != "description"}


@pytest.mark.usefixtures("workspace")
def test_github_can_only_read(tas: Tas) -> None:
    """The job can only read the repository, and actions are pinned to commits."""
    tas("init", "--ci", "github")
    used = re.findall(r"uses: (.*)", Path(FILES["github"]).read_text())
    assert len(used) == 4
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used)
    workflow = parsed(Path(FILES["github"]))
    assert workflow["permissions"] == {"contents": "read"}
    steps = workflow["jobs"]["tas"]["steps"]
    assert next(step["run"] for step in steps if "run" in step) == f"pip install {UNNAMED}"
    assert steps[0]["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.usefixtures("workspace")
def test_a_fork_sends_no_findings(tas: Tas) -> None:
    """The step whose permission a fork's pull request never gets is skipped there."""
    tas("init", "--ci", "github")
    workflow = yaml.safe_load(uncommented(Path(FILES["github"]).read_text()))
    [step] = [step for step in workflow["jobs"]["tas"]["steps"] if "sarif" in step.get("uses", "")]
    assert "head.repo.full_name == github.repository" in step["if"]


PACKAGES = [
    "./dist/tas_cli-0.1.0-py3-none-any.whl",
    "git+https://example.com/t.git@ab'c",
    'a "b" #',
]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("package", PACKAGES)
def test_packages_the_jobs_install(tas: Tas, package: str) -> None:
    """The named wheel or repository is installed, whatever characters it contains."""
    assert tas("init", *ALL, "--install", package).err == ""
    steps = parsed(Path(FILES["github"]))["jobs"]["tas"]["steps"]
    calls = [steps[2]["run"], parsed(Path(FILES["gitlab"]))["tas"]["script"][0]]
    assert [shlex.split(call) for call in calls] == [["pip", "install", package]] * 2
    [repo] = parsed(Path(FILES["pre-commit"]))["repos"]
    assert all(hook["additional_dependencies"] == [package] for hook in repo["hooks"])


def test_a_package_outside_the_registries(tas: Tas, workspace: Path) -> None:
    """Without --install the jobs cannot install a stranger's package; the user reads what to do."""
    result = tas("init", *ALL)
    assert "Replace git+https://name-a-wheel-or-a-repository.invalid/" in result.out
    assert "--install" in result.out
    for file in FILES.values():
        assert "tas-cli" not in (workspace / file).read_text()
    assert (urlsplit(UNNAMED).hostname or "").endswith(".invalid")  # reserved: nobody can own it
    assert "Replace" not in tas("init", *ALL).out


WRONG = ["", " ", "-r x", "a\nb", "${{ secrets.TOKEN }}"]


@pytest.mark.parametrize("package", WRONG)
def test_refused_package_names(tas: Tas, workspace: Path, package: str) -> None:
    """What pip or the platform would read as more than a package is refused; no file is created."""
    before = files(workspace)
    assert tas("init", "--ci", "github", f"--install={package}").status == 2
    assert tas("init", "--install", "tas-cli").status == 2
    assert files(workspace) == before


def test_gitlab_gets_the_reports_that_the_check_writes(tas: Tas, workspace: Path) -> None:
    """The job's command writes the very files that the job uploads."""
    tas("init", "--ci", "gitlab")
    job = parsed(Path(FILES["gitlab"]))["tas"]
    [command] = [line.split() for line in job["script"] if "--output" in line]
    assert command[:2] == ["tas", "check"]
    write(workspace, {"opportunities/a.yaml": HEAD + "owner: 12\n"})
    assert tas(*command[1:]).status == 0
    for report in job["artifacts"]["reports"].values():
        assert (workspace / report).is_file()


def test_existing_files_stay(tas: Tas, workspace: Path) -> None:
    """No file is overwritten; the output says what to do instead, until it is done."""
    write(workspace, dict.fromkeys(CREATED, FOREIGN))
    result = tas("init", *ALL)
    for file in CREATED:
        assert (workspace / file).read_text() == FOREIGN
        assert f"kept     {file} (already there)" in result.out
    assert "- run: tas check" in result.out
    assert "include:\n  - local: .gitlab/tas.yml" in result.out
    assert "Add under `repos:` in .pre-commit-config.yaml:\n  - repo: local" in result.out
    assert "tas" in parsed(workspace / ".gitlab/tas.yml")
    done = {
        ".gitlab-ci.yml": FOREIGN + "include: [local: .gitlab/tas.yml]\n",
        ".github/workflows/tas.yml": FOREIGN + "# tas check, tas diff\n",
        COMMENT: FOREIGN + "# gh api\n",
        ".pre-commit-config.yaml": FOREIGN + "# tas check\n",
    }
    write(workspace, done)
    document = tas("init", *ALL, "--format", "json").json
    assert (document["made"], document["advice"]) == ([], [])
    assert document["kept"] == [*CREATED[:3], ".gitlab/tas.yml", *CREATED[3:]]


def test_missing_parts_of_an_existing_job(tas: Tas, workspace: Path) -> None:
    """A package named later is not silently dropped: each file that lacks it is listed."""
    assert tas("init", *ALL).status == 0
    before = {file: (workspace / file).read_bytes() for file in CREATED}
    out = tas("init", *ALL, "--install", "./tas.whl").out
    for file in FILES.values():
        assert f"{Path(file).name} runs tas check without ./tas.whl. Add it there" in out
        assert (workspace / file).read_bytes() == before[file]
    assert not (workspace / ".gitlab").exists()


PAGES = {"github": ".github/workflows/tas-pages.yml", "gitlab": ".gitlab/tas-pages.yml"}
PUBLISH = ["--ci", "github", "--ci", "gitlab", "--pages"]


def site_calls(folder: Path) -> list[str]:
    """Return the call of tas site in each platform's file."""
    steps = parsed(folder / PAGES["github"])["jobs"]["build"]["steps"]
    lines = [step.get("run", "") for step in steps]
    lines += parsed(folder / PAGES["gitlab"])["pages"]["script"]
    return [line for line in lines if "tas site" in line]


def test_a_job_publishes_the_site_if_asked(tas: Tas, workspace: Path) -> None:
    """Both platforms get a file, once, and the user reads who sees what, and what is left to do."""
    result = tas("init", *PUBLISH)
    assert result.status == 0
    assert files(workspace) >= {*PAGES.values()}
    assert "names of customers and people, amounts, evidence" in result.err
    assert "even if the repository is private" in result.err
    assert "add --redact" in result.err
    assert result.out.count("Nothing is published until") == 2
    assert "include:\n  - local: .gitlab/tas-pages.yml" in result.out
    with (workspace / ".gitlab-ci.yml").open("a", encoding="utf-8") as file:
        file.write("include: [local: .gitlab/tas-pages.yml]\n")
    again = tas("init", *PUBLISH).out
    assert "created" not in again
    assert "include" not in again
    assert "Nothing is published" not in again


def test_the_published_pages_are_those_of_the_site(tas: Tas, workspace: Path) -> None:
    """The calls write pages, and with --redact without names of people, amounts and words."""
    write(workspace, {"opportunities/a.yaml": f"{HEAD}owner: Kim Roe\namount: 1234567\n"})
    for options, shown in (([], True), (["--redact"], False)):
        for file in PAGES.values():
            (workspace / file).unlink(missing_ok=True)
        tas("init", *PUBLISH, *options)
        for at, call in enumerate(site_calls(workspace)):
            words = [word for word in shlex.split(call)[1:] if not word.startswith("$")]
            assert tas(*words, f"out{at}{shown}").status == 0
            page = (workspace / f"out{at}{shown}/deals/a.html").read_text(encoding="utf-8")
            assert ("Kim Roe" in page) == ("1,234,567" in page) == shown
        for file in PAGES.values():
            text = (workspace / file).read_text(encoding="utf-8")
            assert ("amounts, evidence and notes" in text) == shown


def test_only_the_job_that_publishes_may_do_so(tas: Tas, workspace: Path) -> None:
    """It runs no code of the repository, and nothing is published for a request."""
    tas("init", *PUBLISH)
    workflow = parsed(workspace / PAGES["github"])
    assert workflow["permissions"] == {}
    assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    assert build["permissions"] == {"contents": "read"}
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert not any("run" in step for step in publish["steps"])
    used = re.findall(r"uses: (.*)", (workspace / PAGES["github"]).read_text())
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used)
    [rule] = parsed(workspace / PAGES["gitlab"])["pages"]["rules"]
    assert 'CI_PIPELINE_SOURCE == "schedule" && $TAS_PAGES == "publish"' in rule["if"]
    for platform, file in PAGES.items():
        subprocess.run([*CHECK, "--builtin-schema", SCHEMAS[platform], file], check=True)


def test_a_job_that_publishes_too_much_is_named(tas: Tas, workspace: Path) -> None:
    """An existing job that does not redact stays, and the user reads that it does not."""
    tas("init", *PUBLISH)
    before = site_calls(workspace)
    out = tas("init", *PUBLISH, "--redact").out
    assert out.count("tas-pages.yml runs tas site without --redact.") == 2
    assert site_calls(workspace) == before


def test_a_file_that_is_included_is_looked_at(tas: Tas, workspace: Path) -> None:
    """What it lacks is named although it is included, and it is written if it is missing."""
    included = [".gitlab/tas.yml", PAGES["gitlab"]]
    write(workspace, {".gitlab-ci.yml": f"include: [local: {', local: '.join(included)}]\n"})
    write(workspace, {included[0]: "x: [tas check]\n", included[1]: "x: [tas site]\n"})
    words = ("init", "--ci", "gitlab", "--pages", "--redact")
    out = tas(*words).out
    assert "tas.yml runs tas check without tas diff." in out
    assert "tas-pages.yml runs tas site without --redact." in out
    for place in included:
        (workspace / place).unlink()
    assert tas(*words, "--format", "json").json["made"] == included


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--pages"], "--pages needs --ci github or --ci gitlab"),
        (["--ci", "pre-commit", "--pages"], "--pages needs --ci github or --ci gitlab"),
        (["--ci", "github", "--redact"], "--redact needs --pages"),
    ],
)
def test_pages_need_a_platform(tas: Tas, workspace: Path, words: list[str], why: str) -> None:
    """Nothing is written if there is nowhere to publish."""
    before = files(workspace)
    refused = tas("init", *words)
    assert (refused.status, files(workspace)) == (2, before)
    assert why in refused.err


@pytest.mark.parametrize(("answer", "written"), [("", False), ("n", False), ("y", True)])
def test_on_a_terminal_tas_asks_before_it_writes(
    tas: Tas, workspace: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, written: bool
) -> None:
    """Only a yes writes anything."""
    monkeypatch.setattr(prompts, "is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", lambda: answer)
    before = files(workspace)
    result = tas("init", "--ci", "github", "--pages", "--no-git")
    assert "Write the job that publishes them? [y/N]" in result.out
    assert (files(workspace) != before) == written


def checks(steps: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the step that checks."""
    return next(step for step in steps if step.get("run", "").startswith("tas check"))


WRONG_BEFORE = HEAD + "assessments:\n  - {date: 2026-11-02, ratings: {solution_fit: {us: -}}}\n"
BASES = {
    "github": ("GITHUB_BASE_REF", "main"),
    "gitlab": ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD~"),
}


@pytest.mark.parametrize("platform", BASES)
def test_a_request_fails_for_its_own_errors_only(tas: Tas, workspace: Path, platform: str) -> None:
    """The last command ignores errors that a request did not bring; on a branch, they fail."""
    tas("init", "--ci", platform)
    file = parsed(Path(FILES[platform]))
    command = (
        file["tas"]["script"][-1]
        if platform == "gitlab"
        else checks(file["jobs"]["tas"]["steps"])["run"]
    )
    git(workspace, "init", "-q")
    write(workspace, {"opportunities/a.yaml": WRONG_BEFORE})
    committed(workspace)
    git(workspace, "update-ref", "refs/remotes/origin/main", "HEAD")

    def status(**variables: str) -> int:
        words = command.replace("tas", f"{sys.executable} -m tas_cli", 1)
        none = dict.fromkeys([name for name, _ in BASES.values()], "")
        environment = os.environ | none | variables
        return subprocess.run(["sh", "-c", words], env=environment, check=False).returncode

    request = dict([BASES[platform]])
    write(workspace, {"opportunities/a.yaml": "owner: jo\n" + WRONG_BEFORE})
    committed(workspace)
    assert (status(), status(**request)) == (1, 0)


def test_a_workspace_inside_a_repository(tas: Tas, tmp_path: Path) -> None:
    """The files go where the platform looks for them, and name the folder to check."""
    deals = tmp_path / "our deals: 'all'"
    write(deals, {"tas.yaml": "tas: 1\n"})
    (tmp_path / ".git").mkdir()
    tas.at(deals)("init", *ALL)
    assert files(tmp_path) == {*CREATED, f"{deals.name}/tas.yaml"}
    steps = parsed(tmp_path / FILES["github"])["jobs"]["tas"]["steps"]
    hooks = parsed(tmp_path / FILES["pre-commit"])["repos"][0]["hooks"]
    script = parsed(tmp_path / FILES["gitlab"])["tas"]["script"]
    for command in (checks(steps)["run"], hooks[-1]["entry"], script[-1]):
        done = subprocess.run(
            ["sh", "-c", command.replace("tas", f"{sys.executable} -m tas_cli", 1)],
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        assert done.stdout == b"1 file: no problems found. There are no deals yet.\n"
