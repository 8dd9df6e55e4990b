"""Vectors of sentences from a model, for the measurement of the ways to group. Nothing in the program needs them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from llama_cpp import llama_cpp as native
from numpy.typing import NDArray

BEFORE = 'This sentence: "'
AFTER = '" means in one word: "'

_LONGEST_TOKENS = 512
_THREADS = 2

Vector = NDArray[np.float64]


class SentenceVectors:
    """A model, opened to say what it holds of a sentence, and not what comes next."""

    def __init__(self, model: Any, context: Any) -> None:
        self._vocab: Any = native.llama_model_get_vocab(model)
        self._width: int = native.llama_model_n_embd(model)
        self._context = context

    def both(self, sentence: str) -> tuple[Vector, Vector]:
        """Return the mean of the vectors of the sentence's tokens, and the vector of the prompt's last token.

        One pass gives both: a token's vector depends on nothing that comes after it, and of what comes before the
        sentence there are four tokens alone.
        """
        before, said = self._tokens(BEFORE, starts=True), self._tokens(sentence, starts=False)
        vectors = self._token_vectors([*before, *said, *self._tokens(AFTER, starts=False)])
        return vectors[len(before) : len(before) + len(said)].mean(axis=0), vectors[-1]

    def _tokens(self, text: str, *, starts: bool) -> list[int]:
        spelled = text.encode()
        tokens = (native.llama_token * _LONGEST_TOKENS)()
        count = native.llama_tokenize(
            self._vocab, spelled, len(spelled), tokens, _LONGEST_TOKENS, starts, False
        )
        if count < 0:
            raise RuntimeError("llama_tokenize")
        return list(tokens[:count])

    def _token_vectors(self, tokens: list[int]) -> Vector:
        native.llama_memory_clear(native.llama_get_memory(self._context), True)
        batch = native.llama_batch_init(len(tokens), 0, 1)
        batch.n_tokens = len(tokens)
        for i, token in enumerate(tokens):
            batch.token[i] = token
            batch.pos[i] = i
            batch.n_seq_id[i] = 1
            batch.seq_id[i][0] = 0
            batch.logits[i] = True
        answer = native.llama_decode(self._context, batch)
        native.llama_batch_free(batch)
        if answer != 0:
            raise RuntimeError("llama_decode")
        rows = (native.llama_get_embeddings_ith(self._context, i) for i in range(len(tokens)))
        return np.array([np.ctypeslib.as_array(row, (self._width,)).astype(np.float64) for row in rows])


@contextmanager
def sentence_vectors(file: Path) -> Iterator[SentenceVectors]:
    """Open a model file for vectors, one for each token, and free it afterwards."""
    silence = native.llama_log_callback(lambda _level, _text, _data: None)
    native.llama_log_set(silence, None)
    native.llama_backend_init()
    model = native.llama_model_load_from_file(os.fsencode(file), native.llama_model_default_params())
    if not model:
        raise RuntimeError("llama_model_load_from_file")
    parameters = native.llama_context_default_params()
    parameters.n_ctx = parameters.n_batch = parameters.n_ubatch = _LONGEST_TOKENS
    parameters.n_threads = parameters.n_threads_batch = _THREADS
    parameters.embeddings = True
    parameters.pooling_type = native.LLAMA_POOLING_TYPE_NONE
    context = native.llama_init_from_model(model, parameters)
    if not context:
        raise RuntimeError("llama_init_from_model")
    try:
        yield SentenceVectors(model, context)
    finally:
        native.llama_free(context)
        native.llama_model_free(model)
