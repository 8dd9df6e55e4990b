"""The sockets that a process holds open, counted in a real process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="they can be counted on Linux alone")


@pytest.mark.parametrize(
    ("opened", "counted"),
    [
        ("[]", [0, 0]),
        ("[open(os.devnull), os.pipe()]", [0, 0]),
        ("socket.socketpair()", [2, 0]),
        ("[socket.socket(socket.AF_INET)]", [0, 1]),
        ("[socket.socket(socket.AF_INET6, socket.SOCK_DGRAM), socket.socket(socket.AF_UNIX)]", [1, 1]),
        ("[socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)]", [0, 1]),
    ],
)
def test_they_are_told_apart_by_where_they_lead(opened: str, counted: list[int]) -> None:
    script = f"""
import json, os, socket
from app.children.open_sockets import open_sockets
held = {opened}
first, second = open_sockets(), open_sockets()
assert first == second
print(json.dumps([first.within, first.beyond]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=True, text=True
    )
    assert json.loads(done.stdout) == counted


def test_where_python_refuses_sockets_nothing_is_counted_and_nothing_stays_open() -> None:
    script = """
import json, os, socket
from app.children.open_sockets import open_sockets
from app.network_wall import close_network_in_python
held = socket.socketpair()
close_network_in_python()
before = sorted(os.listdir("/proc/self/fd"))
counted = [open_sockets(), open_sockets()]
print(json.dumps([counted, sorted(os.listdir("/proc/self/fd")) == before]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=True, text=True
    )
    assert json.loads(done.stdout) == [[None, None], True]
