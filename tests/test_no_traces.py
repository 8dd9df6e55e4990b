"""What no module of the program speaks of: what opens addresses, lists files, or writes where nobody looks."""

import ast
import re

import pytest

from tests.test_layers import ROOT, modules, named

EVERYWHERE: frozenset[str] = frozenset()
ONLY_IN: dict[str, frozenset[str]] = {
    # What opens an address, or makes words of a text into something that can be clicked.
    **dict.fromkeys(
        (
            *("QDesktopServices", "openUrl", "startfile", "setOpenExternalLinks", "setOpenLinks"),
            *("linkActivated", "linkHovered", "anchorClicked", "anchorAt", "QTextBrowser", "QTextDocument"),
            *("LinksAccessibleByMouse", "LinksAccessibleByKeyboard", "TextBrowserInteraction"),
            *("RichText", "AutoText", "MarkdownText", "setHtml", "appendHtml", "insertHtml", "setMarkdown"),
        ),
        EVERYWHERE,
    ),
    # What starts programs: the children, and the window's process.
    **dict.fromkeys(("QProcess",), frozenset({"app.controllers.child_process"})),
    **dict.fromkeys(("subprocess", "Popen"), frozenset({"app.succession.kept_process"})),
    "startDetached": EVERYWHERE,
    # What the system or the toolkit would list, or write by itself.
    **dict.fromkeys(
        (
            *("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
            *("getOpenFileUrl", "getOpenFileUrls", "getSaveFileUrl", "getExistingDirectoryUrl"),
            *("setWindowFilePath", "QSystemTrayIcon", "QFileOpenEvent", "QColorDialog", "QFontDialog"),
        ),
        EVERYWHERE,
    ),
    "QSettings": frozenset({"app.controllers.settings", "app.ui.choosing_files"}),
    # What tells or collects: logs, traces, crashes.
    **dict.fromkeys(
        (
            *(
                "faulthandler",
                "print_exc",
                "print_exception",
                "format_exc",
                "format_exception",
                "print_stack",
            ),
            *("tracemalloc", "cgitb", "QLoggingCategory", "qDebug", "qInfo", "qWarning", "qCritical"),
        ),
        EVERYWHERE,
    ),
    "logging": frozenset({"app.bugs"}),
}
"""Names, and the modules that may speak of them."""
STARTING = re.compile("system|popen|fork|forkpty|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?|startfile")
"""What the module `os` has to start other programs."""
TRIES_TO_FORK = "app.children.probing"
MAKES_DIALOGS = "app.ui.choosing_files"


def _sources() -> dict[str, str]:
    return {module: file.read_text(encoding="utf-8") for module, file in modules().items()}


def _spoken_of(source: str) -> set[str]:
    imports = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom))
    return named(source) | {alias.name for node in imports for alias in node.names}


def _made(source: str) -> set[str]:
    """The names that a module calls."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {one.id for one in calls if isinstance(one, ast.Name)}


@pytest.fixture(scope="module")
def spoken_of() -> dict[str, set[str]]:
    """Every name of every module."""
    return {module: _spoken_of(source) for module, source in _sources().items()}


@pytest.mark.parametrize("name", ONLY_IN)
def test_no_module_speaks_of_it_but_those_that_may(name: str, spoken_of: dict[str, set[str]]) -> None:
    assert {module for module, names in spoken_of.items() if name in names} <= ONLY_IN[name]


def test_no_module_starts_programs_past_the_two_that_do() -> None:
    found = {
        module
        for module, source in _sources().items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
        if STARTING.fullmatch(node.attr)
    }
    assert found == {TRIES_TO_FORK}


def test_every_dialog_for_files_is_made_in_one_place() -> None:
    assert {module for module, source in _sources().items() if "QFileDialog" in _made(source)} == {
        MAKES_DIALOGS
    }


def test_no_word_of_the_program_is_an_address_that_could_be_asked_for() -> None:
    """The programs that open addresses are not called by name either."""
    asked = re.compile(
        r"\b(?:xdg-open|gio open|rundll32|open -a)\b|\b(?:https?|ftp|smb|file)://[^\s\"']*[a-z]"
    )
    found: dict[str, list[str]] = {}
    for module, source in _sources().items():
        tree = ast.parse(source)
        told = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        words = (
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
        )
        if hits := [one for one in words if asked.search(one)]:
            found[module] = hits
    assert found == {}


def test_fonts_and_the_look_come_from_this_computer_alone() -> None:
    resources = ROOT / "resources"
    sheet = (resources / "style.qss").read_text(encoding="utf-8")
    assert re.findall(r"url\(\s*[\"']?[a-z]+:", sheet) == []
    assert "@import" not in sheet
    fonts = {path.suffix for path in (resources / "fonts").rglob("*") if path.is_file()}
    assert {".ttf", ".otf"} & fonts
