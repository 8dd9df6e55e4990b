"""What a confined child can't do any more: each way out is tried from inside a real process."""

import ctypes
import json
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from app.children.confinement import is_breached
from app.children.protocol import Confinement, Isolation, Outcome, Probes, WallState

ROOT = Path(__file__).parents[2]
ON_LINUX = sys.platform == "linux"
HAS_LANDLOCK = ON_LINUX and ctypes.CDLL(None).syscall(444, None, 0, 1) > 0
ALL_HELD = Isolation(**dict.fromkeys((field.name for field in fields(Isolation)), WallState.HELD))
CLOSED = Confinement(
    Probes(**dict.fromkeys((field.name for field in fields(Probes)), Outcome.DENIED)), *[WallState.HELD] * 3
)

_CONFINED = """
import ctypes, errno, fcntl, json, os, resource, signal, socket, struct, sys, threading
from dataclasses import asdict
from pathlib import Path
from app.children.confinement import confine
here = open(sys.argv[1], "rb")
confinement = confine(memory_bytes=2 * 1024**3, processor_seconds=60)
native = ctypes.CDLL(None, use_errno=True)
def refused(way):
    try:
        way()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "allowed"
def asked(name, *arguments):
    answer = getattr(native, name)(*arguments)
    return "allowed" if answer >= 0 else errno.errorcode[ctypes.get_errno()]
"""


_UNCONFINED = """
import json
from dataclasses import asdict
from app.children.probing import probed
print(json.dumps(asdict(probed(only_network=False))))
"""


def run(script: str) -> object:
    """Run a confined child that may read this file, and return what it prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", _CONFINED + script, __file__],
        capture_output=True,
        cwd=ROOT,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_way_out_is_tried_and_reported() -> None:
    found = run("print(json.dumps(asdict(confinement)))")
    assert isinstance(found, dict)
    assert {"memory_bounded": found["memory_bounded"], "time_bounded": found["time_bounded"]} == {
        "memory_bounded": "held",
        "time_bounded": "held",
    }
    if ON_LINUX:
        assert set(found["probes"].values()) == {"denied"}


def test_the_same_ways_are_open_before_the_walls_are_closed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _UNCONFINED], capture_output=True, cwd=ROOT, check=True, text=True
    )
    open_ways = {name for name, outcome in json.loads(done.stdout).items() if outcome == "allowed"}
    # What only an administrator may do is not open to everybody.
    assert open_ways >= {"tcp", "udp", "read_file", "start_program"}
    assert not ON_LINUX or open_ways >= {"unix", "netlink", "write_file", "fork", "signal_parent"}


@pytest.mark.skipif(not ON_LINUX, reason="the filter of system calls is Linux's")
@pytest.mark.parametrize("open_way", [field.name for field in fields(Probes)])
def test_one_open_way_is_a_breach(open_way: str) -> None:
    assert not is_breached(ALL_HELD, CLOSED)
    unknown = replace(CLOSED.probes, **{open_way: Outcome.NOT_PROBED})
    assert not is_breached(ALL_HELD, replace(CLOSED, probes=unknown))
    opened = replace(CLOSED.probes, **{open_way: Outcome.ALLOWED})
    assert is_breached(ALL_HELD, replace(CLOSED, probes=opened))


@pytest.mark.skipif(not ON_LINUX, reason="elsewhere not all walls are there")
@pytest.mark.parametrize("missing", [field.name for field in fields(Isolation)])
@pytest.mark.parametrize("state", [WallState.NOT_HERE, WallState.BROKEN])
def test_one_missing_wall_is_a_breach(missing: str, state: WallState) -> None:
    assert is_breached(replace(ALL_HELD, **{missing: state}), CLOSED)


@pytest.mark.skipif(not ON_LINUX, reason="Landlock is Linux's")
def test_a_kernel_without_landlock_is_no_breach_but_one_whose_landlock_does_not_hold_is() -> None:
    assert not is_breached(ALL_HELD, replace(CLOSED, landlock=WallState.NOT_HERE))
    assert is_breached(ALL_HELD, replace(CLOSED, landlock=WallState.BROKEN))


@pytest.mark.skipif(not HAS_LANDLOCK, reason="this kernel has no Landlock")
@pytest.mark.parametrize(
    "way",
    [
        "os.open('/etc/hostname', os.O_RDONLY)",
        "os.listdir('/')",
        "os.open('new-file', os.O_WRONLY | os.O_CREAT)",
        "os.unlink('pyproject.toml')",
        "os.mkdir('folder')",
        "os.truncate('pyproject.toml', 0)",
        "os.execv(sys.executable, [sys.executable])",
    ],
)
def test_landlock_alone_refuses_files(way: str) -> None:
    script = f"""
import errno, json, os, sys
from app.children.file_wall import close_files
before = open(sys.argv[1], "rb")
state = close_files()
try:
    {way}
    answer = "allowed"
except OSError as error:
    answer = errno.errorcode[error.errno]
print(json.dumps([state, before.read(3).decode(), answer]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, __file__], capture_output=True, cwd=ROOT, check=True, text=True
    )
    assert json.loads(done.stdout) in (["held", '"""', "EACCES"], ["held", '"""', "EPERM"])


