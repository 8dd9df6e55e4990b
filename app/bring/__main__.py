"""A reader: `python -m app.bring`. Speaks the protocol of `messages.py` on its standard input and output."""

import argparse
import sys
from collections.abc import Sequence

from app.children.confinement import confine
from app.children.entry import enter

MEMORY_BYTES = 2 * 1024**3
"""Address space, most of which is never touched: recognising text in pictures reserves much."""
PROCESSOR_SECONDS = 3_600
"""For all that is asked of one file: its list, every search in it, and every conversation."""


def main(arguments: Sequence[str]) -> int:
    """Run the reader to its end.

    Args:
        arguments: `--file-fd N`, the descriptor of the file (absent on Windows, where `open` carries a path);
            `--parent-pid N`, the process that this one must not outlive.
    """
    parser = argparse.ArgumentParser(prog="trialogue-reader")
    parser.add_argument("--file-fd", type=int)
    parser.add_argument("--parent-pid", type=int)
    options = parser.parse_args(arguments)
    kept = () if options.file_fd is None else (options.file_fd,)
    channel = enter(kept=kept, parent_pid=options.parent_pid)
    # Everything that reading takes is imported here: behind the walls no file can be opened, and no module is found.
    from app.bring.worker import Worker, prepare  # noqa: PLC0415 - see above

    prepare(options.file_fd)
    confinement = confine(memory_bytes=MEMORY_BYTES, processor_seconds=PROCESSOR_SECONDS)
    Worker(channel, confinement, options.file_fd).run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
