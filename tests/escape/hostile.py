"""Model files made by hand to do harm: each lies about one thing. By name, as a change of a file that is right."""

import struct
from collections.abc import Callable
from dataclasses import replace

from tests.escape.gguf import (
    ALIGNMENT,
    ARRAY,
    BOOL,
    F32_VALUE,
    I32,
    TEXT,
    U32,
    Entry,
    File,
    numbers,
    text,
    texts,
    u32,
)
from tests.escape.templates import TEMPLATES

Change = Callable[[File], File | bytes]

_TOKENS, _SCORES, _KINDS = (f"tokenizer.ggml.{name}" for name in ("tokens", "scores", "token_type"))
_TEMPLATE = "tokenizer.chat_template"
_VALUES = {
    # What a header may not say of a model of this shape, by key.
    "llama.block_count": (0, 1, 5, 100_000, 2**32 - 1),
    "llama.embedding_length": (0, 31, 2**31, 2**32 - 1),
    "llama.feed_forward_length": (0, 2**32 - 1),
    "llama.attention.head_count": (0, 3, 33, 2**31, 2**32 - 1),
    "llama.attention.head_count_kv": (0, 3, 2**31),
    "llama.context_length": (0, 1, 2**31, 2**32 - 1),
    "llama.rope.dimension_count": (0, 3, 2**32 - 1),
    "llama.expert_count": (1, 100_000, 2**32 - 1),
    "llama.vocab_size": (0, 1, 2**32 - 1),
    "tokenizer.ggml.bos_token_id": (355, 2**31, 2**32 - 1),
    "tokenizer.ggml.eos_token_id": (2**31 - 1, 2**32 - 1),
    "general.alignment": (0, 3, 1, 2**31),
}


def _with_u32(key: str, value: int) -> Change:
    return lambda file: file.with_entry(key, U32, u32(value))


def _with_tensor(number: int = 0, **lies: object) -> Change:
    return lambda file: file.with_tensor(number, lambda tensor: replace(tensor, **lies))  # type: ignore[arg-type]


def _cut(share: float) -> Change:
    return lambda file: file.spelled()[: int(len(file.header()) * share)]


def _tokens_changed(count: Callable[[int], int], token: bytes = b"x") -> Change:
    def change(file: File) -> File:
        (held,) = struct.unpack("<Q", file.value(_TOKENS)[4:12])
        return file.with_entry(_TOKENS, ARRAY, texts([token + b"%d" % i for i in range(count(held))]))

    return change


def _one_token(spelled: bytes) -> Change:
    def change(file: File) -> File:
        tokens = _texts_of(file.value(_TOKENS))
        return file.with_entry(_TOKENS, ARRAY, texts([*tokens[:-1], spelled]))

    return change


def _texts_of(value: bytes) -> list[bytes]:
    found, place = [], 12
    while place < len(value):
        (length,) = struct.unpack_from("<Q", value, place)
        found.append(value[place + 8 : place + 8 + length])
        place += 8 + length
    return found


def _nested(depth: int) -> bytes:
    return b"".join(struct.pack("<IQ", ARRAY, 1) for _ in range(depth)) + struct.pack("<IQI", U32, 1, 7)


def _with_more(*entries: Entry) -> Change:
    return lambda file: replace(file, entries=(*file.entries, *entries))


