"""A deflated part of a source, read from any place."""

import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bring import inflating
from app.bring.faults import Fault, ReadingError
from app.bring.inflating import Awake, Inflated, Stored
from app.bring.source import BytesSource

_DRAWN = bytes(random.Random(1).choices(b"abcdefghijklmnop ", k=50_000))
"""Longer than what deflate finds again."""


def deflated(held: bytes, level: int = 6) -> bytes:
    packing = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(held) + packing.flush()


def inflated(
    held: bytes, *, size: int | None = None, awake: Awake | None = None, before: bytes = b""
) -> Inflated:
    packed = deflated(held)
    source = BytesSource(before + packed + b"what follows")
    return Inflated(
        source, len(before), len(packed), len(held) if size is None else size, "", awake or Awake()
    )


def text_of(count: int) -> bytes:
    """Return bytes that deflate to about a third."""
    return (_DRAWN * (count // len(_DRAWN) + 1))[:count]


class Counted(BytesSource):
    """Counts the bytes that are read."""

    def __init__(self, held: bytes) -> None:
        super().__init__(held)
        self.read = 0

    def read_at(self, offset: int, count: int) -> bytes:
        part = super().read_at(offset, count)
        self.read += len(part)
        return part


def shrink(patch: pytest.MonkeyPatch, step: int = 64, step_in: int = 16, every: int = 200) -> None:
    patch.setattr(inflating, "STEP_BYTES", step)
    patch.setattr(inflating, "STEP_IN_BYTES", step_in)
    patch.setattr(inflating, "REMEMBERED_EVERY_BYTES", every)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300) | st.integers(1, 5_000).map(text_of),
    st.lists(st.tuples(st.integers(0, 5_200), st.integers(0, 2_000)), max_size=12),
    st.integers(1, 200),
    st.integers(1, 50),
    st.integers(2, 8),
)
def test_reading_from_any_place_is_slicing(
    held: bytes, places: list[tuple[int, int]], step: int, step_in: int, most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        shrink(patch, step, step_in, 100)
        patch.setattr(inflating, "MOST_REMEMBERED", most)
        part = inflated(held, before=b"before")
        for offset, count in places:
            assert part.read_at(offset, count) == held[offset : offset + count]


def test_a_part_that_rests_reads_on_as_before() -> None:
    held = text_of(100_000)
    part = inflated(held)
    assert part.read_at(50_000, 10) == held[50_000:50_010]
    part.rest()
    assert part.read_at(50_010, 10) == held[50_010:50_020]
    part.rest()
    assert part.read_at(0, 10) == held[:10]


def test_only_a_few_parts_remember_where_they_were() -> None:
    awake = Awake()
    held = text_of(5_000_000)
    parts = [inflated(held[: 4_500_000 + number], awake=awake) for number in range(inflating.MOST_AWAKE + 3)]
    for part in parts:
        part.read_at(4_400_000, 10)
    assert [bool(part._remembered) for part in parts] == [False] * 3 + [True] * inflating.MOST_AWAKE
    assert [part._inflating is not None for part in parts] == [False] * 3 + [True] * inflating.MOST_AWAKE
    assert parts[0].read_at(4_400_000, 10) == held[4_400_000:4_400_010]


def test_however_long_a_part_is_only_so_many_states_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    shrink(monkeypatch)
    held = text_of(200_000)
    part = inflated(held)
    part.read_at(len(held) - 1, 1)
    assert inflating.MOST_REMEMBERED // 2 <= len(part._remembered) <= inflating.MOST_REMEMBERED
    distances = [
        after.came_out - before.came_out
        for before, after in zip(part._remembered, part._remembered[1:], strict=False)
    ]
    assert max(distances) <= 4 * len(held) / inflating.MOST_REMEMBERED


def test_reading_goes_on_from_the_nearest_state_that_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    shrink(monkeypatch)
    held = text_of(100_000)
    packed = deflated(held)
    source = Counted(packed)
    part = Inflated(source, 0, len(packed), len(held), "", Awake())
    part.read_at(len(held) - 1, 1)
    for offset in (90_000, 10, 95_000, 50_000):
        source.read = 0
        assert part.read_at(offset, 10) == held[offset : offset + 10]
        assert source.read < len(packed) / 10


def test_no_more_is_read_than_the_archive_says() -> None:
    assert inflated(b"0123456789 and more", size=10).read_at(0, 100) == b"0123456789"


@pytest.mark.parametrize("size", [20, 10**12, 2**64])
def test_fewer_bytes_than_the_archive_says_are_a_fault(size: int) -> None:
    part = inflated(b"0123456789", size=size)
    assert part.read_at(0, 10) == b"0123456789"
    for _ in range(2):
        with pytest.raises(ReadingError) as raised:
            part.read_at(5, 10)
        assert raised.value.fault is Fault.BROKEN


@pytest.mark.parametrize(
    "packed", [b"", b"\xff\xff\xff", deflated(text_of(1_000))[:200], b"\x00\x00\x00\xff\xff" * 5]
)
def test_what_is_no_deflate_or_ends_too_early_is_broken(packed: bytes) -> None:
    part = Inflated(BytesSource(packed), 0, len(packed), 1_000, "", Awake())
    for _ in range(2):
        with pytest.raises(ReadingError) as raised:
            part.read_at(900, 10)
        assert raised.value.fault is Fault.BROKEN


def test_nothing_is_read_from_a_place_that_there_is_not() -> None:
    part = inflated(b"0123456789")
    assert part.read_at(-5, 10) == part.read_at(10, 5) == part.read_at(2**70, 5) == part.read_at(3, 0) == b""


def test_what_is_made_to_fill_the_memory_is_refused_before_it_does() -> None:
    size = 4 * inflating.FREE_BYTES
    part = inflated(b"\0" * size)
    with pytest.raises(ReadingError) as raised:
        part.read_at(size - 1, 1)
    assert raised.value.fault is Fault.EXPANDS
    assert part._came_out <= 2 * inflating.FREE_BYTES


def test_what_lies_there_as_it_is_is_read_within_its_bounds() -> None:
    part = Stored(BytesSource(b"before0123456789behind"), 6, 10, "")
    assert part.read_at(0, 100) == b"0123456789"
    assert part.read_at(4, 2) == b"45"
    assert part.read_at(10, 5) == part.read_at(-3, 2) == b""
