"""The sockets that this process holds open, by where they lead."""

import os
import socket
import stat
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenSockets:
    """How many there are."""

    within: int
    """Within this computer: the display, the keyring, what tells that the screen locks."""
    beyond: int
    """All others: to other computers, or to the system's tables of the network."""


def open_sockets() -> OpenSockets | None:
    """Look at every descriptor of this process. None where the system does not let us."""
    if sys.platform != "linux":
        return None
    within = beyond = 0
    for entry in list(Path("/proc/self/fd").iterdir()):
        try:
            family = _family(int(entry.name))
        except PermissionError:
            # Python refuses sockets here, this one too.
            return None
        within += family == socket.AF_UNIX
        beyond += family not in {None, socket.AF_UNIX}
    return OpenSockets(within, beyond)


def _family(descriptor: int) -> int | None:
    """Return what kind of socket it is; None if it is none, or was the one that listed the folder."""
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return None
        own = os.dup(descriptor)
    except OSError:
        return None
    try:
        # Made of what is open already: nothing is asked of the network.
        seen = socket.socket(fileno=own)
    except OSError:
        os.close(own)
        raise
    with seen:
        return seen.family
