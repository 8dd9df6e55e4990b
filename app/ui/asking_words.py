"""Why the model cannot be asked now, in words."""

from PySide6.QtCore import QCoreApplication

from app.controllers.asking import Asking
from app.errors import ErrorCode
from app.ui.sentences import reason_sentence, sentence


def why_not_ask(asking: Asking, *, question: str | None = None) -> str:
    """Return the sentence that says why nothing can be asked now; empty if it can.

    Args:
        asking: what would ask.
        question: the question that would be asked; None where none is needed.
    """
    closed = asking.permission().reason
    if closed is not None:
        return reason_sentence(closed)
    if question is not None and not question.strip():
        return QCoreApplication.translate("Asking", "It is not known what was asked.")
    if asking.arriving_ids:
        return QCoreApplication.translate("Asking", "An answer is still arriving.")
    obstacle = asking.obstacle()
    if obstacle in {ErrorCode.MODEL_LOADING, ErrorCode.ENGINE_NOT_STARTED}:
        return QCoreApplication.translate("Asking", "The model is getting ready. This takes a moment.")
    return "" if obstacle is None else sentence(obstacle)
