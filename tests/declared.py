"""Compares the JSON that a command prints with its declaration."""

from __future__ import annotations

import json
import shlex
from typing import Any

from cli import Tas
from jsonschema import Draft202012Validator


def undeclared(tas: Tas, call: str) -> list[str]:
    """Return the places where a call's output differs from its command's declaration."""
    command, *_ = call.split()
    schema = json.loads(tas("schema", "--json", command).out)
    result = tas(*shlex.split(call), "--format", "json")
    assert result.out, (call, result.err)
    printed = json.loads(result.out)
    return [_deepest(error) for error in Draft202012Validator(schema).iter_errors(printed)]


def _deepest(error: Any) -> str:
    while error.context:
        error = max(error.context, key=lambda each: len(each.absolute_path))
    return f"{list(error.absolute_path)}: {error.message}"
