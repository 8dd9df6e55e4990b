"""Whole models of some hundred kilobytes with random weights, one of each kind of memory. They spell letters.

What they say means nothing, and depends on everything that they read.
"""

import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.catalogue.small_gguf import F32, header, tensor, text, texts_entry, uint32_entry

WINDOW = 16
"""Tokens that the layers with a sliding window look back."""
TEMPLATE = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n"
)

_WIDTH, _HEADS, _KV_HEADS, _INNER, _LAYERS, _KERNEL = 32, 4, 2, 64, 4, 3
_KV_WIDTH = _WIDTH // _HEADS * _KV_HEADS
_ALIGNMENT = 32
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
_SPECIAL = ("<unk>", "<s>", "<|im_start|>", "<|im_end|>")
_BYTES = tuple(f"<0x{value:02X}>" for value in range(256))
_LETTERS = ("▁", *map(chr, range(0x21, 0x7F)))
_TOKENS = (*_SPECIAL, *_BYTES, *_LETTERS)
_KINDS = [_UNKNOWN, _CONTROL, _CONTROL, _CONTROL, *[_BYTE] * len(_BYTES), *[_NORMAL] * len(_LETTERS)]

_Array = npt.NDArray[np.float32]


def write_plain(path: Path) -> Path:
    """A model of Llama's shape: it can go on from any place in what it read."""
    weights = _Weights()
    for layer in range(_LAYERS):
        weights.add_attention(layer)
        weights.add_inner(layer)
    weights.add_ones("output_norm.weight", 1.0)
    return _write(path, "llama", [uint32_entry("llama.attention.head_count_kv", _KV_HEADS)], weights)


def write_hybrid(path: Path) -> Path:
    """A model of LFM2's shape: every other layer holds a state of the last place alone."""
    weights = _Weights()
    kv_heads = [_KV_HEADS if layer % 2 else 0 for layer in range(_LAYERS)]
    for layer, heads in enumerate(kv_heads):
        if heads:
            weights.add_attention(layer, qk_norms=True)
        else:
            weights.add_ones(f"blk.{layer}.attn_norm.weight", 1.0)
            weights.add_matrix(f"blk.{layer}.shortconv.in_proj.weight", _WIDTH, 3 * _WIDTH)
            weights.add_matrix(f"blk.{layer}.shortconv.conv.weight", _KERNEL, _WIDTH)
            weights.add_matrix(f"blk.{layer}.shortconv.out_proj.weight", _WIDTH, _WIDTH)
        weights.add_inner(layer)
    weights.add_ones("token_embd_norm.weight", 1.0)
    entries = [
        _numbers_entry("lfm2.attention.head_count_kv", 5, "i", kv_heads),
        uint32_entry("lfm2.shortconv.l_cache", _KERNEL),
    ]
    return _write(path, "lfm2", entries, weights)


