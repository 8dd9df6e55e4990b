"""`trialogue read`: the real command, with the real reader."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.bring.test_worker import RAIN, SNOW

ROOT = Path(__file__).parents[1]


def read(file: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "app", "read", str(file), *options],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def export(folder: Path) -> Path:
    content = io.BytesIO()
    again = json.loads(json.dumps(RAIN))
    again["mapping"]["n1b"] = json.loads(json.dumps(again["mapping"]["n1"]).replace("Water", "Much water"))
    again["mapping"]["n1b"]["id"] = "n1b"
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("conversations.json", json.dumps([again, {"title": "Lost", "mapping": []}, SNOW]))
    file = folder / "export.zip"
    file.write_bytes(content.getvalue())
    return file


def test_json_tells_what_would_be_read_without_a_word_of_it(tmp_path: Path) -> None:
    done = read(export(tmp_path), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert list(told) == ["kind", "conversations", "skipped"]
    assert told["kind"] == "chatgpt"
    assert [one["title"] for one in told["conversations"]] == ["Rain", "Snow"]
    assert told["conversations"][0]["turns"] == [
        {"role": "user", "time": "2023-11-14T22:13:20+00:00", "model": None, "alternatives": []},
        {
            "role": "assistant",
            "time": "2023-11-14T22:13:21+00:00",
            "model": "gpt-5",
            "alternatives": [{"time": "2023-11-14T22:13:21+00:00", "model": "gpt-5"}],
        },
    ]
    assert told["skipped"] == [{"what": "Lost", "why": "broken", "count": 1}]
    assert "clouds" not in done.stdout


def test_the_texts_are_told_when_they_are_asked_for(tmp_path: Path) -> None:
    turns = json.loads(read(export(tmp_path), "--json", "--with-text").stdout)["conversations"][0]["turns"]
    assert turns[0]["text"] == "Why does it rain?"
    assert {turns[1]["text"], turns[1]["alternatives"][0]["text"]} == {
        "Water falls from clouds.",
        "Much water falls from clouds.",
    }


def test_without_json_it_is_told_in_lines(tmp_path: Path) -> None:
    lines = read(export(tmp_path)).stdout.splitlines()
    assert lines[0] == "chatgpt: 2 conversations"
    assert lines[1].startswith("1. Rain: 2 turns")
    assert lines[-1] == "left out: Lost: broken (1)"


def test_what_can_not_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "recipes.json"
    file.write_text('{"recipes": ["secret soup"]}', encoding="utf-8")
    done = read(file, "--json", "--with-text")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "JSON" in done.stderr
    assert "soup" not in done.stderr


def test_what_is_no_file_is_told_so(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        done = read(place)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith("try again.\n")
