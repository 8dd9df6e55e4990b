"""How long a model file must be, from its header alone."""

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue import gguf
from app.catalogue.find import find_model
from app.catalogue.gguf import least_file_bytes
from app.errors import ErrorCode, KnownError

from .small_gguf import header, small_model, tensor, text


def needed(content: bytes) -> int:
    return least_file_bytes(io.BytesIO(content))


def refusal(content: bytes) -> ErrorCode:
    with pytest.raises(KnownError) as caught:
        needed(content)
    return caught.value.code


def outcome(content: bytes) -> str:
    try:
        return "a length" if needed(content) >= 0 else "no length"
    except KnownError as error:
        return error.code


def test_the_starter_must_be_exactly_as_long_as_it_is() -> None:
    path: Path = find_model(None)
    with path.open("rb") as file:
        assert least_file_bytes(file) == path.stat().st_size


@pytest.mark.parametrize("alignment", [1, 32, 4_096])
def test_a_file_must_hold_its_last_tensor_to_the_end(alignment: int) -> None:
    assert needed(small_model(alignment)) == len(small_model(alignment))


def test_a_tensor_of_an_unknown_type_counts_with_its_beginning() -> None:
    content = header(tensors=[tensor("a", 9_999, 640, 1_000)])
    assert needed(content) == -(-len(content) // 32) * 32 + 640


@pytest.mark.parametrize("cut", range(0, 150, 7))
def test_a_file_that_ends_inside_its_header_is_truncated(cut: int) -> None:
    assert refusal(small_model()[:cut]) is ErrorCode.MODEL_TRUNCATED


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + bytes(100),
        b"GG\x00\x00",
        b"version https://git-lfs.github.com/spec/v1\n",
        header(version=1),
        header(version=4),
        b"GGUF" + struct.pack("<IQQ", 3, 2**62, 0),
        b"GGUF" + struct.pack("<IQQ", 3, 0, 2**62),
        header([text("key") + struct.pack("<I", 13)]),
        header([text("key") + struct.pack("<IIQ", 9, 9, 1)]),
        header([text("key") + struct.pack("<IIQ", 9, 4, 2**62)]),
        header([struct.pack("<Q", 2**62)]),
        header([text("general.alignment") + struct.pack("<II", 4, 0)]),
        header(tensors=[text("a") + struct.pack("<I", 2**31)]),
    ],
)
def test_what_is_not_gguf_is_no_model(content: bytes) -> None:
    assert refusal(content) is ErrorCode.MODEL_NOT_A_MODEL


@pytest.mark.parametrize(("bound", "most"), [("_MOST_READS", 2_000), ("_MOST_BYTES", 10_000)])
def test_a_header_without_end_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    # Texts of nothing, as many as one array may have: on a disk they can be a hole in a file.
    endless = header([text("key") + struct.pack("<IIQ", 9, 8, 8_000_000) + bytes(100_000)])
    monkeypatch.setattr(gguf, bound, most)
    file = io.BytesIO(endless)
    with pytest.raises(KnownError, match=ErrorCode.MODEL_NOT_A_MODEL.value):
        least_file_bytes(file)
    assert file.tell() <= 10_100
    assert needed(small_model()) == len(small_model())


@given(st.binary(max_size=400))
def test_random_bytes_behind_the_first_four_give_a_length_or_a_known_fault(rest: bytes) -> None:
    assert outcome(b"GGUF" + rest) in {"a length", ErrorCode.MODEL_NOT_A_MODEL, ErrorCode.MODEL_TRUNCATED}
