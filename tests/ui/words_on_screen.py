"""Finds words on the screen that did not come from a translation file."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QMetaType, QObject, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from app.paths import resources_folder

TRANSLATIONS = resources_folder() / "translations"
NAMES = {"Trialogue", "English", "Bahasa Indonesia"}
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


def _texts(part: QObject) -> Iterator[str]:
    """Everything in one object that somebody could see or hear."""
    meta = part.metaObject()
    for index in range(meta.propertyCount()):
        entry = meta.property(index)
        if entry.metaType().id() == QMetaType.Type.QString.value and str(entry.name()) not in _NOT_FOR_PEOPLE:
            yield str(entry.read(part) or "")
    if isinstance(part, QAbstractItemView):
        model = part.model()
        for row in range(model.rowCount()):
            yield from (str(model.index(row, 0).data(role) or "") for role in _ITEM_ROLES)
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


def untranslated(root: QWidget, content: frozenset[str] = frozenset()) -> set[str]:
    """Return the words in a widget and all that it holds that did not come from a translation file."""
    allowed = NAMES | content
    found = set()
    for part in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
        for text in _texts(part):
            for line in re.split(r"[\n\t]", _outside_of_marks(text)):
                words = [word for word in line.split() if word not in allowed]
                if (
                    line not in allowed
                    and not _KEYS.fullmatch(line)
                    and re.search("[A-Za-z]", " ".join(words))
                ):
                    found.add(text)
    return found
