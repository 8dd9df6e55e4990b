"""A link in a text is letters: it is shown whole, can be copied, and nothing opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget

from app.domain.changes import Screen, View
from app.paths import DataFolder
from app.tour.driver import click, press, settle, shown, wait_until
from app.ui.bring_pane import BringPane
from app.ui.views.statement_choice import StatementChoice
from tests.flows.hands import Running, furnish, running
from tests.flows.played import MODEL_THAT_IS_NOT_THERE
from tests.ui.links import opening_links

SCHEMES = ("https", "http", "file", "mailto")
LINK = "https://rest.example.org/a?who=you&why=1#there"
TEXT = (
    f"See {LINK} today. "
    f'Or <a href="{LINK}">rest here</a>. Or [rest]({LINK}). Write to mailto:me@example.org now.'
)


class Opener(QObject):
    """Takes what Qt would have the system open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note it."""
        self.opened.append(url.toString())


@pytest.fixture
def opener() -> Iterator[Opener]:
    taker = Opener()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]  # the stubs want bytes
    QDesktopServices.openUrl(QUrl(LINK))
    assert taker.opened == [LINK], "the test would see it"
    taker.opened.clear()
    yield taker
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Running]:
    """An answer with links was brought."""
    furnish(DataFolder(tmp_path))
    with running(qapp, tmp_path, MODEL_THAT_IS_NOT_THERE) as seated:
        seated.unlock()
        seated.desk.room.choose_answer(None)
        settle()
        pane = shown(seated.window, BringPane)
        click(pane.bring_tab)
        pane.brings.answer.set_text(TEXT)
        click(pane.brings.bring)
        settle()
        yield seated


def _click_everywhere(root: QWidget) -> None:
    """Click all over every part that shows text, with Control, too, which some programs want for a link."""
    for part in root.findChildren(QWidget):
        if isinstance(part, QLabel | QPlainTextEdit | QTextEdit | StatementChoice) and part.isVisible():
            aim = part.viewport() if isinstance(part, QPlainTextEdit | QTextEdit | StatementChoice) else part
            for x in range(4, aim.width(), 60):
                for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
                    QTest.mouseClick(
                        aim, Qt.MouseButton.LeftButton, keys, QPoint(x, min(12, aim.height() // 2))
                    )
    settle()


@pytest.mark.parametrize("shared", [False, True], ids=["at the desk", "on the shared screen"])
def test_a_link_in_a_text_is_shown_letter_by_letter_and_a_click_opens_nothing(
    seat: Running, opener: Opener, shared: bool
) -> None:
    if shared:
        press(seat.window, "Ctrl+Shift+T")

    def is_shown() -> bool:
        return any(f"See {LINK} today." in part.accessibleName() for part in seat.window.findChildren(QLabel))

    # It is looked through first.
    wait_until(is_shown, "the text is shown")
    _click_everywhere(seat.window)
    assert opener.opened == []
    if shared:
        press(seat.window, "Escape")
        press(seat.window, "Return")


def test_a_link_in_a_text_can_be_copied(seat: Running) -> None:
    seat.look_at(View.PAGE)
    choice = shown(seat.window, StatementChoice)
    copied = []
    for row in range(choice.model().rowCount()):
        choice.setCurrentIndex(choice.model().index(row, 0))
        QTest.keyClick(choice, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        copied.append(QGuiApplication.clipboard().mimeData().text())
    assert any(f"See {LINK} today." in words for words in copied)


def test_nothing_on_any_screen_makes_links_of_words(seat: Running) -> None:
    for screen in (Screen.HOME, Screen.VAULT, Screen.SETTINGS, Screen.SESSION):
        seat.desk.room.show_screen(screen)
        settle()
        assert opening_links(seat.window) == [], screen
    for view in View:
        seat.desk.looking.show(view)
        settle()
        assert opening_links(seat.window) == [], view


def test_what_would_open_a_link_is_found(qapp: QApplication) -> None:
    root = QWidget()
    for label in (QLabel('<a href="x">x</a>', root), QLabel("x", root)):
        label.setOpenExternalLinks("<" not in label.text())
    rich = QTextEdit(root)
    rich.setHtml('<a href="x">x</a>')
    rich.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    assert len(opening_links(root)) == 3
    root.deleteLater()
    settle()
