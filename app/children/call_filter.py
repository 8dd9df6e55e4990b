"""The filter of system calls, as the classic BPF program that Linux runs before each call (seccomp).

A program is a list of instructions of eight bytes. It sees the number of the call and its arguments as numbers, never
what a pointer leads to: that is why files can be refused by the call alone, and not by their names.
"""

import ctypes
import errno
import struct
from collections.abc import Iterable

from app.children.system_calls import GUARDED, REFUSED, SECCOMP, UNKNOWN_ABOVE

# From <linux/seccomp.h>, <linux/filter.h> and <linux/audit.h>.
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_KILL = 0x80000000
_LOAD_WORD, _JUMP_EQUAL, _JUMP_ABOVE, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The processors that the filter is made for, by what `platform.machine()` says, and how the kernel names them."""

_UPPER_HALF = 0x3FFFFFFF
_AF_UNIX = 1

# From <linux/prctl.h> and <linux/seccomp.h>.
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_FOR_ALL_THREADS = 1

# From <linux/sched.h>, <linux/prctl.h> and <linux/fcntl.h>.
_CLONE_THREAD = 0x00010000
_PR_GET_PDEATHSIG, _PR_GET_DUMPABLE, _PR_GET_SECCOMP, _PR_GET_NO_NEW_PRIVS = 2, 3, 21, 39
_PR_SET_NAME, _PR_GET_NAME, _PR_SET_VMA = 15, 16, 0x53564D41
_F_SETOWN, _F_SETSIG, _F_SETOWN_EX, _F_SETLEASE, _F_NOTIFY = 8, 10, 15, 1024, 1026

_HARMLESS_PRCTLS = (
    *(_PR_GET_PDEATHSIG, _PR_GET_DUMPABLE, _PR_GET_SECCOMP, _PR_GET_NO_NEW_PRIVS),
    # What the C library says of its threads and its memory.
    *(_PR_SET_NAME, _PR_GET_NAME, _PR_SET_VMA),
)
_SIGNALLING_FCNTLS = (_F_SETOWN, _F_SETSIG, _F_SETOWN_EX, _F_SETLEASE, _F_NOTIFY)
"""By these a descriptor sends a signal of one's choice to any process of the same user."""


def child_filter(machine: str, own_pid: int) -> bytes:
    """Return the filter of a child: threads but no processes, and nothing that is newer than the list of calls.

    Args:
        machine: One of `MACHINES`.
        own_pid: The child's, the only one that it may signal: the C library does so when it gives up.
    """
    guarded = GUARDED[machine]
    lines = [
        _line(_LOAD_WORD, 0, 0, _ARCHITECTURE_AT),
        _line(_JUMP_EQUAL, 1, 0, MACHINES[machine]),
        _line(_RETURN, 0, 0, _KILL),
        _line(_LOAD_WORD, 0, 0, _NUMBER_AT),
        # Newer calls, and the other names of the same calls that x86 has in its upper half.
        _line(_JUMP_ABOVE, 0, 1, UNKNOWN_ABOVE),
        _line(_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
    ]
    for number in sorted(REFUSED[machine].values()):
        lines += [_line(_JUMP_EQUAL, 0, 1, number), _line(_RETURN, 0, 0, _ERRNO | errno.EACCES)]
    lines += [
        # The library falls back to `clone`, whose purpose can be seen.
        _line(_JUMP_EQUAL, 0, 1, guarded["clone3"]),
        _line(_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
        *_guarded(guarded["tgkill"], 0, _JUMP_EQUAL, [own_pid], allowed=True),
        *_guarded(guarded["prctl"], 0, _JUMP_EQUAL, _HARMLESS_PRCTLS, allowed=True),
        *_guarded(guarded["fcntl"], 1, _JUMP_EQUAL, _SIGNALLING_FCNTLS, allowed=False),
        *_guarded(guarded["clone"], 0, _JUMP_ANY_BIT, [_CLONE_THREAD], allowed=True),
        _line(_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(lines)


def window_filter(machine: str) -> bytes:
    """Return the filter of the process with the window: every call but sockets that lead out of this computer.

    Args:
        machine: One of `MACHINES`.
    """
    refused = REFUSED[machine]
    lines = [
        _line(_LOAD_WORD, 0, 0, _ARCHITECTURE_AT),
        _line(_JUMP_EQUAL, 1, 0, MACHINES[machine]),
        _line(_RETURN, 0, 0, _ERRNO | errno.EPERM),
        _line(_LOAD_WORD, 0, 0, _NUMBER_AT),
        # The same calls by the names that x86 has in its upper half.
        _line(_JUMP_ABOVE, 0, 1, _UPPER_HALF),
        _line(_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
    ]
    for name in ("io_uring_setup", "io_uring_enter", "io_uring_register"):
        lines += [_line(_JUMP_EQUAL, 0, 1, refused[name]), _line(_RETURN, 0, 0, _ERRNO | errno.EPERM)]
    for name in ("socket", "socketpair"):
        lines += _guarded(refused[name], 0, _JUMP_EQUAL, [_AF_UNIX], allowed=True)
    lines.append(_line(_RETURN, 0, 0, _ALLOW))
    return b"".join(lines)


def put_in_place(machine: str, program: bytes) -> bool:
    """Have the system run a filter before each call of this process and of every one that comes of it, from now on.

    It holds for all threads, also for those that libraries have started already. Returns False if the system does not
    do it.

    Args:
        machine: One of `MACHINES`.
        program: The filter, made for it.
    """
    code = ctypes.create_string_buffer(program, len(program))
    header = ctypes.create_string_buffer(
        struct.pack("@HP", len(program) // 8, ctypes.addressof(code)), struct.calcsize("@HP")
    )
    native = ctypes.CDLL(None, use_errno=True)
    nothing = ctypes.c_ulong(0)
    if native.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), nothing, nothing, nothing) != 0:
        return False
    # Answers with the number of a thread for which it does not hold.
    done: int = native.syscall(SECCOMP[machine], _SECCOMP_SET_MODE_FILTER, _FOR_ALL_THREADS, header)
    return done == 0


def _guarded(call: int, argument: int, test: int, values: Iterable[int], *, allowed: bool) -> list[bytes]:
    """Return what lets a call through, or not, if its argument is one of some values. The argument is an int: the
    kernel reads no more than its lower half."""
    if_found, otherwise = _ALLOW, _ERRNO | errno.EPERM
    if not allowed:
        if_found, otherwise = otherwise, if_found
    body = [_line(_LOAD_WORD, 0, 0, _ARGUMENTS_AT + 8 * argument)]
    for value in values:
        body += [_line(test, 0, 1, value), _line(_RETURN, 0, 0, if_found)]
    body.append(_line(_RETURN, 0, 0, otherwise))
    return [_line(_JUMP_EQUAL, 0, len(body), call), *body]


def _line(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
