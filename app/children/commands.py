"""What starts the program's children."""

import sys


def engine_command() -> tuple[str, ...]:
    """Return what starts the engine."""
    return (sys.executable, "-m", "app.engine")


def reader_command() -> tuple[str, ...]:
    """Return what starts the reader of one file."""
    return (sys.executable, "-m", "app.bring")
