"""Every command as the attacks call it: a later command joins them by one line in `CALLS`."""

from __future__ import annotations

from typing import NamedTuple


class Call(NamedTuple):
    """A command line: `{deal}` is the deal that is attacked, `{file}` a file the user names.

    `writes` says that an undisturbed call changes or makes a file of the workspace; `status` is
    how it ends then, without a terminal.
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
        """Whether it names a deal; others look at all of them, or at none."""
        return "{deal}" in self.line

    @property
    def names_file(self) -> bool:
        """Whether it reads a file that the user names; `-` is standard input."""
        return "{file}" in self.line

    def words(self, deal: str = "d1", file: str = "-") -> list[str]:
        """Return the arguments for a deal, by short name or path, and for a file."""
        return [word.format(deal=deal, file=file) for word in self.line.split()]

    def __str__(self) -> str:
        """The line is the name in a test's id."""
        return self.line


CALLS = (
    Call("init"),
    Call("new fresh --name Fresh --customer Harbour", writes=True),
    Call("score {deal}", status=2),
    Call("rate {deal} 5=+", writes=True),
    Call("rate {deal} --from {file}", writes=True),
    Call("set {deal} owner=nicole", writes=True),
    Call("choose {deal} frontal --reason Because", writes=True),
    Call("answer {deal} three_to_one=no --because Because", writes=True),
    Call("outcome {deal} key_sponsor_named --evidence Said", writes=True),
    Call("step {deal}"),
    Call("step {deal} develop", writes=True),
    Call("notes {deal}"),
    Call("notes {deal} text=Said", writes=True),
    Call("notes {deal} 1 --remove", status=2),
    Call("close {deal} lost --reason Price", writes=True),
    Call("edit {deal}"),
    Call("debrief {deal}", status=2),
    Call("debrief {deal} --prepare"),
    Call("debrief {deal} --answers {file}", writes=True),
    Call("show {deal}"),
    Call("strategy {deal}"),
    Call("board"),
    Call("actions"),
    Call("prep {deal}"),
    Call("list"),
    Call("check"),
    Call("check {deal}"),
    Call("check {file}"),
    Call("check --fix"),
    Call("check --output report.txt", writes=True),
    Call("check --changed-since HEAD", status=2),
    Call("check --write-baseline", writes=True),
    Call("explain 5"),
    Call("schema"),
    Call("schema --write"),
)
