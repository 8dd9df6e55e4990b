"""Strangers' pictures become plain pixels, or are refused."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.bring.faults import Fault, ReadingError
from app.bring.recognising.decoding import MOST_PIXELS, decoded, ready_decoders
from app.bring.recognising.picture_kinds import PictureKind
from tests.bring.recognising.painting import saved

HEIC = Path(__file__).parents[1] / "files" / "painted_screen.heic"
SIZE = (48, 32)

ready_decoders()


def picture(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """Light on the left, dark on the right."""
    shades = np.zeros((size[1], size[0]), np.uint8)
    shades[:, : size[0] // 2] = 255
    return Image.fromarray(shades).convert(mode)


def shades(image: Image.Image) -> tuple[int, int]:
    """Of the left half, and of the right."""
    grey = np.asarray(image.convert("L"), np.float64)
    middle = grey.shape[1] // 2
    return round(grey[:, : middle - 4].mean()), round(grey[:, middle + 4 :].mean())


def fault(data: bytes, kind: PictureKind) -> Fault:
    with pytest.raises(ReadingError) as caught:
        decoded(data, kind)
    return caught.value.fault


def chunk(kind: bytes, body: bytes) -> bytes:
    """One of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, body: bytes, *more: bytes, colour: int = 0) -> bytes:
    """Of eight bits."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        (PictureKind.PNG, "RGB"),
        (PictureKind.PNG, "RGBA"),
        (PictureKind.PNG, "L"),
        (PictureKind.PNG, "LA"),
        (PictureKind.PNG, "P"),
        (PictureKind.PNG, "1"),
        (PictureKind.JPEG, "RGB"),
        (PictureKind.JPEG, "L"),
        (PictureKind.JPEG, "CMYK"),
        (PictureKind.WEBP, "RGB"),
        (PictureKind.WEBP, "RGBA"),
    ],
)
def test_every_way_to_hold_colours_becomes_red_green_and_blue(kind: PictureKind, mode: str) -> None:
    image, is_still = decoded(saved(picture(mode), kind.value), kind)
    assert (image.mode, image.size, is_still) == ("RGB", SIZE, True)
    light, dark = shades(image)
    assert light > 245
    assert dark < 10


def test_sixteen_bits_keep_their_shades() -> None:
    deep = np.full((SIZE[1], SIZE[0]), 0x4000, np.uint16)
    deep[:, SIZE[0] // 2 :] = 0x8000
    image, _ = decoded(saved(Image.fromarray(deep)), PictureKind.PNG)
    assert shades(image) == (0x40, 0x80)


def test_what_is_transparent_lies_on_white() -> None:
    clear = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    assert shades(decoded(saved(clear), PictureKind.PNG)[0]) == (255, 255)


def test_a_palette_may_be_transparent_too() -> None:
    image = Image.new("P", SIZE, 0)
    image.putpalette([0, 0, 0, 9, 9, 9])
    assert shades(decoded(saved(image, transparency=0), PictureKind.PNG)[0]) == (255, 255)


def test_heic_is_read() -> None:
    image, is_still = decoded(HEIC.read_bytes(), PictureKind.HEIF)
    assert (image.mode, image.size, is_still) == ("RGB", (640, 480), True)
    assert image.getpixel((5, 5)) == pytest.approx((255, 255, 255), abs=4)


@pytest.mark.parametrize("kind", [PictureKind.JPEG, PictureKind.PNG, PictureKind.WEBP])
def test_the_side_that_is_up_is_up(kind: PictureKind) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image, _ = decoded(saved(picture(), kind.value, exif=exif.tobytes()), kind)
    assert image.size == (SIZE[1], SIZE[0])
    assert np.asarray(image.convert("L"))[:8].mean() > 240


@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\x00\x00",
        b"Exif\x00\x00MM\x00*\xff\xff\xff\xff",
        b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff" * 9,
    ],
)
def test_what_is_told_about_a_picture_may_be_nonsense(exif: bytes) -> None:
    image, _ = decoded(saved(picture(), "JPEG", exif=exif), PictureKind.JPEG)
    assert image.size == SIZE


@pytest.mark.parametrize("profile", [b"", b"\x00" * 40, b"\xff" * 4_000])
@pytest.mark.parametrize("kind", [PictureKind.JPEG, PictureKind.PNG, PictureKind.WEBP])
def test_a_colour_profile_may_be_nonsense(kind: PictureKind, profile: bytes) -> None:
    image, _ = decoded(saved(picture(), kind.value, icc_profile=profile), kind)
    assert image.size == SIZE


@pytest.mark.parametrize("kind", [PictureKind.PNG, PictureKind.WEBP])
def test_only_the_first_of_moving_pictures_is_read_and_that_is_told(kind: PictureKind) -> None:
    moving = saved(picture(), kind.value, save_all=True, append_images=[Image.new("RGB", SIZE, "red")])
    image, is_still = decoded(moving, kind)
    assert not is_still
    assert shades(image)[0] > 245


@pytest.mark.parametrize("size", [(60_000, 60_000), (MOST_PIXELS + 1, 1), (2**31 - 1, 2**31 - 1)])
def test_a_png_with_too_many_pixels_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    # There is nothing to decode in it: it would be broken if it were.
    assert fault(png(*size, b""), PictureKind.PNG) is Fault.TOO_LARGE


def test_a_jpeg_with_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    jpeg = saved(picture(), "JPEG")
    frame = jpeg.index(b"\xff\xc0")
    large = jpeg[: frame + 5] + struct.pack(">HH", 60_000, 60_000) + jpeg[frame + 9 :]
    assert fault(large, PictureKind.JPEG) is Fault.TOO_LARGE


def test_a_webp_with_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    body = b"\x00\x00\x00\x00" + (16_382).to_bytes(3, "little") * 2
    large = b"RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + body
    assert fault(large, PictureKind.WEBP) is Fault.TOO_LARGE


def test_a_heic_with_too_many_pixels_is_refused() -> None:
    heic = HEIC.read_bytes()
    place = heic.index(b"ispe") + 8
    assert struct.unpack(">II", heic[place : place + 8]) == (640, 480)
    for side in (60_000, 20_000):
        large = heic[:place] + struct.pack(">II", side, side) + heic[place + 8 :]
        assert fault(large, PictureKind.HEIF) in {Fault.TOO_LARGE, Fault.BROKEN}


def test_text_in_a_png_that_unpacks_to_a_hundred_megabytes_takes_no_memory() -> None:
    bomb = chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(100_000_000)))
    pixels = zlib.compress(b"".join(b"\x00" + bytes(16) for _ in range(16)))
    assert fault(png(16, 16, pixels, bomb), PictureKind.PNG) is Fault.BROKEN


def test_a_png_whose_pixels_unpack_to_more_than_it_says_is_read_as_far_as_it_says() -> None:
    image, _ = decoded(png(16, 16, zlib.compress(bytes(10_000_000))), PictureKind.PNG)
    assert image.size == (16, 16)


@pytest.mark.parametrize("kind", list(PictureKind))
def test_a_picture_that_ends_early_is_broken(kind: PictureKind) -> None:
    if kind is PictureKind.HEIF:
        whole = HEIC.read_bytes()
    else:
        noise = np.random.default_rng(1).integers(0, 256, (40, 40, 3), dtype=np.uint8)
        whole = saved(Image.fromarray(noise), kind.value)
    for share in (0.02, 0.5, 0.9):
        assert fault(whole[: round(len(whole) * share)], kind) is Fault.BROKEN


def test_what_begins_like_one_kind_and_is_another_is_broken() -> None:
    assert fault(saved(picture(), "JPEG"), PictureKind.PNG) is Fault.BROKEN


def test_a_picture_of_a_few_pixels_holds_no_text() -> None:
    assert fault(saved(Image.new("RGB", (4_000, 2))), PictureKind.PNG) is Fault.NO_TEXT


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(PictureKind)), st.data())
def test_any_change_leaves_bounded_pixels_or_is_refused(kind: PictureKind, data: st.DataObject) -> None:
    whole = bytearray(HEIC.read_bytes() if kind is PictureKind.HEIF else saved(picture("RGB"), kind.value))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.none(), st.integers(0, len(whole))))
    try:
        image, _ = decoded(bytes(whole[:end]), kind)
    except ReadingError:
        return
    assert image.mode == "RGB"
    assert image.width * image.height <= MOST_PIXELS
