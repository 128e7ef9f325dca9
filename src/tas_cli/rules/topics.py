"""The checks as `tas explain` finds them: by code, and as topics next to those of the method."""

from __future__ import annotations

from tas_cli.method.lookup import Topic, topic
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.rule import Rule


def rule(code: str) -> Rule:
    """Return the check with that code."""
    return next(each for each in RULES if each.code == code)


def rule_topics() -> tuple[Topic, ...]:
    """Return a topic for each check, found by its code or its name."""
    return tuple(topic("check", rule.code, rule.name, rule) for rule in RULES)
