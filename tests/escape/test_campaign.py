"""The short form of the campaign with changed models, and that it would find what it looks for."""

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.small_models import write_plain
from tests.escape.gguf import taken_apart
from tests.escape.mutations import mutated

ROOT = Path(__file__).parents[2]
_MISBEHAVING = """
import sys
from pathlib import Path
from tests.escape import forked
from tests.escape.room import Room
room = Room(Path(sys.argv[1]) / "room")
forked.engine_command = lambda: (sys.executable, "-c", sys.argv[2], str(Path.cwd()))
print(room.lived(b"a model", for_real=True))
"""


def _ran(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


def test_of_some_hundred_changed_models_nothing_comes_but_refusals_answers_and_deaths_of_children() -> None:
    ran = _ran("-m", "tests.escape.models", "--count", "200", "--seconds", "20")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "breaches: 0" in ran.stdout
    counted = re.search(r"models: (\d+) files of seed 1", ran.stdout)
    refused, answered = (
        re.search(rf"^  {outcome}: (\d+)$", ran.stdout, re.M) for outcome in ("refused", "answered")
    )
    assert counted is not None
    assert refused is not None
    assert answered is not None
    assert 0 < int(refused[1]) < int(counted[1])
    assert 0 < int(answered[1]) < int(counted[1])


def test_the_same_seed_and_number_make_the_same_file_and_others_make_others(tmp_path: Path) -> None:
    good = taken_apart(write_plain(tmp_path / "model.gguf"))
    made = [[mutated(good, random.Random(f"1 {number}")) for number in range(60)] for _ in range(2)]
    assert made[0] == made[1]
    assert len(set(made[0])) > 50
    # Two entries alike may have changed places.
    assert made[0].count(good.spelled()) < 5


@pytest.mark.parametrize(
    ("deed", "found"),
    [
        ("print('hello')", "said what is no protocol: ProtocolError"),
        ("""print('{"type":"loading","fraction":0.5}')""", "did not begin with a greeting"),
        ("import os, signal; os.kill(os.getppid(), signal.SIGUSR1)", "a signal came: [10]"),
        ("import sys; open(sys.argv[1] + '/new', 'w')", "a file appeared or changed"),
        ("import sys; open(sys.argv[1] + '/probe', 'a').write('x')", "a file appeared or changed"),
        ("import sys; open(sys.argv[1] + '/model.gguf', 'a').write('x')", "the model's file changed"),
    ],
)
def test_a_child_that_does_what_it_may_not_is_a_breach(tmp_path: Path, deed: str, found: str) -> None:
    ran = _ran("-c", _MISBEHAVING, str(tmp_path), deed)
    assert "outcome='BREACH'" in ran.stdout, ran.stdout + ran.stderr
    assert found in ran.stdout


def test_a_child_that_only_dies_is_none(tmp_path: Path) -> None:
    ran = _ran("-c", _MISBEHAVING, str(tmp_path), "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    assert "outcome='killed by SIGSEGV', breach=''" in ran.stdout, ran.stdout + ran.stderr
