"""Small GGUF files made here, with a header that is right and tensors that hold nothing."""

import struct
from collections.abc import Sequence

F32, Q4_0 = 0, 2


def text(words: str) -> bytes:
    spelled = words.encode()
    return struct.pack("<Q", len(spelled)) + spelled


def uint32_entry(key: str, value: int) -> bytes:
    return text(key) + struct.pack("<II", 4, value)


def texts_entry(key: str, values: Sequence[str]) -> bytes:
    return text(key) + struct.pack("<IIQ", 9, 8, len(values)) + b"".join(map(text, values))


def tensor(name: str, kind: int, offset: int, *lengths: int) -> bytes:
    shape = struct.pack(f"<I{len(lengths)}Q", len(lengths), *lengths)
    return text(name) + shape + struct.pack("<IQ", kind, offset)


def header(entries: Sequence[bytes] = (), tensors: Sequence[bytes] = (), version: int = 3) -> bytes:
    counts = struct.pack("<IQQ", version, len(tensors), len(entries))
    return b"GGUF" + counts + b"".join(entries) + b"".join(tensors)


def small_model(alignment: int = 32) -> bytes:
    """A whole file: 12 numbers of four bytes and, behind them, two blocks of 18."""
    entries = [
        texts_entry("tokenizer.ggml.tokens", ["rain", "🙂"]),
        uint32_entry("general.alignment", alignment),
    ]
    tensors = [tensor("a", F32, 0, 3, 4), tensor("b", Q4_0, 64, 32, 2)]
    begun = header(entries, tensors)
    return begun + bytes(-len(begun) % alignment) + bytes(64 + 36)
