"""Finds words on the screen that did not come from a translation file."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QMetaType, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QPlainTextEdit, QWidget

from app.paths import resources_folder

TRANSLATIONS = resources_folder() / "translations"
NAMES = frozenset({"Trialogue", "English", "Bahasa Indonesia", "OK"})
"""The same in every language."""
_OPEN, _SHUT = "⟦", "⟧"
_KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:Enter|Esc|F\d\d?|\S)")
_NOT_FOR_PEOPLE = {
    "objectName",
    "styleSheet",
    "inputMask",
    "accessibleIdentifier",
    "windowFilePath",
    "format",
    "displayFormat",
}
_ITEM_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
Pair = tuple[str, str]
"""Context and source text."""


def messages(file: Path) -> dict[Pair, str | None]:
    """The translations in a file, by context and source text; None for one that is not finished."""
    found: dict[Pair, str | None] = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            finished = translation is not None and "type" not in translation.attrib
            text = translation.text if translation is not None and finished else None
            found[(context.findtext("name", ""), message.findtext("source", ""))] = text
    return found


def known() -> dict[Pair, str | None]:
    """All translations that the program has: of its own words and of Qt's."""
    return messages(TRANSLATIONS / "id.ts") | messages(TRANSLATIONS / "qt.id.ts")


class Marker(QTranslator):
    """Puts brackets around every text that the translation files know, and leaves the others as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._known = known()
        self.asked: set[Pair] = set()

    def translate(self, context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        """Return the marked text; the source where nothing is known, since an empty text would be shown as such."""
        self.asked.add((context, source))
        return f"{_OPEN}{source}{_SHUT}" if (context, source) in self._known else source


@cache
def _string_properties(kind: type[QObject]) -> tuple[str, ...]:
    meta = kind.staticMetaObject  # type: ignore[attr-defined]  # the stubs leave it out
    entries = (meta.property(index) for index in range(meta.propertyCount()))
    names = (str(one.name()) for one in entries if one.metaType().id() == QMetaType.Type.QString.value)
    return tuple(name for name in names if name not in _NOT_FOR_PEOPLE)


def _texts(part: QObject) -> Iterator[str]:
    """Everything in one object that somebody could see or hear."""
    # The stubs hide that a class can be hashed.
    names = _string_properties(type(part))  # type: ignore[arg-type]
    yield from (str(part.property(name) or "") for name in names)
    if isinstance(part, QAbstractItemView) and (model := part.model()) is not None:
        for row in range(model.rowCount()):
            yield from (str(model.index(row, 0).data(role) or "") for role in _ITEM_ROLES)
    if isinstance(part, QHeaderView) and (model := part.model()) is not None:
        for column in range(model.columnCount()):
            yield str(model.headerData(column, part.orientation()) or "")
    if isinstance(part, QLineEdit | QPlainTextEdit):
        menu = part.createStandardContextMenu()
        yield from (action.text() for action in menu.actions())
        menu.deleteLater()


def _outside_of_marks(text: str) -> str:
    depth, left = 0, []
    for sign in text:
        depth += {_OPEN: 1, _SHUT: -1}.get(sign, 0)
        if depth == 0 and sign != _SHUT:
            left.append(sign)
    return "".join(left)


@cache
def _allowed(content: frozenset[str]) -> re.Pattern[str]:
    """Matches what may stand there as it is: whole words or whole phrases, the longest first."""
    phrases = sorted(NAMES | content, key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, phrases))})(?![A-Za-z])")


def is_untranslated(text: str, content: frozenset[str] = frozenset()) -> bool:
    """Return whether a text has words that came neither from a translation file nor from `content`."""
    lines = re.split(r"[\n\t]", _outside_of_marks(text))
    allowed = _allowed(content)
    return any(not _KEYS.fullmatch(line) and re.search("[A-Za-z]", allowed.sub(" ", line)) for line in lines)


def untranslated(root: QWidget, content: frozenset[str] = frozenset()) -> set[str]:
    """Return the texts in a widget and all that it holds with words that did not come from a translation file.

    `content` are words and phrases that are known to be none of the program's own.
    """
    parts = (root, *root.findChildren(QWidget), *root.findChildren(QAction))
    return {text for part in parts for text in _texts(part) if is_untranslated(text, content)}
