"""The beginning of the last request, kept so that the next one need not read it again.

It stays in a sequence of its own, and is always a beginning of what is being answered: so it takes no room in the
context that the answers could use, and nothing of one request is ever seen by another that does not begin with it.

A question is read in stretches, cut where a message begins, and what is kept ends at a cut. So every stretch is
read in the same batches whether or not those before it were kept: the numbers, and with them the text, are the same
to the last bit. (Going on from any other place would save a few tokens more, and shift the logits.)

Models that can go on from any earlier place keep all that the answers of the request share. Of the others, with a
recurrent state or a sliding window, the state at the last cut is kept: it can only be gone on from as a whole.
"""

from collections.abc import Sequence
from itertools import takewhile

from app.engine.llama import KEPT_SEQUENCE, Llama
from app.engine.messages import MAX_ANSWERS


class KeptPrefix:
    """What the model still knows of the last request."""

    def __init__(self, llama: Llama) -> None:
        """Take the model, whose sequences nothing else may change from now on."""
        self.llama = llama
        self._tokens: tuple[int, ...] = ()

    def begin(self, tokens: Sequence[int], cuts: Sequence[int]) -> int:
        """Forget all but what the next request begins with, and let sequence 0 hold that.

        Args:
            tokens: What all answers of the request begin with.
            cuts: The places in it where reading may go on, rising.

        Returns:
            How many of the tokens sequence 0 holds now: one of `cuts`, or 0.
        """
        start = self._start(tokens, cuts)
        for sequence in range(MAX_ANSWERS):
            self.llama.forget(sequence)
        if start == 0 or not self.llama.forget(KEPT_SEQUENCE, start):
            self.drop()
            return 0
        self._tokens = tuple(tokens[:start])
        self.llama.share(KEPT_SEQUENCE, 0)
        return start

    def keep(self, tokens: Sequence[int]) -> None:
        """Keep what sequence 0 holds now, which is these tokens, in place of what was kept before."""
        self.llama.share(0, KEPT_SEQUENCE)
        self._tokens = tuple(tokens)

    def drop(self) -> None:
        """Forget everything."""
        self.llama.clear()
        self._tokens = ()

    def _start(self, tokens: Sequence[int], cuts: Sequence[int]) -> int:
        pairs = zip(self._tokens, tokens, strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if not self.llama.rolls_back and alike < len(self._tokens):
            return 0
        start = max((cut for cut in cuts if cut <= alike), default=0)
        return start if self.llama.rolls_back or start == len(self._tokens) else 0