def write_sliding(path: Path) -> Path:
    """A model of Gemma 2's shape: every other layer looks back WINDOW tokens and no further."""
    weights = _Weights()
    for layer in range(_LAYERS):
        weights.add_attention(layer)
        weights.add_inner(layer)
        # Here the embeddings are scaled up and written out again: so what the layers add has to be large too.
        weights.add_ones(f"blk.{layer}.post_attention_norm.weight", 20.0)
        weights.add_ones(f"blk.{layer}.post_ffw_norm.weight", 20.0)
    weights.add_ones("output_norm.weight", 1.0)
    entries = [
        uint32_entry("gemma2.attention.head_count_kv", _KV_HEADS),
        uint32_entry("gemma2.attention.sliding_window", WINDOW),
        uint32_entry("gemma2.attention.key_length", _WIDTH // _HEADS),
        uint32_entry("gemma2.attention.value_length", _WIDTH // _HEADS),
    ]
    return _write(path, "gemma2", entries, weights)


class _Weights:
    """Tensors by name, in the order of the file. The last axis lies close together."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(7)
        self.tensors: dict[str, _Array] = {}
        # Only letters are ever said: every other token is as likely as the average.
        embeddings = self._random.normal(0.0, 1.0, (len(_TOKENS), _WIDTH))
        embeddings[: -len(_LETTERS)] *= 0.01
        self._put("token_embd.weight", embeddings)

    def add_matrix(self, name: str, inputs: int, outputs: int) -> None:
        self._put(name, self._random.normal(0.0, 2.0 / inputs**0.5, (outputs, inputs)))

    def add_ones(self, name: str, value: float, length: int = _WIDTH) -> None:
        self._put(name, np.full(length, value))

    def add_attention(self, layer: int, *, qk_norms: bool = False) -> None:
        self.add_ones(f"blk.{layer}.attn_norm.weight", 1.0)
        self.add_matrix(f"blk.{layer}.attn_q.weight", _WIDTH, _WIDTH)
        self.add_matrix(f"blk.{layer}.attn_k.weight", _WIDTH, _KV_WIDTH)
        self.add_matrix(f"blk.{layer}.attn_v.weight", _WIDTH, _KV_WIDTH)
        self.add_matrix(f"blk.{layer}.attn_output.weight", _WIDTH, _WIDTH)
        if qk_norms:
            self.add_ones(f"blk.{layer}.attn_q_norm.weight", 4.0, _WIDTH // _HEADS)
            self.add_ones(f"blk.{layer}.attn_k_norm.weight", 1.0, _WIDTH // _HEADS)

    def add_inner(self, layer: int) -> None:
        self.add_ones(f"blk.{layer}.ffn_norm.weight", 1.0)
        self.add_matrix(f"blk.{layer}.ffn_gate.weight", _WIDTH, _INNER)
        self.add_matrix(f"blk.{layer}.ffn_up.weight", _WIDTH, _INNER)
        self.add_matrix(f"blk.{layer}.ffn_down.weight", _INNER, _WIDTH)

    def _put(self, name: str, values: npt.NDArray[np.float64]) -> None:
        self.tensors[name] = values.astype("<f4")


def _write(path: Path, family: str, own_entries: Sequence[bytes], weights: _Weights) -> Path:
    entries = [
        _text_entry("general.architecture", family),
        uint32_entry(f"{family}.context_length", 4_096),
        uint32_entry(f"{family}.embedding_length", _WIDTH),
        uint32_entry(f"{family}.block_count", _LAYERS),
        uint32_entry(f"{family}.feed_forward_length", _INNER),
        uint32_entry(f"{family}.attention.head_count", _HEADS),
        _float_entry(f"{family}.attention.layer_norm_rms_epsilon", 1e-6),
        *own_entries,
        _text_entry("tokenizer.ggml.model", "llama"),
        texts_entry("tokenizer.ggml.tokens", _TOKENS),
        _numbers_entry("tokenizer.ggml.scores", 6, "f", [0.0] * len(_TOKENS)),
        _numbers_entry("tokenizer.ggml.token_type", 5, "i", _KINDS),
        uint32_entry("tokenizer.ggml.bos_token_id", _TOKENS.index("<s>")),
        uint32_entry("tokenizer.ggml.eos_token_id", _TOKENS.index("<|im_end|>")),
        _bool_entry("tokenizer.ggml.add_bos_token", False),
        _bool_entry("tokenizer.ggml.add_space_prefix", False),
        _text_entry("tokenizer.chat_template", TEMPLATE),
    ]
    tensors, data = [], b""
    for name, values in weights.tensors.items():
        tensors.append(tensor(name, F32, len(data), *reversed(values.shape)))
        data += values.tobytes()
        data += bytes(-len(data) % _ALIGNMENT)
    begun = header(entries, tensors)
    path.write_bytes(begun + bytes(-len(begun) % _ALIGNMENT) + data)
    return path


def _text_entry(key: str, value: str) -> bytes:
    return text(key) + struct.pack("<I", 8) + text(value)


def _float_entry(key: str, value: float) -> bytes:
    return text(key) + struct.pack("<If", 6, value)


def _bool_entry(key: str, value: bool) -> bytes:
    return text(key) + struct.pack("<I?", 7, value)


def _numbers_entry(key: str, kind: int, letter: str, values: Sequence[float]) -> bytes:
    return text(key) + struct.pack(f"<IIQ{len(values)}{letter}", 9, kind, len(values), *values)
