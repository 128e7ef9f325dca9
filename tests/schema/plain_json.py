"""Conversions between YAML as an editor sees it and plain data, as JSON Schema checks it."""

from __future__ import annotations

import json
import re
from typing import Any

from tas_cli.source.nodes import Bare, Mapping, Node, Scalar, Sequence, plain_value
from tas_cli.source.parse import parse

_CONSTANTS = {"true": True, "false": False, "null": None, "~": None}


def from_yaml(text: str) -> Any:
    """Return a YAML 1.2 document as plain data, keys as text, an empty value as None."""
    document = parse(text.encode())
    assert document.root is not None, document.faults
    return _data(document.root)


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _data(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return _scalar(node)


def _scalar(node: Scalar) -> Any:
    value = plain_value(node)
    if node.empty or not isinstance(value, Bare):
        return None if node.empty else value
    if value.text.lower() in _CONSTANTS:
        return _CONSTANTS[value.text.lower()]
    if re.fullmatch(r"0[ox].*", value.text):
        return int(value.text, 0)
    if re.fullmatch(r"[-+]?[0-9]+", value.text):
        return int(value.text)
    return float(re.sub(r"\.(?=inf|nan)", "", value.text.lower()))


def to_yaml(data: Any, depth: int = 0) -> str:
    """Return plain data as block YAML with quoted text; None becomes an empty value."""
    indent = "\n" + "  " * depth
    if isinstance(data, dict) and data:
        lines = (f"{json.dumps(key)}: {to_yaml(data[key], depth + 1)}" for key in data)
        return "".join(indent + line for line in lines)
    if isinstance(data, list) and data:
        return "".join(f"{indent}- {to_yaml(item, depth + 1)}" for item in data)
    return "" if data is None else json.dumps(data, ensure_ascii=False)
