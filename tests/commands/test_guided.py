"""`tas new` with questions, on a terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

SETTINGS = "currency: EUR\nteam:\n  nicole: {name: Nicole Baumgartner}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace whose git user is a member of the team."""
    git = '#!/bin/sh\n[ "${*#* config user.name}" = "" ] && echo $GIT_SAYS\n'
    write(tmp_path, {"tas.yaml": SETTINGS, "bin/git": git})
    (tmp_path / "bin/git").chmod(0o755)
    return tmp_path


def new(
    folder: Path,
    *answers: tuple[str, str],
    options: tuple[str, ...] = (),
    user: str = "Nicole Baumgartner",
) -> tuple[int, str]:
    """Start an opportunity at a terminal."""
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    return talk(folder, ["new", *options], *answers, env={"PATH": path, "GIT_SAYS": user})


def test_all_questions(folder: Path, tas: Tas) -> None:
    """Answers and defaults make a valid file; a wrong answer is asked for again."""
    status, seen = new(
        folder,
        ("Customer:", ""),
        ("is needed.*at least one word.*Customer:", "Würsch Präzision"),
        ("about:", 'CRM: "renewal"'),
        ("Amount", "a lot"),
        ("not an amount.*Amount", "250.000"),
        ("can mean 250000 or 250.*Amount", "$250,000"),
        (r"= 250,000.*Currency \[USD\]:", "eur"),
        ("The amount is in USD.*Currency", "dollars"),
        ("not a currency.*Currency", "usd"),
        ("close", "2027-02-30"),
        ("not a date on the calendar.*close", "31 Mar"),
        (r"Owner \(- for none\) \[nicole\]:", ""),
        ("Competitor:", "X-Sys"),
        ("Competitor:", "x-sys=again"),
        ("already on the list.*Competitor:", "us=Us"),
        ("is reserved.*Competitor:", "株式会社"),
        ("Add a short name.*Competitor:", "kk=株式会社"),
        ("Competitor:", ""),
        (r"commands \[wursch-prazision\]:", "Würsch CRM"),
        (r"lowercase letters.*commands \[wursch-crm\]:", ""),
        ("Rate it now", "n"),
    )
    assert status == 0, seen
    assert "Created opportunities/wursch-crm.yaml" in seen
    tas.at(folder)
    assert tas("check").status == 0
    printed = tas("show", "wursch-crm", "--format", "json").json
    assert (printed["customer"], printed["name"]) == ("Würsch Präzision", 'CRM: "renewal"')
    assert (printed["owner"], printed["amount"], printed["currency"]) == ("nicole", "250000", "USD")
    assert printed["expected_close"] == "2027-03-31"
    assert [party["name"] for party in printed["parties"]] == ["Us", "X-Sys", "株式会社"]


def test_only_missing_options_are_asked_for(folder: Path) -> None:
    """Options are not asked for again, a taken id is not proposed, and the rest is optional."""
    write(folder, {"opportunities/acme.yaml": HEAD})
    status, seen = new(
        folder,
        ("Amount", ""),
        ("close", ""),
        (r"Owner.*\[Jo Doe\]:", "-"),
        ("Competitor:", ""),
        (r"commands \[acme-renewal\]:", ""),
        ("Rate it now", "n"),
        options=("--customer", "Acme", "--name", "Renewal"),
        user="Jo Doe",
    )
    assert status == 0, seen
    text = (folder / "opportunities/acme-renewal.yaml").read_text()
    assert "# owner:" in text
    assert "# amount:" in text
    assert "# competitors:" in text


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        (["a=A, b=B"], {"a": "A", "b": "B"}),
        (["a=Acme, Inc., b=B"], {"a": "Acme, Inc.", "b": "B"}),
        (["Acme, Inc."], {"acme-inc": "Acme, Inc."}),
        (["X-Sys; Y Ltd", "z=Z"], {"x-sys": "X-Sys", "y-ltd": "Y Ltd", "z": "Z"}),
        (["a=A, a=B", "b=B"], {"b": "B"}),
        (["a=A; us=B", "b=B"], {"b": "B"}),
    ],
)
def test_several_competitors_in_one_answer(
    folder: Path, tas: Tas, answers: list[str], names: dict[str, str]
) -> None:
    """A list is split, a name with a comma is not; a list that cannot be split is refused."""
    status, seen = new(
        folder,
        *((question, "") for question in ("Amount", "close")),
        *(("Competitor:", answer) for answer in answers),
        ("Competitor:", ""),
        ("commands", ""),
        ("Rate it now", "n"),
        options=("--customer", "Acme", "--name", "Renewal", "--owner", "x"),
    )
    assert status == 0, seen
    parties = tas.at(folder)("show", "acme", "--format", "json").json["parties"][1:]
    assert {each["id"]: each["name"] for each in parties} == names


