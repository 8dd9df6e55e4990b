"""llama.cpp, through the plain C functions of llama-cpp-python 0.3.36. One loaded model with one context.

Some misuse of these functions ends the process (a batch too long, an index without logits), so this file is the
only one that calls them. A fault that nothing can be done about raises `LlamaError` and ends the child; the
parent starts another.
"""

import ctypes
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.ctypeslib
import numpy.typing as npt
from llama_cpp import llama_cpp as native

from app.domain.answer import Settings
from app.engine.chat import ChatTemplate, TemplateError, prompt_tokens
from app.engine.messages import MAX_ANSWERS, Message
from app.engine.streaming import opens_thought
from app.engine.tuning import PREFILL_BATCH_TOKENS

KEPT_SEQUENCE = MAX_ANSWERS
"""The sequence after those of the answers: see `kept.py`."""
_LEAST_TRAINED_TOKENS = 256
"""Below this nothing can be answered, and a context of one token ends the process."""

# The library calls it until the process ends, whichever model is loaded.
_SILENCE = native.llama_log_callback(lambda _level, _text, _data: None)


class LlamaError(Exception):
    """llama.cpp refused. Its text names the function, never content."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question as the model reads it.

    `cuts` are the places where the second message and those after it begin. People's text is tokenised by
    itself, so what stands before a cut is the same whatever follows it. `in_thought` says that the template
    opened a thought at the end.
    """

    tokens: tuple[int, ...]
    cuts: tuple[int, ...]
    in_thought: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One token to decode: its place in which sequence, and whether the next token is to be chosen after it."""

    token: int
    position: int
    sequence: int
    wants_next: bool


class Sampler:
    """Chooses tokens for one answer: the most likely `top_k`, of these `top_p`, then by temperature and seed."""

    def __init__(self, settings: Settings, seed: int) -> None:
        chain = native.llama_sampler_chain_init(native.llama_sampler_chain_default_params())
        if not chain:
            raise LlamaError("llama_sampler_chain_init")
        self._chain: Any = chain
        if settings.temperature == 0.0:
            native.llama_sampler_chain_add(chain, native.llama_sampler_init_greedy())
            return
        native.llama_sampler_chain_add(chain, native.llama_sampler_init_top_k(settings.top_k))
        native.llama_sampler_chain_add(chain, native.llama_sampler_init_top_p(settings.top_p, 1))
        native.llama_sampler_chain_add(chain, native.llama_sampler_init_temp(settings.temperature))
        native.llama_sampler_chain_add(chain, native.llama_sampler_init_dist(seed))

    def choose(self, context: Any, row: int) -> int:
        """Return the next token after row `row` of the batch that was decoded last."""
        return int(native.llama_sampler_sample(self._chain, context, row))

    def close(self) -> None:
        """Free it."""
        native.llama_sampler_free(self._chain)


class Llama:
    """A loaded model. One thread uses it at a time, but any may tokenise. Memory goes when the process ends."""

    def __init__(
        self, source: int | str, context_tokens: int, threads: int, on_progress: Callable[[float], bool]
    ) -> None:
        """Load a model file.

        Args:
            source: A descriptor to read it from, which is closed afterwards, or a path.
            context_tokens: What question and answers share; at most what the model was trained for is given.
            threads: Threads for reading and for answering.
            on_progress: Called with 0 to 1; loading is given up when it returns False.

        Raises:
            LlamaError: It does not load, has no usable template, or loading was given up.
        """
        # Kept for as long as the library may call it.
        self._abort_callback = native.ggml_abort_callback(lambda _data: self._abort_asked())
        self._abort_asked: Callable[[], bool] = lambda: False
        native.llama_log_set(_SILENCE, None)
        native.llama_backend_init()
        self._model = _load(source, on_progress)
        self._vocab: Any = native.llama_model_get_vocab(self._model)
        self.vocabulary_tokens = int(native.llama_vocab_n_tokens(self._vocab))
        self._template = self._read_template()
        trained_for = native.llama_model_n_ctx_train(self._model)
        if trained_for < _LEAST_TRAINED_TOKENS:
            raise LlamaError("llama_model_n_ctx_train")
        self.context_tokens = min(context_tokens, trained_for)
        self.threads = threads
        self.rolls_back = not (
            native.llama_model_is_recurrent(self._model)
            or native.llama_model_is_hybrid(self._model)
            or native.llama_model_n_swa(self._model)
        )
        """Whether a sequence can go on from any earlier place in it. Recurrent and hybrid models hold a state of the
        last place alone, those with a sliding window the last stretch alone."""
        self._context = self._open_context()
        self._memory: Any = native.llama_get_memory(self._context)
        self._batch = native.llama_batch_init(PREFILL_BATCH_TOKENS, 0, 1)

    def prompt(self, messages: Sequence[Message]) -> Prompt:
        """Return the tokens of a question.

        Raises:
            TemplateError: The model's template refuses these messages.
        """
        segments = self._template.segments(messages)
        adds_bos = native.llama_vocab_get_add_bos(self._vocab)
        bos = native.llama_vocab_bos(self._vocab) if adds_bos else None
        tokens, begins = prompt_tokens(segments, self.tokenize, bos=bos)
        last = segments[-1]
        in_thought = not last.from_people and opens_thought(last.text)
        return Prompt(tuple(tokens), tuple(begins[1:]), in_thought)

    def tokenize(self, text: str, special: bool) -> list[int]:
        """Return the tokens of a text; `special` says whether control tokens are read in it."""
        spelled = text.encode()
        room = len(spelled) + 8  # no token is shorter than a byte, and a few are added in front
        tokens = (native.llama_token * room)()
        count = native.llama_tokenize(self._vocab, spelled, len(spelled), tokens, room, False, special)
        if count < 0:
            raise LlamaError("llama_tokenize")
        return list(tokens[:count])

    def spelling(self, token: int) -> bytes:
        """Return the bytes that a token spells. Control tokens spell nothing."""
        size = 256
        letters = ctypes.create_string_buffer(size)
        count = native.llama_token_to_piece(self._vocab, token, letters, size, 0, False)
        if count < 0:
            letters = ctypes.create_string_buffer(-count)
            count = native.llama_token_to_piece(self._vocab, token, letters, -count, 0, False)
        return letters.raw[:count]

    def ends_answer(self, token: int) -> bool:
        """Tell whether a token ends an answer."""
        return bool(native.llama_vocab_is_eog(self._vocab, token))

    def clear(self) -> None:
        """Forget every sequence, so that what comes next does not depend on what came before."""
        native.llama_memory_clear(self._memory, True)

    def forget(self, sequence: int, start: int = 0) -> bool:
        """Forget a sequence from position `start` on; return False, with nothing forgotten, if that cannot be."""
        return bool(native.llama_memory_seq_rm(self._memory, sequence, start, -1))

    def share(self, source: int, target: int) -> None:
        """Let sequence `target` hold all that `source` holds now, and nothing else, without decoding it again."""
        self.forget(target)
        native.llama_memory_seq_cp(self._memory, source, target, -1, -1)

    def abort_when(self, asked: Callable[[], bool] | None) -> None:
        """Give up decoding as soon as `asked` returns True. It is called some hundred times a step, so None
        while single tokens are decoded: between those it is cheap to look anyway."""
        self._abort_asked = asked or (lambda: False)
        callback = self._abort_callback if asked else native.ggml_abort_callback()
        native.llama_set_abort_callback(self._context, callback, None)

    def decode(self, rows: Sequence[Row]) -> bool:
        """Decode up to `PREFILL_BATCH_TOKENS` rows; return False if it was given up.

        Raises:
            LlamaError: The context is full, or the computation failed.
        """
        batch = self._batch
        batch.n_tokens = len(rows)
        for i, row in enumerate(rows):
            batch.token[i] = row.token
            batch.pos[i] = row.position
            batch.n_seq_id[i] = 1
            batch.seq_id[i][0] = row.sequence
            batch.logits[i] = row.wants_next
        answer = native.llama_decode(self._context, batch)
        if answer not in (0, 2):
            raise LlamaError("llama_decode")
        return bool(answer == 0)

    def choose(self, sampler: Sampler, row: int) -> int:
        """Return the next token after row `row` of the last batch, which must have asked for one."""
        return sampler.choose(self._context, row)

    def logits(self, row: int) -> npt.NDArray[np.float32]:
        """Return the model's rating of every token after row `row` of the last batch, before any sampling.

        It is the library's own memory: to be read before the next decoding, and not to be written.
        """
        pointer = native.llama_get_logits_ith(self._context, row)
        return numpy.ctypeslib.as_array(pointer, (self.vocabulary_tokens,))

    def _read_template(self) -> ChatTemplate:
        untrusted_source = native.llama_model_chat_template(self._model, None)
        if not untrusted_source:
            raise LlamaError("llama_model_chat_template")
        try:
            return ChatTemplate(
                untrusted_source.decode("utf-8", "replace"),
                bos=self._token_text(native.llama_vocab_bos(self._vocab)),
                eos=self._token_text(native.llama_vocab_eos(self._vocab)),
            )
        except TemplateError:
            raise LlamaError("llama_model_chat_template") from None

    def _token_text(self, token: int) -> str:
        if token < 0:
            return ""
        text: bytes = native.llama_vocab_get_text(self._vocab, token)
        return text.decode("utf-8", "replace")

    def _open_context(self) -> Any:
        parameters = native.llama_context_default_params()
        parameters.n_ctx = self.context_tokens
        parameters.n_batch = parameters.n_ubatch = PREFILL_BATCH_TOKENS
        parameters.n_seq_max = KEPT_SEQUENCE + 1
        # Answers share the cells of what their questions have in common.
        parameters.kv_unified = True
        # A cell that two sequences share is not given up when the window has passed it, so a cache of windows'
        # length could fill up while there is room in the context.
        parameters.swa_full = True
        parameters.n_threads = parameters.n_threads_batch = self.threads
        parameters.no_perf = True
        context = native.llama_init_from_model(self._model, parameters)
        if not context:
            raise LlamaError("llama_init_from_model")
        return context


def _load(source: int | str, on_progress: Callable[[float], bool]) -> Any:
    parameters = native.llama_model_default_params()
    # Read, not mapped: only then are weights repacked for this processor (decoding 1.4 times as fast).
    parameters.load_mode = native.LLAMA_LOAD_MODE_NONE
    progress = native.llama_progress_callback(lambda fraction, _data: on_progress(fraction))
    parameters.progress_callback = progress
    if isinstance(source, str):
        model = native.llama_model_load_from_file(os.fsencode(source), parameters)
    else:
        libc = ctypes.CDLL(None)
        libc.fdopen.restype = ctypes.c_void_p
        libc.fclose.argtypes = [ctypes.c_void_p]
        stream = libc.fdopen(source, b"rb")
        if not stream:
            raise LlamaError("fdopen")
        model = native.llama_model_load_from_file_ptr(stream, parameters)
        libc.fclose(stream)
    if not model:
        raise LlamaError("llama_model_load")
    return model
