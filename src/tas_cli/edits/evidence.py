"""Evidence as given in a call or a table, validated by the model."""

from __future__ import annotations

from tas_cli.model.evidence import Evidence
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter


def evidence(
    what: str | None,
    *,
    who: str | None,
    when: str | None,
    link: str | None,
    interpreter: Interpreter,
) -> Evidence | None:
    """Return a piece of evidence, or None if no part of it is given.

    Raises:
        WrongCall: it says when or who but not what, or the day is invalid or in the future.
    """
    given = {"what": what, "who": who, "link": link}
    texts = {key: text.strip() for key, text in given.items() if text and text.strip()}
    if not when and not texts:
        return None
    if not texts.keys() & {"what", "link"}:
        alone = "a name" if texts else "a date"
        raise WrongCall(f"{alone} alone is not evidence.", "Add what was said or done.")
    day = interpreter.past_day(when, "--when").isoformat() if when else None
    return Evidence.model_validate({"when": day, **texts} if day else texts)
