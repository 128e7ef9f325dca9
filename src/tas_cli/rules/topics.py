"""The checks as topics that can be explained, beside those of the method."""

from __future__ import annotations

from tas_cli.method.lookup import Topic, topic
from tas_cli.rules.catalogue import RULES


def rule_topics() -> tuple[Topic, ...]:
    """Return a topic for each check, which answers to its code and its name."""
    return tuple(topic("check", rule.code, rule.name, rule) for rule in RULES)
