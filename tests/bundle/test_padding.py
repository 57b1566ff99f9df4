"""A bundle's size says little about what is in it."""

from hypothesis import given
from hypothesis import strategies as st

from outreach_app.bundle.container import END_BYTES, pack
from outreach_app.bundle.padding import pad_size, padded_bytes

KIB, MIB = 1024, 1024 * 1024


def test_classes_by_hand() -> None:
    classes = {
        1: 256 * KIB,
        256 * KIB: 256 * KIB,
        256 * KIB + 1: 512 * KIB,
        513 * KIB: 1 * MIB,
        3 * MIB: 4 * MIB,
        4 * MIB: 4 * MIB,
        4 * MIB + 1: 4 * MIB + 128 * KIB,
        20_000_000: 39 * 512 * KIB,
        62 * MIB + 1: 63 * MIB,
    }
    assert {size: padded_bytes(size) for size in classes} == classes


@given(st.integers(1, 64 * MIB))
def test_classes_grow_by_an_eighth_or_double(size: int) -> None:
    padded = padded_bytes(size)
    assert padded >= size
    assert padded % 512 == 0
    assert padded_bytes(padded) == padded
    assert padded <= max(256 * KIB, 2 * size)
    if size > 4 * MIB:
        assert padded <= size * 1.12


@given(st.lists(st.integers(0, 3000), max_size=5))
def test_the_padding_member_fills_the_class_exactly(sizes: list[int]) -> None:
    members = [(f"m{n}", bytes(size)) for n, size in enumerate(sizes)]
    taken = len(pack(members)) - END_BYTES
    archive = pack([*members, ("pad.bin", bytes(pad_size(taken)))])
    assert len(archive) == 256 * KIB
