"""How many threads and how large batches, as rules that can be stated.

Measured on two cores: two threads decode 1.4 to 1.65 times as fast as one while nothing else runs, and less than
half as fast, with steps of 300 ms, as soon as one other program keeps a core busy. So one logical core is left to
the window and to other programs. Beyond eight threads memory is what limits decoding.
"""

import os

MOST_THREADS = 8
PREFILL_BATCH_TOKENS = 128
"""Tokens read at a time: progress and cancelling have this grain where the abort callback does not reach."""


def threads() -> int:
    """Return how many threads the engine uses here: all usable logical cores but one, from 1 to 8."""
    return max(1, min(MOST_THREADS, _usable_cores() - 1))


def _usable_cores() -> int:
    # Linux knows which cores this process may use; the others know only how many there are.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
