"""Bringing at the desk: opening, dropping and pasting files, pictures and text, and offering to take a chat apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.controllers.importing import Fault, Importing, ImportState
from app.controllers.permission import Action
from app.controllers.source import Source
from app.tour.driver import click, press, settle, wait_until
from app.ui.bring_pane import BringPane
from app.ui.bring_words import fault_sentence
from app.ui.carried import CarriedKind, carried_kind
from tests.controllers.importing import CHAT, text_file
from tests.controllers.parts import OpenDesk
from tests.ui.views.furnished import furnished, theme


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    """A desk with a session."""
    with furnished(qtbot, tmp_path) as opened:
        opened.room.choose_answer(None)
        yield opened


@pytest.fixture
def pane(qtbot: QtBot, desk: OpenDesk) -> Iterator[BringPane]:
    """The way of bringing, shown, with the keyboard in the answer."""
    made = BringPane(theme(shared=False), desk.desk, desk.local_model)
    made.resize(1_000, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_way(1)
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Source, ...]]:
    """What was given to be read, instead of being read."""
    given: list[tuple[Source, ...]] = []
    monkeypatch.setattr(Importing, "open", lambda _self, sources: given.append(tuple(sources)))
    return given


def files_of(*paths: Path) -> QMimeData:
    """Files as a file manager hands them over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


class Copied(QMimeData):
    """A picture as another program copies it: in some formats, of which `held` are there when they are asked for."""

    def __init__(self, held: dict[str, bytes]) -> None:
        super().__init__()
        self._held = held
        self.asked: list[str] = []

    def formats(self) -> list[str]:
        return [*self._held, "application/x-qt-image"]

    def hasFormat(self, mimetype: str) -> bool:  # noqa: N802 - Qt calls it by name
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, _type: object) -> object:  # noqa: N802 - Qt calls it by name
        self.asked.append(mimetype)
        return QByteArray(self._held.get(mimetype, b""))


HOSTILE = b"\x89PNG\r\n\x1a\n and whatever breaks a decoder"


def picture() -> Copied:
    """What says that it is a picture."""
    return Copied({"image/bmp": b"BM", "image/jpeg": HOSTILE, "text/x-other": b""})


