"""The tour as somebody runs it: a process of its own, its JSON, its pictures, its exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from app.controllers.settings import Language

ROOT = Path(__file__).parents[2]
ON_LINUX = sys.platform == "linux"
TRACED = "%network,io_uring_setup"
PROBES = (
    *("socket(AF_INET, SOCK_STREAM", "socket(AF_INET6, SOCK_STREAM", "socket(AF_INET, SOCK_DGRAM"),
    *(
        "socket(AF_INET, SOCK_RAW",
        "socket(AF_NETLINK",
        "socket(AF_PACKET",
        "socket(AF_VSOCK",
        "io_uring_setup(",
    ),
    "socket(AF_UNIX",
)
"""What a child asks for to find that it is refused, in this order, once."""
OF_THE_WINDOW = PROBES[:-1]
"""What the window asks for, each time that the privacy page tries."""
TIMES_TRIED = 2
STEPS = [
    "create-vault",
    "place",
    "add-client",
    "start-session",
    "ask",
    "stop",
    "ask-once-more",
    "paste",
    "mark",
    "together",
    "reveal",
    "ask-again",
    "ask-differently",
    "lens",
    "word-view",
    "take-away",
    "page",
    "note",
    "cue",
    "held-statement",
    "crisis-lines",
    "import-chatgpt",
    "import-claude",
    "import-gemini",
    "import-pdf",
    "import-picture",
    "backup",
    "restore-rehearsal",
    "privacy-page",
    "idle-lock",
    "lock",
    "unlock",
    "recovery",
    "reopen",
]


WALLED = ("-m", "app")
UNWALLED = ("-c", "import sys; from app.__main__ import main; sys.exit(main(sys.argv[1:]))")
"""The window's own wall is left out: its children have theirs all the same."""


@dataclass(frozen=True)
class Call:
    """A call on the network, as `strace` writes it down."""

    process: int
    what: str
    outcome: str

    @property
    def has_succeeded(self) -> bool:
        return not self.outcome.startswith("-")


@dataclass(frozen=True)
class Toured:
    """A whole tour: what it said, where its pictures are, how large they are, and what it asked of the network."""

    ended: subprocess.CompletedProcess[str]
    pictures: Path
    size: tuple[int, int]
    calls: list[Call]
    is_walled: bool


