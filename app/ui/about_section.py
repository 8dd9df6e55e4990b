"""Settings: what this program is, what it is made of, and under which licences."""

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView, QPlainTextEdit, QVBoxLayout, QWidget

from app.controllers.parts import Part, Parts
from app.ui.into_view import bring_into_view
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_12
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.card import Card
from app.ui.widgets.label import Caption, Hint, Label

_LIST_HEIGHT = 180
_TEXT_HEIGHT = 280


class AboutSection(QWidget):
    """One card: name, version, licence, what the program does not do; and the parts, once somebody asks for them."""

    def __init__(self, theme: Theme, parts: Parts) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(SPACE_8), 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(Caption(theme, self.tr("About Trialogue")))
        card = Card(theme)
        name = self.tr("Trialogue, version {version}").format(version=parts.version)
        card.body.addWidget(Label(theme, name, "body", weight=QFont.Weight.DemiBold, wraps=True))
        for words in (
            self.tr("Free software under the Apache License 2.0, without any warranty."),
            self.tr(
                "It does not diagnose, score or treat. It helps you and your client read together what an AI said."
            ),
        ):
            card.body.addWidget(Label(theme, words, "label", "text2", wraps=True))
        self.ask = PlainButton(theme, self.tr("What it is made of"))
        self.ask.clicked.connect(self._show_parts)
        card.body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.parts = _PartsList(theme, parts)
        self.parts.hide()
        card.body.addWidget(self.parts)
        column.addWidget(card)

    def focus_entry(self) -> QWidget:
        """Where the keyboard enters it."""
        return self.ask if self.parts.isHidden() else self.parts.list

    def _show_parts(self) -> None:
        self.parts.fill()
        self.parts.show()
        self.parts.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask.hide()
        bring_into_view(self.parts)


class _PartsList(QWidget):
    """The parts by name, and the words of the licence of the one that is chosen."""

    def __init__(self, theme: Theme, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_12))
        column.addWidget(
            Hint(
                theme,
                self.tr(
                    "Other people made these parts. Choose one to read its licence. No link is opened here."
                ),
            )
        )
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Parts of Trialogue"))
        self.list.setFont(theme.font("label"))
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(theme.px(_LIST_HEIGHT))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.model = QStringListModel(self)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._show_licence)
        column.addWidget(self.list)
        # A row is one line: what is cut there stands here whole.
        self.whole = Label(theme, "", "label", "text", weight=QFont.Weight.DemiBold, wraps=True)
        column.addWidget(self.whole)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.tr("The words of the licence"))
        self.text.setFont(theme.font("small"))
        self.text.document().setDocumentMargin(theme.px(SPACE_8))
        self.text.setFixedHeight(theme.px(_TEXT_HEIGHT))
        column.addWidget(self.text)

    def fill(self) -> None:
        """Read the parts, and choose the first."""
        self.model.setStringList([self._line(part) for part in self._parts.listed])
        self.list.setCurrentIndex(self.model.index(0))

    def _line(self, part: Part) -> str:
        name = f"{part.name} {part.version}".strip()
        if part.within:
            words = self.tr("{name}, within {package}: {licence}")
            return words.format(name=name, package=part.within, licence=part.licence)
        return self.tr("{name}: {licence}").format(name=name, licence=part.licence)

    def _show_licence(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        part = self._parts.listed[current.row()]
        self.whole.setText(self._line(part))
        words = self._parts.licence_text(part)
        self.text.setPlainText(words or self.tr("The words of this licence are not on this computer."))
