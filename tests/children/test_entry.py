"""What a child does before anything else, looked at from inside a real child process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.children.protocol import MAX_LINE_TO_CHILD_BYTES

ROOT = Path(__file__).parents[2]
ON_LINUX = sys.platform == "linux"

_ENTERS = """
import json, os, sys
from app.children.entry import enter
kept = [int(descriptor) for descriptor in sys.argv[1:]]
channel = enter(kept=kept, parent_pid=os.getppid())
def is_open(descriptor):
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
def say(**words):
    channel.say(json.dumps(words).encode() + b"\\n")
"""


def run(script: str, *descriptors: int, said: bytes = b"", kept: tuple[int, ...] = ()) -> tuple[int, bytes]:
    """Run a child that inherits `descriptors` and is told of `kept`; return its status and standard output."""
    done = subprocess.run(
        [sys.executable, "-c", _ENTERS + script, *map(str, kept)],
        input=said,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=descriptors,
        cwd=ROOT,
        check=False,
    )
    return done.returncode, done.stdout


def test_what_a_library_prints_on_standard_output_does_not_reach_the_protocol() -> None:
    script = 'os.write(1, b"native noise"); print("python noise", flush=True); say(good=True)'
    assert run(script) == (0, b'{"good": true}\n')


def test_no_descriptor_is_inherited_but_those_that_were_named() -> None:
    with Path(os.devnull).open("rb") as first, Path(os.devnull).open("rb") as second:
        named, other = first.fileno(), second.fileno()
        script = f"say(named=is_open({named}), other=is_open({other}))"
        status, said = run(script, named, other, kept=(named,))
    assert (status, json.loads(said)) == (0, {"named": True, "other": False})


def test_every_wall_is_reported_as_it_is_found() -> None:
    script = "from dataclasses import asdict; say(**asdict(channel.isolation))"
    on_linux = "held" if ON_LINUX else "not_here"
    assert json.loads(run(script)[1]) == {
        "ends_with_parent": on_linux,
        "no_core_dump": "held",
        "not_traceable": on_linux,
        "no_new_privileges": on_linux,
        "descriptors_closed": "held",
    }


def test_a_fault_in_the_native_library_starts_no_debugger() -> None:
    assert json.loads(run('say(set=os.environ["GGML_NO_BACKTRACE"])')[1]) == {"set": "1"}


def test_a_child_whose_parent_is_gone_already_ends_before_it_says_anything() -> None:
    script = 'enter(parent_pid=1_999_999_999)\nchannel.say(b"still here")'
    assert run(script) == (0, b"" if ON_LINUX else b"still here")


def test_lines_end_with_the_input() -> None:
    script = "say(lines=[line.decode() for line in channel.lines()])"
    assert json.loads(run(script, said=b"one\ntwo\nthree")[1]) == {"lines": ["one", "two"]}


@pytest.mark.parametrize("ending", [b"", b"\n"])
def test_a_line_too_long_is_refused(ending: bytes) -> None:
    script = """
from app.children.protocol import ProtocolError
try:
    list(channel.lines())
except ProtocolError as error:
    say(refused=error.code)
"""
    said = b"x" * MAX_LINE_TO_CHILD_BYTES + ending
    assert json.loads(run(script, said=said)[1]) == {"refused": "line_too_long"}


def test_a_long_line_is_written_whole_although_the_pipe_is_small() -> None:
    status, said = run('channel.say(b"x" * 250_000)')
    assert (status, len(said)) == (0, 250_000)


@pytest.mark.skipif(sys.platform != "linux", reason="the order in which processes go is Linux's")
def test_a_child_goes_before_the_program_when_memory_runs_out_and_leaves_it_the_processors() -> None:
    script = """
import os
from app.children.entry import enter
before = os.nice(0)
channel = enter()
channel.say(str(os.nice(0) - before).encode() + b" " + str(os.getpid()).encode() + b"\\n")
os.read(0, 1)
"""
    child = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with child:
        assert child.stdout is not None
        nicer, process = child.stdout.readline().split()
        scores = [
            int(Path(f"/proc/{one}/oom_score_adj").read_text(encoding="ascii"))
            for one in (int(process), os.getpid())
        ]
        child.kill()
    assert int(nicer) > 0
    assert scores[0] == 1000 >= scores[1]
