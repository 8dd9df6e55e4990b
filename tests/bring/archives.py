"""ZIP archives, as they are and as nobody should make them."""

import io
import struct
import zipfile
from collections.abc import Mapping

DIRECTORY = b"PK\x01\x02"
LOCAL = b"PK\x03\x04"
END = b"PK\x05\x06"


def archive_of(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of some files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return held.getvalue()


def with_field(
    archive: bytes, offset: int, form: str, value: int, *, number: int = 0, magic: bytes = DIRECTORY
) -> bytes:
    """Return an archive with one field of the `number`th entry of its directory (or what `magic` begins) changed."""
    changed = bytearray(archive)
    place = -1
    for _ in range(number + 1):
        place = archive.index(magic, place + 1)
    struct.pack_into("<" + form, changed, place + offset, value)
    return bytes(changed)


def with_flag(archive: bytes, flag: int) -> bytes:
    """Return an archive whose first entry has a flag set, in the directory and before the file."""
    return with_field(with_field(archive, 8, "H", flag), 6, "H", flag, magic=LOCAL)


def with_method(archive: bytes, method: int) -> bytes:
    """Return an archive whose first entry says that it is packed in some way."""
    return with_field(with_field(archive, 10, "H", method), 8, "H", method, magic=LOCAL)


def with_size(archive: bytes, size: int, number: int = 0) -> bytes:
    """Return an archive whose directory says that so many bytes come out of an entry."""
    return with_field(archive, 24, "L", size, number=number)


def with_packed_size(archive: bytes, size: int, number: int = 0) -> bytes:
    """Return an archive whose directory says that an entry takes so many bytes."""
    return with_field(archive, 20, "L", size, number=number)


def with_place(archive: bytes, place: int, number: int = 0) -> bytes:
    """Return an archive whose directory says that an entry begins elsewhere."""
    return with_field(archive, 42, "L", place, number=number)


def with_zip64(name: bytes, content: bytes, place: int = 0, size: int | None = None) -> bytes:
    """Return an archive of one stored file that is written in the form for large ones."""
    size = len(content) if size is None else size
    extra = struct.pack("<HHQQQ", 1, 24, size, len(content), place)
    local = struct.pack("<4s5H3L2H", LOCAL, 45, 0, 0, 0, 0, 0, len(content), len(content), len(name), 0)
    nothing = 0xFFFFFFFF
    entry = struct.pack(
        "<4s6H3L5H2L",
        DIRECTORY,
        45,
        45,
        0,
        0,
        0,
        0,
        0,
        nothing,
        nothing,
        len(name),
        len(extra),
        0,
        0,
        0,
        0,
        nothing,
    )
    before = local + name + content
    directory = entry + name + extra
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(directory), len(before))
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(before) + len(directory), 1)
    end = struct.pack("<4s4H2LH", END, 0, 0, 0xFFFF, 0xFFFF, nothing, nothing, 0)
    return before + directory + end64 + locator + end