@pytest.mark.skipif(not HAS_LANDLOCK, reason="this kernel has no Landlock")
def test_landlock_stands_beside_the_filter() -> None:
    assert run("print(json.dumps(confinement.landlock))") == "held"


@pytest.mark.skipif(not ON_LINUX, reason="the filter of system calls is Linux's")
@pytest.mark.parametrize(
    "way",
    [
        "socket.socket(socket.AF_INET)",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_UNIX)",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "socket.socketpair()",
        "os.open('/etc/hostname', os.O_RDONLY)",
        "os.open('/tmp', os.O_RDONLY)",
        "os.open('new-file', os.O_WRONLY | os.O_CREAT)",
        "os.listdir('/')",
        "os.readlink('/proc/self/exe')",
        "os.unlink('pyproject.toml')",
        "os.rename('pyproject.toml', 'gone')",
        "os.mkdir('folder')",
        "os.symlink('a', 'b')",
        "os.chmod('pyproject.toml', 0)",
        "os.truncate('pyproject.toml', 0)",
        "os.chdir('/')",
        "os.kill(os.getppid(), 0)",
        "os.kill(os.getpid(), 0)",
        "os.execv(sys.executable, [sys.executable])",
        "os.posix_spawn(sys.executable, [sys.executable], {})",
        "os.fork()",
        "os.forkpty()",
        "os.setsid()",
        "os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)",
        "os.sched_setaffinity(os.getppid(), {0})",
        "fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())",
        "fcntl.fcntl(0, fcntl.F_SETSIG, signal.SIGKILL)",
        "resource.prlimit(os.getpid(), resource.RLIMIT_CPU, (1000, 1000))",
        "Path('/proc/self/mem').open('rb')",
    ],
)
def test_what_leads_out_is_refused(way: str) -> None:
    assert run(f"print(json.dumps(refused(lambda: {way})))") in {"EACCES", "EPERM"}


@pytest.mark.skipif(not ON_LINUX, reason="the filter of system calls is Linux's")
@pytest.mark.parametrize(
    ("call", "answers"),
    [
        ("'syscall', 425, 8, 0", {"EACCES"}),  # io_uring_setup
        ("'syscall', 101, 16, os.getppid(), 0, 0", {"EACCES"}),  # ptrace
        ("'syscall', 310, os.getppid(), 0, 0, 0, 0, 0", {"EACCES"}),  # process_vm_readv
        ("'syscall', 321, 0, 0, 0", {"EACCES"}),  # bpf
        ("'syscall', 234, os.getppid(), os.getppid(), 9", {"EPERM"}),  # tgkill
        ("'syscall', 234, os.getppid() + (1 << 32), os.getppid(), 9", {"EPERM"}),
        ("'prctl', 1, 0, 0, 0, 0", {"EPERM"}),  # PR_SET_PDEATHSIG: to outlive its parent
        ("'prctl', 4, 1, 0, 0, 0", {"EPERM"}),  # PR_SET_DUMPABLE: to be traced and dumped
        ("'syscall', 435, 0, 0", {"ENOSYS"}),  # clone3, whose flags can't be seen
        ("'syscall', 9999", {"ENOSYS"}),  # newer than the list
        ("'syscall', 0x40000000 + 41, 2, 1, 0", {"ENOSYS"}),  # socket by its x32 number
    ],
)
@pytest.mark.skipif("__import__('platform').machine() != 'x86_64'", reason="numbers of x86_64")
def test_what_leads_out_is_refused_by_its_number(call: str, answers: set[str]) -> None:
    assert run(f"print(json.dumps(asked({call})))") in answers


def test_what_is_open_already_can_be_read_and_threads_can_be_started() -> None:
    script = """
heard = []
thread = threading.Thread(target=lambda: heard.append(here.read(3).decode()))
thread.start()
thread.join()
print(json.dumps(heard))
"""
    assert run(script) == ['"""']


@pytest.mark.skipif(not ON_LINUX, reason="the filter of system calls is Linux's")
def test_the_walls_stand_around_threads_that_were_started_before() -> None:
    started_before = _CONFINED.replace(
        "confinement = confine(",
        """
closed, tried = threading.Event(), []
def try_late():
    closed.wait()
    for way in (socket.socket, lambda: os.open("/", os.O_RDONLY), os.fork):
        try:
            way()
            tried.append("allowed")
        except PermissionError:
            tried.append("refused")
thread = threading.Thread(target=try_late)
thread.start()
def early():
    closed.set()
    thread.join()
    return tried
confinement = confine(""",
    )
    done = subprocess.run(
        [sys.executable, "-c", started_before + "print(json.dumps(early()))", __file__],
        capture_output=True,
        cwd=ROOT,
        check=True,
        text=True,
    )
    assert json.loads(done.stdout) == ["refused"] * 3


def test_it_can_give_itself_up_as_the_c_library_does() -> None:
    script = """
caught = []
signal.signal(signal.SIGUSR1, lambda *_: caught.append(1))
signal.raise_signal(signal.SIGUSR1)
print(json.dumps(caught))
"""
    assert run(script) == [1]


def test_memory_beyond_the_bound_is_refused_and_the_process_goes_on() -> None:
    script = """
try:
    held = bytearray(3 * 1024**3)
    answer = "allowed"
except MemoryError:
    answer = "refused"
print(json.dumps(answer))
"""
    assert run(script) == "refused"
