"""The questions to a batch of files; the code that answers them is loaded only if needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from tas_cli.gather.content import Content
from tas_cli.gather.memory import Kept

_Question = Literal["lines", "actions", "points"]


def answered(contents: Sequence[Content], question: _Question, **on: Any) -> list[Kept]:
    """Return the answers to a question for a batch of files, each empty if it cannot be trusted.

    `on` is what the question's function in `board/work.py` takes besides the contents.
    """
    from tas_cli.board import work  # noqa: PLC0415 - not for what is kept

    answers: list[Kept] = getattr(work, question)(contents, **on)
    return answers
