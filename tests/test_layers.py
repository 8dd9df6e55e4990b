"""Who may import whom. Every import of every module is looked at, wherever in the file it stands."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

EVERYTHING = None
ALLOWED: dict[str, set[str] | None] = {
    # Each part of the program, and what of the program it may import besides itself.
    "errors": set(),
    "paths": set(),
    "bugs": {"errors"},
    "domain": {"errors"},
    "markup": set(),
    "explore": {"domain", "errors"},
    "safety": {"domain", "explore", "errors"},
    "catalogue": {"domain", "errors"},
    "store": {"domain", "errors"},
    "export": {"domain", "errors"},
    "children": set(),
    "succession": set(),
    "network_wall": {"children"},
    "engine": {"children", "explore", "domain"},
    "bring": {"children", "explore", "markup", "domain"},
    "controllers": {
        "store",
        "explore",
        "safety",
        "catalogue",
        "export",
        "engine.messages",
        "bring.messages",
        "children.protocol",
        "domain",
        "errors",
    },
    "ui": {"controllers", "succession", "explore", "markup", "safety", "domain", "errors"},
    "tour": EVERYTHING,
    "doctor": EVERYTHING,
    "verify_backup": EVERYTHING,
    "evaluate": EVERYTHING,
    "read": EVERYTHING,
    "compose": EVERYTHING,
    "commands": EVERYTHING,
    "__main__": EVERYTHING,
    "": set(),
}
WITHOUT_TOOLKIT = {
    "errors",
    "bugs",
    "domain",
    "markup",
    "explore",
    "safety",
    "catalogue",
    "store",
    "export",
    "children",
    "network_wall",
    "succession",
    "engine",
    "bring",
}
STANDARD_LIBRARY_ONLY = {"errors", "bugs", "domain", "markup", "explore", "safety", "succession"}
NETWORK = {
    "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "aiohttp", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "websockets", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets", "PySide6.QtWebChannel", "PySide6.QtDBus", "PySide6.QtRemoteObjects",
}  # fmt: skip
ON_THIS_COMPUTER = {
    "app.ui.system_locks.linux": "PySide6.QtDBus",
    "app.network_wall": "socket",
    "app.children.probing": "socket",
    "app.children.open_sockets": "socket",
}
"""Which module may use what of the above: the bus on which the system tells that its screen locks (it only asks the
login manager and hears), and what refuses sockets, tries whether they are refused, and counts those that are open."""
WAYS_AROUND = {"__import__", "import_module", "openUrl", "QDesktopServices"}
ITS_OWN_FILES = {"app.bring.formats": "import_module"}
"""Which module may import by a name that it puts together: the one that finds the formats lying beside it."""


def imported(source: str) -> Iterator[str]:
    """The dotted names that a module imports: the module, and each name taken from it, which may be one too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def named(source: str) -> set[str]:
    """Every name and attribute that a module speaks of."""
    nodes = list(ast.walk(ast.parse(source)))
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.attr for node in nodes if isinstance(node, ast.Attribute)
    }


def part_of(module: str) -> str:
    """The part of the program that a module belongs to: `store` for `app.store.vault`, nothing for `app`."""
    return f"{module}.".split(".")[1]


def is_within(module: str, of: str) -> bool:
    return module == of or module.startswith(f"{of}.")


def violations(module: str, source: str) -> list[str]:
    """Which rules the source of a module breaks."""
    part = part_of(module)
    if part not in ALLOWED:
        return [f"{module} is in no known part of the program"]
    spoken_of = (named(source) & WAYS_AROUND) - {ITS_OWN_FILES.get(module)}
    found = [f"{module} speaks of {name}" for name in sorted(spoken_of)]
    for name in imported(source):
        if name.startswith("."):
            found.append(f"{module} imports {name} without saying from where")
        elif is_within(name, "app"):
            found += _inner(module, part, name)
        else:
            found += _outer(module, part, name)
    return found


def _inner(module: str, part: str, name: str) -> list[str]:
    allowed = ALLOWED[part]
    target = part_of(name)
    if target not in ALLOWED:
        return [] if name == "app.__version__" and allowed is EVERYTHING else [f"{module} imports {name}"]
    is_open = (
        allowed is EVERYTHING or target == part or any(is_within(name, f"app.{other}") for other in allowed)
    )
    return [] if is_open else [f"{module} imports {name}"]


