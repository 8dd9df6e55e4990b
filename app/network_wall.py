"""The wall around the process with the window: no connection leaves it, whatever code runs in it.

On Linux the system itself refuses every socket that leads out of this computer (seccomp: all families but AF_UNIX,
and io_uring, which makes sockets by another door). That holds for native libraries too, cannot be taken down again,
and every child inherits it. The display, the keyring and what tells of the screen lock are reached over AF_UNIX.

Elsewhere there is what Python offers: an audit hook that refuses sockets and look-ups of names. It holds for Python
code alone; native code passes it by.
"""

import platform
import socket
import struct
import sys
from enum import StrEnum

from app.children.call_filter import MACHINES, put_in_place, window_filter


class NetworkWall(StrEnum):
    """Who refuses connections."""

    SYSTEM = "system"
    PYTHON = "python"


_ASKED_OF_OTHERS = frozenset(
    {
        *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
        *("socket.getservbyname", "socket.sethostname"),
    }
)


_standing: list[NetworkWall] = []


def standing() -> NetworkWall | None:
    """Return which wall this process has closed; None if it has closed none."""
    return _standing[-1] if _standing else None


def close_network() -> NetworkWall:
    """Close the wall for as long as this process lives, and return which one it is."""
    _standing.append(_closed())
    return _standing[-1]


def _closed() -> NetworkWall:
    machine = platform.machine()
    is_known = sys.platform == "linux" and machine in MACHINES and struct.calcsize("P") == 8
    if is_known and put_in_place(machine, window_filter(machine)):
        return NetworkWall.SYSTEM
    close_network_in_python()
    return NetworkWall.PYTHON


def close_network_in_python() -> None:
    """Have Python refuse sockets and look-ups: for systems without a filter of calls."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _ASKED_OF_OTHERS:
        raise PermissionError
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        raise PermissionError
