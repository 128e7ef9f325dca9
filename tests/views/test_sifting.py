"""How rows are sorted and filtered: in the order of their keys, by harmless names."""

from __future__ import annotations

from tas_cli.views.sifting import sifting


def test_equal_values_have_the_same_place() -> None:
    """A place counts the different values before it, column by column."""
    found = sifting([(3, "b"), (1, "a"), (3, "c")])
    assert found.order == ((1, 1), (0, 0), (1, 2))
    assert (found.filters, found.groups) == ((), ((), (), ()))


def test_groups_are_in_the_order_of_their_keys() -> None:
    """Two with the same key are both there, and what is invisible in a name is spelled out."""
    rows = [[(2, "Proof")], [(1, "Qualify")], [(0, "none")], [(0, "ol\u202ed")], [(2, "Proof")]]
    found = sifting([(0,)] * len(rows), ["Step"], rows)
    assert found.filters == (("Step", ("none", "ol\\u202ed", "Qualify", "Proof")),)
    assert [each for (each,) in found.groups] == ["Proof", "Qualify", "none", "ol\\u202ed", "Proof"]


def test_without_rows_there_is_nothing() -> None:
    """Neither places nor groups."""
    assert sifting([], ["Step"], []) == ((), (), ())
