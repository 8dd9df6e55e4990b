"""Going to where a phrase stands."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.controllers.noticed import Noticed, TextKind
from app.domain.answer import ThroughLens
from app.domain.changes import Spot, View
from app.domain.record import SessionRecord


def spot_of(noticed: Noticed, record: SessionRecord, now: Spot) -> Spot:
    """Return what to look at to see a phrase. `now` is what is looked at.

    It names no answer where there is none to look at: for a question that has no answer any more.
    """
    source, notice = noticed.source, noticed.notice
    _, *named = source.name.split(".")
    match source.kind:
        case TextKind.QUESTION:
            return Spot(answer_id=_latest_of(record, named[0]))
        case TextKind.CARD:
            answer_id = now.answer_id if _is_about(record, now, named[0]) else _latest_of(record, named[0])
            return Spot(view=View.CARDS, answer_id=answer_id, card=".".join(named[1:-1]))
        case TextKind.TAKE_AWAY | TextKind.NEXT_STEP:
            return replace(now, view=View.KEEP, answer_id=now.answer_id or record.latest_answer_id(), part=0)
        case TextKind.REMARK:
            return Spot(answer_id=source.answer_id, statement_id=source.statement_id)
        case TextKind.LENS:
            through = None if source.answer_id is None else record.answer(source.answer_id)
            if through is not None and isinstance(through.request, ThroughLens):
                return Spot(view=View.LENS, answer_id=through.request.answer_id, lens_id=through.id)
            return now
        case TextKind.WORDING:
            return Spot(answer_id=source.answer_id)
        case TextKind.ANSWER:
            statements = record.statements_of(source.answer_id or "")
            found = (s.id for s in statements if s.start < notice.end and notice.start < s.end)
            return Spot(answer_id=source.answer_id, statement_id=next(found, None))


def select_phrase(part: QWidget, noticed: Noticed) -> None:
    """Select the phrase in the field that holds its text, if there is one in this part of the screen."""
    text, notice = noticed.source.text, noticed.notice
    for field in part.findChildren(QPlainTextEdit):
        if field.isVisible() and field.toPlainText() == text:
            cursor = field.textCursor()
            cursor.setPosition(_units(text[: notice.start]))
            cursor.setPosition(_units(text[: notice.end]), QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _latest_of(record: SessionRecord, exploration_id: str) -> str | None:
    answers = record.shown_answers(exploration_id)
    return answers[-1].id if answers else None


def _is_about(record: SessionRecord, spot: Spot, exploration_id: str) -> bool:
    answer = None if spot.answer_id is None else record.answer(spot.answer_id)
    return answer is not None and answer.exploration_id == exploration_id


def _units(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
