"""The wall of Windows that a process can put around itself: a job object, and the lowest level of trust.

In the job it starts no other process, has no more memory than it is given, reaches neither clipboard nor desktop
settings, and ends when its last handle is closed. At the untrusted level it writes to hardly any file. It does not
close the network: what does, an AppContainer, can only be entered when a process is started, by a call that the
toolkit's starter of processes does not make. Written by the system's documentation and not run there yet: what holds
is found by trying, and told as it is found. Source: "Job Objects" and "Mandatory Integrity Control" of Microsoft's.
"""

import ctypes
from dataclasses import dataclass
from typing import Any

_BASIC_UI, _EXTENDED_LIMIT = 4, 9
_ONE_PROCESS, _MEMORY, _DIE_ON_EXCEPTION, _END_WITH_JOB = 0x8, 0x100, 0x400, 0x2000
_ALL_OF_THE_DESKTOP = 0xFF
_INTEGRITY_LEVEL = 25
_MAY_ADJUST = 0x0080
_SE_GROUP_INTEGRITY = 0x20
_UNTRUSTED = b"S-1-16-0"


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("counted", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class _Label(ctypes.Structure):
    _fields_ = (("identity", ctypes.c_void_p), ("attributes", ctypes.c_uint32))


@dataclass(frozen=True, slots=True)
class Windows:
    """The two libraries of Windows that are asked."""

    kernel: Any
    security: Any


def system_libraries() -> Windows:
    """Return them. Raises AttributeError where there are none."""
    load: Any = getattr(ctypes, "WinDLL")  # noqa: B009 - other systems have none
    return Windows(load("kernel32", use_last_error=True), load("advapi32", use_last_error=True))


def close_job(windows: Windows, memory_bytes: int) -> bool:
    """Put a job around this process, for good. Returns whether the system took all of it.

    Args:
        windows: from `system_libraries`.
        memory_bytes: How much memory it may commit.
    """
    kernel = windows.kernel
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _ExtendedLimits()
    limits.basic.flags = _ONE_PROCESS | _MEMORY | _DIE_ON_EXCEPTION | _END_WITH_JOB
    limits.basic.most_processes = 1
    limits.process_memory = memory_bytes
    of_desktop = ctypes.c_uint32(_ALL_OF_THE_DESKTOP)
    # The handle stays open as long as the process lives: with it the job would end, and the process too.
    return bool(
        job.value
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMIT, ctypes.byref(limits), ctypes.sizeof(limits))
        and kernel.SetInformationJobObject(
            job, _BASIC_UI, ctypes.byref(of_desktop), ctypes.sizeof(of_desktop)
        )
        and kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
    )


def lose_trust(windows: Windows) -> bool:
    """Lower this process to the untrusted level, for good. Returns whether the system did it."""
    kernel, security = windows.kernel, windows.security
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    token, identity = ctypes.c_void_p(), ctypes.c_void_p()
    own = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not security.OpenProcessToken(own, _MAY_ADJUST, ctypes.byref(token)):
        return False
    try:
        if not security.ConvertStringSidToSidA(_UNTRUSTED, ctypes.byref(identity)):
            return False
        label = _Label(identity, _SE_GROUP_INTEGRITY)
        size = ctypes.sizeof(label) + security.GetLengthSid(identity)
        return bool(security.SetTokenInformation(token, _INTEGRITY_LEVEL, ctypes.byref(label), size))
    finally:
        kernel.LocalFree(identity)
        kernel.CloseHandle(token)
