"""Files that were good models, changed by lot: in a number, an entry, a tensor, the template, or any byte."""

import random
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from tests.escape.gguf import ARRAY, TEXT, U32, U64, VALUE_BYTES, Entry, File, Tensor, text
from tests.escape.hostile import HEADERS, TENSORS, WORDS, Change
from tests.escape.templates import DIGGING, ODD, REACHING

MOST_BYTES = 1_000_000
_TEMPLATE = b"tokenizer.chat_template"
_NUMBERS = (
    *(0, 1, 2, 3, 7, 31, 32, 33, 63, 255, 256, 4_095, 65_535, 65_536, 100_000),
    *(2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**40, 2**62, 2**63 - 1, 2**63, 2**64 - 33, 2**64 - 1),
)
_FLOATS = (0.0, -1.0, 1e-45, 1e38, -1e38, float("inf"), float("-inf"), float("nan"))
_QUANTISED = {
    2: (32, 18),
    3: (32, 20),
    6: (32, 22),
    8: (32, 34),
    1: (1, 2),
    30: (1, 2),
    20: (32, 18),
    39: (32, 17),
}
_WORDS = (
    b"{{", b"}}", b"{%", b"%}", b"{#", b"#}", b"for", b"endfor", b"if", b"endif", b"macro f()", b"endmacro", b"set",
    b"namespace(", b"range(", b"messages", b"m.content", b"m.role", b"loop", b"~", b"*", b"**", b"|", b"tojson",
    b"attr(", b"__class__", b"__globals__", b"lipsum", b"cycler", b"'", b"\"", b"\\", b"\xff", b"\xee\x80\x80",
    b"\xee\x80\x81", b"recursive", b"break", b"raise_exception(", b"strftime_now(", b"9" * 50, b"\x00",
)  # fmt: skip
_SHORT_TEMPLATES = tuple(source for source in (REACHING | DIGGING | ODD).values() if len(source) < 20_000)
_BY_HAND: tuple[Change, ...] = tuple((HEADERS | TENSORS | WORDS).values())


def mutated(good: File, drawn: random.Random) -> bytes:
    """Return the bytes of a changed file."""
    file = good
    for _ in range(drawn.choice((0, 1, 1, 1, 2, 4))):
        made: File | bytes = file
        # What a change looks for may be gone by an earlier one.
        with suppress(StopIteration, IndexError, ValueError, struct.error):
            made = drawn.choices(_KINDS, _WEIGHTS)[0](file, drawn)
        if isinstance(made, bytes):
            return made[:MOST_BYTES]
        file = made
    held = file.spelled()
    if file is good or drawn.random() < 0.2:
        held = _bytes_changed(held, len(file.header()), drawn)
    return held[:MOST_BYTES]


def _value_changed(file: File, drawn: random.Random) -> File:
    """One number, or one entry's value, becomes another of its type."""
    place = drawn.randrange(len(file.entries))
    entry = file.entries[place]
    if entry.kind in VALUE_BYTES:
        size = VALUE_BYTES[entry.kind]
        number = drawn.choice(
            (drawn.choice(_NUMBERS), drawn.getrandbits(8 * size), _near(entry.value, drawn))
        )
        value = (number % 2 ** (8 * size)).to_bytes(size, "little")
        if entry.kind in (6, 12):
            value = struct.pack("<f" if entry.kind == 6 else "<d", drawn.choice(_FLOATS))
    else:
        value = _bytes_changed(entry.value, min(64, len(entry.value)), drawn)
    return _with(file, place, replace(entry, value=value))


def _near(value: bytes, drawn: random.Random) -> int:
    return int.from_bytes(value, "little") + drawn.choice((-2, -1, 1, 2))


def _entry_changed(file: File, drawn: random.Random) -> File:
    """An entry goes, comes twice, changes places, or changes its key or type."""
    place, other = drawn.randrange(len(file.entries)), drawn.randrange(len(file.entries))
    entry = file.entries[place]
    entries = list(file.entries)
    match drawn.randrange(6):
        case 0:
            del entries[place]
        case 1:
            entries.insert(other, entry)
        case 2:
            entries[place], entries[other] = entries[other], entries[place]
        case 3:
            entries[place] = replace(entry, key=entries[other].key)
        case 4:
            entries[place] = replace(entry, kind=drawn.choice((*range(13), 99, 2**32 - 1)))
        case _:
            entries[place] = replace(entry, key_length=drawn.choice(_NUMBERS) % 2**64)
    return replace(file, entries=tuple(entries))


