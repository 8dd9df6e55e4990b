"""The engine child: `python -m app.engine`. Speaks the protocol of `messages.py` on its standard input and output."""

import argparse
import os
import sys
from collections.abc import Sequence

from app.children.confinement import confine
from app.children.entry import enter

MEMORY_BYTES = 8 * 1024**3
"""Address space beside the weights: for contexts and threads. Most of it is never touched."""


def main(arguments: Sequence[str]) -> int:
    """Run the child to its end.

    Args:
        arguments: `--model-fd N`, the descriptor of the model file (absent on Windows, where `load` carries a
            path); `--parent-pid N`, the process that this one must not outlive.
    """
    parser = argparse.ArgumentParser(prog="trialogue-engine")
    parser.add_argument("--model-fd", type=int)
    parser.add_argument("--parent-pid", type=int)
    options = parser.parse_args(arguments)
    kept = () if options.model_fd is None else (options.model_fd,)
    channel = enter(kept=kept, parent_pid=options.parent_pid)
    # Loads the native library, which may print: only now that its prints cannot reach the protocol. Everything that
    # reading a model takes is imported here: behind the walls no file can be opened, and no module is found.
    from app.engine.worker import Worker  # noqa: PLC0415 - see above

    confinement = confine(memory_bytes=_memory_for(options.model_fd), processor_seconds=None)
    Worker(channel, confinement, options.model_fd).run()
    return 0


def _memory_for(descriptor: int | None) -> int:
    """Return how much address space a model may take: its weights as they stand and repacked, and what it holds."""
    size = 0 if descriptor is None else os.fstat(descriptor).st_size
    return MEMORY_BYTES + 3 * size


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
