"""The files in a ZIP archive, as sources. Nothing is ever unpacked to a disk, so names lead nowhere.

Seen in exports of all services, at times one archive within another.
"""

import re
import stat
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from app.bring.decoding import loaded
from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.inflating import Awake, Inflated, Stored
from app.bring.source import Source, SourceFile
from app.domain.text import one_line

MOST_FILES = 20_000
MOST_DIRECTORY_BYTES = 4 * 1024 * 1024
NAME_MAX_CHARS = 200
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED_FLAG = 1
_NUMBER = re.compile("[0-9]+")
_DRIVE = re.compile("[A-Za-z]:")
loaded("cp437")  # what the standard library reads names in that are not said to be UTF-8


@dataclass(frozen=True, slots=True)
class ZippedFile:
    """One file of an archive: its bytes, or why they can't be read."""

    name: str
    source: Source | None
    skipped: Skipped | None = None


def is_zip(source: Source) -> bool:
    """Whether a source begins as a ZIP archive does."""
    return source.read_at(0, 4) in _MAGIC


def names_of(source: Source) -> frozenset[str]:
    """Return the names in an archive; none if it is no archive that can be read."""
    try:
        return frozenset(file.filename for file in _directory(source))
    except ReadingError:
        return frozenset()


def files_of(source: Source, awake: Awake | None = None) -> Iterator[ZippedFile]:
    """Yield the files of an archive by name, numbers in them in their order.

    Args:
        source: The archive.
        awake: The deflated parts that are read beside those of the archive, if it lies in one itself.

    Raises:
        ReadingError: BROKEN, TOO_MANY, or as the source.
    """
    listed = _directory(source)
    ends = _ends(listed, source.size)
    awake = awake or Awake()
    for file, end in sorted(zip(listed, ends, strict=True), key=lambda one: _in_order(one[0].filename)):
        if not _is_folder(file):
            yield _opened(source, file, end, awake)


def file_named(source: Source, name: str) -> Source | None:
    """Return one file of an archive; None if it has none of that name.

    Raises:
        ReadingError: ENCRYPTED or BROKEN if it can't be read; BROKEN or TOO_MANY if the archive can't.
    """
    listed = _directory(source)
    for file, end in zip(listed, _ends(listed, source.size), strict=True):
        if file.filename == name:
            found = _opened(source, file, end, Awake())
            if found.source is None:
                raise ReadingError(Fault.ENCRYPTED if found.skipped is Skipped.ENCRYPTED else Fault.BROKEN)
            return found.source
    return None


def _directory(source: Source) -> list[zipfile.ZipInfo]:
    """Return what an archive says of its files. Nothing else of it is read."""
    try:
        with zipfile.ZipFile(_Bounded(source)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, OverflowError, struct.error):
        raise ReadingError(Fault.BROKEN) from None
    if len(listed) > MOST_FILES:
        raise ReadingError(Fault.TOO_MANY)
    return listed


def _ends(listed: list[zipfile.ZipInfo], size: int) -> list[int]:
    """Return for each file where the next begins: one that reaches further shares its bytes, as only bombs do."""
    ends = [0] * len(listed)
    end = size
    for number in sorted(range(len(listed)), key=lambda one: listed[one].header_offset, reverse=True):
        ends[number] = end
        end = listed[number].header_offset
    return ends


def _in_order(name: str) -> str:
    return _NUMBER.sub(lambda number: number[0].zfill(20), name)


def _is_folder(file: zipfile.ZipInfo) -> bool:
    # `is_dir` of Python before 3.12 takes no empty name.
    return file.filename.endswith("/")


class _Bounded(SourceFile):
    """Refuses a directory that is longer than one of so many files can be, before it is read."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._source.size - self.tell())
        count = left if size < 0 else min(size, left)
        if count > MOST_DIRECTORY_BYTES:
            raise ReadingError(Fault.TOO_MANY)
        part = self._source.read_at(self.tell(), count)
        self.seek(self.tell() + len(part))
        return part


def _opened(source: Source, file: zipfile.ZipInfo, end: int, awake: Awake) -> ZippedFile:
    name = shown_name(file.filename)
    if stat.S_ISLNK(file.external_attr >> 16) or leads_out(file.filename):
        return ZippedFile(name, None, Skipped.UNSAFE_NAME)
    if file.flag_bits & _ENCRYPTED_FLAG:
        return ZippedFile(name, None, Skipped.ENCRYPTED)
    header = source.read_at(file.header_offset, _LOCAL_HEADER.size)
    if len(header) < _LOCAL_HEADER.size:
        return ZippedFile(name, None, Skipped.BROKEN)
    magic, *_, name_bytes, extra_bytes = _LOCAL_HEADER.unpack(header)
    start = file.header_offset + _LOCAL_HEADER.size + name_bytes + extra_bytes
    if magic != _MAGIC[0] or start + file.compress_size > end:
        return ZippedFile(name, None, Skipped.BROKEN)
    if file.compress_type == zipfile.ZIP_STORED:
        return ZippedFile(name, Stored(source, start, min(file.file_size, file.compress_size), name))
    if file.compress_type == zipfile.ZIP_DEFLATED:
        return ZippedFile(name, Inflated(source, start, file.compress_size, file.file_size, name, awake))
    return ZippedFile(name, None, Skipped.BROKEN)


def leads_out(name: str) -> bool:
    """Whether a name would lead out of the folder that an archive is unpacked to."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or _DRIVE.match(name) is not None


def shown_name(name: str) -> str:
    """Return a name as it can be shown: one line, of bounded length."""
    return one_line(name, NAME_MAX_CHARS)
