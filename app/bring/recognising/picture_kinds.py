"""Which kinds of pictures there are, told by how their files begin. Needs no library."""

from enum import StrEnum

from app.bring.faults import Fault, ReadingError

HEAD_BYTES = 32
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


class PictureKind(StrEnum):
    """A kind of picture, as Pillow names it."""

    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WEBP"
    HEIF = "HEIF"


def picture_kind(head: bytes) -> PictureKind | None:
    """Return which kind of picture begins with `head`; None for whatever is no picture."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return PictureKind.WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return PictureKind.HEIF
    return None


def webp_size(head: bytes) -> tuple[int, int]:
    """Return the width and height that a WebP file begins with (RFC 9649, sections 2.5 to 2.7).

    Raises:
        ReadingError: BROKEN.
    """
    kind, body = head[12:16], head[20:30]
    if len(body) == 10:
        if kind == b"VP8X":
            return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
        if kind == b"VP8L":
            bits = int.from_bytes(body[1:5], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        width = int.from_bytes(body[6:8], "little") & 0x3FFF
        height = int.from_bytes(body[8:10], "little") & 0x3FFF
        if kind == b"VP8 " and width and height:
            return width, height
    raise ReadingError(Fault.BROKEN)