def _calls(file: Path) -> Iterator[Call]:
    """What was written down. A call during which another one was written stands on two lines."""
    begun: dict[int, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        process, _, what = line.partition(" ")
        what = what.strip()
        if what.endswith("<unfinished ...>"):
            begun[int(process)] = what.removesuffix("<unfinished ...>")
            continue
        if what.startswith("<..."):
            what = begun.pop(int(process)) + what.partition(">")[2]
        call, equals, outcome = what.rpartition(" = ")
        if equals:
            yield Call(int(process), call.strip(), outcome)


@pytest.fixture(
    scope="module",
    params=[
        (WALLED, Language.ENGLISH, "light", (1280, 720)),
        (UNWALLED, Language.INDONESIAN, "dark", (1024, 640)),
    ],
    ids=["walled", "unwalled"],
)
def toured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Toured:
    """The whole tour, with the window's wall, and without it where there is no network at all. On Linux every call on
    the network is written down."""
    start, language, scheme, (width, height) = request.param
    apart = () if start == WALLED else _without_network()
    pictures, calls = tmp_path_factory.mktemp("pictures"), tmp_path_factory.mktemp("calls") / "calls"
    traced = ("strace", "-f", "-qq", "-e", f"trace={TRACED}", "-o", str(calls)) if ON_LINUX else ()
    look = ("--language", language, "--scheme", scheme, "--size", f"{width}x{height}")
    ended = _tour("--out", str(pictures), *look, start=start, traced=(*apart, *traced))
    return Toured(ended, pictures, (width, height), list(_calls(calls)) if ON_LINUX else [], start == WALLED)


def _without_network() -> tuple[str, ...]:
    """What runs a program where there is no network, nothing if this system does not let us."""
    apart = ("unshare", "--map-root-user", "--net")
    can = ON_LINUX and subprocess.run([*apart, "true"], capture_output=True, check=False).returncode == 0
    return apart if can else ()


def _tour(
    *arguments: str,
    as_json: bool = True,
    start: Sequence[str] = WALLED,
    traced: Sequence[str] = (),
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*traced, sys.executable, *start, "tour", *(["--json"] if as_json else []), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=1_200,
    )


def _is_of_one_colour(image: QImage) -> bool:
    first = image.pixel(0, 0)
    return all(image.pixel(x, y) == first for x in range(image.width()) for y in range(0, image.height(), 8))


def test_every_step_holds_and_leaves_a_picture(toured: Toured) -> None:
    ended = toured.ended
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    report: dict[str, Any] = json.loads(ended.stdout)
    assert set(report) == {"held", "steps"}
    assert report["held"] is True
    assert [step["name"] for step in report["steps"]] == STEPS
    for step in report["steps"]:
        assert set(step) == {"name", "held", "seconds", "picture"}
        assert step["held"] is True
        assert isinstance(step["seconds"], float)
        assert step["seconds"] >= 0
        picture = toured.pictures / step["picture"]
        assert picture.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
        image = QImage(str(picture))
        assert (image.width(), image.height()) == toured.size
        assert not _is_of_one_colour(image)
    assert len({step["picture"] for step in report["steps"]}) == len(STEPS)


@pytest.mark.skipif(not ON_LINUX, reason="the calls of another system can't be written down so")
def test_nothing_of_it_asks_for_a_network_but_what_tries_the_walls(toured: Toured) -> None:
    assert not [
        call for call in toured.calls if "sa_family=AF_INET" in call.what or call.what.startswith("listen(")
    ]
    made = [call for call in toured.calls if call.what.startswith(("socket", "io_uring"))]
    asked: dict[int, list[Call]] = {}
    for call in made:
        if not (call.what.startswith(("socket(AF_UNIX", "socketpair(AF_UNIX")) and call.has_succeeded):
            asked.setdefault(call.process, []).append(call)
    children = {process: tried for process, tried in asked.items() if len(tried) == len(PROBES)}
    (window,) = [tried for process, tried in asked.items() if process not in children]
    for tried in children.values():
        assert all(call.what.startswith(probe) for call, probe in zip(tried, PROBES, strict=True)), tried
        assert not any(call.has_succeeded for call in tried), tried
    tries = TIMES_TRIED * OF_THE_WINDOW
    assert all(call.what.startswith(probe) for call, probe in zip(window, tries, strict=True)), window
    assert not toured.is_walled or not any(call.has_succeeded for call in window)
    files_and_engines = len([step for step in STEPS if step.startswith("import-")]) + 1
    engine_and_reader = 2
    assert len(children) >= files_and_engines + TIMES_TRIED * engine_and_reader


def test_a_model_that_is_missing_fails_the_step_that_needs_it_and_says_so(tmp_path: Path) -> None:
    ended = _tour("--out", str(tmp_path), "--model", "/nowhere.gguf")
    assert ended.returncode == 1
    report: dict[str, Any] = json.loads(ended.stdout)
    assert report["held"] is False
    held = [step["held"] for step in report["steps"]]
    assert [step["name"] for step in report["steps"]] == STEPS
    assert held == [step in STEPS[: STEPS.index("ask")] for step in STEPS]
    said = ended.stderr.splitlines()
    assert len(said) == 1
    assert said[0].startswith("ask: ")
    assert "model_missing" in said[0]


@pytest.mark.parametrize("as_json", [True, False])
def test_a_folder_for_pictures_that_cannot_be_made_is_said_in_one_line(tmp_path: Path, as_json: bool) -> None:
    (tmp_path / "in the way").touch()
    ended = _tour("--out", str(tmp_path / "in the way" / "below"), as_json=as_json)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "--out" in ended.stderr
    if as_json:
        assert json.loads(ended.stdout) == {"held": False, "steps": []}
    else:
        assert ended.stdout == ""
