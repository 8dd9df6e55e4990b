"""A stranger's picture as pixels: bounded, upright, opaque, eight bits for each of red, green and blue.

PNG, JPEG and WebP are Pillow's to decode, HEIC is libheif's through pi-heif. Colour profiles and all other that is
told about a picture are not looked at, but for which side is up.
"""

import io
import warnings

import numpy as np
import pi_heif
from PIL import Image, ImageOps

from app.bring.faults import Fault, ReadingError
from app.bring.recognising.picture_kinds import PictureKind, webp_size

MOST_PIXELS = 50_000_000
"""Phones' cameras reach this, scrolled screens stay below. Pillow holds four bytes for each, and twice that while it
converts."""
LEAST_SIDE = 8
_SIXTEEN_BITS = ("I", "F")


def ready_decoders() -> None:
    """Import what Pillow would otherwise import while it opens a picture."""
    Image.init()
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


def decoded(data: bytes, kind: PictureKind) -> tuple[Image.Image, bool]:
    """Return the first picture in a file, and whether it is the only one that people would see: others move.

    Raises:
        ReadingError: BROKEN, or TOO_LARGE for more than `MOST_PIXELS`, before they are decoded.
    """
    try:
        with warnings.catch_warnings():
            # The size is looked at here, and what is told about a picture may be as wrong as it likes.
            warnings.simplefilter("ignore")
            return _decoded(data, kind)
    except ReadingError:
        raise
    except (MemoryError, Image.DecompressionBombError):
        raise ReadingError(Fault.TOO_LARGE) from None
    except Exception:  # noqa: BLE001 - the libraries name no list of what they raise on what is broken
        raise ReadingError(Fault.BROKEN) from None


def _decoded(data: bytes, kind: PictureKind) -> tuple[Image.Image, bool]:
    if kind is PictureKind.WEBP:
        # Its decoder takes the memory for all pixels as soon as it is opened.
        _ensure_bounded(webp_size(data[:32]))
    with Image.open(io.BytesIO(data), formats=(kind.value,)) as image:
        _ensure_bounded(image.size)
        is_still = not (kind in _MOVING and getattr(image, "is_animated", False))
        image.load()
        # HEIC may turn out to be larger than it said.
        _ensure_bounded(image.size)
        return _plain_colours(_upright(image)), is_still


_MOVING = (PictureKind.PNG, PictureKind.WEBP)
"""In the other two, more pictures are depths and previews of the one."""


def _ensure_bounded(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise ReadingError(Fault.TOO_LARGE)
    if min(size) < LEAST_SIDE:
        raise ReadingError(Fault.NO_TEXT)


def _upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what can't be understood about it says nothing against the picture
        return image


def _plain_colours(image: Image.Image) -> Image.Image:
    if image.mode.startswith(_SIXTEEN_BITS):
        # Pillow would make white of whatever is above 255.
        image = Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        on_paper = Image.new("RGB", image.size, "white")
        on_paper.paste(image, mask=image.getchannel("A"))
        return on_paper
    return image.convert("RGB")
