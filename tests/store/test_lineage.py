"""Which revisions can be shown, and which are heads."""

from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.store.lineage import Lineage, Node, trace


def nodes(*found: tuple[str, str], uncounted: str = "") -> list[Node]:
    """Return nodes from (id, parents) in letters."""
    return [
        Node(row, one, tuple(parents), one not in uncounted)
        for row, (one, parents) in enumerate(found)
    ]


def heads(found: list[Node]) -> str:
    lineage = trace(found)
    return "".join(sorted(node.revision_id for node in found if node.row in lineage.heads))


def test_a_chain_has_one_head_in_any_order() -> None:
    assert heads(nodes(("a", ""), ("b", "a"), ("c", "b"))) == "c"
    assert heads(nodes(("c", "b"), ("b", "a"), ("a", ""))) == "c"


def test_two_branches_have_two_heads_until_they_are_merged() -> None:
    assert heads(nodes(("a", ""), ("b", "a"), ("c", "a"))) == "bc"
    assert heads(nodes(("a", ""), ("b", "a"), ("c", "a"), ("d", "bc"))) == "d"


def test_what_misses_an_ancestor_waits_with_all_that_follows() -> None:
    lineage = trace(nodes(("a", ""), ("c", "b"), ("d", "c")))
    assert lineage == Lineage(frozenset({0}), frozenset({0}))


def test_what_does_not_count_neither_heads_nor_hides() -> None:
    assert heads(nodes(("a", ""), ("b", "a"), uncounted="b")) == "a"
    assert heads(nodes(("a", ""), uncounted="a")) == ""


def test_work_on_top_of_what_does_not_count_supersedes_what_was_below() -> None:
    assert heads(nodes(("a", ""), ("b", "a"), ("c", "b"), uncounted="b")) == "c"


def test_a_revision_that_names_itself_or_a_ring_waits() -> None:
    assert trace(nodes(("a", "a"))).visible == frozenset()
    assert trace(nodes(("a", "b"), ("b", "a"))).visible == frozenset()


@settings(max_examples=60)
@given(data=st.data(), size=st.integers(1, 8))
def test_order_of_arrival_never_matters(data: st.DataObject, size: int) -> None:
    found = [
        Node(
            row,
            f"r{row}",
            tuple(f"r{parent}" for parent in data.draw(st.sets(st.integers(0, row), max_size=2)) if parent < row),
            data.draw(st.booleans()),
        )
        for row in range(size)
    ]  # fmt: skip
    expected = trace(found)
    assert trace(data.draw(st.permutations(found))) == expected
    assert expected.heads <= expected.visible