def _tensor_changed(file: File, drawn: random.Random) -> File:
    """What is said of a tensor is not so, or its numbers are others."""
    place = drawn.randrange(len(file.tensors))
    tensor = file.tensors[place]
    number = drawn.choice(_NUMBERS) % 2**64
    match drawn.randrange(8):
        case 0:
            changed = replace(tensor, offset=number if drawn.random() < 0.5 else number // 32 * 32)
        case 1:
            lengths = list(tensor.lengths)
            lengths[drawn.randrange(len(lengths))] = number
            changed = replace(tensor, lengths=tuple(lengths))
        case 2:
            changed = replace(tensor, lengths=tuple(reversed(tensor.lengths)))
        case 3:
            changed = replace(tensor, dimensions=number % 2**32)
        case 4:
            changed = replace(tensor, kind=drawn.choice((*range(45), 200, 2**31)))
        case 5:
            changed = replace(
                tensor, name=drawn.choice((b"", b"x" * 64, file.tensors[0].name, tensor.name + b"x"))
            )
        case 6:
            number_bytes = struct.pack("<f", drawn.choice(_FLOATS))
            changed = replace(tensor, data=number_bytes * (len(tensor.data) // 4))
        case _:
            changed = _quantised(tensor, drawn)
    tensors = list(file.tensors)
    tensors[place] = changed
    return replace(file, tensors=tuple(tensors))


def _quantised(tensor: Tensor, drawn: random.Random) -> Tensor:
    """The same shape in another type, with as many bytes as that takes, drawn by lot."""
    kind = drawn.choice(tuple(_QUANTISED))
    block, size = _QUANTISED[kind]
    weights = 1
    for length in tensor.lengths:
        weights *= length
    return replace(tensor, kind=kind, data=drawn.randbytes(min(weights // block * size, MOST_BYTES)))


def _all_quantised(file: File, drawn: random.Random) -> File:
    tensors = [_quantised(one, drawn) if len(one.lengths) > 1 else one for one in file.tensors]
    return replace(file, tensors=tuple(tensors))


def _counts_changed(file: File, drawn: random.Random) -> File:
    match drawn.randrange(4):
        case 0:
            return replace(file, tensor_count=drawn.choice((*_NUMBERS, len(file.tensors) - 1)) % 2**64)
        case 1:
            return replace(file, entry_count=drawn.choice((*_NUMBERS, len(file.entries) - 1)) % 2**64)
        case 2:
            return replace(file, version=drawn.choice((1, 2, 4, 3 << 24)))
        case _:
            return replace(file, behind=drawn.randbytes(drawn.randrange(5_000)))


def _array_changed(file: File, drawn: random.Random) -> File:
    """An array says that it has other items, or more of them than there are."""
    arrays = [place for place, entry in enumerate(file.entries) if entry.kind == ARRAY]
    place = drawn.choice(arrays)
    entry = file.entries[place]
    if len(entry.value) < 12:
        return file
    kind, count = struct.unpack_from("<IQ", entry.value)
    if drawn.random() < 0.5:
        count = drawn.choice((*_NUMBERS, count - 1, count + 1)) % 2**64
    else:
        kind = drawn.choice((*range(13), 99))
    return _with(file, place, replace(entry, value=struct.pack("<IQ", kind, count) + entry.value[12:]))


def _template_changed(file: File, drawn: random.Random) -> File:
    held = next((entry.value[8:] for entry in file.entries if entry.key == _TEMPLATE), b"")
    match drawn.randrange(3):
        case 0:
            source = drawn.choice(_SHORT_TEMPLATES)
        case 1:
            source = b" ".join(drawn.choice(_WORDS) for _ in range(drawn.randrange(1, 60)))
        case _:
            source = held
            for _ in range(drawn.randrange(1, 5)):
                begin, end = sorted((drawn.randint(0, len(source)), drawn.randint(0, len(source))))
                source = source[:begin] + drawn.choice(_WORDS) + source[drawn.choice((begin, end)) :]
    others = tuple(entry for entry in file.entries if entry.key != _TEMPLATE)
    return replace(file, entries=(*others, Entry(_TEMPLATE, TEXT, text(source))))


def _lied_by_hand(file: File, drawn: random.Random) -> File | bytes:
    return drawn.choice(_BY_HAND)(file)


def _entry_added(file: File, drawn: random.Random) -> File:
    """Something that the library may look for and this model has not."""
    family = file.value("general.architecture")[8:].decode("utf-8", "replace")
    key = drawn.choice(_LOOKED_FOR).replace("*", family)
    kind = drawn.choice((U32, U32, U64, 6, 7, TEXT))
    number = drawn.choice(_NUMBERS)
    values = {
        U32: struct.pack("<I", number % 2**32),
        U64: struct.pack("<Q", number % 2**64),
        TEXT: text(b"linear"),
    }
    values |= {6: struct.pack("<f", drawn.choice(_FLOATS)), 7: bytes([drawn.randrange(256)])}
    return replace(file, entries=(*file.entries, Entry(key.encode(), kind, values[kind])))


def _bytes_changed(held: bytes, header: int, drawn: random.Random) -> bytes:
    """A few bytes become others, go, come twice or move; mostly in the header."""
    changed = held
    for _ in range(drawn.choice((1, 1, 2, 8))):
        most = len(changed) if drawn.random() < 0.2 else min(header, len(changed))
        begin = drawn.randint(0, most)
        end = min(len(changed), begin + int(drawn.expovariate(1 / 12)))
        match drawn.randrange(6):
            case 0:
                changed = changed[:begin] + bytes([drawn.randrange(256)]) + changed[begin + 1 :]
            case 1:
                flipped = bytes(1 << drawn.randrange(8) ^ byte for byte in changed[begin : begin + 1])
                changed = changed[:begin] + flipped + changed[begin + 1 :]
            case 2:
                changed = changed[:begin] + changed[end:]
            case 3:
                changed = changed[:end] + changed[begin:]
            case 4:
                number = drawn.choice(_NUMBERS) % 2**64
                spelled = number.to_bytes(8, "little")[: drawn.choice((4, 8))]
                changed = changed[:begin] + spelled + changed[begin + len(spelled) :]
            case _:
                changed = (
                    changed[:begin]
                    if drawn.random() < 0.3
                    else changed[:begin] + drawn.randbytes(end - begin) + changed[end:]
                )
    return changed


def _with(file: File, place: int, entry: Entry) -> File:
    return replace(file, entries=(*file.entries[:place], entry, *file.entries[place + 1 :]))


_LOOKED_FOR = (
    "*.expert_count", "*.expert_used_count", "*.expert_feed_forward_length", "*.rope.dimension_count",
    "*.rope.freq_base", "*.rope.scaling.type", "*.rope.scaling.factor",
    "*.rope.scaling.original_context_length", "*.attention.key_length", "*.attention.value_length",
    "*.attention.sliding_window", "*.attention.clamp_kqv", "*.logit_scale", "*.vocab_size",
    "*.attention.max_alibi_bias", "*.final_logit_softcapping", "*.attn_logit_softcapping", "*.pooling_type",
    "*.embedding_scale", "*.attention.causal", "*.rope.dimension_sections", "*.leading_dense_block_count",
    "*.swin_norm", "*.ssm.inner_size", "*.ssm.state_size", "*.ssm.time_step_rank", "*.use_parallel_residual",
    "tokenizer.ggml.pre", "tokenizer.ggml.unknown_token_id", "tokenizer.ggml.eot_token_id",
    "tokenizer.ggml.add_eos_token", "tokenizer.ggml.padding_token_id", "tokenizer.ggml.mask_token_id",
    "tokenizer.ggml.token_type_count", "tokenizer.ggml.fim_pre_token_id", "tokenizer.ggml.add_space_prefix",
    "tokenizer.ggml.remove_extra_whitespaces", "tokenizer.ggml.precompiled_charsmap", "general.alignment",
    "general.file_type", "general.quantization_version", "split.no", "split.count", "split.tensors.count",
    "adapter.type", "general.type", "tokenizer.chat_template.rag",
)  # fmt: skip
_KINDS: tuple[Callable[[File, random.Random], File | bytes], ...] = (
    _value_changed, _entry_changed, _tensor_changed, _all_quantised, _counts_changed, _array_changed,
    _template_changed, _lied_by_hand, _entry_added,
)  # fmt: skip
_WEIGHTS = (5, 2, 5, 2, 1, 2, 3, 1, 3)
