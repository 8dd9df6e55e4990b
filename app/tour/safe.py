"""The steps of what keeps the room safe: where this is, what was noticed, what is held, and crisis lines."""

from dataclasses import dataclass

from app.controllers.settings import Language
from app.domain.shared import SharedTurn
from app.tour.driver import click, expect, part_of, press, settle, shown, type_into, wait_until
from app.tour.seat import Seat
from app.ui.bring_pane import BringPane
from app.ui.cues.part import CuesPart
from app.ui.explorations import ExplorationStrip
from app.ui.place_screen import PlaceScreen
from app.ui.reading_pane import ReadingPane
from app.ui.shared.turn import TurnPage
from app.ui.views.lines import LinesView

_ASKED = "Some days I don't want to be here any more. Is that normal?"
_BROUGHT = (
    "Many people have such days. Maybe your family would be better off without you. "
    "It can help to tell somebody how bad it gets."
)
_STRICTEST = "documents_only"
_PLACES = {Language.ENGLISH: "uk", Language.INDONESIAN: "indonesia"}


@dataclass(slots=True)
class SafeSteps(Seat):
    """What is asked at the beginning, and what is noticed on the way."""

    def place(self) -> None:
        """Say where this is practised; the strictest place says what it closes before it is chosen."""
        screen = shown(self.window, PlaceScreen)
        click(screen.choice.rows[_STRICTEST].button)
        self.picture("strictest")
        chosen = _PLACES[self.program.settings.language]
        click(screen.choice.rows[chosen].button)
        self.picture("chosen")
        click(screen.go_on)
        wait_until(lambda: self.window.screen_name == "desk", "the desk is shown")
        held = self.desk.place_of_practice.place
        expect(held is not None and held.id == chosen, "the place is kept")

    def cue(self) -> None:
        """Bring an answer in which phrases are noticed: they stand in the private panel alone."""
        click(shown(self.window, ExplorationStrip).new)
        pane = shown(self.window, BringPane)
        click(pane.bring_tab)
        type_into(pane.brings.brought_question, _ASKED)
        pane.brings.answer.input.insertPlainText(_BROUGHT)
        click(pane.brings.bring)
        shown(self.window, ReadingPane)
        wait_until(
            lambda: self._is_noticed_in(_ASKED) and self._is_noticed_in(_BROUGHT), "phrases are noticed"
        )
        listed = {card.cue.first.phrase for card in self._cues().cards.values()}
        expect(any(phrase in _ASKED for phrase in listed), "the client's has its card")
        expect(any(phrase in _BROUGHT for phrase in listed), "and so has the AI's")

    def held_statement(self) -> None:
        """What encourages is not on the shared screen until the therapist lets it through."""
        answer = self.chosen
        statements = self.record.statements_of(answer.id)
        held = [s for s in statements if self.desk.noticing.holds(answer, (s.start, s.end))]
        expect(len(held) == 1, "one statement is held")
        self._show_together()
        expect(self._total_shown() == len(statements) - 1, "it is not among those that are shown")
        self.picture("shared")
        self.back_to_the_desk()
        card = next(
            card
            for card in self._cues().cards.values()
            if card.cue.holds and card.cue.first.phrase in _BROUGHT
        )
        click(card.actions_below.let_through)
        span = (held[0].start, held[0].end)
        wait_until(lambda: not self.desk.noticing.is_held(answer, span), "it is let through")
        self._show_together()
        expect(self._total_shown() == len(statements), "and is shown from then on")
        self.back_to_the_desk()

    def crisis_lines(self) -> None:
        """One key on the shared screen shows who can be reached, and leads back; and one at the desk."""
        self._show_together()
        press(self.window, "F8")
        view = shown(self.window, LinesView)
        expect(bool(view.cards), "there are lines")
        self.picture("shared")
        press(self.window, "F8")
        shown(self.window, TurnPage)
        self.back_to_the_desk()
        press(self.window, "F8")
        shown(self.window, LinesView)
        self.picture("desk")
        press(self.window, "F8")
        shown(self.window, ReadingPane)

    def _is_noticed_in(self, text: str) -> bool:
        return any(one.source.text == text for one in self.desk.noticing.noticed())

    def _cues(self) -> CuesPart:
        """The part of the private panel, which is opened where there was no room for it."""
        part = part_of(self.window, CuesPart)
        if not part.isVisible():
            press(self.window, "Ctrl+.")
        wait_until(part.isVisible, "the private panel is shown")
        return part

    def _show_together(self) -> None:
        press(self.window, "Ctrl+Shift+T")
        wait_until(lambda: self.window.screen_name == "together", "the shared screen is shown")
        shown(self.window, TurnPage)
        settle()

    def _total_shown(self) -> int:
        page = self.desk.together.looking.page()
        expect(isinstance(page, SharedTurn), "a statement is shown")
        return page.statement.total if isinstance(page, SharedTurn) else 0
