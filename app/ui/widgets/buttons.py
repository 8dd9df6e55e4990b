"""Buttons: ink for the one that matters most on a screen, and two quieter kinds.

The style sheet draws ground and edge; the words and the icon are drawn here, so that their gap, their side and
their colour hold on every platform.
"""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from app.ui.theme import BOLD, MEDIUM, Theme
from app.ui.widgets.plain_tooltip import plain_tooltip


class Button(QPushButton):
    """A push button with words, an icon, or both. Not used by itself: see the kinds below."""

    kind = "plain"
    ink = "text"
    weight = MEDIUM

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str | None = None,
        hint: str = "",
        *,
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`hint` is a sentence or keys for the tooltip. `icon_after` puts the icon behind the words."""
        super().__init__(parent)
        self.theme = theme
        self._words = text
        self._icon_name = theme.icons.known(icon) if icon else None
        self._icon_after = icon_after
        self._hint = hint
        self._reason = ""
        self._words_shown = True
        self.setProperty("kind", self.kind)
        self.setFont(theme.font("body", self.weight))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.set_words(text)

    def words(self) -> str:
        """The words as they were given, shown or not."""
        return self._words

    def set_words(self, text: str) -> None:
        """Change the words, for the eye and for a screen reader."""
        self._words = text
        # An ampersand in somebody's pseudonym is no shortcut.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._describe()
        self.updateGeometry()

    def set_hint(self, hint: str) -> None:
        """Change the sentence or the keys of the tooltip."""
        self._hint = hint
        self._describe()

    def set_icon_name(self, icon: str | None) -> None:
        """Change the icon. Raises BugError for a name that is not bundled."""
        self._icon_name = self.theme.icons.known(icon) if icon else None
        self.updateGeometry()
        self.update()

    def set_words_shown(self, shown: bool) -> None:
        """Show the icon alone where room is scarce; the words move to the tooltip and stay the name."""
        self._words_shown = shown or self._icon_name is None
        self._describe()
        self.updateGeometry()
        self.update()

    def set_available(self, available: bool, reason: str = "") -> None:
        """Enable, or disable with a sentence that says why."""
        self._reason = "" if available else reason
        self.setEnabled(available)
        self._describe()

    def _describe(self) -> None:
        parts = ["" if self._words_shown else self._words, self._hint, self._reason]
        self.setToolTip(plain_tooltip("\n".join(part for part in parts if part)))
        self.setAccessibleDescription(self._reason or self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does: outside of dialogs Qt knows Space alone."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    # Sizes

    def _icon_size(self) -> int:
        return round(self.font().pixelSize() * 1.18)

    def _gap(self) -> int:
        return round(self._icon_size() * 0.4)

    def _padding(self) -> int:
        return round(self._least_height() * 0.4)

    def _least_height(self) -> int:
        return self.theme.size("button")

    def sizeHint(self) -> QSize:
        """Room for the words, the icon and the padding."""
        height = max(self._least_height(), round(self.fontMetrics().height() * 1.3))
        width = self._content_width()
        if not self._words_shown or not self._words:
            return QSize(max(height, width + 2 * self._gap()), height)
        return QSize(width + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut."""
        return self.sizeHint()

    def _content_width(self) -> int:
        width = 0
        if self._words_shown and self._words:
            width += self.fontMetrics().horizontalAdvance(self._words) + 1
        if self._icon_name:
            width += self._icon_size() + (self._gap() if width else 0)
        return width

    # Painting

    def _ink_token(self) -> str:
        return self.ink if self.isEnabled() else "disabled"

    def _icon_filled(self) -> bool:
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge by the style sheet, then words and icon."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        self._paint_content(painter, self._content_rect())

    def _content_rect(self) -> QRect:
        width = min(self._content_width(), self.width())
        return QRect((self.width() - width) // 2, 0, width, self.height())

    def _paint_content(self, painter: QStylePainter, rect: QRect) -> None:
        icon_size = self._icon_size() if self._icon_name else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_left = mirrored == self._icon_after
        words = QRect(rect)
        if self._icon_name:
            x = rect.left() if icon_left else rect.right() + 1 - icon_size
            y = (self.height() - icon_size) / 2
            self.theme.icons.paint(
                painter,
                QRectF(x, y, icon_size, icon_size),
                self._icon_name,
                self._ink_token(),
                filled=self._icon_filled(),
            )
            taken = icon_size + self._gap()
            words.adjust(taken if icon_left else 0, 0, 0 if icon_left else -taken, 0)
        if self._words_shown and self._words:
            painter.setPen(self.theme.colour(self._ink_token()))
            painter.setFont(self.font())
            painter.drawText(
                words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, self._words
            )

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when enabled or disabled: the words' colour is ours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()


class PrimaryButton(Button):
    """The one button of a screen that goes on. Where something else on the screen goes on, it can step back."""

    kind = "primary"
    ink = "onink"
    weight = BOLD

    def set_prominent(self, prominent: bool) -> None:
        """Be the primary button, or look like a plain one."""
        self.ink = "onink" if prominent else "text"
        self.setProperty("kind", "primary" if prominent else "plain")
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()


class PlainButton(Button):
    """The default: an edge on paper."""


class QuietButton(Button):
    """No edge until the pointer or the focus is on it. For bars, and for what is seldom wanted."""

    kind = "quiet"

    def _padding(self) -> int:
        return round(self._least_height() * 0.3)