def _not_numbers(file: File) -> File:
    return replace(
        file,
        tensors=tuple(
            replace(tensor, data=struct.pack("<f", float("nan")) * (len(tensor.data) // 4))
            for tensor in file.tensors
        ),
    )


def _without_tensors(file: File) -> File:
    return replace(file, tensors=())


def _doubled(file: File) -> File:
    return replace(file, tensors=(*file.tensors, file.tensors[0]))


HEADERS: dict[str, Change] = {
    "nothing at all": lambda _file: b"",
    "the magic alone": lambda _file: b"GGUF",
    "another magic": lambda file: replace(file, magic=b"GGML"),
    "version 0": lambda file: replace(file, version=0),
    "version 1": lambda file: replace(file, version=1),
    "version 4": lambda file: replace(file, version=4),
    "version 3 of a big-endian machine": lambda file: replace(file, version=3 << 24),
    "a tensor count of 2^60": lambda file: replace(file, tensor_count=2**60),
    "a tensor count of 2^64 - 1": lambda file: replace(file, tensor_count=2**64 - 1),
    "one tensor more than there is": lambda file: replace(file, tensor_count=len(file.tensors) + 1),
    "an entry count of 2^60": lambda file: replace(file, entry_count=2**60),
    "one entry fewer than there is": lambda file: replace(file, entry_count=len(file.entries) - 1),
    "a key of 2^63 letters": lambda file: replace(
        file, entries=(replace(file.entries[0], key_length=2**63), *file.entries[1:])
    ),
    "a key of 2^64 - 1 letters": lambda file: replace(
        file, entries=(replace(file.entries[0], key_length=2**64 - 1), *file.entries[1:])
    ),
    "an empty key": _with_more(Entry(b"", U32, u32(1))),
    "a key of a million letters": _with_more(Entry(b"k" * 1_000_000, U32, u32(1))),
    "a key twice": lambda file: replace(file, entries=(*file.entries, file.entries[3])),
    "a key that is no UTF-8": _with_more(Entry(b"\xff\xfe\x00", U32, u32(1))),
    "a text of 2^63 letters": _with_more(Entry(b"a", TEXT, struct.pack("<Q", 2**63) + b"b")),
    "a text of 2^64 - 1 letters": _with_more(Entry(b"a", TEXT, struct.pack("<Q", 2**64 - 1))),
    "an array of 2^63 numbers": _with_more(Entry(b"a", ARRAY, struct.pack("<IQ", U32, 2**63))),
    "an array of 2^62 numbers of four bytes": _with_more(Entry(b"a", ARRAY, struct.pack("<IQ", U32, 2**62))),
    "an array of 2^40 texts": _with_more(Entry(b"a", ARRAY, struct.pack("<IQ", TEXT, 2**40))),
    "an array of arrays": _with_more(Entry(b"a", ARRAY, _nested(1))),
    "arrays nested 10,000 deep": _with_more(Entry(b"a", ARRAY, _nested(10_000))),
    "an array of an unknown type": _with_more(Entry(b"a", ARRAY, struct.pack("<IQI", 99, 1, 7))),
    "a value of an unknown type": _with_more(Entry(b"a", 99, u32(1))),
    "a value of type 2^32 - 1": _with_more(Entry(b"a", 2**32 - 1, u32(1))),
    "a truth of 7": _with_more(Entry(b"a", BOOL, b"\x07")),
    "cut in its first entry": _cut(0.003),
    "cut in its tokens": _cut(0.5),
    "cut among its tensors": _cut(0.99),
    "cut in its weights": lambda file: file.spelled()[: len(file.header()) + 10_000],
    "cut at its last byte": lambda file: file.spelled()[:-1],
    "an architecture that nobody knows": lambda file: file.with_entry("general.architecture", TEXT, text(b"rain")),
    "an architecture that is a number": lambda file: file.with_entry("general.architecture", U32, u32(7)),
    "no architecture": lambda file: file.without("general.architecture"),
    "an architecture of another shape": lambda file: file.with_entry("general.architecture", TEXT, text(b"mamba")),
    "parts of a larger model": lambda file: file.with_entry("split.count", 2, struct.pack("<H", 65_535)),
    **{
        f"{key} of {value}": _with_u32(key, value) for key, values in _VALUES.items() for value in values
    },
    "an epsilon that is no number": lambda file: file.with_entry(
        "llama.attention.layer_norm_rms_epsilon", F32_VALUE, struct.pack("<f", float("nan"))
    ),
    "a count of heads for 100,000 layers": lambda file: file.with_entry(
        "llama.attention.head_count", ARRAY, numbers(U32, "I", [4] * 100_000)
    ),
}  # fmt: skip

TENSORS: dict[str, Change] = {
    "a tensor far beyond the file": _with_tensor(offset=2**40 // ALIGNMENT * ALIGNMENT),
    "a tensor at 2^64 - 32": _with_tensor(-1, offset=2**64 - 32),
    "a tensor that begins on another": _with_tensor(1, offset=0),
    "a tensor that is not aligned": _with_tensor(1, offset=33),
    "a tensor of no lengths": _with_tensor(lengths=()),
    "a length of zero": _with_tensor(lengths=(0, 355)),
    "a length of 2^40": _with_tensor(lengths=(32, 2**40)),
    "a length of 2^63": _with_tensor(lengths=(2**63, 2)),
    "lengths that overflow when multiplied": _with_tensor(lengths=(2**32, 2**32)),
    "lengths that overflow to what is right": _with_tensor(lengths=(32, 355 + 2**59)),
    "five lengths": _with_tensor(lengths=(32, 355, 1, 1, 1)),
    "four billion lengths": _with_tensor(dimensions=2**32 - 1),
    "a tensor of a type that nobody knows": _with_tensor(kind=200),
    "a tensor of type 2^31": _with_tensor(kind=2**31),
    "a tensor of a type that is gone": _with_tensor(kind=4),
    "a tensor of blocks that do not fit": _with_tensor(kind=12),
    "a norm of whole numbers": _with_tensor(1, kind=26),
    "a tensor without a name": _with_tensor(name=b""),
    "a tensor with an endless name": _with_tensor(name=b"n" * 100_000),
    "a name twice": _doubled,
    "no tensors": _without_tensors,
    "a matrix on its side": _with_tensor(lengths=(355, 32)),
    "a vector of one": _with_tensor(1, lengths=(1,)),
    "weights that are no numbers": _not_numbers,
}

WORDS: dict[str, Change] = {
    "no tokens": _tokens_changed(lambda _held: 0),
    "a token too few": _tokens_changed(lambda held: held - 1),
    "a token too many": _tokens_changed(lambda held: held + 1),
    "ten tokens": _tokens_changed(lambda _held: 10),
    "tokens that are all empty": lambda file: file.with_entry(_TOKENS, ARRAY, texts([b""] * 355)),
    "tokens that are all the same": lambda file: file.with_entry(_TOKENS, ARRAY, texts([b"same"] * 355)),
    "tokens that are no UTF-8": _tokens_changed(lambda held: held, b"\xc3\x28\xff"),
    "a token of ten million letters": _one_token(b"y" * 10_000_000),
    "a token with zeros in it": _one_token(b"a\x00b"),
    "tokens that are numbers": lambda file: file.with_entry(_TOKENS, ARRAY, numbers(U32, "I", range(355))),
    "scores for ten tokens": lambda file: file.with_entry(_SCORES, ARRAY, numbers(F32_VALUE, "f", [0.0] * 10)),
    "scores that are no numbers": lambda file: file.with_entry(
        _SCORES, ARRAY, numbers(F32_VALUE, "f", [float("nan")] * 355)
    ),
    "kinds for ten tokens": lambda file: file.with_entry(_KINDS, ARRAY, numbers(I32, "i", [1] * 10)),
    "kinds that nobody knows": lambda file: file.with_entry(_KINDS, ARRAY, numbers(I32, "i", [-7] * 355)),
    "all tokens control": lambda file: file.with_entry(_KINDS, ARRAY, numbers(I32, "i", [3] * 355)),
    "a vocabulary that nobody knows": lambda file: file.with_entry("tokenizer.ggml.model", TEXT, text(b"rain")),
    "a vocabulary without its merges": lambda file: file.with_entry("tokenizer.ggml.model", TEXT, text(b"gpt2")),
    "merges of nothing": lambda file: file.with_entry("tokenizer.ggml.model", TEXT, text(b"gpt2")).with_entry(
        "tokenizer.ggml.merges", ARRAY, texts([b"", b" ", b"a", b"\xff \xff"])
    ),
    "a vocabulary of word pieces": lambda file: file.with_entry("tokenizer.ggml.model", TEXT, text(b"bert")),
    "a vocabulary of another kind of tree": lambda file: file.with_entry("tokenizer.ggml.model", TEXT, text(b"t5")),
    "no vocabulary": lambda file: file.with_entry("tokenizer.ggml.model", TEXT, text(b"no_vocab")),
    "a map of letters that is cut": lambda file: file.with_entry(
        "tokenizer.ggml.model", TEXT, text(b"t5")
    ).with_entry("tokenizer.ggml.precompiled_charsmap", ARRAY, numbers(0, "B", [255] * 7)),
}  # fmt: skip

TEMPLATED: dict[str, Change] = {
    f"a template: {name}": (lambda file, source=source: file.with_entry(_TEMPLATE, TEXT, text(source)))
    for name, source in TEMPLATES.items()
} | {
    "no template": lambda file: file.without(_TEMPLATE),
    "a template that is a number": lambda file: file.with_entry(_TEMPLATE, U32, u32(7)),
}

HOSTILE: dict[str, Change] = HEADERS | TENSORS | WORDS | TEMPLATED


def spelled(change: Change, good: File) -> bytes:
    """The bytes of a hostile file."""
    made = change(good)
    return made if isinstance(made, bytes) else made.spelled()
