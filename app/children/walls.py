"""What a child gives up before it touches anything untrusted. Each wall is tried, then looked at, then reported.

Linux has all of them; elsewhere those that the system lacks are reported as not here. Closing the network and
the file system to the child is `confinement.py`’s work, later: these walls stand before anything is imported.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from app.children.protocol import Isolation, WallState

# From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1
_PR_GET_PDEATHSIG = 2
_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_PR_GET_NO_NEW_PRIVS = 39


def close_walls(*, kept: Collection[int], parent_pid: int | None) -> Isolation:
    """Close the walls around this process and return which of them stand.

    Args:
        kept: Descriptors that stay open, beside the three standard ones.
        parent_pid: The process that must live for this one to live. If it is gone already, this process ends
            here. None if the caller did not say.
    """
    return Isolation(
        ends_with_parent=_state(lambda: _end_with_parent(parent_pid)),
        no_core_dump=_state(drop_core_dumps),
        descriptors_closed=_state(lambda: _close_descriptors({0, 1, 2, *kept})),
        not_traceable=_state(become_untraceable),
        no_new_privileges=_state(drop_new_privileges),
    )


def memory_walls() -> tuple[WallState, WallState]:
    """Return whether this process leaves no core dump, and whether other programs of the same user can't read its
    memory. Closes nothing.
    """
    return _state(_has_no_core_dumps), _state(_is_untraceable)


def _state(close_and_look: Callable[[], bool]) -> WallState:
    try:
        held = close_and_look()
    except (OSError, ImportError, AttributeError):
        held = False
    return WallState.HELD if held else WallState.NOT_HERE


def _prctl(option: int, argument: int | ctypes.c_int = 0) -> int:
    if sys.platform != "linux":
        raise OSError
    second = ctypes.byref(argument) if isinstance(argument, ctypes.c_int) else ctypes.c_ulong(argument)
    nothing = ctypes.c_ulong(0)
    answer: int = ctypes.CDLL(None).prctl(option, second, nothing, nothing, nothing)
    if answer < 0:
        raise OSError
    return answer


def _end_with_parent(parent_pid: int | None) -> bool:
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # The parent may have died before the line above: then no signal comes.
    if parent_pid is not None and os.getppid() != parent_pid:
        os._exit(0)
    asked_for = ctypes.c_int(0)
    _prctl(_PR_GET_PDEATHSIG, asked_for)
    return asked_for.value == signal.SIGKILL


def drop_core_dumps() -> bool:
    """Have the system write no memory to a disk when this process crashes, or one that it starts. Returns whether it
    does so; systems without such a limit raise ImportError.
    """
    import resource  # noqa: PLC0415 - Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return _has_no_core_dumps()


def _has_no_core_dumps() -> bool:
    import resource  # noqa: PLC0415 - as above

    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def become_untraceable() -> bool:
    """Have other programs of the same user not read this process's memory, and the system write none of it when it
    crashes, nor hand it to a program that collects crashes. Returns whether that holds; raises as above.
    """
    _prctl(_PR_SET_DUMPABLE, 0)
    return _is_untraceable()


def _is_untraceable() -> bool:
    return _prctl(_PR_GET_DUMPABLE) == 0


def drop_new_privileges() -> bool:
    """Have no program that this process starts gain more than it has: the system closes walls for those alone.
    Returns whether that holds; raises AttributeError or OSError where there is no such thing.
    """
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    return _prctl(_PR_GET_NO_NEW_PRIVS) == 1


def _close_descriptors(kept: set[int]) -> bool:
    for descriptor in _open_descriptors() - kept:
        try:
            os.close(descriptor)
        except OSError:
            continue  # it was the one that listed the folder
    # Looking opens a descriptor itself, which is closed again by the time it is asked after.
    return all(_is_closed(descriptor) for descriptor in _open_descriptors() - kept)


def _open_descriptors() -> set[int]:
    folder = Path("/proc/self/fd") if sys.platform == "linux" else Path("/dev/fd")
    return {int(entry.name) for entry in folder.iterdir()}


def _is_closed(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return True
    return False
