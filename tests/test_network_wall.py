"""The wall around the process with the window, tried from inside a real process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ON_LINUX = sys.platform == "linux"
_CLOSED = """
import json, os, socket, subprocess, sys, threading
from dataclasses import asdict
from app.network_wall import close_network, close_network_in_python
from app.children.probing import probed
"""


def run(script: str) -> object:
    """Run a process, and return what it prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", _CLOSED + script], capture_output=True, cwd=ROOT, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


IN_A_THREAD = """
heard = []
thread = threading.Thread(target=lambda: heard.append(tried()))
thread.start()
thread.join()
print(json.dumps(heard[0]))
"""
NETWORK = ("tcp", "tcp6", "udp", "raw", "netlink", "packet", "io_uring")


@pytest.mark.skipif(not ON_LINUX, reason="the filter of system calls is Linux's")
def test_on_linux_the_system_refuses_every_way_to_other_computers_and_none_to_this_one() -> None:
    probes = run("close_network()\nprint(json.dumps(asdict(probed(only_network=False))))")
    assert isinstance(probes, dict)
    assert {probes[way] for way in NETWORK} == {"denied"}
    assert probes["vsock"] in {"denied", "not probed"}
    assert {probes[way] for way in ("unix", "read_file", "write_file", "fork")} == {"allowed"}


@pytest.mark.skipif(not ON_LINUX, reason="the filter of system calls is Linux's")
@pytest.mark.parametrize(
    "elsewhere",
    [
        IN_A_THREAD,
        "print(subprocess.run([sys.executable, '-c', CHILD], capture_output=True, text=True).stdout)",
    ],
    ids=["thread", "program"],
)
def test_it_holds_for_threads_and_for_programs_that_are_started(elsewhere: str) -> None:
    script = '''
CHILD = """
import json, socket
try:
    socket.socket()
    print(json.dumps("allowed"))
except PermissionError:
    print(json.dumps("denied"))
"""
def tried():
    try:
        socket.socket()
    except PermissionError:
        return "denied"
    return "allowed"
close_network()
'''
    assert run(script + elsewhere) == "denied"


@pytest.mark.parametrize(
    "way",
    [
        "socket.socket()",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "socket.gethostbyaddr('127.0.0.1')",
        "socket.getnameinfo(('127.0.0.1', 80), 0)",
        "__import__('urllib.request').request.urlopen('http://127.0.0.1:9')",
    ],
)
def test_where_the_system_has_no_filter_python_refuses(way: str) -> None:
    script = f"""
close_network_in_python()
try:
    {way}
    print(json.dumps("allowed"))
except PermissionError:
    print(json.dumps("denied"))
except OSError as error:
    print(json.dumps("denied" if isinstance(getattr(error, "reason", None), PermissionError) else repr(error)))
"""
    assert run(script) == "denied"


@pytest.mark.skipif(not hasattr(__import__("socket"), "AF_UNIX"), reason="there are none here")
def test_sockets_within_this_computer_stay() -> None:
    made = "socket.socket(socket.AF_UNIX).close()\nsocket.socketpair()[0].close()\nprint(1)"
    assert run(f"close_network_in_python()\n{made}") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes none by this limit")
def test_no_memory_of_it_is_written_to_a_disk_when_it_crashes() -> None:
    script = """
import resource
from app import __main__ as command_line
limits = []
def main():
    limits.append(resource.getrlimit(resource.RLIMIT_CORE))
    return 0
command_line.main = main
command_line.start()
print(json.dumps(limits))
"""
    assert run(script) == [[0, 0]]


@pytest.mark.skipif(not ON_LINUX, reason="other systems have no such setting")
def test_other_programs_do_not_read_its_memory() -> None:
    script = """
import ctypes
from app import __main__ as command_line
from app.children.walls import memory_walls
found = [*memory_walls()]
def main():
    found.extend([*memory_walls(), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)])
    return 0
command_line.main = main
command_line.start()
print(json.dumps(found[1:]))
"""
    assert run(script) == ["not_here", "held", "held", 0]


def test_the_command_line_closes_it_before_anything_else() -> None:
    script = """
from app import __main__ as command_line
tried = []
def main():
    tried.append(asdict(probed(only_network=True))["tcp"])
    return 0
command_line.main = main
command_line.start()
print(json.dumps(tried))
"""
    assert run(script) == ["denied"]
