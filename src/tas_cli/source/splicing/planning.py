"""From an edit to its splices: finds the place and chooses the style."""

from __future__ import annotations

from tas_cli.diagnostics import Path
from tas_cli.source.nodes import Node, Scalar, Sequence, child, plain_value
from tas_cli.source.splicing.inserting import filled, new_entry, new_item
from tas_cli.source.splicing.layout import Layout
from tas_cli.source.splicing.operations import CannotEdit, Edit, First, Insert, Put, Rename
from tas_cli.source.splicing.removing import left_bare, moved_first, removed, removed_with
from tas_cli.source.splicing.replacing import replaced, respelled, unchanged
from tas_cli.source.splicing.splice import Splice, inserted
from tas_cli.source.values import Spread, Value, in_flow


def splices(layout: Layout, edit: Edit) -> list[Splice]:
    """Return the splices that make an edit.

    Raises:
        CannotEdit: the file does not allow it.
    """
    match edit:
        case Insert():
            return _inserted(layout, edit)
        case Rename():
            return [_renamed(layout, edit)]
        case First(path):
            return moved_first(layout, _entry(layout, path[:-1])[1] or layout.root, path[-1])
        case Put(value=""):
            return _remove(layout, edit)
    return _put(layout, edit)


def _inserted(layout: Layout, edit: Insert) -> list[Splice]:
    found = _entry(layout, edit.path)[1]
    if isinstance(found, Sequence) and found.items:
        return [new_item(layout, found, edit.item, edit.place(plain_value(found)))]
    if isinstance(found, Sequence) and "#" in layout.content[found.span.start : found.span.end]:
        return [inserted(found.span.start + 1, in_flow(edit.item))]
    if not (found is None or _is_empty(found) or isinstance(found, Sequence)):
        raise CannotEdit(f"`{edit.path[-1]}` is not a list")
    return _put(layout, Put(edit.path, [edit.item], edit.bare_as, orders=edit.orders))


def _renamed(layout: Layout, edit: Rename) -> Splice:
    key = _entry(layout, edit.path)[0]
    if key is None:
        raise CannotEdit(f"there is no key `{edit.path[-1]}`")
    if _entry(layout, (*edit.path[:-1], edit.key))[0]:
        raise CannotEdit(f"the key `{edit.key}` exists already")
    return respelled(layout, key, edit.key)


def _entry(layout: Layout, path: Path) -> tuple[Scalar | None, Node | None]:
    """Return the key and the value at a path, None for what is missing."""
    key: Scalar | None = None
    node: Node | None = layout.root
    for step in path:
        key, node = child(node, step)
    return key, node


def _put(layout: Layout, edit: Put) -> list[Splice]:
    """Replace what is there, or insert into the deepest existing mapping."""
    key, node = None, layout.root
    for depth, step in enumerate(edit.path):
        name, found = child(node, step)
        rest = edit.path[depth + 1 :]
        if found is None or (_is_empty(found) and (rest or name)):
            value = _nested(rest, edit)
            if name:
                return filled(layout, name, value)
            order = edit.orders[depth] if edit.orders else ()
            return [new_entry(layout, node, step, value, order)]
        if rest and isinstance(found, Scalar) and edit.bare_as:
            return _expanded(layout, name, found, edit, rest)
        key, node = name, found
    return replaced(layout, key, node, edit.value)


def _remove(layout: Layout, edit: Put) -> list[Splice]:
    """Remove a place; a mapping left with only its `bare_as` key becomes that scalar."""
    *way, last = removed_with(layout.root, edit.path)
    key, node = _entry(layout, tuple(way))
    node = node or layout.root
    left = left_bare(layout, node, last, edit.bare_as) if key and edit.bare_as else None
    if left is not None:
        return replaced(layout, key, node, unchanged(layout, left))
    return removed(layout, node, last)


def _expanded(
    layout: Layout, key: Scalar | None, node: Scalar, edit: Put, rest: Path
) -> list[Splice]:
    """Replace a scalar that is short for a mapping, or move it into that mapping unchanged."""
    if rest == (edit.bare_as,):
        return replaced(layout, key, node, edit.value)
    added = {str(rest[0]): _nested(rest[1:], edit)}
    return replaced(layout, key, node, {edit.bare_as: unchanged(layout, node), **added})


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _nested(path: Path, edit: Put) -> Value:
    """Return an edit's value wrapped in the mappings that lead to it."""
    value: Value = edit.value
    if edit.spread and isinstance(value, dict):
        value = Spread(value)
    for step in reversed(path):
        value = Spread({str(step): value}) if edit.spread else {str(step): value}
    return value
