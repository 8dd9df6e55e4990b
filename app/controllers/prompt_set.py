"""What the model is told and people are guided by, in one language."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import BugError
from app.explore.cards import Card, read_cards
from app.explore.lenses import Lens, LensFrame, read_lens_frame, read_lenses
from app.explore.phrasings import PhrasingTemplates, read_phrasings
from app.explore.prompts import AnswerPrompt, read_answer_prompt


@dataclass(frozen=True, slots=True)
class PromptSet:
    """All prompt files of a language. Lenses and cards are in the order in which they are offered."""

    answer: AnswerPrompt
    frame: LensFrame
    lenses: tuple[Lens, ...]
    cards: tuple[Card, ...]
    phrasings: PhrasingTemplates

    def lens(self, lens_id: str) -> Lens:
        """Return a lens by its id. Raises BugError."""
        for lens in self.lenses:
            if lens.id == lens_id:
                return lens
        raise BugError("a lens that there is no file of")

    def card(self, card_id: str | None) -> Card:
        """Return a card by its id, or the first one if there is none of that id any more."""
        return next((card for card in self.cards if card.id == card_id), self.cards[0])


def read_prompts(folder: Path) -> PromptSet:
    """Read the files in the folder of one language under `resources/prompts/`. Raises BugError."""
    return PromptSet(
        answer=read_answer_prompt(folder),
        frame=read_lens_frame(folder),
        lenses=read_lenses(folder),
        cards=read_cards(folder),
        phrasings=read_phrasings(folder),
    )
