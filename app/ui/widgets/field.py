"""Fields to type into, each with its name above and room for a sentence below."""

from math import ceil

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.soon import soon
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8
from app.ui.widgets.label import Caption, Hint
from app.ui.widgets.paragraphs import has_endless_word
from app.ui.widgets.plain_paste import holds_text, text_of

_PRIVATE_TYPING = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class _Field(QWidget):
    """A name, an input, and a sentence that shows when there is one."""

    def __init__(
        self, theme: Theme, label: str, given: QLineEdit | QPlainTextEdit, label_shown: bool
    ) -> None:
        super().__init__()
        self.theme = theme
        self._given = given
        given.setAccessibleName(label)
        given.setFont(theme.font("body"))
        self.caption = Caption(theme, label)
        self.caption.setBuddy(given)
        # Showing what has no parent yet would open it as a window of its own.
        if not label_shown:
            self.caption.hide()
        self.sentence = Hint(theme)
        self.sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(SPACE_8))
        column.addWidget(self.caption)
        column.addWidget(given)
        column.addWidget(self.sentence)
        self.setFocusProxy(given)

    def set_sentence(self, sentence: str, tone: str = "text2") -> None:
        """Say something below the field; nothing puts it away. `tone` is `text2`, `danger`, `warn`."""
        self.sentence.setText(sentence)
        self.sentence.setProperty("tone", tone)
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)
        self.sentence.setVisible(bool(sentence))
        self._given.setAccessibleDescription(sentence)
        self._given.setProperty("wrong", tone == "danger" and bool(sentence))
        self._given.style().unpolish(self._given)
        self._given.style().polish(self._given)


class TextField(_Field):
    """One line of text."""

    changed = Signal(str)
    entered = Signal()
    """Enter was pressed."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        max_length: int = 1000,
        label_shown: bool = True,
    ) -> None:
        """`max_length` in UTF-16 units, as Qt counts. A label that is not shown stays the accessible name."""
        self.input = QLineEdit()
        super().__init__(theme, label, self.input, label_shown)
        self.input.setPlaceholderText(placeholder)
        self.input.setMaxLength(max_length)
        self.input.setMinimumHeight(theme.size("button") + theme.px(4))
        self.input.textChanged.connect(self.changed)
        self.input.returnPressed.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What is typed."""
        return self.input.text()

    def set_text(self, text: str) -> None:
        """Put text in."""
        self.input.setText(text)

    def clear(self) -> None:
        """Empty the field."""
        self.input.clear()


class _Eye(QAbstractButton):
    """The button within a passphrase field that shows and covers what is typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def sizeHint(self) -> QSize:
        """A square that a finger can meet."""
        size = self._theme.px(34)
        return QSize(size, size)

    def _on_toggled(self, shown: bool) -> None:
        words = self.tr("Cover the passphrase") if shown else self.tr("Show the passphrase")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """An eye, struck through while the passphrase is shown."""
        painter = QPainter(self)
        size = self._theme.px(19)
        rect = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        colour = "text" if self.underMouse() else "text2"
        self._theme.icons.paint(painter, rect, "eye-off" if self.isChecked() else "eye", colour)


class _PassphraseLine(QLineEdit):
    """The line, with the eye inside at its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(self.inputMethodHints() | _PRIVATE_TYPING)
        self.eye = _Eye(theme, self)
        self.eye.toggled.connect(self._on_toggled)
        self._theme = theme

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self.setInputMethodHints(self.inputMethodHints() | _PRIVATE_TYPING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the end and the text clear of it."""
        super().resizeEvent(event)
        size = self.eye.sizeHint()
        space = (self.height() - size.height()) // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        taken = size.width() + space // 2
        self.setTextMargins(taken if mirrored else 0, 0, 0 if mirrored else taken, 0)
        x = space // 2 if mirrored else self.width() - taken
        self.eye.setGeometry(x, space, size.width(), size.height())


class PassphraseField(_Field):
    """A passphrase: covered, shown only while the eye asks for it, and asked of no keyboard that learns."""

    changed = Signal()
    """Without the text, which is read once, when it is needed."""
    entered = Signal()

    def __init__(self, theme: Theme, label: str, *, placeholder: str = "") -> None:
        self.input = _PassphraseLine(theme)
        super().__init__(theme, label, self.input, True)
        self.eye = self.input.eye
        self.input.setPlaceholderText(placeholder)
        self.input.setMinimumHeight(theme.size("button") + theme.px(10))
        self.input.textChanged.connect(lambda _text: self.changed.emit())
        self.input.returnPressed.connect(self.entered)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def passphrase(self) -> str:
        """What is typed."""
        return self.input.text()

    def clear(self) -> None:
        """Empty the field and cover it."""
        self.input.clear()
        self.eye.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """A passphrase that was shown is covered when its screen goes."""
        super().hideEvent(event)
        self.eye.setChecked(False)


class _PlainEdit(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next control. While a word is endless, any may be broken."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._break_between_words_again)

    def expect(self, text: str) -> None:
        """Get ready for a text before it is put in: an endless word takes Qt seconds to break between words."""
        if has_endless_word(text):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _break_between_words_again(self) -> None:
        anywhere = self.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
        if anywhere and not has_endless_word(self.toPlainText()):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt calls it by name
        """Take text and pages, not files and pictures."""
        return holds_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt calls it by name
        """Paste or drop as plain text. A page without words leaves what is selected."""
        text = text_of(source)
        if text:
            self.expect(text)
            self.insertPlainText(text)
            self.ensureCursorVisible()


class TextArea(_Field):
    """Several lines of text. It may grow with them, within bounds; beyond, it scrolls."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        placeholder: str = "",
        lines: int = 3,
        most_lines: int | None = None,
        label_shown: bool = True,
    ) -> None:
        """At least `lines` high; grows to `most_lines` when that is given, else takes the room it gets."""
        self.input = _PlainEdit()
        super().__init__(theme, label, self.input, label_shown)
        self._lines = lines
        self._most_lines = most_lines
        self.input.setPlaceholderText(placeholder)
        self.input.document().setDocumentMargin(theme.px(SPACE_8))
        self.input.setMinimumHeight(self._height_of(lines))
        self.input.textChanged.connect(self.changed)
        vertical = QSizePolicy.Policy.Expanding
        if most_lines is not None:
            vertical = QSizePolicy.Policy.Fixed
            self.input.setFixedHeight(self._height_of(lines))
            self.input.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def text(self) -> str:
        """What is typed."""
        return self.input.toPlainText()

    def set_text(self, text: str) -> None:
        """Put text in. What was typed before cannot be undone back."""
        self.input.expect(text)
        self.input.setPlainText(text)

    def clear(self) -> None:
        """Empty the field."""
        self.input.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the lines that there are at another width."""
        super().resizeEvent(event)
        if self._most_lines is not None:
            soon(self, self._grow)

    def _height_of(self, lines: int) -> int:
        # Each line takes whole pixels: the height in whole numbers would leave the last one half out of view.
        line = ceil(QFontMetricsF(self.input.font()).lineSpacing())
        return lines * line + 2 * self.theme.px(SPACE_8) + 4

    def _grow(self) -> None:
        # A plain text document measures its height in lines.
        lines = int(self.input.document().size().height())
        most = self._most_lines or lines
        self.input.setFixedHeight(self._height_of(max(self._lines, min(lines, most))))
