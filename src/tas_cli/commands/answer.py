"""`tas answer`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import tree_steps
from tas_cli.commands.edit_support import (
    DryRun,
    On,
    all_given,
    change_fields,
    day_that_has_come,
    endings,
    given,
    reason_or_stop,
    target,
)
from tas_cli.commands.options import Format, Formatted, Opportunity
from tas_cli.commands.stop import WRONG_CALL, Stop


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="STEP=ANSWER",
            help="three_to_one=no; an empty answer takes the stated one back.",
            autocompletion=tree_steps,
        ),
    ],
    *,
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why you judge it so.")
    ] = None,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Answer a question of the strategy tree yourself, over the derived answer.

    `tas explain STEP` says what is asked and how the answer is derived from the ratings.
    """
    from tas_cli.edits.choice import answer_named, state  # noqa: PLC0415

    to = target(opportunity)
    day = day_that_has_come(on)
    with endings():
        wanted = [answer_named(text) for text in all_given(answers, "STEP=ANSWER")]
    if len({answer.step for answer in wanted}) < len(wanted):
        raise Stop("a step is answered twice.", status=WRONG_CALL)
    reason = given(because, "--because")
    if reason is None and any(answer.answer for answer in wanted):
        reason = reason_or_stop("--because", "why do you judge it so", output)
    change_fields(
        to,
        lambda now: [edit for answer in wanted for edit in state(now, answer, reason, day)],
        [(".".join(answer.path), answer.path) for answer in wanted],
        dry_run=dry_run,
        output=output,
    )
