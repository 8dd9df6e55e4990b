"""Modules that can reach a network: those that are loaded are named with a reason, all others are refused."""

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from app.children.network_modules import REFUSED, THERE, unexplained

ROOT = Path(__file__).parents[2]
WINDOW = "import app.commands, app.doctor, app.read, keyring.backends.SecretService, keyring.backends.kwallet"
ENGINE = "import app.engine.__main__, app.engine.worker"
READER = "import app.bring.__main__, app.bring.worker"


def run(script: str) -> object:
    """Run a process, and return what it prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", f"import json, sys\n{script}"],
        capture_output=True,
        cwd=ROOT,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("everything", [WINDOW, ENGINE, READER], ids=["window", "engine", "reader"])
def test_whatever_is_loaded_and_can_reach_a_network_is_named_with_its_reason(everything: str) -> None:
    script = f"""
from app.children.network_modules import refuse_network_modules, unexplained
refuse_network_modules()
{everything}
print(json.dumps(sorted(unexplained(sys.modules))))
"""
    assert run(script) == []


def test_a_refused_module_is_not_imported_by_whatever_way() -> None:
    script = f"""
import importlib
from app.children.network_modules import refuse_network_modules
refuse_network_modules()
answers = {{}}
for name in {sorted(REFUSED)}:
    for way in (__import__, importlib.import_module):
        try:
            way(name)
        except ModuleNotFoundError as error:
            answers.setdefault(name, []).append([str(error), name in sys.modules])
print(json.dumps(answers))
"""
    assert run(script) == {
        name: [[f"{name} can reach a network and is refused", False]] * 2 for name in REFUSED
    }


def test_the_same_modules_are_there_for_others() -> None:
    there = [name for name in sorted(REFUSED) if name in sys.stdlib_module_names]
    assert {"ftplib", "smtplib", "webbrowser", "socketserver"} <= set(there)
    script = f"""
import importlib.util
print(json.dumps([name for name in {there} if importlib.util.find_spec(name) is None]))
"""
    missing = run(script)
    assert isinstance(missing, list)
    assert not {"ftplib", "smtplib", "webbrowser", "socketserver"} & set(missing)


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "from socket import create_connection",
        "from urllib.request import urlopen as look",
        "from http import client",
        "import asyncio",
    ],
)
def test_a_module_that_holds_a_way_out_is_found(source: str) -> None:
    module = ModuleType("innocent")
    exec(source, vars(module))
    assert unexplained({"innocent": module}) == {"innocent"}


def test_one_that_holds_none_is_not() -> None:
    module = ModuleType("innocent")
    exec("import json\nfrom pathlib import Path", vars(module))
    assert unexplained({"innocent": module, "absent": None}) == set()


def test_every_reason_is_a_sentence_of_its_own() -> None:
    assert all(len(reason.split()) >= 3 for reason in THERE.values())
    assert not REFUSED & set(THERE)


def test_the_command_line_and_every_child_refuse_them() -> None:
    script = """
from app import __main__ as command_line
from app.children.entry import enter
found = []
def main():
    try:
        import ftplib
    except ModuleNotFoundError:
        found.append("refused")
    return 0
command_line.main = main
command_line.start()
print(json.dumps(found))
"""
    assert run(script) == ["refused"]
    in_child = """
import os
from app.children.entry import enter
channel = enter()
try:
    import ftplib
except ModuleNotFoundError:
    channel.say(b'["refused"]')
"""
    assert run(in_child) == ["refused"]
