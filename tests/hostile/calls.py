"""Every command as the attacks call it: add a later one to `CALLS`; nouns are automatic."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import annotation_at, key_type
from tas_cli.nouns.account import OF_ACCOUNTS
from tas_cli.nouns.catalogue import OF_DEALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_cli.nouns.noun import Noun


class Call(NamedTuple):
    """A command line: `{deal}` is the attacked deal, `{file}` a file the user names.

    `writes` says that an undisturbed call changes or creates a file of the workspace; `status` is
    its exit status in that case, without a terminal.
    """

    line: str
    writes: bool = False
    status: int = 0

    @property
    def command(self) -> str:
        """The command's name."""
        return self.line.split()[0]

    @property
    def names_deal(self) -> bool:
        """Whether it names a deal; others look at all deals or at none."""
        return "{deal}" in self.line

    @property
    def names_file(self) -> bool:
        """Whether it reads a file that the user names; `-` is standard input."""
        return "{file}" in self.line

    def words(self, deal: str = "d1", file: str = "-") -> list[str]:
        """Return the arguments for a deal, by short name or path, and for a file."""
        return [word.format(deal=deal, file=file) for word in self.line.split()]

    def __str__(self) -> str:
        """Return the line for a test's id."""
        return self.line


_SAMPLES = {"date": "2026-01-05", "amount": "1"}
"""What is typed for a field, by kind; a choice gets its first name, any other field a word."""


def adding(noun: Noun, deal: str) -> list[str]:
    """Return the call that adds a record, with every field that has no default."""
    named = key_type(annotation_at(Opportunity, (noun.key,))) is not None
    needed = [each for each in noun.fields if each.required and each.name != "date"]
    values = ((*each.kind.names, _SAMPLES.get(each.kind.error, "Said"))[0] for each in needed)
    fields = [f"{each.name}={value}" for each, value in zip(needed, values, strict=True)]
    fields = fields or [f"{noun.table[0]}=Said"]
    return [noun.key, deal, *(["fresh"] if named else []), *fields]


def _of(noun: Noun) -> Iterator[Call]:
    yield Call(f"{noun.key} {{deal}}")
    yield Call(" ".join(adding(noun, "{deal}")), writes=True)
    yield Call(f"{noun.key} {{deal}} 1 --remove", status=2)


CALLS = (
    Call("init"),
    Call("demo"),
    Call("new fresh --name Fresh --customer Harbour", writes=True),
    Call("plan {deal}"),
    Call("plan {deal} --format ics"),
    Call("plan {deal} goal=Said items=Cranes=3", writes=True),
    Call("value {deal}"),
    Call("value {deal} --format svg", status=1),
    Call("value {deal} solution=Said live=2027-07-01 delay=2*3k", writes=True),
    Call("challenge {deal}"),
    Call("challenge {deal} --edit", status=2),
    Call("challenge {deal} urgency=423 --point Late --by kim", writes=True),
    Call("plan {deal} --suggest"),
    Call("plan {deal} --suggest --plain"),
    Call("plan {deal} --take P10", writes=True),
    Call("score {deal}", status=2),
    Call("rate {deal} 5=+", writes=True),
    Call("meeting {deal} 5+Said", writes=True),
    Call("meeting {deal} --from {file}", writes=True),
    Call("rate {deal} --from {file}", writes=True),
    Call("set {deal} owner=nicole", writes=True),
    Call("choose {deal} frontal --reason Because", writes=True),
    Call("answer {deal} three_to_one=no --because Because", writes=True),
    Call("outcome {deal}"),
    Call("outcome {deal} key_sponsor_named --evidence Said", writes=True),
    Call("step {deal}"),
    Call("step {deal} develop", writes=True),
    *(call for noun in OF_DEALS for call in _of(noun)),
    *(Call(f"{noun.command} fresh", status=2) for noun in OF_ACCOUNTS),
    Call("people {deal} --from {file}", writes=True),
    Call("people {deal} --from-evidence"),
    Call("people {deal} ann name=Ann --evidence Asked", writes=True),
    Call("evidence {deal}"),
    Call("assessments {deal}"),
    Call("competitors {deal}"),
    Call("competitors {deal} fresh name=Said", writes=True),
    Call("matrix"),
    Call("matrix --format html"),
    Call("account fresh", status=2),
    Call("account fresh name=Fresh", writes=True),
    Call("account fresh --share {deal}", status=2),
    Call("rename {deal} fresh", writes=True),
    Call("close {deal} lost --reason Price", writes=True),
    Call("edit {deal}"),
    Call("debrief {deal}", status=2),
    Call("debrief {deal} --prepare"),
    Call("debrief {deal} --answers {file}", writes=True),
    Call("undo {deal}", status=1),
    Call("undo --list"),
    Call("undo --forget"),
    Call("show {deal}"),
    Call("show {deal} --format svg"),
    Call("show {deal} d2"),
    Call("strategy {deal} --format svg"),
    Call("strategy {deal}"),
    Call("today"),
    Call("board"),
    Call("board --at 2026-01-05"),
    Call("board --closed 2026"),
    Call("board --trend"),
    Call("board --rep kim", status=2),
    Call("board --quarter"),
    Call("board --format html"),
    Call("actions"),
    Call("actions add {deal} Call", writes=True),
    Call("actions {deal} --from-tactic 9", status=2),
    Call("tactics {deal} --from-action 9", status=2),
    Call("prep {deal}"),
    Call("path {deal} ruiz", status=2),
    Call("map {deal}"),
    Call("map {deal} --edit", status=2),
    Call("map {deal} --format svg", status=1),
    Call("log {deal}"),
    Call("diff {file} {file}"),
    Call("diff --since 2026-11-01"),
    Call("site --output site", writes=True),
    Call("list"),
    Call("report {deal}"),
    Call("report {deal} --only grid"),
    Call("report {deal} --redact"),
    Call("report --account acme", status=2),
    Call("list --where 5=u --group owner --format csv"),
    Call("check"),
    Call("check {deal}"),
    Call("check {file}"),
    Call("check --errors-only"),
    Call("check --fix"),
    Call("check --output report.txt", writes=True),
    Call("check --changed-since HEAD", status=2),
    Call("check --new", status=2),
    Call("check --write-baseline", writes=True),
    Call("explain 5"),
    Call("schema"),
    Call("schema --write"),
)
