"""Landlock: the second wall before files, which the kernel checks at another place than the filter of system calls.

A rule set that handles every kind of access and allows none: what is open already can be used on, nothing else can be
opened, by whatever call. It holds for the thread that closes it and for those that it starts later; the filter holds
for all. Numbers are from <linux/landlock.h>; each version of Landlock has what the ones before it have.
"""

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Mapping

from app.children.protocol import WallState
from app.children.walls import drop_new_privileges

_MACHINES = frozenset({"x86_64", "aarch64"})
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_ASK_VERSION = 1

_FILE_ACCESS_BITS: Mapping[int, int] = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""By version: how many kinds of access to files there are, each a bit. From the last one on no more are known."""
_NETWORK_ACCESS = 0b11
_NETWORK_FROM = 4
_SCOPES = 0b11
"""Abstract sockets, and signals, of processes that are not behind the same wall."""
_SCOPES_FROM = 6


def close_files() -> WallState:
    """Close this thread off from every file that is not open yet, and look whether it is."""
    version = _version()
    if version < 1:
        return WallState.NOT_HERE
    file_bits = _FILE_ACCESS_BITS[min(version, max(_FILE_ACCESS_BITS))]
    attributes = struct.pack(
        "=QQQ",
        (1 << file_bits) - 1,
        _NETWORK_ACCESS if version >= _NETWORK_FROM else 0,
        _SCOPES if version >= _SCOPES_FROM else 0,
    )
    drop_new_privileges()
    rules = _call(_CREATE_RULESET, attributes, len(attributes), 0)
    if rules < 0:
        return WallState.BROKEN
    try:
        is_closed = _call(_RESTRICT_SELF, rules, 0) == 0
    finally:
        os.close(rules)
    return WallState.HELD if is_closed and _is_refused() else WallState.BROKEN


def _version() -> int:
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return 0
    return _call(_CREATE_RULESET, None, 0, _ASK_VERSION)


def _is_refused() -> bool:
    try:
        os.close(os.open(sys.executable, os.O_RDONLY))
    except PermissionError:
        return True
    return False


def _call(number: int, *arguments: object) -> int:
    answer: int = ctypes.CDLL(None, use_errno=True).syscall(number, *arguments)
    return answer
