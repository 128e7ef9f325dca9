"""All checks, in the order of their codes: a check that is not in this list does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.rules import (
    tas101_syntax,
    tas102_bare_sign,
    tas103_foreign_sign,
    tas104_duplicate_key,
    tas105_unknown_key,
    tas106_missing_key,
    tas107_wrong_shape,
    tas108_wrong_value,
    tas109_unquoted,
    tas110_impossible_date,
    tas111_yaml_feature,
    tas112_too_large,
    tas113_merge_conflict,
    tas114_encoding,
    tas115_format_version,
    tas116_invisible_character,
    tas117_unknown_party,
    tas118_repeated_date,
    tas119_reserved_id,
    tas120_wrong_variation,
    tas501_unreadable,
    tas502_no_regular_file,
    tas503_stray_link,
    tas504_file_name,
    tas505_repeated_id,
)

if TYPE_CHECKING:
    from tas_cli.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    tas101_syntax.RULE,
    tas102_bare_sign.RULE,
    tas103_foreign_sign.RULE,
    tas104_duplicate_key.RULE,
    tas105_unknown_key.RULE,
    tas106_missing_key.RULE,
    tas107_wrong_shape.RULE,
    tas108_wrong_value.RULE,
    tas109_unquoted.RULE,
    tas110_impossible_date.RULE,
    tas111_yaml_feature.RULE,
    tas112_too_large.RULE,
    tas113_merge_conflict.RULE,
    tas114_encoding.RULE,
    tas115_format_version.RULE,
    tas116_invisible_character.RULE,
    tas117_unknown_party.RULE,
    tas118_repeated_date.RULE,
    tas119_reserved_id.RULE,
    tas120_wrong_variation.RULE,
    tas501_unreadable.RULE,
    tas502_no_regular_file.RULE,
    tas503_stray_link.RULE,
    tas504_file_name.RULE,
    tas505_repeated_id.RULE,
)


def rule(code: str) -> Rule:
    """Return the check with that code."""
    return next(each for each in RULES if each.code == code)