def drop(pane: BringPane, data: QMimeData) -> bool:
    """Drag something onto the pane and let it go; return whether it was taken."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    pane.dragEnterEvent(entered)
    if not entered.isAccepted():
        return False
    assert pane.brings.drop.property("above") is True
    pane.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    settle()
    assert pane.brings.drop.property("above") is False
    return True


def paste(pane: BringPane, data: QMimeData) -> None:
    """Press Ctrl+V where the keyboard is."""
    QGuiApplication.clipboard().setMimeData(data)
    press(pane, "Ctrl+V")


def test_files_are_dropped_in_the_order_of_their_names(
    pane: BringPane, opened: list[tuple[Source, ...]], tmp_path: Path
) -> None:
    files = [tmp_path / f"Screen-{number}.png" for number in (2, 10, 9)]
    assert drop(pane, files_of(*files))
    assert opened == [(files[0], files[2], files[1])]


def test_text_is_dropped_and_pasted_into_the_answer_and_a_page_as_its_words(pane: BringPane) -> None:
    data = QMimeData()
    data.setText("Rest helps.")
    assert drop(pane, data)
    page = QMimeData()
    page.setHtml("<p>You may <b>rest</b>.</p><script>no()</script>")
    assert drop(pane, page)
    assert pane.brings.answer.text() == "Rest helps.You may rest."
    pane.brings.answer.clear()
    pane.brings.service.setFocus()
    pane.brings.drop.open.setFocus()
    paste(pane, page)
    assert pane.brings.answer.text() == "You may rest."


def test_what_is_nothing_that_can_be_brought_is_not_taken(pane: BringPane) -> None:
    data = QMimeData()
    data.setData("application/x-other", b"1")
    remote = QMimeData()
    remote.setUrls([QUrl("https://example.org/a.png")])
    assert not drop(pane, data)
    assert not drop(pane, remote)


@pytest.mark.parametrize("in_answer", [True, False])
def test_pasted_files_are_read(
    pane: BringPane, opened: list[tuple[Source, ...]], tmp_path: Path, in_answer: bool
) -> None:
    (pane.brings.answer if in_answer else pane.brings.drop.open).setFocus()
    settle()
    paste(pane, files_of(tmp_path / "a.pdf"))
    assert opened == [(tmp_path / "a.pdf",)]
    assert pane.brings.answer.text() == ""


def test_the_bytes_of_a_pasted_picture_go_to_the_reader_and_the_window_decodes_none_of_it(
    pane: BringPane, opened: list[tuple[Source, ...]]
) -> None:
    data = picture()
    paste(pane, data)
    assert opened == [(HOSTILE,)]
    assert {kind for kind in data.asked if kind.startswith("image")} == {"image/jpeg"}


def test_whether_a_picture_can_be_brought_is_told_without_asking_for_it() -> None:
    data = picture()
    assert carried_kind(data) is CarriedKind.PICTURE
    assert not [kind for kind in data.asked if kind.startswith("image")]


@pytest.mark.parametrize("held", [{"image/bmp": b"BM"}, {"image/png": b""}])
def test_a_picture_of_no_kind_that_is_read_says_what_to_do(
    pane: BringPane, opened: list[tuple[Source, ...]], held: dict[str, bytes]
) -> None:
    assert drop(pane, Copied(held))
    assert opened == []
    assert "Save it as a file" in pane.brings.fault.sentence.text()
    assert pane.brings.fault.isVisible()


def test_where_bytes_cannot_be_handed_over_a_pasted_picture_says_what_to_do(
    pane: BringPane, opened: list[tuple[Source, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.carried.takes_bytes", lambda: False)
    paste(pane, picture())
    assert opened == []
    assert "Save it as a file" in pane.brings.fault.sentence.text()
    assert pane.brings.fault.isVisible()


def test_text_goes_before_a_picture_of_it() -> None:
    data = Copied({"text/plain": b"Rest helps.", "image/png": HOSTILE})
    assert carried_kind(data) is CarriedKind.TEXT
    assert carried_kind(QMimeData()) is CarriedKind.NOTHING


def test_ctrl_o_asks_for_files_in_a_dialog_that_is_the_programs_own(
    pane: BringPane, opened: list[tuple[Source, ...]], tmp_path: Path
) -> None:
    file = text_file(tmp_path, "Rest helps.")
    press(pane, "Ctrl+O")
    dialog = pane.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    assert all(url.isLocalFile() for url in dialog.sidebarUrls())
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(str(file))
    dialog.accept()
    settle()
    assert opened == [(file,)]


def test_ctrl_o_works_from_the_other_way_too(pane: BringPane) -> None:
    pane.show_way(0)
    press(pane, "Ctrl+O")
    dialog = pane.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    settle()
    assert pane.brings.isVisible()


def test_a_dialog_that_is_put_away_opens_nothing(pane: BringPane, opened: list[tuple[Source, ...]]) -> None:
    click(pane.brings.drop.open)
    dialog = pane.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    settle()
    assert opened == []


def test_a_chat_is_offered_as_turns_and_taken_apart_by_a_click_alone(pane: BringPane, desk: OpenDesk) -> None:
    pane.brings.answer.set_text("It takes two.")
    settle()
    assert not pane.brings.turns.isVisible()
    pane.brings.answer.set_text(CHAT)
    wait_until(pane.brings.turns.isVisible, "it is offered")
    assert pane.brings.turns.sentence.text() == "This reads like a chat with 4 turns."
    states = [desk.desk.importing.state]
    click(pane.brings.turns.action)
    states.append(desk.desk.importing.state)
    assert states == [ImportState.NOTHING, ImportState.CHOOSING]


def test_what_stood_in_the_way_is_told_until_it_is_put_away(pane: BringPane, desk: OpenDesk) -> None:
    importing = desk.desk.importing
    importing.fault = Fault.ENCRYPTED
    importing.changed.emit()
    assert pane.brings.fault.sentence.text() == fault_sentence(Fault.ENCRYPTED)
    click(pane.brings.fault.dismiss)
    assert not pane.brings.fault.isVisible()
    assert desk.desk.importing.fault is None


def test_where_bringing_is_closed_nothing_is_taken_and_the_button_says_why(
    qtbot: QtBot, tmp_path: Path, opened: list[tuple[Source, ...]]
) -> None:
    with furnished(qtbot, tmp_path) as desk:
        desk.room.gate.set_closed_by_place(frozenset({Action.BRING_ANSWER}))
        pane = BringPane(theme(shared=False), desk.desk, desk.local_model)
        pane.show()
        pane.show_way(1)
        settle()
        assert not drop(pane, files_of(tmp_path / "a.pdf"))
        paste(pane, files_of(tmp_path / "a.pdf"))
        press(pane, "Ctrl+O")
        assert opened == []
        assert pane.findChild(QFileDialog) is None
        assert not pane.brings.drop.open.isEnabled()
        assert "place of practice" in pane.brings.drop.open.toolTip()
        pane.close()
        pane.deleteLater()
        settle()