def _outer(module: str, part: str, name: str) -> list[str]:
    is_toolkit = is_within(name, "PySide6") or is_within(name, "shiboken6")
    closed = (
        any(is_within(name, one) for one in NETWORK - {ON_THIS_COMPUTER.get(module)})
        or (is_toolkit and part in WITHOUT_TOOLKIT)
        or (is_toolkit and part == "controllers" and not is_within(name, "PySide6.QtCore"))
        or (part in STANDARD_LIBRARY_ONLY and name.split(".", maxsplit=1)[0] not in sys.stdlib_module_names)
    )
    return [f"{module} imports {name}"] if closed else []


def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    files = sorted((ROOT / "app").rglob("*.py"))
    names = (file.relative_to(ROOT).with_suffix("").parts for file in files)
    return {".".join(parts).removesuffix(".__init__"): file for parts, file in zip(names, files, strict=True)}


@pytest.mark.parametrize(("module", "file"), modules().items(), ids=modules())
def test_a_module_imports_only_what_its_layer_may(module: str, file: Path) -> None:
    assert violations(module, file.read_text(encoding="utf-8")) == []


def test_every_part_that_the_rule_names_is_there() -> None:
    assert {part_of(module) for module in modules()} == set(ALLOWED)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app.domain.made_up", "from app.store.vault import Vault"),
        ("app.domain.made_up", "import sqlalchemy"),
        ("app.domain.made_up", "from PySide6.QtCore import QObject"),
        ("app.store.made_up", "from app.controllers.room import Room"),
        ("app.store.made_up", "def read():\n    from PySide6 import QtCore"),
        ("app.explore.made_up", "from app import store"),
        ("app.children.made_up", "import app.engine.worker"),
        ("app.engine.made_up", "from app.store import vault"),
        ("app.controllers.made_up", "from app.ui.desk import DeskScreen"),
        ("app.controllers.made_up", "from app.engine.worker import main"),
        ("app.controllers.made_up", "from app.engine import worker"),
        ("app.controllers.made_up", "from app.children import walls"),
        ("app.controllers.made_up", "from PySide6.QtWidgets import QWidget"),
        ("app.controllers.made_up", "from PySide6 import QtGui"),
        ("app.controllers.made_up", "import PySide6.QtGui"),
        ("app.controllers.made_up", "import shiboken6"),
        ("app.ui.made_up", "from app.store.vault import Vault"),
        ("app.ui.made_up", "from app.compose import program"),
        ("app.ui.made_up", "from .desk import DeskScreen"),
        ("app.ui.made_up", "from PySide6.QtNetwork import QTcpSocket"),
        ("app.ui.made_up", "from PySide6.QtDBus import QDBusConnection"),
        ("app.ui.system_locks.linux", "from PySide6.QtNetwork import QTcpSocket"),
        ("app.ui.made_up", "from PySide6.QtGui import QDesktopServices\nQDesktopServices.openUrl('x')"),
        ("app.ui.made_up", "import importlib\nimportlib.import_module('app.store')"),
        ("app.ui.made_up", "__import__('socket')"),
        ("app.tour.made_up", "import socket"),
        ("app.compose", "from urllib.request import urlopen"),
        ("app.compose", "if True:\n    import http.client as innocent"),
        ("app.__main__", "try:\n    import requests\nexcept ImportError:\n    pass"),
        ("app.errors", "from app.domain.text import plain"),
        ("app.paths", "from app import errors"),
        ("app.made_up.thing", ""),
        ("app.made_up", "import os"),
        ("app.compose", "from app.made_up import thing"),
    ],
)
def test_a_module_that_breaks_the_rule_is_caught(module: str, source: str) -> None:
    assert violations(module, source) != []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app.controllers.made_up", "from app.engine.messages import Ask"),
        ("app.controllers.made_up", "from app.engine import messages"),
        ("app.controllers.made_up", "from PySide6.QtCore import QObject, Signal"),
        ("app.engine.made_up", "from app.children.protocol import decode"),
        ("app.ui.made_up", "from app.domain.text import plain\nfrom PySide6.QtWidgets import QWidget"),
        ("app.ui.system_locks.linux", "from PySide6.QtDBus import QDBusConnection"),
        ("app.compose", "from app.store.vault import Vault\nfrom app.ui.desk import DeskScreen"),
    ],
)
def test_a_module_that_keeps_the_rule_passes(module: str, source: str) -> None:
    assert violations(module, source) == []
