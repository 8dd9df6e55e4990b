"""How quickly, and in how much memory, a large export is brought.

`python tests/bench/bringing.py` makes a ChatGPT export of 5,000 conversations and about 200 MB, as a file of JSON and
as a ZIP archive, and prints for each, read in a process of its own:

- processor time until all conversations are listed;
- processor time to open one, the best of five, near the beginning, in the middle and near the end, after each other;
- the most memory that the process ever held, and what it held before the file was opened.

`--short` makes a smaller one: to see that it runs, not for figures.
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.bring.format import Report
from app.bring.formats import all_formats
from app.bring.opening import opened
from app.bring.source import FileSource

SHORT = "--short" in sys.argv
CONVERSATIONS = 50 if SHORT else 5_000
TIMES = 2 if SHORT else 5
WORDS = (
    "the a I you my it that was and then when nobody tells me what is right sister house lake diary Monday tired "
    "after work train late again partner worry much people think perhaps true kemarin cerita ke ibu tidak apa-apa "
    "slept badly woke four read until light walk river quiet answer question week tried thing feel better worse"
).split()


def _conversation(number: int, drawn: random.Random) -> dict[str, object]:
    nodes: dict[str, object] = {"root": {"id": "root", "message": None, "parent": None, "children": ["m0"]}}
    before = "root"
    for at in range(drawn.randint(4, 26)):
        said = " ".join(drawn.choices(WORDS, k=60 if at % 2 == 0 else 800))
        message = {
            "id": f"m{at}",
            "author": {"role": ("user", "assistant")[at % 2], "name": None, "metadata": {}},
            "create_time": 1.7e9 + number * 100 + at,
            "content": {"content_type": "text", "parts": [said]},
            "status": "finished_successfully",
            "metadata": {"model_slug": "gpt-4o", "citations": [], "more": {"numbers": list(range(30))}},
            "recipient": "all",
        }
        nodes[f"m{at}"] = {"id": f"m{at}", "parent": before, "children": [f"m{at + 1}"], "message": message}
        before = f"m{at}"
    return {
        "title": f"Chat {number}",
        "create_time": 1.7e9 + number,
        "update_time": 1.7e9 + number * 2,
        "mapping": nodes,
        "current_node": before,
    }


def _make(folder: Path) -> list[Path]:
    drawn = random.Random(1)
    plain, packed = folder / "conversations.json", folder / "export.zip"
    with plain.open("w", encoding="utf-8") as file:
        for number in range(CONVERSATIONS):
            file.write("[" if number == 0 else ",\n")
            json.dump(_conversation(number, drawn), file)
        file.write("]")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, plain.name)
    return [plain, packed]


def _peak_mb() -> float:
    """Return the most memory that this process ever held: of its own, not of the one that it was started from."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text("utf-8")) if status.exists() else None
    if found:
        return int(found[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )


def _read(path: Path) -> None:
    """Read one file, and print the figures: in a process of its own."""
    all_formats()
    before = _peak_mb()
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    begun = time.process_time()
    file = opened(FileSource(descriptor))
    listed = list(file.conversations(Report()))
    _say(f"  {len(listed)} conversations listed in {time.process_time() - begun:.2f} s")
    for name, at in (
        ("beginning", len(listed) // 50),
        ("middle", len(listed) // 2),
        ("end", len(listed) - 2),
    ):
        taken = []
        for _ in range(TIMES):
            # From elsewhere, so that it is not at hand.
            file.conversation(listed[len(listed) // 4], Report())
            begun = time.process_time()
            file.conversation(listed[at], Report())
            taken.append(time.process_time() - begun)
        _say(f"  one near the {name} opened in {min(taken) * 1_000:.1f} ms")
    _say(f"  at most {_peak_mb():.0f} MB held, {before:.0f} MB before the file was opened")
    os.close(descriptor)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures."""
    if "--read" in sys.argv:
        _read(Path(sys.argv[sys.argv.index("--read") + 1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in _make(Path(folder)):
            _say(f"{path.suffix[1:]}, {path.stat().st_size / 1e6:.1f} MB:")
            short = ["--short"] if SHORT else []
            subprocess.run([sys.executable, __file__, "--read", str(path), *short], check=True)


if __name__ == "__main__":
    main()
