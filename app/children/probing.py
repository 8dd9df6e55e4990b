"""Ways out of a process, each tried, and what came of it. Nothing is sent, made or ended by trying."""

import ctypes
import errno
import os
import platform
import socket
import sys
from collections.abc import Callable

from app.children.call_filter import MACHINES
from app.children.protocol import Outcome, Probes
from app.children.system_calls import GUARDED, REFUSED

_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.ENOSYS})
_NO_SUCH_SOCKETS = frozenset({errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT, errno.ESOCKTNOSUPPORT})
_RING_ENTRIES = 8
_RING_BYTES = 120
_NOWHERE = "/nowhere/at-all"


def probed(*, only_network: bool) -> Probes:
    """Try each way out of this process.

    Args:
        only_network: Not those that lead to files and other processes: for a process that needs them.
    """

    def beyond(way: Callable[[], Outcome]) -> Outcome:
        return Outcome.NOT_PROBED if only_network else way()

    return Probes(
        tcp=_socket("AF_INET", "SOCK_STREAM"),
        tcp6=_socket("AF_INET6", "SOCK_STREAM"),
        udp=_socket("AF_INET", "SOCK_DGRAM"),
        raw=_socket("AF_INET", "SOCK_RAW"),
        netlink=_socket("AF_NETLINK", "SOCK_RAW"),
        packet=_socket("AF_PACKET", "SOCK_RAW"),
        vsock=_socket("AF_VSOCK", "SOCK_STREAM"),
        io_uring=_io_uring(),
        unix=beyond(lambda: _socket("AF_UNIX", "SOCK_STREAM")),
        read_file=beyond(lambda: _tried(lambda: os.close(os.open(sys.executable, os.O_RDONLY)))),
        write_file=beyond(_write_file),
        start_program=beyond(lambda: _tried(lambda: os.execv(_NOWHERE, [_NOWHERE]))),  # noqa: S606 - there is none
        fork=beyond(_fork),
        signal_parent=beyond(_signal_parent),
        read_parent=beyond(_read_parent),
    )


def _tried(way: Callable[[], object]) -> Outcome:
    try:
        way()
    except OSError as error:
        return _outcome(error)
    return Outcome.ALLOWED


def _outcome(error: OSError) -> Outcome:
    """Whatever else goes wrong goes wrong beyond the wall."""
    is_refused = isinstance(error, PermissionError) or error.errno in _DENIED
    return Outcome.DENIED if is_refused else Outcome.ALLOWED


def _socket(family: str, kind: str) -> Outcome:
    of_family, of_kind = getattr(socket, family, None), getattr(socket, kind)
    if of_family is None:
        return Outcome.NOT_PROBED
    protocol = socket.IPPROTO_ICMP if (family, kind) == ("AF_INET", "SOCK_RAW") else 0
    try:
        socket.socket(of_family, of_kind, protocol).close()
    except OSError as error:
        return Outcome.NOT_PROBED if error.errno in _NO_SUCH_SOCKETS else _outcome(error)
    return Outcome.ALLOWED


def _write_file() -> Outcome:
    """A file without a name: it is gone when it is closed."""
    if not hasattr(os, "O_TMPFILE"):
        return Outcome.NOT_PROBED
    return _tried(lambda: os.close(os.open("/tmp", os.O_TMPFILE | os.O_WRONLY)))  # noqa: S108 - has no name


def _fork() -> Outcome:
    if not hasattr(os, "fork"):
        return Outcome.NOT_PROBED
    try:
        child = os.fork()
    except PermissionError:
        return Outcome.DENIED
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return Outcome.ALLOWED


def _signal_parent() -> Outcome:
    """Signal 0 does nothing but ask."""
    if not _has_calls():
        return Outcome.NOT_PROBED
    machine, parent = platform.machine(), os.getppid()
    tried = (
        _called(REFUSED[machine]["kill"], parent, 0),
        _called(GUARDED[machine]["tgkill"], parent, parent, 0),
    )
    return Outcome.DENIED if set(tried) == {Outcome.DENIED} else Outcome.ALLOWED


def _read_parent() -> Outcome:
    """A byte of its memory that is not there."""
    if not _has_calls():
        return Outcome.NOT_PROBED
    byte = ctypes.create_string_buffer(1)
    here = (ctypes.c_size_t * 2)(ctypes.addressof(byte), 1)
    there = (ctypes.c_size_t * 2)(0, 1)
    return _called(REFUSED[platform.machine()]["process_vm_readv"], os.getppid(), here, 1, there, 1, 0)


def _io_uring() -> Outcome:
    if not _has_calls():
        return Outcome.NOT_PROBED
    ring = ctypes.create_string_buffer(_RING_BYTES)
    return _called(REFUSED[platform.machine()]["io_uring_setup"], _RING_ENTRIES, ring)


def _has_calls() -> bool:
    return sys.platform == "linux" and platform.machine() in MACHINES


def _called(*arguments: object) -> Outcome:
    native = ctypes.CDLL(None, use_errno=True)
    answer: int = native.syscall(*arguments)
    if answer >= 0 and arguments[0] == REFUSED[platform.machine()]["io_uring_setup"]:
        os.close(answer)
    return Outcome.DENIED if answer < 0 and ctypes.get_errno() in _DENIED else Outcome.ALLOWED
