"""The steps of looking further: reveal, ask again, ask differently, lens, words, take-aways, the page."""

from PySide6.QtWidgets import QAbstractButton

from app.domain.answer import Answer, AnswerState, AskedAgain, AskedDifferently
from app.domain.changes import View
from app.domain.mark import Fit
from app.tour.driver import click, expect, press, settle, shown, type_into, wait_until
from app.tour.seat import Seat
from app.ui.look_bar import WORDS_KEY, LookBar
from app.ui.shared.turn import TurnPage
from app.ui.views.again import AgainView
from app.ui.views.differently import DifferentlyView
from app.ui.views.keep import KeepView
from app.ui.views.lens import LensView
from app.ui.views.lens_choice import LensChoice
from app.ui.views.paper import PaperView
from app.ui.views.revealed import RevealedView
from app.ui.views.words import WordsView

TAKE_AWAY = "I do not have to explain every no."
NEXT_STEP = "Tell one friend how I really am."
_ANSWERS_MS = 300_000


class ExploringSteps(Seat):
    """What is done with an answer once it is marked."""

    __slots__ = ()

    def reveal(self) -> None:
        """Both have marked: on the shared screen, lay it open, side by side."""
        press(self.window, "Ctrl+Shift+T")
        shown(self.window, TurnPage)
        for key in ("Right", "1", "Right", "1"):
            press(self.window, key)
        expect(shown(self.window, TurnPage).picker.fit() is Fit.FITS, "the client marks")
        press(self.window, "Ctrl+Return")
        view = shown(self.window, RevealedView)
        wait_until(lambda: view.rows.graphicsEffect() is None, "the marks have come into view")
        expect(self.chosen.revealed_at is not None, "the marks are revealed, and kept so")
        self.picture("shared")
        self.back_to_the_desk()
        shown(self.window, RevealedView)

    def ask_again(self) -> None:
        """Ask the same question four times at once; see what stays and what changes."""
        self._look_at(View.AGAIN)
        view = shown(self.window, AgainView)
        self._press_last(view.foot())
        wait_until(lambda: len(self._round(AskedAgain)) == 4, "four answers are asked for")
        wait_until(
            lambda: all(self.desk.asking.text_of(one.id) for one in self._round(AskedAgain)),
            "all four arrive side by side",
            _ANSWERS_MS,
        )
        self.picture("arriving")
        wait_until(lambda: not self.desk.asking.arriving_ids, "all four have ended", _ANSWERS_MS)
        expect(all(one.text for one in self._round(AskedAgain)), "each has said something")
        press(self.window, "Ctrl+Shift+T")
        shown(self.window, AgainView)
        self.picture("shared")
        self.back_to_the_desk()

    def ask_differently(self) -> None:
        """Ask it in other words, and see what differs."""
        self._look_at(View.DIFFERENTLY)
        view = shown(self.window, DifferentlyView)
        self.picture("wordings")
        self._press_last(view.foot())
        wait_until(lambda: bool(self._round(AskedDifferently)), "several wordings are asked")
        wait_until(lambda: not self.desk.asking.arriving_ids, "all have ended", _ANSWERS_MS)
        expect(len({one.origin for one in self._round(AskedDifferently)}) > 1, "with seeds of their own")

    def lens(self) -> None:
        """Have the model say something about the answer that was brought."""
        self._look_at(View.LENS)
        choice = shown(self.window, LensChoice)
        self.picture("choice")
        click(
            next(
                part for part in choice.findChildren(QAbstractButton) if part.isVisible() and part.isEnabled()
            )
        )
        wait_until(lambda: bool(self._said_through_lenses()), "a lens is looked through")
        wait_until(lambda: not self.desk.asking.arriving_ids, "it has ended", _ANSWERS_MS)
        shown(self.window, LensView)
        expect(bool(self._said_through_lenses()[-1].text), "the model has said something")

    def word_view(self) -> None:
        """How expected each word was, for an answer that was made here."""
        brought = self.chosen.id
        made_here = self._round(AskedAgain)[0]
        expect(made_here.id in self.record.chances, "how expected each word was is recorded")
        self.desk.room.choose_answer(made_here.id)
        settle()
        press(self.window, WORDS_KEY)
        shown(self.window, WordsView)
        for _ in range(4):
            press(self.window, "Right")
        self.picture("word")
        press(self.window, WORDS_KEY)
        self.desk.room.choose_answer(brought)
        settle()

    def take_away(self) -> None:
        """Keep something in the client's own words, and agree on a next step."""
        self._look_at(View.KEEP)
        view = shown(self.window, KeepView)
        type_into(view.words, TAKE_AWAY)
        click(view.keep)
        take_aways = self.desk.room.keepsakes.of_session(self.record.session.id)
        expect([one.text for one in take_aways] == [TAKE_AWAY], "it is kept")
        type_into(view.step.words, NEXT_STEP)
        wait_until(
            lambda: self.desk.room.keepsakes.next_step(self.record.session.id).text == NEXT_STEP,
            "the next step is kept",
        )

    def page(self) -> None:
        """The page to take home, as it will be printed; the client approves it."""
        self._look_at(View.PAGE)
        view = shown(self.window, PaperView)
        wait_until(
            lambda: bool(view.preview.sheets.images) and not view.preview.is_outdated, "the page is drawn"
        )
        click(view.approve)
        expect(self.desk.take_home.is_approved(self.desk.looking.spot), "the client approved it")

    def _look_at(self, view: View) -> None:
        """By the button at the foot, or by the step above while another view's buttons stand there."""
        bar = shown(self.window, LookBar)
        button = bar.buttons[view]
        if button.isVisible():
            click(button)
        else:
            bar.asked.emit(view)
            settle()

    def _press_last(self, foot: tuple[QAbstractButton, ...]) -> None:
        """The primary button of a view is the last of its buttons."""
        wait_until(foot[-1].isEnabled, "the model is ready")
        click(foot[-1])

    def _round(self, kind: type[AskedAgain] | type[AskedDifferently]) -> tuple[Answer, ...]:
        rounds = self.record.rounds(self.chosen.exploration_id, kind)
        return self.record.round(rounds[-1]) if rounds else ()

    def _said_through_lenses(self) -> tuple[Answer, ...]:
        return tuple(
            one
            for answer in self.record.shown_answers(self.chosen.exploration_id)
            for one in self.record.through_lenses(answer.id)
            if one.state is not AnswerState.ARRIVING or one.text
        )