def test_a_refused_amount_is_not_dropped_silently(folder: Path) -> None:
    """Pressing Enter after a refused answer reports that it was left out."""
    status, seen = new(
        folder,
        ("Amount", "1,000"),
        ("can mean.*Amount", ""),
        (r"Skipped\. Add it later: `tas set ID amount=…`.*close", ""),
        ("Competitor:", ""),
        ("commands", ""),
        ("Rate it now", "n"),
        options=("--customer", "Acme", "--name", "Renewal", "--owner", "x"),
    )
    assert status == 0, seen
    assert seen.count("Skipped") == 1


def test_refused_competitors_are_not_dropped_silently(folder: Path) -> None:
    """Ending the list after a refusal reports that the whole answer was left out."""
    status, seen = new(
        folder,
        *((question, "") for question in ("Amount", "close")),
        ("Competitor:", "a=A, us=Us"),
        ("cannot be.*Competitor:", ""),
        (r"Skipped\. Add it later: `tas competitors ID \"Their Name\"`.*commands", ""),
        ("Rate it now", "n"),
        options=("--customer", "Acme", "--name", "Renewal", "--owner", "x"),
    )
    assert status == 0, seen


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_no_answer(folder: Path, key: str) -> None:
    """Ctrl-C and end of input exit with 130 before anything is created."""
    status, seen = new(folder, ("Customer:", "Acme"), ("about:", key))
    assert status == 130
    assert "Nothing was changed" in seen
    assert not (folder / "opportunities").exists()


def test_no_git(folder: Path) -> None:
    """If git has no user name, no owner is proposed, without a message."""
    (folder / "bin/git").write_text("#!/bin/sh\nexit 1\n")
    status, _ = new(
        folder,
        *((question, "") for question in ("Currency", "close")),
        ("Owner:", "maria"),
        *((question, "") for question in ("Competitor:", "commands")),
        ("Rate it now", "n"),
        options=("--customer", "Acme", "--name", "Renewal", "--amount", "5"),
    )
    assert status == 0
    assert "owner: maria" in (folder / "opportunities/acme.yaml").read_text()


def test_the_name_from_git_is_cleaned(folder: Path) -> None:
    """The name from git is proposed and stored without its invisible characters."""
    status, seen = new(
        folder,
        *((question, "") for question in ("Amount", "close")),
        (r"Owner \(- for none\) \[Jo Doe\]:", ""),
        *((question, "") for question in ("Competitor:", "commands")),
        ("Rate it now", "n"),
        options=("--customer", "Acme", "--name", "Renewal"),
        user="Jo\u00a0D\u00adoe\x07",
    )
    assert status == 0, seen
    assert "owner: Jo Doe\n" in (folder / "opportunities/acme.yaml").read_text()


def test_leaving_at_the_offer(folder: Path) -> None:
    """Ctrl-C at the offer of the scorecard keeps the file and does not deny it."""
    options = ("--customer", "Acme", "--name", "Renewal", "--owner", "x")
    answers = [(question, "") for question in ("Amount", "close", "Competitor:", "commands")]
    status, seen = new(folder, *answers, ("Rate it now", "\x03"), options=options)
    assert status == 0
    assert "Nothing was changed" not in seen
    assert (folder / "opportunities/acme.yaml").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("acme",), "opportunities/acme.yaml already exists"),
        (("Acme",), "cannot be a short name"),
        (("--amount", "1,000"), "can mean 1000 or 1"),
        (("--competitor", "us=Us"), "cannot be a competitor's short name"),
    ],
)
def test_wrong_options_come_first(folder: Path, options: tuple[str, ...], message: str) -> None:
    """Wrong options end the command before the first question."""
    write(folder, {"opportunities/acme.yaml": HEAD})
    status, seen = new(folder, options=options)
    assert status in (1, 2)
    assert message in seen
    assert "Customer" not in seen


def test_without_a_terminal(folder: Path, tas: Tas) -> None:
    """Without a terminal, all missing options are named together."""
    result = tas.at(folder)("new")
    assert result.status == 2
    assert "needs a short name, --name and --customer" in result.err
