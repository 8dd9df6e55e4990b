"""Kinds of pictures are told by how they begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.bring.faults import Fault, ReadingError
from app.bring.recognising.picture_kinds import HEAD_BYTES, PictureKind, picture_kind, webp_size
from tests.bring.recognising.painting import saved


@pytest.mark.parametrize("kind", [PictureKind.PNG, PictureKind.JPEG, PictureKind.WEBP])
def test_a_kind_is_told_by_its_first_bytes(kind: PictureKind) -> None:
    assert picture_kind(saved(Image.new("RGB", (9, 9)), kind.value)[:HEAD_BYTES]) is kind


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1"])
def test_what_phones_call_heic_is_told_by_its_brand(brand: bytes) -> None:
    assert picture_kind(b"\x00\x00\x00\x18ftyp" + brand + b"\x00\x00\x00\x00") is PictureKind.HEIF


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\x89PN",
        b"\xff\xd8",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"\x00\x00\x00\x18ftypisom",
        b"%PDF-1.7",
        b"GIF89a",
        b"heic",
    ],
)
def test_nothing_else_is_a_picture(head: bytes) -> None:
    assert picture_kind(head) is None


@pytest.mark.parametrize("options", [{"lossless": True}, {"quality": 50}, {"exif": b"Exif\x00\x00x"}])
def test_the_size_of_a_webp_is_in_its_head(options: dict[str, object]) -> None:
    picture = Image.new("RGB", (321, 123), "red")
    assert webp_size(saved(picture, "WEBP", **options)[:HEAD_BYTES]) == (321, 123)


@given(st.binary(max_size=40))
def test_any_bytes_have_a_size_or_are_broken(rest: bytes) -> None:
    try:
        width, height = webp_size(b"RIFF\x00\x00\x00\x00WEBP" + rest)
    except ReadingError:
        return
    assert 0 <= width <= 1 << 24
    assert 0 <= height <= 1 << 24


def test_a_webp_that_ends_in_its_head_is_broken() -> None:
    with pytest.raises(ReadingError) as caught:
        webp_size(b"RIFF\x00\x00\x00\x00WEBPVP8L")
    assert caught.value.fault is Fault.BROKEN
