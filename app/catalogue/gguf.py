"""Reads the header of a GGUF file, as far as it takes to know how long the whole file must be.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (versions 2 and 3, little-endian). The library
that loads models gives one message for everything that can be wrong with a file, so this is looked at before.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from app.errors import ErrorCode, KnownError

MAGIC = b"GGUF"

_ALIGNMENT_KEY = b"general.alignment"
_MOST_ENTRIES = 1_000_000
_LONGEST_TEXT = 16 * 1024 * 1024
_MOST_READS = 8_000_000
_MOST_BYTES = 256 * 1024 * 1024
"""In all. The starter's header, with 49,152 tokens, takes 200,000 reads and two megabytes."""
_UINT32, _TEXT, _ARRAY = 4, 8, 9
# Bytes of a metadata value by its type, texts and arrays apart.
_VALUE_BYTES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
# Weights in a block and bytes of a block, by type of tensor (`enum ggml_type`).
_BLOCKS = {
    0: (1, 4),
    1: (1, 2),
    2: (32, 18),
    3: (32, 20),
    6: (32, 22),
    7: (32, 24),
    8: (32, 34),
    9: (32, 36),
    10: (256, 84),
    11: (256, 110),
    12: (256, 144),
    13: (256, 176),
    14: (256, 210),
    15: (256, 292),
    24: (1, 1),
    25: (1, 2),
    26: (1, 4),
    27: (1, 8),
    28: (1, 8),
    30: (1, 2),
    39: (32, 17),
}


@dataclass(frozen=True, slots=True)
class _Tensor:
    offset: int
    size_bytes: int


def least_file_bytes(untrusted_file: BinaryIO) -> int:
    """Return how long a GGUF file must be at least for all its tensors to be in it.

    A tensor of a type that is not in the table counts with its beginning only.

    Args:
        untrusted_file: The file, at its beginning.

    Raises:
        KnownError: MODEL_NOT_A_MODEL if this is not GGUF; MODEL_TRUNCATED if it ends inside its header.
        OSError: It cannot be read.
    """
    header = _Header(untrusted_file)
    magic = untrusted_file.read(len(MAGIC))
    if magic != MAGIC:
        is_cut = MAGIC.startswith(magic)
        raise KnownError(ErrorCode.MODEL_TRUNCATED if is_cut else ErrorCode.MODEL_NOT_A_MODEL)
    version, tensor_count, entry_count = header.unpack("<IQQ")
    if version not in (2, 3) or max(tensor_count, entry_count) > _MOST_ENTRIES:
        raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
    alignment = 32
    for _ in range(entry_count):
        key = header.text()
        (kind,) = header.unpack("<I")
        if key == _ALIGNMENT_KEY and kind == _UINT32:
            (alignment,) = header.unpack("<I")
        else:
            header.skip_value(kind)
    if not 1 <= alignment <= 1_048_576:
        raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
    tensors = [header.tensor() for _ in range(tensor_count)]
    data_start = -(-untrusted_file.tell() // alignment) * alignment
    return data_start + max((tensor.offset + tensor.size_bytes for tensor in tensors), default=0)


class _Header:
    """Reads what a header is made of. Every number in it is distrusted."""

    def __init__(self, untrusted_file: BinaryIO) -> None:
        self._file = untrusted_file
        self._reads_left, self._bytes_left = _MOST_READS, _MOST_BYTES

    def taken(self, count: int) -> bytes:
        self._reads_left -= 1
        self._bytes_left -= count
        # Arrays of nothing, one after the other, in a file that takes no room on the disk: nobody waits for that.
        if min(self._reads_left, self._bytes_left) < 0:
            raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
        found = self._file.read(count)
        if len(found) < count:
            raise KnownError(ErrorCode.MODEL_TRUNCATED)
        return found

    def unpack(self, form: str) -> tuple[int, ...]:
        return struct.unpack(form, self.taken(struct.calcsize(form)))

    def text(self) -> bytes:
        (length,) = self.unpack("<Q")
        if length > _LONGEST_TEXT:
            raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
        return self.taken(length)

    def skip_value(self, kind: int) -> None:
        if kind == _TEXT:
            self.text()
        elif kind == _ARRAY:
            item_kind, count = self.unpack("<IQ")
            if count > 8 * _MOST_ENTRIES or item_kind == _ARRAY:
                raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
            self._skip_items(item_kind, count)
        else:
            self._skip_items(kind, 1)

    def _skip_items(self, kind: int, count: int) -> None:
        if kind == _TEXT:
            for _ in range(count):
                self.text()
        elif kind in _VALUE_BYTES:
            self.taken(_VALUE_BYTES[kind] * count)
        else:
            raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)

    def tensor(self) -> _Tensor:
        self.text()
        (dimensions,) = self.unpack("<I")
        if dimensions > 8:
            raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
        weights = 1
        for length in self.unpack(f"<{dimensions}Q"):
            weights *= length
        kind, offset = self.unpack("<IQ")
        block_weights, block_bytes = _BLOCKS.get(kind, (1, 0))
        return _Tensor(offset, weights // block_weights * block_bytes)
