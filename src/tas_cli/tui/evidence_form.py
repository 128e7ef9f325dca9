"""The form for a piece of evidence: what somebody said or did, who, when, and where it is."""

from __future__ import annotations

from rich.text import Text

from tas_cli.model.evidence import Evidence
from tas_cli.tui.fields import Fields, FormLine, Values, Wrong
from tas_cli.tui.lines import DATE
from tas_cli.typed.interpreter import Interpreter


def evidence_form(title: Text, given: Evidence, verb: str, interpreter: Interpreter) -> Fields:
    """Return the form, filled in with what is given; `evidence_of` reads its values."""
    asked = [
        FormLine("what", "What", "what they said, wrote or did", value=given.what or "", ends=True),
        FormLine("who", "Who", "name and role", value=given.who or "", ends=True),
        FormLine("when", "When", value=str(given.when or ""), ends=True, kind=DATE),
        FormLine("link", "Link", "where to look it up", value=given.link or "", ends=True),
    ]
    return Fields(title, asked, _wrong, verb, interpreter)


def evidence_of(values: Values) -> Evidence:
    """Return a piece of evidence, with empty fields left out."""
    return Evidence.model_validate({key: text for key, text in values.items() if text})


def _wrong(values: Values) -> Wrong | None:
    """Return what is wrong with evidence: it shows nothing."""
    if evidence_of(values).given:
        return None
    return Wrong("what", "Enter what they said, wrote or did, or press Esc.")
