"""The steps of bringing files: exports of chat services, a document, and pictures of a phone's screen."""

from dataclasses import dataclass
from pathlib import Path

from app.controllers.importing import Importing, ImportState
from app.domain.answer import Answer, AskedAgain, Brought
from app.domain.changes import View
from app.domain.conversation import Role
from app.tour.brought_files import (
    AGAIN,
    ANSWERED,
    ASKED,
    chatgpt_archive,
    claude_archive,
    gemini_activity,
    pdf_of_an_answer,
    picture_of_a_chat,
    png_of,
    written,
)
from app.tour.driver import click, expect, press, settle, shown, wait_until
from app.tour.seat import Seat
from app.ui.bring_pane import BringPane
from app.ui.explorations import ExplorationStrip
from app.ui.reading_pane import ReadingPane
from app.ui.views.archive import ArchiveView
from app.ui.views.chat import ChatView
from app.ui.views.closed_file import ClosedFileView
from app.ui.views.said_card import CorrectedCard

_WITHIN_MS = 120_000
_PICTURED = (
    (True, "Do I have to answer at once?"),
    (False, "You may take your time. Nobody can hear you hurry."),
)
_PICTURED_ON = (
    (True, "And if they are angry?"),
    (False, "Then they can say so. You can listen without a plan."),
)


@dataclass(slots=True)
class BringSteps(Seat):
    """What clients arrive with, each kept as an exploration of its own, and nothing else of the file."""

    def import_chatgpt(self) -> None:
        """Search an export, choose an answer that was made three times, and see what stays and what changes."""
        self._open([written(self.stick, "chatgpt.zip", chatgpt_archive(further=400))], ImportState.LISTED)
        view = shown(self.window, ArchiveView)
        self.picture("list")
        press(self.window, "Ctrl+F")
        view.search.input.insert("pushing friends away")
        press(self.window, "Return")
        wait_until(
            lambda: len(self._importing.rows()) == 1 and not self._importing.is_searching, "it is found"
        )
        self.picture("found")
        press(self.window, "Down")
        press(self.window, "Return")
        self._wait(ImportState.CHOOSING)
        chat = shown(self.window, ChatView)
        click(chat.cards[1].tick)
        self.picture("conversation")
        click(chat.bring)
        answer, question = self._kept("ChatGPT")
        expect(answer.text == ANSWERED and question == ASKED, "the answer is kept with its question")
        record = self.record
        rounds = record.rounds(answer.exploration_id, AskedAgain)
        texts = [other.text for round_id in rounds for other in record.round(round_id)]
        expect(texts == [ANSWERED, *AGAIN], "so are the answers in whose place it stood")
        expect(self._importing.state is ImportState.NOTHING, "and the rest is forgotten")

    def import_claude(self) -> None:
        """Look through an export together: it stays covered until the client chooses to look."""
        self._open([written(self.stick, "claude.zip", claude_archive())], ImportState.LISTED)
        press(self.window, "Ctrl+Shift+T")
        closed = shown(self.window, ClosedFileView)
        self.picture("covered")
        click(closed.look)
        view = shown(self.window, ArchiveView)
        view.list.setFocus()
        press(self.window, "Down")
        self.picture("together")
        press(self.window, "Return")
        self._wait(ImportState.CHOOSING)
        chat = shown(self.window, ChatView)
        click(chat.all)
        click(chat.bring)
        expect(self.window.screen_name == "together", "it is read together")
        self._kept("Claude")
        self.back_to_the_desk()
        shown(self.window, ReadingPane)

    def import_gemini(self) -> None:
        """A conversation of which the answers are chosen all at once."""
        self._open([written(self.stick, "MyActivity.json", gemini_activity())], ImportState.LISTED)
        before = len(self.record.shown_explorations())
        press(self.window, "Return")
        self._wait(ImportState.CHOOSING)
        chat = shown(self.window, ChatView)
        click(chat.all)
        click(chat.bring)
        self._kept("Gemini")
        expect(len(self.record.shown_explorations()) == before + 2, "each answer is looked at by itself")

    def import_pdf(self) -> None:
        """A document of which nobody says who wrote it: its one text is chosen already."""
        self._open([written(self.stick, "page.pdf", pdf_of_an_answer())], ImportState.CHOOSING)
        self.picture("document")
        click(shown(self.window, ChatView).bring)
        answer, question = self._kept("")
        expect("say no" in answer.text and not question, "its text is kept")

    def import_picture(self) -> None:
        """Two pictures of a phone's screen, in order: their words are corrected, and who speaks is said."""
        family = self.window.font().family()
        pictures = [
            written(self.stick, f"screen-{number}.png", png_of(picture_of_a_chat(family, said)))
            for number, said in enumerate((_PICTURED, _PICTURED_ON), start=1)
        ]
        self._open(pictures, ImportState.CHOOSING)
        chat = shown(self.window, ChatView)
        self.picture("beside-its-words")
        cards = [card for card in chat.cards if isinstance(card, CorrectedCard)]
        expect(len(cards) == len(_PICTURED), "two sides are told apart")
        click(cards[0].speaker.cells[Role.ASSISTANT.value])
        click(cards[0].speaker.cells[Role.USER.value])
        for card, (_is_person, words) in zip(cards, _PICTURED, strict=True):
            card.words.input.selectAll()
            card.words.input.insertPlainText(words)
        settle()
        click(chat.later)
        self.picture("second")
        click(chat.bring)
        answer, question = self._kept("")
        expect(
            (question, answer.text) == (_PICTURED[0][1], _PICTURED[1][1]), "it is kept as it was corrected"
        )

    def _open(self, files: list[Path], state: ImportState) -> None:
        """Have the desk read files, as by its button; the dialog is the toolkit's own."""
        new = shown(self.window, ExplorationStrip).new
        if new.isVisible():
            click(new)
        click(shown(self.window, BringPane).bring_tab)
        self._importing.open(files)
        self._wait(state)

    @property
    def _importing(self) -> Importing:
        return self.desk.importing

    def _wait(self, state: ImportState) -> None:
        importing = self._importing
        wait_until(
            lambda: importing.state is state or importing.fault is not None, "the file is read", _WITHIN_MS
        )
        expect(importing.state is state, f"it can be read, but: {importing.fault}")
        settle()

    def _kept(self, service: str) -> tuple[Answer, str]:
        """The answer that is being read now, which was brought, and its question."""
        settle()
        answer = self.chosen
        expect(self.desk.looking.spot.view == View.READ, "it is read")
        origin = answer.origin
        expect(isinstance(origin, Brought) and origin.service == service, "it says where it came from")
        return answer, self.record.exploration_of(answer.id).question
