"""The forms of a line in which a meeting is written down; imports nothing, for help and screens."""

from __future__ import annotations

FORMS = (
    ("4 + Reserve approved", "rates #4 +, with their words as evidence; also - and ?"),
    ("9:x-sys - They miss dates", "the same for a competitor"),
    ("15 - Hart decides ~ Kessler", "said by somebody else"),
    ("they will check it by 8 Dec", "an action item for the customer; also Hart will check it"),
    ("we will send it by fri @kim", "an action item for us; also I will, let's, TODO"),
    ("next 10 Dec Ruiz, Hart: demo", "the next meeting"),
    ("amount=1.2M", "a field of the deal; also close=31 Mar, forecast=commit"),
    ("out x-sys: over budget", "a competitor has dropped out"),
    ("new Sam Hart, adviser", "somebody new, if the deal has a map"),
    ("analyst = Dana Ortiz", "who an unidentified person is"),
    ("kessler + 5 multiple", "how somebody stands, in the words of tas people"),
    ("anything else", "a note"),
)
"""Each form with what it means."""


def listed() -> str:
    """Return the forms as a table of two columns."""
    width = max(len(form) for form, _ in FORMS) + 2
    return "\n".join(f"  {form:<{width}}{about}" for form, about in FORMS)
