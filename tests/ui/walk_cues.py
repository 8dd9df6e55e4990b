"""Looks at what was noticed: the cards in the private panel, and a statement that is held and let through."""

from collections.abc import Iterator

from app.compose.desk import noticing_rules
from app.domain.notice import NoticeKind
from app.tour.driver import click, press, settle, wait_until
from app.ui.bring_pane import BringPane
from app.ui.cues.part import CuesPart
from app.ui.explorations import ExplorationStrip
from app.ui.reading_pane import ReadingPane
from app.ui.statement_editor import StatementEditor
from tests.ui.walk import ANSWER, Visit

HELD = "Your family would be better off without you."


def from_rule_files() -> Iterator[str]:
    """Yield what rules say of themselves, which is written in each language, and what they find."""
    rules = noticing_rules()
    for rule_id in rules.rules:
        why = rules.why(rule_id, "en")
        # In the name of a card it stands without its full stop.
        yield from (why, why.rstrip("."))
    yield from (rules.consider(kind, "en") for kind in NoticeKind)
    yield HELD
    yield from (HELD[notice.start : notice.end] for notice in rules.of_ai(HELD, frozenset()))


def cues(visit: Visit) -> None:
    """An answer with a sentence that is held: listed, unfolded, let through, held again, dismissed, taken back."""
    click(visit.shown(ExplorationStrip).new)
    pane = visit.shown(BringPane)
    click(pane.bring_tab)
    pane.brings.answer.set_text(f"{HELD} {ANSWER}")
    click(pane.brings.bring)
    visit.shown(ReadingPane)
    part = next(iter(visit.window.findChildren(CuesPart)))
    wait_until(lambda: bool(part.cards), "something is noticed")
    if not part.isVisible():
        press(visit.window, "Ctrl+.")
    visit.look("cues: a card")
    card = next(card for card in part.cards.values() if card.cue.holds)
    click(card.actions_below.unfold)
    visit.look("cues: what one might consider")
    editor = visit.shown(StatementEditor)
    visit.look("cues: the statement is held")
    click(card.actions_below.let_through)
    settle()
    visit.look("cues: it is let through")
    visit.desk.room.undo()
    settle()
    card = next(card for card in part.cards.values() if card.cue.holds)
    click(card.actions_below.dismiss)
    visit.look("cues: dismissed")
    assert editor is not None
