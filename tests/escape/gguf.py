"""A GGUF file in its parts, each of which can be lied about, and back to bytes. Shares no code with the program.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (version 3, little-endian).
"""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

ALIGNMENT = 32
U32, I32, F32_VALUE, BOOL, TEXT, ARRAY, U64 = 4, 5, 6, 7, 8, 9, 10
VALUE_BYTES = {0: 1, 1: 1, 2: 2, 3: 2, U32: 4, I32: 4, F32_VALUE: 4, BOOL: 1, U64: 8, 11: 8, 12: 8}


@dataclass(frozen=True)
class Entry:
    """One entry of the metadata: its key, the number of its type, and its value as it is spelled."""

    key: bytes
    kind: int
    value: bytes
    key_length: int | None = None
    """What the file says of the key's length, where that is not so."""

    def spelled(self) -> bytes:
        length = len(self.key) if self.key_length is None else self.key_length
        return struct.pack("<Q", length) + self.key + struct.pack("<I", self.kind) + self.value


@dataclass(frozen=True)
class Tensor:
    """What the header says of a tensor. `offset` None: behind the tensor before it, as it should be."""

    name: bytes
    lengths: tuple[int, ...]
    kind: int
    data: bytes
    offset: int | None = None
    dimensions: int | None = None
    """What the file says of how many lengths there are, where that is not so."""

    def spelled(self, offset: int) -> bytes:
        dimensions = len(self.lengths) if self.dimensions is None else self.dimensions
        return b"".join(
            (
                text(self.name),
                struct.pack("<I", dimensions),
                *(struct.pack("<Q", length) for length in self.lengths),
                struct.pack("<IQ", self.kind, offset if self.offset is None else self.offset),
            )
        )


@dataclass(frozen=True)
class File:
    """A whole file. Counts that are None are what they should be."""

    entries: tuple[Entry, ...]
    tensors: tuple[Tensor, ...]
    magic: bytes = b"GGUF"
    version: int = 3
    tensor_count: int | None = None
    entry_count: int | None = None
    behind: bytes = field(default=b"", repr=False)
    """What follows the last tensor."""

    def spelled(self) -> bytes:
        """The file's bytes."""
        header = self.header()
        data = b"".join(_padded(tensor.data) for tensor in self.tensors)
        return _padded(header) + data + self.behind

    def header(self) -> bytes:
        """All that stands before the tensors."""
        counts = (
            len(self.tensors) if self.tensor_count is None else self.tensor_count,
            len(self.entries) if self.entry_count is None else self.entry_count,
        )
        parts = [self.magic, struct.pack("<IQQ", self.version, *counts)]
        parts += [entry.spelled() for entry in self.entries]
        offset = 0
        for tensor in self.tensors:
            parts.append(tensor.spelled(offset))
            offset += len(_padded(tensor.data))
        return b"".join(parts)

    def with_entry(self, key: str, kind: int, value: bytes) -> "File":
        """The same with this value in the place of the key's, or with it at the end."""
        spelled = key.encode()
        entry = Entry(spelled, kind, value)
        if all(one.key != spelled for one in self.entries):
            return replace(self, entries=(*self.entries, entry))
        return replace(self, entries=tuple(entry if one.key == spelled else one for one in self.entries))

    def without(self, key: str) -> "File":
        """The same without an entry."""
        return replace(self, entries=tuple(one for one in self.entries if one.key != key.encode()))

    def with_tensor(self, number: int, change: Callable[[Tensor], Tensor]) -> "File":
        """The same with one tensor changed. Counts from 0, or from -1 at the end."""
        tensors = list(self.tensors)
        tensors[number] = change(tensors[number])
        return replace(self, tensors=tuple(tensors))

    def value(self, key: str) -> bytes:
        """How the value of a key is spelled."""
        return next(entry.value for entry in self.entries if entry.key == key.encode())


def text(spelled: bytes) -> bytes:
    return struct.pack("<Q", len(spelled)) + spelled


def texts(values: Sequence[bytes]) -> bytes:
    return struct.pack("<IQ", TEXT, len(values)) + b"".join(map(text, values))


def numbers(kind: int, letter: str, values: Sequence[float]) -> bytes:
    return struct.pack(f"<IQ{len(values)}{letter}", kind, len(values), *values)


def u32(value: int) -> bytes:
    return struct.pack("<I", value)


def taken_apart(path: Path) -> File:
    """The parts of a file that is right."""
    held = path.read_bytes()
    reader = _Reader(held)
    magic = reader.take(4)
    version, tensor_count, entry_count = reader.unpack("<IQQ")
    entries = []
    for _ in range(entry_count):
        key = reader.text()
        (kind,) = reader.unpack("<I")
        begin = reader.place
        reader.skip_value(kind)
        entries.append(Entry(key, kind, held[begin : reader.place]))
    told = [_told(reader) for _ in range(tensor_count)]
    start = len(_padded(held[: reader.place]))
    ends = [offset for *_, offset in told[1:]] + [len(held) - start]
    tensors = tuple(
        Tensor(name, lengths, kind, held[start + offset : start + end])
        for (name, lengths, kind, offset), end in zip(told, ends, strict=True)
    )
    return File(tuple(entries), tensors, magic, version)


def _told(reader: "_Reader") -> tuple[bytes, tuple[int, ...], int, int]:
    name = reader.text()
    (dimensions,) = reader.unpack("<I")
    lengths = reader.unpack(f"<{dimensions}Q")
    kind, offset = reader.unpack("<IQ")
    return name, lengths, kind, offset


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % ALIGNMENT)


class _Reader:
    def __init__(self, held: bytes) -> None:
        self._held = held
        self.place = 0

    def take(self, count: int) -> bytes:
        self.place += count
        return self._held[self.place - count : self.place]

    def unpack(self, form: str) -> tuple[int, ...]:
        return struct.unpack(form, self.take(struct.calcsize(form)))

    def text(self) -> bytes:
        (length,) = self.unpack("<Q")
        return self.take(length)

    def skip_value(self, kind: int) -> None:
        if kind == TEXT:
            self.text()
        elif kind == ARRAY:
            item_kind, count = self.unpack("<IQ")
            for _ in range(count):
                self.skip_value(item_kind)
        else:
            self.take(VALUE_BYTES[kind])
