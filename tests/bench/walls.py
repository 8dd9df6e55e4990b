"""What the walls cost, on this machine: `python tests/bench/walls.py`, under two minutes.

The engine's child is started with its walls and without, one after the other, and the middle one of all ratios is
printed: of the time until it is ready, and of the tokens that it says in a second. The same for a process that closes
what the one with the window closes, until its command begins.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEventLoop

from app.catalogue.find import find_model
from app.catalogue.verified import ModelRole, VerifiedModel
from app.children.commands import engine_command
from app.children.protocol import Outcome, Probes
from app.controllers.engine_client import EngineClient, EngineState
from app.domain.answer import Settings
from app.engine.messages import AnswerRequest, Ask, Message, Role

ROOT = Path(__file__).parents[2]
SHORT = "--short"
"""One round: to see that it runs, not for figures."""
SECONDS = 60.0
"""How long new rounds may begin."""
TOKENS = 128
CONTEXT_TOKENS = 1_024
_SETTINGS = Settings(temperature=0.8, top_k=40, top_p=0.95, max_tokens=TOKENS, context_tokens=CONTEXT_TOKENS)
_QUESTION = (
    "Tell me a long story about a lighthouse, the people who keep it, and the storms that they live through."
)

_WITHOUT = f"""
import sys
from app.children import confinement
from app.children.protocol import Confinement, Outcome, Probes, WallState
names = {[field.name for field in fields(Probes)]}
probes = Probes(**dict.fromkeys(names, Outcome({Outcome.NOT_PROBED.value!r})))
confinement.confine = lambda **_: Confinement(probes, *[WallState.NOT_HERE] * 3)
from app.engine.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""The same child, which closes no wall beyond those of before its imports."""
_START = "from app.__main__ import start; import sys; sys.argv = ['trialogue', '--help']; start()"
_BARE = "from app.__main__ import main; main(['--help'])"


def main() -> None:
    """Measure, and print a line for each figure."""
    app = QCoreApplication([])
    model = _model()
    commands = (engine_command(), (sys.executable, "-c", _WITHOUT))
    end = time.perf_counter() + (0.0 if SHORT in sys.argv else SECONDS)
    rounds: list[tuple[tuple[float, float], tuple[float, float]]] = []
    starts: list[tuple[float, float]] = []
    while not rounds or time.perf_counter() < end:
        walled, bare = (_ready_and_said(app, model, command) for command in commands)
        rounds.append((walled, bare))
        starts.append((_seconds_of(_START), _seconds_of(_BARE)))
    ready = median(walled[0] / bare[0] for walled, bare in rounds)
    speed = median(bare[1] / walled[1] for walled, bare in rounds)
    window = median(closing / bare for closing, bare in starts)
    over_ms = 1_000 * median(closing - bare for closing, bare in starts)
    _print(f"the engine's child with its walls, over one without ({len(rounds)} rounds):")
    _print(f"  until it is ready: {ready:.2f} times as long")
    _print(f"  tokens in a second: {speed:.2f} times as many")
    _print(
        f"a command that closes the window's walls first, over one that does not: {window:.2f} ({over_ms:.0f} ms)"
    )


def _ready_and_said(
    app: QCoreApplication, model: VerifiedModel, command: Sequence[str]
) -> tuple[float, float]:
    """Return the seconds until the model can be asked, and those of saying `TOKENS` tokens or fewer, for each one."""
    engine = EngineClient(command, model, CONTEXT_TOKENS, app, working_folder=ROOT)
    loop = QEventLoop()
    engine.state_changed.connect(lambda state: loop.quit() if state is EngineState.READY else None)
    engine.failed.connect(lambda _code: loop.exit(1))
    began = time.perf_counter()
    engine.start()
    if loop.exec() != 0:
        raise SystemExit("the engine did not come up")
    ready = time.perf_counter() - began
    said: list[int] = []
    first: list[float] = []

    def on_piece(_piece: object) -> None:
        if not first:
            first.append(time.perf_counter())

    engine.piece_arrived.connect(on_piece)
    engine.answer_finished.connect(lambda done: said.append(done.counts.tokens))
    engine.ask(Ask("a", (AnswerRequest((Message(Role.USER, _QUESTION),), 7),), _SETTINGS, want_chances=False))
    loop.exec()
    seconds = time.perf_counter() - first[0]
    engine.stop()
    return ready, seconds / said[0]


def _seconds_of(script: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _model() -> VerifiedModel:
    path = find_model(None)
    return VerifiedModel(
        path, "starter", "0" * 64, path.stat().st_size, path.stat().st_mtime_ns, ModelRole.STARTER
    )


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
