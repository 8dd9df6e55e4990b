"""The walls that a child closes once everything it needs is imported, and before it reads what a stranger made.

On Linux a seccomp filter refuses whatever leads out: sockets, files by name, other processes; and Landlock, where the
kernel has it, refuses files once more. macOS has a sandbox, Windows a job and a level of trust: written, and not run
there yet. What is open already can be used on: the protocol's two ends and the one file that was handed in.
"""

import os
import platform
import struct
import sys
from collections.abc import Callable
from dataclasses import astuple

from app.children.call_filter import MACHINES, child_filter, put_in_place
from app.children.file_wall import close_files
from app.children.job import close_job, lose_trust, system_libraries
from app.children.probing import probed
from app.children.protocol import Confinement, Isolation, Outcome, WallState
from app.children.sandbox import close_sandbox, system_sandbox


def confine(*, memory_bytes: int, processor_seconds: int | None) -> Confinement:
    """Close the walls around this process and return which of them stand. There is no way back.

    Args:
        memory_bytes: How much address space it may take: above that, an allocation fails.
        processor_seconds: How much processor time it may use: above that, the system ends it. None for a child that
            works all day, whose patience is the window's.
    """
    memory = _state(lambda: _limit("RLIMIT_AS", memory_bytes))
    if memory is WallState.NOT_HERE:
        memory = _state(lambda: close_job(system_libraries(), memory_bytes))
    time = WallState.NOT_HERE
    if processor_seconds is not None:
        time = _state(lambda: _limit("RLIMIT_CPU", processor_seconds))
    # Before the filter, which refuses the calls that it is closed with.
    landlock = close_files()
    # Each system has one of these, and the calls of the others are not there. What stands is found by trying, not by
    # what the system said when it was asked for it.
    _state(lambda: lose_trust(system_libraries()))
    _state(lambda: close_sandbox(system_sandbox()))
    _state(_filter_system_calls)
    return Confinement(probed(only_network=False), landlock, memory, time)


def is_breached(isolation: Isolation, confinement: Confinement) -> bool:
    """Whether a wall is missing, or a way out open, that every system of this kind closes. Such a child is not to
    read anything.
    """
    if not _has_filters():
        return False
    return (
        any(state is not WallState.HELD for state in astuple(isolation))
        or confinement.landlock is WallState.BROKEN
        or Outcome.ALLOWED in astuple(confinement.probes)
    )


def _has_filters() -> bool:
    return sys.platform == "linux" and platform.machine() in MACHINES and struct.calcsize("P") == 8


def _state(close: Callable[[], bool]) -> WallState:
    try:
        return WallState.HELD if close() else WallState.NOT_HERE
    except (OSError, ImportError, AttributeError, ValueError):
        return WallState.NOT_HERE


def _limit(name: str, most: int) -> bool:
    import resource  # noqa: PLC0415 - Windows has none

    which = getattr(resource, name)
    resource.setrlimit(which, (most, most))
    return resource.getrlimit(which) == (most, most)


def _filter_system_calls() -> bool:
    if not _has_filters():
        return False
    return put_in_place(platform.machine(), child_filter(platform.machine(), os.getpid()))
