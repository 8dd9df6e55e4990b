"""The shared screen: large, calm, and made of nothing but what may be shared."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.controllers.together import Together
from app.domain.shared import SharedArriving, SharedNothing, SharedPage, SharedTurn, ensure_shareable
from app.ui.follow_end import FollowEnd
from app.ui.sentences import reason_sentence
from app.ui.soon import soon
from app.ui.theme import Theme
from app.ui.tokens import SPACE_12, SPACE_16, SPACE_24, SPACE_32, SPACE_56, PresetName
from app.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from app.ui.widgets.card import Bar
from app.ui.widgets.fit_look import FIT_KEYS
from app.ui.widgets.label import Caption, Heading, Hint
from app.ui.widgets.mark_picker import MarkPicker, MattersToggle
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.voice_badge import VoiceLabel
from app.ui.words import shortened

_SCROLL_KEYS = {Qt.Key.Key_Space: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_LONGEST_NAME = 14
_LONGEST_IN_TITLE = {PresetName.DESK: 24, PresetName.SIDE: 24, PresetName.ROOM: 10}


class TogetherScreen(QWidget):
    """One statement in front of one voice, or an answer as it arrives; or covered.

    What it draws it takes from `Together.page` alone, and has checked against the allow-list.
    """

    def __init__(self, theme: Theme, together: Together) -> None:
        super().__init__()
        self._theme = theme
        self._together = together
        self._shown: tuple[bool, SharedPage] | None = None
        self._content: QWidget | None = None
        self.turn: TurnPage | None = None
        self.setProperty("kind", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        together.page_changed.connect(self._show_page)
        self._show_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: 1 to 4, M and the arrows work at once."""
        super().showEvent(event)
        soon(self, self.setFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 mark, M matters, arrows move, Esc asks to turn the screen. While covered only Esc works."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._together.ask_to_return()
        elif key in _SCROLL_KEYS and isinstance(self._content, _SharedPage):
            self._content.scroll_by(_SCROLL_KEYS[key])
        elif self._together.covered or self.turn is None:
            super().keyPressEvent(event)
        elif key in FIT_KEYS:
            if self.turn.picker.isEnabled():
                self.turn.picker.choose(FIT_KEYS[key])
        elif key == Qt.Key.Key_M:
            self.turn.matters.click()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self._together.step(1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self._together.step(-1)
        else:
            super().keyPressEvent(event)

    def _show_page(self) -> None:
        page = self._together.page()
        ensure_shareable(page)
        covered = self._together.covered
        if (covered, page) == self._shown:
            return
        self._shown = (covered, page)
        if not covered and self._goes_on(page):
            return
        old, self._content = self._content, None
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.turn = None
        self._content = self._new_content(covered, page)
        self._column.addWidget(self._content)
        self._content.show()
        self.setFocus()

    def _goes_on(self, page: SharedPage) -> bool:
        """Show the page in what stands there already, where only a mark or the end of an answer is new."""
        content = self._content
        if (
            isinstance(content, TurnPage)
            and isinstance(page, SharedTurn)
            and content.shows_same_statement(page)
        ):
            content.show_mark(page)
            return True
        if isinstance(content, ArrivingPage) and isinstance(page, SharedArriving):
            return content.append(page)
        return False

    def _new_content(self, covered: bool, page: SharedPage) -> QWidget:
        if covered:
            return CoveredPage(self._theme, self._together)
        if isinstance(page, SharedTurn):
            self.turn = TurnPage(self._theme, self._together, page)
            return self.turn
        return ArrivingPage(self._theme, self._together, page)


class _SharedPage(QWidget):
    """Head with a title and Cover, a body that scrolls if it must, and a foot."""

    def __init__(self, theme: Theme, together: Together, title: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        side = SPACE_56
        head.setContentsMargins(side, SPACE_24, side, SPACE_12)
        # The title may take what the button leaves: a name is cut only where the row ends.
        left = QHBoxLayout()
        left.addWidget(title)
        if isinstance(title, VoiceLabel):
            left.addStretch(1)
        head.addLayout(left, 1)
        self.cover = QuietButton(theme, self.tr("Cover"), "eye-off", "F9")
        self.cover.clicked.connect(lambda: together.set_covered(True))
        head.addWidget(self.cover)
        column.addLayout(head)
        content = QWidget()
        content.setProperty("kind", "content")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(side, SPACE_12, side, SPACE_24)
        self.body.setSpacing(SPACE_16)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        column.addWidget(self._scroll, 1)
        self.foot = Bar(theme, at_foot=True)
        self.to_desk = QuietButton(theme, self.tr("To the desk"), "monitor", "Esc")
        self.to_desk.clicked.connect(together.ask_to_return)
        column.addWidget(self.foot)

    def scroll_by(self, pages: int) -> None:
        """Move the text by so much of what is in view, less a little that stays."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * 0.85 * bar.pageStep()))


class TurnPage(_SharedPage):
    """One statement, and four equal choices for the voice whose turn it is."""

    def __init__(self, theme: Theme, together: Together, page: SharedTurn) -> None:
        title = VoiceLabel(
            theme,
            page.voice.kind,
            page.voice.name,
            words=_turn_words(shortened(page.voice.name, _LONGEST_IN_TITLE[theme.preset.name])),
            role="title",
        )
        super().__init__(theme, together, title)
        self._together = together
        self._page = page
        self.body.addStretch(2)
        head = QHBoxLayout()
        head.addWidget(VoiceLabel(theme, "ai", "", words=self.tr("The AI text says"), role="body"))
        head.addStretch(1)
        count = self.tr("{number} of {total}").format(
            number=page.statement.number, total=page.statement.total
        )
        head.addWidget(Hint(theme, count, wraps=False))
        self.body.addLayout(head)
        self.body.addWidget(ReadingText(theme, page.statement.text))
        self.body.addSpacing(SPACE_16)
        question = self.tr("How does this sit with you?")
        self.body.addWidget(Caption(theme, question))
        self.picker = MarkPicker(theme, page.voice.kind, question, large=True)
        self.picker.fit_chosen.connect(together.choose_fit)
        self.body.addWidget(self.picker)
        row = QHBoxLayout()
        row.setSpacing(SPACE_24)
        self.matters = MattersToggle(theme, page.voice.kind, large=True)
        self.matters.matters_changed.connect(together.choose_matters)
        row.addWidget(self.matters)
        words = self.tr("There is no right answer. You can change it later.")
        closed = together.marking_permission().reason
        if closed is not None:
            words = reason_sentence(closed)
            self.picker.setEnabled(False)
            self.matters.setEnabled(False)
        row.addWidget(Hint(theme, words), 1)
        self.body.addLayout(row)
        self.body.addStretch(3)
        self._fill_foot(theme)
        self.show_mark(page)

    def shows_same_statement(self, page: SharedTurn) -> bool:
        """Whether only the mark differs from what is shown."""
        return (page.voice, page.next_voice, page.statement) == (
            self._page.voice,
            self._page.next_voice,
            self._page.statement,
        )

    def show_mark(self, page: SharedTurn) -> None:
        """Show what this voice marked."""
        self._page = page
        self.picker.set_fit(page.mark.fit)
        self.matters.set_matters(page.mark.matters)
        marked = page.mark.fit is not None
        self.next.set_words(self.tr("Next") if marked or self._is_last() else self.tr("Skip this one"))

    def _is_last(self) -> bool:
        return self._page.statement.number == self._page.statement.total

    def _fill_foot(self, theme: Theme) -> None:
        row = self.foot.row
        self.back = PlainButton(theme, self.tr("Back"), "chevron-left")
        self.back.clicked.connect(lambda: self._together.step(-1))
        self.back.set_available(self._page.statement.number > 1, self.tr("This is the first one."))
        row.addWidget(self.back)
        row.addWidget(self.to_desk)
        row.addStretch(1)
        self.hand_on = PlainButton(
            theme, _turn_words(shortened(self._page.next_voice.name, _LONGEST_NAME)), "users"
        )
        self.hand_on.clicked.connect(self._together.hand_on)
        row.addWidget(self.hand_on)
        self.next = PrimaryButton(theme, self.tr("Next"), "chevron-right", icon_after=True)
        self.next.clicked.connect(lambda: self._together.step(1))
        self.next.set_available(not self._is_last(), self.tr("This is the last one."))
        row.addWidget(self.next)


class ArrivingPage(_SharedPage):
    """An answer as it arrives, whole statements only; or a calm page while there is nothing to look at."""

    def __init__(self, theme: Theme, together: Together, page: SharedArriving | SharedNothing) -> None:
        question = page.question if isinstance(page, SharedArriving) else ""
        super().__init__(theme, together, Heading(theme, question, "body"))
        self._theme = theme
        self._question = question
        self._count = 0
        self._statements = QVBoxLayout()
        self._statements.setSpacing(SPACE_12)
        if isinstance(page, SharedArriving):
            self.body.addWidget(
                VoiceLabel(theme, "ai", "", words=self.tr("The AI text is arriving"), role="body")
            )
            self.body.addLayout(self._statements)
            self.append(page)
            FollowEnd(self._scroll.verticalScrollBar())
        else:
            self.body.addStretch(1)
            hint = Hint(theme, self.tr("Nothing to look at yet."), wraps=False)
            self.body.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.foot.row.addWidget(self.to_desk)
        self.foot.row.addStretch(1)

    def append(self, page: SharedArriving) -> bool:
        """Add the statements that are new and follow them, unless somebody has scrolled back.

        Returns whether it is the same answer going on; if not, nothing was added.
        """
        if page.question != self._question or len(page.statements) < self._count:
            return False
        for statement in page.statements[self._count :]:
            self._statements.addWidget(ReadingText(self._theme, statement.text))
        self._count = len(page.statements)
        return True


class CoveredPage(QWidget):
    """Opaque, nothing behind. Anybody in the room can cover and uncover it."""

    def __init__(self, theme: Theme, together: Together) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_24)
        column.addStretch(1)
        sign = QLabel()
        sign.setPixmap(theme.icons.pixmap("eye-off", theme.px(72), "text2", self.devicePixelRatioF()))
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        title = Heading(theme, self.tr("Covered"), wraps=False)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        words = self.tr("Take the time you need. Nothing is shown.")
        column.addWidget(Hint(theme, words, wraps=False), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_32)
        self.uncover = PrimaryButton(theme, self.tr("Show again"), "eye", "F9")
        self.uncover.clicked.connect(lambda: together.set_covered(False))
        column.addWidget(self.uncover, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


def _turn_words(name: str) -> str:
    return QCoreApplication.translate("TurnPage", "{name}’s turn").format(name=name)
