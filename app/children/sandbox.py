"""The wall of macOS: a sandbox profile that a process puts around itself, once all is imported.

Everything that leads out is denied by name, the rest is left as it is: the system's own libraries ask for much that
nobody lists. What is open already can be used on. The call has been called deprecated for many years and is what
browsers use all the same. Written by the system's documentation and not run there yet: what holds is found by trying,
and told as it is found. Source: sandbox_init(3) of macOS.
"""

import ctypes
from typing import Any

_PROFILE = b"""(version 1)
(allow default)
(deny network*)
(deny file-read-data file-write* file-link)
(deny process-exec process-fork)
(deny signal (target others))
(deny mach-priv-task-port)
(deny process-info* (target others))
"""


def system_sandbox() -> Any:
    """Return macOS's library. Raises OSError where there is none."""
    return ctypes.CDLL("/usr/lib/libsandbox.dylib")


def close_sandbox(library: Any) -> bool:
    """Put the profile around this process, for good. Returns whether the system took it.

    Args:
        library: from `system_sandbox`.
    """
    fault = ctypes.c_char_p()
    done: int = library.sandbox_init(_PROFILE, ctypes.c_uint64(0), ctypes.byref(fault))
    if fault:
        library.sandbox_free_error(fault)
    return done == 0
