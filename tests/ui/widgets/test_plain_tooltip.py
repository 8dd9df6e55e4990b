import pytest
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from app.domain.mark import Fit, Mark
from app.ui.theme import Theme
from app.ui.widgets.buttons import QuietButton
from app.ui.widgets.label import ElidedLabel
from app.ui.widgets.mark_chip import MarkChip
from app.ui.widgets.plain_tooltip import plain_tooltip

MARKUP = '<b>Maya</b><img src="file:///nowhere.png">'


class Watched(QTextDocument):
    """A document that keeps what it is asked to load."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def loadResource(self, _type: int, name: object) -> object:  # noqa: N802 - Qt calls it by name
        """Note it, and load nothing."""
        self.asked.append(str(name))
        return None


def shown(tooltip: str) -> str:
    """The letters that Qt draws for a tooltip."""
    if not Qt.mightBeRichText(tooltip):
        return tooltip
    document = Watched()
    document.setHtml(tooltip)
    document.size()
    assert document.asked == []
    return document.toPlainText()


@pytest.mark.parametrize(
    "words",
    [MARKUP, f"{MARKUP}\nand more", "<qt>Maya</qt>", "&lt;b&gt; <b>", "<!DOCTYPE html>", "a <br> 'b' \"c\""],
)
def test_what_looks_like_markup_is_shown_letter_by_letter(words: str) -> None:
    assert Qt.mightBeRichText(words)
    assert shown(plain_tooltip(words)) == words


@pytest.mark.parametrize("words", ["Maya", "one\ntwo", "Maya & Bo", "1 < 2", "I <3 you", "a&b;", "", "🙂"])
def test_ordinary_words_are_left_alone(words: str) -> None:
    assert plain_tooltip(words) == words


def test_a_button_a_name_and_a_chip_show_markup_letter_by_letter(qtbot: QtBot, theme: Theme) -> None:
    button = QuietButton(theme, MARKUP, "users", "F9")
    button.set_words_shown(False)
    name = ElidedLabel(theme, MARKUP)
    name.resize(40, 20)
    name.grab()
    chip = MarkChip(theme, "client", MARKUP)
    chip.show_mark(Mark(Fit.FITS))
    for part in (button, name, chip):
        qtbot.addWidget(part)

    assert shown(button.toolTip()) == f"{MARKUP}\nF9"
    assert shown(name.toolTip()) == MARKUP
    assert shown(chip.toolTip()) == chip.accessibleName()
    assert MARKUP in chip.accessibleName()
