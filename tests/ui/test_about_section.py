"""Settings: what the program is, what it is made of, and the words of each licence."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import __version__
from app.controllers.parts import Parts
from app.paths import resources_folder
from app.ui.about_section import AboutSection
from tests.ui.views.furnished import theme, words_on


def about(qtbot: QtBot, resources: Path | None = None) -> AboutSection:
    """The section, shown."""
    made = AboutSection(theme(shared=False), Parts(__version__, resources or resources_folder()))
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot: QtBot) -> AboutSection:
    """The section with its parts listed, the keyboard among them."""
    made = about(qtbot)
    made.focus_entry().setFocus()
    QTest.keyClick(made.focus_entry(), Qt.Key.Key_Return)
    return made


def choose(section: AboutSection, begins: str) -> None:
    """Choose the part whose line begins so."""
    model = section.parts.model
    rows = [row for row in range(model.rowCount()) if model.index(row).data().startswith(begins)]
    section.parts.list.setCurrentIndex(model.index(rows[0]))


def test_it_says_what_this_is_and_what_it_does_not_do(qtbot: QtBot) -> None:
    words = " ".join(words_on(about(qtbot)))
    assert f"Trialogue, version {__version__}" in words
    assert "Apache License 2.0" in words
    assert "does not diagnose, score or treat" in words


def test_nothing_is_read_before_somebody_asks(qtbot: QtBot, tmp_path: Path) -> None:
    section = about(qtbot, tmp_path / "nowhere")
    assert section.parts.isHidden()
    assert section.parts.model.rowCount() == 0


def test_asked_by_the_keyboard_it_lists_the_parts_and_stays_there(qtbot: QtBot) -> None:
    section = opened(qtbot)
    lines = section.parts.model.stringList()
    assert len(lines) >= 50
    assert any(line.startswith("SQLCipher ") and "within sqlcipher3: BSD-3-Clause" in line for line in lines)
    assert any(line.startswith("pyside6-essentials ") and "LGPL-3.0-only" in line for line in lines)
    assert section.focus_entry() is section.parts.list
    assert section.parts.list.currentIndex().row() == 0
    assert section.ask.isHidden()


def test_choosing_one_shows_the_words_of_its_licence(qtbot: QtBot) -> None:
    section = opened(qtbot)
    for name, words in (
        ("SQLCipher", "ZETETIC LLC"),
        ("Literata", "SIL Open Font License"),
        ("pyside6-essentials", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("llama.cpp", "The ggml authors"),
    ):
        choose(section, name)
        assert words.lower() in section.parts.text.toPlainText().lower()
        assert section.parts.whole.text().startswith(name)


def test_arrows_go_from_one_to_the_next_and_tab_leaves_the_words(qtbot: QtBot) -> None:
    section = opened(qtbot)
    before = section.parts.text.toPlainText()
    QTest.keyClick(section.parts.list, Qt.Key.Key_Down)
    assert section.parts.list.currentIndex().row() == 1
    assert section.parts.text.toPlainText() != before
    assert section.parts.text.tabChangesFocus()


def test_the_words_are_plain_can_be_selected_and_not_changed(qtbot: QtBot) -> None:
    section = opened(qtbot)
    text = section.parts.text
    assert isinstance(text, QPlainTextEdit)
    assert text.isReadOnly()
    flags = text.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in section.findChildren(QLabel))


def test_where_the_words_are_not_there_that_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Parts, "licence_text", lambda _parts, _part: "")
    section = opened(qtbot)
    assert section.parts.text.toPlainText() == "The words of this licence are not on this computer."
