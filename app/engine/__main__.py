"""The engine child: `python -m app.engine`. Speaks the protocol of `messages.py` on its standard input and output."""

import argparse
import os
import sys
from collections.abc import Sequence

from app.children.entry import enter

NICENESS = 5
"""The window and other programs come first. Measured: our own load at low priority does them no harm."""


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
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # Loads the native library, which may print: only now that its prints cannot reach the protocol.
    from app.engine.worker import Worker  # noqa: PLC0415 - see above

    Worker(channel, options.model_fd).run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
