"""The table of models made by hand, run in forked children, and the parts that it is made with."""

import subprocess
import sys
from pathlib import Path

from tests.engine.small_models import write_hybrid, write_plain, write_sliding
from tests.escape.gguf import taken_apart
from tests.escape.hostile import HOSTILE, spelled
from tests.escape.templates import ENDED_BY_THE_CLOCK, REACHING

ROOT = Path(__file__).parents[2]


def test_every_hostile_model_comes_to_an_end_in_its_child_and_good_ones_answer_before_and_after() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.escape.by_hand", "--quick"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    *lines, last = ran.stdout.splitlines()
    (clocked,) = ENDED_BY_THE_CLOCK & {name.removeprefix("a template: ") for name in _outcomes(lines)}
    assert last == f"by hand: {len(HOSTILE) - len(ENDED_BY_THE_CLOCK) + 1} models, 0 failures"
    outcomes = _outcomes(lines)
    assert outcomes["the good one again"] == "answered"
    assert outcomes[f"a template: {clocked}"] == "killed by SIGPROF"
    assert {outcomes[f"a template: {name}"] for name in REACHING if name != "reaches for loop.__class__"} == {
        "refused"
    }
    # Whatever goes wrong in a template is caught, and the model refused.
    rendered = {outcome for name, outcome in outcomes.items() if name.startswith("a template: ")}
    assert rendered <= {"refused", "answered", "loaded, question refused", "killed by SIGPROF"}
    assert outcomes["an array of 2^63 numbers"] == "refused"
    assert outcomes["llama.block_count of 100000"].startswith("killed by")


def test_a_file_taken_apart_and_put_together_is_the_same_and_a_hostile_one_is_not(tmp_path: Path) -> None:
    for write in (write_plain, write_hybrid, write_sliding):
        path = write(tmp_path / "model.gguf")
        good = taken_apart(path)
        assert good.spelled() == path.read_bytes()
    good = taken_apart(write_plain(tmp_path / "model.gguf"))
    made = {spelled(change, good) for change in HOSTILE.values()}
    assert len(made) == len(HOSTILE)
    assert good.spelled() not in made


def _outcomes(lines: list[str]) -> dict[str, str]:
    """What came of each model, by its name."""
    return {name: outcome for outcome, _, name in (line.partition(" | ") for line in lines)}
